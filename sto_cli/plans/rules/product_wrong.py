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

import re
from collections.abc import Iterator

from sto_cli.files.yaml_reader import KeyPath
from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.language.products import Product, products_in
from sto_cli.plans.language.wording import money, quoted
from sto_cli.plans.model import Resource

ID = "product-wrong"
SEVERITY: Severity = "error"
SOURCE = "question-resources"

ROUNDING = 100
"""Cents: amounts in whole euros may differ by less than one euro."""


FEWEST, MOST = 0.5, 2.0
"""How far an amount may be from numbers times each other without a sign of money, to be meant as their outcome."""


def check(case: Case) -> Iterator[Flaw]:
    """Report products whose outcome, as it is stated, is another number."""
    for item in case.plan.resources.items:
        for path, product, stated in (*_stated_in_words(item), *_stated_beside(item)):
            if abs(stated - product.cents) >= ROUNDING:
                yield Flaw(
                    path,
                    message(
                        "{product} is {right} euros, not {stated}.",
                        product=quoted(product.written), right=money(product.cents), stated=money(stated),
                    ),
                    message("Mend the amount or the sum, and look at the total as well."),
                )  # fmt: skip


def _stated_in_words(item: Resource) -> Iterator[tuple[KeyPath, Product, int]]:
    """Yield the products with an outcome behind them: `6 x € 450 = € 2.900`."""
    for path, text in ((*item.path, "amount"), item.written or ""), (item.path, item.text):
        for one in products_in(text):
            if one.stated is not None and (item.amount is None or item.amount.cents != one.cents):
                yield path, one, one.stated


def _stated_beside(item: Resource) -> Iterator[tuple[KeyPath, Product, int]]:
    """Yield the only product of a text with the amount beside it, where that is meant as its outcome."""
    products = list(products_in(item.text, bare=True))
    if item.written is None or item.amount is None or item.amount.ambiguous or len(products) != 1:
        return
    [product] = products
    if product.stated is None and product.cents and not _counts_more(item.text, product, item.amount.cents):
        yield (*item.path, "amount"), product, item.amount.cents


def _counts_more(text: str, product: Product, cents: int) -> bool:
    """Whether the amount is another count times the product (“12 docenten, 6 dagen x € 250”), or of something else."""
    numbers = (int(number) for number in re.findall(r"\b\d{1,3}\b", text))
    bare = not re.search("€|eur", product.written, re.IGNORECASE)
    return any(number * product.cents == cents for number in numbers) or (
        bare and not FEWEST <= cents / product.cents <= MOST
    )
