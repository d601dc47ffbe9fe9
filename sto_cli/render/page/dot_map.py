"""A map of schools that needs no map: the schools' own places draw the country.

All lengths are kilometres on the ground, which are also the units of the drawing. At the size of the Netherlands an
equirectangular projection around the middle latitude is off by less than 1% in shape.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sto_cli.register.model import School
    from sto_cli.reports.standing import Position

Point = tuple[float, float]

KM_PER_DEGREE = 111.32
MIDDLE_LATITUDE = 52.2
WEST, NORTH = 3.2, 53.6
"""The origin of the drawing: just outside the north-western corner of the European Netherlands."""

EUROPEAN = ((50.7, 53.7), (3.2, 7.3))
"""Latitudes and longitudes of the European Netherlands: what lies outside (Bonaire) would shrink the rest to a dot."""

MARGIN, MARGIN_NEAR = 0.04, 0.1
"""Room around the outermost schools, as a share of the longer side: countrywide, and in a smaller area."""
SMALLEST_WIDTH = 24.0
"""Kilometres: one town alone is not blown up further."""

COUNTRYWIDE = 150.0
"""From this width on the land is drawn as one shape around the schools."""

LABELS = 14
LABEL_ROOM = 0.12
"""Names of places stand at least this share of the map's width apart."""

