"""Products in words: whose outcome is said behind them, or is another amount."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.language.numbers import number_at
from sto_cli.plans.language.spans import MoneySpan
from sto_cli.plans.language.stream import Stream
from sto_cli.plans.reading.budget import ROUNDING, BudgetLine
from sto_cli.plans.reading.budget_entries import Clause

MOST_COUNTED = 2_000
"""A larger number counts nothing that has a price."""

MOST_COUNTS = 64
"""Products of the numbers in a sentence that are tried."""


def with_outcomes(stream: Stream, clauses: Sequence[Clause]) -> list[Clause]:
    """Make one amount of a price and what it comes to: “twee trainers van € 11.500 kosten € 23.000”."""
    kept: list[Clause] = []
    for clause in clauses:
        if kept and _is_outcome(stream, kept, clause):
            kept[-1] = _with_outcome(stream, kept[-1], clause)
        else:
            kept.append(clause)
    return kept


def is_price_of(stream: Stream, price: Clause, outcome: Clause) -> bool:
    """Whether an amount of the sentence before is the price of one, and the first of this one what all of them cost."""
    return _leads_to(stream, price, outcome, outcome.before) and _comes_to(stream, price, outcome)


def _is_outcome(stream: Stream, kept: Sequence[Clause], outcome: Clause) -> bool:
    price = kept[-1]
    if len(kept) > 1 and sum(one.money.value for one in kept) == outcome.money.value:
        return False  # the total of two that cost as much
    spoken = any(stream.word(at) or stream.is_number(at) for at in range(price.last, outcome.first))
    return (not spoken or _leads_to(stream, price, outcome, price.last)) and _comes_to(stream, price, outcome)


def _leads_to(stream: Stream, price: Clause, outcome: Clause, first: int) -> bool:
    """Whether the words before an amount say that it is an outcome: “kost ons”, “dat is”, “, dus”, “acht keer:”.

    Words of another thing before them make it what that costs: “de startdag € 500, twee lesdagen kosten € 1.000”.
    """
    counted = price.money.per is not None or bool(price.money.factors)
    if stream.sign(outcome.first - 1, ":=(") and (counted or outcome.first - 1 == first):
        return True
    for at in range(max(first, outcome.first - LONGEST_LEAD), outcome.first):
        match = next((found for table in ("equals", "totals", "comes_to") if (found := stream.at(at, table))), None)
        if match is not None and _only_links(stream, at + match.size, outcome.first):
            begin = next((one + 1 for one in range(at - 1, first - 1, -1) if stream.sign(one, ",;()")), first)
            return price.money.per is not None or _only_links(stream, begin, at)
    return False


def _only_links(stream: Stream, first: int, last: int) -> bool:
    words = (at for at in range(first, last) if stream.word(at) or stream.is_number(at))
    return all(any(stream.at(at, table) for table in ("links", "equals", "totals", "comes_to")) for at in words)


LONGEST_LEAD = 4
"""Tokens before an outcome in which its word stands."""


def _comes_to(stream: Stream, price: Clause, outcome: Clause) -> bool:
    """Whether an amount is a price times what the words around them count."""
    whole, one = outcome.money.value, price.money
    if one.open or outcome.money.open or min(whole, one.value) <= 0 or outcome.money.per is not None:
        return False
    if one.factors and whole == one.value:
        return True
    counts = counts_between(stream, max(price.before - REACH, 0), outcome.first, one)
    return any(unit and whole == unit * count for unit in (one.value, one.other) for count in counts if count > 1)


REACH = 20
"""Tokens before a sentence in which may stand how many there are: “Er komen 12 lessen. Een les kost € 100, dus …”."""


def _with_outcome(stream: Stream, price: Clause, outcome: Clause) -> Clause:
    whole, one = outcome.money, price.money
    span = replace(
        one, end=whole.end, words=stream.words(price.first, outcome.last), cents=whole.value, stated=whole.value,
        factors=one.factors or (Fraction(whole.value, one.value), Fraction(one.value, 100)), per=None, other=None,
        about=whole.about, bare=one.bare and whole.bare, certainty=max(one.certainty, whole.certainty),
    )  # fmt: skip
    return price._replace(money=span, last=outcome.last, after=outcome.after, near=outcome.near)


def counts_between(stream: Stream, first: int, last: int, outside: MoneySpan | None = None) -> set[int]:
    """Return the whole numbers between two tokens but outside an amount, and what they are times each other."""
    found = {1}
    for at in range(first, last):
        if outside is not None and outside.start <= stream.tokens[at].start < outside.end:
            continue
        number = number_at(stream, at)
        if number is not None and number.value.denominator == 1 and 1 < number.value < MOST_COUNTED:
            found |= {one * int(number.value) for one in list(found)[:MOST_COUNTS]}
    return found


def wrong_product(line: BudgetLine, cents: int) -> tuple[tuple[int, int] | None, str]:
    """Return what a row states and what the product in its words is, where the two differ; with its words."""
    for cell in line.cells:
        read = annotate(cell)
        products = [one for one in read.money if one.factors]
        if len(products) == 1 and products[0].stated not in {None, products[0].cents}:
            return (products[0].value, products[0].cents), " ".join(products[0].words.split())
        if len(products) != 1 or products[0].cents == 0 or products[0].about:
            continue
        right, numbers = products[0].cents, counts_between(read.stream, 0, len(read.stream)) - {1}
        near = not products[0].bare or right <= 2 * cents <= 4 * right
        if products[0].other == cents:
            continue
        if products[0].stated is None and abs(right - cents) >= ROUNDING and near and cents // right not in numbers:
            return (cents, right), " ".join(products[0].words.split())
    return None, ""
