"""An amount can be read in two ways.

Why:
    12,500 is twelve thousand five hundred to an Englishman and twelve and a half to a Dutch reader. “12,5k” and
    “about 5000” leave room as well. The other rules read it as is most likely.

Example:
    resources:
      - {item: 3D printers, amount: 12k}

Mend:
    Write digits only: 12500. “sto validate --fix” does it for you where there is no doubt.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sto_cli.files.yaml_reader import KeyPath
from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.language.amounts import Amount
from sto_cli.plans.language.products import may_be_a_size, product_meant, products_in
from sto_cli.plans.language.wording import money, quoted
from sto_cli.plans.model import Resource

ID = "ambiguous-amount"
SEVERITY: Severity = "warning"
SOURCE = "question-resources"


def check(case: Case) -> Iterator[Flaw]:
    """Report amounts that others may read otherwise."""
    plan = case.plan
    amounts = [((*item.path, "amount"), item.amount) for item in plan.resources.items if item.written is not None]
    for path, amount in (*amounts, (("total",), plan.total)):
        if amount is not None and amount.ambiguous:
            yield _flaw(path, amount)
    for item in plan.resources.items:
        either = next((amount for amount in item.amounts if amount.either), None) if item.written is None else None
        if either is not None:
            yield Flaw(
                item.path,
                message("Two amounts stand here: {written}.", written=quoted(either.written)),
                message("Choose one of them: the total can only be right with one."),
            )
        yield from _products(item)


def _products(item: Resource) -> Iterator[Flaw]:
    """Ask whether numbers times each other in the words of a cost are money: “uren 40 x 60”, “excursie 48 x 25”."""
    if item.written is not None or item.role != "cost":
        return
    for amount in item.amounts:
        if amount.ambiguous and not amount.rough and product_meant(amount.written) is not None:
            yield replace(_flaw(item.path, amount), lighter="rough-amount")
    for product in products_in(item.text, bare=True) if item.amount is None else ():
        if may_be_a_size(product.written) and item.text.rstrip(" .;").endswith(product.written):
            yield Flaw(
                item.path,
                message("It is not clear whether {written} is an amount.", written=quoted(product.written)),
                message("If it is, write what it costs: {euros} euros.", euros=money(product.cents)),
                lighter="rough-amount",
            )


def _flaw(path: KeyPath, amount: Amount) -> Flaw:
    sure = amount.sure
    return Flaw(
        path,
        message("{written} is read as {euros} euros.", written=quoted(amount.written), euros=money(amount.cents)),
        message("Write {digits}, without marks or letters.", digits=amount.digits)
        if sure
        else message("Write the amount in digits only: {digits} when this is right.", digits=amount.digits),
        replacement=amount.digits if sure else None,
        lighter="rough-amount" if amount.rough and not amount.either else None,
    )
