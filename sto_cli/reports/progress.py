"""How far plans are: milestones reached, late and next, money spent, goals measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Literal

from sto_cli.files.personal import without_addresses
from sto_cli.plans.language.dates import When
from sto_cli.plans.language.goal_direction import baseline_in
from sto_cli.plans.language.placeholders import is_placeholder
from sto_cli.plans.language.times import on_one_line, says_when
from sto_cli.plans.model import Goal, Milestone, Resource
from sto_cli.plans.talk import Talk
from sto_cli.register.model import School

StepState = Literal["reached", "late", "unreported", "unclear", "next", "open", "undated"]
"""Reached; its day is past and the plan says that it is not reached; its day is past and the plan does not say, or
says it in words that are asked; the first that comes; one that comes later; no day is known, so that nothing can be
late."""


@dataclass(frozen=True, slots=True)
class StepProgress:
    """A milestone: by when it was to be reached, its state, and how many days it is or was late (None: not late).

    `said` is what the plan says of it where that is not understood, in its own words.
    """

    text: str
    when: When | None
    state: StepState
    reached_on: When | None = None
    days_late: int | None = None
    said: str | None = None

    @property
    def says_when(self) -> bool:
        """Whether its own words hold its time."""
        return self.when is not None and says_when(self.text, self.when)


@dataclass(frozen=True, slots=True)
class CostProgress:
    """What was planned for an item and what was spent of it, in euro cents; None where the plan does not say.

    `said` is what it says of what was spent where that is not understood, in its own words.
    """

    item: str
    planned: int | None
    spent: int | None
    said: str | None = None

    @property
    def is_reported(self) -> bool:
        """Whether the plan says anything of what was spent of it."""
        return self.spent is not None or self.said is not None


@dataclass(frozen=True, slots=True)
class GoalProgress:
    """A goal with where it starts, what is aimed at and what was measured so far; None where the plan does not say."""

    goal: str
    baseline: str | None
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
    planned: int | None = None
    """The total of the budget, in euro cents."""

    def number(self, *states: StepState) -> int:
        """Return how many milestones are in one of these states."""
        return sum(step.state in states for step in self.steps)

    @property
    def next_step(self) -> StepProgress | None:
        """The first milestone that comes."""
        return next((step for step in self.steps if step.state == "next"), None)

    @property
    def spent(self) -> int | None:
        """What was spent of them so far, in euro cents; None where the plan says it of no item."""
        return _sum(cost.spent for cost in self.costs)

    @property
    def reported(self) -> tuple[CostProgress, ...]:
        """The items of which the plan says what was spent."""
        return tuple(cost for cost in self.costs if cost.spent is not None)

    @property
    def planned_of_reported(self) -> int | None:
        """What was planned for those, in euro cents; None where an amount is lacking, so that there is no share."""
        planned = [cost.planned for cost in self.reported]
        return None if None in planned else _sum(planned)

    @property
    def came(self) -> HowFar:
        """How far it is, in numbers."""
        planned, items = _sum(cost.planned for cost in self.reported) or 0, len(self.costs) if self.reported else 0
        return HowFar(
            self.number("reached"), self.number("late"), self.number("unreported"), self.number("unclear"),
            planned, len(self.reported), items, self.spent,
        )  # fmt: skip

    @property
    def reports(self) -> bool:
        """Whether the plan says anything of how far it is."""
        told = any(step.said or (step.state in {"reached", "late"}) for step in self.steps)
        spent = any(cost.is_reported for cost in self.costs)
        return told or spent or any(goal.measured for goal in self.goals)


@dataclass(frozen=True, slots=True)
class HowFar:
    """How far plans are on a day: numbers of milestones, and euro cents.

    `spent` is what was spent of the `reported` of the `items` of plans that say so of any, and `planned` what was
    planned for those.
    """

    reached: int = 0
    late: int = 0
    unreported: int = 0
    unclear: int = 0
    planned: int = 0
    reported: int = 0
    items: int = 0
    spent: int | None = None

    def __add__(self, other: HowFar) -> HowFar:
        """Return both together."""
        both = {one.name: (getattr(self, one.name), getattr(other, one.name)) for one in fields(self)}
        return HowFar(**{name: _sum(values) for name, values in both.items()})  # type: ignore[arg-type]

    @property
    def reports(self) -> bool:
        """Whether a plan says anything of how far it is."""
        return bool(self.reached or self.late or self.unclear) or self.spent is not None


@dataclass(frozen=True, slots=True)
class Progress:
    """The answer of `sto plan progress`: the plans, on a day."""

    as_of: date
    plans: tuple[PlanProgress, ...]
    unreadable: tuple[str, ...] = ()

    @property
    def came(self) -> HowFar:
        """How far all of them are together."""
        return sum((plan.came for plan in self.plans), HowFar())


def how_far(talk: Talk, today: date) -> HowFar:
    """Return how far one plan is on a day."""
    return progress_of(talk, today).came


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
        talk.costs.whole,
    )


def _steps(milestones: Sequence[Milestone], today: date) -> Iterator[StepProgress]:
    """Yield the milestones in order of date, each with its state."""
    open_ones = [one for one in milestones if not one.reached or _is_to_come(one, today)]
    coming = [one for one in open_ones if one.date and one.date.last >= today]
    for milestone in milestones:
        yield _step(milestone, today, first=bool(coming) and milestone is coming[0])


def _step(milestone: Milestone, today: date, *, first: bool) -> StepProgress:
    when, text = milestone.date, without_addresses(on_one_line(milestone.text, milestone.date))
    on = milestone.reached_on
    to_come = _is_to_come(milestone, today)
    unclear = to_come or milestone.reached is None
    said = milestone.reached_written if unclear else None
    said = without_addresses(said) if said and not is_placeholder(said) else None
    if milestone.reached and not to_come:
        late = (on.first - when.last).days if on and when else 0
        return StepProgress(text, when, "reached", on, late if late > 0 else None)
    if when is None:
        return StepProgress(text, None, "undated", said=said)
    if when.last >= today:
        return StepProgress(text, when, "next" if first else "open", said=said)
    state: StepState = "unclear" if said else "unreported" if milestone.reached is None else "late"
    return StepProgress(text, when, state, days_late=(today - when.last).days, said=said)


def _is_to_come(milestone: Milestone, today: date) -> bool:
    """Whether a milestone is said to be reached on a day to come: that is asked."""
    return milestone.reached_on is not None and milestone.reached_on.first > today


def _cost(resource: Resource) -> CostProgress:
    amount, spent = resource.amount, resource.spent
    item, said = without_addresses(resource.text), resource.spent_written if spent is None else None
    said = without_addresses(said) if said and not is_placeholder(said) else None
    return CostProgress(item, amount.cents if amount else None, spent.cents if spent else None, said)


def _goal(goal: Goal) -> GoalProgress:
    aim, measured = (without_addresses(text) if text else None for text in (goal.measure, goal.measured))
    text = without_addresses(goal.text)
    return GoalProgress(text, baseline_in(f"{text} {aim or ''}"), aim, measured)


def _sum(amounts: Iterable[int | None]) -> int | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None
