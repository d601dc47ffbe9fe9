"""Times as people write them in a plan: quarters, seasons, school years, weeks, “eind november 2026”, “1 september”.

`dates.py` knows days and months with their year; here is everything else that a careful reader understands. A time
without a year has as many meanings as the plan's period has years for it.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from sto_cli.plans.language.dates import (
    LONGEST,
    PROGRAMME_END,
    PROGRAMME_START,
    When,
    names_a_time,
    read_when,
    when_in,
)
from sto_cli.plans.model import Milestone

Within = tuple[date, date]
"""The first and the last day between which a time without a year is looked for."""

_MONTH = (
    r"(?:jan(?:uari|uary)?|feb(?:r|ruari|ruary)?|mrt|maart|mar(?:ch)?|apr(?:il)?|mei|may|juni?|june|juli?|july|"
    r"aug(?:ustus|ust)?|sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:20\d\d|['’]\d\d)"
_ORDINALS = {
    "eerste": 1, "1e": 1, "1ste": 1, "first": 1, "1st": 1, "tweede": 2, "2e": 2, "second": 2, "2nd": 2, "derde": 3,
    "3e": 3, "third": 3, "3rd": 3, "vierde": 4, "4e": 4, "fourth": 4, "4th": 4,
}  # fmt: skip
_ORDINAL = "|".join(_ORDINALS)
_SEASONS = {
    "voorjaar": (3, 5), "lente": (3, 5), "spring": (3, 5), "zomer": (6, 8), "summer": (6, 8), "najaar": (9, 11),
    "herfst": (9, 11), "autumn": (9, 11), "fall": (9, 11), "voorjaarsvakantie": (2, 3), "pasen": (3, 4),
    "easter": (3, 4), "meivakantie": (4, 5), "zomervakantie": (7, 8), "bouwvak": (7, 8), "herfstvakantie": (10, 10),
    "kerst": (12, 12), "christmas": (12, 12), "kerstvakantie": (12, 13),
}  # fmt: skip
"""Seasons by their first and last month, as the weather service counts them; feasts and school holidays."""

_PARTS = {
    "begin": (1, 3), "start": (1, 3), "early": (1, 3), "medio": (5, 8), "halverwege": (5, 8), "midden": (5, 8),
    "half": (5, 8), "mid": (5, 8), "eind": (10, 12), "einde": (10, 12), "late": (10, 12), "end": (10, 12),
    "ultimo": (12, 12),
}  # fmt: skip
_PART = "|".join(sorted(_PARTS, key=len, reverse=True))
_OF = r"(?:,? (?:van |of |in )?| ?- ?)"

_WEEKDAY = re.compile(r"^(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
                      r"ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)\.?,? (?=\d)")  # fmt: skip
_LEAD = re.compile(r"^(?P<word>op|in|on|de|het|the|datum:?|gereed:?|per|vanaf|from|start:|uiterlijk|by|rond|omstreeks|"
                   r"circa|ca\.?|±|around|about|t/m|tot en met|voor|vóór|before|in de loop van|during|"
                   r"ergens in)\s+")  # fmt: skip
_IDLE = frozenset({"op", "in", "on", "de", "het", "the", "datum", "datum:", "gereed", "gereed:"})
"""Words before a time that say nothing more: a repair may leave them out."""

_BEFORE = frozenset({"voor", "vóór", "before"})


def meanings(written: str, within: Within | None = None) -> tuple[When, ...]:
    """Return all times that a text may mean: none when it is no time, several when it has to be asked.

    `within` is the period of the plan, for a time without a year; without it, any year of the programme is possible.
    """
    text = " ".join(written.split()).lower().strip(" .,;")
    if not text or len(text) > 2 * LONGEST:
        return ()
    plain = read_when(written)
    if plain is not None:
        return (plain,)
    if " / " in text:
        return _said_twice(written, within)
    word, text = _lead(text)
    found = tuple(_read(text, within))
    before = word in _BEFORE or (not _WITH_YEAR.search(text) and _BEFORE.intersection(word.split()))
    if before and any(when.first != when.last for when in found):
        return ()  # before a month is not in that month, and before a season perhaps in another year
    idle = all(part in _IDLE for part in word.split())
    return tuple(replace(when, written=written, whole=when.whole and idle) for when in found)


def _said_twice(written: str, within: Within | None) -> tuple[When, ...]:
    """Read a time that stands there in two languages: “juni 2027 / June 2027”."""
    first, *others = (meanings(one, within) for one in written.split(" / "))
    spans = [[(when.first, when.last) for when in one] for one in (first, *others)]
    if any(one != spans[0] for one in spans):
        return ()
    return tuple(replace(when, written=written, whole=False) for when in first)


def time_meant(written: str, within: Within | None = None) -> When | None:
    """Return the time that a text means; None when it is none, or may be several."""
    found = meanings(written, within)
    return found[0] if len(found) == 1 else None


def _lead(text: str) -> tuple[str, str]:
    """Take off the words before a time, and the day of the week."""
    words: list[str] = []
    while found := _LEAD.match(text):
        words.append(found["word"])
        text = text[found.end() :]
    return " ".join(words), _WEEKDAY.sub("", text).replace("(", "").replace(")", "").strip()


def _read(text: str, within: Within | None) -> Iterator[When]:
    strict = read_when(text)
    if strict is not None:
        yield strict
        return
    for pattern, read in _READERS:
        found = pattern.fullmatch(text)
        if found:
            yield from (span for span in read(found) if span is not None)
            return
    if len(text) <= LONGEST_RANGE and (ends := _FROM_TO.fullmatch(text)):
        yield from _from_to(ends["first"] or ends["after"], ends["last"] or ends["before"])
        return
    yield from _without_year(text, within)


LONGEST_RANGE = 60
"""Characters of a time from one to another: “van 1 september 2026 tot en met 31 januari 2027” has 44."""

_FROM_TO = re.compile(
    r"(?:van |from )?(?P<first>\S.*?)(?: ?(?:–|—|t/m) ?| (?:-|tot en met|tot|to|until) )(?P<last>\S.*)|"
    r"(?:tussen|between) (?P<after>\S.*?) (?:en|and) (?P<before>\S.*)"
)


def runs_from_to(text: str) -> bool:
    """Whether a time is written as two times, from the one to the other."""
    return len(text) <= LONGEST_RANGE and _FROM_TO.fullmatch(text) is not None


def _from_to(first: str, last: str) -> Iterator[When]:
    """Read `september 2026 - januari 2027`, `Q1 - Q3 2027`: from the first day of one time to the last of another."""
    end = _alone(last)
    if end is None:
        return
    start = _alone(first) or _alone(f"{first} {end.last:%Y}")
    if start is not None and start.first <= end.first and start.last < end.last:
        yield _span(start.first, end.last)


def _alone(text: str) -> When | None:
    found = list(_read(_lead(text.strip())[1], None))
    return found[0] if len(found) == 1 else None


def _span(first: date, last: date) -> When:
    return When(first, last, "", whole=False)


def _months(year: int, first: int, last: int) -> When:
    """Return the time from one month to another in a year; the last may lie in the next."""
    until = year + (last - 1) // 12
    last = (last - 1) % 12 + 1
    return _span(date(year, first, 1), date(until, last, calendar.monthrange(until, last)[1]))


def _year(digits: str) -> int:
    number = int(digits.strip("'’"))
    return number if number > 99 else 2000 + number  # noqa: PLR2004 - two digits


def _quarter(found: re.Match[str]) -> Iterator[When]:
    number = found["q"] or found["q2"] or found["q3"]
    quarter = _ORDINALS[found["nth"]] if found["nth"] else int(number)
    yield _months(_year(found["year"] or found["year2"]), quarter * 3 - 2, quarter * 3)


def _half(found: re.Match[str]) -> Iterator[When]:
    half = _ORDINALS[found["nth"]] if found["nth"] else int(found["h"])
    if half <= 2:  # noqa: PLR2004 - a year has two halves
        yield _months(_year(found["year"]), half * 6 - 5, half * 6)


def _season(found: re.Match[str]) -> Iterator[When]:
    yield _months(_year(found["year"]), *_SEASONS[found["season"]])


def _winter(found: re.Match[str]) -> Iterator[When]:
    year = _year(found["year"])
    if found["next"]:
        if _year(found["next"]) == year + 1:
            yield _months(year, 12, 14)
        return
    yield _months(year - 1, 12, 14)
    yield _months(year, 12, 14)


def _school_year(found: re.Match[str]) -> Iterator[When]:
    year = _year(found["year"])
    if _year(found["next"]) != year + 1:
        return
    part = found["part"]
    if part is None:
        yield _months(year, 8, 19)
    elif _PARTS[part][0] == 1:
        yield _months(year, 8, 9)
    elif _PARTS[part][0] == 5:  # noqa: PLR2004 - halfway
        yield _months(year + 1, 1, 2)
    else:
        yield _months(year + 1, 6, 7)


def _part_of_year(found: re.Match[str]) -> Iterator[When]:
    yield _months(_year(found["year"]), *_PARTS[found["part"]])


def _part_of_month(found: re.Match[str]) -> Iterator[When]:
    when = read_when(found["rest"])
    if when is not None and when.first != when.last:
        yield replace(when, whole=False)


def _week_of_month(found: re.Match[str]) -> Iterator[When]:
    """Read “eerste week van september 2027” as its days: the 1st to the 7th, or the last seven."""
    month = read_when(found["rest"])
    if month is None or month.first == month.last:
        return
    first = month.first + timedelta(7 * (_ORDINALS[found["nth"]] - 1)) if found["nth"] else month.last - timedelta(6)
    yield _span(first, first + timedelta(6))


def _week(found: re.Match[str]) -> Iterator[When]:
    week = _week_of(_year(found["year"] or found["year2"]), int(found["week"] or found["week2"]))
    if week is not None:
        yield week


def _week_of(year: int, number: int) -> When | None:
    try:
        monday = date.fromisocalendar(year, number, 1)
        return _span(monday, monday + timedelta(6))
    except (ValueError, OverflowError):  # the last week of the calendar ends behind it
        return None


def _between(found: re.Match[str]) -> Iterator[When]:
    """Read `maart-april 2027`, `12 t/m 16 oktober 2026`: from the first to the last."""
    last = read_when(found["last"])
    first = found["first"]
    year = re.search(r"\S+$", found["last"])
    start = read_when(f"{first} {last.last:%Y}") if last and year else None
    if start is None and last is not None and last.first == last.last:
        start = read_when(f"{first}-{last.first:%m-%Y}")
    if start is not None and last is not None and start.first <= last.first:
        yield _span(start.first, last.last)


_RANGE = r" ?(?:-|–|/|t/m|tot en met|tot|en|of|to|and|until) ?"
_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[When]]], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (
            rf"(?:q(?P<q>[1-4])|(?P<nth>{_ORDINAL}) (?:kwartaal|quarter)|(?:kwartaal|kw|quarter) (?P<q2>[1-4])){_OF}"
            rf"(?P<year>{_YEAR})|(?P<year2>20\d\d)[ -]?q(?P<q3>[1-4])",
            _quarter,
        ),
        (rf"(?:h(?P<h>[12])|(?P<nth>{_ORDINAL}) (?:helft|half|halfjaar)){_OF}(?P<year>{_YEAR})", _half),
        (rf"(?P<season>{'|'.join(_SEASONS)}){_OF}(?P<year>{_YEAR})", _season),
        (rf"winter{_OF}(?P<year>{_YEAR})(?: ?[-/–] ?(?P<next>(?:20|['’])?\d\d))?", _winter),
        (
            rf"(?:(?:aan het )?(?P<part>{_PART})(?: van| of)?(?: het| the)? )?(?:(?:schooljaar|cursusjaar|sj|"
            rf"school year)\.? )?(?P<year>20\d\d|['’]?[23]\d)(?: ?[-/–] ?)(?P<next>20\d\d|['’]?[23]\d)",
            _school_year,
        ),
        (rf"(?P<part>{_PART})(?: van| of)? (?P<year>20\d\d)", _part_of_year),
        (rf"(?:{_PART})(?: van| of)?-? ?(?P<rest>{_MONTH},? {_YEAR})", _part_of_month),
        (
            rf"(?:(?P<nth>{_ORDINAL})|laatste|last) (?:volle )?(?:school)?(?:week|wk)(?: van| of| in)? "
            rf"(?P<rest>{_MONTH},? {_YEAR})",
            _week_of_month,
        ),
        (
            rf"(?:week|wk)\.? ?(?P<week>\d{{1,2}}){_OF}(?P<year>{_YEAR})|(?P<year2>20\d\d)(?:-w|,? (?:week|wk)\.? ?)"
            r"(?P<week2>\d{1,2})",
            _week,
        ),
        (
            rf"(?:van |from |tussen |between )?(?P<first>\d{{1,2}}(?: {_MONTH})?|{_MONTH}){_RANGE}"
            rf"(?P<last>(?:\d{{1,2}} )?{_MONTH},? {_YEAR})",
            _between,
        ),
    )
)

_DAY_ALONE = re.compile(
    rf"(?:\d{{1,2}}(?:e|st|nd|rd|th)? {_MONTH}|\d{{1,2}}[-/]\d{{1,2}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?)"
)
_MONTH_ALONE = re.compile(rf"(?:(?P<part>{_PART}) )?(?P<month>{_MONTH})")
_WEEK_ALONE = re.compile(r"(?:week|wk)\.? ?(\d{1,2})")
_SPAN_ALONE = re.compile(
    rf"(?:q[1-4]|(?:{_ORDINAL}) (?:kwartaal|quarter)|(?:kwartaal|kw|quarter) [1-4]|{'|'.join(_SEASONS)})"
)


def _without_year(text: str, within: Within | None) -> Iterator[When]:
    """Yield a time without a year in each year for which the plan has room."""
    first, last = within if within is not None else (PROGRAMME_START, PROGRAMME_END)
    for year in range(first.year, last.year + 1):
        when = _in_year(text, year)
        if when is not None and first <= when.last <= last:
            yield replace(when, whole=False)


def _in_year(text: str, year: int) -> When | None:
    if found := _WEEK_ALONE.fullmatch(text):
        return _week_of(year, int(found[1]))
    if _DAY_ALONE.fullmatch(text):
        return read_when(f"{text}-{year}" if text[-1].isdigit() and not text[0].isalpha() else f"{text} {year}")
    if found := _MONTH_ALONE.fullmatch(text):
        return read_when(f"{found['month']} {year}")
    if _SPAN_ALONE.fullmatch(text):
        return next(_read(f"{text} {year}", None), None)
    return None


_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
DAY_OR_MONTH = re.compile(
    rf"\b(?:(?P<weekday>{'|'.join(_WEEKDAYS)}),? )?(?P<time>(?:\d{{1,2}} )?(?:januari|februari|maart|april|mei|juni|"
    r"juli|augustus|september|oktober|november|december|january|february|march|may|june|july|august|october)\b)",
    re.IGNORECASE,
)
"""A day or a month in a text, perhaps with its day of the week."""


def fits_weekday(weekday: str | None, when: When) -> bool:
    """Whether a day falls on a day of the week; without one, any does."""
    return weekday is None or when.first != when.last or _WEEKDAYS[when.first.weekday()] == weekday.lower()


LONGEST_SAID = 5_000
"""Characters of a text in which a time is looked for."""

_SEPARATED = re.compile(r"\s*(?::|\t|[-–—](?=\s))")


def time_in(text: str, within: Within | None = None) -> When | None:
    """Return the time that free text names, where that is plain: see `dates.when_in`.

    A time that stands before a colon or dash at the start is the one that is meant, whatever follows.
    """
    if len(text) > LONGEST_SAID:
        return None
    line = " ".join(text.split()).lower()
    head = _SEPARATED.split(line, maxsplit=1)
    if len(head) > 1 and len(head[0]) <= LONGEST:
        found = [time_meant(part, within) for part in re.split(r" / | \(", head[0])]
        if found[0] is not None and all(one is None or one.last == found[0].last for one in found):
            return found[0]
    return when_in(text) or _among(line)


def without_time(text: str, when: When | None) -> str:
    """Return what a text says behind the time that it begins with (“November 2026: …”), to show beside that time."""
    found = _SEPARATED.search(text)
    if when is None or found is None or found.start() > LONGEST:
        return text
    named, rest = time_meant(text[: found.start()], (when.first, when.last)), text[found.end() :].strip()
    said_alike = named is not None and (named.first, named.last) == (when.first, when.last)
    return rest if said_alike and rest else text


MOST_WORDS = 7
"""Words of the longest time in a text ("in de tweede helft van schooljaar 2026-2027" without its first two)."""

_WITH_YEAR = re.compile(r"20\d\d|['’]\d\d\b")
_NOT_THEN = re.compile(r"\b(?:(?:na|after)(?: de| het| the)?|voor|vóór|before)$")


def _among(line: str) -> When | None:
    """Return the one time with a year in a line, when no other is named beside it."""
    found, rest = _times_and_rest(line)
    if not found or any(one.last != found[0].last for one in found) or names_a_time(rest):
        return None
    return found[0]


def times_in(text: str) -> list[When]:
    """Return all times with a year in a text, in its order."""
    return _times_and_rest(" ".join(text[:LONGEST_SAID].split()).lower())[0]


def without_times(text: str) -> str:
    """Return what is left of a text without the times with a year in it, in small letters."""
    return _times_and_rest(" ".join(text[:LONGEST_SAID].split()).lower())[1]


def begins_with_time(text: str) -> bool:
    """Whether a text begins with a time with a year: “in mei 2027 staat het er”."""
    return _time_at_start(text[:LONGEST_SAID].lower().split())[1] is not None


def says_when(text: str, when: When) -> bool:
    """Whether a text says a time itself, so that it need not be said beside it."""
    return any((one.first, one.last) == (when.first, when.last) for one in times_in(text))


def times_of(milestone: Milestone) -> list[When]:
    """Return the date of a milestone, or else the times that its text tells of."""
    if milestone.date is not None:
        return [milestone.date]
    return times_in(milestone.text) if milestone.written is None else []


def _times_and_rest(line: str) -> tuple[list[When], str]:
    """Return the times with a year in a line and what is left of it; a time after which something happens is left."""
    found: list[When] = []
    rest: list[str] = []
    words = line.split()
    while words:
        size, when = _time_at_start(words)
        if when is None or _NOT_THEN.search(" ".join(rest[-2:])):
            rest += words[:size]
        else:
            found.append(when)
        words = words[size:]
    return found, " ".join(rest)


def _time_at_start(words: list[str]) -> tuple[int, When | None]:
    """Return the longest time that a run of words begins with, and its number of words (1 where there is none)."""
    for size in range(min(MOST_WORDS, len(words)), 0, -1):
        text = " ".join(words[:size]).strip(".,;:()")
        if not _WITH_YEAR.search(text):
            break  # fewer words have no year either
        when = time_meant(text)
        if when is not None:
            return size, when
    return 1, None
