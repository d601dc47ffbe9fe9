"""Lines of text whose parts carry the name of a style, so that colour is decided by whoever prints them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

Span = tuple[str, str]
"""A piece of text and the name of its style ("" for none)."""

Line = list[Span]

STYLES = {
    "error": "bold red",
    "warning": "bold yellow",
    "tip": "bold cyan",
    "good": "bold green",
    "place": "bold",
    "heading": "bold",
    "gutter": "dim",
    "aside": "dim",
    "added": "green",
    "removed": "red",
}
"""Style names and what they look like on a terminal. Colour never says what the words do not say too."""


def plain(line: Line) -> str:
    """Return a line without styles."""
    return "".join(text for text, _ in line)


def as_lines(pieces: Iterable[str]) -> Iterator[Line]:
    """Return text that comes in pieces as whole lines without a style."""
    begun = ""
    for piece in pieces:
        *whole, begun = (begun + piece).split("\n")
        yield from ([(line, "")] for line in whole)
    if begun:
        yield [(begun, "")]
