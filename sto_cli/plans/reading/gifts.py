"""What partners give in another shape than money, of which a plan does not say what it is worth."""

from __future__ import annotations

from collections.abc import Iterator

from sto_cli.files.yaml.reader import KeyPath
from sto_cli.plans.language.amounts import NAMED
from sto_cli.plans.language.annotate import Annotated, annotate
from sto_cli.plans.language.sentences import SentenceSpan
from sto_cli.plans.model import Plan


def gifts_without_value(plan: Plan) -> Iterator[tuple[KeyPath, str]]:
    """Yield the sentences on such gifts, with the path of the part in which they stand.

    None where anybody but the school pays a part of the costs: then gifts may be among them.
    """
    others = any(cents for payer, cents in plan.money.payers.items() if payer != "school")
    if others or not any(cost.cents for cost in plan.money.costs):
        return
    for path, text in _told(plan):
        read = annotate(text)
        yield from ((path, read.text_of(one).strip()) for one in read.sentences if _is_open(read, one))


def _told(plan: Plan) -> Iterator[tuple[KeyPath, str]]:
    """Yield the texts on what others do, with their path."""
    for partner in plan.cooperation.items:
        apart = partner.how and partner.how not in partner.text
        yield (*partner.path, "how") if apart else partner.path, partner.how or partner.text
    yield from ((one.path, one.text) for one in plan.resources.items if one.written is None)


def _is_open(read: Annotated, part: SentenceSpan) -> bool:
    """Whether a sentence speaks of a gift, and neither of an amount nor of none."""
    denied = any(match.value == "denied" for _, match in read.stream.terms("stances", part.first, part.last))
    gift = any(True for _ in read.stream.terms("in_kind", part.first, part.last))
    worth = any(part.start <= one.start < part.end and one.certainty >= NAMED for one in read.money)
    return gift and not worth and not denied
