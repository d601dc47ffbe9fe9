"""Writing a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from sto_cli.errors import UnwritableFile
from sto_cli.files.noted import note, was_read
from sto_cli.messages import message


def write_whole(path: Path, content: str | bytes | bytearray, *, force: bool = False, renew: bool = False) -> None:
    """Write `content` to `path` through a neighbouring temporary file, so that no half file is ever seen.

    `renew`: the file may be one that this run has read, because bringing that file up to date is what is asked.

    Raises:
        UnwritableFile: the file exists and `force` is not set, this run has read it and `renew` is not set, or the
            folder is missing or read-only.
    """
    refuse_existing(path, force=force or renew)
    if not renew:
        _refuse_read(path)
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        _replace(path, data)
        if renew:
            note(path)  # it still is what was read, under a new number
    except OSError:
        raise UnwritableFile(
            message("{path} cannot be written.", path=path),
            message("Check that the folder exists and that you may write there."),
        ) from None


def refuse_existing(path: Path | None, *, force: bool) -> None:
    """Refuse a path that `write_whole` would refuse, before the work whose result goes there is begun.

    None (no file is to be written) is fine.

    Raises:
        UnwritableFile: it is a folder, or its folder is missing, or it exists and `force` is not set.
    """
    if path is None:
        return
    if path.is_dir():
        raise UnwritableFile(message("{path} is a folder.", path=path), message("Name a file in it."))
    if not path.parent.is_dir():
        raise UnwritableFile(
            message("There is no folder {folder}.", folder=path.parent),
            message("Make it first, or name another folder."),
        )
    if path.exists() and not force:
        raise UnwritableFile(
            message("{path} exists already.", path=path),
            message("Choose another name, or add --force to replace it."),
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


def _refuse_read(path: Path) -> None:
    if was_read(path):
        raise UnwritableFile(
            message("{path} is read for this answer: it is not written over, also not with --force.", path=path),
            message("Give the output another name."),
        )


def _replace(path: Path, data: bytes | bytearray) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        # mkstemp makes the file private; a written file gets the rights of any new or of the former file.
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
