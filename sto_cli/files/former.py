"""Keeping the former file when a new one takes its place."""

from __future__ import annotations

import itertools
from pathlib import Path

from sto_cli.errors import UnwritableFile
from sto_cli.files.reading import read_bytes
from sto_cli.files.writing import write_whole
from sto_cli.messages import message


def replace_keeping(path: Path, content: str) -> Path | None:
    """Write a file whole, after keeping the one that was there as `NAME.bak`; return where that is, or None.

    A copy that was kept earlier is never replaced: the next one is called `NAME.bak2`, and so on. A file that already
    holds this content is left as it is.

    Raises:
        UnwritableFile: the folder is missing or read-only; the file is then as it was.
    """
    if not path.exists():
        write_whole(path, content)
        return None
    former = read_bytes(path)
    if former == content.encode("utf-8"):
        return None
    kept = _keep(path, former)
    write_whole(path, content, renew=True)
    return kept


def _keep(path: Path, former: bytes) -> Path:
    for number in itertools.count(1):
        copy = path.with_name(f"{path.name}.bak{number if number > 1 else ''}")
        try:
            with copy.open("xb") as stream:
                stream.write(former)
        except FileExistsError:
            continue
        except OSError:
            raise UnwritableFile(
                message("{path} was not changed, as no copy of it can be kept.", path=path),
                message("Check that you may write in that folder."),
            ) from None
        return copy
    raise AssertionError  # there is always a next number
