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

from collections.abc import Iterator
from itertools import pairwise

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.amounts import NAMED, names_an_amount
from sto_cli.plans.language.annotate import Annotated, annotate
from sto_cli.plans.language.cost_words import names_hours
from sto_cli.plans.language.placeholders import is_placeholder
from sto_cli.plans.language.sentences import SentenceSpan
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


def _unpriced(resource: Resource) -> str | None:
    """Return the words on hours without an amount; of a text that tells of all costs, the sentence."""
    if not _priced(resource):
        return resource.text if names_hours(resource.text) and not _borne(annotate(resource.text)) else None
    if resource.written is not None or (len(resource.path) > 1 and len(resource.amounts) < SEVERAL):
        return None
    read = annotate(resource.text)
    silent = (one for one in read.sentences if _speaks_of_hours(read, one) and not _has_amount(read, one))
    found = next(silent, None) or next((part for one in read.sentences for part in _unpriced_among(read, one)), None)
    return read.text_of(found).strip() if found is not None else None


def _speaks_of_hours(read: Annotated, part: SentenceSpan) -> bool:
    said = {match.value for _, match in read.stream.terms("people", part.first, part.last)}
    needed = "staff" in said or ("needed" in said and "pupils" not in said)
    hours = any(one.unit == "hour" and one.number >= FEWEST and part.start <= one.start < part.end
                for one in read.quantities)  # fmt: skip
    return needed and hours and not _borne(read, part)


FEWEST = 10
"""Hours of staff that are no hours of lessons."""


def _borne(read: Annotated, part: SentenceSpan | None = None) -> bool:
    """Whether somebody bears hours, so that they cost the plan nothing."""
    first, last = (part.first, part.last) if part else (0, len(read.stream))
    return any(True for _ in read.stream.terms("bears", first, last))


def _has_amount(read: Annotated, part: SentenceSpan) -> bool:
    return any(part.start <= one.start < part.end and one.certainty >= NAMED for one in read.money)


def _unpriced_among(read: Annotated, sentence: SentenceSpan) -> Iterator[SentenceSpan]:
    """Yield hours of staff in a sentence where each cost has its amount but these: “buis 2.400 euro, en 120 uur”."""
    stream = read.stream
    ends = [at for at in range(sentence.first, sentence.last) if stream.sign(at, ",;")]
    cuts = [sentence.first, *(at + 1 for at in ends), sentence.last]
    parts = [_part(read, first, last) for first, last in pairwise(cuts) if last > first]
    for at, part in enumerate(parts):
        behind = parts[at + 1] if at + 1 < len(parts) else None
        of_staff = any(match.value == "staff" for _, match in stream.terms("people", part.first, part.last))
        priced = _has_amount(read, part) or (behind is not None and _has_amount(read, behind))
        if of_staff and not priced and _speaks_of_hours(read, part):
            yield part


def _part(read: Annotated, first: int, last: int) -> SentenceSpan:
    last -= read.stream.sign(last - 1, ",;") and last - first > 1
    return SentenceSpan(read.tokens[first].start, read.tokens[last - 1].end, first, last)


def _priced(resource: Resource) -> bool:
    written = resource.written is not None and not is_placeholder(resource.written)
    return written or resource.amount is not None or names_an_amount(resource.text)
