"""An answer says no more than that all is as it was last year.

Why:
    The plan is read by people who do not have last year's plan beside it, and they want to know what came of it.

Example:
    goals: The same as last year.

Mend:
    Write the answer in full, and say what is new: copying it from last year's plan is a good start.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.placeholders import leaves_the_rest, refers_to_last_year
from sto_cli.plans.language.wording import quoted

ID = "same-as-last-year"
SEVERITY: Severity = "error"
SOURCE = "common-sense"


def check(case: Case) -> Iterator[Flaw]:
    """Report answers, and points of answers, that only point to an earlier plan."""
    for answer in case.plan.answers:
        for item in answer.items if answer.sound else ():
            if refers_to_last_year(item.text) or leaves_the_rest(item.text):
                yield Flaw(
                    item.path,
                    message("Whoever reads this does not have last year's plan at hand: {text}.",
                            text=quoted(item.text)),
                    message("Write the answer in full here, and say what came of last year's."),
                )  # fmt: skip
