"""Which region a school belongs to, and how we know."""

import math
from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Generic, Literal, NamedTuple, TypeVar

from sto_cli.register.model import Coordinates, Region, School
from sto_cli.register.register import Register

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
        if region.id not in seen:
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
    pairs = ((school, certain_belonging(register, school, on).region) for school in register.examined())
    settled = [(school, region) for school, region in pairs if region is not None]
    return Nearest(settled, lambda pair: pair[0].coordinates, lambda pair: pair[1].id)


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
