"""Laying out an answer: labels in a column, texts beside them, wrapped to the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from sto_cli.render.terminal.styled import Line
from sto_cli.render.visible import visible, width

NARROWEST = 24
"""A column narrower than this is not wrapped to: the terminal may break the line itself."""


def labelled(rows: Sequence[tuple[str, Sequence[tuple[str, str]]]], room: int | None) -> Iterator[Line]:
    """Write rows of a label and its texts (text, style), the texts under each other in one column."""
    column = max((width(label) for label, _ in rows), default=0) + 2
    for label, texts in rows:
        head = label + " " * (column - width(label))
        for text, style in texts:
            for piece in fitted(text, None if room is None else room - column):
                yield [(head, "aside"), (piece, style)]
                head = " " * column


def numbered(marks: Sequence[tuple[str, str]], texts: Iterable[tuple[str, str]], room: int | None) -> Iterator[Line]:
    """Write texts (text, style) behind their marks (mark, style), which all have one width."""
    for (mark, mark_style), (text, style) in zip(marks, texts, strict=True):
        head, head_style = mark, mark_style
        for piece in fitted(text, None if room is None else room - width(mark)):
            yield [(head, head_style), (piece, style)]
            head, head_style = " " * width(mark), ""


def columns(rows: Sequence[Sequence[str]], styles: Sequence[str], gap: int = 2) -> Iterator[Line]:
    """Write rows of short texts in columns as wide as their widest text; the last column is left as it is."""
    widths = [max((width(cell) for cell in column), default=0) for column in zip(*rows, strict=True)]
    for row in rows:
        *cells, last = [visible(cell) for cell in row]
        padded = [cell + " " * (size - width(cell) + gap) for cell, size in zip(cells, widths, strict=False)]
        yield list(zip([*padded, last], styles, strict=True))


def fitted(text: str, room: int | None) -> list[str]:
    """Return a text safe to show, in pieces that fit; an address is never broken."""
    text = visible(text)
    if room is None or width(text) <= room or room < NARROWEST:
        return [text]
    return textwrap.wrap(text, room, break_long_words=False, break_on_hyphens=False) or [""]
