"""What each column of a table of costs holds: items, amounts, years, who pays, how many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sto_cli.plans.language.amounts import digits
from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.language.lexicon import LexiconMatch
from sto_cli.plans.language.money_in_text import figure_at
from sto_cli.plans.reading.budget import BudgetLine, Payer
from sto_cli.plans.reading.columns import part_of
from sto_cli.plans.source.outline import OutlineCell

Holds = Literal["item", "amount", "year", "paid", "cofinancing", "payer", "count", "price", "years", "text", "empty"]

MOST_HEADS = 3
"""Rows of headings above a table."""


@dataclass(slots=True)
class BudgetColumn:
    """What a column holds; who pays (`paid`), which year (`year`)."""

    holds: Holds
    head: str
    payer: Payer | None = None


def count_heads(lines: Sequence[BudgetLine]) -> int:
    """Return the number of rows at the top that head columns: they hold words or years, and no amount."""
    count = sum(line.head for line in lines[:MOST_HEADS])
    for line in lines[count:MOST_HEADS]:
        filled = [cell for cell in line.cells if cell.strip()]
        words = sum(year_of(cell) is not None or not _names_money(cell) for cell in filled)
        if not filled or words < len(filled) or (len(filled) == 1 and count == 0 and not line.bold):
            break
        if count and len(filled) < FEWEST_HEADS:
            break
        if not any(_head_word(cell) or year_of(cell) for cell in filled[-3:]):
            break
        count += 1
    return count


FEWEST_HEADS = 2


def _names_money(cell: str) -> bool:
    return _is_figure(cell) or any(one.certainty >= 0.5 for one in annotate(cell).money)  # noqa: PLR2004


def _head_word(cell: str) -> bool:
    stream = annotate(cell).stream
    return any(stream.at(at, table) for at in range(len(stream)) for table in ("columns", "payers", "totals"))


def year_of(cell: str) -> str | None:
    """Return the year or school year that heads a column: `2027`, `2026-2027`, `begroting 2027`, `schooljaar 26/27`."""
    two = "/" in cell or "-" in cell
    times = annotate(f"schooljaar {cell.strip()}" if two and cell.strip()[:1].isdigit() else cell.strip()).times
    if (
        len(times) == 1
        and times[0].first.kind in {"year", "school-year", "half", "quarter"}
        and len(cell) <= LONGEST_YEAR
    ):
        year = times[0].first.year
        return f"{year}-{year + 1}" if times[0].first.kind == "school-year" and year else str(year) if year else None
    return None


LONGEST_YEAR = 30


def _is_figure(cell: str) -> bool:
    """Whether a cell holds a number and nothing else."""
    return cents_of(cell) is not None


def cents_of(cell: str) -> int | None:
    """Return the amount that a cell is; None where it holds something else. A dash is nothing, as is an empty cell."""
    text = cell.strip()
    if not text:
        return None
    stream = annotate(text).stream
    figure = figure_at(stream, 0)
    return figure.cents if figure is not None and figure.end == len(stream) and not figure.per else None


def columns_of(heads: Sequence[BudgetLine], body: Sequence[BudgetLine]) -> list[BudgetColumn]:
    """Return what each column holds, by its head and its cells."""
    width = max((len(line.cells) for line in [*heads, *body]), default=0)
    texts = [" ".join(cell for line in heads if (cell := cell_at(line, at))) for at in range(width)]
    columns = [_column(text, [cell_at(line, at) for line in body]) for at, text in enumerate(texts)]
    return _settle(columns, body)


def cell_at(line: BudgetLine, at: int) -> str:
    """Return the text of a cell; nothing beyond the row."""
    return line.cells[at].strip() if at < len(line.cells) else ""


def _column(head: str, cells: Sequence[str]) -> BudgetColumn:
    filled = [cell for cell in cells if cell and cell not in {"-", "–", "—"}]
    figures = [cell for cell in filled if _is_figure(cell)]
    numeric = bool(filled) and 2 * len(figures) > len(filled)
    year = year_of(head)
    if year is not None and (numeric or not filled):
        return BudgetColumn("year", year)
    value = _value_of(head)
    if value is not None and value[0] == "payers" and (numeric or not filled):
        return BudgetColumn("paid", head, value[1])  # type: ignore[arg-type]
    priced = 2 * sum(map(_names_money, filled)) >= len(filled) if filled else True
    if value is not None and value[0] == "columns" and (numeric or priced or value[1] in _TEXTS):
        return BudgetColumn(_HOLDS.get(value[1], "text"), head)
    if not filled:
        return BudgetColumn("empty", head)
    if not numeric:
        covers = any(match.value == "paid" for _, match in annotate(head).stream.terms("paid_headings"))
        return BudgetColumn("payer" if covers else "text", head)
    if all((cents_of(cell) or 0) < SMALLEST for cell in figures):
        return BudgetColumn("text", head)
    return BudgetColumn("paid" if head else "amount", head, "other")


SMALLEST = 10_000
"""Cents: a column of smaller numbers numbers the rows, or counts something."""

_TEXTS = {"cofinancing", "payer", "year", "item"}
_HOLDS: dict[str, Holds] = {
    "amount": "amount", "item": "item", "count": "count", "price": "price", "cofinancing": "cofinancing",
    "payer": "payer", "year": "years", "spent": "empty",
}  # fmt: skip


def _value_of(head: str) -> tuple[str, str] | None:
    """Return what the words of a heading say: the table of the lexicon and the value; the longest word counts."""
    stream = annotate(head).stream
    found: list[tuple[int, str, LexiconMatch]] = []
    for at in range(len(stream)):
        for table in ("columns", "payers"):
            match = stream.at(at, table)
            if match is not None and match.value == "asked":
                return "payers", "programme"
            if match is not None:
                found.append((match.size, table, match))
    whole = [one for one in found if one[1] == "columns" and one[2].value in {"cofinancing", "payer"}]
    payers = [one for one in found if one[1] == "payers"]
    for _, table, match in whole or payers or sorted(found, key=lambda one: -one[0]):
        return table, match.value
    return None


def _settle(columns: list[BudgetColumn], body: Sequence[BudgetLine]) -> list[BudgetColumn]:
    """Settle what is open: the first column of words is the item, the only figures are the amounts."""
    items = [one for one in columns if one.holds == "item"]
    if not items:
        texts = [one for one in columns if one.holds == "text"] or [one for one in columns if one.holds == "payer"]
        if texts:
            texts[0].holds = "item"
    _settle_sum(columns, body)
    amounts = [one for one in columns if one.holds == "amount"]
    if len(amounts) > 1:
        _settle_amounts(columns, amounts, body)
    elif not amounts:
        open_ones = [one for one in columns if one.holds == "paid" and one.payer == "other"]
        others = [one for one in columns if one.holds in {"year", "paid"} and one not in open_ones]
        if (len(open_ones) == 1 and not others) or (
            open_ones and not others and not any(one.holds == "cofinancing" for one in columns)
        ):
            open_ones[0].holds = "amount"
    return columns


def _settle_sum(columns: Sequence[BudgetColumn], body: Sequence[BudgetLine]) -> None:
    """Take the column that all other columns of figures make up as that of the amounts, whatever stands above it."""
    places = [at for at, one in enumerate(columns) if one.holds in {"amount", "year", "paid"}]
    figures = [{at: cents_of(cell_at(line, at)) or 0 for at in places} for line in body]
    fits = {at: sum(sum(row.values()) == 2 * row[at] for row in figures if any(row.values())) for at in places}
    open_ones = [at for at in places if columns[at].holds == "amount" or columns[at].payer == "other"]
    whole = max(reversed(open_ones), key=lambda at: (fits[at], columns[at].holds == "amount"), default=0)
    most = sum(any(row.values()) for row in figures) // 2
    if open_ones and len(places) > 2 and fits[whole] > max(most, 1):  # noqa: PLR2004 - two parts and their sum
        parts = [columns[at] for at in places if at != whole]
        paid = any(one.holds == "paid" and one.payer != "other" for one in parts)
        for one in parts:
            one.holds = "year" if one.holds == "year" else "paid" if paid else "text"
        columns[whole].holds = "amount"


def _settle_amounts(columns: list[BudgetColumn], amounts: list[BudgetColumn], body: Sequence[BudgetLine]) -> None:
    """Keep one column of amounts: the one that the row's other figures make up, or else the last."""

    def of(one: BudgetColumn) -> int:
        at = next(index for index, other in enumerate(columns) if other is one)
        return sum(cents_of(cell_at(line, at)) or 0 for line in body)

    index = {id(one): at for at, one in enumerate(columns)}
    if not any(all(cell_at(line, index[id(one)]) for one in amounts) for line in body):
        return  # a row fills the one or the other
    totals = [one for one in amounts if any(m.value == "total" for _, m in annotate(one.head).stream.terms("totals"))]
    kept = totals[-1] if totals else max(amounts, key=of)
    for one in amounts:
        if one is not kept:
            one.holds = "price" if of(one) <= of(kept) else "text"


