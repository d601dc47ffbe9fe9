"""One run at a time in a folder: who reads files there, and writes what it made of them, keeps others out meanwhile.

The lock is the operating system's own: it ends with the process that holds it, however that ends, and leaves no file
(on Windows an empty one). Reading takes no lock. A folder in which no lock can be had, such as one that is read-only on
some network disks, works as if there were none.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from sto_cli.errors import UnwritableFile
from sto_cli.messages import message

ATTEMPTS, PAUSE = 200, 0.05
"""How often a lock is tried, and the seconds in between: ten seconds in all. Writing takes a tenth of one."""

LOCK = ".sto-lock"
"""The file that is locked on Windows, where a folder itself cannot be."""

_held: ContextVar[frozenset[Path]] = ContextVar("held", default=frozenset())
"""The folders that this run keeps others out of."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other runs from writing in a folder within.

    Raises:
        UnwritableFile: another run holds it, and does not end in ten seconds.
    """
    place = Path(os.path.realpath(folder))
    if place in _held.get():
        yield
        return
    handle = _opened(place)
    token = _held.set(_held.get() | {place})
    try:
        if handle is not None:
            _wait_for(handle, folder)
        yield
    finally:
        _held.reset(token)
        if handle is not None:
            os.close(handle)


def _opened(folder: Path) -> int | None:
    try:
        if os.name == "nt":
            return os.open(folder / LOCK, os.O_RDWR | os.O_CREAT)
        return os.open(folder, os.O_RDONLY)
    except OSError:
        return None


def _wait_for(handle: int, folder: Path) -> None:
    for _ in range(ATTEMPTS):
        try:
            _lock(handle)
        except BlockingIOError:
            time.sleep(PAUSE)
        else:
            return
    raise UnwritableFile(
        message("Another sto is busy in {folder}.", folder=folder),
        message("Wait until it is done, and run the same command again."),
    )


def _lock(handle: int) -> None:
    """Lock at once, or raise BlockingIOError; a disk that knows no locks gives none."""
    try:
        import fcntl  # noqa: PLC0415 - not on Windows
    except ImportError:
        import msvcrt  # noqa: PLC0415 - only on Windows

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            raise BlockingIOError from None
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as problem:
        if isinstance(problem, BlockingIOError):
            raise


FileState = tuple[int, ...] | None
"""A file in a state: its number, size and times; None where there is none."""


def seen(path: Path) -> FileState:
    """Say in which state a file is, to tell later whether another run wrote it meanwhile."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def refuse_changed(before: Mapping[Path, FileState]) -> None:
    """Refuse to write what was made of files that another run wrote since.

    Raises:
        UnwritableFile: one of them is not as it was seen.
    """
    for path, state in before.items():
        if seen(path) != state:
            raise UnwritableFile(
                message("{path} was changed meanwhile, by another sto or by hand: nothing is written.", path=path),
                message("Run the same command again."),
            )
