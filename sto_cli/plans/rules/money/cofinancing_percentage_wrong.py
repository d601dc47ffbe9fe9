"""What others pay is given as a share and as an amount, and the two do not agree.

Why:
    The region adds up what others pay. With two numbers that contradict each other nobody knows which one was agreed.

Example:
    resources:
      - {item: 3D printers, amount: 6000, cofinancing: "30% by the company, 1200 euros"}
      - {item: Hours of teachers, amount: 4000}

Mend:
    Find out which of the two was agreed, and mend the other one.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.wording import money, quoted

ID = "cofinancing-percentage-wrong"
SEVERITY: Severity = "error"
SOURCE = "question-resources"


def check(case: Case) -> Iterator[Flaw]:
    """Report shares that do not fit the amount beside them, whatever they may be a share of."""
    for one in case.plan.money.contradictions:
        if one.kind == "share":
            path = case.money_path(one.line)
            beside = (*path, "cofinancing")
            yield Flaw(
                beside if len(path) > 1 and case.says(*beside) else path,
                message("{paid} euros is not the share that is named: {text}.",
                        paid=money(one.stated), text=quoted(one.words)),
                message("Check the share and the amount, and mend the one that was not agreed."),
                place=None if len(path) > 1 and case.says(*beside) else one.place,
            )  # fmt: skip
