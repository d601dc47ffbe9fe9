"""A milestone stands below one with a later date.

Why:
    In the order of time a list reads as a planning, and a wrong year stands out.

Example:
    milestones:
      - {date: 2027-06-01, milestone: The first pupils have finished the elective.}
      - {date: 2026-10-01, milestone: The lab is ready.}

Mend:
    Put the milestones in the order of their dates, or check the year.
"""

from __future__ import annotations

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import N_, message
from sto_cli.plans.case import Case
from sto_cli.plans.dates import outside_programme
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.wording import said_when

ID = "milestones-out-of-order"
SEVERITY: Severity = "warning"
SOURCE = N_("Question 4 of the flyer: when are milestones reached?")


def check(case: Case) -> Iterator[Flaw]:
    """Report every milestone that is over before the latest one above it begins."""
    latest = None
    for milestone in case.plan.milestones.items if case.plan.milestones.sound else ():
        when = milestone.date
        if when is None or outside_programme(when):
            continue  # a wrong year is reported as that
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
