"""Others pay less than a tenth of the total.

Why:
    A region must bring in at least ten percent of its budget as cofinancing, in money or in hours. It counts over
    the whole region, so a plan may have less, but then another must have more: a subject for the talk.

Example:
    resources:
      - {item: 3D printers, amount: 19000, cofinancing: no}
      - {item: Hours of a company, amount: 1000, cofinancing: yes}

Mend:
    Ask partners what they bring in, and count their hours and materials. Or tell the programme manager why not.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.wording import money

ID = "low-cofinancing"
SEVERITY: Severity = "warning"
SOURCE = "cofinancing-tenth"

LEAST_SHARE = 10
"""Percent of the total (DUS-I, https://www.dus-i.nl/subsidies/sterk-techniekonderwijs-2025)."""

NEARLY = 5
"""Percent, half of it, that is close enough to leave to the talk: the tenth counts over all plans of the region."""


def check(case: Case) -> Iterator[Flaw]:
    """Report cofinancing under a tenth of the total, when it is known how much others pay."""
    budget = case.plan.money
    paid, total = budget.others, budget.total
    if paid is None or not total or not case.plan.resources.sound or budget.others_open:
        return
    if paid * 100 < total * LEAST_SHARE:
        yield Flaw(
            ("resources",),
            message(
                "Cofinancing is {paid} of {total} euros: less than {share}%.",
                paid=money(paid), total=money(total), share=LEAST_SHARE,
            ),
            message("The ten percent is for the whole region. Ask what partners bring in, or raise it in the talk."),
            on="heading",
            lighter="nearly-a-tenth" if paid * 100 >= total * NEARLY else None,
        )  # fmt: skip
