"""The plan asks for work on a building, or for an ordinary cost of a school.

Why:
    School buildings are the business of the municipality and the school board. Many regions pay for what stands in a
    room, and not for the room itself. What a school needs anyway, such as laptops, its own lessons or catering, it
    mostly pays itself.

Example:
    resources:
      - {item: Rebuilding two classrooms, amount: 45000, cofinancing: no}
      - {item: Hours of a company, amount: 5000, cofinancing: yes}

Mend:
    Ask the programme manager whether the region pays this before you hand in the plan. Keep it apart from machines
    and hours, so that the rest can go on without it.
"""

from __future__ import annotations

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.language.cost_words import BUILDING, ORDINARY
from sto_cli.plans.language.wording import quoted

ID = "perhaps-not-paid"
SEVERITY: Severity = "tip"
SOURCE = "probably-not-paid"


def check(case: Case) -> Iterator[Flaw]:
    """Report costs of a building, or of any school, that are not cofinancing."""
    for resource in case.meant(case.plan.resources):
        building, ordinary = BUILDING.search(resource.text), ORDINARY.search(resource.text)
        priced = resource.amount is not None or resource.written is not None
        if building and not resource.cofinancing:
            yield Flaw(
                resource.path,
                message("Ask first whether the region pays this: {item}.", item=quoted(building.group())),
                message("Buildings are the business of the municipality and the school board. Keep this apart from the "
                        "other costs."),
            )  # fmt: skip
        elif ordinary and priced and not resource.cofinancing:
            yield Flaw(
                resource.path,
                message("Ask first whether the region pays this: {item}.", item=quoted(ordinary.group())),
                message("Schools mostly pay this themselves. Write why this plan needs it, or let the school bear it."),
            )
