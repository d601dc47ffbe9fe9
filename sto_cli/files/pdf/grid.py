"""The rules of a page as the grids of its tables: which of them cross, and the cells they keep apart."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sto_cli.files.limits import PDF_RULES

NEAR = 3.0
"""Points by which rules may miss each other."""

LEAST = 8.0
"""Points of a rule that keeps cells apart; shorter ones are strokes of letters and signs."""


class Stroke(NamedTuple):
    """A straight line, from its lower left to its upper right, in points."""

    x: float
    y: float
    to_x: float
    to_y: float

    @property
    def is_level(self) -> bool:
        """Whether it runs from left to right."""
        return self.to_x - self.x >= self.to_y - self.y


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the places of its columns from the left, and of its rows from the top; one more than there are cells.

    `uprights` are its rules from top to bottom, `levels` the others: where one of them fails, a cell reaches over it.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    levels: tuple[Stroke, ...]
    uprights: tuple[Stroke, ...]

    @property
    def top(self) -> float:
        """Where it begins."""
        return self.rows[0]

    def holds(self, x: float, y: float) -> bool:
        """Whether a place lies within it."""
        return self.columns[0] - NEAR <= x <= self.columns[-1] and self.rows[-1] <= y <= self.rows[0]

    def at(self, x: float, y: float) -> tuple[int, int]:
        """Return the cell in which a place lies, by row and column; of one that reaches further, its first."""
        column = min(max(bisect_right(self.columns, x + 1) - 1, 0), len(self.columns) - 2)
        row = min(max(sum(one > y for one in self.rows) - 1, 0), len(self.rows) - 2)
        while column and not _covers(self.uprights, self.columns[column], y, upright=True):
            column -= 1
        middle = min(x, self.columns[-1] - 1)
        while row and not _covers(self.levels, self.rows[row], middle, upright=False):
            row -= 1
        return row, column


def _covers(rules: Iterable[Stroke], place: float, across: float, *, upright: bool) -> bool:
    """Whether a rule at a place reaches a point."""
    for rule in rules:
        at, low, high = (rule.x, rule.y, rule.to_y) if upright else (rule.y, rule.x, rule.to_x)
        if abs(at - place) <= NEAR and low - NEAR <= across <= high + NEAR:
            return True
    return False


def grids(rules: Sequence[Stroke]) -> list[Grid]:
    """Return the tables of a page; a lone line or frame around a text is one with one cell."""
    long = [one for one in rules if max(one.to_x - one.x, one.to_y - one.y) >= LEAST][:PDF_RULES]
    return [grid for group in _groups(long) if (grid := _grid(group)) is not None]


def _groups(rules: Sequence[Stroke]) -> Iterator[list[Stroke]]:
    """Yield rules that touch each other, each group once."""
    left = sorted(rules)
    while left:
        group, waiting = [], [left.pop()]
        while waiting:
            one = waiting.pop()
            group.append(one)
            touching = [other for other in left if _touch(one, other)]
            waiting += touching
            taken = set(map(id, touching))
            left = [other for other in left if id(other) not in taken]
        yield group


def _touch(one: Stroke, other: Stroke) -> bool:
    return (
        one.x - NEAR <= other.to_x
        and other.x - NEAR <= one.to_x
        and one.y - NEAR <= other.to_y
        and other.y - NEAR <= one.to_y
    )


def _grid(rules: Sequence[Stroke]) -> Grid | None:
    levels = tuple(one for one in rules if one.is_level)
    uprights = tuple(one for one in rules if not one.is_level)
    if not uprights or not levels:
        return None
    columns = _places([*(one.x for one in uprights), min(one.x for one in rules), max(one.to_x for one in rules)])
    rows = _places([*(one.y for one in levels), min(one.y for one in rules), max(one.to_y for one in rules)])
    if len(columns) < 2 or len(rows) < 2:  # noqa: PLR2004 - both sides of a cell
        return None
    return Grid(columns, rows[::-1], levels, uprights)


def _places(found: Iterable[float]) -> tuple[float, ...]:
    """Return places from low to high, those that lie together as one."""
    places: list[float] = []
    for one in sorted(found):
        if not places or one - places[-1] > NEAR:
            places.append(one)
    return tuple(places)
