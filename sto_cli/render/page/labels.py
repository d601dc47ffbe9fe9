"""Names of places on a map: where most is still to be won first, and so that no name covers a school."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sto_cli.render.page.dot_map import Dot, Frame, Point, drawable, project

if TYPE_CHECKING:
    from sto_cli.register.model import School

MOST = 14
GAPS_FIRST = 6
"""So many names go to the places with most schools that do not take part or are not known to."""

APART = 0.12
"""Named places lie at least this share of the map's width apart."""

LETTER = 0.62
"""The width of a letter, as a share of its height: a broad letter's, since on a phone the names are drawn larger."""

STEPS = (0.9, 1.6, 2.4, 3.4, 4.6, 6.0, 8.0, 10.5)
"""How far from its place a name may stand, in letters; from the third step on a line leads to the place."""

LINE_FROM = 2.0
"""From this many letters on a line leads from a name to its place."""

DIRECTIONS = ((1.0, 0.0), (-1.0, 0.0), (0.0, -1.0), (0.0, 1.0), (0.8, -0.7), (-0.8, -0.7), (0.8, 0.7), (-0.8, 0.7))

NameAnchor = Literal["start", "middle", "end"]
Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


@dataclass(frozen=True, slots=True)
class PlaceName:
    """The name of a place; `x` and `y` are where its line of writing begins, `lead` where a line to its place ends."""

    name: str
    x: float
    y: float
    anchor: NameAnchor = "middle"
    lead: Point | None = None


def labels(schools: Iterable[School], dots: Sequence[Dot], frame: Frame) -> list[PlaceName]:
    """Return the names of places that stand far enough apart, each where it covers no school and no other name.

    A place whose name finds no such spot goes without.
    """
    taken = [_scale(frame)]
    found: list[PlaceName] = []
    for name, place in _chosen(_towns(schools, frame), dots, frame):
        free = next((label for label in _around(name, place, frame) if _is_free(label, taken, dots, frame)), None)
        if free is not None:
            taken.append(_box(free, frame))
            found.append(free)
    return found[:MOST]


def _scale(frame: Frame) -> Box:
    """Return the writing of the scale, which keeps its place in the lower left corner."""
    return 0.0, frame.height - 3 * frame.letter, max(frame.scale_bar + frame.letter, 5 * frame.letter), frame.height


def _open(dots: Iterable[Dot]) -> Mapping[str, int]:
    """Count the schools of each place that do not take part or are not known to."""
    found: dict[str, int] = defaultdict(int)
    for dot in dots:
        if dot.position.standing != "participating":
            found[dot.position.school.town] += 1
    return found


def _chosen(towns: Mapping[str, list[Point]], dots: Sequence[Dot], frame: Frame) -> list[tuple[str, Point]]:
    """Return the places to name with the middle of their schools: most dots first, then largest gaps, most schools."""
    gaps = _open(dots)
    by_gaps = sorted((name for name in towns if gaps.get(name)), key=lambda name: (-gaps[name], name))[:GAPS_FIRST]
    by_size = sorted(towns, key=lambda name: (-len(towns[name]), name))
    here = Counter(dot.position.school.town for dot in dots if dot.position.school.town in towns)
    largest = [name for name, _ in here.most_common(1)]
    chosen: dict[str, Point] = {}
    for name in (*largest, *by_gaps, *by_size):
        at = towns[name]
        middle = sum(x for x, _ in at) / len(at), sum(y for _, y in at) / len(at)
        room = APART * frame.width if name not in by_gaps else APART * frame.width / 2
        if name not in chosen and all(math.dist(middle, other) > room for other in chosen.values()):
            chosen[name] = middle
    return list(chosen.items())[: MOST + GAPS_FIRST]


def _towns(schools: Iterable[School], frame: Frame) -> dict[str, list[Point]]:
    """Return the places in the frame with where their schools are."""
    found: dict[str, list[Point]] = defaultdict(list)
    for school in schools:
        if school.town and school.coordinates and drawable(school) and frame.holds(project(school.coordinates)):
            x, y = project(school.coordinates)
            found[school.town].append((x - frame.x, y - frame.y))
    return found


def _around(name: str, place: Point, frame: Frame) -> Iterable[PlaceName]:
    """Return the ways to write a name around a place, nearest first."""
    x, y = place
    for away in STEPS:
        for east, south in DIRECTIONS:
            anchor: NameAnchor = "middle" if east == 0 else "start" if east > 0 else "end"
            at = x + east * away * frame.letter, y + (south * away + (0.35 if south == 0 else 0.2)) * frame.letter
            lead = (round(x, 1), round(y, 1)) if away >= LINE_FROM else None
            yield PlaceName(name, round(at[0], 1), round(at[1], 1), anchor, lead)


def _is_free(label: PlaceName, taken: Iterable[Box], dots: Iterable[Dot], frame: Frame) -> bool:
    left, top, right, bottom = _box(label, frame)
    if left < 0 or right > frame.width or top < 0 or bottom > frame.height:
        return False
    if any(left < other[2] and other[0] < right and top < other[3] and other[1] < bottom for other in taken):
        return False
    if label.lead and _crosses(label, _scale(frame)):
        return False
    r = frame.radius
    return not any(left - r <= dot.x <= right + r and top - r <= dot.y <= bottom + r for dot in dots)


def _crosses(label: PlaceName, box: Box) -> bool:
    """Whether the line from a name to its place runs through a box."""
    x, y = label.lead or (label.x, label.y)
    steps = ((x + (label.x - x) * n / 10, y + (label.y - y) * n / 10) for n in range(11))
    return any(box[0] <= east <= box[2] and box[1] <= south <= box[3] for east, south in steps)


def _box(label: PlaceName, frame: Frame) -> Box:
    width = LETTER * frame.letter * len(label.name)
    left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    return left, label.y - frame.letter * 0.85, left + width, label.y + frame.letter * 0.25
