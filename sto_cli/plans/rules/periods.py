"""Rules on dates that lie outside the plan or the programme, or on an end that has none."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from sto_cli.messages import Message, message
from sto_cli.plans.case import Case, Flaw, rule
from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.language.calendar_days import PROGRAMME_END, PROGRAMME_START
from sto_cli.plans.language.dates import When, outside_programme
from sto_cli.plans.language.periods import earlier_plan_in
from sto_cli.plans.language.times import times_of
from sto_cli.plans.language.wording import said_when
from sto_cli.plans.model import Milestone


@rule("warning", "years")
def period_outside_programme(case: Case) -> Iterator[Flaw]:
    """The plan starts before or ends after the years of the programme, or fits an earlier one.

    Why:
        The programme runs from 1 January 2025 up to and including 31 December 2028. What is done outside those years
        cannot be paid from it. Often the year is a typing error.

    Example:
        period: {start: 2024-08-01, end: 2027-07-31}

    Mend:
        Check the year, or let the period begin and end within the programme.
    """
    start, end = case.plan.start, case.plan.end
    if start is not None and end is not None and end.last < PROGRAMME_START:
        yield Flaw(
            ("period", "start"),
            message(
                "The programme runs from {start} up to and including {end}; this period, {first} up to and including "
                "{last}, lies before it.",
                start=PROGRAMME_START, end=PROGRAMME_END, first=start.first, last=end.last,
            ),
            message("Check the years, or keep to those of the programme."),
        )  # fmt: skip
        start = end = None
    for name, when in (("start", start), ("end", end)):
        if when is not None and outside_programme(when):
            yield Flaw(
                ("period", name),
                message(
                    "The programme runs from {start} up to and including {end}; {date} lies outside it.",
                    date=said_when(when), start=PROGRAMME_START, end=PROGRAMME_END,
                ),
                message("Check the year, or keep to the years of the programme."),
            )  # fmt: skip
    for text in case.plan.vision.items if case.plan.vision.sound else ():
        if (years := earlier_plan_in(text.text)) is not None:
            yield Flaw(
                text.path,
                message("This is about an earlier period: {years}.", years=years),
                message("Say how the plan fits what the region wants in the years of this programme, 2025 to 2028."),
            )


@rule("warning", "years")
def milestone_outside_programme(case: Case) -> Iterator[Flaw]:
    """A milestone before or after the years of the programme.

    Why:
        The programme runs from 1 January 2025 up to and including 31 December 2028. What is done outside those years
        cannot be paid from it. Often the year is a typing error.

    Example:
        milestones:
          - {date: 2024-10-01, milestone: The lab is ready.}

    Mend:
        Check the year, or plan the milestone within the programme.
    """
    for milestone in case.plan.milestones.items if case.plan.milestones.sound else ():
        outside = _outside_programme(milestone)
        if outside is not None:
            yield Flaw(
                milestone.date_path,
                message(
                    "The programme runs from {start} up to and including {end}; {date} lies outside it.",
                    date=outside, start=PROGRAMME_START, end=PROGRAMME_END,
                ),
                message("Check the year, or plan it within the programme."),
            )  # fmt: skip


def _outside_programme(milestone: Milestone) -> Message | str | None:
    """Return the time of a milestone when it lies outside the programme; a text may begin with a year alone."""
    if times := times_of(milestone):
        return next((said_when(when) for when in times if outside_programme(when)), None)
    if milestone.written is not None:
        return None
    first = next(iter(annotate(milestone.text).times), None)
    year = first.last.year if first is not None and first.last.kind == "year" and first.first is first.last else None
    opens = first is not None and milestone.text[: first.start].strip().lower() in {"", "in"}
    return str(year) if year and opens and not PROGRAMME_START.year <= year <= PROGRAMME_END.year else None


@rule("warning", "question-milestones")
def milestone_outside_period(case: Case) -> Iterator[Flaw]:
    """A milestone before the start or after the end of the plan's own period, or all of them.

    Why:
        Then either the period or the milestone is not right. Where no milestone lies in the period, that is said once.

    Example:
        period: {start: 2026-08-01, end: 2027-07-31}
        milestones:
          - {date: 2027-10-01, milestone: The lab is ready.}

    Mend:
        Check the date, or make the period longer.
    """
    start, end = (one if one and not outside_programme(one) else None for one in (case.plan.start, case.plan.end))
    if start is not None and end is not None and end.last < start.first:
        return  # the period itself is wrong, as it is where it lies outside the programme
    dated = [(one, times) for one in _milestones(case) if (times := _times_within(one))]
    outside = [
        (milestone, sentence)
        for milestone, times in dated
        if (sentence := next(filter(None, (_outside_period(when, start, end) for when in times)), None)) is not None
    ]
    if len(outside) == len(dated) >= FEWEST_ELSEWHERE:
        yield Flaw(
            ("period", "end" if end is not None else "start"),
            message("Not one of the {count} milestones lies in the period of the plan.", count=len(dated)),
            message("Check the dates and the period."),
        )
        return
    for milestone, sentence in outside:
        yield Flaw(milestone.date_path, sentence, message("Check the date and the period."), rests_on=(("period",),))


FEWEST_ELSEWHERE = 3
"""Milestones, all outside the period, that say that the period is not right."""


def _milestones(case: Case) -> Sequence[Milestone]:
    return case.plan.milestones.items if case.plan.milestones.sound else ()


def _times_within(milestone: Milestone) -> list[When]:
    """Return the times of a milestone that lie in the years of the programme."""
    return [when for when in times_of(milestone) if not outside_programme(when)]


def _outside_period(when: When, start: When | None, end: When | None) -> Message | None:
    """Say that a time lies before the start or after the end of the plan, where it does."""
    date = said_when(when)
    if start is not None and when.last < start.first:
        return message(
            "This milestone ({date}) is before the start of the plan ({start}).", date=date, start=start.first
        )
    if end is not None and when.first > end.last:
        return message("This milestone ({date}) is after the end of the plan ({end}).", date=date, end=end.last)
    return None


AT_THE_END = timedelta(days=92)
"""A milestone so near to the end of the period is the end, whatever it says."""


@rule("tip", "common-sense")
def no_end_milestone(case: Case) -> Iterator[Flaw]:
    """Nothing among the milestones shows at the end that the goals are reached.

    Why:
        A room that is ready is a beginning. The region wants to know when you look back: when pupils are counted, a
        test is taken, or the plan is discussed with partners.

    Example:
        milestones:
          - {date: 2026-11-01, milestone: The room is ready.}
          - {date: 2027-02-01, milestone: All modules are running.}

    Mend:
        Add a last milestone with a date: the pupils are counted, the results are discussed with the region.
    """
    answer = case.plan.milestones
    if not case.settled(answer) or any(annotate(item.text).has("looks_back") for item in answer.items):
        return
    end = case.plan.end.last if case.plan.end else None
    last = max((item.date.last for item in answer.items if item.date), default=None)
    if end is None or last is None or end - last > AT_THE_END:
        yield Flaw(
            ("milestones",),
            message("No milestone shows at the end that the goals are reached."),
            message("Add a last milestone: when do you count, test or look back, and with whom do you discuss it?"),
            on="heading",
        )
