"""A map of schools that needs no map: the schools' own places draw the country.

All lengths are kilometres on the ground, which are also the units of the drawing. At the size of the Netherlands an
equirectangular projection around the middle latitude is off by less than 1% in shape.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sto_cli.register.model import School

Point = tuple[float, float]

KM_PER_DEGREE = 111.32
MIDDLE_LATITUDE = 52.2
WEST, NORTH = 3.2, 53.6
"""The origin of the drawing: just outside the north-western corner of the European Netherlands."""

EUROPEAN = ((50.7, 53.7), (3.2, 7.3))
"""Latitudes and longitudes of the European Netherlands: what lies outside (Bonaire) would shrink the rest to a dot."""

MARGIN = 0.04
SMALLEST_WIDTH = 24.0
"""Kilometres: one town alone is not blown up further."""

COUNTRYWIDE = 150.0
"""From this width on the land is drawn as one shape around the schools."""

LABELS = 14
LABEL_ROOM = 0.15
"""Names of places stand at least this share of the map's width apart."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One school on the map; `x` and `y` in kilometres from the map's corner."""

    school: School
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a place that helps to find one's way."""

    name: str
    x: float
    y: float


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
        return round(max(self.width, self.height) * 0.0062, 2)

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
    margin = MARGIN * max(right - left, bottom - top, SMALLEST_WIDTH)
    width = max(right - left + 2 * margin, SMALLEST_WIDTH)
    height = max(bottom - top + 2 * margin, SMALLEST_WIDTH)
    return Frame((left + right - width) / 2, (top + bottom - height) / 2, width, height)


def dots(schools: Iterable[School], frame: Frame) -> list[Dot]:
    """Return a dot for each school in the frame, moved just so far that none hides another."""
    spread = _Spread(frame.radius * 2.15)
    return [
        Dot(school, round(x - frame.x, 1), round(y - frame.y, 1))
        for school in schools
        if school.coordinates and drawable(school) and frame.holds(project(school.coordinates))
        for x, y in [spread.settle(project(school.coordinates))]
    ]


def land(schools: Iterable[School], frame: Frame) -> str:
    """Return an SVG path of one point per school: drawn with a broad round pen it makes the land."""
    points = {
        (round(x - frame.x), round(y - frame.y))
        for school in schools
        if school.coordinates and drawable(school)
        for x, y in [project(school.coordinates)]
    }
    return "".join(f"M{x} {y}h0" for x, y in sorted(points))


def labels(schools: Sequence[School], frame: Frame) -> list[Label]:
    """Return the names of the places with most schools, far enough apart to be read."""
    towns: dict[str, list[Point]] = defaultdict(list)
    for school in schools:
        if school.coordinates and drawable(school) and frame.holds(project(school.coordinates)):
            towns[school.town].append(project(school.coordinates))
    chosen: list[Label] = []
    for name, points in sorted(towns.items(), key=lambda town: (-len(town[1]), town[0])):
        x = sum(x for x, _ in points) / len(points) - frame.x
        y = sum(y for _, y in points) / len(points) - frame.y
        if all(math.dist((x, y), (other.x, other.y)) > LABEL_ROOM * frame.width for other in chosen):
            chosen.append(Label(name, round(x, 1), round(y, 1)))
        if len(chosen) == LABELS:
            break
    return chosen


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
