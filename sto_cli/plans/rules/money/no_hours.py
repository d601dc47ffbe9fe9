"""The costs are for things only: nobody's hours are among them.

Why:
    Machines teach nobody. Someone writes the lessons, learns to work with them and keeps in touch with partners. When
    the school bears those hours, that is cofinancing, and worth mentioning.

Example:
    resources:
      - {item: Laser cutter, amount: 18000, cofinancing: no}
      - {item: Materials from a company, amount: 2000, cofinancing: yes}

Mend:
    Add the hours for writing lessons, training and coordination, or say that the school bears them.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.cost_words import names_work

ID = "no-hours"
SEVERITY: Severity = "tip"
SOURCE = "common-sense"

LARGE = 10_000_00
"""Cents from which costs without hours are worth a remark: less is an excursion or a set of tools."""


def check(case: Case) -> Iterator[Flaw]:
    """Report larger costs in which no hours, training or people are named."""
    answer, budget = case.plan.resources, case.plan.budget
    if not case.settled(answer) or budget is None or budget < LARGE:
        return
    if not any(names_work(item.text) for item in answer.items):
        yield Flaw(
            ("resources",),
            message("Among the costs there are no hours of people."),
            message("Add the hours for writing lessons, training and coordination, or say that the school bears them."),
            on="heading",
        )
