"""What a plan brings to the talk with the programme manager, put in order."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from sto_cli.findings import Finding
from sto_cli.plans.checked import by_question
from sto_cli.plans.language.placeholders import is_placeholder
from sto_cli.plans.language.times import without_time
from sto_cli.plans.model import Activity, Goal, Milestone, Partner, Plan
from sto_cli.plans.reading.budget import Budget, Payer
from sto_cli.plans.reading.regions import find_region
from sto_cli.plans.reading.schools import schools_coded
from sto_cli.plans.results import Judgement
from sto_cli.plans.rules.read_as import read_as
from sto_cli.register.belonging import Basis, certain_belonging
from sto_cli.register.model import Region, School
from sto_cli.register.register import Register

Told = TypeVar("Told", Goal, Activity, Milestone, Partner)


@dataclass(frozen=True, slots=True)
class Costs:
    """What a plan costs, in euro cents.

    `listed` adds up the amounts of all items (None when none has one), `cofinancing` those that others than the
    subsidy pay (None when that is nowhere stated), `stated` is the total that the plan itself gives. `unpriced`
    counts the costs without an amount; a line that says who pays, or what all of it is, is no cost. `budget` holds what
    is asked, who pays, and whether all of it agrees with itself; `not_classed` is what payers bring of whom only the
    plan's own words are known.
    """

    listed: int | None
    cofinancing: int | None
    stated: int | None
    unpriced: int
    budget: Budget = field(default_factory=Budget)
    not_classed: int = 0

    @property
    def whole(self) -> int | None:
        """The total: what the plan says, or else what the items add up to."""
        return self.budget.total

    @property
    def too_low(self) -> bool:
        """Whether the total is only what the items come to that have an amount."""
        return self.unpriced > 0 and self.stated is None and self.whole is not None

    @property
    def kinds(self) -> dict[str, int]:
        """What others pay by its kind, in euro cents: what counts as cofinancing, the school's own, another subsidy.

        `not_said` is what others pay without a word on who they are, `not_classed` that of payers in words that say
        no kind.
        """
        payers = self.budget.payers
        named = {
            "companies_and_others": sum(payers.get(one, 0) for one in COUNTED) - self.not_classed,
            "school": payers.get("school", 0),
            "other_subsidy": payers.get("other_subsidy", 0),
            "not_classed": self.not_classed,
        }
        rest = (self.cofinancing or 0) - sum(named.values())
        return {name: cents for name, cents in {**named, "not_said": max(rest, 0)}.items() if cents}

    @property
    def subsidy(self) -> int | None:
        """What is asked of the subsidy: what the plan says, or else the total less the cofinancing."""
        return self.budget.asked

    @property
    def share(self) -> float | None:
        """The cofinancing as a share of the total, from 0 to 1; None where one is not known, or they contradict."""
        if not self.whole or self.cofinancing is None or self.cofinancing > self.whole:
            return None
        return self.cofinancing / self.whole


COUNTED: tuple[Payer, ...] = ("company", "municipality", "other")
"""Who brings cofinancing that counts, as far as public pages say: companies and others outside the programme."""


@dataclass(frozen=True, slots=True)
class Talk:
    """Gesprek: a plan with what the register knows about its school, its milestones by date, costs, open points.

    `schools` are those of the plan that the register knows: one mostly. `region` is the one that the plan names, or
    else the one that the school belongs to: `region_basis` then says how that is known, it is None otherwise.
    `open_questions` are the numbers of the questions without an answer; `findings` are all, by question.
    `day` is the day of asking.
    """

    path: str
    plan: Plan
    schools: tuple[School, ...]
    region: Region | None
    region_basis: Basis | None
    milestones: tuple[Milestone, ...]
    costs: Costs
    open_questions: tuple[int, ...]
    findings: tuple[Finding, ...]
    day: date

    @property
    def school(self) -> School | None:
        """The school of a plan of one school; None also where the register does not know it."""
        return self.schools[0] if len(self.schools) == 1 else None

    @property
    def open_points(self) -> tuple[Finding, ...]:
        """What the checks found that asks for something."""
        return tuple(finding for finding in self.findings if finding.rule != read_as.id)

    @property
    def read_as(self) -> tuple[Finding, ...]:
        """What is understood though it is written otherwise: nothing needs to be done about it."""
        return tuple(finding for finding in self.findings if finding.rule == read_as.id)

    @staticmethod
    def told(items: Sequence[Told]) -> Sequence[Told]:
        """The points of an answer without those that are still to come."""
        return [item for item in items if not is_placeholder(item.text)] or items

    @staticmethod
    def words_of(milestone: Milestone) -> str:
        """The words of a milestone as they stand beside its date, which they do not repeat."""
        return without_time(milestone.text.strip(), milestone.date)


def talk_about(judgement: Judgement, plan: Plan, register: Register, today: date) -> Talk:
    """Put a judged plan in order for the talk."""
    schools = tuple(schools_coded(register, plan.school or ""))
    region, basis = _region(plan, schools, register, today)
    return Talk(
        judgement.path,
        plan,
        schools,
        region,
        basis,
        tuple(sorted(plan.milestones.items, key=_day)),
        _costs(plan),
        judgement.open_questions,
        tuple(by_question(judgement.findings)),
        today,
    )


def _day(milestone: Milestone) -> date:
    """Return the day by which a milestone is reached; those without one come last."""
    return milestone.date.last if milestone.date else date.max


def _costs(plan: Plan) -> Costs:
    items = plan.resources.items
    return Costs(
        plan.costs,
        plan.cofinancing,
        plan.money.stated_total,
        sum(item.role == "cost" and item.amount is None for item in items),
        plan.money,
        min(sum(item.cofinanced or 0 for item in items if not item.is_classed), plan.money.payers.get("other", 0)),
    )


def _region(
    plan: Plan, schools: Sequence[School], register: Register, today: date | None
) -> tuple[Region | None, Basis | None]:
    named = find_region(register, plan.region) if plan.region else None
    if named is not None or plan.region or not schools:
        return named, None
    places = [certain_belonging(register, school, today) for school in schools]
    one = len({option.region.id for place in places for option in place.options}) == 1
    return (places[0].region, places[0].basis) if one and all(place.options for place in places) else (None, None)
