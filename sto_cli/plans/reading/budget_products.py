"""A product in the words of a cost whose outcome is another amount."""

from __future__ import annotations

from sto_cli.plans.language.annotate import Annotated, annotate
from sto_cli.plans.language.numbers import number_at
from sto_cli.plans.reading.budget import ROUNDING, BudgetLine


def wrong_product(line: BudgetLine, cents: int) -> tuple[tuple[int, int] | None, str]:
    """Return what a row states and what the product in its words is, where the two differ; with its words."""
    for cell in line.cells:
        read = annotate(cell)
        products = [one for one in read.money if one.factors]
        if len(products) == 1 and products[0].stated not in {None, products[0].cents}:
            return (products[0].value, products[0].cents), " ".join(products[0].words.split())
        if len(products) != 1 or products[0].cents == 0 or products[0].about:
            continue
        right, numbers = products[0].cents, counts_in(read)
        near = not products[0].bare or right <= 2 * cents <= 4 * right
        if products[0].stated is None and abs(right - cents) >= ROUNDING and near and cents // right not in numbers:
            return (cents, right), " ".join(products[0].words.split())
    return None, ""


def counts_in(read: Annotated) -> set[int]:
    """Return the small numbers in a text, and what they are times each other."""
    found = {1}
    for at in range(len(read.stream)):
        number = number_at(read.stream, at)
        if number is not None and number.value.denominator == 1 and 1 < number.value < MOST_COUNTED:
            found |= {one * int(number.value) for one in list(found)[:MOST_COUNTED]}
    return found - {1}


MOST_COUNTED = 100
