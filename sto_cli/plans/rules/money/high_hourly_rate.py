"""An hour costs far more than is advised.

Why:
    For an hour of work 50 euros was advised, later 55 euros. Another amount was allowed, with a good reason, such
    as a specialist of a company. This comes from the years before 2025; the programme manager knows what holds now.

Example:
    resources:
      - {item: Developing lessons, amount: 60 hours x 120 euros}

Mend:
    Say why an hour costs this much, or use the advised amount.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.cost_words import HIGHEST_RATE, hourly_rate
from sto_cli.plans.language.wording import money

ID = "high-hourly-rate"
SEVERITY: Severity = "tip"
SOURCE = "hourly-rate"


def check(case: Case) -> Iterator[Flaw]:
    """Report costs that are hours times a price far above the advised one, and that the programme pays."""
    for amount in case.plan.money.amounts:
        rate = hourly_rate(" ".join(amount.line.cells))
        if amount.role == "cost" and rate is not None and rate > HIGHEST_RATE and not amount.paid:
            path = case.money_path(amount.line)
            yield Flaw(
                path,
                message("An hour costs {rate} euros here; 50 to 55 euros was advised.", rate=money(rate)),
                message(
                    "Say why, such as a specialist of a company, or ask the programme manager what the region pays."
                ),
                place=amount.line.place,
            )
