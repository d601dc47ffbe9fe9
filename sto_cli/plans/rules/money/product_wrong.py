"""A sum that is written out does not come out.

Why:
    Who sees 6 x € 450 = € 2.900 does not know which of the numbers is right: the price, how many, or the amount.

Example:
    resources:
      - {item: Hours of teachers (60 hours x € 60), amount: 3800}

Mend:
    Count it again, and mend the amount or what it is made of. Then look at the total as well.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.wording import money, quoted
from sto_cli.plans.reading.budget import ROUNDING

ID = "product-wrong"
SEVERITY: Severity = "error"
SOURCE = "question-resources"


def check(case: Case) -> Iterator[Flaw]:
    """Report products whose outcome, as it is stated, is another number."""
    for one in case.plan.money.contradictions:
        if one.kind == "product" and abs(one.stated - one.right) >= ROUNDING:
            path = case.money_path(one.line)
            amount = len(path) > 1 and case.says(*path, "amount")
            yield Flaw(
                (*path, "amount") if amount else path,
                message(
                    "{product} is {right} euros, not {stated}.",
                    product=quoted(one.words), right=money(one.right), stated=money(one.stated),
                ),
                message("Mend the amount or the sum, and look at the total as well."),
                place=None if amount else one.place,
            )  # fmt: skip
