"""What a plan costs, who pays it and what is asked of the programme: the budget, as its best reading gives it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from sto_cli.files.yaml.reader import KeyPath
from sto_cli.findings import Place
from sto_cli.plans.language.spans import MoneySpan

Payer = Literal["programme", "company", "school", "other_subsidy", "municipality", "other"]
OTHERS: tuple[Payer, ...] = ("company", "school", "other_subsidy", "municipality", "other")
"""Who pays beside the programme; `other` is somebody whom no word of the lexicon puts in a class."""

ROUNDING = 100
"""Cents: a total in whole euros may differ by less than one euro from amounts with cents."""

LAST_OF_FIRST_HALF = 2026
"""The programme is settled in two halves: 2025–2026 and 2027–2028."""

Breach = Literal["sum", "subtotal", "row", "column", "asked", "asked-twice", "paid", "product", "share", "exceeds"]
BudgetRole = Literal["cost", "total", "subtotal", "asked", "payer", "paid-total", "gift", "remark"]


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """A row, a point or a sentence that may speak of money: its cells, and where it stands.

    `headings` are those above it, the nearest last. Lines of one `table` have columns. `elsewhere`: it stands outside
    the answer on resources, where only what is asked and the total are looked for. `head`: a row that heads columns;
    `total`: what stands under the heading of the total.
    """

    cells: tuple[str, ...]
    place: Place | None = None
    path: KeyPath = ()
    headings: tuple[str, ...] = ()
    table: int | None = None
    elsewhere: bool = False
    total: bool = False
    bold: bool = False
    point: bool = False
    head: bool = False
    last: Place | None = None
    wrapped: tuple[tuple[int, Place], ...] = ()
    """Where the further lines of a text begin, by their first character; `last`: where the last cell of a row does."""

    def at(self, offset: int) -> BudgetLine:
        """Return the line with the place of a character of its text."""
        place = next((place for start, place in reversed(self.wrapped) if start <= offset), self.place)
        return self if place is self.place else replace(self, place=place)


@dataclass(frozen=True, slots=True)
class BudgetAmount:
    """An amount as the best reading takes it; `paid` is what others pay of it, in cents; `span` its words."""

    role: BudgetRole
    cents: int
    line: BudgetLine = field(compare=False)
    paid: int = 0
    payers: tuple[Payer, ...] = ()
    span: MoneySpan | None = None


@dataclass(frozen=True, slots=True)
class BudgetCost:
    """A cost in cents (None where it has no amount), with who pays of it how much, and in which years."""

    text: str
    cents: int | None
    line: BudgetLine = field(compare=False)
    paid: dict[Payer, int] = field(default_factory=dict)
    years: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two figures that do not agree, in cents, and the line that states the first."""

    kind: Breach
    stated: int
    right: int
    line: BudgetLine | None = field(default=None, compare=False)
    words: str = ""

    @property
    def place(self) -> Place | None:
        """Where the figure stands that is stated."""
        return self.line.place if self.line is not None else None


@dataclass(frozen=True, slots=True)
class Budget:
    """A budget in cents; None where the plan does not say.

    `total` is what the plan calls the total, or else the sum of the costs; `asked` what is asked of the programme;
    `others` all that others pay, the school included. `certain` is False where figures contradict each other, or an
    amount is open or only about so much: then none of them is known.
    """

    costs: tuple[BudgetCost, ...] = ()
    total: int | None = None
    stated_total: int | None = None
    asked: int | None = None
    others: int | None = None
    payers: dict[Payer, int] = field(default_factory=dict)
    years: dict[str, int] = field(default_factory=dict)
    certain: bool = False
    contradictions: tuple[Contradiction, ...] = ()
    total_line: BudgetLine | None = field(default=None, compare=False)
    asked_line: BudgetLine | None = field(default=None, compare=False)
    payer_lines: dict[Payer, BudgetLine] = field(default_factory=dict, compare=False)
    amounts: tuple[BudgetAmount, ...] = ()
    unclear: tuple[tuple[BudgetLine, MoneySpan], ...] = field(default=(), compare=False)
    """Numbers times each other that may be the size of a thing as well."""
    payer_said: bool = False
    """Whether something is said about who else pays, be it that nobody does."""
    other_subsidy: BudgetLine | None = field(default=None, compare=False)
    """The first line that lets another subsidy pay, be it not how much."""
    others_open: bool = False
    """Whether somebody pays something of which the amount is not said."""

    @property
    def listed(self) -> int | None:
        """The sum of the costs that have an amount; None when none has."""
        amounts = [cost.cents for cost in self.costs if cost.cents is not None]
        return sum(amounts) if amounts else None

    @property
    def others_paid(self) -> int | None:
        """What others pay by the amounts themselves; 0 where nobody does, None where that is not said."""
        paid = sum(self.payers.values())
        return paid if paid else 0 if self.others == 0 else None

    @property
    def settled(self) -> bool:
        """Whether a total that is stated is the sum of several costs, so that no doubt about one of them is left."""
        return self.stated_total is not None and len(self.costs) > 1 and self.contradiction("sum") is None

    @property
    def halves(self) -> dict[str, int] | None:
        """What falls in which half of the programme, in cents, and what has no year; None without any year."""
        if not self.years or self.total is None:
            return None
        first = sum(cents for year, cents in self.years.items() if int(year[-4:]) <= LAST_OF_FIRST_HALF)
        second = sum(cents for year, cents in self.years.items() if int(year[:4]) > LAST_OF_FIRST_HALF)
        return {"2025-2026": first, "2027-2028": second, "undated": max(self.total - first - second, 0)}

    def contradiction(self, kind: Breach) -> Contradiction | None:
        """Return the first contradiction of a kind."""
        return next((one for one in self.contradictions if one.kind == kind), None)

    def sums(self) -> list[Contradiction]:
        """Return subtotals, rows and columns that do not come out, one a line, beside the total itself."""
        whole = self.contradiction("sum")
        found: dict[int, Contradiction] = {}
        for one in self.contradictions:
            beside = whole is not None and one.line is whole.line
            if one.kind in {"subtotal", "row", "column", "paid"} and not beside:
                found.setdefault(id(one.line), one)
        return list(found.values())

    def follows_from_sum(self, one: Contradiction) -> bool:
        """Whether what is asked fits the costs, and only the total is wrong."""
        whole = self.contradiction("sum")
        return whole is not None and abs(whole.stated - whole.right) == abs(one.stated - one.right)
