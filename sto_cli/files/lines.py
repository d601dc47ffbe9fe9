"""The lines of a text, as files of any system end them, and the characters in them."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINE = re.compile(r"[^\r\n]*(?:\r\n|[\r\n]|$)")


def split_lines(text: str) -> list[str]:
    """Split a text into lines that keep their ends; joined they give the text back. The last one may be empty."""
    lines = _LINE.findall(text)
    return lines[:-1] if len(lines) > 1 and lines[-1] == "" and not lines[-2].endswith(("\r", "\n")) else lines


def without_end(line: str) -> str:
    """Return a line without its line end."""
    return line.rstrip("\r\n")


class Spot(NamedTuple):
    """A character in a text: line and column from 0 (a `Place`, for people, counts from 1)."""

    line: int
    column: int
