"""A bar of three parts: takes part, does not, not known. Each part shows, however small, also without colour."""

from __future__ import annotations

from sto_cli.render.terminal.styled import Line
from sto_cli.reports.count import Count

PARTS = (("█", "good"), ("×", "error"), ("░", "gutter"))
"""Sign and style of what takes part, what does not, and what is not known, in the order of the bar."""


def bar(count: Count, length: int) -> Line:
    """Draw a count as a bar of `length` signs; without schools it is empty."""
    if not length:
        return [("", "")]
    cells = shares_of(length, (count.participating, count.not_participating, count.unknown))
    spans = [(sign * n, style) for (sign, style), n in zip(PARTS, cells, strict=True) if n]
    return spans or [(" " * length, "")]


def shares_of(length: int, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Divide `length` in proportion; whatever is not nothing gets at least one, the rest goes by largest remainder."""
    total = sum(numbers)
    if not total:
        return tuple(0 for _ in numbers)
    exact = [length * number / total for number in numbers]
    cells = [max(int(share), 1) if number else 0 for share, number in zip(exact, numbers, strict=True)]
    while sum(cells) != length:
        step = 1 if sum(cells) < length else -1
        movable = [place for place, n in enumerate(cells) if numbers[place] and (step > 0 or n > 1)]
        if not movable:  # more parts than room
            break
        cells[max(movable, key=lambda place: step * (exact[place] - cells[place]))] += step
    return tuple(cells)
