"""The land that maps of schools stand on: coast, water, provinces, regions, names of places.

Read from `data/borders.json`, in which neighbours share their borders: what is inside an area falls away, because its
arcs are met twice. Points are (latitude, longitude) in degrees.
"""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any, Literal

from sto_cli.register.model import Coordinates, School
from sto_cli.render.page.dot_map import Dot, Frame, Point, drawable, project

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