LETTER = 0.7
"""The width of a letter, as a share of its height: a broad letter's, since on a phone the names are drawn larger."""

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Dot:
    """One school on the map; `x` and `y` in kilometres from the map's corner."""

    position: Position
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a place that helps to find one's way; `x` and `y` are where its line of writing begins."""

    name: str
    x: float
    y: float
    anchor: Anchor = "middle"


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the country that a map shows; `x` and `y` are its corner in kilometres from the origin."""

    x: float
    y: float
    width: float
    height: float

    @property
    def countrywide(self) -> bool:
        """Whether it shows (most of) the country."""
        return self.width >= COUNTRYWIDE

    @property
    def radius(self) -> float:
        """The radius of a dot: small enough to tell neighbours apart, large enough to see its shape."""
        return round(max(self.width, self.height) * (0.0064 if self.countrywide else 0.011), 2)

    @property
    def letter(self) -> float:
        """The height of the names of places."""
        return round(self.width * 0.0225, 2)

    @property
    def scale_bar(self) -> int:
        """A round number of kilometres that is about a fifth of the width."""
        return max(length for length in (2, 5, 10, 20, 50) if length <= self.width / 4)

    def holds(self, point: Point) -> bool:
        """Whether a point lies in the frame."""
        return self.x <= point[0] <= self.x + self.width and self.y <= point[1] <= self.y + self.height


def project(coordinates: Point) -> Point:
    """Return kilometres east and south of the origin for a latitude and longitude in degrees."""
    latitude, longitude = coordinates
    east = (longitude - WEST) * KM_PER_DEGREE * math.cos(math.radians(MIDDLE_LATITUDE))
    return east, (NORTH - latitude) * KM_PER_DEGREE


def drawable(school: School) -> bool:
    """Whether a school has coordinates in the European Netherlands."""
    if school.coordinates is None:
        return False
    return all(low <= value <= high for value, (low, high) in zip(school.coordinates, EUROPEAN, strict=True))


def frame_around(schools: Iterable[School]) -> Frame | None:
    """Return the frame that shows these schools with a margin; None when none of them can be drawn."""
    points = [project(school.coordinates) for school in schools if school.coordinates and drawable(school)]
    if not points:
        return None
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    margin = (MARGIN if right - left >= COUNTRYWIDE else MARGIN_NEAR) * max(right - left, bottom - top, SMALLEST_WIDTH)
    width = max(right - left + 2 * margin, SMALLEST_WIDTH)
    height = max(bottom - top + 2 * margin, SMALLEST_WIDTH)
    return Frame((left + right - width) / 2, (top + bottom - height) / 2, width, height)


def dots(positions: Iterable[Position], frame: Frame) -> list[Dot]:
    """Return a dot for each school in the frame, moved just so far that none hides another.

    From north to south, so that the order of the file does not matter.
    """
    spread = _Spread(frame.radius * 2.15)
    places = [
        (project(position.school.coordinates), position)
        for position in positions
        if position.school.coordinates and drawable(position.school)
    ]
    return [
        Dot(position, round(x - frame.x, 1), round(y - frame.y, 1))
        for point, position in sorted(places, key=lambda place: (place[0][1], place[0][0], place[1].school.id))
        for x, y in [spread.settle(point)]
    ]


def points(schools: Iterable[School], frame: Frame, step: float = 1.0) -> str:
    """Return an SVG path of one point per school, rounded to `step` kilometres: a round pen makes dots of them."""
    found = {
        (round((x - frame.x) / step) * step, round((y - frame.y) / step) * step)
        for school in schools
        if school.coordinates and drawable(school)
        for x, y in [project(school.coordinates)]
        if frame.holds((x, y))
    }
    return "".join(f"M{x:g} {y:g}h0" for x, y in sorted(found))


def labels(schools: Iterable[School], dots: Sequence[Dot], frame: Frame) -> list[Label]:
    """Return the names of the places with most schools, far enough apart, where they cover the fewest dots."""
    chosen = [_scale(frame)]
    for name, (x, y) in _apart(_towns(schools, frame), LABEL_ROOM * frame.width)[:LABELS]:
        ways = _around(name, x, y, frame)
        chosen.append(min(ways, key=lambda label: _cost(label, chosen, dots, frame)))
    return chosen[1:]


def _scale(frame: Frame) -> Label:
    """Return the writing of the scale, which keeps its place in the lower left corner."""
    return Label("100 km", frame.letter, frame.height - 1.5 * frame.letter, "start")


def _apart(towns: Iterable[tuple[str, Point]], room: float) -> list[tuple[str, Point]]:
    chosen: list[tuple[str, Point]] = []
    for name, place in towns:
        if all(math.dist(place, other) > room for _, other in chosen):
            chosen.append((name, place))
    return chosen


def _towns(schools: Iterable[School], frame: Frame) -> list[tuple[str, Point]]:
    """Return the places in the frame with the middle of their schools, those with most schools first."""
    found: dict[str, list[Point]] = defaultdict(list)
    for school in schools:
        if school.town and school.coordinates and drawable(school) and frame.holds(project(school.coordinates)):
            found[school.town].append(project(school.coordinates))
    ordered = sorted(found.items(), key=lambda town: (-len(town[1]), town[0]))
    return [
        (name, (sum(x for x, _ in at) / len(at) - frame.x, sum(y for _, y in at) / len(at) - frame.y))
        for name, at in ordered
    ]


def _around(name: str, x: float, y: float, frame: Frame) -> Iterable[Label]:
    """Return the ways to write a name beside, above or below a point."""
    for away in (1.0, 1.7, 2.4):
        step = away * frame.letter
        yield Label(name, round(x + step * 0.7, 1), round(y + frame.letter * 0.35, 1), "start")
        yield Label(name, round(x - step * 0.7, 1), round(y + frame.letter * 0.35, 1), "end")
        yield Label(name, round(x, 1), round(y - step * 0.6, 1))
        yield Label(name, round(x, 1), round(y + step * 1.2, 1))


def _cost(label: Label, others: Iterable[Label], dots: Sequence[Dot], frame: Frame) -> int:
    """Return how many dots a name would cover; covering another name or leaving the frame is worse than any of them."""
    left, top, right, bottom = _box(label, frame)
    worst = len(dots) + 1
    outside = left < 0 or right > frame.width or top < 0 or bottom > frame.height
    names = sum(
        left < other_right and other_left < right and top < other_bottom and other_top < bottom
        for other_left, other_top, other_right, other_bottom in (_box(other, frame) for other in others)
    )
    r = frame.radius
    covered = sum(left - r <= dot.x <= right + r and top - r <= dot.y <= bottom + r for dot in dots)
    return worst * (outside + names) + covered


def _box(label: Label, frame: Frame) -> tuple[float, float, float, float]:
    """Return the left, top, right and bottom of a name."""
    width = LETTER * frame.letter * len(label.name)
    left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    return left, label.y - frame.letter * 0.9, left + width, label.y + frame.letter * 0.3


class _Spread:
    """Gives each point the nearest free spot on a widening spiral around its own."""

    def __init__(self, gap: float) -> None:
        self.gap = gap
        self.taken: dict[tuple[int, int], list[Point]] = defaultdict(list)

    def settle(self, point: Point) -> Point:
        """Return the nearest spot that is `gap` away from all that are taken, and take it."""
        spot = next((spot for spot in self._spiral(point) if self._free(spot)), point)
        self.taken[self._cell(spot)].append(spot)
        return spot

    def _spiral(self, point: Point) -> Iterable[Point]:
        yield point
        for turn in range(1, 400):
            angle, away = turn * 2.399963, self.gap * 0.28 * math.sqrt(turn)  # the golden angle spreads evenly
            yield point[0] + away * math.cos(angle), point[1] + away * math.sin(angle)

    def _cell(self, point: Point) -> tuple[int, int]:
        return int(point[0] // self.gap), int(point[1] // self.gap)

    def _free(self, spot: Point) -> bool:
        column, row = self._cell(spot)
        return all(
            math.dist(spot, other) >= self.gap
            for i in (column - 1, column, column + 1)
            for j in (row - 1, row, row + 1)
            for other in self.taken.get((i, j), ())
        )
