"""Work on a building stands among the costs.

Why:
    School buildings are the business of the municipality and the school board. Many regions pay for what stands in a
    room, and not for the room itself.

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
from sto_cli.messages import N_, message
from sto_cli.plans.case import Case
from sto_cli.plans.cost_words import BUILDING
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.wording import quoted

ID = "perhaps-not-paid"
SEVERITY: Severity = "tip"
SOURCE = N_("Flyer, “Regio aan zet”: the region decides which plans are approved.")


def check(case: Case) -> Iterator[Flaw]:
    """Report costs of work on a building that are not cofinancing."""
    for resource in case.meant(case.plan.resources):
        found = BUILDING.search(resource.text)
        if found and not resource.cofinancing:
            yield Flaw(
                resource.path,
                message("Ask first whether the region pays this: {item}.", item=quoted(found.group())),
                message("Buildings are the business of the municipality and the school board. Keep this apart from the "
                        "other costs."),
            )  # fmt: skip
