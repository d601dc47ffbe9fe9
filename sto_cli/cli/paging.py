"""An answer that is longer than the screen, shown a screenful at a time."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sto_cli.cli.screen import can_ask, on_screen
from sto_cli.cli.streams import Gate

BESIDE = 2
"""Lines of the screen that are left for the question."""


ABOVE = 4
"""Lines that stand above an answer: the command that gives it."""


@contextmanager
def screenfuls(go_on: Callable[[], bool]) -> Iterator[None]:
    """Show what is printed within a screenful at a time, on a terminal; `go_on` asks whether to show more."""
    gate = sys.stdout
    if not (isinstance(gate, Gate) and on_screen() and can_ask()):
        yield
        return
    stream = gate.stream
    gate.stream = _Screen(stream, go_on)
    try:
        yield
    finally:
        gate.stream = stream


class _Screen:
    """A terminal that stops when it is full; what follows on a no is left out."""

    def __init__(self, stream: Any, go_on: Callable[[], bool]) -> None:
        self.stream = stream
        self.go_on = go_on
        self.shown = ABOVE
        self.enough = False

    def write(self, text: str) -> int:
        columns, lines = shutil.get_terminal_size()
        for line in text.splitlines(keepends=True):
            if self.enough:
                break
            if self.shown >= lines - BESIDE and line.strip():
                self.stream.flush()
                self.enough, self.shown = not self.go_on(), 0
            if not self.enough:
                self.stream.write(line)
                self.shown += line.endswith("\n") + max(len(line) - 1, 0) // columns
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)
