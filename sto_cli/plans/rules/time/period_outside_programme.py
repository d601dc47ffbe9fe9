"""The plan starts before or ends after the years of the programme.

Why:
    The programme runs from 1 January 2025 up to and including 31 December 2028. What is done outside those years
    cannot be paid from it. Often the year is a typing error.

Example:
    period: {start: 2024-08-01, end: 2027-07-31}

Mend:
    Check the year, or let the period begin and end within the programme.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.calendar_days import PROGRAMME_END, PROGRAMME_START
from sto_cli.plans.language.dates import outside_programme
from sto_cli.plans.language.wording import said_when

ID = "period-outside-programme"
SEVERITY: Severity = "warning"
SOURCE = "years"


def check(case: Case) -> Iterator[Flaw]:
    """Report a start or an end of the period outside the programme; a month counts when no day of it is inside."""
    for name, when in (("start", case.plan.start), ("end", case.plan.end)):
        if when is not None and outside_programme(when):
            yield Flaw(
                ("period", name),
                message(
                    "The programme runs from {start} up to and including {end}; {date} lies outside it.",
                    date=said_when(when), start=PROGRAMME_START, end=PROGRAMME_END,
                ),
                message("Check the year, or keep to the years of the programme."),
            )  # fmt: skip
