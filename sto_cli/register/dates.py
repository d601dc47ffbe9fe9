"""Dates as the register writes them: a year, a month or a day."""

from __future__ import annotations

import calendar
import re
from datetime import date

PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"


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
    if parts == 0:
        return date(first.year, 12, 31)
    if parts == 1:
        return first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return first
