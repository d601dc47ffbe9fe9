"""From the lines of a plan to its budget."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.reading.budget import Budget, BudgetLine
from sto_cli.plans.reading.budget_columns import cents_of
from sto_cli.plans.reading.budget_entries import BudgetParts
from sto_cli.plans.reading.budget_roles import Context
from sto_cli.plans.reading.budget_search import best_budget
from sto_cli.plans.reading.budget_tables import read_table
from sto_cli.plans.reading.budget_text import read_line

MOST_LINES = 2_000
"""Lines of a budget that are read."""


def read_budget(lines: Iterable[BudgetLine]) -> Budget:
    """Read a budget from its lines."""
    context = Context(BudgetParts())
    kept = list(lines)[:MOST_LINES]
    headed = False
    for _, group in groupby(enumerate(kept), key=lambda one: one[1].table if one[1].table is not None else -1 - one[0]):
        block = [line for _, line in group]
        if block[0].table is not None:
            for at, side in enumerate(_sides(block)):
                context.paid = at > 0 or headed or _is_paid_heading(side[0].headings, context)
                read_table(side, context)
        else:
            _read_text(block[0], context)
        headed = block[0].bold and block[0].table is None and _heading_kind(block[0].cells) == "paid"
    return best_budget(context.parts)


def _sides(lines: Sequence[BudgetLine]) -> list[Sequence[BudgetLine]]:
    """Divide a table with what comes in beside what it costs: “Uitgaven | € | Inkomsten | €”."""
    heads = lines[0].cells
    at = next((at for at in range(2, len(heads) - 1) if _opens_side(heads[at])), None)
    if at is None or any(cents_of(line.cells[at]) is not None for line in lines if len(line.cells) > at):
        return [lines]
    return [
        [replace(line, cells=cells) for line in lines if any(cells := line.cells[part])]
        for part in (slice(at), slice(at, None))
    ]


def _opens_side(head: str) -> bool:
    """Whether a column is that of who pays, and says nothing of the costs beside it: “Inkomsten”, “Dekking”."""
    return _heading_kind((head,)) == "paid" and not any(True for _ in annotate(head).stream.terms("columns"))


def _read_text(line: BudgetLine, context: Context) -> None:
    """Read a line; one without an amount may be a heading above those that follow."""
    if line.headings:
        context.paid = _is_paid_heading(line.headings, context)
    words = _heading_kind(line.cells)
    if words is not None and len(line.cells) == 1:
        context.paid = words == "paid"
    known = len(context.parts.entries)
    read_line(line, context)
    if line.point and not line.elsewhere and len(context.parts.entries) == known and _is_thing(line.cells[0]):
        context.parts.unpriced.append(line)


LONGEST_THING = 12
"""Tokens of a point that names a thing without an amount; a longer one is a remark."""


def _is_thing(text: str) -> bool:
    """Whether a point names what is needed, without an amount, and is no sentence."""
    stream = annotate(text).stream
    says = any(stream.at(at, table) for at in range(len(stream)) for table in ("pays", "payers", "all_asked"))
    return 0 < len(stream) <= LONGEST_THING and not text.rstrip().endswith((".", "!", ":")) and not says


def _is_paid_heading(headings: Sequence[str], context: Context) -> bool:
    for heading in reversed(headings):
        kind = _heading_kind((heading,))
        if kind is not None:
            return kind == "paid"
    return context.paid and not headings


LONGEST_HEADING = 9
"""Tokens of a line that may be a heading in a list of costs."""


LIKELY_AMOUNT = 0.2
"""Certainty below which a number is none of a cost: that of a heading, “6.2 Dekking per betaler”."""


def _heading_kind(cells: Sequence[str]) -> str | None:
    """Return what a heading is about: what others pay, or costs; None where a line is none."""
    stream = annotate(cells[0]).stream
    if (
        len(stream) > LONGEST_HEADING
        or any(True for _ in stream.terms("all_asked"))
        or any(True for _ in _amounts(cells))
    ):
        return None
    found = [match.value for _, match in stream.terms("paid_headings")]
    return "paid" if "paid" in found else found[0] if found else None


def _amounts(cells: Sequence[str]) -> Iterator[int]:
    for cell in cells:
        yield from (one.value for one in annotate(cell).money if not one.open and one.certainty >= LIKELY_AMOUNT)
