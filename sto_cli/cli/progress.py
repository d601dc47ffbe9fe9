"""A bar for long work."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol


class Step(Protocol):
    """Tells that one more piece of the work is done."""

    def __call__(self) -> None: ...  # noqa: D102


LONG_WORK = 150
"""Plans from which a bar is shown: about half a second of work, measured with benchmarks/validate.py."""


@contextmanager
def progress(pieces: int, label: str) -> Iterator[Step]:
    """Show a bar on standard error while long work goes on, on a terminal only; it leaves nothing behind."""
    if pieces < LONG_WORK or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 - only on a terminal
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    columns: list[Any] = [TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn()]
    console = Console(stderr=True, no_color=bool(os.environ.get("NO_COLOR")))
    # No thread that refreshes: processes are forked while the bar shows.
    bar = Progress(*columns, console=console, transient=True, auto_refresh=False, redirect_stdout=False)
    with bar:
        task = bar.add_task(label, total=pieces)
        every = max(1, pieces // 100)
        done = 0

        def step() -> None:
            nonlocal done
            done += 1
            bar.advance(task)
            if done % every == 0:
                bar.refresh()

        yield step
