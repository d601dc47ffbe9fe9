"""Which region a school belongs to, and how we know."""

from __future__ import annotations

import math
from datetime import date
from typing import Literal, NamedTuple

from sto_cli.register.model import Region, School
from sto_cli.register.register import Register

Basis = Literal["recorded", "area", "nearest", "unknown"]

NEAREST_REGIONS = 3
"""A suggestion names at most three regions."""

EARTH_RADIUS_KM = 6371.0


class Option(NamedTuple):
    """A region that a school may belong to; for `nearest` with the school that suggests it and its distance.

    `about` says that the distance is in whole kilometres: of one of the two it is only known about where it is.
    """

    region: Region
    distance_km: float | None = None
    via: School | None = None
    about: bool = False


class Belonging(NamedTuple):
    """The regions of one school and the basis for saying so; best first, empty when nothing is known."""

    basis: Basis
    options: tuple[Option, ...] = ()

    @property
    def region(self) -> Region | None:
        """The region, or the first of several; None when nothing is known."""
        return self.options[0].region if self.options else None

    @property
    def single(self) -> Region | None:
        """The region, where it is certain and the only one."""
        return self.region if self.certain and len(self.options) == 1 else None

    @property
    def certain(self) -> bool:
        """Whether the basis counts for figures (recorded or area), not only as a suggestion."""
        return self.basis in {"recorded", "area"}


def belonging(register: Register, school: School, on: date | None = None) -> Belonging:
    """Say which region a school belongs to on a day: `recorded`, else `area`, else `nearest`."""
    certain = certain_belonging(register, school, on)
    if certain.options:
        return certain
    near = _nearest(register, school, on)
    return Belonging("nearest", near) if near else Belonging("unknown")


def certain_belonging(register: Register, school: School, on: date | None = None) -> Belonging:
    """Say the same without suggestions: `recorded` or `area`, else `unknown`."""
    recorded = tuple(
        Option(register.regions[entry.region])
        for entry in register.entries_of(school.id, on)
        if entry.region in register.regions
    )
    if recorded:
        return Belonging("recorded", recorded)
    listing = register.regions_by_municipality.get(school.municipality or "", ())
    if listing:
        return Belonging("area", tuple(Option(region) for region in listing))
    return Belonging("unknown")


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance in kilometres between two (latitude, longitude) points in degrees."""
    latitude, longitude = (math.radians(one[i]) for i in (0, 1))
    latitude2, longitude2 = (math.radians(other[i]) for i in (0, 1))
    half = (
        math.sin((latitude2 - latitude) / 2) ** 2
        + math.cos(latitude) * math.cos(latitude2) * math.sin((longitude2 - longitude) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(half))


def _nearest(register: Register, school: School, on: date | None) -> tuple[Option, ...]:
    if school.coordinates is None:
        return ()
    here = school.coordinates
    others = sorted(
        (
            (distance_km(here, other.coordinates), other)
            for other in register.schools.values()
            if other.coordinates is not None and other.id != school.id
        ),
        key=lambda pair: pair[0],
    )
    found: dict[str, Option] = {}
    for distance, other in others:
        region = certain_belonging(register, other, on).region
        if region is not None and region.id not in found:
            about = school.coordinates_about or other.coordinates_about
            found[region.id] = Option(region, round(distance, 0 if about else 1), other, about)
            if len(found) == NEAREST_REGIONS:
                break
    return tuple(found.values())
