"""Hours of staff are named, but not what they cost.

Why:
    Hours are often the largest part of a plan. Without an amount they are paid by the school, or there is no budget
    for them later.

Example:
    resources:
      - {item: 3D printers, amount: 6000}
      - Hours of two teachers to write the lessons

Mend:
    Say how many hours and at which rate: 80 hours at 60 euros is 4800. Write 0 when the school bears them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.language.amounts import names_an_amount
from sto_cli.plans.language.cost_words import PLAIN_HOURS
from sto_cli.plans.language.placeholders import is_placeholder
from sto_cli.plans.language.wording import quoted
from sto_cli.plans.model import Resource

ID = "hours-without-amount"
SEVERITY: Severity = "tip"
SOURCE = "common-sense"


def check(case: Case) -> Iterator[Flaw]:
    """Report hours without an amount, where other costs have one."""
    resources = case.meant(case.plan.resources)
    if not any(_priced(resource) for resource in resources if resource.role == "cost" or len(resource.path) == 1):
        return  # no-costs says it of all of them
    for resource in resources:
        hours = _unpriced(resource)
        if hours is not None:
            yield Flaw(
                resource.path,
                message("The plan does not say what these hours cost: {item}.", item=quoted(hours)),
                message("Write how many hours at which rate, and the amount: 80 hours at 60 euros is 4800."),
            )


SEVERAL = 2
"""Amounts in a point of a list that tells of all costs."""

_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def _unpriced(resource: Resource) -> str | None:
    """Return the words on hours without an amount; of a text that tells of all costs, the sentence."""
    if not _priced(resource):
        return resource.text if PLAIN_HOURS.search(resource.text) and not _BORNE.search(resource.text) else None
    if resource.written is not None or (len(resource.path) > 1 and len(resource.amounts) < SEVERAL):
        return None
    sentences = _SENTENCE.split(resource.text)
    silent = (one for one in sentences if _speaks_of_hours(one) and not names_an_amount(one))
    return next(silent, None) or next((hours for one in sentences for hours in _unpriced_among(one)), None)


def _speaks_of_hours(sentence: str) -> bool:
    of_staff = _OF_STAFF.search(sentence)
    said = of_staff or (None if _OF_PUPILS.search(sentence) else _HOURS.search(sentence))
    return said is not None and not _BORNE.search(sentence)


_OF_PUPILS = re.compile(r"\b(?:leerlingen|lln|klas(?:sen)?|pupils|students)\b", re.IGNORECASE)
_BORNE = re.compile(
    r"\b(?:betaalt|betalen|draagt|dragen|neemt|nemen|dekt|dekken|levert|levert zelf|vallen|zitten|komen uit|uit de|"
    r"binnen de|eigen (?:middelen|rekening|tijd)|zelf|jaartaak|taakbeleid|"
    r"hun (?:eigen )?taak|in (?:hun|de) (?:eigen|ontwikkel|taak)\w*|eigen bijdrage|formatie|lumpsum|kosteloos|"
    r"gratis|in natura|"
    r"pays?|bears?|covers?|own (?:time|budget))\b",
    re.IGNORECASE,
)
"""Someone bears these hours, so that they cost the plan nothing."""


def _unpriced_among(sentence: str) -> Iterator[str]:
    """Yield hours of staff in a sentence where each cost has its amount but these: “buis 2.400 euro, en 120 uur”."""
    parts = _COMMA.split(sentence)
    for part, behind in zip(parts, [*parts[1:], ""], strict=True):
        if (
            _OF_STAFF.search(part)
            and not _BORNE.search(part)
            and not names_an_amount(part)
            and not names_an_amount(behind)
        ):
            yield part.strip()


_COMMA = re.compile(r"[,;] ?(?:en |and )?")
_OF_STAFF = re.compile(
    r"\b\d+ (?:klok)?(?:uur|uren|hours)\b[^.]{0,20}\b(?:docent\w*|leraar|leraren|collega\w*|team|staff|teachers?)\b|"
    r"\b(?:docent\w*|collega\w*|team|staff|teachers?)\b[^.]{0,20}\b\d{2,} (?:klok)?(?:uur|uren|hours)\b(?! les)",
    re.IGNORECASE,
)


_HOURS = re.compile(
    r"\b\d+ ?(?:klok|les)?(?:uur|uren|hours)\b[^.]{0,60}\b(?:nodig|needed|extra|zoet|kwijt|bezig|besteden)\b",
    re.IGNORECASE,
)
"""Hours in a sentence that are costs, and no hours of lessons."""


def _priced(resource: Resource) -> bool:
    written = resource.written is not None and not is_placeholder(resource.written)
    return written or resource.amount is not None or names_an_amount(resource.text)
