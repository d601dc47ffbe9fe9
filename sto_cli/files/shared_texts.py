"""How many letters a workbook's cells hold when each text that they share is counted where it stands.

A text stands once in the file, and once for every cell in memory: a long one in thousands of cells is a bomb.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_TEXT = re.compile(rb"<(?:[\w.-]+:)?si(?=[\s/>])")
_VALUE = re.compile(rb"<(?:[\w.-]+:)?v(?:\s[^<>]*)?>([^<]*)")
LEAST_CELL = 12
"""Bytes of the smallest cell with a value."""


def lengths_of(part: bytes) -> list[int]:
    """Return the bytes of each shared text, with its tags."""
    return [len(text) for text in _TEXT.split(part)[1:]]


def letters_in(pieces: Iterable[bytes], lengths: Sequence[int]) -> int:
    """Count the bytes of the texts that a sheet's values may name; what is no plain number may name the longest."""
    longest = max(lengths, default=0)
    total = 0
    for piece in pieces:
        total += piece.count(b"<!") * longest
        for value in _VALUE.findall(piece):
            if value.isdigit():
                number = int(value[:9])
                total += lengths[number] if number < len(lengths) else 0
            elif b"&" in value or value != value.strip():
                total += longest
    return total
