"""One region on one page: who takes part, who does not, of whom it is not known, who lies nearby, what comes up."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sto_cli.messages import Message
from sto_cli.register.belonging import Belonging, Option
from sto_cli.register.model import Contact, Part, Participation, Region, School
from sto_cli.register.register import Register, holds_on
from sto_cli.reports.caveats import caveats
from sto_cli.reports.count import Groups, Standing
from sto_cli.reports.coverage import Others, count_groups
from sto_cli.reports.headline import headline, outside
from sto_cli.reports.plan_summary import PlanSummary
from sto_cli.reports.portfolio import MONTHS, Portfolio, portfolio
from sto_cli.reports.region_letter import Letter, letter_to
from sto_cli.reports.region_schools import RegionSchool, Task, of_standing, tasks
from sto_cli.reports.selection import Selection
from sto_cli.reports.standing import Nearby, Position, nearby_unknown, of_regions, placed, position_of, positions
from sto_cli.steps.plan import contact_route


@dataclass(frozen=True, slots=True)
class RegionReport:
    """The answer of `sto report region`.

    `schools` are those of the region, by standing (see `STANDINGS`), place and name; `shared` those in a municipality
    that other regions share; `nearby` those of which no region is known and to which this region lies nearest, nearest
    first; `uncounted` those that the user's own data place in the region and that are no schools with an exam class.
    `plans` is None where no plans were handed in. `selection` is the region; `others` are the schools that draw the
    rest of the country, `regions` all regions.
    """

    as_of: date
    region: Region
    total: Groups
    schools: tuple[RegionSchool, ...]
    shared: tuple[RegionSchool, ...]
    nearby: tuple[RegionSchool, ...]
    selection: Selection
    caveats: tuple[Message, ...]
    sources: tuple[Part, ...]
    plans: Portfolio | None = None
    others: Iterable[School] = ()
    regions: tuple[Region, ...] = ()
    uncounted: tuple[RegionSchool, ...] = ()

    @property
    def apart(self) -> tuple[RegionSchool, ...]:
        """The schools that may belong to this region or to another one: of shared municipalities, and nearby."""
        return (*self.shared, *self.nearby)

    @property
    def headline(self) -> tuple[Message, ...]:
        """The main thing in sentences."""
        nearby = [one.nearby for one in self.nearby if one.nearby]
        told = headline(self.total, nearby, [one.position for one in self.shared], self.selection.since)
        return (*outside(self.as_of, self.selection), *told)

    @property
    def tasks(self) -> tuple[Task, ...]:
        """What there is to do, weightiest first; nothing where all is known and every plan is complete."""
        return tasks(self.schools, self.apart, plans_asked=self.plans is not None)

    def letter(self, school: RegionSchool) -> Letter:
        """Return what the region writes to one of these schools."""
        return letter_to(school, self.region, plan_asked=self.plans is not None)

    def standing(self, standing: Standing) -> tuple[RegionSchool, ...]:
        """Return the schools of the region that stand so."""
        return of_standing(self.schools, standing)


STANDINGS: tuple[Standing, ...] = ("in_talks", "not_participating", "unknown", "likely", "participating")
"""The order on the page: first those to whom a coordinator writes."""


def region_report(
    register: Register,
    region: Region,
    on: date,
    entries: Iterable[PlanSummary] | None = None,
    months: int = MONTHS,
    facts: Selection = Selection(),  # noqa: B008 - frozen
) -> RegionReport:
    """Bring together what is known of a region on a day.

    `entries` are the plans that were handed in; `facts` says which schools and facts count, for whatever region.
    """
    selection = facts._replace(regions=(region,))
    found, shared = placed(register, on, selection)
    plans = None if entries is None else portfolio(entries, on, months, Selection((region,)))
    of_school = _by_school(plans.plans if plans else ())
    near = of_regions(nearby_unknown(register, positions(register, on, selection.anywhere()), on), (region,))
    counted = {one.school.id for one in (*found, *shared)}
    own = [
        position_of(register, register.schools[entry.school], on, selection)
        for entry in register.participations
        if entry.layer and entry.region == region.id and holds_on(entry, on)
        and entry.school in register.schools.keys() - counted
    ]  # fmt: skip
    return RegionReport(
        as_of=on,
        region=region,
        total=count_groups(found, selection),
        schools=tuple(sorted((_member(register, region, one, on, of_school) for one in found), key=_order)),
        shared=tuple(sorted((_elsewhere(one, of_school) for one in shared), key=_order)),
        nearby=tuple(_elsewhere(one.position, of_school, one) for one in near),
        selection=selection,
        caveats=caveats(register, found, selection, "region", on),
        sources=register.parts,
        plans=plans,
        others=Others(register, (*found, *shared)),
        regions=tuple(register.regions.values()),
        uncounted=tuple(sorted((_member(register, region, one, on, of_school) for one in own), key=_order)),
    )


PlansBySchool = Mapping[str, tuple[PlanSummary, ...]]


def _by_school(entries: Iterable[PlanSummary]) -> PlansBySchool:
    found: dict[str, list[PlanSummary]] = defaultdict(list)
    for entry in entries:
        for school in entry.schools:
            found[school.id].append(entry)
    return {school: tuple(some) for school, some in found.items()}


def _member(register: Register, region: Region, position: Position, on: date, plans: PlansBySchool) -> RegionSchool:
    entry = position.entry
    if entry is not None and entry.region != region.id:
        entry = next((one for one in register.entries_of(position.school.id, on) if one.region == region.id), entry)
    believed = None if position.contradicted else entry
    route = contact_route(Belonging(position.basis, (Option(region),)), believed)
    ended = register.ended_participation(position.school.id, on, region.id)
    own = plans.get(position.school.id, ())
    return RegionSchool(position, entry, route, _addressee(position, entry), own, ended=ended)


def _elsewhere(position: Position, plans: PlansBySchool, near: Nearby | None = None) -> RegionSchool:
    """Return a school of which it is not certain that it belongs to the region: the map tells whom it writes to."""
    route = contact_route(Belonging("unknown"), None)
    return RegionSchool(position, None, route, _addressee(position, None), plans.get(position.school.id, ()), near)


def _addressee(position: Position, entry: Participation | None) -> Contact:
    """Return whom the region writes to: the contact that it knows, else the management of a school without one."""
    if entry and entry.contact:
        return entry.contact
    role = "school-contact" if position.standing in {"participating", "likely"} else "school-management"
    return Contact(role, url=position.school.website)


def _order(one: RegionSchool) -> tuple[int, str, str, str]:
    school = one.school
    return STANDINGS.index(one.standing), school.town.casefold(), school.name.casefold(), school.id
