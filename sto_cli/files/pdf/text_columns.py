"""Columns of running text, as in a newspaper: one is read down to its foot before the next begins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from sto_cli.files.pdf.grid import Grid
from sto_cli.files.pdf.lines import PdfLine, Piece, lines_of

FEWEST_LINES = 6
"""Lines of running text that a column has at least."""

FILLED, MOSTLY = 0.7, 0.5
"""Part of the width of a column that a line of running text fills, and part of the lines that do: cells are shorter."""

NARROWEST = 0.3
"""Part of the width of what stands on the page from which on a second column of text can begin."""

SURELY = 0.8
"""Part of the width of a piece, which is an estimate, that it has for sure."""


class PageColumn(NamedTuple):
    """What is read from top to bottom: pieces of text and tables."""

    pieces: list[Piece]
    tables: list[Grid]


def parts_of(pieces: Sequence[Piece], tables: Sequence[Grid]) -> Iterator[PageColumn]:
    """Yield what stands on a page in the order in which it is read."""
    start = _second_column(lines_of(pieces))
    if start is None:
        yield PageColumn(list(pieces), list(tables))
        return
    things: list[tuple[float, bool, PdfLine | Grid]] = [(one.y, _crosses(one, start), one) for one in lines_of(pieces)]
    things += [(one.top, one.columns[0] < start < one.columns[-1], one) for one in tables]
    things.sort(key=lambda one: -one[0])
    for _, band in groupby(things, lambda one: one[1]):
        yield from _columns(_part([one for _, _, one in band]), start)


def _second_column(lines: Sequence[PdfLine]) -> float | None:
    """Return where a second column begins: where most lines do, far enough to the right."""
    starts = Counter(round(x) for line in lines for x in line.starts)
    left, right = min(starts, default=0), max((line.end for line in lines), default=0.0)
    far = {x: number for x, number in starts.items() if x > left + NARROWEST * (right - left)}
    most = max(far, key=far.__getitem__, default=0)
    return most - 1.0 if far.get(most, 0) >= FEWEST_LINES else None


def _crosses(line: PdfLine, start: float) -> bool:
    return any(one.x < start < one.x + SURELY * one.width for one in line.pieces)


def _part(things: Sequence[PdfLine | Grid]) -> PageColumn:
    lines = [one for one in things if isinstance(one, PdfLine)]
    tables = [one for one in things if isinstance(one, Grid)]
    return PageColumn([piece for line in lines for piece in line.pieces], tables)


def _columns(part: PageColumn, start: float) -> Iterator[PageColumn]:
    """Yield a part as two where both sides are running text; else it is a table without rules, or one column."""
    left, right = PageColumn([], []), PageColumn([], [])
    for piece in part.pieces:
        (left if piece.x < start else right).pieces.append(piece)
    for table in part.tables:
        (left if table.columns[0] < start else right).tables.append(table)
    yield from (left, right) if _is_running(left) and _is_running(right) else (part,)


def _is_running(part: PageColumn) -> bool:
    lines = lines_of(part.pieces)
    if len(lines) < FEWEST_LINES:
        return False
    left, right = min(line.x for line in lines), max(line.end for line in lines)
    return sum(line.end - line.x >= FILLED * (right - left) for line in lines) >= MOSTLY * len(lines)
