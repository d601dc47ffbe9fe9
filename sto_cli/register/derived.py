"""Derived copies in the user's cache folder: quick to read, rebuilt when the source changed, never trusted blindly.

A copy is one line (format, digest of the source, digest of the copy) and JSON. A copy that does not match, is
damaged, or cannot be written costs nothing but time: the answer is made anew from the source.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from pathlib import Path

from sto_cli import __version__
from sto_cli.errors import UnwritableFile

FORMAT = f"sto-{__version__}-2"
"""Rises whenever what a copy holds changes its shape."""


def digest(data: bytes) -> str:
    """Return a digest of a source's content."""
    return hashlib.sha256(data).hexdigest()


def recall(folder: Path | None, name: str, source: str) -> object | None:
    """Return what was kept under `name` for a source with this digest, or None."""
    if folder is None:
        return None
    try:
        head, _, body = (folder / f"{name}.json").read_bytes().partition(b"\n")
        if head.decode() != _head(source, body):
            return None
        kept: object = json.loads(body)
    except (OSError, ValueError, RecursionError):
        return None
    return kept


def keep(folder: Path | None, name: str, source: str, value: object) -> None:
    """Keep a plain value under `name`; a folder that cannot be written is passed over."""
    if folder is None:
        return
    from sto_cli.files.writing import write_whole  # noqa: PLC0415 - only when a copy is made

    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    with contextlib.suppress(OSError, UnwritableFile):
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / f"{name}.json", f"{_head(source, body)}\n".encode() + body, force=True)


def _head(source: str, body: bytes) -> str:
    return f"{FORMAT} {source} {digest(body)}"
