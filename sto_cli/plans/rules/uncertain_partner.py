"""A partner is hoped for, but has not agreed yet.

Why:
    A plan that leans on a partner who says no falls over. Who is still to be asked is good to know, but is no
    partner yet.

Example:
    cooperation:
      - {partner: ROC van Twente, kind: mbo, how: Perhaps students can help with the lessons.}
      - {partner: Primary school De Esch, kind: po, how: Groups 8 visit our workshop in November.}

Mend:
    Ask the partner before you hand in the plan, and write down what was agreed. Or say until when you will ask, and
    what you will do without this partner.
"""

from __future__ import annotations

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import N_, message
from sto_cli.plans.case import Case
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.intentions import intention_in
from sto_cli.plans.wording import quoted

ID = "uncertain-partner"
SEVERITY: Severity = "warning"
SOURCE = N_("Question 5 of the flyer: with whom and how do you cooperate in the region?")


def check(case: Case) -> Iterator[Flaw]:
    """Report partners that are only an intention, once for every point."""
    for partner in case.meant(case.plan.cooperation):
        for part, text in ((None, partner.text), ("how", partner.how)):
            hope = intention_in(text) if text else None
            if hope is not None:
                yield Flaw(
                    partner.path if part is None else (*partner.path, part),
                    message("This has not been agreed yet: {text}.", text=quoted(hope)),
                    message("Ask before you hand in the plan and write down what was agreed, or say what you will do "
                            "without this partner."),
                )  # fmt: skip
                break
