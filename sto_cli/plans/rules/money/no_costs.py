"""The answer about resources names no amount at all.

Why:
    The region divides a budget. Without an amount it cannot say yes.

Example:
    resources: We need tools and some hours for the teachers.

Mend:
    Name an amount for each thing that is needed. An estimate will do; say that it is one.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.amounts import names_an_amount
from sto_cli.plans.model import Resource

ID = "no-costs"
SEVERITY: Severity = "warning"
SOURCE = "question-resources"


def check(case: Case) -> Iterator[Flaw]:
    """Report resources without an amount, when there is no total either."""
    answer, total = case.plan.resources, case.data.get("total")
    if case.settled(answer) and total is None and not any(_has_costs(resource) for resource in answer.items):
        yield Flaw(
            ("resources",),
            message("Under “{word}” there is no amount.", word=case.word("resources")),
            message("Name what it costs: “{amount}: 12500” for each item, or “{total}: 12500” for all.",
                    amount=case.word("resources", 0, "amount"), total=case.word("total")),
            on="heading",
        )  # fmt: skip


def _has_costs(resource: Resource) -> bool:
    return resource.written is not None or names_an_amount(resource.text)
