"""Counts drawn school by school, with the marks of the map, so that small numbers do not pose as percentages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from sto_cli.render.words import LOOKS
from sto_cli.reports.count import Count, Standing

A_LINE = 10
"""Marks in a line, so that tens are seen at once; more go on in the next one."""

MOST = 100
"""Where a row has more schools than this, a mark stands for several in the whole table."""

STEP = 10
"""Pixels from one mark to the next, and from one line to the next."""


@dataclass(frozen=True, slots=True)
class Waffle:
    """SVG paths for the standings of a count, in pixels, one after the other; all fit in the width and height.

    `participating` is drawn as points for a round pen, the others as outlines of diamonds and rings.
    """

    width: int
    height: int
    paths: Sequence[tuple[Standing, str]]


def schools_a_mark(counts: Iterable[Count]) -> int:
    """Return for how many schools a mark stands in a table of these counts: the same in every row."""
    return max(1, -(-max((count.schools for count in counts), default=0) // MOST))


def waffle(count: Count, a_mark: int = 1) -> Waffle:
    """Draw a count, standing after standing as in a bar; whatever is not nothing is drawn."""
    sizes = [-(-getattr(count, standing) // a_mark) for standing in LOOKS]
    edges = [0, *accumulate(sizes)]
    spans = zip(LOOKS, pairwise(edges), strict=True)
    paths = [(one, "".join(_middle(number) + _PENS.get(one, "h0") for number in range(*span))) for one, span in spans]
    return Waffle(
        width=min(edges[-1], A_LINE) * STEP,
        height=-(-edges[-1] // A_LINE) * STEP,
        paths=[(standing, path) for standing, path in paths if path],
    )


_PENS: dict[Standing, str] = {
    "not_participating": "m0-4.5 4.5 4.5-4.5 4.5-4.5-4.5z",
    "likely": "m-3.4 0a3.4 3.4 0 1 0 6.8 0 3.4 3.4 0 1 0-6.8 0z",
    "in_talks": "m0-4 4.2 7.6h-8.4z",
    "unknown": "m-3 0a3 3 0 1 0 6 0 3 3 0 1 0-6 0z",
}
"""What is drawn from the middle of a mark, where it is not a point."""


def stretches(count: Count) -> list[tuple[Standing, float, float]]:
    """Return the parts of a bar: standing, where it begins and how long it is, in percents of the whole."""
    found: list[tuple[Standing, float, float]] = []
    at = 0
    for standing in LOOKS:
        size = getattr(count, standing)
        if size:
            found.append((standing, round(100 * at / count.schools, 2), round(100 * size / count.schools, 2)))
        at += size
    return found


def _middle(number: int) -> str:
    """Return the middle of a mark as the start of a path."""
    line, column = divmod(number, A_LINE)
    return f"M{column * STEP + STEP // 2} {line * STEP + STEP // 2}"
