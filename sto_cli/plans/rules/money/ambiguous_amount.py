"""An amount can be read in two ways.

Why:
    12,500 is twelve thousand five hundred to an Englishman and twelve and a half to a Dutch reader. “12,5k” and
    “about 5000” leave room as well. The other rules read it as is most likely.

Example:
    resources:
      - {item: 3D printers, amount: 12k}

Mend:
    Write digits only: 12500. “sto validate --fix” does it for you where there is no doubt.
"""

from collections.abc import Iterator
from dataclasses import replace

from sto_cli.files.yaml.reader import KeyPath
from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.amounts import Amount
from sto_cli.plans.language.spans import MoneySpan
from sto_cli.plans.language.wording import money, quoted
from sto_cli.plans.reading.budget import BudgetLine

ID = "ambiguous-amount"
SEVERITY: Severity = "warning"
SOURCE = "question-resources"


def check(case: Case) -> Iterator[Flaw]:
    """Report amounts that others may read otherwise."""
    plan = case.plan
    amounts = [((*item.path, "amount"), item.amount) for item in plan.resources.items if item.written is not None]
    for path, amount in (*amounts, (("total",), plan.total)):
        if amount is not None and amount.ambiguous:
            yield _flaw(path, amount)
    for item in plan.resources.items:
        either = next((amount for amount in item.amounts if amount.either), None) if item.written is None else None
        if either is not None:
            yield Flaw(
                item.path,
                message("Two amounts stand here: {written}.", written=quoted(either.written)),
                message("Choose one of them: the total can only be right with one."),
            )
        doubtful = (one for one in item.amounts if one.product and one.ambiguous and not one.rough)
        if item.written is None and item.role == "cost" and not plan.money.settled:
            yield from (replace(_flaw(item.path, one), lighter="rough-amount") for one in doubtful)
    if not plan.money.settled:
        yield from (_unclear(case, line, span) for line, span in plan.money.unclear)


def _unclear(case: Case, line: BudgetLine, span: MoneySpan) -> Flaw:
    """Ask whether numbers times each other are an amount, or the size of a thing."""
    return Flaw(
        case.money_path(line),
        message("It is not clear whether {written} is an amount.", written=quoted(span.words)),
        message("If it is, write what it costs: {euros} euros.", euros=money(span.cents)),
        place=line.place,
        lighter="rough-amount",
    )


def _flaw(path: KeyPath, amount: Amount) -> Flaw:
    sure = amount.sure
    return Flaw(
        path,
        message("{written} is read as {euros} euros.", written=quoted(amount.written), euros=money(amount.cents)),
        message("Write {digits}, without marks or letters.", digits=amount.digits)
        if sure
        else message("Write the amount in digits only: {digits} when this is right.", digits=amount.digits),
        replacement=amount.digits if sure else None,
        lighter="rough-amount" if amount.rough and not amount.either else None,
    )
