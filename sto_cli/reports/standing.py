"""How each school stands on a day: whether it takes part, by which entry, and in which regions it counts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from sto_cli.register.belonging import Basis, certain_belonging, suggested_region
from sto_cli.register.dates import first_day, last_day
from sto_cli.register.model import Participation, Region, School
from sto_cli.register.register import Register
from sto_cli.reports.count import KnownFrom, Standing
from sto_cli.reports.selection import Selection

PROGRAMME_BEGAN = date(2018, 1, 1)
"""The oldest pages of the programme are of 2018; of a day before it nothing can be known."""

THIS_PERIOD = 2025
"""The year in which the programme's present period began."""


class Position(NamedTuple):
    """One school on one day.

    `entry` is what says so, None when nothing does; of an unknown school it is what a page speaks against, or what is
    known of a later day only. `regions`
    are those in whose figures the school counts: none when nothing certain is known, several when regions share its
    municipality. `basis` says why.
    """

    school: School
    standing: Standing
    entry: Participation | None
    regions: tuple[Region, ...]
    basis: Basis

    @property
    def shared(self) -> bool:
        """Whether regions share its municipality, so that it may belong to any of them."""
        return self.basis == "area" and len(self.regions) > 1

    @property
    def contradicted(self) -> bool:
        """Whether a page says that it takes part, and another one speaks against that."""
        return self.standing == "unknown" and self.entry is not None and self.entry.contradicted

    @property
    def known_later(self) -> bool:
        """Whether something is known of a later day, which does not say how it was on this one."""
        return self.standing == "unknown" and self.entry is not None and not self.entry.contradicted

    @property
    def evidence(self) -> KnownFrom | None:
        """From when the knowledge is; None where nothing is known."""
        return evidence_of(self.entry) if self.entry and self.standing != "unknown" else None


def evidence_of(entry: Participation) -> KnownFrom:
    """Return from which period an entry is, by the day of its source, else by its beginning."""
    year = year_of(entry)
    return "undated" if year is None else "this_period" if year >= THIS_PERIOD else "earlier"


def year_of(entry: Participation) -> int | None:
    """Return the year of what an entry knows."""
    written = entry.as_of or entry.since
    day = first_day(written) if written else None
    return day.year if day else None


def position_of(register: Register, school: School, on: date, selection: Selection = Selection()) -> Position:  # noqa: B008
    """Say how a school stands on a day, by the facts that count for a selection.

    A school that takes part in one region and, by another entry, not in a second one counts only in the first:
    there is nobody to win for the second.
    """
    entries = _entries(register, school, on, selection)
    if not entries:
        belonging = certain_belonging(register, school, on)
        regions = tuple(option.region for option in belonging.options)
        return Position(school, "unknown", None, regions, belonging.basis)
    first = entries[0]
    regions = tuple(register.regions[entry.region] for entry in entries if entry.status == first.status)
    standing = _standing(first) if _speaks_of(register, first, on, selection) else "unknown"
    return Position(school, standing, first, regions, "recorded")


def positions(register: Register, on: date, selection: Selection) -> list[Position]:
    """Say it of every school that surely belongs to a selection and counts: see `placed`."""
    return placed(register, on, selection)[0]


def placed(register: Register, on: date, selection: Selection) -> tuple[list[Position], list[Position]]:
    """Say it of the schools that count: with vocational vmbo, and theoretical ones if asked for; in order of code.

    First come those that surely belong to the selection, then those that may belong to other regions as well, since
    regions share their municipality.
    """
    surely: list[Position] = []
    shared: list[Position] = []
    counting = register.examined() if selection.theoretical else register.vocational()
    for school in sorted(counting, key=lambda school: school.id):
        position = position_of(register, school, on, selection)
        if selection.holds(school, position.regions):
            elsewhere = position.shared and not selection.surely_holds(position.regions)
            (shared if elsewhere else surely).append(position)
    return surely, shared


def _standing(entry: Participation) -> Standing:
    if entry.against:
        return "unknown"
    return "likely" if entry.likely else entry.status


def _entries(register: Register, school: School, on: date, selection: Selection) -> list[Participation]:
    """Return the entries that count, weightiest first: what nothing speaks against, then what is certain.

    Where the user's own data say that a school takes part or is in talks, what the shipped register says does not
    count.
    """
    found = [entry for entry in register.entries_of(school.id, on) if _counts(entry, on, selection)]
    own = [entry for entry in found if entry.layer and entry.status != "not_participating"]
    return sorted(
        own or found,
        key=lambda entry: (
            bool(entry.against), not _speaks_of(register, entry, on, selection), entry.certainty == "likely"
        ),
    )  # fmt: skip


def _speaks_of(register: Register, entry: Participation, on: date, selection: Selection) -> bool:
    """Whether a day is not before all that an entry knows: one without a beginning says nothing of earlier days."""
    known = register.known_from(entry)
    return known is None or known <= on or (selection.today is not None and selection.today <= on)


def _counts(entry: Participation, on: date, selection: Selection) -> bool:
    """Whether an entry is of a year that was asked for, and says something of this day."""
    year = year_of(entry)
    if selection.since is not None and (year is None or year < selection.since):
        return False
    return on >= PROGRAMME_BEGAN and (
        selection.today is None or on <= selection.today or _lies_ahead(entry, selection.today)
    )


def _lies_ahead(entry: Participation, today: date) -> bool:
    """Whether an entry speaks of days after today."""
    since, until = first_day(entry.since or ""), last_day(entry.until or "")
    return (since is not None and since > today) or until is not None


class Nearby(NamedTuple):
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
