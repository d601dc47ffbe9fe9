"""Which files a run has read, so that its answer never takes the place of one of them.

Files are known by what they are on the disk, not by name: a link or another spelling of the path leads to the same one.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

_noted: ContextVar[set[tuple[int, int]] | None] = ContextVar("noted", default=None)
"""Device and number of each file; None where no run is going on (a library call)."""

_own: ContextVar[Callable[[], Iterable[Path]]] = ContextVar("own", default=tuple)


@contextmanager
def noting() -> Iterator[None]:
    """Note what is read within."""
    token, own = _noted.set(set()), _own.set(tuple)
    try:
        yield
    finally:
        _noted.reset(token)
        _own.reset(own)


def note(file: int | Path) -> None:
    """Note a file that is read: its descriptor, or its path when another process reads it."""
    noted = _noted.get()
    if noted is None:
        return
    try:
        status = os.fstat(file) if isinstance(file, int) else file.stat()
    except (OSError, ValueError):  # what is not there cannot be lost
        return
    noted.add((status.st_dev, status.st_ino))


def note_as_own(files: Callable[[], Iterable[Path]]) -> None:
    """Say which files are the user's own data; they are looked for when an answer is written (`note_own`)."""
    _own.set(files)


def note_own() -> None:
    """Note the user's own data, whether this run happened to need it or not: no answer takes its place."""
    for path in _own.get()():
        note(path)


def was_read(path: Path) -> bool:
    """Whether this run has read the file that this path leads to."""
    noted = _noted.get()
    if not noted:
        return False
    try:
        status = path.stat()
    except (OSError, ValueError):
        return False
    return (status.st_dev, status.st_ino) in noted
