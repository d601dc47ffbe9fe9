"""The lines of a text, counted as the YAML parser counts them."""

from __future__ import annotations

import re

_LINE = re.compile(r"[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029]|$)")
"""A line with its end. YAML 1.1 also ends a line at NEL, LS and PS; `str.splitlines` at yet more characters."""

LINE_ENDS = "\r\n\x85\u2028\u2029"


def split_lines(text: str) -> list[str]:
    """Split a text into lines that keep their ends; joined they give the text back. The last one may be empty."""
    lines = _LINE.findall(text)
    return lines[:-1] if len(lines) > 1 and lines[-1] == "" and lines[-2][-1:] not in LINE_ENDS else lines


def without_end(line: str) -> str:
    """Return a line without its line end."""
    return line.rstrip(LINE_ENDS)
