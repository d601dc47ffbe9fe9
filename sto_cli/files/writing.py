"""Writing a file whole or not at all."""

import contextlib
import errno
import itertools
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from sto_cli.errors import UnwritableFile
from sto_cli.files.reading import note, was_read
from sto_cli.messages import message

LONGEST_NAME = 255
"""Bytes in the name of a file, as most disks allow them."""


BESIDE = ".sto-"
"""How the names of files begin that wait beside their places."""


def write_whole(path: Path, content: str | bytes | bytearray, *, force: bool = False, renew: bool = False) -> None:
    """Write `content` to `path` through a neighbouring temporary file, so that no half file is ever seen.

    A link is followed, also one that leads to no file yet. `renew`: the file may be one that this run has read,
    because bringing that file up to date is what is asked.

    Raises:
        UnwritableFile: the file exists and `force` is not set, this run has read it and `renew` is not set, or the
            folder is missing or read-only.
    """
    target = led_to(path)
    refuse_existing(target, force=force or renew)
    if not renew:
        refuse_read(target)
    data = content.encode("utf-8") if isinstance(content, str) else content
    with write_beside_all({path: data}) as made:
        if force or renew:
            place_all(made)
        else:
            _take_free(made[0])
    if renew:
        note(target)  # it still is what was read, under a new number


class Waiting(NamedTuple):
    """A new file that waits beside its place (`made`; None: the place is to be empty), and the path that was named."""

    made: Path | None
    path: Path


@contextlib.contextmanager
def write_beside_all(contents: Mapping[Path, bytes | bytearray | None]) -> Iterator[list[Waiting]]:
    """Write files beside their places, which a full disk may prevent; those that do not take them go away again.

    Raises:
        UnwritableFile: one of them cannot be written.
    """
    made: list[Waiting] = []
    try:
        for path, data in contents.items():
            try:
                made.append(Waiting(None if data is None else write_beside(led_to(path), data), path))
            except OSError as problem:
                raise cannot_write(path, problem) from None
        yield made
    finally:
        for one in made:
            if one.made is not None:
                with contextlib.suppress(OSError):
                    one.made.unlink(missing_ok=True)


def place_all(waiting: Sequence[Waiting]) -> None:
    """Let files take their places, and put back what stood there when one cannot.

    Raises:
        UnwritableFile: one of them cannot.
    """
    done: dict[Path, bytes | None] = {}
    for made, path in waiting:
        target = led_to(path)
        try:
            former = target.read_bytes() if target.exists() else None
            if made is None:
                target.unlink(missing_ok=True)
            else:
                made.replace(target)
        except OSError as problem:
            _put_back(done)
            raise cannot_write(path, problem) from None
        done[target] = former


def _put_back(former: Mapping[Path, bytes | None]) -> None:
    for target, data in former.items():
        with contextlib.suppress(OSError):
            if data is None:
                target.unlink()
            else:
                write_beside(target, data).replace(target)


def _take_free(waiting: Waiting) -> None:
    assert waiting.made is not None  # noqa: S101 - it was given content
    target = led_to(waiting.path)
    try:
        take_new(waiting.made, target)
    except FileExistsError:
        refuse_existing(target, force=False)
        raise
    except OSError as problem:
        raise cannot_write(waiting.path, problem) from None


def led_to(path: Path) -> Path:
    """Return what is written to: a link stays, and what it leads to is replaced."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


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


def free_name(path: Path, word: str = "") -> Path:
    """Return a name that nothing bears: this one, else the first with a number behind it (`list-2.xlsx`).

    With a word it stands behind the name: `plan-letter.docx`. A link that leads nowhere is there: what it leads to was
    chosen by somebody else.
    """
    if not word and not os.path.lexists(path):
        return path
    stem = f"{path.stem}-" if word else re.sub(r"-\d{1,3}$", "", path.stem)
    ends = (f"{word}{f'-{number}' if number > 1 else ''}{path.suffix}" for number in itertools.count(1 if word else 2))
    names = (path.with_name(short_name(stem, LONGEST_NAME - len(os.fsencode(end))) + end) for end in ends)
    return next(name for name in names if not os.path.lexists(name))


def cannot_write(path: Path, problem: OSError) -> UnwritableFile:
    """Return what is said of a file that the system does not take."""
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
        raise cannot_write(path, problem) from None
    if there and not force:
        raise UnwritableFile(
            message("{path} exists already.", path=path), message("Choose another name, or add --force to replace it.")
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


def write_beside(path: Path, data: bytes | bytearray) -> Path:
    """Write bytes to a new file in the same folder, with the rights of the file that it may replace; return it.

    Raises:
        OSError: it cannot be written; nothing is then left of it.
    """
    import tempfile  # noqa: PLC0415 - 5 ms, only where something is written

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=BESIDE)
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        # mkstemp makes the file private; a written file gets the rights of any new or of the former file.
        made.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
    except BaseException:
        with contextlib.suppress(OSError):
            made.unlink()
        raise
    return made


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def take_new(made: Path, target: Path) -> None:
    """Let a file take a place that is free, and stay free till that moment: another run may want it too.

    Raises:
        FileExistsError: it is not free any more.
    """
    try:
        os.link(made, target)
    except FileExistsError:
        raise
    except (OSError, AttributeError, NotImplementedError):  # a disk that knows no second names
        if os.path.lexists(target):
            raise FileExistsError(target) from None
        made.rename(target)
