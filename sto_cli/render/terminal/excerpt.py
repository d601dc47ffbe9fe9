"""The line of a file that a finding is about, cut to the part that matters, with the place marked."""

from __future__ import annotations

from dataclasses import dataclass

from sto_cli.findings import Place
from sto_cli.render.terminal.table import cut
from sto_cli.render.visible import visible, width

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
