"""Others pay more than something costs.

Why:
    One of the two amounts is wrong, or they have changed places. What others pay is a part of the amount, and
    counted in it.

Example:
    resources: A laser cutter of 15000 euros, of which 18000 is paid by companies, and 40 hours of a teacher.

Mend:
    Check both amounts: first what it costs in all, then which part others pay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.language.amounts import read_amount
from sto_cli.plans.language.products import LONGEST_SAID
from sto_cli.plans.language.wording import money, quoted
from sto_cli.plans.model import Resource

ID = "cofinancing-exceeds-cost"
SEVERITY: Severity = "error"
SOURCE = "question-resources"

_AMOUNT = r"(?:€ ?|eur(?:o)? )?(?<![\d.,])(\d[\d.,]{0,14})(?:,-)?(?: ?euros?| ?€)?"
_OF_WHICH = re.compile(
    rf"{_AMOUNT}[^.;\n\d€]{{0,30}}\b(?:waarvan|of which)\b[^.;\n\d€]{{0,20}}{_AMOUNT}(?! ?%)", re.IGNORECASE
)


def check(case: Case) -> Iterator[Flaw]:
    """Report an item, or a sentence, in which the part of others is more than the whole."""
    for resource in case.meant(case.plan.resources):
        pair = _amounts(resource, str(case.written(*resource.path, "cofinancing") or ""))
        if pair and pair[1] > pair[0]:
            yield Flaw(
                resource.path,
                message("Others pay {paid} euros of what costs {cost} euros: {item}.",
                        paid=money(pair[1]), cost=money(pair[0]), item=quoted(resource.text)),
                message("Check both amounts: first what it costs in all, then which part others pay."),
            )  # fmt: skip


_OF_ALL = re.compile(r"\b(?:in totaal|totale?|samen|altogether|in total)\b", re.IGNORECASE)
"""Said of what others pay, it may be of the whole plan, though it stands with one cost."""


def _amounts(resource: Resource, said: str) -> tuple[int, int] | None:
    """Return what an item costs and what others pay of it, in cents; None when one of the two is not said."""
    if resource.written is not None:
        if _OF_ALL.search(said):
            return None
        known = resource.amount is not None and resource.paid is not None
        return (resource.amount.cents, resource.paid) if known and resource.amount and resource.paid else None
    found = _OF_WHICH.search(resource.text) if len(resource.text) <= LONGEST_SAID else None
    whole, part = (read_amount(one.rstrip(".,")) for one in found.groups()) if found else (None, None)
    return (whole.cents, part.cents) if whole and part else None
