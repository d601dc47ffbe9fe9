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
from sto_cli.plans.language.cost_words import hardly_paid
from sto_cli.plans.language.wording import quoted

ID = "perhaps-not-paid"
SEVERITY: Severity = "tip"
SOURCE = "probably-not-paid"


def check(case: Case) -> Iterator[Flaw]:
    """Report costs of a building, or of any school, that are not cofinancing."""
    for resource in case.meant(case.plan.resources):
        found = hardly_paid(resource.text)
        if found is None or resource.cofinancing:
            continue
        why, words = found
        asked = message("Ask first whether the region pays this: {item}.", item=quoted(words))
        if why == "building":
            hint = message("Buildings are the business of the municipality and the school board. Keep this apart from "
                           "the other costs.")  # fmt: skip
            yield Flaw(resource.path, asked, hint)
        elif resource.amount is not None or resource.written is not None:
            hint = message(
                "Schools mostly pay this themselves. Write why this plan needs it, or let the school bear it."
            )
            yield Flaw(resource.path, asked, hint)
