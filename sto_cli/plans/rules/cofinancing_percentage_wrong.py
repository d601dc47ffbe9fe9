"""What others pay is given as a share and as an amount, and the two do not agree.

Why:
    The region adds up what others pay. With two numbers that contradict each other nobody knows which one was agreed.

Example:
    resources:
      - {item: 3D printers, amount: 6000, cofinancing: "30% by the company, 1200 euros"}
      - {item: Hours of teachers, amount: 4000}

Mend:
    Find out which of the two was agreed, and mend the other one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sto_cli.files.yaml_reader import KeyPath
from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.language.wording import money, quoted
from sto_cli.plans.model import Resource
from sto_cli.plans.reading.cofinancing import share_in
from sto_cli.plans.reading.money import money_in, paid_in

ID = "cofinancing-percentage-wrong"
SEVERITY: Severity = "error"
SOURCE = "question-resources"

ROUNDING = 1
"""Percentage points: a share is written in whole percents, or as “a third”."""

_OTHER = re.compile(r"\bbtw\b|\bvat\b|korting|discount|\bfte\b|aanstelling|\bleerlingen\b|\bpupils\b", re.IGNORECASE)
"""Percentages of something else."""


_PERCENT = re.compile(r"(?<!\d)(\d{1,3}(?:[.,]\d{1,2})?)\s?(?:%|procent\b|percent\b)")


class _Said(NamedTuple):
    """A share that others pay, what they pay in cents, of what it may be the share, and where that stands."""

    path: KeyPath
    text: str
    share: float
    paid: int
    wholes: tuple[int, ...]


def check(case: Case) -> Iterator[Flaw]:
    """Report shares that do not fit the amount beside them, whatever they may be a share of."""
    for one in _said(case):
        shares = [100 * one.paid / whole for whole in one.wholes if whole > 0]
        if shares and all(abs(share - one.share) > ROUNDING for share in shares):
            yield Flaw(
                one.path,
                message("{paid} euros is not the share that is named: {text}.",
                        paid=money(one.paid), text=quoted(one.text)),
                message("Check the share and the amount, and mend the one that was not agreed."),
            )  # fmt: skip


def _said(case: Case) -> Iterator[_Said]:
    for item in case.plan.resources.items:
        cell = case.written(*item.path, "cofinancing")
        if isinstance(cell, str):
            yield from _in_cell(item, cell)
        elif item.written is None and _PERCENT.search(item.text):
            yield from _in_text(case, item)


def _in_cell(item: Resource, cell: str) -> Iterator[_Said]:
    share = share_in(cell)
    if share is not None and not _OTHER.search(cell) and item.paid and item.amount is not None:
        yield _Said((*item.path, "cofinancing"), cell, share, item.paid, (item.amount.cents,))


def _in_text(case: Case, item: Resource) -> Iterator[_Said]:
    """Yield what a text says of it; the share may be of this cost, of all costs, or of what is asked of the region."""
    said = money_in(item.text)
    wholes = [amount.cents for amount in (said.total, case.plan.total) if amount is not None]
    wholes += [case.plan.costs or 0, sum(amount.cents for amount in said.costs)]
    parts = [amount.cents for amount in (*said.costs, *said.asked)]
    for part in re.split(r"[.;,](?:\s|$)", item.text):
        share = _PERCENT.search(part)
        paid = [amount.cents for amount in paid_in(part)]
        if share and _OF_ALL.match(part) and case.plan.total is not None and said.paid:
            everything = sum(amount.cents for amount in said.paid)
            yield _Said(item.path, item.text, _number(share[1]), everything, (case.plan.total.cents,))
        elif share and len(paid) == 1 and paid[0] in {one.cents for one in said.paid} and not _OTHER.search(part):
            of_what = (*wholes, *(whole - paid[0] for whole in wholes), *parts)
            yield _Said(item.path, part.strip(), _number(share[1]), paid[0], of_what)


_OF_ALL = re.compile(
    r"\s*(?:dat|dit|that|this) is (?:samen )?[\d.,]+ ?(?:%|procent|percent) (?:van het totaal|of the total)",
    re.IGNORECASE,
)
"""A sentence behind the amounts: “Dat is 25% van het totaal.”"""


def _number(written: str) -> float:
    return float(written.replace(",", "."))
