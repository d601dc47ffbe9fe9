"""What a text says, as typed spans: each keeps its place, its words and how certain it is.

`start` and `end` are characters of the text (half open), `certainty` runs from 0 to 1; below `SURE` a reader would ask.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Literal

from sto_cli.plans.language.calendar_days import PROGRAMME_END, PROGRAMME_START, Days, Moment, days_of

SURE = 0.7
"""Certainty from which on a value counts as known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSpan:
    """A part of a text with its words."""

    start: int
    end: int
    words: str
    certainty: float = 1.0

    @property
    def sure(self) -> bool:
        """Whether a value counts as known."""
        return self.certainty >= SURE


MONTHS_OF_YEAR = 12

Relation = Literal["at", "by", "before", "after", "from", "until"]
TimeRange = tuple[date, date]
"""The first and the last day between which a time without a year is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSpan(TextSpan):
    """A time, from the first day of `first` to the last of `last`; a moment without a year is open.

    `relation` is the word before it (“voor”, “vanaf”). `months` and `after` are those of a time that is counted from
    another: “een half jaar na de start”.
    """

    first: Moment
    last: Moment
    relation: Relation = "at"
    months: Fraction | None = None
    after: Literal["start", "before", None] = None

    @property
    def open_year(self) -> bool:
        """Whether its year is not said."""
        return self.last.year is None

    def readings(self, within: TimeRange | None = None) -> tuple[Days, ...]:
        """Return the days that it may mean: one for each year of the period that has room for it."""
        if self.after is not None:
            return ()
        if self.last.year is not None:
            days = [self._in_year(0)]
            if self._is_winter:
                days.insert(0, days_of(replace(self.last, year=self.last.year - 1), 0))
            return tuple(one for one in days if one)
        start, end = within or (PROGRAMME_START, PROGRAMME_END)
        possible = (self._in_year(year) for year in range(start.year, end.year + 1))
        return tuple(days for days in possible if days and start <= days.last <= end and self._fits_weekday(days))

    @property
    def _is_winter(self) -> bool:
        """Whether it is a winter of one year, which may be that at its begin or at its end."""
        return self.last.name == "season" and self.last.numbers[-1] > MONTHS_OF_YEAR

    def _fits_weekday(self, days: Days) -> bool:
        """Whether a day without a year falls on the weekday that is named."""
        return self.last.kind != "day" or not self.last.name or str(days.last.weekday()) == self.last.name

    def days(self, within: TimeRange | None = None) -> Days | None:
        """Return the days that it means; None where that has to be asked."""
        found = self.readings(within)
        return found[0] if len(found) == 1 else None

    def _in_year(self, year: int) -> Days | None:
        last = days_of(self.last, self.last.year or year)
        if self.first is self.last or last is None:
            return last
        first = days_of(self.first, self.first.year or last.last.year)
        if first and first.first > last.last and self.first.year is None:
            first = days_of(self.first, last.last.year - 1)
        return Days(first.first, last.last) if first and first.first <= last.last else None


Per = Literal["hour", "day", "week", "month", "year", "pupil", "piece", "time"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneySpan(TextSpan):
    """An amount in euro cents. `factors` are those of a product, `stated` says that its outcome stands there too.

    `per` is what it is the price of one of; `low` the lower end of a range, `other` what else
    it may count for; `bare` has no sign of money.
    """

    cents: int
    about: bool = False
    per: Per | None = None
    factors: tuple[Fraction, ...] = ()
    stated: int | None = None
    low: int | None = None
    other: int | None = None
    bare: bool = False
    open: bool = False
    """Whether an amount is promised and not given: PM, stelpost, n.t.b."""

    @property
    def value(self) -> int:
        """What the writer counts with: the outcome that is stated, else the amount."""
        return self.cents if self.stated is None else self.stated

    @property
    def wrong(self) -> bool:
        """Whether the stated outcome is not the product."""
        return self.stated is not None and self.stated != self.cents


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantitySpan(TextSpan):
    """A number of something: `unit` is pupil, class, hour, day, percent …; `aim` says that it is to be reached."""

    number: Fraction
    unit: str
    about: bool = False
    last: Fraction | None = None


StanceName = Literal["agreed", "planned", "hoped", "denied", "open", "rejected"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceSpan(TextSpan):
    """How firm something is."""

    name: StanceName


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceholderSpan(TextSpan):
    """A place that is still open: TODO, dots, “volgt”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermSpan(TextSpan):
    """A word of the lexicon: its table and value; `first` and `last` are tokens (half open)."""

    table: str
    value: str
    first: int
    last: int
