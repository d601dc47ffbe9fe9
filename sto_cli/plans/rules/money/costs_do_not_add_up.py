"""The total is not what the amounts add up to.

Why:
    The region reserves what the total says. A difference of a rounded euro is no matter; anything more is a
    forgotten item or a typing error. The total counts everything, cofinancing included. Subtotals, years and columns
    are compared as well.

Example:
    resources:
      - {item: 3D printers, amount: 6000}
      - {item: Hours of teachers, amount: 8000}
    total: 12000

Mend:
    Add the amounts again. Costs that are left out of the list belong in it.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import Message, message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.wording import money
from sto_cli.plans.reading.budget import Budget, Contradiction

ID = "costs-do-not-add-up"
SEVERITY: Severity = "error"
SOURCE = "question-resources"


def check(case: Case) -> Iterator[Flaw]:
    """Report sums that do not come out in any reading of the budget."""
    budget = case.plan.money
    if not case.plan.resources.sound:
        return
    if (whole := budget.contradiction("sum")) is not None:
        yield Flaw(case.money_path(whole.line), _total(whole), _hint(budget, whole), place=whole.place)
    for one in budget.sums():
        yield Flaw(("resources",), _part(one), message("Add these amounts again, and look at the total as well."),
                   place=one.place)  # fmt: skip


def _total(one: Contradiction) -> Message:
    return message(
        "The total is {total} euros, but the amounts add up to {costs}.",
        total=money(one.stated), costs=money(one.right),
    )  # fmt: skip


def _part(one: Contradiction) -> Message:
    if one.kind == "subtotal":
        return message("This subtotal is {stated} euros, but the amounts add up to {right}.",
                       stated=money(one.stated), right=money(one.right))  # fmt: skip
    if one.kind == "row":
        return message("This row says {stated} euros, but its columns add up to {right}.",
                       stated=money(one.stated), right=money(one.right))  # fmt: skip
    return message("Below this column stands {stated} euros, but its amounts add up to {right}.",
                   stated=money(one.stated), right=money(one.right))  # fmt: skip


def _hint(budget: Budget, one: Contradiction) -> Message:
    paid = sum(budget.payers.values())
    if paid and one.stated == one.right - paid:
        return message("This is the total without the cofinancing: count that in.")
    if one.stated > one.right:
        return message(
            "{euros} euros of it are not in the list: add what they are for.", euros=money(one.stated - one.right)
        )
    return message("That is {euros} euros more: check the amounts, or the total.", euros=money(one.right - one.stated))
