"""Which region a school belongs to, and how we know."""

import math
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from sto_cli.register.model import Coordinates, Region, School
from sto_cli.register.register import Register

if TYPE_CHECKING:
    from sto_cli.register.nearest import Nearest

Basis = Literal["recorded", "area", "likely_area", "nearest", "unknown"]

NEAREST_REGIONS = 3
"""A suggestion names at most three regions."""


class Option(NamedTuple):
    """A region that a school may belong to; for `nearest` with the school that suggests it and its distance.

    `about` says that the distance is in whole kilometres: of one of the two it is only known about where it is.
    """

    region: Region
    distance_km: float | None = None
    via: School | None = None
    about: bool = False


class NearRegion(NamedTuple):
    """A region of which a school lies near: as an `Option`, with nothing left open."""

    region: Region
    distance_km: float
    via: School
    about: bool


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
    """Say which region a school belongs to on a day: `recorded`, else `area`, else `likely_area`, else `nearest`.

    Where several regions work in its municipality, the one of the nearest school that is recorded goes first.
    """
    certain = certain_belonging(register, school, on)
    if certain.basis == "area" and len(certain.options) > 1:
        return certain._replace(options=_nearest_first(register, school, certain.options, on))
    if certain.options:
        return certain
    if likely := register.likely_regions.get(school.municipality or "", ()):
        return Belonging("likely_area", tuple(map(Option, likely)))
    near = tuple(Option(*one) for one in nearest_regions(register, school, on, NEAREST_REGIONS))
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


def _nearest_first(
    register: Register, school: School, options: tuple[Option, ...], on: date | None
) -> tuple[Option, ...]:
    """Order regions by how far the nearest school lies that a page records as theirs; those without one come last."""
    here = school.coordinates or _about_where(register, school)
    if here is None:
        return options
    from sto_cli.register.nearest import distance_km  # noqa: PLC0415 - most municipalities have one region

    wanted = {option.region.id for option in options}
    away = {
        region: min((distance_km(here, spot) for spot in spots), default=math.inf)
        for region, spots in register.recorded_spots(wanted, school.id, on).items()
    }
    return tuple(sorted(options, key=lambda option: away[option.region.id]))


def suggested_region(register: Register, school: School, on: date | None) -> NearRegion | None:
    """Return the region that is suggested first for a school of none, with its nearest school; None without one.

    Where no school of that region is known, it is the region of the nearest school.
    """
    first = belonging(register, school, on).region
    near = nearest_regions(register, school, on, len(register.regions))
    nearest = next(near, None)
    if nearest is None or first is None or nearest.region.id == first.id:
        return nearest
    return next((one for one in near if one.region.id == first.id), nearest)


def nearest_regions(register: Register, school: School, on: date | None, most: int) -> Iterator[NearRegion]:
    """Return the regions of the schools nearest to a school, the nearest first, at most so many."""
    seen: set[str] = set()
    here = school.coordinates or _about_where(register, school)
    settled = _settled(register, on).outwards(here) if here else ()
    for (via, region), distance in settled:
        if len(seen) < most and region.id not in seen:
            seen.add(region.id)
            about = school.coordinates is None or school.coordinates_about or via.coordinates_about
            yield NearRegion(region, round(distance, 0 if about else 1), via, about)
        if len(seen) == most:
            return


def _about_where(register: Register, school: School) -> Coordinates | None:
    """Return the middle of the schools in its municipality, for a school of which it is not known where it lies."""
    there = register.schools_by_municipality.get(school.municipality or "", ())
    spots = [one.coordinates for one in there if one.coordinates]
    if not spots:
        return None
    return sum(spot[0] for spot in spots) / len(spots), sum(spot[1] for spot in spots) / len(spots)


@lru_cache(maxsize=2)
def _settled(register: Register, on: date | None) -> "Nearest[tuple[School, Region]]":
    """The schools with exams and a region, by where they lie; those of one region at one point are one."""
    from sto_cli.register.nearest import Nearest  # noqa: PLC0415 - most schools have a region

    examined = (school for school in register.schools.values() if school.profiles is not None)
    pairs = ((school, certain_belonging(register, school, on).region) for school in examined)
    settled = [(school, region) for school, region in pairs if region is not None]
    return Nearest(settled, lambda pair: pair[0].coordinates, lambda pair: pair[1].id)
