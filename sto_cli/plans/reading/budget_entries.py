"""The parts of a budget before they are weighed: each amount with the roles that it may have, the literal one first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from sto_cli.plans.language.spans import MoneySpan
from sto_cli.plans.reading.budget import BudgetLine, BudgetRole, Payer

DEPARTURE, UNLIKELY = 0.3, 1.2
"""What a meaning weighs that the words leave room for, and one against the words; a contradiction weighs 1."""


class Meaning(NamedTuple):
    """What an amount may be: its role, its cents, who pays it, and what it weighs not to be read as its words say."""

    role: BudgetRole
    cents: int
    payer: Payer | None = None
    weight: float = DEPARTURE


class Clause(NamedTuple):
    """An amount with the tokens around it: from the amount before to this one, and from this one to the next.

    `near` ends at the first comma or bracket behind the amount.
    """

    money: MoneySpan
    first: int
    last: int
    before: int
    after: int
    near: int


@dataclass(slots=True)
class BudgetEntry:
    """An amount of a line with its possible meanings, the literal one first.

    `paid` is what others pay of a cost, `years` what falls in which year; `rough` says that it is about so much, `open`
    that it is promised, `unsure` that the number may be no amount. `sentence` counts the sentences, so that what
    belongs together is known.
    """

    line: BudgetLine
    label: str
    meanings: list[Meaning]
    paid: dict[Payer, int] = field(default_factory=dict)
    years: dict[str, int] = field(default_factory=dict)
    asked: int | None = None
    rough: bool = False
    unsure: bool = False
    open: bool = False
    sentence: int = 0
    of_it: bool = False
    span: MoneySpan | None = None
    words: str = ""
    wrong: tuple[int, int] | None = None
    """A product whose outcome is another number: what is stated, and what is right."""

    @property
    def literal(self) -> Meaning:
        """What it is by its words."""
        return self.meanings[0]

    def pay_shares(self, shares: Mapping[Payer, Fraction]) -> None:
        """Note which parts of a cost others pay."""
        self.paid |= {who: round(self.literal.cents * part) for who, part in shares.items() if who != "programme"}

    def may_be(self, role: BudgetRole, cents: int | None = None, payer: Payer | None = None) -> None:
        """Add a meaning, where it is none yet."""
        meaning = Meaning(role, self.literal.cents if cents is None else cents, payer)
        if meaning not in self.meanings:
            self.meanings.append(meaning)


class NamedShare(NamedTuple):
    """A share that others pay, from 0 to 1, and the amount beside it in cents; None where it is of all that they pay.

    `wholes` are the costs of which it may be the share, beside the total and all costs together.
    """

    share: Fraction
    paid: int | None
    wholes: tuple[int, ...]
    line: BudgetLine
    words: str


class PaidThing(NamedTuple):
    """Who pays which part of a thing that is named, without its amount: “Lely betaalt de drone”."""

    words: frozenset[str]
    payer: Payer
    share: Fraction


@dataclass(slots=True)
class BudgetParts:
    """All amounts of a budget in their order, and what is said without an amount.

    `all_asked`: all of it is asked of the programme; `nobody_else`: nobody else pays; `unpriced_payer`: somebody pays
    something that has no amount; `shares_open`: the programme pays a cost together with others, how much is
    not said; `other_subsidy` is the first line that lets another subsidy pay; `row_breaches` are sums within tables
    that do not come out; `unclear` are numbers times each other that may be the size of a thing.
    """

    entries: list[BudgetEntry] = field(default_factory=list)
    all_asked: bool = False
    nobody_else: bool = False
    unpriced_payer: bool = False
    paid_things: list[PaidThing] = field(default_factory=list)
    shares_open: bool = False
    payer_said: bool = False
    row_breaches: list[tuple[str, int, int, BudgetLine]] = field(default_factory=list)
    unpriced: list[BudgetLine] = field(default_factory=list)
    shares: list[NamedShare] = field(default_factory=list)
    other_subsidy: BudgetLine | None = None
    unclear: list[tuple[BudgetLine, MoneySpan]] = field(default_factory=list)
