"""A bar for long work."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from sto_cli.cli.screen import is_terminal
from sto_cli.cli.streams import steered

LONG_WORK = 150
"""Plans from which a bar is shown: about half a second of work, measured with benchmarks/validate.py."""

Thing = TypeVar("Thing")


def tracked(things: Iterable[Thing], number: int, label: str) -> Iterator[Thing]:
    """Pass things on, with a bar on standard error while they come; it goes away when the last one has come.

    Only long work on a terminal gets one.
    """
    if number < LONG_WORK or not is_terminal(sys.stderr) or os.environ.get("TERM") == "dumb":
        yield from things
        return
    with _bar() as bar:
        task = bar.add_task(label, total=number)
        for done, thing in enumerate(things, start=1):
            yield thing
            bar.advance(task)
            if done % max(1, number // 100) == 0:
                bar.refresh()


def _bar() -> Any:
    from rich.console import Console  # 40 ms, only on a terminal
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns: list[Any] = [TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn()]
    console = Console(file=steered(sys.stderr), no_color=bool(os.environ.get("NO_COLOR")))
    # No thread that refreshes: processes are forked while the bar shows.
    return Progress(*columns, console=console, transient=True, auto_refresh=False, redirect_stdout=False)
