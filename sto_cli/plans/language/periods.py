"""The period of a plan: where it stands by itself, and where a text tells of its begin and its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

from sto_cli.plans.language.annotate import Annotated, annotate
from sto_cli.plans.language.calendar_days import Days
from sto_cli.plans.language.dates import When
from sto_cli.plans.language.numbers import number_at
from sto_cli.plans.language.sentences import SentenceSpan
from sto_cli.plans.language.spans import TimeSpan

BeginAndEnd = tuple[When, When]
"""Of a period, as they were written."""

MOST_TOLD = 200
"""Texts of a plan that are looked at for its period."""

LONG = timedelta(75)
"""From here on a single time may be the whole period: a school year, two quarters; no season, for that is a start."""


def period_in(written: str) -> BeginAndEnd | None:
    """Return the begin and end that a text such as “augustus 2026 – juli 2028” gives, or a school year does.

    What follows behind the period in the same text is left: “jan 2027 t/m juli 2028. Ingevuld door de sectie”.
    """
    read = annotate(written)
    times = [one for one in _certain(read.times)]
    lasting = _lasting(read, times)
    if lasting is not None:
        return lasting
    for one in times:
        if one.first is not one.last:
            return _ends(one)
    if len(times) > 1:
        return _of_two(times[0], times[1])
    if len(times) == 1 and (days := times[0].days()) is not None and days.last - days.first > LONG:
        return _when(days.first, days.first, times[0]), _when(days.last, days.last, times[0])
    return None


def _certain(times: Iterable[TimeSpan]) -> Iterator[TimeSpan]:
    """Yield the times that say more than a year, and have one, or may borrow it."""
    return (one for one in times if one.sure and one.after is None and one.last.kind != "year")


def _ends(span: TimeSpan) -> BeginAndEnd | None:
    """Return the two ends of a time from one to another."""
    whole = span.days()
    if whole is None:
        return None
    first, last = _single(span, span.first, whole.first.year), _single(span, span.last, whole.last.year)
    return (first, last) if first and last else None


def _single(span: TimeSpan, moment: object, year: int) -> When | None:
    from sto_cli.plans.language.calendar_days import Moment, days_of  # noqa: PLC0415

    assert isinstance(moment, Moment)  # noqa: S101 - an end of a time
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
    for at in range(len(stream)):
        number = number_at(stream, at)
        unit = stream.at(number.end, "time_units") if number else None
        if number is None or unit is None or unit.value[-1] == "d" or len(times) != 1:
            continue
        start = times[0].days()
        if start is None or times[0].start < stream.tokens[at].start:
            return None
        months = int(number.value * int(unit.value.rstrip("s")))
        first = start.first
        month = first.month - 1 + months
        end = _day_of(first.year + month // MONTHS, month % MONTHS + 1, first.day) - timedelta(1)
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


def period_within(text: str) -> str | None:
    """Return the words in a text that give a period from one time to another; None where none do."""
    spans = (one for one in _certain(annotate(text).times) if one.first is not one.last and one.days() is not None)
    return next((one.words for one in spans), None)


class _Told(NamedTuple):
    days: Days
    index: int


def period_told(texts: Iterable[str]) -> tuple[str, int] | None:
    """Return the period that a text says the plan has, and in which of the texts.

    “De looptijd is van januari 2027 tot en met juli 2027.” “We beginnen 1 september 2025 en stoppen 14 juli 2028.”
    """
    begins: list[_Told] = []
    ends: list[_Told] = []
    for index, text in enumerate(islice(texts, MOST_TOLD)):
        read = annotate(text)
        if not read.times:
            continue
        for sentence in read.sentences:
            found = _whole_in(read, sentence)
            if found is not None:
                return found, index
            begins += (_Told(days, index) for days in _at_word(read, sentence, "begin"))
            ends += (_Told(days, index) for days in _at_word(read, sentence, "end"))
    return _from_begin_to_end(begins, ends)


def _from_begin_to_end(begins: Sequence[_Told], ends: Sequence[_Told]) -> tuple[str, int] | None:
    """Put the first begin and the last end together, where the one lies before the other."""
    if not begins or not ends:
        return None
    start = begins[0]
    end = max((one.days.last for one in ends))
    if end - start.days.first < LONG:
        return None
    return f"{start.days.first.isoformat()} t/m {end.isoformat()}", start.index


def _whole_in(read: Annotated, sentence: SentenceSpan) -> str | None:
    """Return the words of a period in a sentence that speaks of that of the plan."""
    named = [at for at, one in read.stream.terms("plan_period", sentence.first, sentence.last) if one.value == "whole"]
    if not named:
        return None
    from_here = read.tokens[named[0]].start
    times = [one for one in _certain(read.times) if from_here <= one.start < sentence.end]
    for one in times:
        if one.first is not one.last and one.days() is not None:
            return one.words
    if len(times) == 2 and {"until", "to"} & {times[1].relation, "until"} and times[0].relation == "from":  # noqa: PLR2004
        return f"{times[0].words} t/m {times[1].words}"
    return None


NEAR = 6
"""Tokens between a word for the begin or the end and its time: “Start direct na de herfstvakantie, 20 oktober 2025”."""


def _at_word(read: Annotated, sentence: SentenceSpan, value: str) -> Iterator[Days]:
    """Yield the days beside a word for the begin or the end of the plan."""
    times = [one for one in _certain(read.times) if sentence.start <= one.start < sentence.end]
    for at, match in read.stream.terms("plan_period", sentence.first, sentence.last):
        if match.value != value:
            continue
        days = _behind(read, times, at + match.size) or _alone_before(read, times, at, sentence)
        if days is not None:
            yield days


def _behind(read: Annotated, times: Sequence[TimeSpan], position: int) -> Days | None:
    """Return the first time with a year within a few tokens behind a word."""
    last = min(position + NEAR, len(read.tokens) - 1)
    end = read.tokens[last].end if read.tokens else 0
    start = read.tokens[position].start if position < len(read.tokens) else end
    return next((one.days() for one in times if start <= one.start < end and not one.open_year), None)


def _alone_before(read: Annotated, times: Sequence[TimeSpan], at: int, sentence: SentenceSpan) -> Days | None:
    """Return the time with which a line begins, where the word stands behind it: “1 november 2028: einde project”."""
    if not times or times[0].start != sentence.start or times[0].open_year:
        return None
    return times[0].days() if read.tokens[at].start > times[0].end else None
