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

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import Message, message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.dates import When, outside_programme
from sto_cli.plans.language.times import times_of
from sto_cli.plans.language.wording import said_when

ID = "milestone-outside-period"
SEVERITY: Severity = "warning"
SOURCE = "question-milestones"


def check(case: Case) -> Iterator[Flaw]:
    """Report milestones outside the period; those outside the whole programme are reported as that."""
    start, end = case.plan.start, case.plan.end
    if start is not None and end is not None and end.last < start.first:
        return  # the period itself is wrong
    for milestone in case.plan.milestones.items if case.plan.milestones.sound else ():
        times = (when for when in times_of(milestone) if not outside_programme(when))
        sentence = next(filter(None, (_outside(when, start, end) for when in times)), None)
        if sentence is not None:
            yield Flaw(
                milestone.date_path, sentence, message("Check the date and the period."), rests_on=(("period",),)
            )


def _outside(when: When, start: When | None, end: When | None) -> Message | None:
    """Say that a time lies before the start or after the end of the plan, where it does."""
    date = said_when(when)
    if start is not None and when.last < start.first:
        return message(
            "This milestone ({date}) is before the start of the plan ({start}).", date=date, start=start.first
        )
    if end is not None and when.first > end.last:
        return message("This milestone ({date}) is after the end of the plan ({end}).", date=date, end=end.last)
    return None
