"""Printing styled lines, asking for a number, and a bar for long work: with colour on a terminal, plain in a pipe."""

import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from typing import Any, TextIO, TypeVar

from sto_cli.cli.streams import steered
from sto_cli.lists.chosen import chosen_number
from sto_cli.messages import Message, Translator, message
from sto_cli.render.terminal.table import STYLES, Line, plain, wrapped
from sto_cli.render.visible import visible

_WIDTH = re.compile(r"[1-9]\d{0,4}", re.ASCII)
WIDEST = 1_000
"""Columns of a terminal at the most, whatever COLUMNS says."""


def forget_odd_width() -> None:
    """Forget a width of the terminal that none can have: lines, and the help, would be filled with spaces to it."""
    for name in ("COLUMNS", "TERMINAL_WIDTH"):
        width = os.environ.get(name, "")
        if width and not (_WIDTH.fullmatch(width) and int(width) <= WIDEST):
            del os.environ[name]


def is_terminal(stream: TextIO) -> bool:
    """Whether a stream is a terminal, not a pipe or a file."""
    return stream.isatty()


def on_screen() -> bool:
    """Whether the answer goes to a terminal."""
    return is_terminal(sys.stdout)


def can_ask() -> bool:
    """Whether there is a person to ask: keys come from a terminal, and what is said beside the answer goes to one."""
    return is_terminal(sys.stdin) and is_terminal(sys.stderr)


def room(stream: TextIO | None = None) -> int | None:
    """Return the width of the terminal, or None where there is none: a pipe or a file gets whole lines."""
    if not is_terminal(stream or sys.stdout) and "COLUMNS" not in os.environ:
        return None
    return min(shutil.get_terminal_size().columns, WIDEST)


def tell(text: str) -> None:
    """Print something beside the answer on standard error, on lines that break between words; safe to show."""
    shown = visible(text)
    indent = len(shown) - len(shown.lstrip(" "))
    width = room(sys.stderr) if is_terminal(sys.stderr) else None
    for line in wrapped(shown.strip(" "), indent, width):
        print(plain(line), file=sys.stderr)


def asked_number(question: Message, last: int, translator: Translator) -> int | None:
    """Ask for a number from 0 (none of them) to the last one of a list, until it is one; None for Enter or q."""
    import typer

    asked = visible(translator.say(question))
    while (written := typer.prompt(asked, default="", show_default=False, err=True).strip().rstrip(".")) not in {
        "",
        "q",
    }:
        if (number := chosen_number(written, last)) is not None:
            return number
        tell(translator.say(message("“{written}” is none of the numbers 1 to {last}.", written=written, last=last)))
    return None


def show(lines: Iterable[Line]) -> None:
    """Print lines to standard output as they come."""
    if not on_screen() or os.environ.get("NO_COLOR"):
        for line in lines:
            sys.stdout.write(plain(line).rstrip() + "\n")
        return
    from rich.console import Console  # 25–50 ms, so only where there are colours
    from rich.text import Text

    console = Console(file=steered(sys.stdout), highlight=False, soft_wrap=True)
    for line in lines:
        console.print(Text.assemble(*((visible(text), STYLES.get(style, "")) for text, style in line)))


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
