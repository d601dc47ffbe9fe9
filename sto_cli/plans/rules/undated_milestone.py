"""A milestone without a date.

Why:
    The question is when milestones are reached. Without a day or a month nobody can see whether you are on course.

Example:
    milestones:
      - {milestone: The lab is ready.}

Mend:
    Add a day (2026-10-01) or a month (2026-10). An estimate is better than nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import N_, message
from sto_cli.plans.case import Case
from sto_cli.plans.dates import names_a_time
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.wording import quoted

ID = "undated-milestone"
SEVERITY: Severity = "warning"
SOURCE = N_("Question 4 of the flyer: when are milestones reached?")


def check(case: Case) -> Iterator[Flaw]:
    """Report milestones without a date; in free text a year or a month's name is enough."""
    answer = case.plan.milestones
    for milestone in case.meant(answer):
        if milestone.written is None and milestone.date is None and not names_a_time(milestone.text):
            yield Flaw(
                milestone.path,
                message("It is not said when this is reached: {milestone}.", milestone=quoted(milestone.text)),
                message("Add a day such as 2026-10-01, or a month such as 2026-10, under “{word}”.",
                        word=case.word("milestones", 0, "date")),
            )  # fmt: skip
