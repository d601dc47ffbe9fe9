"""One amount stands for several things together.

Why:
    The region weighs every cost by itself: machines, hours, materials. One amount for all of it cannot be weighed,
    nor cut down when there is less money than was asked.

Example:
    resources: We need 18000 euros for the machines, the hours of two teachers and materials.

Mend:
    Write one line for every cost with its own amount, an estimate where you do not know it yet.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.language.stream import Stream
from sto_cli.plans.language.wording import money
from sto_cli.plans.model import Resource

ID = "costs-not-split"
SEVERITY: Severity = "tip"
SOURCE = "common-sense"

LARGE = 5_000_00
"""Cents from which one amount for several things is worth a remark; less is soon told in the talk."""

FEWEST_THINGS = 2
"""Things that one amount is for."""


def check(case: Case) -> Iterator[Flaw]:
    """Report a plan with one amount only, where it is for several things."""
    answer, budget = case.plan.resources, case.plan.budget
    priced = sum(one.cents is not None for one in case.plan.money.costs)
    if not case.settled(answer) or budget is None or budget < LARGE or priced > 1:
        return
    things = [item for item in answer.items if item.role in {"cost", "request"}]
    if (len(things) >= FEWEST_THINGS and not priced) or any(map(_lists_things, answer.items)):
        yield Flaw(
            ("resources",),
            message("One amount, {euros} euros, stands for several things.", euros=money(budget)),
            message("Write what each of them costs, an estimate will do: machines, hours, materials."),
            on="heading",
        )


def _lists_things(item: Resource) -> bool:
    """Whether the words of a cost name several things: “voor de rijskast, de onderdelen en wat uren”."""
    stream = annotate(item.text).stream
    begins = [0] if item.written is not None else [at + match.size for at, match in stream.terms("covers")]
    return any(_is_list(stream, at) for at in begins)


LONGEST_LIST = 16
"""Tokens in which a list of things has its second."""


def _is_list(stream: Stream, begin: int) -> bool:
    """Whether words stand on both sides of a comma or “en”, and no amount before it."""
    for at in range(begin, min(begin + LONGEST_LIST, len(stream))):
        if stream.is_number(at) or stream.sign(at, ".€"):
            return False
        joint = stream.sign(at, ",") or stream.key(at) in {"en", "and"}
        if joint and at > begin and at + 1 < len(stream) and stream.tokens[at + 1].kind == "word":
            return True
    return False
