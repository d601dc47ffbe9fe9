"""A milestone before the start or after the end of the plan's own period.

Why:
    Then either the period or the milestone is not right.

Example:
    period: {start: 2026-08-01, end: 2027-07-31}
    milestones:
      - {date: 2027-10-01, milestone: The lab is ready.}

Mend:
    Check the date, or make the period longer.
"""

from __future__ import annotations

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import N_, message
from sto_cli.plans.case import Case
from sto_cli.plans.dates import outside_programme
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.wording import said_when

ID = "milestone-outside-period"
SEVERITY: Severity = "warning"
SOURCE = N_("Question 4 of the flyer: when are milestones reached?")


def check(case: Case) -> Iterator[Flaw]:
    """Report milestones outside the period; those outside the whole programme are reported as that."""
    start, end = case.plan.start, case.plan.end
    if start is not None and end is not None and end.last < start.first:
        return  # the period itself is wrong
    for milestone in case.plan.milestones.items if case.plan.milestones.sound else ():
        when = milestone.date
        if when is None or outside_programme(when):
            continue
        path = milestone.date_path
        if start is not None and when.last < start.first:
            yield Flaw(
                path,
                message(
                    "This milestone ({date}) is before the start of the plan ({start}).",
                    date=said_when(when),
                    start=start.first,
                ),
                message("Check the date and the period."),
            )
        elif end is not None and when.first > end.last:
            yield Flaw(
                path,
                message(
                    "This milestone ({date}) is after the end of the plan ({end}).", date=said_when(when), end=end.last
                ),
                message("Check the date and the period."),
            )
