"""Keeping the former file when a new one takes its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from sto_cli.errors import UnwritableFile
from sto_cli.files.reading import is_there, read_bytes
from sto_cli.files.writing import FileToWrite, keep_copy, write_together
from sto_cli.messages import message


def replace_keeping(path: Path, content: str) -> Path | None:
    """Write a file whole, after keeping the one that was there as `NAME.bak`; return where that is, or None.

    A copy that was kept earlier is never replaced: the next one is called `NAME.bak2`, and so on. A file that already
    holds this content is left as it is.

    Raises:
        UnwritableFile: the folder is missing or read-only; the file is then as it was.
    """
    return replace_all_keeping({path: content}).get(path)


def replace_all_keeping(contents: Mapping[Path, str], beside: Mapping[Path, str] | None = None) -> dict[Path, Path]:
    """Do the same for files that belong together, all or none; return where the copies are, by file.

    `beside` are files that are written with them, of which no copy is kept.

    Raises:
        UnwritableFile: one of them cannot be written; all are then as they were.
    """
    former = {path: read_bytes(path) if is_there(path) else None for path in contents}
    changed = [path for path, content in contents.items() if former[path] != content.encode("utf-8")]
    kept: dict[Path, Path] = {}
    try:
        for path in changed:
            before = former[path]
            if before is not None:
                kept[path] = _keep(path, before)
        written = [FileToWrite(path, contents[path], renew=former[path] is not None) for path in changed]
        write_together(
            [*(FileToWrite(path, content, renew=True) for path, content in (beside or {}).items()), *written]
        )
    except UnwritableFile:
        _withdraw(list(kept.values()))
        raise
    return kept


def _withdraw(copies: Sequence[Path]) -> None:
    """Take away copies of files that were not replaced after all."""
    for copy in copies:
        copy.unlink(missing_ok=True)


def _keep(path: Path, former: bytes) -> Path:
    try:
        return keep_copy(path, former)
    except OSError:
        raise UnwritableFile(
            message("{path} was not changed, as no copy of it can be kept.", path=path),
            message("Check that you may write in that folder."),
        ) from None
