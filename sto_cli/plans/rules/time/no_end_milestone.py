"""Nothing among the milestones shows at the end that the goals are reached.

Why:
    A room that is ready is a beginning. The region wants to know when you look back: when pupils are counted, a test is
    taken, or the plan is discussed with partners.

Example:
    milestones:
      - {date: 2026-11-01, milestone: The room is ready.}
      - {date: 2027-02-01, milestone: All modules are running.}

Mend:
    Add a last milestone with a date: the pupils are counted, the results are discussed with the region.
"""

from collections.abc import Iterator
from datetime import timedelta

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.annotate import annotate

ID = "no-end-milestone"
SEVERITY: Severity = "tip"
SOURCE = "common-sense"

AT_THE_END = timedelta(days=92)
"""A milestone so near to the end of the period is the end, whatever it says."""


def check(case: Case) -> Iterator[Flaw]:
    """Report milestones of which none looks back, unless the last one is at the end of the period."""
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
