"""Reading a file as bytes and as text, with a sentence for everything that can go wrong; and which were read."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import BinaryIO

from sto_cli.errors import UnreadableFile
from sto_cli.files.limits import TEXT_BYTES
from sto_cli.messages import Message, message


def read_bytes(
    path: Path, limit: int | None = None, take: Callable[[BinaryIO], bytes] | None = None, *, looking: bool = False
) -> bytes:
    """Read a whole file, or at most `limit` + 1 bytes of it, so that a caller sees that it is too long.

    `take` reads from the open file instead, where how much depends on what it is. `looking`: only to see what the file
    is; an answer may still take its place.

    Raises:
        UnreadableFile: it is missing, a folder, locked, or may not be read.
    """
    try:
        refuse_waiting(path)
        with path.open("rb") as stream:
            if not looking:
                note(stream.fileno())
            if take is not None:
                return take(stream)
            return stream.read() if limit is None else stream.read(limit + 1)
    except FileNotFoundError:
        if path.is_symlink():
            raise UnreadableFile(
                message("{path} is a link to a file that is not there.", path=path),
                message("Make the disk or the folder with that file ready, or take the link away."),
            ) from None
        raise UnreadableFile(
            message("There is no file {path}.", path=path), message("Check the name and the folder.")
        ) from None
    except IsADirectoryError:
        raise UnreadableFile(
            message("{path} is a folder, not a file.", path=path), message("Name a file in that folder.")
        ) from None
    except PermissionError:
        raise UnreadableFile(
            message("You may not read {path}.", path=path),
            message("Close it in other programs, or ask for access to it."),
        ) from None
    except (OSError, ValueError):  # ValueError: a name that no file can have
        raise UnreadableFile(
            message("{path} cannot be read.", path=path), message("Check the name, and that the disk is there.")
        ) from None


def is_there(path: Path) -> bool:
    """Whether a file has this name, be it a link that leads nowhere: who reads that hears so, instead of nothing.

    Raises:
        OSError: its folder may not be looked into.
    """
    return path.exists() or path.is_symlink()


_BY_NAME = {("/", "dev"), ("/", "proc")}


def _of_the_system(path: Path) -> bool:
    """Whether a link leads to what the system tells of itself: it looks like a file, and may wait or say secrets."""
    return path.is_symlink() and os.path.realpath(path).startswith(("/proc/", "/sys/"))


def refuse_waiting(path: Path) -> None:
    """Refuse a pipe or a device behind an ordinary name: who opens it may wait for ever, or read without an end.

    What a shell hands over by name (`sto validate <(cat plan.yaml)`, /dev/stdin) is read.

    Raises:
        UnreadableFile: it is one.
        OSError: it is not there, or may not be looked at.
    """
    kind = path.stat().st_mode
    if path.parts[:2] in _BY_NAME or stat.S_ISDIR(kind) or (stat.S_ISREG(kind) and not _of_the_system(path)):
        return
    raise UnreadableFile(
        message("{path} is no ordinary file: it is not read.", path=path), message("Check the name and the folder.")
    )


def read_text(path: Path) -> str:
    """Read a file of UTF-8, or of UTF-16 or 32 that says so itself; line ends become line feeds, as an editor counts.

    Raises:
        UnreadableFile: as `read_bytes`, or the file is no such text.
    """
    from sto_cli.files.decoding import wide, with_line_feeds  # noqa: PLC0415 - 2 ms that a derived copy does not need

    content = read_bytes(path, TEXT_BYTES)
    if len(content) > TEXT_BYTES:
        raise too_large(path)
    try:
        text = content.decode(wide(content) or "utf-8")
    except UnicodeDecodeError as problem:
        before = with_line_feeds(problem.object[: problem.start].decode(problem.encoding, "replace"))
        raise UnreadableFile(
            message("{path} is not UTF-8 text: see line {line}.", path=path, line=str(before.count("\n") + 1)),
            message("Save it again as UTF-8: in Notepad under Save as, Encoding."),
        ) from None
    return with_line_feeds(text.lstrip("\ufeff"))


def too_large(path: Path | str, hint: Message | None = None) -> UnreadableFile:
    """Say that a file passed one of the `limits`; `hint` is the way out for this kind of file."""
    return UnreadableFile(message("{path} is too large to be read.", path=path), hint)


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
