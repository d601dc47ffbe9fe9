"""Dates as the register writes them: a year, a month or a day."""

import re
from datetime import date, timedelta

from sto_cli.messages import N_, Message

HOW_DATES_ARE_WRITTEN = N_("Write a year, a month or a day: 2021, 2021-10 or 2021-10-01.")

DECEMBER = 12

PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"

DAY_FIRST = r"(?a:(?:(\d{1,2})[-/. ])?(\d{1,2})[-/. ](\d{4}))"
YEAR_FIRST = r"(?a:(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?)"


def as_register(written: str) -> str | None:
    """Return a date that is written in the Dutch order or loosely as the register writes it; None when it is none.

    `1-8-2020` → `2020-08-01`, `8/2020` → `2020-08`, `2020-8-1` → `2020-08-01`.
    """
    text = written.strip()
    if found := re.fullmatch(DAY_FIRST, text):
        day, month, year = found.groups()
    elif found := re.fullmatch(YEAR_FIRST, text):
        year, month, day = found.groups()
    else:
        return None
    date_ = "-".join([year, month.zfill(2), *([day.zfill(2)] if day else [])])
    return date_ if first_day(date_) else None


def first_day(written: str) -> date | None:
    """Return the first day of a year, month or day (`2021-10` → 1 October 2021), or None if it is none."""
    if not re.match(PATTERN, written):
        return None
    year, month, day = [*map(int, written.split("-")), 1, 1][:3]
    try:
        return date(year, month, day)
    except ValueError:
        return None


def last_day(written: str) -> date | None:
    """Return the last day of a year, month or day (`2021-10` → 31 October 2021), or None if it is none."""
    first = first_day(written)
    if first is None:
        return None
    parts = written.count("-")
    if parts == 0 or (parts == 1 and first.month == DECEMBER):
        return date(first.year, DECEMBER, 31)
    if parts == 1:
        return first.replace(month=first.month + 1) - timedelta(days=1)
    return first


def written_date(date: str) -> Message:
    """Say a year, a month or a day of the register: 2021, October 2021, 1 October 2021."""
    day = first_day(date)
    if day is None:
        return Message("{text}", {"text": date})
    if date.count("-") == 2:  # noqa: PLR2004 - year-month-day
        return Message("{day}", {"day": day})
    if "-" in date:
        return Message("{month} {year}", {"month": Message(f"{day:%B}"), "year": date[:4]})
    return Message("{year}", {"year": date})
