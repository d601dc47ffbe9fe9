"""The total is not what the amounts add up to.

Why:
    The region reserves what the total says. A difference of a rounded euro is no matter; anything more is a
    forgotten item or a typing error. The total counts everything, cofinancing included.

Example:
    resources:
      - {item: 3D printers, amount: 6000}
      - {item: Hours of teachers, amount: 8000}
    total: 12000

Mend:
    Add the amounts again. Costs that are left out of the list belong in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import N_, Message, message
from sto_cli.plans.case import Case
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.model import Resource
from sto_cli.plans.wording import money

ID = "costs-do-not-add-up"
SEVERITY: Severity = "error"
SOURCE = N_("Question 6 of the flyer: which resources are needed?")

ROUNDING = 100
"""Cents: a total in whole euros may differ by less than one euro from amounts with cents."""


def check(case: Case) -> Iterator[Flaw]:
    """Report a total that differs from the sum; with an amount missing, only one that is less than the rest."""
    plan = case.plan
    total, costs = plan.total, plan.costs
    if total is None or costs is None or not plan.resources.sound:
        return
    items = plan.resources.items
    complete = all(item.amount is not None for item in items if item.role == "cost")
    rough = total.rough or any(item.amount is not None and item.amount.rough for item in items)
    difference = total.cents - costs
    if abs(difference) < ROUNDING or (not complete and difference > 0) or rough:
        return
    yield Flaw(
        plan.total_path,
        message(
            "The total is {total} euros, but the amounts add up to {costs}.",
            total=money(total.cents), costs=money(costs),
        ),
        _hint(items, total.cents, costs),
    )  # fmt: skip


def _hint(items: tuple[Resource, ...], total: int, costs: int) -> Message:
    paid_by_others = sum(item.amount.cents for item in items if item.cofinancing and item.amount is not None)
    if paid_by_others and total == costs - paid_by_others:
        return message("This is the total without the cofinancing: count that in.")
    if total > costs:
        return message("{euros} euros of it are not in the list: add what they are for.", euros=money(total - costs))
    return message("That is {euros} euros more: check the amounts, or the total.", euros=money(costs - total))
