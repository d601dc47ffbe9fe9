"""Derived copies in the user's cache folder: quick to read, rebuilt when the source changed, never trusted blindly.

A copy is one line (format, digest of the source, digest of the copy) and JSON. A copy that does not match, is
damaged, or cannot be written costs nothing but time: the answer is made anew from the source.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from sto_cli import __version__
from sto_cli.errors import UnwritableFile

FORMAT = f"sto-{__version__}-2"
"""Rises whenever what a copy holds changes its shape."""


def digest(*pieces: bytes | memoryview) -> str:
    """Return a digest of a source's content."""
    made = hashlib.sha256()
    for piece in pieces:
        made.update(piece)
    return made.hexdigest()


def recall(folder: Path | None, name: str, source: str) -> object | None:
    """Return what was kept under `name` for a source with this digest, or None."""
    if folder is None:
        return None
    try:
        with (folder / f"{name}.json").open("rb") as stream:
            head, body = stream.readline(), stream.read()
        if head != _head(source, body):
            return None
        text = body.decode()
        del body  # the copy of a large register is in memory once, not twice
        kept: object = json.loads(text)
    except (OSError, ValueError, RecursionError):
        return None
    return kept


def keep(folder: Path | None, name: str, source: str, value: object) -> None:
    """Keep a plain value under `name`; a folder that cannot be written is passed over."""
    if folder is None:
        return
    from sto_cli.files.writing import write_whole  # noqa: PLC0415 - only when a copy is made

    copy = bytearray(_head(source, b""))
    start = len(copy)
    for piece in _encoded(value):
        copy += piece
    copy[:start] = _head(source, memoryview(copy)[start:])
    with contextlib.suppress(OSError, UnwritableFile):
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / f"{name}.json", copy, force=True)


def _head(source: str, body: bytes | memoryview) -> bytes:
    """Return the first line; it is equally long for every body."""
    return f"{FORMAT} {source} {digest(body)}\n".encode()


def _encoded(value: object) -> Iterator[bytes]:
    """Encode a value piece by piece: long lists entry by entry, so that the text is never whole in memory."""
    if isinstance(value, dict) and value:
        for place, (key, inside) in enumerate(value.items()):
            yield b"," if place else b"{"
            yield _dumped(str(key)) + b":"
            yield from _encoded(inside) if isinstance(inside, list) else (_dumped(inside),)
        yield b"}"
    elif isinstance(value, list) and value:
        for place, inside in enumerate(value):
            yield b"," if place else b"["
            yield _dumped(inside)
        yield b"]"
    else:
        yield _dumped(value)


def _dumped(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
