"""The land that maps of schools stand on: coast, water, provinces, and regions as the municipalities that they list.

Read from `data/borders.json`, in which neighbours share their borders: what is inside an area falls away, because its
arcs are met twice. Points are (latitude, longitude) in degrees.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

from sto_cli.register.model import Coordinates

Polyline = tuple[Coordinates, ...]

THOUSANDTHS = 1000

WATER: Polyline = (
    (54.2, 2.0), (54.2, 6.6), (53.6, 6.6), (53.5, 6.9), (53.33, 7.03), (53.25, 7.16), (53.1, 7.0), (52.5, 6.5),
    (51.9, 5.9), (51.55, 5.0), (51.45, 4.4), (51.33, 4.2), (51.25, 3.6), (51.33, 3.4), (51.37, 3.36), (51.3, 3.1),
    (51.0, 2.4), (51.0, 2.0),
)  # fmt: skip
"""What is water where there is no land: the sea and the estuaries, and under the land an arbitrary line.

By it the coast is told from the borders with Germany and Belgium.
"""


class Land:
    """The municipalities with their shared borders."""

    def __init__(self, topology: Mapping[str, Any]) -> None:
        self._arcs = [_points(arc) for arc in topology["arcs"]]
        self._places: Mapping[str, Any] = topology["municipalities"]

    @cached_property
    def provinces(self) -> Mapping[str, Sequence[str]]:
        """The municipalities of each province."""
        found: dict[str, list[str]] = defaultdict(list)
        for name, place in self._places.items():
            found[place["province"]].append(name)
        return found

    @cached_property
    def whole(self) -> Sequence[Polyline]:
        """The outlines of all land."""
        return self.outline(self._places)

    def outline(self, municipalities: Iterable[str]) -> list[Polyline]:
        """Return the closed outlines of municipalities together, without the borders between them."""
        met = Counter(arc for name in set(municipalities) for arc in self._arcs_of(name))
        return self._rings([arc for arc in met if ~arc not in met])

    def between(self, areas: Iterable[Collection[str]]) -> list[Polyline]:
        """Return the borders that two areas share."""
        owner = {name: number for number, area in enumerate(areas) for name in area}
        sides: dict[int, set[int]] = defaultdict(set)
        for name, number in owner.items():
            for arc in self._arcs_of(name):
                sides[max(arc, ~arc)].add(number)
        return [self._arcs[arc] for arc, numbers in sorted(sides.items()) if len(numbers) > 1]

    def neighbours(self, areas: Mapping[str, Collection[str]]) -> Mapping[str, set[str]]:
        """Return for each area the other areas that have a border with it."""
        at: dict[int, set[str]] = defaultdict(set)
        for name, area in areas.items():
            for municipality in area:
                for arc in self._arcs_of(municipality):
                    at[max(arc, ~arc)].add(name)
        found: dict[str, set[str]] = {name: set() for name in areas}
        for names in at.values():
            for name in names:
                found[name] |= names - {name}
        return found

    def _arcs_of(self, municipality: str) -> Iterator[int]:
        for ring in self._places.get(municipality, {"rings": ()})["rings"]:
            yield from ring

    def _rings(self, arcs: Iterable[int]) -> list[Polyline]:
        """Join arcs to closed lines, end to beginning."""
        starting: dict[Coordinates, list[int]] = defaultdict(list)
        for arc in sorted(arcs, reverse=True):
            starting[self._line(arc)[0]].append(arc)
        rings = []
        while starting:
            at = first = next(iter(starting))
            ring: list[Coordinates] = []
            while True:
                line = self._line(_taken(starting, at))
                ring += line[:-1]
                at = line[-1]
                if at == first:
                    break
            rings.append(tuple(ring))
        return rings

    def _line(self, arc: int) -> Polyline:
        return self._arcs[arc] if arc >= 0 else self._arcs[~arc][::-1]


def land() -> Land:
    """Return the land that ships with the program."""
    import sto_cli.data

    path = Path(str(sto_cli.data.__file__)).with_name("borders.json")
    return Land(json.loads(path.read_text(encoding="utf-8")))


def tones(neighbours: Mapping[str, set[str]], number: int) -> dict[str, int]:
    """Give each area one of so many tones, so that neighbours differ as far as that goes; the same each time.

    The area whose neighbours have most tones already comes next (Brélaz, "New methods to color the vertices of a
    graph", 1979): for maps of municipalities and regions four or five tones are then enough.
    """
    chosen: dict[str, int] = {}
    left = set(neighbours)

    def urgency(name: str) -> tuple[int, int, str]:
        return -len({chosen[other] for other in neighbours[name] & chosen.keys()}), -len(neighbours[name]), name

    while left:
        name = min(left, key=urgency)
        left.remove(name)
        beside = Counter(chosen[other] for other in neighbours[name] & chosen.keys())
        used = Counter(chosen.values())
        chosen[name] = min(range(number), key=lambda tone: (beside[tone], used[tone], tone))
    return chosen


def _points(steps: Sequence[int]) -> Polyline:
    longitudes, latitudes = accumulate(steps[0::2]), accumulate(steps[1::2])
    return tuple((y / THOUSANDTHS, x / THOUSANDTHS) for x, y in zip(longitudes, latitudes, strict=True))


def _taken(starting: dict[Coordinates, list[int]], at: Coordinates) -> int:
    """Take an arc that starts at a point."""
    arc = starting[at].pop()
    if not starting[at]:
        del starting[at]
    return arc
