"""A table of costs: what each column holds, and what its rows say. Rows and columns must add up to each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sto_cli.plans.language.annotate import Annotated, annotate
from sto_cli.plans.language.lexicon import LexiconMatch
from sto_cli.plans.language.money_in_text import figure_at
from sto_cli.plans.language.numbers import number_at
from sto_cli.plans.reading.budget import ROUNDING, BudgetLine, Payer
from sto_cli.plans.reading.budget_entries import DEPARTURE, UNLIKELY, BudgetEntry, Meaning, NamedShare
from sto_cli.plans.reading.budget_text import Context, read_line
from sto_cli.plans.reading.cofinancing import paid_meant, payer_in, share_in

Holds = Literal["item", "amount", "year", "paid", "cofinancing", "payer", "count", "price", "years", "text", "empty"]

MOST_HEADS = 3
"""Rows of headings above a table."""


@dataclass(slots=True)
class BudgetColumn:
    """What a column holds; who pays (`paid`), which year (`year`)."""

    holds: Holds
    head: str
    payer: Payer | None = None


def read_table(lines: Sequence[BudgetLine], context: Context) -> None:
    """Add what a table says to the parts; a table without columns of amounts is read line by line."""
    heads = _heads(lines)
    columns = _columns(lines[:heads], lines[heads:], context)
    amounts = [one for one in columns if one.holds in {"amount", "year", "paid", "cofinancing", "price"}]
    if len(amounts) < 2 and not any(one.holds in {"cofinancing", "paid", "payer"} for one in columns):  # noqa: PLR2004 - a list
        for line in lines[heads:]:
            known = len(context.parts.entries)
            read_line(_kept(line, columns), context)
            for entry in context.parts.entries[known:]:
                if entry.literal.role == "cost":
                    entry.years = dict.fromkeys(_dated(line, columns), entry.literal.cents)
                if entry.wrong is None and entry.literal.role == "cost":
                    entry.wrong, entry.words = wrong_product(line, entry.literal.cents)
        return
    _Table(columns, context).read(lines[heads:])


def _dated(line: BudgetLine, columns: Sequence[BudgetColumn]) -> list[str]:
    """Return the year of a row, where a column says it."""
    years = (year_of(_cell(line, at)) for at, one in enumerate(columns) if one.holds == "years")
    return [year for year in years if year]


def _kept(line: BudgetLine, columns: Sequence[BudgetColumn]) -> BudgetLine:
    """Return a row without the cells that only explain its amount: how many, the price of one, a year."""
    named = any(one.holds == "amount" for one in columns)
    idle = {"count", "price", "years", "empty", "text"} if named else {"empty"}
    cells = tuple(
        f"€ {cell.strip()}" if one.holds == "amount" and cell.strip().isdigit() else cell
        for cell, one in zip(line.cells, columns, strict=False)
        if one.holds not in idle or one.holds == "item"
    )
    return replace(line, cells=cells)


def _heads(lines: Sequence[BudgetLine]) -> int:
    """Return the number of rows at the top that head columns: they hold words or years, and no amount."""
    count = sum(line.head for line in lines[:MOST_HEADS])
    for line in lines[count:MOST_HEADS]:
        filled = [cell for cell in line.cells if cell.strip()]
        words = sum(year_of(cell) is not None or not _names_money(cell) for cell in filled)
        if not filled or words < len(filled) or (len(filled) == 1 and count == 0 and not line.bold):
            break
        if count and len(filled) < FEWEST_HEADS:
            break
        if not any(_head_word(cell) or year_of(cell) for cell in filled[-3:]) and count == 0:
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
    times = annotate(cell.strip()).times
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


def _columns(heads: Sequence[BudgetLine], body: Sequence[BudgetLine], context: Context) -> list[BudgetColumn]:
    width = max((len(line.cells) for line in [*heads, *body]), default=0)
    texts = [_head_of(heads, at) for at in range(width)]
    columns = [_column(text, [_cell(line, at) for line in body], context) for at, text in enumerate(texts)]
    return _settle(columns, body)


def _head_of(heads: Sequence[BudgetLine], at: int) -> str:
    return " ".join(cell for line in heads if (cell := _cell(line, at)))


def _cell(line: BudgetLine, at: int) -> str:
    return line.cells[at].strip() if at < len(line.cells) else ""


def _column(head: str, cells: Sequence[str], context: Context) -> BudgetColumn:
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
        return BudgetColumn("text", head)
    if all((cents_of(cell) or 0) < SMALLEST for cell in figures):
        return BudgetColumn("text", head)
    payer = context.payers_of_plan.get(head.lower())
    return BudgetColumn("paid" if head else "amount", head, payer or "other")


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
        texts = [one for one in columns if one.holds == "text"]
        if texts:
            texts[0].holds = "item"
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


def _settle_amounts(columns: list[BudgetColumn], amounts: list[BudgetColumn], body: Sequence[BudgetLine]) -> None:
    """Keep one column of amounts: the one that the row's other figures make up, or else the last."""

    def of(one: BudgetColumn) -> int:
        at = next(index for index, other in enumerate(columns) if other is one)
        return sum(cents_of(_cell(line, at)) or 0 for line in body)

    index = {id(one): at for at, one in enumerate(columns)}
    if not any(all(_cell(line, index[id(one)]) for one in amounts) for line in body):
        return  # a row fills the one or the other
    totals = [one for one in amounts if any(m.value == "total" for _, m in annotate(one.head).stream.terms("totals"))]
    kept = totals[-1] if totals else max(amounts, key=of)
    for one in amounts:
        if one is not kept:
            one.holds = "price" if of(one) <= of(kept) else "text"


