"""The portfolio: the plans of a region side by side, their totals, and what is due."""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import MAXYEAR, date
from typing import Literal, get_args

from sto_cli.findings import SEVERITIES, Severity
from sto_cli.messages import Message
from sto_cli.plans.language.dates import When
from sto_cli.plans.model import FORMS, PARTNER_KINDS, Form, PartnerKind
from sto_cli.plans.talk import Costs
from sto_cli.register.model import Part, SchoolKind
from sto_cli.reports.caveats import is_odd, plan_caveats
from sto_cli.reports.plan_summary import THEMES, PlannedMilestone, PlanSummary, Theme
from sto_cli.reports.programme_dates import ProgrammeDate, programme_dates
from sto_cli.reports.progress import HowFar
from sto_cli.reports.selection import Selection
from sto_cli.reports.versions import Versions, newest_of

FormOfPlan = Form | Literal["own"]
"""A form that a plan names, or one that it has in words of its own."""

FORMS_OF_PLANS: tuple[FormOfPlan, ...] = (*FORMS, "own")

NO_REMARKS = frozenset({"read-as", "not-judged"})
"""Rules that say how a plan was read, or that sto failed: nothing that plans have in common."""

REGION_PARTNERS: tuple[PartnerKind, ...] = ("po", "vo", "mbo", "company")
"""With whom a region as a whole works; primary education and the mbo it must."""

MONTHS = 3
"""How far "the coming months" reach when nobody says otherwise: to the next meeting of a steering group."""


@dataclass(frozen=True, slots=True)
class Counting:
    """What is counted of plans: every file, or the newest of each plan; remarks from a weight on."""

    every_file: bool = False
    level: Severity = "tip"


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How many plans a rule found something in."""

    rule: str
    severity: Severity
    plans: int


@dataclass(frozen=True, slots=True)
class Due:
    """Something with a date: a step of a plan, or a date of the programme (then `plan` is None)."""

    when: When
    plan: PlanSummary | None = None
    step: PlannedMilestone | None = None
    programme: ProgrammeDate | None = None


@dataclass(frozen=True, slots=True)
class JointCosts:
    """What plans cost together, in euro cents, with of how many plans it is known.

    `cofinancing` adds up what is stated, `without` counts the plans that state that there is none; `cofinanced` is what
    those plans cost, of which it is a share; `kinds` what of it is of which kind (`Costs.kinds`). A plan whose
    cofinancing has no costs beside it, or is more than they are, counts for its costs only.
    """

    costs: int = 0
    priced: int = 0
    cofinancing: int = 0
    stated: int = 0
    cofinanced: int = 0
    without: int = 0
    kinds: Mapping[str, int] = field(default_factory=dict)

    @property
    def share(self) -> float | None:
        """The cofinancing as a share of the costs of the plans that state it; None where none does."""
        return self.cofinancing / self.cofinanced if self.cofinanced else None


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts of plans.

    `partners` counts partners, `with_partner` the plans that have one of a kind; a plan without a form counts under
    None in `forms`, one with a form in its own words under "own". `themes` counts the plans that speak of each, `came`
    is how far they are together.
    """

    plans: int
    readable: int
    complete: int
    without_errors: int
    schools: int
    kinds: Mapping[SchoolKind, int]
    findings: Mapping[Severity, int]
    forms: Mapping[FormOfPlan | None, int]
    partners: Mapping[PartnerKind | None, int]
    with_partner: Mapping[PartnerKind, int]
    themes: Mapping[Theme, int]
    came: HowFar
    money: JointCosts

    @property
    def lacking(self) -> tuple[PartnerKind, ...]:
        """The kinds of partner that a region works with, and that none of its plans names."""
        return tuple(kind for kind in REGION_PARTNERS if not self.with_partner[kind])


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The plans that are not in a report on a part of the country, by why: unknown is not elsewhere."""

    elsewhere: tuple[PlanSummary, ...] = ()
    adrift: tuple[PlanSummary, ...] = ()
    unreadable: tuple[PlanSummary, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.elsewhere or self.adrift or self.unreadable)


@dataclass(frozen=True, slots=True)
class Portfolio:
    """The answer of `sto report plans`.

    `plans` stand by region, place and name of the school; plans without those last. `calendar` is every dated
    step in order of date, with the programme's dates from `as_of` on; `due` is the part of it from `as_of` until
    `until`. A month is due until its last day. `left_out` are the plans that do not belong to the selection, or of
    which that is not known, `versions` the plans that stand in several files. `remarks` counts the
    plans by the rule that found something in them, most plans first.
    """

    as_of: date
    until: date
    selection: Selection
    plans: tuple[PlanSummary, ...]
    totals: Totals
    calendar: tuple[Due, ...]
    due: tuple[Due, ...]
    caveats: tuple[Message, ...]
    left_out: LeftOut = LeftOut()
    versions: tuple[Versions, ...] = ()
    remarks: tuple[RuleCount, ...] = ()

    @property
    def sources(self) -> tuple[Part, ...]:
        """None: it rests on the plans, not on files of the register."""
        return ()

    @property
    def undated(self) -> int:
        """How many milestones have no date, so that a calendar has no place for them."""
        return sum(step.when is None for plan in self.plans for step in plan.steps)


def portfolio(
    plans: Iterable[PlanSummary],
    today: date,
    months: int = MONTHS,
    selection: Selection = Selection(),  # noqa: B008 - frozen
    counting: Counting = Counting(),
) -> Portfolio:
    """Put the plans of a selection side by side; `months` says how far "due" reaches from today.

    Of a plan in several files the newest counts, unless `counting` asks for every file.
    """
    plans, versions = (list(plans), []) if counting.every_file else newest_of(plans)
    by_place: dict[_Place, list[PlanSummary]] = {place: [] for place in get_args(_Place)}
    for plan in plans:
        by_place[_place(selection, plan)].append(plan)
    kept = tuple(sorted(by_place["here"], key=_order))
    until = months_later(today, months)
    dated = _calendar(kept, today)
    return Portfolio(
        as_of=today,
        until=until,
        selection=selection,
        plans=kept,
        totals=_totals(kept),
        remarks=tuple(_remarks(kept, counting.level)),
        calendar=dated,
        due=tuple(one for one in dated if one.when.last >= today and one.when.first <= until),
        caveats=plan_caveats(kept),
        left_out=LeftOut(tuple(by_place["elsewhere"]), tuple(by_place["adrift"]), tuple(by_place["unreadable"])),
        versions=tuple(one for one in versions if _place(selection, one.newest) == "here"),
    )


def months_later(day: date, months: int) -> date:
    """Return the same day some months later, or the last day of that month where it is shorter.

    At the end of the calendar it is the last day that there is.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


