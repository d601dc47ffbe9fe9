"""A table of costs: what each column holds, and what its rows say. Rows and columns must add up to each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.language.stream import Stream
from sto_cli.plans.reading.budget import ROUNDING, BudgetLine, BudgetRole, Payer
from sto_cli.plans.reading.budget_columns import (
    BudgetColumn,
    Holds,
    cell_at,
    cents_of,
    columns_of,
    count_heads,
    year_of,
)
from sto_cli.plans.reading.budget_entries import DEPARTURE, UNLIKELY, BudgetEntry, Meaning, NamedShare
from sto_cli.plans.reading.budget_products import wrong_product
from sto_cli.plans.reading.budget_roles import Context
from sto_cli.plans.reading.budget_text import read_line
from sto_cli.plans.reading.cofinancing import NOTHING, payer_in, payers_apart, share_in, share_paid


def read_table(lines: Sequence[BudgetLine], context: Context) -> None:
    """Add what a table says to the parts; a table without columns of amounts is read line by line."""
    heads = count_heads(lines)
    columns = columns_of(lines[:heads], lines[heads:])
    amounts = [one for one in columns if one.holds in {"amount", "year", "paid", "cofinancing", "price"}]
    parted = any(one.holds in {"amount", "year", "paid"} for one in columns)
    if not parted or (len(amounts) < 2 and not any(one.holds in {"cofinancing", "paid", "payer"} for one in columns)):  # noqa: PLR2004 - a list
        for line in lines[heads:]:
            known = len(context.parts.entries)
            read_line(_kept(line, columns), context)
            amounts_here = [cents_of(cell_at(line, at)) for at, one in enumerate(columns) if one.holds == "amount"]
            for entry in context.parts.entries[known:]:
                if entry.of_it and entry.literal.role == "cost" and entry.literal.cents not in amounts_here:
                    entry.meanings.insert(0, Meaning("remark", entry.literal.cents))
                if entry.literal.role == "cost":
                    entry.years = _dated(line, columns, entry.literal.cents)
                if entry.wrong is None and entry.literal.role == "cost":
                    entry.wrong, entry.words = wrong_product(line, entry.literal.cents)
        return
    _Table(columns, context).read(lines[heads:])


def _dated(line: BudgetLine, columns: Sequence[BudgetColumn], whole: int) -> dict[str, int]:
    """Return what of a row falls in which year, where a column says it: `2026`, or `2026: 1.000; 2027: 500`."""
    said = [cell_at(line, at) for at, one in enumerate(columns) if one.holds == "years"]
    parts = [part.partition(":") for cell in said for part in cell.split(";")]
    return {year: cents_of(cents) or whole for when, _, cents in parts if (year := year_of(when))}


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
            if all(one is None for one in figures):
                self._words(line)
            else:
                self._row(line, figures)
        if self.covers and lines:
            self._cover(lines[-1])

    @property
    def covers(self) -> bool:
        """Whether it says who covers costs that were named before: “Dekking per betaler”, a column for each."""
        return self.context.paid and sum(one.holds == "paid" for one in self.columns) > 1

    def _cover(self, line: BudgetLine) -> None:
        """Take what each payer pays in all."""
        for column, cents in zip(self.columns, self.sums, strict=True):
            if column.holds == "paid" and cents:
                payer = column.payer or "other"
                role: BudgetRole = "asked" if payer == "programme" else "payer"
                self.context.parts.entries.append(BudgetEntry(line, column.head, [Meaning(role, cents, payer)]))

    def _nobody(self, lines: Sequence[BudgetLine]) -> None:
        """Note what a column for cofinancing says, be it no in every row."""
        said = [
            cell_at(line, at).lower() for line in lines for at, one in enumerate(self.columns)
            if one.holds == "cofinancing" and cell_at(line, at)
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
        self._note_payers(line)
        label = self._label(line)
        named = [one.value for one in annotate(label).money if one.certainty >= SURE and not one.open]
        if len([cell for cell in line.cells if cell.strip()]) <= 1:
            read_line(line, self.context)
        elif len(named) == 1:  # “Coach, 2 x € 450” with nothing in the column of the amount
            self._cost_row(line, label, [named[0] if one.holds == "amount" else None for one in self.columns])
        else:
            self._unpriced(line)

    def _unpriced(self, line: BudgetLine) -> None:
        """Note a cost without an amount; who pays it pays something that is not known."""
        self.context.parts.unpriced.append(line)
        for at, column in enumerate(self.columns):
            if column.holds in {"cofinancing", "payer"} and cell_at(line, at).lower() not in NOTHING:
                self.context.parts.unpriced_payer = True

    def _figure(self, line: BudgetLine, at: int) -> int | None:
        cell, holds = cell_at(line, at), self.columns[at].holds
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
        elif role in {"payer", "asked"} or (self.total_seen and (self._amount(figures) or 0) < 0):
            self._paid_row(line, label, figures, role)
        else:
            self._cost_row(line, label, figures)

    def _label(self, line: BudgetLine) -> str:
        cells = [cell_at(line, at) for at, one in enumerate(self.columns) if one.holds in {"item", "text"}]
        return next((cell for cell in cells if cell), "")

    def _role(self, label: str, line: BudgetLine) -> str:
        stream = annotate(label).stream
        words = {table for at in range(len(stream)) for table in stream.matches[at]}
        if "subtotals" in words:
            return "subtotal"
        opens = bool(len(stream)) and ("totals" in stream.matches[0] or "rests" in stream.matches[0])
        if "totals" in words and (opens or len(stream) <= SHORT_LABEL):
            return "total"
        if not label and (line.bold or self._makes_sum(line)):
            return "total"
        return "cost" if self.covers else self._role_by_payer(stream, words)

    def _role_by_payer(self, stream: Stream, words: set[str]) -> str:
        """Return whether a row behind the total, or below a heading on who pays, is asked or paid by others."""
        payer = payer_in(stream)
        if self.total_seen or self.context.paid or "of_it" in words:
            if payer == "programme" or "asked" in words:
                return "asked"
            if payer is not None or "of_it" in words or self.context.paid:
                return "payer"
        return "cost"

    def _makes_sum(self, line: BudgetLine) -> bool:
        figures = [self._figure(line, at) for at in range(len(self.columns))]
        return any(one and one == total for one, total in zip(figures, self.sums, strict=True))

    def _cost_row(self, line: BudgetLine, label: str, figures: Sequence[int | None]) -> None:
        self._note_payers(line)
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
        entry = BudgetEntry(line, label, [Meaning("cost", whole)], rough=self._is_rough(line))
        entry.years = years or _dated(line, self.columns, whole)
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
        if not self.covers:
            self.context.parts.entries.append(entry)
        for at, figure in enumerate(figures):
            self.sums[at] += figure or 0
            self.since[at] += figure or 0
        self.context.last = "cost"

    def _is_rough(self, line: BudgetLine) -> bool:
        cells = (cell_at(line, at) for at, one in enumerate(self.columns) if one.holds == "amount")
        return any(one.about for cell in cells for one in annotate(cell).money)

    def _wrong_price(self, line: BudgetLine, whole: int) -> tuple[tuple[int, int], str] | None:
        """Return what a row states and what its number times its price is, where the two differ."""
        count, price = (
            next(
                (
                    cents
                    for at, one in enumerate(self.columns)
                    if one.holds == holds and (cents := cents_of(cell_at(line, at)))
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
        cells = {one.holds: cell_at(line, at) for at, one in enumerate(self.columns) if cell_at(line, at)}
        who, said = cells.get("payer", ""), cells.get("cofinancing", "")
        if not said and (several := payers_apart(who, whole)):
            self._paid_together(entry, several, whole)
            return
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

    def _paid_together(self, entry: BudgetEntry, several: Mapping[Payer, int | None], whole: int) -> None:
        """Take what several pay of a cost; where it is not said how much the programme does, that stays open."""
        if None not in several.values():
            entry.paid |= {payer: cents or 0 for payer, cents in several.items() if payer != "programme"}
        elif "programme" not in several:
            entry.paid["other"] = whole
        else:
            self.context.parts.unpriced_payer = self.context.parts.shares_open = True

    def _total_row(self, line: BudgetLine, figures: Sequence[int | None], role: str) -> None:
        sums = self.since if role == "subtotal" else self.sums
        amount = self._amount(figures)
        years = [cents for at, cents in enumerate(figures) if self.columns[at].holds == "year" and cents is not None]
        whole = amount if amount is not None else sum(years) if years else None
        self._check_columns(line, figures, sums)
        self.since = [0] * len(self.columns)
        if whole is None or self.covers:
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
        whole = abs(amount if amount is not None else sum(years))
        named = payer_in(annotate(label).stream)
        weight = DEPARTURE if named is None else UNLIKELY
        meaning = Meaning("asked", whole, "programme") if role == "asked" else Meaning("payer", whole, named or "other")
        self.context.parts.entries.append(
            BudgetEntry(
                line, label, [meaning, Meaning("cost", whole, weight=weight), Meaning("remark", whole, weight=weight)]
            )
        )
        self.context.last = role


SHORT_LABEL = 4
"""Words of a label in which the word for a total may stand behind another: “Kosten totaal (incl. btw)”."""


SURE = 0.55
WHOLE = 100
