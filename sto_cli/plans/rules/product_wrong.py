"""A sum that is written out does not come out.

Why:
    Who sees 6 x € 450 = € 2.900 does not know which of the numbers is right: the price, how many, or the amount.

Example:
    resources:
      - {item: Hours of teachers (60 hours x € 60), amount: 3800}

Mend:
    Count it again, and mend the amount or what it is made of. Then look at the total as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import N_, message
from sto_cli.plans.amounts import Amount
from sto_cli.plans.case import Case
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.model import Resource
from sto_cli.plans.products import Product, products_in
from sto_cli.plans.wording import money, quoted

ID = "product-wrong"
SEVERITY: Severity = "error"
SOURCE = N_("Question 6 of the flyer: which resources are needed?")

ROUNDING = 100
"""Cents: amounts in whole euros may differ by less than one euro."""


def check(case: Case) -> Iterator[Flaw]:
    """Report products whose outcome, as it is stated, is another number."""
    for item in case.plan.resources.items:
        for product in products_in(item.written or ""):
            yield from _flaw((*item.path, "amount"), product, product.stated)
        products = list(products_in(item.text))
        for product in products:
            beside = item.amount if item.written is not None and len(products) == 1 else None
            yield from _flaw(item.path, product, _stated(product, beside), beside, item)


def _stated(product: Product, beside: Amount | None) -> int | None:
    if product.stated is not None or beside is None or beside.ambiguous:
        return product.stated
    return beside.cents


def _flaw(
    path: tuple[str | int, ...], product: Product, stated: int | None, beside: Amount | None = None,
    item: Resource | None = None,
) -> Iterator[Flaw]:  # fmt: skip
    if stated is None or abs(stated - product.cents) < ROUNDING:
        return
    at = (*item.path, "amount") if item is not None and beside is not None and product.stated is None else path
    yield Flaw(
        at,
        message(
            "{product} is {right} euros, not {stated}.",
            product=quoted(product.written), right=money(product.cents), stated=money(stated),
        ),
        message("Mend the amount or the sum, and look at the total as well."),
    )  # fmt: skip
