"""Lines of text with styles, wrapped to the terminal, indented or behind a mark; and columns that line up."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from sto_cli.findings import Place
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


Side = Literal["left", "right"]
GAP = "  "

RULE: Sequence[Line] = ()
"""A row that is drawn as a line from side to side."""


def text(value: str, style: str = "") -> Line:
    """Make a cell of one text."""
    return [(value, style)]


def table(rows: Iterable[Sequence[Line]], sides: Sequence[Side], room: int | None = None) -> list[Line]:
    """Line up rows of as many cells as there are sides; an empty column is left out.

    A column is as wide as its widest cell; where that is more than the room, the widest columns are wrapped.
    """
    rows = list(rows)
    sizes = _sizes(rows, len(sides), room)
    return [line for row in rows for line in _lines(row, sizes, sides)]


def in_columns(rows: Iterable[Sequence[str]], styles: Sequence[str]) -> list[Line]:
    """Line up rows of short texts, made safe to show; each column has its style."""
    cells = ([text(visible(cell), style) for cell, style in zip(row, styles, strict=True)] for row in rows)
    return table(cells, ["left"] * len(styles))


def cut(value: str, room: int) -> str:
    """Cut a text to `room` columns, with an ellipsis for what is left out."""
    if width(value) <= room:
        return value
    kept, used = "", 0
    for letter in value:
        used += width(letter)
        if used >= room:
            break
        kept += letter
    return kept.rstrip() + "…"


def widest(lines: Iterable[Line]) -> int:
    """Return the width of the widest line."""
    return max(map(_width, lines), default=0)


def _sizes(rows: Sequence[Sequence[Line]], number: int, room: int | None) -> list[int]:
    """Return the columns' widths: as wide as their text, the widest ones cut down to what the room leaves.

    Words are broken only where there is no other way: in the first column, which names the row, and at last in all.
    """
    columns = [[row[place] for row in rows if row] for place in range(number)]
    sizes = [max(map(_width, column), default=0) for column in columns]
    if room is not None and sum(sizes) + _gaps(sizes) > room:
        words = [max((_longest_word(cell) for cell in column), default=0) for column in columns]
        narrowest = [NARROWEST] * number
        roomy = [max(NARROWEST, word) for word in words]
        for floors in (roomy, words, [NARROWEST, *roomy[1:]], narrowest):
            sizes = _cut(sizes, floors, room)
    return sizes


def _cut(sizes: Sequence[int], floors: Sequence[int], room: int) -> list[int]:
    """Cut the widest columns that may still be cut, until all fit."""
    sizes = list(sizes)
    while (over := sum(sizes) + _gaps(sizes) - room) > 0:
        left = [place for place, size in enumerate(sizes) if size > floors[place]]
        if not left:
            break
        widest = max(left, key=sizes.__getitem__)
        next_widest = max((size for size in sizes if size < sizes[widest]), default=0)
        sizes[widest] = max(floors[widest], next_widest, sizes[widest] - over)
    return sizes


def _longest_word(cell: Line) -> int:
    """Return the width of what is not broken: the longest word but an address, and all of what is drawn."""
    if len(cell) != 1:
        return _width(cell)
    return max((width(word) for piece, _ in cell for word in piece.split() if "://" not in word), default=0)


def _gaps(sizes: Sequence[int]) -> int:
    return len(GAP) * (sum(map(bool, sizes)) - 1)


def _lines(row: Sequence[Line], sizes: Sequence[int], sides: Sequence[Side]) -> list[Line]:
    if not row:
        return [[("-" * (sum(sizes) + _gaps(sizes)), "aside")]]
    wrapped = [_pieces(cell, size) for cell, size in zip(row, sizes, strict=True)]
    return [_line(pieces, sizes, sides) for pieces in zip_longest(*wrapped, fillvalue=[])]


def _pieces(cell: Line, size: int) -> list[Line]:
    """Break a cell of one text to its column's width, also at hyphens; what is drawn (a bar) stays whole."""
    if len(cell) != 1:
        return [cell]
    value, style = cell[0]
    return [[(piece, style)] for piece in fitted(value, size, words=True)]


def _line(row: Sequence[Line], sizes: Sequence[int], sides: Sequence[Side]) -> Line:
    line: Line = []
    for cell, size, side in zip(row, sizes, sides, strict=True):
        if not size:
            continue
        space: Span = (" " * (size - _width(cell)), "")
        line += [(GAP, "")] if line else []
        line += [*cell, space] if side == "left" else [space, *cell]
    return line


def _width(cell: Line) -> int:
    return sum(width(piece) for piece, _ in cell)


BEFORE = 30
"""Characters kept before the place when a line is too long: enough to see the key and the indentation."""

MORE = "…"

MOST_MARKS = 5
"""Characters per column that are looked at: accents may stand apart from their letters and take no column."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """`text` is what is shown of the line; the mark starts after `offset` columns and is `length` columns wide."""

    text: str
    offset: int
    length: int


def excerpt(line: str, place: Place, room: int) -> Excerpt:
    """Cut a line (without its end) to `room` columns around a place, and say where the mark goes."""
    start = min(place.column - 1, len(line))
    end = len(line.rstrip()) if place.end_column is None else min(place.end_column - 1, len(line))
    looked_at = max(room, BEFORE) * MOST_MARKS
    first = _first(line[:looked_at], start, end, room)
    line = line[: first + looked_at]
    head = MORE if first else ""
    before = head + visible(line[first:start])
    marked = cut(visible(line[start : max(end, start)]), room - width(before))
    after = visible(line[max(end, start) :])
    text = cut(before + marked + after, room)
    return Excerpt(text.rstrip(), width(before), max(1, width(marked)))


def _first(line: str, start: int, end: int, room: int) -> int:
    """Return the first character to show: the line's first, unless the place would then fall outside the room."""
    if max(end, start) <= len(line) and width(line[: max(end, start)]) <= room:
        return 0
    return max(0, start - BEFORE)
