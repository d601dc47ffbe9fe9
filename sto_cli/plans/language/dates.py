"""Days and months as people write them in a plan.

A plan asks for `2026-10-01` or `2026-10`. What people write as well (`1 oktober 2026`, `1-10-2026`, `okt 2026`) is
read too, in the Dutch order of day, month, year, so that a repair can be offered and other rules can go on.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

PROGRAMME_START = date(2025, 1, 1)
PROGRAMME_END = date(2028, 12, 31)
"""The years that the subsidy regulation 2025–2028 is for (its title; Stcrt. 2024, 11193)."""

_MONTHS = {
    "jan": 1, "januari": 1, "january": 1, "feb": 2, "febr": 2, "februari": 2, "february": 2, "mrt": 3, "maart": 3,
    "mar": 3, "march": 3, "apr": 4, "april": 4, "mei": 5, "may": 5, "jun": 6, "juni": 6, "june": 6, "jul": 7, "juli": 7,
    "july": 7, "aug": 8, "augustus": 8, "august": 8, "sep": 9, "sept": 9, "september": 9, "okt": 10, "oct": 10,
    "oktober": 10, "october": 10, "nov": 11, "november": 11, "dec": 12, "december": 12,
}  # fmt: skip
_NO_NAMES = {"jan", "may", "mar"}
"""Months' short names that are people's names or other words as well, so no sign of a time in free text."""

_TIME = re.compile(
    r"\b20\d\d\b|\b\d{1,2}[-/]\d{1,2}[-/]\d{2,4}\b|\b(?:"
    + "|".join(sorted(set(_MONTHS) - _NO_NAMES, key=len, reverse=True))
    + r")\b"
)

_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_ISO_LOOSE = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[t ]\d{1,2}:\d{2}(?::\d{2})?z?)?")
_NUMBERS = re.compile(r"(\d{1,2})[-/. ]{1,2}(\d{1,2})[-/. ]{1,2}(\d{4}|\d{2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/](\d{4})")
_WEEKDAY = (
    r"(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun"
)
_NAMED = re.compile(
    rf"(?:(?:(?:{_WEEKDAY})\.?,? )?(\d{{1,2}})(?:e|st|nd|rd|th)?\.?[- ])?([a-z]{{3,9}})\.?,?[- ]'?(\d{{4}}|\d{{2}})"
)
_NAMED_ENGLISH = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")

_ANY_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))

_AFTER = {"na", "after"}
_BEFORE = {"voor", "vóór", "before"}

_IN_TEXT = re.compile(
    rf"(?:\b(?P<around>{'|'.join(sorted(_AFTER | _BEFORE))}) )?(?<![\w/-])(?P<when>"
    rf"20\d\d-\d{{2}}(?:-\d{{2}})?|\d{{1,2}}[-/]\d{{1,2}}[-/]20\d\d|"
    rf"(?:\d{{1,2}}(?:e|st|nd|rd|th)? )?(?:{_ANY_MONTH})\.? 20\d\d|"
    rf"(?:{_ANY_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?,? 20\d\d)(?![\w/-])"
)
_YEAR_ALONE = re.compile(r"\b20\d\d\b")

LONGEST_MONTH = 31

LONGEST = 40
"""No date is written longer ("woensdag 30 september 2026" has 26 characters)."""


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


def read_when(written: str) -> When | None:
    """Read a day or a month in any of the ways that people write one; None when it is none, or does not exist."""
    text = " ".join(written.split()).lower()
    if len(text) > LONGEST:
        return None
    parts = _iso(text) or _numbers(text) or _named(text)
    if parts is None:
        return None
    year, month, day = parts
    try:
        if day is None:
            last = calendar.monthrange(year, month)[1]
            return When(date(year, month, 1), date(year, month, last), written)
        return When(date(year, month, day), date(year, month, day), written)
    except (ValueError, calendar.IllegalMonthError):
        return None


def names_a_time(text: str) -> bool:
    """Whether free text says when: a year of the programme's century, a month's name, or a written date."""
    return bool(_TIME.search(text.lower()))


def when_in(text: str) -> When | None:
    """Return the day or month that free text names, where that is plain ("In maart 2027 is de werkruimte klaar").

    None when it names none with its year, several ("van maart tot juni 2027"), or a month before or after which
    something happens ("voor maart 2027"). A text in which one is found `names_a_time`.
    """
    line = " ".join(text.split()).lower()
    found = list(_IN_TEXT.finditer(line))
    whens = [read_when(one["when"]) for one in found]
    if not whens or None in whens or len({(one.first, one.last) for one in whens if one}) > 1:
        return None
    if _TIME.search(_YEAR_ALONE.sub("", _IN_TEXT.sub("", line))):
        return None  # another month or day beside it
    when = whens[0]
    return None if when is None or _beside(found[0]["around"], when) else when


def _beside(word: str | None, when: When) -> bool:
    """Whether a word says that it is not this day or month: before a day is by that day, before a month is not."""
    return word in _AFTER or (word in _BEFORE and when.first != when.last)


def _iso(text: str) -> tuple[int, int, int | None] | None:
    found = _ISO.fullmatch(text) or _ISO_LOOSE.fullmatch(text)
    return (int(found[1]), int(found[2]), int(found[3]) if found[3] else None) if found else None


def _numbers(text: str) -> tuple[int, int, int | None] | None:
    if found := _NUMBERS.fullmatch(text):
        return _year(found[3]), int(found[2]), int(found[1])
    if found := _MONTH_YEAR.fullmatch(text):
        return int(found[2]), int(found[1]), None
    return None


def _named(text: str) -> tuple[int, int, int | None] | None:
    if (found := _NAMED.fullmatch(text)) and found[2] in _MONTHS and not _may_be_day(found):
        return _year(found[3]), _MONTHS[found[2]], int(found[1]) if found[1] else None
    if (found := _NAMED_ENGLISH.fullmatch(text)) and found[1] in _MONTHS:
        return int(found[3]), _MONTHS[found[1]], int(found[2])
    return None


def _may_be_day(found: re.Match[str]) -> bool:
    """Whether two digits behind a month are rather a day than a year: “March 15”."""
    return found[1] is None and len(found[3]) == 2 and _year(found[3]) < PROGRAMME_START.year - 1  # noqa: PLR2004


def _year(digits: str) -> int:
    """Read two digits as a year of this century: a plan is about the years to come."""
    return int(digits) if len(digits) == 4 else 2000 + int(digits)  # noqa: PLR2004
