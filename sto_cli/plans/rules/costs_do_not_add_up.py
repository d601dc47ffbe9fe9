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

import re
from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import Message, message
from sto_cli.plans.case import Case
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.language.cost_words import HOURS
from sto_cli.plans.language.wording import money
from sto_cli.plans.model import Plan, Resource

ID = "costs-do-not-add-up"
SEVERITY: Severity = "error"
SOURCE = "question-resources"

ROUNDING = 100
"""Cents: a total in whole euros may differ by less than one euro from amounts with cents."""


ROUGHLY = 3
"""An amount that is said to be about so much is not off by a third of it; “€ 3.000 of € 4.000” may be."""


def check(case: Case) -> Iterator[Flaw]:
    """Report a total that differs from the sum; with an amount missing, only one that is less than the rest."""
    plan = case.plan
    total, costs = plan.total, plan.costs
    if total is None or costs is None or not plan.resources.sound:
        return
    items = plan.resources.items
    complete = all(item.amount is not None or _is_remark(item) for item in items if item.role == "cost")
    difference = total.cents - costs
    if abs(difference) < ROUNDING or (not complete and difference > 0) or _within_doubt(plan, difference):
        return
    yield Flaw(
        plan.total_path,
        message(
            "The total is {total} euros, but the amounts add up to {costs}.",
            total=money(total.cents), costs=money(costs),
        ),
        _hint(items, total.cents, costs),
    )  # fmt: skip


def _within_doubt(plan: Plan, difference: int) -> bool:
    """Whether amounts that are not meant to the euro may make the difference."""
    amounts = [amount for one in plan.resources.items for amount in one.amounts or (one.amount,) if amount is not None]
    rough = [amount for amount in (plan.total, *amounts) if amount is not None and amount.rough]
    if any(amount.either or _OPEN.search(amount.written) for amount in rough):
        return True
    return bool(rough) and abs(difference) * ROUGHLY <= sum(amount.cents for amount in rough)


_OPEN = re.compile(r"\b(?:max|min|hooguit|ten hoogste|vanaf|at most|up to|per)\b|[<>?]", re.IGNORECASE)
"""About an amount that may be much more, or much less."""

FEWEST_WORDS = 4
"""Words of a sentence."""


def _is_remark(item: Resource) -> bool:
    """Whether a line is a sentence in a list of costs, and no cost without an amount."""
    sentence = item.text.endswith((".", "!", "?")) and len(item.text.split()) >= FEWEST_WORDS
    return item.written is None and sentence and not HOURS.search(item.text)


def _hint(items: tuple[Resource, ...], total: int, costs: int) -> Message:
    paid_by_others = sum(item.amount.cents for item in items if item.cofinancing and item.amount is not None)
    if paid_by_others and total == costs - paid_by_others:
        return message("This is the total without the cofinancing: count that in.")
    if total > costs:
        return message("{euros} euros of it are not in the list: add what they are for.", euros=money(total - costs))
    return message("That is {euros} euros more: check the amounts, or the total.", euros=money(costs - total))
