"""A day, a month or a longer time of a plan, with the words that say it."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from sto_cli.plans.language.calendar_days import PROGRAMME_END, PROGRAMME_START

LONGEST_MONTH = 31


@dataclass(frozen=True, slots=True)
class When:
    """A day, a month, or a longer time such as a quarter: its first and last day, and the text that was written.

    `whole` says that `iso` holds all that was written, so that a repair may put it in its place: of a quarter, or of
    “eind november 2026”, something would be lost.
    """

    first: date
    last: date
    written: str
    whole: bool = True

    @property
    def iso(self) -> str:
        """As a plan asks for it: `2026-10-01` or `2026-10`; a longer time counts to its last day."""
        if self.last - self.first > timedelta(LONGEST_MONTH - 1):
            return self.last.isoformat()
        month = self.first.day == 1 and self.last != self.first and _ends_month(self.last)
        return self.first.isoformat()[: len("2026-10")] if month else self.last.isoformat()

    @property
    def plain(self) -> bool:
        """Whether it was written so."""
        return self.written.strip() == self.iso


def _ends_month(day: date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]


def outside_programme(when: When) -> bool:
    """Whether a day or month has no day in common with the programme."""
    return when.last < PROGRAMME_START or when.first > PROGRAMME_END
