"""The same cost stands in the list twice.

Why:
    Usually a line was copied and not changed. When two are needed, the region wants to know why.

Example:
    resources:
      - {item: 3D printer, amount: 3000, cofinancing: no}
      - {item: Hours of a company, amount: 800, cofinancing: yes}
      - {item: 3D printer, amount: 3000, cofinancing: no}

Mend:
    Take one of the two away, or write one line that says how many there are: “two 3D printers, 6000”.
"""

from __future__ import annotations

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import N_, message
from sto_cli.plans.case import Case
from sto_cli.plans.copied import plain
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.wording import quoted

ID = "same-cost-twice"
SEVERITY: Severity = "warning"
SOURCE = N_("Question 6 of the flyer: which resources are needed?")


def check(case: Case) -> Iterator[Flaw]:
    """Report every item whose words and amount an earlier one has."""
    seen: set[tuple[str, int | None]] = set()
    for resource in case.meant(case.plan.resources):
        cost = (plain(resource.text), resource.amount.cents if resource.amount else None)
        if cost in seen and (resource.amount or any(letter.isdigit() for letter in resource.text)):
            yield Flaw(
                resource.path,
                message("This is in the list twice, with the same amount: {item}.", item=quoted(resource.text)),
                message("Take one away, or write one line that says how many there are."),
            )
        seen.add(cost)
