"""The answer to a school on its plan: what is good, what to talk about, the next step, and whom to turn to."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter

from sto_cli.files.personal import without_addresses
from sto_cli.findings import SEVERITIES, Finding
from sto_cli.messages import Message, all_of, counted, message
from sto_cli.plans.language.dated_texts import LONGEST_MOMENT
from sto_cli.plans.language.dates import When
from sto_cli.plans.language.times import says_when, times_of
from sto_cli.plans.language.wording import money
from sto_cli.plans.model import QUESTIONS, Milestone
from sto_cli.plans.results import OPEN_RULES
from sto_cli.plans.talk import Talk
from sto_cli.register.belonging import Belonging, Option, belonging
from sto_cli.register.model import Contact
from sto_cli.register.register import Register
from sto_cli.steps.plan import contact_route

MOST_IMPORTANT = 3
"""Points that come first: as many as one remembers from a letter."""

NAMED_PARTNERS = 3

_ABOUT_WRITING = frozenset({"read-as", "comment-in-text", "misspelt-key", "yaml-syntax", "not-utf-8"})
"""Rules about how a plan is written, not about what it says: no subject for a talk."""


_ABOUT_MILESTONES = frozenset(
    {
        "invalid-date", "undated-milestone", "milestone-outside-period", "milestone-outside-programme",
        "milestones-out-of-order",
    }
)  # fmt: skip

_COSTS_OPEN = frozenset(
    {
        "costs-do-not-add-up", "ambiguous-amount", "product-wrong", "costs-not-split", "hours-without-amount",
        "same-cost-twice", "cofinancing-exceeds-cost", "cofinancing-percentage-wrong",
    }
)  # fmt: skip
"""Rules after which nobody can call the costs worked out."""


@dataclass(frozen=True, slots=True)
class TalkPoint:
    """Something to talk about: a finding, and how many more there are like it under the same question."""

    finding: Finding
    more: int = 0


@dataclass(frozen=True, slots=True)
class Sending:
    """How a letter is sent: by whom, by when the school answers, and whether tips go along; None: to be filled in."""

    sender: str | None = None
    reply_by: date | None = None
    with_tips: bool = False


@dataclass(frozen=True, slots=True)
class PlanLetter:
    """Brief: `good` are sentences; `first` the most important points, `rest` the others, both in question order.

    `solved` are the remarks that the school mended since the version before; None: it is the first version.
    `tips` may wait, and are empty unless they are asked for. `contact` is who leads the region, with what the user's
    own data knows of them; `sending` says who sends the letter instead. `next_step` is the first milestone to come,
    None when no day is named.
    """

    talk: Talk
    good: tuple[Message, ...]
    first: tuple[TalkPoint, ...]
    rest: tuple[TalkPoint, ...]
    tips: tuple[TalkPoint, ...]
    next_step: Milestone | None
    contact: Contact
    day: date
    solved: tuple[Finding, ...] | None = None
    sending: Sending = Sending()

    @property
    def number(self) -> int:
        """How many points there are to talk about, tips apart."""
        return len(self.first) + len(self.rest)

    @property
    def step_words(self) -> str:
        """The first line of the next step, without the date that stands before it."""
        return without_addresses(self.talk.words_of(self.next_step).split("\n")[0]) if self.next_step else ""

    @property
    def step_names_date(self) -> bool:
        """Whether the words of the next step say themselves when it is."""
        step = self.next_step
        return step is not None and step.date is not None and says_when(self.step_words, step.date)


def plan_letter(
    talk: Talk, register: Register, today: date, sending: Sending = Sending(), solved: Sequence[Finding] | None = None
) -> PlanLetter:
    """Make the letter on a plan, or on its second version: `solved` are then the remarks that are solved."""
    points = _points(talk.open_points)
    weighty = [point for point in points if point.finding.severity != "tip"]
    first = sorted(weighty, key=_weight)[:MOST_IMPORTANT]
    if talk.region is not None:
        where = Belonging("recorded", (Option(talk.region),))
    else:
        where = belonging(register, talk.school, today) if talk.school else Belonging("unknown")
    return PlanLetter(
        talk,
        tuple(_good(talk)),
        tuple(sorted(first, key=_order)),
        tuple(sorted((point for point in weighty if point not in first), key=_order)),
        tuple(sorted(_tips(points), key=_order)) if sending.with_tips else (),
        _next_step(talk, today),
        contact_route(where, None),
        today,
        None if solved is None else tuple(one for one in solved if _concerns_school(one, sending)),
        sending,
    )


def _tips(points: Iterable[TalkPoint]) -> Iterator[TalkPoint]:
    return (point for point in points if point.finding.severity == "tip")


def _concerns_school(finding: Finding, sending: Sending) -> bool:
    return finding.rule not in _ABOUT_WRITING and (sending.with_tips or finding.severity != "tip")


def _points(findings: Iterable[Finding]) -> list[TalkPoint]:
    """Return one point for all findings of a rule under one question."""
    groups: dict[tuple[str, int | None], list[Finding]] = {}
    for finding in findings:
        if finding.rule not in _ABOUT_WRITING:
            groups.setdefault((finding.rule, finding.question), []).append(finding)
    return [TalkPoint(group[0], len(group) - 1) for group in groups.values()]


def _weight(point: TalkPoint) -> tuple[int, bool, int]:
    finding = point.finding
    return SEVERITIES.index(finding.severity), finding.rule not in OPEN_RULES, finding.question or 0


def _order(point: TalkPoint) -> tuple[int, int]:
    return point.finding.question or 0, SEVERITIES.index(point.finding.severity)


def _next_step(talk: Talk, today: date) -> Milestone | None:
    coming = ((when.last, one, when) for one in talk.milestones for when in _moments(one) if when.last >= today)
    _, step, when = min(coming, key=itemgetter(0), default=(None, None, None))
    return replace(step, date=when) if step is not None else None


def _moments(milestone: Milestone) -> list[When]:
    """Return the date of a milestone, or the moments that its text tells of, where that tells of several."""
    if milestone.date is not None:
        return [milestone.date]
    return [when for when in times_of(milestone) if when.last - when.first <= LONGEST_MOMENT]


# What is good


def _good(talk: Talk) -> Iterator[Message]:
    answered = len(QUESTIONS) - len(talk.open_questions)
    if not talk.open_questions:
        yield message("All six questions have an answer.")
    elif answered:
        yield counted("{n} of the six questions has an answer.", "{n} of the six questions have an answer.", answered)
    if talk.school is not None and talk.school.kind == "non_technical":
        yield message(
            "Your school has no technical profile, and brings technology to its pupils: just what STO hopes for."
        )
    rules = {finding.rule for finding in talk.open_points}
    plan, to_come = talk.plan, _to_come(talk)
    if plan.goals.given and "goals" not in to_come and not rules & {"unmeasurable-goal", "goal-is-activity"}:
        yield message("For every goal it is clear when it is reached.")
    served = any(activity.goals for activity in plan.activities.items) and not to_come & {"goals", "activities"}
    if served and not rules & {"activity-without-goal", "goal-without-activity", "unknown-goal"}:
        yield message("Every activity serves a goal, and every goal has an activity.")
    milestones = plan.milestones.items
    if len(milestones) > 1 and all(one.date is not None for one in milestones) and not rules & _ABOUT_MILESTONES:
        yield message("Every milestone has a date.")
    yield from _good_partners(talk, rules)
    yield from _good_costs(talk, rules)


def _to_come(talk: Talk) -> set[str]:
    """Return the questions of which a part is still to come: nothing good is said of all its points."""
    numbers = {point.question for point in talk.open_points if point.rule in OPEN_RULES}
    return {answer.key for answer in talk.plan.answers if answer.question in numbers}


def _good_partners(talk: Talk, rules: set[str]) -> Iterator[Message]:
    partners = [without_addresses(partner.text) for partner in talk.plan.cooperation.items if partner.kind is not None]
    if partners and "cooperation" not in _to_come(talk) and not rules & {"no-partner-in-region", "uncertain-partner"}:
        yield message("You work together with {partners}.", partners=_listed(partners))


def _good_costs(talk: Talk, rules: set[str]) -> Iterator[Message]:
    costs = talk.costs
    if costs.listed is None or costs.unpriced or rules & _COSTS_OPEN:
        return
    if costs.cofinancing:
        yield message(
            "The costs are worked out: {total} euros, of which {part} euros do not come from the subsidy.",
            total=money(costs.listed), part=money(costs.cofinancing),
        )  # fmt: skip
    else:
        yield message("The costs are worked out: {total} euros.", total=money(costs.listed))


def _listed(names: Sequence[str]) -> Message:
    if len(names) > NAMED_PARTNERS:
        named, rest = names[:NAMED_PARTNERS], len(names) - NAMED_PARTNERS
        return counted("{names} and {n} other", "{names} and {n} others", rest, names=", ".join(named))
    return all_of(names)
