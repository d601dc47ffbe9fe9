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

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import Message, message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.language.calendar_days import PROGRAMME_END, PROGRAMME_START
from sto_cli.plans.language.dates import outside_programme
from sto_cli.plans.language.times import times_of
from sto_cli.plans.language.wording import said_when
from sto_cli.plans.model import Milestone

ID = "milestone-outside-programme"
SEVERITY: Severity = "warning"
SOURCE = "years"


def check(case: Case) -> Iterator[Flaw]:
    """Report milestones that lie wholly outside the programme."""
    for milestone in case.plan.milestones.items if case.plan.milestones.sound else ():
        outside = _outside(milestone)
        if outside is not None:
            yield Flaw(
                milestone.date_path,
                message(
                    "The programme runs from {start} up to and including {end}; {date} lies outside it.",
                    date=outside, start=PROGRAMME_START, end=PROGRAMME_END,
                ),
                message("Check the year, or plan it within the programme."),
            )  # fmt: skip


def _outside(milestone: Milestone) -> Message | str | None:
    """Return the time of a milestone when it lies outside the programme; a text may begin with a year alone."""
    if times := times_of(milestone):
        return next((said_when(when) for when in times if outside_programme(when)), None)
    if milestone.written is not None:
        return None
    first = next(iter(annotate(milestone.text).times), None)
    year = first.last.year if first is not None and first.last.kind == "year" and first.first is first.last else None
    opens = first is not None and milestone.text[: first.start].strip().lower() in {"", "in"}
    return str(year) if year and opens and not PROGRAMME_START.year <= year <= PROGRAMME_END.year else None
