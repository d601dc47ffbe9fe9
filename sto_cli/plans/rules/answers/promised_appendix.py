"""The amounts are promised, or stand in a paper that is not here.

Why:
    The region divides a budget with the plans that lie on the table. An appendix gets separated from its plan, or
    comes too late.

Example:
    resources: A laser cutter and 80 hours. The budget follows next week as an appendix.

Mend:
    Name the amounts here, an estimate for each. A more precise budget may still follow.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.cost_words import promised_paper
from sto_cli.plans.language.wording import quoted

ID = "promised-appendix"
SEVERITY: Severity = "warning"
SOURCE = "common-sense"


def check(case: Case) -> Iterator[Flaw]:
    """Report the first sentence about resources that points to a paper that is not here."""
    for resource in case.plan.resources.items if case.plan.resources.sound else ():
        for path, text in ((resource.path, resource.text), ((*resource.path, "amount"), resource.written or "")):
            said = promised_paper(text)
            if said is not None:
                yield Flaw(
                    path,
                    message("The amounts are not here yet: {text}.", text=quoted(said)),
                    message("Name the amounts in the plan itself; an estimate will do."),
                )
                return
