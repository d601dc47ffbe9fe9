"""It is not said whether anyone else than the subsidy pays.

Why:
    A region must bring in at least ten percent of its budget as cofinancing, in money or in hours. The programme
    manager will ask what your school and its partners bring in; “nothing” is an answer too.

Example:
    resources:
      - {item: 3D printers, amount: 6000}
      - {item: Hours of teachers, amount: 3600}

Mend:
    Say what school, companies or municipality pay, give or do for nothing, with an estimate of what that is worth.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw

ID = "no-cofinancing"
SEVERITY: Severity = "tip"
SOURCE = "cofinancing-tenth"


def check(case: Case) -> Iterator[Flaw]:
    """Report costs beside which nothing is said about who else pays."""
    budget = case.plan.money
    if not case.settled(case.plan.resources) or budget.payer_said or budget.others is not None:
        return
    if budget.total is not None or budget.costs:
        yield Flaw(
            ("resources",),
            message("The plan does not say who else pays (cofinancing)."),
            message("Write what the school, companies or the municipality pay or give, with an estimate in euros; or "
                    "that nobody does."),
            on="heading",
        )  # fmt: skip
