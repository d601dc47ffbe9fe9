"""Brings an answer where the user wants it: the screen, a pipe, or a file."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from sto_cli.cli.screen import show
from sto_cli.files.writing import write_whole
from sto_cli.render.styled import Line, plain


def deliver(lines: Iterable[Line], output: Path | None = None, *, force: bool = False) -> None:
    """Print an answer, or write it to a file, whole or not at all.

    On a terminal nothing is printed until all is known, as a bar may be on the screen till then.

    Raises:
        UnwritableFile: the file exists and `force` is not set, or cannot be written.
    """
    if output is not None:
        write_whole(output, "".join(plain(line).rstrip() + "\n" for line in lines), force=force)
    else:
        show(list(lines) if sys.stdout.isatty() else lines)
