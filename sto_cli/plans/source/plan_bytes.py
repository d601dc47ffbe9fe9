"""How much of a file is read as a plan: text is short, a Word document may hold photographs."""

from pathlib import Path
from typing import BinaryIO

from sto_cli.files.limits import PLAN_BYTES, WORD_BYTES
from sto_cli.files.reading import read_bytes
from sto_cli.files.word.other_kinds import has_layout


def read_plan_bytes(path: Path) -> bytes:
    """Read a file as far as a plan can go, and one byte more when it is longer.

    Raises:
        UnreadableFile: it is missing, a folder, locked, or may not be read.
    """
    return read_bytes(path, take=plan_bytes)


def plan_bytes(stream: BinaryIO) -> bytes:
    """Read from an open file as far as a plan can go, and one byte more when it is longer."""
    start = stream.read(PLAN_BYTES + 1)
    return start + stream.read(WORD_BYTES - PLAN_BYTES) if has_layout(start) else start
