"""How far plans are: milestones reached, late and next, money spent, goals measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sto_cli.files.personal import without_addresses
from sto_cli.plans.language.dates import When
from sto_cli.plans.language.placeholders import is_placeholder
from sto_cli.plans.language.times import without_time
from sto_cli.plans.model import Goal, Milestone, Resource
from sto_cli.plans.talk import Talk
from sto_cli.register.model import School

StepState = Literal["reached", "late", "unreported", "next", "open", "undated"]
"""Reached; its day is past and the plan says that it is not reached; its day is past and the plan does not say; the
first that comes; one that comes later; no day is known, so that nothing can be late."""


@dataclass(frozen=True, slots=True)
class StepProgress:
    """A milestone: by when it was to be reached, its state, and how many days it is or was late (None: not late)."""

    text: str
    when: When | None
    state: StepState
    reached_on: When | None = None
    days_late: int | None = None


@dataclass(frozen=True, slots=True)
class CostProgress:
    """What was planned for an item and what was spent of it, in euro cents; None where the plan does not say."""

    item: str
    planned: int | None
    spent: int | None


@dataclass(frozen=True, slots=True)
class GoalProgress:
    """A goal with what is aimed at and what was measured so far; None where the plan does not say."""

    goal: str
    aim: str | None
    measured: str | None


@dataclass(frozen=True, slots=True)
class PlanProgress:
    """One plan: whose it is, and how far it is."""

    path: str
    title: str | None
    schools: tuple[School, ...]
    school_written: str | None
    steps: tuple[StepProgress, ...]
    costs: tuple[CostProgress, ...]
    goals: tuple[GoalProgress, ...]

    def number(self, *states: StepState) -> int:
        """Return how many milestones are in one of these states."""
        return sum(step.state in states for step in self.steps)

    @property
    def next_step(self) -> StepProgress | None:
        """The first milestone that comes."""
        return next((step for step in self.steps if step.state == "next"), None)

    @property
    def planned(self) -> int | None:
        """What all items with an amount cost together, in euro cents."""
        return _sum(cost.planned for cost in self.costs)

    @property
    def spent(self) -> int | None:
        """What was spent of them so far, in euro cents; None where the plan says it of no item."""
        return _sum(cost.spent for cost in self.costs)

    @property
    def reports(self) -> bool:
        """Whether the plan says anything of how far it is."""
        told = any(step.state in {"reached", "late"} for step in self.steps)
        return told or self.spent is not None or any(goal.measured for goal in self.goals)


@dataclass(frozen=True, slots=True)
class Progress:
    """The answer of `sto plan progress`: the plans, on a day."""

    as_of: date
    plans: tuple[PlanProgress, ...]
    unreadable: tuple[str, ...] = ()

    def number(self, *states: StepState) -> int:
        """Return how many milestones of all plans are in one of these states."""
        return sum(plan.number(*states) for plan in self.plans)

    @property
    def planned(self) -> int | None:
        """What the plans that say what they spent planned together, in euro cents."""
        return _sum(plan.planned for plan in self.plans if plan.spent is not None)

    @property
    def spent(self) -> int | None:
        """What they spent so far, in euro cents."""
        return _sum(plan.spent for plan in self.plans)


@dataclass(frozen=True, slots=True)
class HowFar:
    """How far plans are on a day: numbers of milestones, and euro cents of the plans that say what they spent."""

    reached: int = 0
    late: int = 0
    unreported: int = 0
    planned: int = 0
    spent: int | None = None

    def __add__(self, other: HowFar) -> HowFar:
        """Return both together."""
        known = [one for one in (self.spent, other.spent) if one is not None]
        return HowFar(
            self.reached + other.reached,
            self.late + other.late,
            self.unreported + other.unreported,
            self.planned + other.planned,
            sum(known) if known else None,
        )

    @property
    def reports(self) -> bool:
        """Whether a plan says anything of how far it is."""
        return bool(self.reached or self.late) or self.spent is not None


def how_far(talk: Talk, today: date) -> HowFar:
    """Return how far one plan is on a day."""
    plan = progress_of(talk, today)
    planned = plan.planned if plan.spent is not None else None
    return HowFar(plan.number("reached"), plan.number("late"), plan.number("unreported"), planned or 0, plan.spent)


def progress_of(talk: Talk, today: date) -> PlanProgress:
    """Return how far one plan is on a day."""
    plan = talk.plan
    return PlanProgress(
        talk.path,
        without_addresses(plan.title) if plan.title else None,
        talk.schools,
        plan.school,
        tuple(_steps([one for one in talk.milestones if not is_placeholder(one.text)], today)),
        tuple(map(_cost, (one for one in plan.resources.items if one.role == "cost"))),
        tuple(map(_goal, plan.goals.items)),
    )


def _steps(milestones: Sequence[Milestone], today: date) -> Iterator[StepProgress]:
    """Yield the milestones in order of date, each with its state."""
    coming = [one for one in milestones if one.reached is not True and one.date and one.date.last >= today]
    for milestone in milestones:
        yield _step(milestone, today, first=bool(coming) and milestone is coming[0])


def _step(milestone: Milestone, today: date, *, first: bool) -> StepProgress:
    when, text = milestone.date, " ".join(without_addresses(without_time(milestone.text, milestone.date)).split())
    if milestone.reached:
        on = milestone.reached_on
        late = (on.first - when.last).days if on and when else 0
        return StepProgress(text, when, "reached", on, late if late > 0 else None)
    if when is None:
        return StepProgress(text, None, "undated")
    if when.last >= today:
        return StepProgress(text, when, "next" if first else "open")
    state: StepState = "unreported" if milestone.reached is None else "late"
    return StepProgress(text, when, state, days_late=(today - when.last).days)


def _cost(resource: Resource) -> CostProgress:
    amount, spent = resource.amount, resource.spent
    item = without_addresses(resource.text)
    return CostProgress(item, amount.cents if amount else None, spent.cents if spent else None)


def _goal(goal: Goal) -> GoalProgress:
    aim, measured = (without_addresses(text) if text else None for text in (goal.measure, goal.measured))
    return GoalProgress(without_addresses(goal.text), aim, measured)


def _sum(amounts: Iterable[int | None]) -> int | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None
