"""The regions that a municipality most likely belongs to, where no page says it.

A row of a table that someone made from names and geography goes first, with its certainty. Where there is none, or it
is a guess, four things that the register knows weigh: the regions of the neighbours by the length of the border, of
the municipalities of the same RMC region and labour market region, and of the sister locations of its schools; and
whether a region is called after the municipality, a place in it, or its RMC region.

The weights were chosen with the 202 municipalities whose region is known, each hidden in turn
(`benchmarks/regions.py`).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sto_cli.register.imports.duo_entries import plain_letters
from sto_cli.register.model import Entry

MOST = 3
"""A suggestion names at most three regions."""

BORDER, RMC, LABOUR, SISTERS, NAMED_AFTER, NAMED_AFTER_RMC = 1.0, 1.0, 0.5, 1.0, 1.5, 0.5
"""What each of the things weighs, against the whole border of a municipality."""

NO_PROPER_NAME = frozenset(
    {"regio", "techniek", "techniekonderwijs", "techniekregio", "techniekpact", "onderwijs", "sterk", "loket", "stad"}
    | {"noord", "oost", "zuid", "west", "midden", "scholen", "techniekloket", "aan", "den"}
)
SHORTEST = 4
"""Letters of a word by which a region may be called."""


@dataclass(slots=True)
class Surroundings:
    """What is known of municipalities: the length of the border with each neighbour, and the larger areas of each."""

    borders: Mapping[str, Mapping[str, float]]
    rmc: Mapping[str, str]
    labour: Mapping[str, str]


@dataclass(slots=True)
class KnownAreas:
    """What the register knows, by municipality and by institution."""

    regions: Sequence[Entry]
    of_municipality: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    of_institution: dict[str, set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))
    """By BRIN, the regions of its locations, each with the municipality of the location."""

    institutions: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    places: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def evidence(regions: Sequence[Entry], schools: Iterable[Entry], participation: Iterable[Entry]) -> KnownAreas:
    """Gather what the entries of a register say."""
    found = KnownAreas(regions)
    where = {}
    for school in schools:
        where[school["id"]] = municipality = school.get("municipality", "")
        found.institutions[municipality].add(school["id"][:4])
        found.places[municipality].add((school.get("address") or {}).get("place", ""))
    for region in regions:
        for municipality in region.get("municipalities", ()):
            found.of_municipality[municipality].add(region["id"])
    for entry in participation:
        found.of_institution[entry["school"][:4]].add((entry["region"], where[entry["school"]]))
    return found


def likely_regions(municipality: str, known: KnownAreas, land: Surroundings) -> list[str]:
    """Return the regions that a municipality may belong to, likeliest first; what is known of itself does not count."""
    weights: dict[str, float] = defaultdict(float)
    _add(weights, BORDER, land.borders.get(municipality, {}), municipality, known)
    for areas, weight in ((land.rmc, RMC), (land.labour, LABOUR)):
        alike = {name: 1.0 for name, area in areas.items() if area == areas.get(municipality)}
        _add(weights, weight, alike, municipality, known)
    sisters = Counter(
        region
        for institution in known.institutions[municipality]
        for region, where in known.of_institution.get(institution, ())
        if where != municipality
    )
    for region, number in sisters.items():
        weights[region] += SISTERS * number / sisters.total()
    _add_named(weights, municipality, known, land)
    return sorted(weights, key=lambda region: (-round(weights[region], 6), region))[:MOST]


def _add(
    weights: dict[str, float], weight: float, around: Mapping[str, float], municipality: str, known: KnownAreas
) -> None:
    """Share a weight over the regions of the municipalities around, each by its own share."""
    settled = {
        name: share for name, share in around.items() if known.of_municipality.get(name) and name != municipality
    }
    whole = sum(settled.values())
    for name, share in settled.items():
        regions = known.of_municipality[name]
        for region in regions:
            weights[region] += weight * share / whole / len(regions)


def _add_named(weights: dict[str, float], municipality: str, known: KnownAreas, land: Surroundings) -> None:
    own = {word for name in (municipality, *known.places[municipality]) for word in _proper_words(name)}
    larger = _proper_words(land.rmc.get(municipality, ""))
    for region in known.regions:
        called = plain_letters(" ".join((region["id"], region["name"], *region.get("aliases", ()))))
        for words, weight in ((own, NAMED_AFTER), (larger, NAMED_AFTER_RMC)):
            if any(word in called for word in words):
                weights[region["id"]] += weight


def _proper_words(name: str) -> set[str]:
    words = (plain_letters(word) for word in re.split(r"[\W_]+", name))
    return {word for word in words if len(word) >= SHORTEST and word not in NO_PROPER_NAME}


def land_of(borders: Mapping[str, object], areas: Iterable[Mapping[str, str]]) -> Surroundings:
    """Make what is known of municipalities from `borders.json` and CBS's table of them."""
    rows = list(areas)
    rmc = {row["gemeente"]: row["rmc_regio"] for row in rows}
    labour = {row["gemeente"]: row["arbeidsmarktregio"] for row in rows}
    return Surroundings(_lengths(borders), rmc, labour)


def _lengths(borders: Mapping[str, object]) -> dict[str, dict[str, float]]:
    """Return how long the border of each municipality with each of its neighbours is, in thousandths of a degree."""
    arcs: list[list[int]] = borders["arcs"]  # type: ignore[assignment]
    places: dict[str, dict[str, list[list[int]]]] = borders["municipalities"]  # type: ignore[assignment]
    owners: dict[int, list[str]] = defaultdict(list)
    for name, place in places.items():
        for arc in (arc for ring in place["rings"] for arc in ring):
            owners[arc if arc >= 0 else ~arc].append(name)
    found: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for arc, names in owners.items():
        steps = arcs[arc][2:]
        length = sum(abs(complex(*pair)) for pair in zip(steps[::2], steps[1::2], strict=True))
        for one in names:
            for other in set(names) - {one}:
                found[one][other] += length
    return found


def likely_areas(rows: Iterable[Mapping[str, str]], known: KnownAreas, land: Surroundings) -> dict[str, list[Entry]]:
    """Return per region the municipalities that likely belong to it, each with how likely: `sure` … `near`.

    `order` is the place of the region among those of the municipality. `rows` are those of the table that someone
    made: municipality, region, certainty, second.
    """
    written: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows:
        written[row["municipality"]].setdefault(row["region"], row["certainty"])
        if row["second"]:
            written[row["municipality"]].setdefault(row["second"], "second")
    ids = {region["id"] for region in known.regions}
    found: dict[str, list[Entry]] = defaultdict(list)
    for municipality in sorted({*written, *land.rmc} - {name for name, of in known.of_municipality.items() if of}):
        said = {region: certainty for region, certainty in written[municipality].items() if region in ids}
        if "sure" not in said.values():
            said |= {region: "near" for region in likely_regions(municipality, known, land) if region not in said}
        for order, (region, certainty) in enumerate(list(said.items())[:MOST], 1):
            found[region].append({"name": municipality, "certainty": certainty, "order": order})
    return found
