"""The times of a text as spans: single ones, and those from one to another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from sto_cli.plans.language.calendar_days import Moment, days_of
from sto_cli.plans.language.numbers import atoms_of, number_at
from sto_cli.plans.language.spans import Relation, TimeSpan
from sto_cli.plans.language.stream import Stream
from sto_cli.plans.language.time_points import TimePoint, _day_number, point_at, school_year_behind

OPENS = (
    "months",
    "weekdays",
    "seasons",
    "feasts",
    "holidays",
    "parts",
    "school_years",
    "weeks",
    "ordinals",
    "quarters",
)


def times(stream: Stream) -> Iterator[TimeSpan]:
    """Yield the times of a text in their order; none lies in another."""
    index = 0
    while index < len(stream):
        found = _time_at(stream, index) if _may_open(stream, index) else None
        if found is None:
            index += 1
        else:
            time, index = found
            yield time


def _may_open(stream: Stream, index: int) -> bool:
    token = stream.tokens[index]
    if token.kind == "number" and token.glued and stream.sign(index - 1, "-/") and stream.is_number(index - 2):
        return False  # the rest of a number with dashes that is no day
    if token.kind == "number" or token.text in "'’‘" or stream.value(index, "numbers"):
        return True
    words = stream.matches[index]
    return any(table in words for table in OPENS) or (token.kind == "word" and bool(atoms_of(token.key)))


def _time_at(stream: Stream, index: int) -> tuple[TimeSpan, int] | None:
    counted = _counted(stream, index)
    if counted is not None:
        return counted
    point = point_at(stream, index)
    ranged = _range(stream, index, point)
    if ranged is not None:
        return ranged
    if point is None:
        return None
    years = (point.moment.year,) if point.moment.year else (2027, 2028)
    if not any(days_of(point.moment, year) for year in years):
        if point.moment.kind != "day" or point.moment.year is None or point.certainty < 1:
            return None
        return _span(stream, index, point._replace(certainty=IMPOSSIBLE), point), point.end
    return _span(stream, index, point, point), point.end


IMPOSSIBLE = 0.1
"""Certainty of a day that does not exist: it is known what was meant to be one."""


def _span(stream: Stream, index: int, first: TimePoint, last: TimePoint) -> TimeSpan:
    relation = _relation(stream, index)
    return TimeSpan(
        start=stream.tokens[index].start, end=stream.tokens[last.end - 1].end, words=stream.words(index, last.end),
        first=first.moment, last=last.moment, relation=relation, certainty=min(first.certainty, last.certainty),
    )  # fmt: skip


ARTICLES = frozenset({"de", "het", "the", "een"})
LONGEST_LEAD = 3


def _relation(stream: Stream, index: int) -> Relation:
    """Return what the words before a time make of it."""
    at = index - 1
    while at >= 0 and stream.key(at) in ARTICLES:
        at -= 1
    for size in range(LONGEST_LEAD, 0, -1):
        lead = stream.at(at - size + 1, "time_leads")
        if lead is not None and lead.size == size:
            return lead.value  # type: ignore[return-value]
    return "at"


def _range(stream: Stream, index: int, first: TimePoint | None) -> tuple[TimeSpan, int] | None:
    """`maart-april 2027`, `12 t/m 16 oktober 2026`, `1 mei 2026 tot 31 oktober 2028`, `wk 6-9 2028`."""
    day = _day_number(stream, index)
    for start in (first, TimePoint(Moment("number", (day[0],)), day[1]) if day else None):
        if start is None or (start.moment.kind == "year" and start.certainty < 1):
            continue
        joint = _joint(stream, start.end, index)
        last = _last(stream, joint, start.moment) if joint is not None else None
        whole = _first_of(start, last) if last else None
        if last is not None and whole is not None and _in_order(whole.moment, last.moment):
            return _span(stream, index, whole, last), last.end
    return None


def _joint(stream: Stream, index: int, begin: int) -> int | None:
    """Return the position behind the word between two times; “en” counts behind “tussen”."""
    joint = stream.at(index, "ranges")
    if joint is None:
        return None
    if joint.value == "and" and not any(stream.at(begin - back, "between") for back in (1, 2)):
        return None
    at = index + joint.size
    at = stream.skip(at, "-") if joint.value == "to" and stream.key(index) in {"-", ">"} else at
    while stream.key(at) in ARTICLES or stream.value(at, "time_leads") in {"by", "at"}:
        at += 1
    return at


def _last(stream: Stream, index: int, first: Moment) -> TimePoint | None:
    if first.kind == "week" and stream.is_number(index):
        text = stream.tokens[index].text
        if not text.isdigit() or len(text) > 2 or int(text) <= first.numbers[0]:  # noqa: PLR2004
            return None
        from sto_cli.plans.language.time_points import _behind  # noqa: PLC0415

        year, end = _behind(stream, index + 1)
        return TimePoint(Moment("week", (int(text),), year=year), end)
    last = point_at(stream, index)
    if first.kind == "school-year" and last is None:
        return school_year_behind(stream, index)
    return last if last is not None and (last.moment.kind != "year" or first.kind == "year") else None


def _first_of(first: TimePoint, last: TimePoint) -> TimePoint | None:
    """Return the beginning of a range with what it borrows from the end: the month of “12 t/m 16 oktober”."""
    if first.moment.kind != "number":
        return first
    if last.moment.kind != "day" or first.moment.numbers[0] >= last.moment.numbers[1]:
        return None
    return first._replace(moment=replace(last.moment, numbers=(last.moment.numbers[0], first.moment.numbers[0])))


def _in_order(first: Moment, last: Moment) -> bool:
    """Whether a range may run from the one to the other."""
    if first.year is not None and last.year is None:
        return False
    year = last.year or 2027
    end, start = days_of(last, year), days_of(first, first.year or year)
    if start is None or end is None:
        return False
    return start.first < end.last or (first.year is None and last.year is not None) or last.year is None


def _counted(stream: Stream, index: int) -> tuple[TimeSpan, int] | None:
    """`een half jaar later`, `drie maanden na de start`."""
    half = stream.key(index) == "een" and stream.value(index + 1, "fractions") == "1/2"
    number = number_at(stream, index)
    value, at = (Fraction(1, 2), index + 2) if half else (number.value, number.end) if number else (Fraction(0), index)
    unit = stream.at(at, "time_units")
    origin = stream.at(at + unit.size, "counted_from") if unit and value else None
    if unit is None or origin is None:
        return None
    months = value * int(unit.value.rstrip("s")) if unit.value[-1] != "d" else value * int(unit.value[:-1]) / 30
    end = at + unit.size + origin.size
    none = Moment("none")
    span = TimeSpan(
        start=stream.tokens[index].start, end=stream.tokens[end - 1].end, words=stream.words(index, end),
        first=none, last=none, months=months, after=origin.value,  # type: ignore[arg-type]
    )  # fmt: skip
    return span, end
