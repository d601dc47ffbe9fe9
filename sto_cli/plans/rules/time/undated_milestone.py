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

from collections.abc import Iterator, Sequence

from sto_cli.findings import Severity
from sto_cli.messages import Message, message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.language.calendar_days import PROGRAMME_END, PROGRAMME_START
from sto_cli.plans.language.spans import TimeSpan
from sto_cli.plans.language.times import LONGEST_MOMENT
from sto_cli.plans.language.wording import quoted
from sto_cli.plans.model import Milestone, Plan

ID = "undated-milestone"
SEVERITY: Severity = "warning"
SOURCE = "question-milestones"


MONTHS_OF_ONE_YEAR = 13
"""Months of a plan in which a season or a feast comes but once, more or less."""


def check(case: Case) -> Iterator[Flaw]:
    """Report milestones that name no time, no month, or a day or month of which the year is open; all of them once."""
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
