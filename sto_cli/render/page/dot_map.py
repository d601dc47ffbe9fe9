"""Schools on a map: the projection, the part of the country that is shown, and a dot for each school.

All lengths are kilometres on the ground, which are also the units of the drawing. At the size of the Netherlands an
equirectangular projection around the middle latitude is off by less than 1% in shape.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sto_cli.register.model import Coordinates, School
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
"""From this width on it is (most of) the country that is shown."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One school on the map; `x` and `y` in kilometres from the map's corner."""

    position: Position
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


def project(coordinates: Coordinates) -> Point:
    """Return kilometres east and south of the origin for a latitude and longitude in degrees."""
    latitude, longitude = coordinates
    east = (longitude - WEST) * KM_PER_DEGREE * math.cos(math.radians(MIDDLE_LATITUDE))
    return east, (NORTH - latitude) * KM_PER_DEGREE


def drawable(school: School) -> bool:
    """Whether a school has coordinates of its own in the European Netherlands."""
    if school.spot is None:
        return False
    return all(low <= value <= high for value, (low, high) in zip(school.spot, EUROPEAN, strict=True))


def frame_around(places: Iterable[Coordinates]) -> Frame | None:
    """Return the frame that shows these places (latitude, longitude) with a margin; None when there are none."""
    points = [project(place) for place in places]
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
