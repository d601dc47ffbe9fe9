"""One time in a text: a day, a month, a week, a quarter, a season, a school year, a feast or a holiday, or part of one.

Each rule reads from one token on and returns the time with the position behind it, or None.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from sto_cli.plans.language.calendar_days import Moment
from sto_cli.plans.language.numbers import atoms_of, number_at, value_of
from sto_cli.plans.language.stream import Stream


class TimePoint(NamedTuple):
    """A time, the position behind it, and how certain it is that a time is meant."""

    moment: Moment
    end: int
    certainty: float = 1.0


MONTHS_OF_YEAR, LONGEST_MONTH, QUARTERS = 12, 31, 4
FIRST_SHORT_YEAR, LAST_SHORT_YEAR = 20, 39
"""Two digits that are a year of this century, where they stand behind a month or an apostrophe."""
FIRST_YEAR, LAST_YEAR = 1990, 2039
CENTURY = 2000
"""An amount rather than a year."""
OF = ("van", "of", "in", "uit", "het", "de", "the", "-", ",", "dit", "aan")
UNCERTAIN = 0.4


def point_at(stream: Stream, index: int) -> TimePoint | None:
    """Return the longest time that begins at a token."""
    found = [point for rule in _RULES if (point := rule(stream, index)) is not None]
    return max(found, key=lambda one: (one.end, one.certainty), default=None)


def year_at(stream: Stream, index: int, *, short: bool = False) -> tuple[int, int] | None:
    """Return the year that begins at a token and the position behind it: `2027`, `'27`, `tweeduizend zevenentwintig`.

    `short`: two digits may be one too.
    """
    quoted = stream.sign(index, "'’‘`")
    at = index + quoted
    if stream.is_number(at):
        text = stream.tokens[at].text
        number = int(text) if text.isdigit() and len(text) <= 4 else 0  # noqa: PLR2004
        if len(text) == 4 and FIRST_YEAR <= number <= LAST_YEAR and number != CENTURY:  # noqa: PLR2004 - digits of a year
            return number, at + 1
        two = len(text) == 2 and FIRST_SHORT_YEAR <= number <= LAST_SHORT_YEAR  # noqa: PLR2004
        return (2000 + number, at + 1) if two and (quoted or short) else None
    return _year_in_words(stream, at, short=short)


def _year_in_words(stream: Stream, index: int, *, short: bool) -> tuple[int, int] | None:
    if not 0 <= index < len(stream) or not atoms_of(stream.key(index)):
        return None
    number = number_at(stream, index)
    if number is None:
        return None
    value = number.value
    if FIRST_OF_WORDS <= value <= LAST_YEAR and value.denominator == 1 and not stream.at(number.end, "currencies"):
        return int(value), number.end
    return (2000 + int(value), number.end) if short and FIRST_SHORT_YEAR < value <= LAST_SHORT_YEAR else None


def _behind(stream: Stream, index: int, *, short: bool = False) -> tuple[int | None, int]:
    """Return the year behind a time, over “van”, a dash or a bracket, and the position behind it."""
    at = index
    while stream.key(at) in OF and at < index + 2:
        at += 1
    bracket = stream.sign(at, "(")
    found = year_at(stream, at + bracket, short=short or (stream.sign(index, "-/") and stream.glued(index)))
    if found is None:
        return None, index
    year, end = found
    if stream.sign(end, "-/–") and year_at(stream, end + 1) and _school_year_at(stream, at) is not None:
        return None, index
    return year, end + (1 if bracket and stream.sign(end, ")") else 0)


def _iso(stream: Stream, index: int) -> TimePoint | None:
    """`2026-10-01`, `2026-10`, `2026/10/01`; behind a day the hour is left out."""
    if not stream.is_number(index) or len(stream.tokens[index].text) != 4:  # noqa: PLR2004 - digits of a year
        return _iso_with_points(stream, index)
    year = int(stream.tokens[index].text) if stream.tokens[index].text.isdigit() else 0
    if not year or not _part_behind(stream, index + 1, "-/"):
        return None
    month = int(stream.tokens[index + 2].text)
    if not 1 <= month <= MONTHS_OF_YEAR:
        return None
    if not _part_behind(stream, index + 3, stream.tokens[index + 1].text):
        point = TimePoint(Moment("month", (month,), year=year), index + 3)
        return point if FIRST_YEAR <= year <= LAST_YEAR or len(stream) == point.end else None
    day = int(stream.tokens[index + 4].text)
    named = (
        len(stream.tokens[index + 4].text) == 1 and stream.word(index - 1) and not stream.at(index - 1, "time_leads")
    )
    certainty = UNCERTAIN if named else 1.0  # “Kamer 2026-10-2”
    return TimePoint(Moment("day", (month, day), year=year), _behind_hour(stream, index + 5), certainty)


def _behind_hour(stream: Stream, index: int) -> int:
    at = index + 1 if stream.key(index) == "t" and stream.glued(index) else index
    while stream.is_number(at) and stream.sign(at + 1, ":") and stream.is_number(at + 2):
        at += 2
    return index if at in {index, index + 1} else at + 1 + (stream.key(at + 1) == "z")


def _iso_with_points(stream: Stream, index: int) -> TimePoint | None:
    if not stream.is_number(index):
        return None
    parts = stream.tokens[index].text.split(".")
    if len(parts) == 3 and len(parts[2]) in {2, 4} and all(map(str.isdigit, parts)):  # noqa: PLR2004
        day, month, year = map(int, parts)
        return TimePoint(Moment("day", (month, day), year=_full(year)), index + 1, 1.0 if len(parts[2]) == 4 else 0.8)  # noqa: PLR2004
    return None


def _full(year: int) -> int:
    return year if year > 99 else 2000 + year  # noqa: PLR2004 - two digits


def _part_behind(stream: Stream, index: int, signs: str) -> bool:
    """Whether a sign and one or two digits follow without a space."""
    if not (stream.sign(index, signs) and stream.glued(index) and stream.is_number(index + 1)):
        return False
    text = stream.tokens[index + 1].text
    return stream.glued(index + 1) and text.isdigit() and len(text) <= 2  # noqa: PLR2004


def _numbers(stream: Stream, index: int) -> TimePoint | None:
    """`1-10-2026`, `1/10/26`, `10-2026`; `1-10` alone is uncertain."""
    if not stream.is_number(index) or not _is_small(stream, index):
        return None
    first = int(stream.tokens[index].text)
    if stream.sign(index + 1, "-/") and stream.is_number(index + 2):
        year = year_at(stream, index + 2)
        if year is not None and 1 <= first <= MONTHS_OF_YEAR and stream.glued(index + 2):
            return None if year_at(stream, year[1] + 1) else TimePoint(Moment("month", (first,), year=year[0]), year[1])
    if not _part_behind(stream, index + 1, "-/") or not 1 <= first <= LONGEST_MONTH:
        return None
    month, sign = int(stream.tokens[index + 2].text), stream.tokens[index + 1].text
    if not 1 <= month <= MONTHS_OF_YEAR:
        return None
    if stream.sign(index + 3, sign) and stream.glued(index + 3):
        year = _any_year(stream, index + 4)
        return TimePoint(Moment("day", (month, first), year=year[0]), year[1]) if year else None
    return TimePoint(Moment("day", (month, first)), index + 3, UNCERTAIN)


def _any_year(stream: Stream, index: int) -> tuple[int, int] | None:
    """Return the year of a whole date in numbers, which may be any."""
    text = stream.tokens[index].text if stream.is_number(index) else ""
    whole = len(text) == 4 and text.isdigit() and int(text) > 0  # noqa: PLR2004 - digits of a year
    return (int(text), index + 1) if whole else year_at(stream, index, short=True)


def _is_small(stream: Stream, index: int) -> bool:
    text = stream.tokens[index].text
    return text.isdigit() and len(text) <= 2  # noqa: PLR2004 - a day or a month


def _day(stream: Stream, index: int) -> TimePoint | None:
    """`1 oktober 2026`, `do 1 okt. '26`, `dertig juni`, `15th March 2027`."""
    weekday = stream.at(index, "weekdays")
    at = index
    if weekday is not None:
        at = stream.skip(stream.skip(index + weekday.size, "."), ",")
    day = _day_number(stream, at)
    if day is None:
        return None
    number, at = day
    if stream.sign(at, ".") and not (stream.glued(at + 1) or index == 0 or stream.at(index - 1, "time_leads")):
        return None  # a sentence that ends with a number: “leerjaar 1 t/m 4. Jan 2027 …”
    at = stream.skip(at, ".", "-", "of", "van")
    month = stream.at(at, "months")
    if month is None:
        return None
    end = stream.skip(at + 1, ".") if _stop_of_month(stream, at + 1) else at + 1
    year, end = _behind(stream, end, short=True)
    return TimePoint(Moment("day", (int(month.value), number), weekday.value if weekday else "", year), end)


def _stop_of_month(stream: Stream, index: int) -> bool:
    """Whether the full stop behind a month is that of a short one (also “mei.” before “'27”), and ends no sentence."""
    if not (stream.sign(index, ".") and stream.glued(index)):
        return False
    return (
        stream.sign(index + 1, "'")
        or stream.sign(index + 1, "’")
        or stream.lexicon.is_abbreviation(stream.key(index - 1))
    )


def _day_number(stream: Stream, index: int) -> tuple[int, int] | None:
    """Return the number of a day and the position behind it: `1`, `1e`, `eerste` before a month, `dertig`."""
    nth = stream.at(index, "ordinals")
    if nth is not None and int(nth.value) > 0 and stream.at(index + nth.size, "months"):
        return int(nth.value), index + nth.size
    if stream.is_number(index):
        if not _is_small(stream, index):
            return None
        end = index + 1
        if stream.glued(end) and stream.key(end) in {"e", "ste", "de", "st", "nd", "rd", "th"}:
            end += 1
        number = int(stream.tokens[index].text)
        return (number, end) if 1 <= number <= LONGEST_MONTH else None
    atoms = atoms_of(stream.key(index)) if index < len(stream) else ()
    number = value_of(atoms) if atoms else 0
    return (number, index + 1) if 1 <= number <= LONGEST_MONTH else None


def _month(stream: Stream, index: int) -> TimePoint | None:
    """`maart 2027`, `mrt. '27`, `okt-26`, `March 15, 2027`; a month alone is open."""
    month = stream.at(index, "months")
    if month is None:
        return None
    number, end = int(month.value), index + 1
    end = end + 1 if _stop_of_month(stream, end) else end
    english = _english_day(stream, end, number)
    if english is not None:
        return english
    year, end = _behind(stream, end, short=True)
    if year is None and stream.is_number(end) and stream.glued(end):
        return None
    return TimePoint(Moment("month", (number,), year=year), end, _certainty_of_month(stream, index, year))


def _certainty_of_month(stream: Stream, index: int, year: int | None) -> float:
    """A short word for a month that is a name or another word too is none without a year: “Jan”, “may”."""
    key = stream.key(index)
    if year is not None or key not in {"jan", "may", "mar", "march", "sep", "dec", "apr", "jun", "jul", "feb"}:
        return 1.0
    led = stream.at(index - 1, "time_leads") or stream.at(index - 1, "parts")
    return 0.8 if led and key != "may" else UNCERTAIN if key not in {"apr", "jun", "jul", "feb"} else 0.8


def _english_day(stream: Stream, index: int, month: int) -> TimePoint | None:
    """`March 15, 2027`, `Oct 1st 2026`: a day behind the month, with its year."""
    if not stream.is_number(index) or not _is_small(stream, index) or stream.glued(index):
        return None
    day = _day_number(stream, index)
    if day is None:
        return None
    year = year_at(stream, stream.skip(day[1], ","))
    if year is not None:
        return TimePoint(Moment("day", (month, day[0]), year=year[0]), year[1])
    if day[0] < PROGRAMME_SHORT or day[1] > index + 1:
        return TimePoint(Moment("day", (month, day[0])), day[1], 0.8)
    return None


PROGRAMME_SHORT = 24
"""Two digits behind a month from here on are a year: “maart 27”."""


def _quarter(stream: Stream, index: int) -> TimePoint | None:
    """`Q1 2027`, `2027-Q1`, `eerste kwartaal van 2027`, `tweede helft 2026`, `H1 2027`."""
    before = year_at(stream, index)
    at = stream.skip(before[1], "-") if before else index
    nth = stream.at(at, "ordinals")
    number, unit = (int(nth.value), at + nth.size) if nth else (0, at)
    kind = stream.at(unit, "quarters")
    if kind is None:
        return None
    end = unit + kind.size
    if not nth and stream.is_number(end) and stream.tokens[end].text.isdigit():
        number, end = int(stream.tokens[end].text), end + 1
    most = QUARTERS if kind.value == "q" else 2
    if not 1 <= number <= most:
        return None
    found = _of_year(stream, Moment("quarter" if kind.value == "q" else "half", (number,)), end, before and before[0])
    return None if stream.key(unit) == "k" and found.moment.year is None else found


def _of_year(stream: Stream, moment: Moment, end: int, year: int | None) -> TimePoint:
    """Take the year behind a part of a year, or the school year of which it is a part."""
    if year is not None:
        return TimePoint(replace(moment, year=year), end)
    at = end
    while stream.key(at) in OF and at < end + 2:
        at += 1
    whole = _school_year_at(stream, at)
    if whole is not None and moment.kind == "half":
        return TimePoint(replace(whole.moment, part=str(moment.numbers[0])), whole.end)
    found, behind = _behind(stream, end, short=stream.sign(end, "'’"))
    return TimePoint(replace(moment, year=found), behind)


def _season(stream: Stream, index: int) -> TimePoint | None:
    season = stream.at(index, "seasons")
    if season is None:
        return None
    first, last = map(int, season.value.split())
    end = index + season.size
    winter = _school_year_at(stream, end)
    if last > MONTHS_OF_YEAR and winter is not None:
        return TimePoint(Moment("months", (first, last), year=winter.moment.year), winter.end)
    certainty = 0.8 if stream.key(index) not in {"fall", "spring"} else 0.5
    year, end = _behind(stream, end, short=True)
    return TimePoint(Moment("months", (first, last), "season", year), end, certainty if year is None else 1.0)


def _feast(stream: Stream, index: int) -> TimePoint | None:
    """`Pasen 2027`, `voor de kerst`, `de meivakantie van 2027`."""
    holiday = stream.at(index, "holidays")
    feast = holiday or stream.at(index, "feasts")
    if feast is None:
        return None
    year, end = _behind(stream, index + feast.size, short=True)
    if holiday is not None:
        return TimePoint(Moment("holiday", (), holiday.value, year), end)
    kind, *numbers = feast.value.split()
    if kind.lstrip("-").isdigit():
        return TimePoint(Moment("feast", tuple(map(int, feast.value.split())), year=year), end)
    return TimePoint(Moment(kind, tuple(map(int, numbers)), year=year), end)


def _school_year(stream: Stream, index: int) -> TimePoint | None:
    """`schooljaar 2026-2027`, `2026/2027`, `sj 26/27`, `2026-'27`."""
    return _school_year_at(stream, index)


def school_year_behind(stream: Stream, index: int) -> TimePoint | None:
    """Return the school year behind another: the `27/28` of “schooljaar 25/26 tot en met 27/28”."""
    return _school_year_at(stream, index, short=True)


def _school_year_at(stream: Stream, index: int, *, short: bool = False) -> TimePoint | None:
    named = stream.at(index, "school_years")
    at = stream.skip(index + (named.size if named else 0), ".")
    first = year_at(stream, at, short=short or named is not None)
    if first is None or not stream.sign(first[1], "-/–"):
        return None
    short = stream.sign(first[1], "/") or stream.glued(first[1])
    second = year_at(stream, first[1] + 1, short=short)
    if second is None or second[0] != first[0] + 1:
        return None
    if not named and stream.sign(second[1], "-/") and stream.glued(second[1]):
        return None
    return TimePoint(Moment("school-year", year=first[0]), second[1])


def _part(stream: Stream, index: int) -> TimePoint | None:
    """`eind november 2026`, `half mei`, `begin schooljaar 2026-2027`, `eind 2027`."""
    part = stream.at(index, "parts")
    if part is None:
        return None
    at = index + part.size
    while stream.key(at) in OF and at < index + part.size + 2:
        at += 1
    whole = point_at(stream, at)
    if whole is None or whole.moment.kind in {"day", "week"} or whole.moment.part:
        return None
    return whole._replace(moment=replace(whole.moment, part=part.value), certainty=max(whole.certainty, 0.8))


def _week(stream: Stream, index: int) -> TimePoint | None:
    """`week 40 2026`, `wk 12, 2027`, `2026-W40`, `de week van 18 mei 2026`."""
    before = year_at(stream, index)
    at = stream.skip(stream.skip(before[1], "-"), ",") if before else index
    if stream.key(at) == "w" and before is None:
        return None
    named = stream.at(at, "weeks")
    if named is None and stream.key(at) != "w":
        return None
    at = stream.skip(at + (named.size if named else 1), ".")
    if stream.key(at) in {"van", "of"} and not before:
        day = point_at(stream, at + 1)
        return day if day is not None and day.moment.kind == "day" else None
    if not stream.is_number(at) or not _is_small(stream, at):
        return None
    moment = Moment("week", (int(stream.tokens[at].text),))
    if before:
        return TimePoint(replace(moment, year=before[0]), at + 1)
    year, end = _behind(stream, at + 1)
    return TimePoint(replace(moment, year=year), end)


def _week_of_month(stream: Stream, index: int) -> TimePoint | None:
    """`eerste week van september 2027`, `laatste schoolweek van juni`."""
    nth = stream.at(index, "ordinals")
    if nth is None:
        return None
    at = stream.skip(index + nth.size, "volle")
    week = stream.at(at, "weeks")
    if week is None:
        return None
    month = _month(stream, stream.skip(at + week.size, "van", "of", "in"))
    if month is None or month.moment.kind != "month":
        return None
    numbers = (month.moment.numbers[0], int(nth.value))
    return month._replace(moment=Moment("week-of-month", numbers, year=month.moment.year))


def _year(stream: Stream, index: int) -> TimePoint | None:
    """A year by itself: a time in a text, but none that says when something is reached."""
    year = year_at(stream, index)
    plain = stream.is_number(index) or stream.sign(index, "'’")
    return (
        TimePoint(Moment("year", year=year[0]), year[1], 0.5) if year and (plain or year[0] >= FIRST_OF_WORDS) else None
    )


FIRST_OF_WORDS = 2001

_RULES: tuple[Callable[[Stream, int], TimePoint | None], ...] = (
    _iso, _numbers, _day, _month, _quarter, _season, _feast, _school_year, _part, _week, _week_of_month, _year,
)  # fmt: skip
