"""Columns that line up: rows of styled cells made into lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from sto_cli.render.terminal.styled import Line, Span
from sto_cli.render.visible import width

Side = Literal["left", "right"]
Cell = Line
GAP = "  "


def text(value: str, style: str = "") -> Cell:
    """Make a cell of one text."""
    return [(value, style)]


def grid(rows: Iterable[Sequence[Cell]], sides: Sequence[Side]) -> list[Line]:
    """Line up rows of as many cells as there are sides; a column is as wide as its widest cell, or left out."""
    rows = list(rows)
    widths = [max((_width(row[place]) for row in rows), default=0) for place in range(len(sides))]
    return [_line(row, widths, sides) for row in rows]


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


def first_that_fits(tables: Iterable[list[Line]], room: int | None) -> list[Line]:
    """Return the first table that is no wider than `room`, else the last; tables come widest first."""
    table: list[Line] = []
    for table in tables:
        if room is None or max(map(_width, table), default=0) <= room:
            break
    return table


def _line(row: Sequence[Cell], widths: Sequence[int], sides: Sequence[Side]) -> Line:
    line: Line = []
    for place, cell in enumerate(row):
        if not widths[place]:
            continue
        space: Span = (" " * (widths[place] - _width(cell)), "")
        line += [(GAP, "")] if line else []
        line += [*cell, space] if sides[place] == "left" else [space, *cell]
    return line


def _width(cell: Cell) -> int:
    return sum(width(piece) for piece, _ in cell)
