"""Others pay more than something costs.

Why:
    One of the two amounts is wrong, or they have changed places. What others pay is a part of the amount, and
    counted in it.

Example:
    resources: A laser cutter of 15000 euros, of which 18000 is paid by companies, and 40 hours of a teacher.

Mend:
    Check both amounts: first what it costs in all, then which part others pay.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.wording import money, quoted

ID = "cofinancing-exceeds-cost"
SEVERITY: Severity = "error"
SOURCE = "question-resources"


def check(case: Case) -> Iterator[Flaw]:
    """Report a cost of which others pay more than it is."""
    for one in case.plan.money.contradictions:
        if one.kind == "exceeds":
            yield Flaw(
                case.money_path(one.line),
                message("Others pay {paid} euros of what costs {cost} euros: {item}.",
                        paid=money(one.stated), cost=money(one.right), item=quoted(one.words)),
                message("Check both amounts: first what it costs in all, then which part others pay."),
                place=one.place,
            )  # fmt: skip
