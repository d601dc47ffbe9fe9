"""Words of texts: counting them, and quoting a text in a sentence."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import TYPE_CHECKING

from sto_cli.files.personal import without_addresses
from sto_cli.messages import N_, Message, message

if TYPE_CHECKING:
    from sto_cli.plans.language.dates import When

QUOTED = 50
"""Characters of a text that a sentence quotes: enough to recognise it, and the sentence stays one line."""

_SENTENCE_END = re.compile(r"(?:^|[\s-])[\w’']{3,}\.$")
"""A word and a point, but no abbreviation such as "n.t.b." or "e.o."."""

_WORD = re.compile(r"[^\W\d_][\w'’-]*", re.UNICODE)


def quoted(text: object, longest: int = QUOTED) -> str:
    """Return a text for use in a sentence: on one line without addresses, and cut at a word when it is long."""
    line = without_addresses(" ".join(str(text)[: 4 * QUOTED].split()))
    if len(line) <= longest:
        return f"“{_without_point(line)}”"
    return f"“{line[:longest].rsplit(' ', 1)[0].rstrip(' ,.;:')}…”"


def _without_point(line: str) -> str:
    """Take away the point at the end of a sentence: the sentence that quotes it has one of its own."""
    return line[:-1] if _SENTENCE_END.search(line) else line


def said_when(when: When) -> Message:
    """Write a time out: 1 October 2026, October 2026, the first quarter of 2027, 1 January … up to and including …."""
    if when.first == when.last:
        return Message("{day}", {"day": when.first})
    return _named(when) or message("{start} up to and including {end}", start=when.first, end=when.last)


def said_between(start: When, end: When) -> Message:
    """Write a time from one moment to another, of which each may be a day, a month or longer."""
    named = {
        name: _named(one) or message("{day}", day=day)
        for name, one, day in (("start", start, start.first), ("end", end, end.last))
    }
    return message("{start} to {end}", **named)


def said_in(when: When) -> Message:
    """Write a time as it stands in a sentence: on 1 October 2026, in October 2026, in the spring of 2027, between …."""
    if when.first == when.last:
        return message("on {day}", day=when.first)
    named = _named(when)
    if named is None:
        return message("between {start} and {end}", start=when.first, end=when.last)
    return message("in {month}", month=named)


_THREE_MONTHS = {
    1: N_("the first quarter of {year}"), 4: N_("the second quarter of {year}"), 7: N_("the third quarter of {year}"),
    10: N_("the fourth quarter of {year}"), 3: N_("the spring of {year}"), 6: N_("the summer of {year}"),
    9: N_("the autumn of {year}"),
}  # fmt: skip


def _named(when: When) -> Message | None:
    """Return what a whole month, quarter, season, year or school year is called; None for any other time."""
    first, last = when.first, when.last
    if first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
        return None
    year, months = str(first.year), 12 * (last.year - first.year) + last.month - first.month + 1
    if months == 1:
        return message("{month} {year}", month=message(f"{first:%B}"), year=year)
    if months == 3 and first.month in _THREE_MONTHS:  # noqa: PLR2004 - a quarter or a season
        return message(_THREE_MONTHS[first.month], year=year)
    if months == 12 and first.month == 1:  # noqa: PLR2004 - a year
        return Message("{year}", {"year": year})
    if months == 12 and first.month == 8:  # noqa: PLR2004 - a school year
        return message("the school year {year}-{next}", year=year, next=str(last.year))
    return None


def count_words(text: str) -> int:
    """Return the number of words in a text; numbers and signs are none."""
    return sum(1 for _ in _WORD.finditer(text))


def money(cents: int) -> int | Message:
    """Return an amount for use in a sentence: whole euros, or euros and cents with the language's own mark."""
    if cents % 100 == 0:
        return cents // 100
    return message("{euros}.{cents}", euros=int(cents / 100), cents=f"{abs(cents) % 100:02d}")
