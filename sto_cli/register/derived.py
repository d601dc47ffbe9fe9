"""Derived copies in the user's cache folder: quick to read, rebuilt when the source changed, never trusted blindly.

A copy is one line (format, what it was made from, a check sum of the rest) and the rest. A copy that does not match,
is damaged, or belongs to another user costs nothing but time, like one that cannot be written: the answer is made
anew from the source.
"""

from __future__ import annotations

import contextlib
import os
import zlib
from collections.abc import Iterable
from pathlib import Path

from sto_cli import __version__
from sto_cli.errors import UnwritableFile
from sto_cli.files.noted import note
from sto_cli.files.reading import read_bytes

FORMAT = f"sto-{__version__}-5"
"""Rises whenever what a copy holds changes its shape."""


def state_of(path: Path) -> str:
    """Say in one word which file this is and in which state: another one once anything was written to it.

    By its number, size and times and not by its content: a digest of 900 schools costs a command 5 ms.

    Raises:
        UnreadableFile: it cannot be looked at.
    """
    note(path)
    try:
        status = path.stat()
    except OSError:
        read_bytes(path, 0)  # which says why not
        raise
    where = zlib.crc32(str(path.resolve()).encode(errors="surrogateescape"))
    return f"{where:x}-{status.st_dev}-{status.st_ino}-{status.st_size}-{status.st_mtime_ns}-{status.st_ctime_ns}"


def recall(folder: Path | None, name: str, source: str) -> bytes | None:
    """Return what was kept under `name` when its source was in this state, or None."""
    if folder is None:
        return None
    try:
        copy = folder / f"{name}.copy"
        if not copy.is_file():  # none, or a pipe on which to wait for ever
            return None
        with copy.open("rb") as stream:
            status = os.fstat(stream.fileno())
            own = not hasattr(os, "getuid") or (status.st_uid == os.getuid() and not status.st_mode & _OTHERS_WRITE)
            head, _, body = stream.read().partition(b"\n")
    except (OSError, ValueError):
        return None
    return body if own and head == _head(source, zlib.crc32(body)) else None


def keep(folder: Path | None, name: str, source: str, pieces: Iterable[bytes]) -> None:
    """Keep pieces of text under `name`; a folder that cannot be written is passed over."""
    if folder is None:
        return
    from sto_cli.files.writing import write_whole  # noqa: PLC0415 - only when a copy is made

    body = bytearray()
    for piece in pieces:
        body += piece
    copy = bytearray(_head(source, zlib.crc32(body)) + b"\n")
    copy += body
    with contextlib.suppress(OSError, UnwritableFile):
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / f"{name}.copy", copy, force=True)
        (folder / f"{name}.copy").chmod(0o600)


_OTHERS_WRITE = 0o022


def _head(source: str, checked: int) -> bytes:
    return f"{FORMAT} {source} {checked:08x}".encode()
