"""The period of a plan, where it stands by itself or within a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from sto_cli.plans.language.annotate import Annotated, annotate
from sto_cli.plans.language.calendar_days import PROGRAMME_END, PROGRAMME_START, Moment, days_of
from sto_cli.plans.language.dates import When
from sto_cli.plans.language.numbers import number_at
from sto_cli.plans.language.spans import TimeSpan

BeginAndEnd = tuple[When, When]
"""Of a period, as they were written."""

_EARLIER_PLAN = re.compile(
    r"(?:plan|visie|regeling|programma|aanvraag|subsidie|STO|techniekonderwijs|vision|scheme|programme)\b[^.;]{0,45}?"
    r"\b(?P<years>(?P<first>20\d\d)\s?(?:[-–/]|t/m|tot en met|to)\s?(?P<last>20\d\d))\b",
    re.IGNORECASE,
)


def earlier_plan_in(text: str) -> str | None:
    """Return the years of a plan, vision or scheme that ended before the programme began: “regeling 2020-2023”.

    None where one of the programme's years is named beside it: then the text tells what came before.
    """
    named = list(_EARLIER_PLAN.finditer(text))
    if any(int(found["last"]) >= PROGRAMME_START.year for found in named):
        return None
    return next((found["years"] for found in named if int(found["first"]) + 1 < int(found["last"])), None)


LONG = timedelta(75)
"""From here on a single time may be the whole period: a school year, two quarters; no season, for that is a start."""


def period_in(written: str) -> BeginAndEnd | None:
    """Return the begin and end that a text such as “augustus 2026 – juli 2028” gives, or a school year does.

    What follows behind the period in the same text is left: “jan 2027 t/m juli 2028. Ingevuld door de sectie”.
    """
    read = annotate(written)
    return _whole_years(read) or _period_of(read)


def _period_of(read: Annotated) -> BeginAndEnd | None:
    certain = list(_certain(read.times))
    times = certain[:1] + [one for one in certain[1:] if one.days() is not None]
    if times and not _opens(read, times[0]):
        return _lasting(read, times)
    lasting = _lasting(read, times)
    if lasting is not None:
        return lasting
    for one in times:
        if one.first is not one.last:
            return _ends(one)
    if len(times) > 1 and not _holds(times[0], times[1]):
        return _of_two(times[0], times[1])
    if len(times) > 2:  # noqa: PLR2004 - “schooljaar 2027-2028 (start 1 augustus, klaar 14 juli 2028)”
        return _of_two(times[1], times[2])
    if times and (days := times[0].days()) is not None and days.last - days.first > LONG:
        return _when(days.first, days.first, times[0]), _when(days.last, days.last, times[0])
    return None


MOST_OF_YEARS = 6
"""Words of a field that only names calendar years: “heel 2026 en heel 2027”."""


def _whole_years(read: Annotated) -> BeginAndEnd | None:
    """Return the first and the last day of calendar years that a field names one by one."""
    if len(read.text.split()) > MOST_OF_YEARS:
        return None
    years = [time for time in read.times if time.first is time.last and time.last.kind == "year"]
    plain = len(years) == len(read.times) > 1 and not any(time.last.part for time in years)
    if not plain:
        return None
    first, last = years[0].days(), years[-1].days()
    if first is None or last is None or first.first >= last.first:
        return None
    return _when(first.first, first.first, years[0]), _when(last.last, last.last, years[-1])


def _holds(one: TimeSpan, other: TimeSpan) -> bool:
    """Whether a time lies within another, of which it says more."""
    whole, part = one.days(), other.days()
    return whole is not None and part is not None and whole.first <= part.first and part.last <= whole.last


def _opens(read: Annotated, time: TimeSpan) -> bool:
    """Whether only words that lead to a time stand before the first: “looptijd: van …”, “start …”."""
    stream = read.stream
    before = (at for at, token in enumerate(read.tokens) if token.start < time.start and token.kind == "word")
    tables = ("time_leads", "parts", "period_cues", "links", "school_years", "between")
    return all(any(stream.at(at, table) for table in tables) for at in before)


def _certain(times: Iterable[TimeSpan]) -> Iterator[TimeSpan]:
    """Yield the times that say more than a year, and have one, or may borrow it."""
    return (one for one in times if one.sure and one.after is None and (one.last.kind != "year" or one.last.part))


def _ends(span: TimeSpan) -> BeginAndEnd | None:
    """Return the two ends of a time from one to another."""
    whole = span.days()
    if whole is None:
        return None
    first, last = _single(span, span.first, whole.first.year), _single(span, span.last, whole.last.year)
    return (first, last) if first and last else None


def _single(span: TimeSpan, moment: Moment, year: int) -> When | None:
    days = days_of(moment, moment.year or year)
    return _when(days.first, days.last, span) if days else None


def _of_two(one: TimeSpan, other: TimeSpan) -> BeginAndEnd | None:
    end = other.days()
    start = one.days() or (one.days((date(end.last.year, 1, 1), end.last)) if end else None)
    if start is None or end is None:
        return None
    return _when(start.first, start.last, one), _when(end.first, end.last, other)


def _when(first: date, last: date, span: TimeSpan) -> When:
    days = (last - first).days
    whole = days == 0 or (first.day == 1 and days < LONGEST_MONTH)
    return When(first, last, span.words, whole=whole)


LONGEST_MONTH, MONTHS = 31, 12


def _lasting(read: Annotated, times: Sequence[TimeSpan]) -> BeginAndEnd | None:
    """Read `anderhalf jaar vanaf januari 2027`, `18 maanden, start 31 januari 2027`."""
    stream = read.stream
    for at in range(len(stream)) if len(times) == 1 else ():
        number = number_at(stream, at)
        unit = stream.at(number.end, "time_units") if number else None
        if number is None or unit is None or unit.value[-1] == "d":
            continue
        start = times[0].days()
        if start is None or times[0].start < stream.tokens[at].start:
            return None
        months = int(number.value * int(unit.value.rstrip("s")))
        first = start.first
        month = first.month - 1 + months
        year = first.year + month // MONTHS
        if year > PROGRAMME_END.year + MONTHS:
            return None
        end = _day_of(year, month % MONTHS + 1, first.day) - timedelta(1)
        return _when(first, first, times[0]), _when(end, end, times[0])
    return None


def _day_of(year: int, month: int, day: int) -> date:
    """Return a day of a month; the last where it is shorter."""
    for one in range(day, 0, -1):
        try:
            return date(year, month, one)
        except ValueError:
            continue
    return date(year, month, 1)


MOST_OF_TITLE = 12
"""Words of a line that is no sentence, in which a school year is that of the plan."""


def period_within(text: str) -> str | None:
    """Return the words in a line that give the period of a plan: from one time to another, or its school years.

    None where no time is long enough, or a sentence tells of a school year.
    """
    times = [one for one in _certain(annotate(text).times) if one.relation in {"at", "from"} and _is_long(one)]
    ranged = next((one for one in times if one.first is not one.last), None)
    if ranged is not None:
        return ranged.words
    title = not text.rstrip().endswith((".", "?", "!")) and len(text.split()) <= MOST_OF_TITLE
    years = [one for one in times if one.relation == "at" and one.last.kind == "school-year"] if title else []
    return text[years[0].start : years[-1].end] if years else None


def _is_long(time: TimeSpan) -> bool:
    days = time.days()
    return days is not None and days.last - days.first > LONG
