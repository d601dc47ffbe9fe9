"""Finding the nearest of many points on the map without comparing all of them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from sto_cli.register.belonging import EARTH_RADIUS_KM, distance_km
from sto_cli.register.model import Coordinates

Thing = TypeVar("Thing")

CELL = 0.02
"""Size of a cell in degrees: 2.2 km north to south, 1.4 km east to west in the Netherlands. Small enough for 100,000
schools (some to a cell), and with 300 a question still looks at no more than some hundreds of cells."""


class Nearest(Generic[Thing]):
    """Things by the cell of the map in which they lie; `where` gives their latitude and longitude, if known.

    Of several things at one point the first is found.
    """

    def __init__(self, things: Iterable[Thing], where: Callable[[Thing], Coordinates | None]) -> None:
        first_at: dict[Coordinates, Thing] = {}
        for thing in things:
            coordinates = where(thing)
            if coordinates is not None:
                first_at.setdefault(coordinates, thing)
        self._cells: dict[tuple[int, int], list[tuple[Coordinates, Thing]]] = defaultdict(list)
        for coordinates, thing in first_at.items():
            self._cells[_cell(coordinates)].append((coordinates, thing))
        self._reach = _reach(self._cells)

    def to(self, here: Coordinates) -> tuple[Thing, float] | None:
        """Return the nearest thing and its distance in kilometres, or None when there is nothing."""
        best: tuple[Thing, float] | None = None
        for ring, things in self._rings(_cell(here)):
            if best is not None and best[1] <= _least_km(here, ring):
                break
            for coordinates, thing in things:
                distance = distance_km(here, coordinates)
                if best is None or distance < best[1]:
                    best = thing, distance
        return best

    def _rings(self, centre: tuple[int, int]) -> Iterator[tuple[int, list[tuple[Coordinates, Thing]]]]:
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

    def _beyond(self, centre: tuple[int, int], ring: int) -> list[tuple[Coordinates, Thing]]:
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