class _Table:
    """A table with columns of amounts while it is read."""

    def __init__(self, columns: Sequence[BudgetColumn], context: Context) -> None:
        self.columns, self.context = columns, context
        self.sums = [0] * len(columns)
        self.since = [0] * len(columns)
        self.total_seen = False

    def read(self, lines: Sequence[BudgetLine]) -> None:
        """Read the rows."""
        self._nobody(lines)
        for line in lines:
            figures = [self._figure(line, at) for at in range(len(self.columns))]
            self._note_payers(line)
            if all(one is None for one in figures):
                self._words(line)
            else:
                self._row(line, figures)

    def _nobody(self, lines: Sequence[BudgetLine]) -> None:
        """Note what a column for cofinancing says, be it no in every row."""
        said = [
            _cell(line, at).lower() for line in lines for at, one in enumerate(self.columns)
            if one.holds == "cofinancing" and _cell(line, at)
        ]  # fmt: skip
        if said:
            self.context.parts.payer_said = True
            costs = sum(bool(self._label(line)) for line in lines if self._role(self._label(line), line) == "cost")
            self.context.parts.nobody_else |= len(said) >= costs and all(cell in NOTHING for cell in said)

    def _note_payers(self, line: BudgetLine) -> None:
        """Note that the words of a row say who pays: “…, een bedrijf betaalt mee”."""
        stream = annotate(self._label(line)).stream
        if any(stream.at(at, table) for at in range(len(stream)) for table in ("pays", "gifts")):
            self.context.parts.payer_said = True
            self.context.parts.unpriced_payer = True

    def _words(self, line: BudgetLine) -> None:
        """Take a row without figures: a heading in the table, or a sentence; a cost without an amount is kept."""
        if len([cell for cell in line.cells if cell.strip()]) <= 1:
            read_line(line, self.context)
        else:
            self._unpriced(line)

    def _unpriced(self, line: BudgetLine) -> None:
        """Note a cost without an amount; who pays it pays something that is not known."""
        self.context.parts.unpriced.append(line)
        for at, column in enumerate(self.columns):
            if column.holds in {"cofinancing", "payer"} and _cell(line, at).lower() not in NOTHING:
                self.context.parts.unpriced_payer = True

    def _figure(self, line: BudgetLine, at: int) -> int | None:
        cell, holds = _cell(line, at), self.columns[at].holds
        if holds not in {"amount", "year", "paid", "cofinancing"}:
            return None
        if cell in {"-", "–", "—"}:
            return 0
        cents = cents_of(cell)
        if cents is not None:
            return cents
        amounts = [one for one in annotate(cell).money if not one.open and one.certainty >= 0.3]  # noqa: PLR2004
        return amounts[0].value if amounts else None

    def _row(self, line: BudgetLine, figures: Sequence[int | None]) -> None:
        label = self._label(line)
        role = self._role(label, line)
        if role in {"total", "subtotal"}:
            self._total_row(line, figures, role)
        elif role in {"payer", "asked"}:
            self._paid_row(line, label, figures, role)
        else:
            self._cost_row(line, label, figures)

    def _label(self, line: BudgetLine) -> str:
        cells = [_cell(line, at) for at, one in enumerate(self.columns) if one.holds in {"item", "text"}]
        return next((cell for cell in cells if cell), "")

    def _role(self, label: str, line: BudgetLine) -> str:
        stream = annotate(label).stream
        words = {table for at in range(len(stream)) for table in stream.matches[at]}
        if "subtotals" in words:
            return "subtotal"
        opens = bool(len(stream)) and ("totals" in stream.matches[0] or "rests" in stream.matches[0])
        if "totals" in words and (opens or len(stream) <= SHORT_LABEL):
            return "total"
        payer = payer_in(stream)
        if self.total_seen or self.context.paid or "of_it" in words:
            if payer == "programme" or "asked" in words:
                return "asked"
            if payer is not None or "of_it" in words or self.context.paid:
                return "payer"
        if not label and line.bold:
            return "total"
        if not label and self._makes_sum(line):
            return "total"
        return "cost"

    def _makes_sum(self, line: BudgetLine) -> bool:
        figures = [self._figure(line, at) for at in range(len(self.columns))]
        return any(one and one == total for one, total in zip(figures, self.sums, strict=True))

    def _cost_row(self, line: BudgetLine, label: str, figures: Sequence[int | None]) -> None:
        years = self._by("year", figures)
        paid = [
            (self.columns[at], cents)
            for at, cents in enumerate(figures)
            if self.columns[at].holds == "paid" and cents is not None
        ]
        amount = self._amount(figures)
        parts_paid = sum(cents for _, cents in paid)
        whole = amount if amount is not None else sum(years.values()) if years else parts_paid if paid else None
        if whole is None:
            self._unpriced(line)
            return
        entry = BudgetEntry(
            line, label, [Meaning("cost", whole)], years=years or dict.fromkeys(_dated(line, self.columns), whole)
        )
        self._check_row(line, amount, years, paid)
        entry.wrong, entry.words = self._wrong_price(line, whole) or wrong_product(line, whole)
        for column, cents in paid:
            if column.payer == "programme":
                entry.asked = (entry.asked or 0) + cents
            elif cents:
                who = column.payer or "other"
                entry.paid[who] = entry.paid.get(who, 0) + cents
        if any(one.payer == "programme" for one in self.columns) and entry.asked is None:
            entry.asked = 0
        self._cofinanced(line, entry, whole)
        self._after_total(entry)
        for at, figure in enumerate(figures):
            self.sums[at] += figure or 0
            self.since[at] += figure or 0
        self.context.parts.entries.append(entry)
        self.context.last = "cost"

    def _wrong_price(self, line: BudgetLine, whole: int) -> tuple[tuple[int, int], str] | None:
        """Return what a row states and what its number times its price is, where the two differ."""
        count, price = (
            next(
                (
                    cents
                    for at, one in enumerate(self.columns)
                    if one.holds == holds and (cents := cents_of(_cell(line, at)))
                ),
                0,
            )
            for holds in ("count", "price")
        )
        right = count * price // WHOLE
        if not right or abs(right - whole) < ROUNDING or not right <= 2 * whole <= 4 * right:
            return None
        return (whole, right), f"{count // WHOLE} x € {price // WHOLE}"

    def _after_total(self, entry: BudgetEntry) -> None:
        """A row behind the total may be no cost of it."""
        if self.total_seen:
            entry.may_be("remark")
            entry.may_be("payer", payer="other")

    def _amount(self, figures: Sequence[int | None]) -> int | None:
        """Return the amount of a row: of several columns for it, the first that is filled."""
        amounts = (cents for at, cents in enumerate(figures) if self.columns[at].holds == "amount")
        return next((cents for cents in amounts if cents is not None), None)

    def _by(self, holds: Holds, figures: Sequence[int | None]) -> dict[str, int]:
        return {
            self.columns[at].head: cents for at, cents in enumerate(figures)
            if self.columns[at].holds == holds and cents
        }  # fmt: skip

    def _check_row(
        self, line: BudgetLine, amount: int | None, years: dict[str, int], paid: Sequence[tuple[BudgetColumn, int]]
    ) -> None:
        """Compare the amount of a row with its years and with what each pays."""
        if amount is None:
            return
        several = sum(one.holds == "year" for one in self.columns) > 1
        if several and years and abs(sum(years.values()) - amount) >= ROUNDING:
            self.context.parts.row_breaches.append(("row", amount, sum(years.values()), line))
        whole = any(one.payer == "programme" for one in self.columns)
        everybody = sum(cents for _, cents in paid)
        if whole and paid and abs(everybody - amount) >= ROUNDING:
            self.context.parts.row_breaches.append(("row", amount, everybody, line))

    def _cofinanced(self, line: BudgetLine, entry: BudgetEntry, whole: int) -> None:
        """Take what stands in a column for cofinancing, and who pays by a column of its own."""
        cells = {one.holds: _cell(line, at) for at, one in enumerate(self.columns) if _cell(line, at)}
        who, said = cells.get("payer", ""), cells.get("cofinancing", "")
        if who and payer_in(annotate(who).stream) == "programme" and not said:
            return
        read, paid = annotate(said or who), share_paid(said or who, whole, named=bool(who) and not said)
        open_one = paid is None and said.lower() not in NOTHING and payer_in(read.stream) != "programme"
        self.context.parts.unpriced_payer |= open_one or (paid is not None and not paid[1])
        if paid is None or not paid[1]:
            return
        payer = payer_in(annotate(who).stream) if who and said else None
        payer, cents = payer or paid[0], paid[1]
        share = share_in(read) if said else None
        if share is not None:
            self.context.parts.shares.append(NamedShare(share, cents, (whole,), line, said))
        if cents > whole and any(True for _ in read.stream.terms("totals")):
            of_all = Meaning("payer", cents, payer)  # “1.500 euro in totaal”, though it stands with one cost
            self.context.parts.entries.append(BudgetEntry(line, said, [of_all]))
        else:
            entry.paid[payer] = entry.paid.get(payer, 0) + cents

    def _total_row(self, line: BudgetLine, figures: Sequence[int | None], role: str) -> None:
        sums = self.since if role == "subtotal" else self.sums
        amount = self._amount(figures)
        years = [cents for at, cents in enumerate(figures) if self.columns[at].holds == "year" and cents is not None]
        whole = amount if amount is not None else sum(years) if years else None
        self._check_columns(line, figures, sums)
        self.since = [0] * len(self.columns)
        if whole is None:
            return
        if role == "total" and (self.total_seen or self.context.paid):
            role = "paid-total" if self.context.paid else role
        meanings: list[Meaning] = [Meaning(role, whole)]  # type: ignore[arg-type]
        self.context.parts.entries.append(BudgetEntry(line, "", meanings))
        self.total_seen = self.context.total_named = True
        self.context.last = "total"

    def _check_columns(self, line: BudgetLine, figures: Sequence[int | None], sums: Sequence[int]) -> None:
        for at, cents in enumerate(figures):
            holds = self.columns[at].holds
            if cents and holds in {"year", "paid", "cofinancing"} and sums[at] and abs(cents - sums[at]) >= ROUNDING:
                self.context.parts.row_breaches.append(("column", cents, sums[at], line))

    def _paid_row(self, line: BudgetLine, label: str, figures: Sequence[int | None], role: str) -> None:
        amount = self._amount(figures)
        years = [cents for at, cents in enumerate(figures) if self.columns[at].holds == "year" and cents is not None]
        whole = amount if amount is not None else sum(years)
        named = payer_in(annotate(label).stream) or _known(label, self.context)
        weight = DEPARTURE if named is None else UNLIKELY
        meaning = Meaning("asked", whole, "programme") if role == "asked" else Meaning("payer", whole, named or "other")
        self.context.parts.entries.append(
            BudgetEntry(
                line, label, [meaning, Meaning("cost", whole, weight=weight), Meaning("remark", whole, weight=weight)]
            )
        )
        self.context.last = role


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

SHORT_LABEL = 4
"""Words of a label in which the word for a total may stand behind another: “Kosten totaal (incl. btw)”."""


def _known(label: str, context: Context) -> Payer | None:
    return next(
        (context.payers_of_plan[word] for word in label.lower().split() if word in context.payers_of_plan), None
    )


NOTHING = {"", "-", "–", "—", "nee", "no", "geen", "n.v.t.", "nvt", "0", "none", "niets", "neen", "false"}


def share_paid(cell: str, whole: int, *, named: bool = False) -> tuple[Payer, int] | None:
    """Return who pays how many cents of a cost by a cell: `ja`, `€ 300 (gemeente)`, `20%`; None where that is open.

    `named`: the column names who pays, so that a name alone pays all of it.
    """
    paid = paid_meant(cell, whole) if cell.strip() else None
    if paid is None and named and cell.strip().lower() not in NOTHING:
        return "other", whole
    if paid is None or not paid.stated:
        return None
    return paid.payer or "other", whole if paid.cents is None else paid.cents


WHOLE = 100
