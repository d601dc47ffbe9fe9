"""What is asked is not what the budget leaves.

Why:
    The region grants what is asked. Where the total less what others pay is another amount, or two places ask two
    amounts, nobody knows which one the school needs.

Example:
    resources: |
      3D printers 6000 euros, hours of teachers 4000 euros. Total 10000 euros.
      The school pays 1000 euros. We ask the region for 9500 euros.

Mend:
    Take what the school, companies and others pay from the total: that is what you ask. Write it the same everywhere.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.wording import money

ID = "asked-differs"
SEVERITY: Severity = "error"
SOURCE = "question-resources"


def check(case: Case) -> Iterator[Flaw]:
    """Report an amount that is asked beside another one, or beside a budget that leaves another."""
    budget = case.plan.money
    if not case.plan.resources.sound:
        return
    twice = budget.contradiction("asked-twice")
    if twice is not None:
        yield Flaw(
            ("resources",),
            message("In one place {one} euros is asked of the programme, in another {other}.",
                    one=money(twice.right), other=money(twice.stated)),
            message("Write the same amount in both places: the total less what others pay."),
            place=twice.place,
        )  # fmt: skip
    one = budget.contradiction("asked")
    if one is not None and twice is None and not budget.follows_from_sum(one):
        yield Flaw(
            ("resources",),
            message("{stated} euros is asked, but the total less what others pay is {right}.",
                    stated=money(one.stated), right=money(one.right)),
            message("Mend what is asked, what others pay, or the total."),
            place=one.place,
        )  # fmt: skip
