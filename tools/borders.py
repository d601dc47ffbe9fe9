"""Draws data/borders.json from CBS's generalised municipality borders: every border once, shared by its neighbours.

    python tools/borders.py municipality_borders.geojson municipalities.csv

The first file is CBS's "gebiedsindelingen" (WGS 84, coordinates in thousandths of a degree), whose neighbours share
their points; the second has a row per municipality with the columns `gemeente` and `provincie`. An arc is a run of
points between two places where three or more things (municipalities, or land and water) meet; the same files give the
same bytes.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "data" / "borders.json"
CREDIT = "CBS and Kadaster, gebiedsindelingen 2025 (generalised), CC BY 4.0"
THOUSANDTHS = 1000

Point = tuple[int, int]
Ring = list[Point]
Edge = tuple[Point, Point]


def rings_of(feature: dict) -> Iterator[Ring]:
    """Give the rings of a feature in thousandths of a degree, without the repeated last point."""
    shape = feature["geometry"]
    for polygon in shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]:
        for ring in polygon:
            points = [(round(x * THOUSANDTHS), round(y * THOUSANDTHS)) for x, y in ring]
            yield [point for point, following in pairwise(points) if point != following]


def edges_of(ring: Ring) -> Iterator[Edge]:
    """Give the edges of a closed ring."""
    yield from zip(ring, [*ring[1:], ring[0]], strict=True)


def owners_of_edges(shapes: dict[str, list[Ring]]) -> dict[frozenset[Point], frozenset[str]]:
    """Return who lies at each edge: two municipalities, or one and the water or another country."""
    found: dict[frozenset[Point], set[str]] = defaultdict(set)
    for name, rings in shapes.items():
        for ring in rings:
            for edge in edges_of(ring):
                found[frozenset(edge)].add(name)
    return {edge: frozenset(names) for edge, names in found.items()}


def nodes_of(owners: dict[frozenset[Point], frozenset[str]]) -> set[Point]:
    """Return the points where arcs end: those at which the neighbours change."""
    at: dict[Point, list[frozenset[str]]] = defaultdict(list)
    for edge, names in owners.items():
        for point in edge:
            at[point].append(names)
    return {point for point, around in at.items() if len(around) != 2 or len(set(around)) > 1}  # noqa: PLR2004


class Arcs:
    """The arcs met so far, each once; a ring names them by number, `~number` where it runs the other way."""

    def __init__(self, nodes: set[Point]) -> None:
        self.nodes = nodes
        self.points: list[tuple[Point, ...]] = []
        self._numbers: dict[tuple[Point, ...], int] = {}

    def ring(self, ring: Ring) -> list[int]:
        """Return a ring as arcs."""
        return [self._number(arc) for arc in self._split(ring)]

    def _split(self, ring: Ring) -> Iterator[tuple[Point, ...]]:
        start = next((at for at, point in enumerate(ring) if point in self.nodes), None)
        if start is None:  # an island: one arc from its first point around
            start = ring.index(min(ring))
        turned = [*ring[start:], *ring[:start], ring[start]]
        arc = [turned[0]]
        for point in turned[1:]:
            arc.append(point)
            if point in self.nodes:
                yield tuple(arc)
                arc = [point]
        if len(arc) > 1:
            yield tuple(arc)

    def _number(self, arc: tuple[Point, ...]) -> int:
        if arc in self._numbers:
            return self._numbers[arc]
        if arc[::-1] in self._numbers:
            return ~self._numbers[arc[::-1]]
        self.points.append(arc)
        self._numbers[arc] = len(self.points) - 1
        return self._numbers[arc]


def steps(arc: Iterable[Point]) -> list[int]:
    """Return an arc as its first point and then steps: x, y, dx, dy, dx, dy, …"""
    before = (0, 0)
    found: list[int] = []
    for point in arc:
        found += [point[0] - before[0], point[1] - before[1]]
        before = point
    return found


def topology(features: list[dict], provinces: dict[str, str]) -> dict:
    """Return the whole: arcs, and per municipality its province and its rings of arcs."""
    shapes = {feature["properties"]["statnaam"]: list(rings_of(feature)) for feature in features}
    arcs = Arcs(nodes_of(owners_of_edges(shapes)))
    municipalities = {
        name: {"province": provinces[name], "rings": [arcs.ring(ring) for ring in shapes[name]]}
        for name in sorted(shapes)
    }
    return {
        "source": CREDIT,
        "unit": "thousandths of a degree (WGS 84): longitude, latitude, then steps",
        "arcs": [steps(arc) for arc in arcs.points],
        "municipalities": municipalities,
    }


def written(whole: dict) -> str:
    """Write one arc and one municipality per line, so that a change can be read."""
    head = [f" {json.dumps(key)}: {json.dumps(whole[key])}," for key in ("source", "unit")]
    arcs = ",\n".join("  " + json.dumps(arc, separators=(",", ":")) for arc in whole["arcs"])
    places = ",\n".join(
        f"  {json.dumps(name, ensure_ascii=False)}: {json.dumps(one, ensure_ascii=False, separators=(',', ':'))}"
        for name, one in whole["municipalities"].items()
    )
    return "\n".join(["{", *head, ' "arcs": [', arcs, " ],", ' "municipalities": {', places, " }", "}", ""])


def main() -> int:
    borders, municipalities = map(Path, sys.argv[1:3])
    with municipalities.open(encoding="utf-8", newline="") as stream:
        provinces = {row["gemeente"]: row["provincie"] for row in csv.DictReader(stream)}
    features = json.loads(borders.read_text(encoding="utf-8"))["features"]
    TARGET.write_text(written(topology(features, provinces)), encoding="utf-8", newline="\n")
    print(f"{TARGET.name}: {len(features)} municipalities, {TARGET.stat().st_size / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
