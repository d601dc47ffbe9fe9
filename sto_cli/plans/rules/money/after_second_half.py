"""Money is asked for 2027–2028 after the region handed in its second half.

Why:
    A region is settled in two halves: 2025–2026 and 2027–2028. By the planning it had to hand in the second half by 1
    October 2026. Whether money for those years can still be asked, the programme manager can say.

Example:
    resources:
      - {item: 3D printers, amount: 6000, year: 2027}
      - {item: Hours of teachers, amount: 4000, year: 2027}

Mend:
    Ask the programme manager how the region pays what is new in 2027 and 2028.
"""

from collections.abc import Iterator
from datetime import date

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.wording import money

ID = "after-second-half"
SEVERITY: Severity = "tip"
SOURCE = "second-half"

HANDED_IN = date(2026, 10, 1)
"""By when regions had to hand in their second half, by a planning from before the scheme."""

SECOND_HALF = ("2027", "2028")


def check(case: Case) -> Iterator[Flaw]:
    """Report costs with a year in the second half that others do not pay, once it was handed in."""
    halves = case.plan.money.halves
    paid = sum(one.cofinanced for one in case.plan.resources.items if one.year and one.year.startswith(SECOND_HALF))
    asked = halves["2027-2028"] - paid if halves is not None else 0
    if asked > 0 and case.today is not None and case.today >= HANDED_IN and case.plan.resources.sound:
        yield Flaw(
            ("resources",),
            message("{euros} euros are for 2027–2028, and by the planning the region handed in that half by {day}.",
                    euros=money(asked), day=HANDED_IN),
            message("Ask the programme manager how the region pays this."),
            on="heading",
        )  # fmt: skip
