"""Brings an answer where the user wants it: the screen, a pipe, or a file."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sto_cli.cli.screen import show
from sto_cli.cli.streams import print_bytes
from sto_cli.files.outgoing import outgoing, outgoing_json
from sto_cli.render.terminal.styled import Line, plain

Answer = dict[str, Any] | str | bytes | Iterable[Line]
"""Plain data for JSON, a whole text with its own line ends, the bytes of a file, or styled lines."""


def deliver(answer: Answer, output: Path | None = None, *, force: bool = False) -> None:
    """Print an answer, or write it to a file, whole or not at all.

    On a terminal nothing is printed until all is known, as a bar may be on the screen till then.

    Raises:
        UnwritableFile: the file exists and `force` is not set, or cannot be written.
    """
    if output is not None:
        from sto_cli.files.writing import write_whole

        write_whole(output, _content(answer), force=force)
    elif isinstance(answer, dict):
        print_json(answer)
    elif isinstance(answer, str | bytes):
        _print_whole(answer)
    else:
        show(list(answer) if sys.stdout.isatty() else answer)


def print_json(answer: object) -> None:
    """Print an answer as JSON: UTF-8, not wrapped, with nothing around it, and piece by piece where it is large."""
    import json

    json.dump(answer, _JsonOut(), ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


class _JsonOut:
    """Passes JSON on to standard output, with what does not show escaped."""

    def write(self, text: str) -> None:
        sys.stdout.write(outgoing_json(text))


def _content(answer: Answer) -> str | bytes:
    if isinstance(answer, dict):
        import io
        import json

        text = io.StringIO()
        json.dump(answer, text, ensure_ascii=False, indent=2)
        return outgoing_json(text.getvalue()) + "\n"
    if isinstance(answer, bytes):
        return answer
    return outgoing(answer if isinstance(answer, str) else "".join(plain(line).rstrip() + "\n" for line in answer))


def _print_whole(answer: str | bytes) -> None:
    """Print with the answer's own line ends; a terminal does not want the byte-order mark."""
    if isinstance(answer, str) and sys.stdout.isatty():
        print(answer.lstrip("\ufeff"), end="")
        return
    print_bytes(outgoing(answer).encode() if isinstance(answer, str) else answer)
