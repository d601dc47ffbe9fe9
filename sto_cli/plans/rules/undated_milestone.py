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
from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import N_, message
from sto_cli.plans.case import Case
from sto_cli.plans.dates import PROGRAMME_END, PROGRAMME_START, names_a_time, read_when
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.model import Milestone
from sto_cli.plans.wording import quoted

ID = "undated-milestone"
SEVERITY: Severity = "warning"
SOURCE = N_("Question 4 of the flyer: when are milestones reached?")


_DAY = re.compile(
    r"\b(?:\d{1,2} )?(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    r"january|february|march|may|june|july|august|october)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"20\d\d|'\d\d\b|[-/]\d\d\b")


def check(case: Case) -> Iterator[Flaw]:
    """Report milestones that name no time, or a day or month that more than one year of the plan has."""
    answer = case.plan.milestones
    year_known = False
    for milestone in case.meant(answer):
        if milestone.written is not None or milestone.date is not None:
            year_known = True  # what follows without a year is in the order of the list
            continue
        hint = message("Add a day such as 2026-10-01, or a month such as 2026-10, under “{word}”.",
                       word=case.word("milestones", 0, "date"))  # fmt: skip
        if not names_a_time(milestone.text):
            sentence = message(
                "The plan does not say when this is reached: {milestone}.", milestone=quoted(milestone.text)
            )
            yield Flaw(milestone.path, sentence, hint)
        elif not year_known and _year_is_open(case, milestone):
            sentence = message("In which year is this? {milestone}.", milestone=quoted(milestone.text))
            yield Flaw(milestone.path, sentence, message("Write the year behind the day or the month."))


def _year_is_open(case: Case, milestone: Milestone) -> bool:
    found = _DAY.search(milestone.text)
    if found is None or _YEAR.search(milestone.text):
        return False
    start, end = case.plan.start, case.plan.end
    first, last = start.first if start else PROGRAMME_START, end.last if end else PROGRAMME_END
    whens = (read_when(f"{found.group()} {year}") for year in range(first.year, last.year + 1))
    return sum(when is not None and when.last >= first and when.first <= last for when in whens) != 1
