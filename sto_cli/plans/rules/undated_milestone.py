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

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sto_cli.findings import Severity
from sto_cli.messages import Message, message
from sto_cli.plans.case import Case
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.language.dates import PROGRAMME_END, PROGRAMME_START, names_a_time
from sto_cli.plans.language.times import DAY_OR_MONTH, fits_weekday, meanings, times_in
from sto_cli.plans.language.wording import quoted
from sto_cli.plans.model import Milestone, Plan

ID = "undated-milestone"
SEVERITY: Severity = "warning"
SOURCE = "question-milestones"


MONTHS_OF_ONE_YEAR = 13
"""Months of a plan in which a season or a feast comes but once, more or less."""

_SEASON = re.compile(
    r"\b(?:voorjaar|lente|zomer|najaar|herfst|winter|kerst|pasen|\w*vakantie|spring|summer|autumn|winter|christmas|easter)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b20\d\d\b|['’]\d\d\b")
_ONLY_A_YEAR = re.compile(r"\W*20\d\d\W*")
_SCHOOL_YEAR = re.compile(r"20\d\d ?[-/–] ?(?:20)?\d\d|schooljaar|school year", re.IGNORECASE)
_PART_OF_YEAR = re.compile(
    r"\b(?:begin|eind\w*|ultimo|medio|half\w*|midden|kwartaal|q[1-4]|kw|week|wk|helft|jaarwisseling|early|late|mid|end|"
    r"quarter|half)\b",
    re.IGNORECASE,
)


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
        elif _ONLY_A_YEAR.fullmatch(milestone.text):
            year_known = True  # it stands above the months of that year
        elif not names_a_time(milestone.text):
            if not (_within_a_year(case.plan) and _SEASON.search(milestone.text)):
                yield milestone, _not_said(milestone)
        elif _month_is_open(milestone.text):
            yield milestone, message("In which month is this? {milestone}.", milestone=said)
        elif _year_is_open(case.plan, milestone.text, year_known=year_known):
            yield milestone, message("In which year is this? {milestone}.", milestone=said)


def _not_said(milestone: Milestone) -> Message:
    return message("The plan does not say when this is reached: {milestone}.", milestone=quoted(milestone.text))


_WHOLE = re.compile(
    r"\b(?:schooljaar |school year )?20\d\d ?[-/–] ?(?:20)?\d\d\b|"
    r"\b(?:tot(?: en met)?|t/m|until|till) (?:(?:de|het|aan|eind|einde|begin|the|end|of) )*\w+(?: van| of)? 20\d\d\b",
    re.IGNORECASE,
)
"""Times of a plan as a whole: a school year, and until when it goes on."""


def _tells_no_moment(text: str) -> bool:
    """Whether one text about all milestones names no time but those of the plan as a whole."""
    rest = _WHOLE.sub(" ", text)
    return rest != text and not (names_a_time(rest) or times_in(rest) or _SEASON.search(rest))


def _within_a_year(plan: Plan) -> bool:
    start, end = plan.start, plan.end
    return start is not None and end is not None and (end.last - start.first).days <= MONTHS_OF_ONE_YEAR * 31


_A_DAY = re.compile(r"\b\d{1,2}[-/.]\d{1,2}[-/.]20\d\d\b|\b20\d\d-\d{1,2}-\d{1,2}\b")


def _month_is_open(text: str) -> bool:
    """Whether a text names a year and no part of it: “in de loop van 2028”."""
    if _A_DAY.search(text):
        return False  # a day that does not exist is reported as that
    years = re.findall(r"\b20\d\d\b", text)
    if any(not PROGRAMME_START.year <= int(year) <= PROGRAMME_END.year for year in years):
        return False  # a wrong year is reported as that
    parts = (_SEASON, _SCHOOL_YEAR, _PART_OF_YEAR)
    return not (names_a_time(_YEAR.sub(" ", text)) or times_in(text) or any(one.search(text) for one in parts))


def _year_is_open(plan: Plan, text: str, *, year_known: bool) -> bool:
    """Whether a day or a month is in more than one year of the plan; one of a weekday is in none where it is wrong."""
    found = DAY_OR_MONTH.search(text)
    if found is None or _YEAR.search(text) or re.search(r"[-/]\d\d\b", text):
        return False
    within = (plan.start.first if plan.start else PROGRAMME_START, plan.end.last if plan.end else PROGRAMME_END)
    fitting = [when for when in meanings(found["time"], within) if fits_weekday(found["weekday"], when)]
    return not fitting if year_known and found["weekday"] else len(fitting) != 1 and not year_known