_PARTS: dict[Holds, str] = {
    "item": "item", "amount": "amount", "count": "count", "price": "price", "cofinancing": "cofinancing",
    "payer": "payer", "paid": "payer", "years": "year", "year": "year",
}  # fmt: skip
_OF_AMOUNT = {"amount", "price", "payer", "year"}

Cells = Sequence[OutlineCell]


def table_of_costs(rows: Sequence[Cells], marked: int) -> tuple[Cells, Sequence[Cells], list[str | None]] | None:
    """Return the headings, the rows and the parts of a table of costs; None where its columns are not known.

    What stands in a column of a year or a payer is headed by it: `2026: € 1.000`. Where no column has the amount, one
    is added with what those come to.
    """
    lines = [BudgetLine(tuple(cell.text for cell in row), head=at < marked) for at, row in enumerate(rows)]
    count = count_heads(lines)
    columns = columns_of(lines[:count], lines[count:])
    names = _parts(columns)
    if not count or "item" not in names or not _OF_AMOUNT.intersection(name for name in names if name):
        return None
    body: list[Cells] = []
    for row, line in zip(rows[count:], lines[count:], strict=True):
        figures = {at: cents_of(cell_at(line, at)) for at, one in enumerate(columns) if one.holds in {"year", "paid"}}
        own = [
            _headed(cell, columns[at].head, figures.get(at) if names[at] != "cofinancing" else None)
            for at, cell in enumerate(row)
        ]
        known = [cents for cents in figures.values() if cents]
        dated = any(one.holds == "year" for one in columns)
        if "amount" not in names and known and (dated or not is_total(own[0].text)):
            first = next(cell for at, cell in enumerate(row) if figures.get(at))
            own += [OutlineCell("", first.place)] * (len(columns) - len(row))
            own.append(OutlineCell(digits(sum(known)), first.place))
        body.append(own)
    return rows[count - 1], body, names if "amount" in names else [*names, "amount"]


def _headed(cell: OutlineCell, head: str, cents: int | None) -> OutlineCell:
    """Put the year or the payer before an amount; nothing is left of nought."""
    return cell if cents is None else cell._replace(text=f"{head}: {cell.text}" if cents else "")


def is_total(label: str) -> bool:
    """Whether the words of a row open with those of a total, or of a part of it."""
    stream = annotate(label).stream
    return any(stream.at(0, table) for table in ("totals", "subtotals"))


def _parts(columns: Sequence[BudgetColumn]) -> list[str | None]:
    """Return the part of a cost that each column holds; None for a text beside it."""
    names: list[str | None] = []
    paid = [one for one in columns if one.holds == "paid"]
    for one in columns:
        part = _PARTS.get(one.holds) or part_of("resources", one.head)
        part = "cofinancing" if paid == [one] and one.payer != "programme" else part
        names.append(part if part in {"year", "payer"} or part not in names else None)
    return names
