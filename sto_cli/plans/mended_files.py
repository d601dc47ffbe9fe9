"""Writes a mended plan in the place of the original, and keeps the original beside it."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

from sto_cli.errors import UnwritableFile
from sto_cli.files.writing import keep_copy, write_whole
from sto_cli.messages import message


def write_mended(path: Path, original: bytes, text: str) -> Path:
    """Write the mended text to `path` whole, after keeping `original` beside it; return where that is.

    The copy is called `plan.yaml.bak`, or `plan.yaml.bak2` and so on: an earlier copy is never replaced.

    Raises:
        UnwritableFile: the file or its folder may not be written, or the file changed since it was read.
    """
    target = path.resolve()  # a link keeps pointing to the plan
    _may_write(path, target, original)
    try:
        backup = keep_copy(target, original)
    except OSError as problem:
        raise UnwritableFile(
            message(
                "{path} was not mended, as no copy of it can be kept: {reason}.", path=path, reason=problem.strerror
            ),
            message("Check that you may write in that folder."),
        ) from None
    try:
        mark = codecs.BOM_UTF8 if original.startswith(codecs.BOM_UTF8) else b""
        write_whole(target, mark + text.encode("utf-8"), renew=True)
    except UnwritableFile:
        backup.unlink(missing_ok=True)
        raise
    return path.parent / backup.name if target.parent == path.parent.resolve() else backup


def _may_write(path: Path, target: Path, original: bytes) -> None:
    """Refuse a file that is protected (replacing it would go round that), or that someone has just changed."""
    if not os.access(target, os.W_OK):
        raise UnwritableFile(
            message("{path} may not be changed.", path=path), message("Take its write protection off.")
        )
    if target.read_bytes() != original:
        raise UnwritableFile(
            message("{path} was changed by another program just now.", path=path), message("Try again.")
        )
