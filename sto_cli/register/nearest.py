"""Finding the nearest of many points on the map without comparing all of them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from heapq import heappop, heappush
from typing import Generic, TypeVar

from sto_cli.register.model import Coordinates

Thing = TypeVar("Thing")

EARTH_RADIUS_KM = 6371.0

CELL = 0.02
"""Size of a cell in degrees: 2.2 km north to south, 1.4 km east to west in the Netherlands. Small enough for 100,000
schools (some to a cell), and with 300 a question still looks at no more than some hundreds of cells."""


class Nearest(Generic[Thing]):
    """Things by the cell of the map in which they lie; `where` gives their latitude and longitude, if known.

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
        self._cells: dict[tuple[int, int], list[tuple[Coordinates, int, Thing]]] = defaultdict(list)
        for number, ((coordinates, _), thing) in enumerate(first.items()):
            self._cells[_cell(coordinates)].append((coordinates, number, thing))
        self._reach = _reach(self._cells)

    def to(self, here: Coordinates) -> tuple[Thing, float] | None:
        """Return the nearest thing and its distance in kilometres, or None when there is nothing."""
        return next(self.outwards(here), None)

    def outwards(self, here: Coordinates) -> Iterator[tuple[Thing, float]]:
        """Return the things with their distances in kilometres, the nearest first; of equals the first."""
        waiting: list[tuple[float, int, Thing]] = []
        for ring, things in self._rings(_cell(here)):
            sure = _least_km(here, ring)
            while waiting and waiting[0][0] <= sure:
                distance, _, thing = heappop(waiting)
                yield thing, distance
            for coordinates, number, thing in things:
                heappush(waiting, (distance_km(here, coordinates), number, thing))
        while waiting:
            distance, _, thing = heappop(waiting)
            yield thing, distance

    def _rings(self, centre: tuple[int, int]) -> Iterator[tuple[int, list[tuple[Coordinates, int, Thing]]]]:
        """Go outwards from a cell: the things in each square ring of cells around it.

        Where a ring has more cells than there are in all, the rest of the map comes as one last ring.
        """
        ring = 0
        while ring <= self._reach_from(centre):
            if 8 * ring > len(self._cells):
                yield ring, self._beyond(centre, ring)
                return
            yield ring, [entry for cell in _ring(centre, ring) for entry in self._cells.get(cell, ())]
            ring += 1

    def _beyond(self, centre: tuple[int, int], ring: int) -> list[tuple[Coordinates, int, Thing]]:
        return [
            entry
            for cell, entries in self._cells.items()
            if max(abs(cell[0] - centre[0]), abs(cell[1] - centre[1])) >= ring
            for entry in entries
        ]

    def _reach_from(self, centre: tuple[int, int]) -> int:
        if self._reach is None:
            return -1
        (south, west), (north, east) = self._reach
        return max(abs(centre[0] - south), abs(centre[0] - north), abs(centre[1] - west), abs(centre[1] - east))


def _cell(coordinates: Coordinates) -> tuple[int, int]:
    return math.floor(coordinates[0] / CELL), math.floor(coordinates[1] / CELL)


def _reach(cells: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], tuple[int, int]] | None:
    rows, columns = {cell[0] for cell in cells}, {cell[1] for cell in cells}
    return ((min(rows), min(columns)), (max(rows), max(columns))) if rows else None


def _ring(centre: tuple[int, int], ring: int) -> Iterator[tuple[int, int]]:
    row, column = centre
    if ring == 0:
        yield centre
        return
    for step in range(-ring, ring + 1):
        yield row - ring, column + step
        yield row + ring, column + step
    for step in range(-ring + 1, ring):
        yield row + step, column - ring
        yield row + step, column + ring


def _least_km(here: Coordinates, ring: int) -> float:
    """Return the distance in kilometres that everything in this ring and beyond has at least.

    Whatever lies there differs by that many degrees in latitude, or in longitude, where a degree is shorter: the
    shortest one within the ring's rows is taken. Holds for rings of some tens of degrees outside the polar regions.
    """
    if ring == 0:
        return 0.0
    highest = math.radians(min(90.0, abs(here[0]) + (ring + 1) * CELL))
    return 2 * EARTH_RADIUS_KM * math.asin(math.cos(highest) * math.sin(math.radians((ring - 1) * CELL) / 2))


def distance_km(one: Coordinates, other: Coordinates) -> float:
    """Return the great-circle distance in kilometres between two (latitude, longitude) points in degrees."""
    latitude, longitude = (math.radians(one[i]) for i in (0, 1))
    latitude2, longitude2 = (math.radians(other[i]) for i in (0, 1))
    half = (
        math.sin((latitude2 - latitude) / 2) ** 2
        + math.cos(latitude) * math.cos(latitude2) * math.sin((longitude2 - longitude) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(half))
