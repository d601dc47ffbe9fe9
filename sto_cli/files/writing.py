"""Writing a file whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sto_cli.errors import UnwritableFile
from sto_cli.files.journal import Placing, carry_out, finish, led_to
from sto_cli.files.locking import locked
from sto_cli.files.noted import note, was_read
from sto_cli.files.placing import take_new, write_beside
from sto_cli.messages import message

LONGEST_NAME = 255
"""Bytes in the name of a file, as most disks allow them."""


def write_whole(path: Path, content: str | bytes | bytearray, *, force: bool = False, renew: bool = False) -> None:
    """Write `content` to `path` through a neighbouring temporary file, so that no half file is ever seen.

    A link is followed, also one that leads to no file yet. `renew`: the file may be one that this run has read,
    because bringing that file up to date is what is asked.

    Raises:
        UnwritableFile: the file exists and `force` is not set, this run has read it and `renew` is not set, or the
            folder is missing or read-only.
    """
    write_together([FileToWrite(path, content, force=force, renew=renew)])


@dataclass(frozen=True, slots=True)
class FileToWrite:
    """One file to write: see `write_whole`."""

    path: Path
    content: str | bytes | bytearray
    force: bool = False
    renew: bool = False

    @property
    def data(self) -> bytes | bytearray:
        """The bytes of the file."""
        return self.content.encode("utf-8") if isinstance(self.content, str) else self.content


def write_together(wishes: Sequence[FileToWrite]) -> None:
    """Write files that belong together: all of them or none.

    They have one folder, though links there may lead elsewhere. All are written beside their places first, which a full
    disk may prevent; then each takes its place. The first ones are taken back when a later one cannot. Whoever is
    killed in between leaves a journal from which the next run does the rest (`journal.finish`).

    Raises:
        UnwritableFile: as `write_whole`; nothing is then changed.
    """
    targets = [led_to(wish.path) for wish in wishes]
    for wish, target in zip(wishes, targets, strict=True):
        refuse_existing(target, force=wish.force or wish.renew)
        if not wish.renew:
            refuse_read(target)
    with _written_beside(wishes, targets) as made:
        _take_places(wishes, targets, made)
    for wish, target in zip(wishes, targets, strict=True):
        if wish.renew:
            note(target)  # it still is what was read, under a new number


@contextlib.contextmanager
def _written_beside(wishes: Sequence[FileToWrite], targets: Sequence[Path]) -> Iterator[list[Path]]:
    """Write each file beside its place; those that have not taken it go away again."""
    made: list[Path] = []
    try:
        for wish, target in zip(wishes, targets, strict=True):
            try:
                made.append(write_beside(target, wish.data))
            except OSError as problem:
                raise _cannot(wish.path, problem) from None
        yield made
    finally:
        for one in made:
            with contextlib.suppress(OSError):
                one.unlink(missing_ok=True)


def _take_places(wishes: Sequence[FileToWrite], targets: Sequence[Path], made: Sequence[Path]) -> None:
    """Let each file take its place, and take it all back when one cannot."""
    if len(wishes) < 2:  # noqa: PLR2004 - nothing that belongs together
        for wish, target, one in zip(wishes, targets, made, strict=True):
            _take_place(wish, target, one)
        return
    [folder] = {wish.path.parent for wish in wishes}
    steps = [
        Placing(one.name, wish.path.name, not (wish.force or wish.renew))
        for wish, one in zip(wishes, made, strict=True)
    ]
    with locked(folder):
        finish(folder)
        former = {wish.path: wish.path.read_bytes() if wish.path.exists() else None for wish in wishes}
        try:
            carry_out(folder, steps)
        except OSError as problem:
            _take_back(folder, former)
            if isinstance(problem, FileExistsError):
                for wish, target in zip(wishes, targets, strict=True):
                    refuse_existing(target, force=wish.force or wish.renew)
            raise _cannot(wishes[0].path, problem) from None


def _take_place(wish: FileToWrite, target: Path, made: Path) -> None:
    try:
        if wish.force or wish.renew:
            made.replace(target)
        else:
            take_new(made, target)
    except FileExistsError:
        refuse_existing(target, force=False)
        raise
    except OSError as problem:
        raise _cannot(wish.path, problem) from None


def _take_back(folder: Path, former: Mapping[Path, bytes | None]) -> None:
    """Put back what stood there, in steps of which the journal takes the place of the one that failed."""
    with contextlib.suppress(OSError):
        steps = [
            Placing(None if data is None else write_beside(led_to(path), data).name, path.name)
            for path, data in former.items()
            if _differs(path, data)
        ]
        carry_out(folder, steps)


def _differs(path: Path, data: bytes | None) -> bool:
    return path.exists() if data is None else not path.exists() or path.read_bytes() != data


def keep_copy(path: Path, content: bytes) -> Path:
    """Keep a copy of a file beside it, whole or not at all; return where it is.

    It is called `NAME.bak`, or `NAME.bak2` and so on: an earlier copy is never replaced.

    Raises:
        OSError: it cannot be written.
    """
    made = write_beside(path, content)
    try:
        for number in itertools.count(1):
            ending = f".bak{number if number > 1 else ''}"
            copy = path.with_name(short_name(path.name, LONGEST_NAME - len(ending)) + ending)
            with contextlib.suppress(FileExistsError):
                take_new(made, copy)
                note(copy)  # the only one there may be
                return copy
    finally:
        with contextlib.suppress(OSError):
            made.unlink(missing_ok=True)
    raise AssertionError  # there is always a next number


def short_name(name: str, length: int) -> str:
    """Return as much of a name as takes at most `length` bytes."""
    while len(os.fsencode(name)) > length:
        name = name[:-1]
    return name


def _cannot(path: Path, problem: OSError) -> UnwritableFile:
    if problem.errno == errno.ENOSPC:
        hint = message("The disk is full: make room, and try again.")
    elif problem.errno == errno.ENAMETOOLONG:
        hint = message("The name is too long: choose a shorter one.")
    else:
        hint = message("Check that the folder exists and that you may write there.")
    return UnwritableFile(message("{path} cannot be written.", path=path), hint)


def refuse_existing(path: Path | None, *, force: bool) -> None:
    """Refuse a path that `write_whole` would refuse, before the work whose result goes there is begun.

    None (no file is to be written) is fine.

    Raises:
        UnwritableFile: it is a folder, or its folder is missing, or it exists and `force` is not set.
    """
    if path is None:
        return
    try:
        _refuse_no_place(path)
        there = path.exists()
    except OSError as problem:  # such as a name that is too long
        raise _cannot(path, problem) from None
    if there and not force:
        raise UnwritableFile(
            message("{path} exists already.", path=path),
            message("Choose another name, or add --force to replace it."),
        )


def _refuse_no_place(path: Path) -> None:
    if Path(os.path.realpath(path)).is_symlink():
        raise UnwritableFile(
            message("{path} is a link that leads back to itself.", path=path), message("Give the output another name.")
        )
    if path.is_dir():
        raise UnwritableFile(message("{path} is a folder.", path=path), message("Name a file in it."))
    if not path.parent.is_dir():
        raise UnwritableFile(
            message("There is no folder {folder}.", folder=path.parent),
            message("Make it first, or name another folder."),
        )
    if len(os.fsencode(path.name)) > LONGEST_NAME:
        raise OSError(errno.ENAMETOOLONG, "", path)
    if path.exists() and not path.is_file():
        raise UnwritableFile(
            message("{path} is no ordinary file: it is not written to.", path=path),
            message("Give the output another name."),
        )


def refuse_same(source: Path, target: Path | None) -> None:
    """Refuse to write over the file that is read, whatever the names by which the two are called.

    Raises:
        UnwritableFile: they are one file.
    """
    if target is None or not (source.exists() and target.exists() and source.samefile(target)):
        return
    raise UnwritableFile(
        message("{path} is your own list: it is not written over.", path=target),
        message("Give the output another name."),
    )


def refuse_read(path: Path) -> None:
    """Refuse a file that this run has read.

    Raises:
        UnwritableFile: it is one.
    """
    if was_read(path):
        raise UnwritableFile(
            message("{path} is read for this answer: it is not written over, also not with --force.", path=path),
            message("Give the output another name."),
        )
