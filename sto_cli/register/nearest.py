"""Finding the nearest of some thousands of points on the map."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Generic, TypeVar

from sto_cli.register.model import Coordinates

Thing = TypeVar("Thing")

EARTH_RADIUS_KM = 6371.0

GlobePoint = tuple[float, float, float]
"""A place on a globe of radius 1: distances in a straight line order places as those along the ground do."""


class Nearest(Generic[Thing]):
    """Things on the map; `where` gives their latitude and longitude in degrees, if known.

    Of several things at one point that are alike, as `kind` has it, the first is found.
    """

    def __init__(
        self,
        things: Iterable[Thing],
        where: Callable[[Thing], Coordinates | None],
        kind: Callable[[Thing], Hashable] = lambda _: None,
    ) -> None:
        first: dict[tuple[Coordinates, Hashable], Thing] = {}
        for thing in things:
            coordinates = where(thing)
            if coordinates is not None:
                first.setdefault((coordinates, kind(thing)), thing)
        self._placed = [(_point(coordinates), thing) for (coordinates, _), thing in first.items()]

    def to(self, here: Coordinates) -> tuple[Thing, float] | None:
        """Return the nearest thing and its distance in kilometres, or None when there is nothing."""
        return next(self.outwards(here), None)

    def outwards(self, here: Coordinates) -> Iterator[tuple[Thing, float]]:
        """Return the things with their distances in kilometres, the nearest first; of equals the first."""
        centre = _point(here)
        away = [math.dist(centre, point) for point, _ in self._placed]
        for number in sorted(range(len(away)), key=away.__getitem__):
            yield self._placed[number][1], _along_the_ground(away[number])


def distance_km(one: Coordinates, other: Coordinates) -> float:
    """Return the great-circle distance in kilometres between two (latitude, longitude) points in degrees."""
    return _along_the_ground(math.dist(_point(one), _point(other)))


def _point(coordinates: Coordinates) -> GlobePoint:
    latitude, longitude = map(math.radians, coordinates)
    return (math.cos(latitude) * math.cos(longitude), math.cos(latitude) * math.sin(longitude), math.sin(latitude))


def _along_the_ground(straight: float) -> float:
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, straight / 2))
