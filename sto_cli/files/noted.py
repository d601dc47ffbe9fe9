"""Which files a run has read, so that its answer never takes the place of one of them.

Files are known by what they are on the disk, not by name: a link or another spelling of the path leads to the same one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

_noted: ContextVar[set[tuple[int, int]] | None] = ContextVar("noted", default=None)
"""Device and number of each file; None where no run is going on (a library call)."""


@contextmanager
def noting() -> Iterator[None]:
    """Note what is read within."""
    token = _noted.set(set())
    try:
        yield
    finally:
        _noted.reset(token)


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
