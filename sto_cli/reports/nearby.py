"""Schools of which no region is known, under the region that lies nearest: they may well belong to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sto_cli.register.belonging import suggested_region
from sto_cli.register.model import Region, School
from sto_cli.register.register import Register
from sto_cli.reports.standing import Position


@dataclass(frozen=True, slots=True)
class Nearby:
    """One school without a known region, and the nearest school of the region, in kilometres as the crow flies."""

    position: Position
    region: Region
    via: School
    distance_km: float


NearbyByRegion = Mapping[str, tuple[Nearby, ...]]
"""Nearby schools by the id of the region that lies nearest."""


def nearby_unknown(register: Register, positions: Iterable[Position], on: date) -> NearbyByRegion:
    """Return the schools of which no region is known by the id of the region that lies nearest, nearest first.

    A school without coordinates lies near none.
    """
    found: dict[str, list[Nearby]] = defaultdict(list)
    for position in positions:
        near = None if position.regions else suggested_region(register, position.school, on)
        if near is not None:
            found[near.region.id].append(Nearby(position, near.region, near.via, near.distance_km))
    return {region: tuple(sorted(some, key=_by_distance)) for region, some in found.items()}


def of_regions(nearby: NearbyByRegion, regions: Iterable[Region]) -> tuple[Nearby, ...]:
    """Return those of some regions, nearest first."""
    return tuple(sorted((one for region in regions for one in nearby.get(region.id, ())), key=_by_distance))


def _by_distance(one: Nearby) -> tuple[float, str]:
    return one.distance_km, one.position.school.id
