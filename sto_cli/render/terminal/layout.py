"""Lines of text with styles, laid out: wrapped to the terminal, indented, beside a label or behind a mark."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from sto_cli.render.visible import visible, width

NARROWEST = 10
"""Text is not wrapped to less than this: the terminal may break the line itself."""


def fitted(text: str, room: int | None, *, words: bool = False) -> list[str]:
    """Return a text safe to show, in pieces that fit; an address is never broken, a word only where `words` says so."""
    text = visible(text)
    if room is None or width(text) <= room:
        return [text]
    broken = words and "://" not in text
    return textwrap.wrap(text, max(room, NARROWEST), break_long_words=broken, break_on_hyphens=broken) or [""]


def wrapped(text: str, indent: int, room: int | None, style: str = "") -> list[Line]:
    """Return a text as indented lines; `room` is the terminal's width, None leaves the text on one line."""
    margin = " " * indent
    return [[(margin + piece, style)] for piece in fitted(text, None if room is None else room - indent)]


def labelled(rows: Sequence[tuple[str, Sequence[tuple[str, str]]]], room: int | None) -> Iterator[Line]:
    """Write rows of a label and its texts (text, style), the texts under each other in one column."""
    column = max((width(label) for label, _ in rows), default=0) + 2
    for label, texts in rows:
        yield from _hanging(visible(label) + " " * (column - width(label)), "aside", texts, room)


def numbered(marks: Sequence[tuple[str, str]], texts: Iterable[tuple[str, str]], room: int | None) -> Iterator[Line]:
    """Write texts (text, style) behind their marks (mark, style), which all have one width."""
    for (mark, style), text in zip(marks, texts, strict=True):
        yield from _hanging(mark, style, [text], room)


def _hanging(head: str, head_style: str, texts: Iterable[tuple[str, str]], room: int | None) -> Iterator[Line]:
    """Write texts (text, style) behind a head, under each other."""
    left = None if room is None else room - width(head)
    for text, style in texts:
        for piece in fitted(text, left):
            yield [(head, head_style), (piece, style)]
            head, head_style = " " * width(head), ""


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