_Place = Literal["here", "elsewhere", "adrift", "unreadable"]


def _place(selection: Selection, plan: PlanSummary) -> _Place:
    """Say whether a plan belongs to a selection, by its region and by where its school stands."""
    if not selection:
        return "here"
    if not plan.readable:
        return "unreadable"
    if selection.regions and plan.region is None:
        return "adrift"
    if plan.region is not None and selection.regions and not selection.names(plan.region):
        return "elsewhere"
    if not (selection.provinces or selection.municipalities):
        return "here"
    if not plan.schools:
        return "adrift"
    regions = [plan.region] if plan.region else []
    return "here" if any(selection.holds(school, regions) for school in plan.schools) else "elsewhere"


def _order(plan: PlanSummary) -> tuple[bool, str, bool, str, str, str]:
    region = plan.region.name if plan.region else plan.region_written or ""
    place = plan.schools[0].town if plan.schools else ""
    name = plan.schools[0].name if plan.schools else plan.title or ""
    return not region, region.casefold(), not plan.schools, place.casefold(), name.casefold(), plan.path


def _calendar(plans: Iterable[PlanSummary], today: date) -> tuple[Due, ...]:
    steps = [Due(step.when, plan=plan, step=step) for plan in plans for step in plan.steps if step.when is not None]
    fixed = [Due(When(one.day, one.day, one.day.isoformat()), programme=one) for one in programme_dates(today)]
    return tuple(sorted([*fixed, *steps], key=lambda one: (one.when.last, one.when.first)))


def _totals(plans: tuple[PlanSummary, ...]) -> Totals:
    readable = [plan for plan in plans if plan.readable]
    forms: Counter[FormOfPlan | None] = Counter(one for plan in readable for one in _forms(plan))
    partners: Counter[PartnerKind | None] = Counter()
    for plan in readable:
        partners.update(plan.partners or {})
    return Totals(
        plans=len(plans),
        readable=len(readable),
        complete=sum(plan.complete for plan in readable),
        without_errors=sum(not plan.findings.get("error") for plan in plans),
        schools=len({school.id for plan in readable for school in plan.schools}),
        kinds=Counter(plan.kind for plan in readable),
        findings={severity: sum(plan.findings.get(severity, 0) for plan in plans) for severity in SEVERITIES},
        forms={form: forms[form] for form in (*FORMS_OF_PLANS, None) if forms[form]},
        partners={kind: partners[kind] for kind in (*PARTNER_KINDS, None) if partners[kind]},
        with_partner={kind: sum(bool((plan.partners or {}).get(kind)) for plan in readable) for kind in PARTNER_KINDS},
        came=sum((plan.came for plan in readable), HowFar()),
        themes={theme: sum(theme in plan.themes for plan in readable) for theme in THEMES},
        money=_money([plan.costs for plan in readable]),
    )


def _forms(plan: PlanSummary) -> tuple[FormOfPlan | None, ...]:
    return (*plan.forms, *(("own",) if plan.own_forms else ())) or (None,)


def _money(costs: list[Costs]) -> JointCosts:
    stated = [one for one in costs if one.cofinancing is not None and not is_odd(one)]
    return JointCosts(
        costs=sum(one.whole or 0 for one in costs),
        priced=sum(one.whole is not None for one in costs),
        cofinancing=sum(one.cofinancing or 0 for one in stated),
        stated=len(stated),
        cofinanced=sum(one.whole or 0 for one in stated),
        without=sum(not one.cofinancing for one in stated),
        kinds=sum((Counter(one.kinds) for one in stated), Counter()),
    )


def _remarks(plans: tuple[PlanSummary, ...], level: Severity) -> Iterator[RuleCount]:
    counted_ = Counter(found for plan in plans for found in plan.rules)
    weights = SEVERITIES[: SEVERITIES.index(level) + 1]
    for (rule, severity), number in sorted(counted_.items(), key=lambda one: (-one[1], one[0])):
        if severity in weights and rule not in NO_REMARKS:
            yield RuleCount(rule, severity, number)
