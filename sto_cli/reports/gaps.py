"""The white spots: schools that do not take part or of which it is not known, why they matter, whom to write to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sto_cli.messages import Message
from sto_cli.register.belonging import Belonging, Nearest, Option
from sto_cli.register.model import Contact, Part, Region, School
from sto_cli.register.register import Register
from sto_cli.reports.caveats import caveats
from sto_cli.reports.count import Groups
from sto_cli.reports.coverage import Others, count_groups
from sto_cli.reports.headline import gaps_headline, outside
from sto_cli.reports.selection import Selection
from sto_cli.reports.standing import Nearby, Position, nearby_unknown, of_regions, placed, position_of, positions
from sto_cli.steps.plan import contact_route

GapReason = Literal["non_technical", "technical", "alone_in_municipality", "neighbour"]
"""Why a school matters.

- `non_technical`: these schools are expressly welcome since 2025, and fewer of them take part;
- `technical`: nearly all technical schools take part, this one does not or is not known to;
- `alone_in_municipality`: no school of its municipality is known to take part, or likely does;
- `neighbour`: a school that takes part lies within `NEIGHBOUR_KM`.
"""

NEIGHBOUR_KM = 3.0
"""Within this distance a school that takes part can be visited by bicycle in a quarter of an hour."""


@dataclass(frozen=True, slots=True)
class Near:
    """The nearest school that takes part, as the crow flies; `region` is the one in which it does."""

    school: School
    distance_km: float
    region: Region | None


@dataclass(frozen=True, slots=True)
class Gap:
    """One school that does not take part, or of which it is not known.

    `position` holds the school, its standing, the entry that says so and its regions. `nearest` is None where the
    school's coordinates are not known, or no school takes part. `contact` follows the step plan.
    """

    position: Position
    reasons: tuple[GapReason, ...]
    nearest: Near | None
    contact: Contact


@dataclass(frozen=True, slots=True)
class GapGroup:
    """The gaps of one region; of several, where a school's municipality lies in more than one; of none."""

    regions: tuple[Region, ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Gaps:
    """The answer of `sto report gaps`.

    `total` counts all schools of the selection, also those that take part. Every gap stands in one group. Groups
    with most gaps come first, schools without a region last; in a group the schools stand by place and name.
    `others` are all other schools of the register, which draw the country on a map, and `regions`
    all regions, which tint it. `nearby` are, for a selection of
    regions, the schools without a known region that lie nearest to one of them, and `shared` those in a municipality
    that other regions share; they stand apart from the groups.
    """

    as_of: date
    selection: Selection
    total: Groups
    groups: tuple[GapGroup, ...]
    caveats: tuple[Message, ...]
    sources: tuple[Part, ...]
    others: Iterable[School] = ()
    regions: tuple[Region, ...] = ()
    nearby: tuple[Nearby, ...] = ()
    shared: tuple[Gap, ...] = ()

    @property
    def headline(self) -> tuple[Message, ...]:
        """The main thing in sentences."""
        shared = [gap.position for gap in self.shared]
        told = gaps_headline(self.total, self.nearby, shared, self.selection.since)
        return (*outside(self.as_of, self.selection), *told)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """All gaps, group by group."""
        return tuple(gap for group in self.groups for gap in group.gaps)


GAP_STANDINGS = {"in_talks", "not_participating", "unknown"}
"""The standings of a white spot: who likely takes part is asked to confirm it, and is none."""


def gaps(
    register: Register,
    on: date,
    selection: Selection = Selection(),  # noqa: B008 - frozen
) -> Gaps:
    """Find the schools of a selection that do not take part on a day, or of which it is not known."""
    schools, shared = placed(register, on, selection)
    finder = _Finder(register, on, selection.today)
    found, apart = (
        [finder.gap(one, selection) for one in some if one.standing in GAP_STANDINGS] for some in (schools, shared)
    )
    return Gaps(
        as_of=on,
        selection=selection,
        total=count_groups(schools, selection),
        groups=_grouped(found, selection),
        caveats=caveats(register, [one.position for one in found], selection, "gaps", on),
        sources=register.parts,
        others=Others(register, (gap.position for gap in (*found, *apart))),
        regions=tuple(register.regions.values()),
        nearby=_nearby(register, on, selection),
        shared=tuple(sorted(apart, key=_by_place)),
    )


def _nearby(register: Register, on: date, selection: Selection) -> tuple[Nearby, ...]:
    if not selection.regions:
        return ()
    return of_regions(nearby_unknown(register, positions(register, on, selection.anywhere()), on), selection.regions)


class _Finder:
    """Tells of a school why it matters and who is near: the participating schools of the whole country.

    Every fact counts here, also one of before the year of a selection: who is near and takes part is never left out.
    """

    def __init__(self, register: Register, on: date, today: date | None) -> None:
        of_all = Selection(today=today)
        known = [position_of(register, school, on, of_all) for school in register.schools.values()]
        participating = [position for position in known if position.standing == "participating"]
        self._nearest = Nearest(participating, lambda one: one.school.spot, lambda one: one.school.id)
        self._municipalities = {one.school.municipality for one in known if one.standing in {"participating", "likely"}}

    def gap(self, position: Position, selection: Selection) -> Gap:
        near = self._near(position.school)
        return Gap(position, tuple(self._reasons(position.school, near)), near, _contact(position, selection))

    def _near(self, school: School) -> Near | None:
        around = self._nearest.outwards(school.spot) if school.spot else iter(())
        found = next((one for one in around if one[0].school is not school), None)
        if found is None:
            return None
        position, distance = found
        return Near(position.school, round(distance, 1), position.regions[0] if position.regions else None)

    def _reasons(self, school: School, near: Near | None) -> Iterable[GapReason]:
        if school.kind == "technical":
            yield "technical"
        elif school.kind == "non_technical":
            yield "non_technical"
        if school.municipality and school.municipality not in self._municipalities:
            yield "alone_in_municipality"
        if near is not None and near.distance_km <= NEIGHBOUR_KM:
            yield "neighbour"


def _contact(position: Position, selection: Selection) -> Contact:
    """Follow the step plan; with several regions the one that was asked for, else the map tells which it is."""
    surely = not position.shared or selection.surely_holds(position.regions)
    regions = _asked_for(position.regions, selection) if surely else position.regions
    options = tuple(Option(region) for region in regions) if len(regions) == 1 else ()
    believed = None if position.contradicted else position.entry
    return contact_route(Belonging(position.basis if options else "unknown", options), believed)


def _asked_for(regions: tuple[Region, ...], selection: Selection) -> tuple[Region, ...]:
    if not selection.regions:
        return regions
    return tuple(region for region in regions if selection.names(region)) or regions


def _grouped(found: Iterable[Gap], selection: Selection) -> tuple[GapGroup, ...]:
    groups: dict[tuple[str, ...], list[Gap]] = {}
    regions: dict[tuple[str, ...], tuple[Region, ...]] = {}
    for gap in found:
        shown = _asked_for(gap.position.regions, selection)
        key = tuple(region.id for region in shown)
        regions[key] = shown
        groups.setdefault(key, []).append(gap)
    made = [GapGroup(regions[key], tuple(sorted(gaps, key=_by_place))) for key, gaps in groups.items()]
    return tuple(sorted(made, key=_attention))


def _by_place(gap: Gap) -> tuple[str, str, str]:
    school = gap.position.school
    return school.town.casefold(), school.name.casefold(), school.id


def _attention(group: GapGroup) -> tuple[bool, int, list[str]]:
    return not group.regions, -len(group.gaps), [region.name.casefold() for region in group.regions]
