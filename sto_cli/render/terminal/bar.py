"""A bar with a part for each standing. Each part shows, however small, also without colour."""

from __future__ import annotations

from collections.abc import Iterable

from sto_cli.messages import Translator
from sto_cli.render.standings import LOOKS, occurring
from sto_cli.render.terminal.styled import Line
from sto_cli.reports.count import Count


def bar(count: Count, length: int) -> Line:
    """Draw a count as a bar of `length` signs; without schools it is empty."""
    if not length:
        return [("", "")]
    cells = shares_of(length, tuple(getattr(count, standing) for standing in LOOKS))
    spans = [(look.sign * n, look.style) for look, n in zip(LOOKS.values(), cells, strict=True) if n]
    return spans or [(" " * length, "")]


def legend(counts: Iterable[Count], translator: Translator) -> Line:
    """Say what the signs of these bars mean."""
    line: Line = []
    for look in (LOOKS[standing] for standing in occurring(sum(counts, Count()))):
        line += [("   " if line else "", ""), (look.sign, look.style), (f" {translator.text(look.word)}", "")]
    return line


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
