"""From the names of times to their days: months, quarters, seasons, school years, feasts and school holidays."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

PROGRAMME_START = date(2025, 1, 1)
PROGRAMME_END = date(2028, 12, 31)
"""The years that the subsidy regulation 2025–2028 is for (its title; Stcrt. 2024, 11193)."""


class Days(NamedTuple):
    """A first and a last day."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Moment:
    """A time by its kind and numbers (a day has month and day), in a year or (None) in any.

    `part` is begin, half or end of it; the name of a day is its weekday (0 is Monday), where that stands with it. The
    year of a school year is that in which it begins.
    """

    kind: str
    numbers: tuple[int, ...] = ()
    name: str = ""
    year: int | None = None
    part: str = ""


def days_of(moment: Moment, year: int) -> Days | None:
    """Return the days of a moment in a year; None where it does not exist then."""
    try:
        days = _KINDS[moment.kind](moment, moment.year or year)
    except (ValueError, OverflowError, calendar.IllegalMonthError):
        return None
    return days


def months(year: int, first: int, last: int) -> Days:
    """Return the days from one month to another; month 13 is January of the next year."""
    begin, first = year + (first - 1) // 12, (first - 1) % 12 + 1
    until, last = year + (last - 1) // 12, (last - 1) % 12 + 1
    return Days(date(begin, first, 1), date(until, last, calendar.monthrange(until, last)[1]))


def _day(moment: Moment, year: int) -> Days:
    day = date(year, *moment.numbers)
    return Days(day, day)


def _days(moment: Moment, year: int) -> Days:
    day = date(year, *moment.numbers[:2])
    return Days(day, day + timedelta(moment.numbers[2]))


def _month(moment: Moment, year: int) -> Days:
    return months(year, moment.numbers[0], moment.numbers[0])


def _month_range(moment: Moment, year: int) -> Days:
    return months(year, moment.numbers[0], moment.numbers[1])


def _quarter(moment: Moment, year: int) -> Days:
    return months(year, 3 * moment.numbers[0] - 2, 3 * moment.numbers[0])


def _half(moment: Moment, year: int) -> Days:
    return months(year, 6 * moment.numbers[0] - 5, 6 * moment.numbers[0])


def _week(moment: Moment, year: int) -> Days:
    monday = date.fromisocalendar(year, moment.numbers[0], 1)
    return Days(monday, monday + timedelta(6))


def _week_of_month(moment: Moment, year: int) -> Days:
    month, number = moment.numbers
    whole = months(year, month, month)
    first = whole.first + timedelta(7 * (number - 1)) if number > 0 else whole.last - timedelta(6)
    return Days(first, first + timedelta(6))


def _year(moment: Moment, year: int) -> Days:
    return months(year, *PARTS_OF_YEAR[moment.part])


def _school_year(moment: Moment, year: int) -> Days:
    return months(year, *PARTS_OF_SCHOOL_YEAR[moment.part])


PARTS_OF_YEAR = {"": (1, 12), "begin": (1, 3), "half": (5, 8), "end": (10, 12), "1": (1, 6), "2": (7, 12)}
PARTS_OF_SCHOOL_YEAR = {"": (8, 19), "begin": (8, 9), "half": (13, 14), "end": (18, 19), "1": (8, 13), "2": (14, 19)}
"""Parts by their first and last month; of a school year, month 13 is January."""


def _feast(moment: Moment, year: int) -> Days:
    day = easter(year) + timedelta(moment.numbers[0])
    return Days(day, day + timedelta(moment.numbers[1] if len(moment.numbers) > 1 else 0))


def _holiday(moment: Moment, year: int) -> Days | None:
    return school_holidays().get((moment.name, year)) or months(year, *_USUAL_MONTHS[moment.name])


_USUAL_MONTHS = {"spring": (2, 3), "may": (4, 5), "summer": (7, 8), "autumn": (10, 10), "christmas": (12, 13)}


@lru_cache(maxsize=1)
def school_holidays() -> dict[tuple[str, int], Days]:
    """Return the school holidays by name and year, from the first day in any region to the last in any."""
    from sto_cli.plans.language.lexicon import table_text  # noqa: PLC0415 - read where a text names a holiday

    found: dict[tuple[str, int], Days] = {}
    for line in table_text("_school_holidays").splitlines():
        if line.startswith("# ") or not line:
            continue
        name, _, first, last = line.split("\t")[:4]
        days = Days(date.fromisoformat(first), date.fromisoformat(last))
        before = found.get((name, days.first.year), days)
        found[name, days.first.year] = Days(min(days.first, before.first), max(days.last, before.last))
    return found


def easter(year: int) -> date:
    """Return Easter Sunday (the algorithm of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


_KINDS: dict[str, Callable[[Moment, int], Days | None]] = {
    "day": _day, "days": _days, "month": _month, "months": _month_range, "quarter": _quarter, "half": _half,
    "week": _week,
    "week-of-month": _week_of_month, "year": _year, "school-year": _school_year, "feast": _feast, "holiday": _holiday,
}  # fmt: skip
