"""One region on one page: who takes part, who does not, of whom it is not known, who lies nearby, what comes up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sto_cli.messages import Message
from sto_cli.register.belonging import Belonging, Option
from sto_cli.register.model import Contact, Part, Participation, Region, School
from sto_cli.register.register import Register
from sto_cli.reports.caveats import caveats
from sto_cli.reports.count import Groups, Standing
from sto_cli.reports.coverage import count_groups, others
from sto_cli.reports.headline import headline
from sto_cli.reports.nearby import Nearby, nearby_unknown, of_regions
from sto_cli.reports.plan_summary import PlanSummary
from sto_cli.reports.portfolio import MONTHS, Portfolio, portfolio
from sto_cli.reports.region_letter import Letter, letter_to
from sto_cli.reports.region_schools import RegionSchool, of_standing
from sto_cli.reports.region_tasks import Task, tasks
from sto_cli.reports.selection import Selection
from sto_cli.reports.standing import Position, positions
from sto_cli.steps.contact import contact_route


@dataclass(frozen=True, slots=True)
class RegionReport:
    """The answer of `sto report region`.

    `schools` are those of the region, by standing (not participating, unknown, participating), place and name;
    `nearby` those of which no region is known and to which this region lies nearest, nearest first. `plans` is None
    where no plans were handed in. `others` are the schools that draw the rest of the country, `regions` all regions.
    """

    as_of: date
    region: Region
    total: Groups
    schools: tuple[RegionSchool, ...]
    nearby: tuple[RegionSchool, ...]
    caveats: tuple[Message, ...]
    sources: tuple[Part, ...]
    plans: Portfolio | None = None
    others: tuple[School, ...] = ()
    regions: tuple[Region, ...] = ()

    @property
    def selection(self) -> Selection:
        """The region as what other reports are about."""
        return Selection((self.region,))

    @property
    def headline(self) -> tuple[Message, ...]:
        """The main thing in sentences."""
        nearby = [one.nearby for one in self.nearby if one.nearby]
        return headline(self.total, nearby)

    @property
    def tasks(self) -> tuple[Task, ...]:
        """What there is to do, weightiest first; nothing where all is known and every plan is complete."""
        return tasks(self.schools, self.nearby, plans_asked=self.plans is not None)

    def letter(self, school: RegionSchool) -> Letter:
        """Return what the region writes to one of these schools."""
        return letter_to(school, self.region, plan_asked=self.plans is not None)

    def standing(self, standing: Standing) -> tuple[RegionSchool, ...]:
        """Return the schools of the region that stand so."""
        return of_standing(self.schools, standing)


STANDINGS: tuple[Standing, ...] = ("not_participating", "unknown", "participating")
"""The order on the page: first those to whom a coordinator writes."""


def region_report(
    register: Register,
    region: Region,
    on: date,
    entries: Iterable[PlanSummary] | None = None,
    months: int = MONTHS,
    *,
    theoretical: bool = False,
) -> RegionReport:
    """Bring together what is known of a region on a day; `entries` are the plans that were handed in."""
    selection = Selection((region,))
    found = list(positions(register, on, selection, theoretical=theoretical))
    plans = None if entries is None else portfolio(entries, on, months, selection)
    of_school = _by_school(plans.plans if plans else ())
    anywhere = positions(register, on, Selection(), theoretical=theoretical)
    near = of_regions(nearby_unknown(register, anywhere, on), (region,))
    return RegionReport(
        as_of=on,
        region=region,
        total=count_groups(found, (region,), theoretical=theoretical),
        schools=tuple(sorted((_member(register, region, one, on, of_school) for one in found), key=_order)),
        nearby=tuple(_neighbour(one, of_school) for one in near),
        caveats=caveats(register, found, selection),
        sources=register.parts,
        plans=plans,
        others=others(register, found),
        regions=tuple(register.regions.values()),
    )


PlansBySchool = Mapping[str, tuple[PlanSummary, ...]]


def _by_school(entries: Iterable[PlanSummary]) -> PlansBySchool:
    found: dict[str, list[PlanSummary]] = defaultdict(list)
    for entry in entries:
        if entry.school is not None:
            found[entry.school.id].append(entry)
    return {school: tuple(some) for school, some in found.items()}


def _member(register: Register, region: Region, position: Position, on: date, plans: PlansBySchool) -> RegionSchool:
    entries = register.entries_of(position.school.id, on)
    entry = next((one for one in entries if one.region == region.id), position.entry)
    route = contact_route(Belonging(position.basis, (Option(region),)), entry)
    return RegionSchool(
        position,
        entry,
        route,
        _addressee(position, entry),
        plans.get(position.school.id, ()),
        ended=register.ended_participation(position.school.id, region.id, on) if entry else None,
    )


def _neighbour(near: Nearby, plans: PlansBySchool) -> RegionSchool:
    position = near.position
    route = contact_route(Belonging("unknown"), None)
    return RegionSchool(position, None, route, _addressee(position, None), plans.get(position.school.id, ()), near)


def _addressee(position: Position, entry: Participation | None) -> Contact:
    """Return whom the region writes to: the contact that it knows, else the management of a school without one."""
    if entry and entry.contact:
        return entry.contact
    role = "school-contact" if position.standing == "participating" else "school-management"
    return Contact(role, url=position.school.website)


def _order(one: RegionSchool) -> tuple[int, str, str, str]:
    school = one.school
    return STANDINGS.index(one.standing), school.town.casefold(), school.name.casefold(), school.id
