"""Another subsidy is to pay a part of it.

Why:
    Money of another scheme for the same thing may be double subsidy, and does not count as cofinancing by companies.
    Under the earlier regulation that was not allowed; whether it is now, the programme manager can say.

Example:
    resources:
      - {item: Workshop, amount: 20000, cofinancing: 9000 from the RIF}
      - {item: Hours of teachers, amount: 5000}

Mend:
    Say which part the other subsidy pays and for what, and ask the programme manager whether the two go together.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.wording import money

ID = "double-subsidy"
SEVERITY: Severity = "warning"
SOURCE = "no-double-subsidy"


def check(case: Case) -> Iterator[Flaw]:
    """Report money of another subsidy in the budget."""
    budget = case.plan.money
    paid = budget.payers.get("other_subsidy")
    if paid:
        line = budget.payer_lines.get("other_subsidy")
        yield Flaw(
            ("resources",),
            message("Another subsidy pays {paid} euros of this: ask whether the two go together.", paid=money(paid)),
            message("Ask the programme manager, and say what companies and the school bring in themselves."),
            on="heading",
            place=line.place if line is not None else None,
        )
