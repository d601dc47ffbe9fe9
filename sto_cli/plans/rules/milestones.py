"""Rules on when milestones are reached, and in which order."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sto_cli.messages import Message, message
from sto_cli.plans.case import Case, Flaw, rule
from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.language.calendar_days import PROGRAMME_END, PROGRAMME_START
from sto_cli.plans.language.dates import When, outside_programme
from sto_cli.plans.language.spans import TimeSpan
from sto_cli.plans.language.times import LONGEST_MOMENT
from sto_cli.plans.language.wording import quoted, said_when
from sto_cli.plans.model import Milestone, Plan

MONTHS_OF_ONE_YEAR = 13
"""Months of a plan in which a season or a feast comes but once, more or less."""


@rule("warning", "question-milestones")
def undated_milestone(case: Case) -> Iterator[Flaw]:
    """A milestone without a date, or with a day or month without its year.

    Why:
        The question is when milestones are reached. Without a day or a month nobody can see whether you are on course;
        and in a plan of two years “1 September” comes twice.

    Example:
        milestones:
          - {milestone: The lab is ready.}

    Mend:
        Add a day (2026-10-01) or a month (2026-10). An estimate is better than nothing.
    """
    milestones = case.meant(case.plan.milestones)
    alone = milestones[0] if len(milestones) == 1 else None
    if alone is not None and alone.written is None and _tells_no_moment(alone.text):
        sentences = [(alone, _not_said(alone))]
    else:
        sentences = list(_said_of(case, milestones))
    path = case.word("milestones", 0, "date")
    hint = message("Add a day such as 2026-10-01, or a month such as 2026-10, under “{word}”.", word=path)
    if not case.reading.in_yaml:
        hint = message("Write with it in which month and year, or on which day.")
    if len(milestones) > 1 and len(sentences) == len(milestones):
        every = message("Not one milestone has a date with its year.")
        yield Flaw(("milestones",), every, hint, on="heading")
        return
    yield from (Flaw(milestone.path, sentence, hint) for milestone, sentence in sentences)


def _said_of(case: Case, milestones: Sequence[Milestone]) -> Iterator[tuple[Milestone, Message]]:
    """Yield the milestones of which it is not known when they are, and what to say of them."""
    year_known = False
    for milestone in milestones:
        said = quoted(milestone.text)
        if milestone.written is not None or milestone.date is not None:
            year_known = True  # what follows without a year is in the order of the list
            continue
        times = [one for one in annotate(milestone.text).times if one.sure or not one.open_year]
        if len(times) == 1 and times[0].words == milestone.text.strip(" .:"):
            year_known = True  # it stands above the months of that year
        elif not times or (all(map(_is_season, times)) and not _within_a_year(case.plan)):
            yield milestone, _not_said(milestone)
        elif all(map(_is_year, times)):
            if all(PROGRAMME_START.year <= (one.last.year or 0) <= PROGRAMME_END.year for one in times):
                yield milestone, message("In which month is this? {milestone}.", milestone=said)
        elif _year_is_open(case.plan, times, year_known=year_known):
            yield milestone, message("In which year is this? {milestone}.", milestone=said)


def _not_said(milestone: Milestone) -> Message:
    return message("The plan does not say when this is reached: {milestone}.", milestone=quoted(milestone.text))


def _tells_no_moment(text: str) -> bool:
    """Whether one text about all milestones names no time but those of the plan as a whole, such as a school year."""
    times = [one for one in annotate(text).times if one.sure or not one.open_year]
    return bool(times) and all(_is_year(one) or one.relation == "until" or _is_long(one) for one in times)


def _is_year(time: TimeSpan) -> bool:
    return time.last.kind == "year" and not time.last.part


def _is_long(time: TimeSpan) -> bool:
    days = time.days()
    return days is not None and (days.last - days.first).days > LONGEST_MOMENT


def _is_season(time: TimeSpan) -> bool:
    """Whether a time without a year comes once a year, more or less."""
    return time.open_year and (time.last.kind in {"feast", "days", "holiday"} or time.last.name == "season")


def _within_a_year(plan: Plan) -> bool:
    start, end = plan.start, plan.end
    return start is not None and end is not None and (end.last - start.first).days <= MONTHS_OF_ONE_YEAR * 31


def _year_is_open(plan: Plan, times: Sequence[TimeSpan], *, year_known: bool) -> bool:
    """Whether a day or a month is in more than one year of the plan; one of a weekday is in none where it is wrong."""
    days = [one for one in times if one.last.kind in {"day", "month"}]
    if not days or any(not one.open_year for one in times):
        return False
    within = (plan.start.first if plan.start else PROGRAMME_START, plan.end.last if plan.end else PROGRAMME_END)
    fitting = days[0].readings(within)
    weekday = days[0].last.kind == "day" and days[0].last.name
    return not fitting if year_known and weekday else len(fitting) != 1 and not year_known


@rule("warning", "common-sense")
def milestones_out_of_order(case: Case) -> Iterator[Flaw]:
    """A milestone stands below one with a later date, or the end is measured before the start.

    Why:
        In the order of time a list reads as a planning, and a wrong year stands out.

    Example:
        milestones:
          - {date: 2027-06-01, milestone: The first pupils have finished the elective.}
          - {date: 2026-10-01, milestone: The lab is ready.}

    Mend:
        Put the milestones in the order of their dates, or check the year.
    """
    yield from _measured_before_the_start(case)
    if case.plan.milestones.style == "text":
        return  # in prose the end may be told first
    latest = None
    told = Counter(one.path for one in case.plan.milestones.items)
    for milestone in case.plan.milestones.items if case.plan.milestones.sound else ():
        when = milestone.date
        if when is None or outside_programme(when) or told[milestone.path] > 1:
            continue  # a wrong year is reported as that; and in prose the end may be told first
        if latest is not None and when.last < latest.first:
            yield Flaw(
                milestone.date_path,
                message(
                    "This milestone ({date}) comes before one above it ({latest}).",
                    date=said_when(when),
                    latest=said_when(latest),
                ),
                message("Put the milestones in the order of their dates, or check the year."),
            )
        else:
            latest = when


NEAR = 30
"""Characters between lessons and the word that says that they begin."""


def _starts(text: str) -> bool:
    """Whether lessons begin: “start van de lessen”, “module 1 begint”."""
    read = annotate(text)
    taught = [one for one in read.terms("taught") if one.value == "taught"]
    return any(
        max(one.start, begin.start) - min(one.end, begin.end) <= NEAR
        for one in taught for begin in read.terms("begins")
    )  # fmt: skip


def _measured_before_the_start(case: Case) -> Iterator[Flaw]:
    """Report a measurement of the end that is over before the first lessons begin."""
    dated = [(one, one.date) for one in case.meant(case.plan.milestones) if one.date is not None]
    start = next(((at, when) for at, (one, when) in enumerate(dated) if _starts(one.text)), None)
    above = dated[: start[0]] if start else []
    if start is None or any(annotate(one.text).has("taught") for one, _ in above):
        return
    for milestone, when in above:
        if when.last < start[1].first and annotate(milestone.text).has("end_measured"):
            yield Flaw(
                milestone.date_path,
                message(
                    "The end is measured here ({date}) before the start ({start}).",
                    date=said_when(when), start=said_when(start[1]),
                ),
                message("Put the milestones in the order of their dates, or check the year."),
            )  # fmt: skip


LONG_WORD = 6
"""Letters of a word that names a thing; two milestones about one thing have it in common."""


class _Step(NamedTuple):
    milestone: Milestone
    when: When
    words: frozenset[str]
    things: frozenset[str]


@rule("warning", "common-sense")
def milestone_before_activity(case: Case) -> Iterator[Flaw]:
    """Something is used by a milestone before it is there by another.

    Why:
        A group cannot work in a lab that is delivered three months later. Then one of the two dates is wrong, or the
        planning will not be met.

    Example:
        milestones:
          - {date: 2026-09-07, milestone: The first group works in the workshop.}
          - {date: 2026-12-11, milestone: The workshop is installed and approved.}

    Mend:
        Change one of the dates, or say where the first group works until then.
    """
    steps = [_step(one, one.date) for one in case.meant(case.plan.milestones) if one.date is not None]
    for use in steps:
        ready = next((one for one in steps if _comes_later(use, one)), None)
        if ready is not None:
            yield Flaw(
                use.milestone.date_path,
                message(
                    "Here ({date}) something is used that is ready only later ({later}).",
                    date=said_when(use.when),
                    later=said_when(ready.when),
                ),
                message("Change one of the dates, or say where it is done until then."),
            )


def _step(milestone: Milestone, when: When) -> _Step:
    read = annotate(milestone.text)
    words = frozenset(term.value for term in read.terms("readiness"))
    said = {read.tokens[at].key for term in read.terms("readiness") for at in range(term.first, term.last)}
    long = (token.key for token in read.tokens if token.kind == "word" and len(token.key) >= LONG_WORD)
    return _Step(milestone, when, words, frozenset(word for word in long if word not in said))


def _comes_later(use: _Step, ready: _Step) -> bool:
    """Whether a thing is made ready after it is used; not where both say so."""
    apart = "use" in use.words and "ready" not in use.words and ready.words == {"ready"}
    return apart and use.when.last < ready.when.first and bool(_things(use) & _things(ready))


def _things(step: _Step) -> frozenset[str]:
    common = {"leerlingen", "docenten", "eerste", "tweede", "pupils", "teachers", "groepen", "volgende", "nieuwe"}
    return step.things - common
