"""Counts drawn school by school, with the marks of the map, so that small numbers do not pose as percentages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, pairwise

from sto_cli.reports.count import Count

A_LINE = 10
"""Marks in a line, so that tens are seen at once; more go on in the next one."""

MOST = 100
"""Where a row has more schools than this, a mark stands for several in the whole table."""

STEP = 10
"""Pixels from one mark to the next, and from one line to the next."""


@dataclass(frozen=True, slots=True)
class Waffle:
    """SVG paths for the three counts, in pixels, one after the other.

    `participating` and `unknown` are points for a round pen, `not_participating` are outlines of diamonds.
    """

    width: int
    height: int
    participating: str
    unknown: str
    not_participating: str


def schools_a_mark(counts: Iterable[Count]) -> int:
    """Return for how many schools a mark stands in a table of these counts: the same in every row."""
    return max(1, -(-max((count.schools for count in counts), default=0) // MOST))


def waffle(count: Count, a_mark: int = 1) -> Waffle:
    """Draw a count: participating first, unknown next, not participating last; whatever is not nothing is drawn."""
    sizes = [-(-size // a_mark) for size in (count.participating, count.unknown, count.not_participating)]
    edges = [0, *accumulate(sizes)]
    yes, open_, no = (range(*span) for span in pairwise(edges))
    return Waffle(
        width=min(edges[-1], A_LINE) * STEP,
        height=-(-edges[-1] // A_LINE) * STEP,
        participating="".join(f"{_middle(number)}h0" for number in yes),
        unknown="".join(f"{_middle(number)}h0" for number in open_),
        not_participating="".join(f"{_middle(number)}m0-4.5 4.5 4.5-4.5 4.5-4.5-4.5z" for number in no),
    )


def _middle(number: int) -> str:
    """Return the middle of a mark as the start of a path."""
    line, column = divmod(number, A_LINE)
    return f"M{column * STEP + STEP // 2} {line * STEP + STEP // 2}"
