"""The dates that people write in the cells of a list: `1-8-2023`, `vanaf schooljaar 2023-2024`, `2020 t/m 2024`."""

import re
from datetime import date, datetime, time, timedelta

from sto_cli.files.cells import Cell, cell_text
from sto_cli.lists.headings import small_letters
from sto_cli.plans.language.times import read_when
from sto_cli.register.dates import first_day, last_day

_MONTH = r"(?:jan|feb|mrt|maa|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*\.?"
_WHEN = (
    r"(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?!\d)"
    rf"|(?:\d{{1,2}}\s+)?{_MONTH}\s*'?\d{{2,4}}|\d{{4}}-\d{{2}}(?!\d)|\d{{1,2}}[-/]\d{{4}}(?!\d)"
    r"|(?:19|20)\d{2}(?!\d)|'\d{2}(?!\d))"
)
_SPAN = re.compile(rf"({_WHEN})\s*(?:-|–|/|t/m|tot en met|tot|tm)\s*({_WHEN}|heden|nu)")
_YEARS = re.compile(r"(?<![\d-])(20\d{2})\s*[-–]\s*(\d{2})(?![\d-])")
_SINCE = re.compile(
    r"(?:m\.?i\.?v\.?|met ingang van|vanaf|sinds|per|van|start(?:datum|t|end)?|gestart(?: in| op| per)?|begint"
    r"|from|since|starting)"
    rf"\s*:?\s*(?:schooljaar\s+|cursusjaar\s+|het jaar\s+|de\s+)?({_WHEN})"
)
_THROUGH = re.compile(
    r"(?:t/m|tot en met|t\.?m\.?|through|(?:\b(?:tot|until)\s+)?\b(?:eind|einde|eindigt|end of|ends?))"
    rf"\s*:?\s*({_WHEN})"
)
_BEFORE = re.compile(rf"(?:tot|until)\s*:?\s*({_WHEN})")
_ALONE = re.compile(_WHEN)
YEAR_ONLY = re.compile(r"\W*(?:19|20)\d{2}\W*")
LEFT_OVER = re.compile(r"\d+[-/.]\d+[-/.]\d+")
"""What looks like a day and was not taken out as one."""
_SCHOOL_YEAR = re.compile(r"(20\d{2}|'?\d{2})\s*[-/–]\s*(20\d{2}|\d{2})")

FIRST_SERIAL, LAST_SERIAL = 36526, 55153
"""Excel's numbers for 1 January 2000 and 31 December 2050: a number between them in a column of dates is a date."""

MONTHS = 12
_EXCEL_DAY_ZERO = date(1899, 12, 30)
LONGEST = 300
"""Letters of a cell that are looked at: more than any status or date is long."""


class NoSuchDate(ValueError):
    """What is written as a date is none."""


def read_date(cell: Cell) -> str | None:
    """Read a cell of a date column as the register writes dates: `2023`, `2023-08`, `2023-08-01`; None: it is none."""
    if isinstance(cell, date):
        return day_of(cell)
    if isinstance(cell, bool | time | timedelta):
        return None
    text = cell_text(cell)[:LONGEST]
    if text.isdecimal() and FIRST_SERIAL <= int(text) <= LAST_SERIAL:
        return (_EXCEL_DAY_ZERO + timedelta(days=int(text))).isoformat()
    return _date(small(text).strip())


def read_start(cell: Cell) -> str | None:
    """Read a cell of a column of beginnings, in which a school year is its first day ("2019/2020")."""
    try:
        (since, until), rest = take_period(small(cell_text(cell)[:LONGEST]))
    except NoSuchDate:
        return read_date(cell)
    year = since and until and since.endswith("-08-01") and until == f"{int(since[:4]) + 1}-07-31"
    return since if year and not re.search(r"\w", rest) else read_date(cell)


def read_end(cell: Cell) -> str | None:
    """Read a cell of a column of ends, in which the word before the date may stand too ("tot juli 2025")."""
    try:
        (since, until), rest = take_period(small(cell_text(cell)[:LONGEST]))
    except NoSuchDate:
        return read_date(cell)
    school_year = since and until and until.endswith("-07-31")
    return until if until and (school_year or not since) and not re.search(r"\w", rest) else read_date(cell)


def day_of(cell: date) -> str:
    """Write a date cell as a day."""
    return (cell.date() if isinstance(cell, datetime) else cell).isoformat()


def day_before(written: str) -> str | None:
    """Return the day before a year, month or day begins: `2024` → `2023-12-31`."""
    first = first_day(written)
    return (first - timedelta(days=1)).isoformat() if first and first > date.min else None


def small(text: str) -> str:
    """Write small letters without accents, and one kind of apostrophe."""
    return small_letters(text.replace("’", "'").replace("‘", "'"))


def take_period(text: str) -> tuple[tuple[str | None, str | None], str]:
    """Take the dates out of a text: since and until, and what is left."""
    if (found := _SCHOOL_YEAR.search(text)) and _full_year(found[2]) == _full_year(found[1]) + 1:
        return _of_school_year(text, found, _full_year(found[1]))
    if (found := _YEARS.search(text)) and int(found[2]) > MONTHS:
        return (found[1], str(_full_year(found[2]))), _without(text, found)
    if found := _SPAN.search(text):
        return (_sure(found[1]), _span_end(found[2])), _without(text, found)
    return _marked_dates(text)


def _marked_dates(text: str) -> tuple[tuple[str | None, str | None], str]:
    """Take out dates by the word before them: since, through, until; a date without such a word is a beginning."""
    until, text = _through(text)
    if found := _SINCE.search(text):
        return (_sure(found[1]), until), _without(text, found)
    if until is None and (found := _ALONE.search(text)):
        return (_sure(found[0]), None), _without(text, found)
    return (None, until), text


def _through(text: str) -> tuple[str | None, str]:
    """Take out an end: `t/m` includes the date, `tot` does not."""
    if found := _THROUGH.search(text):
        return _sure(found[1]), _without(text, found)
    if found := _BEFORE.search(text):
        return day_before(_sure(found[1])), _without(text, found)
    return None, text


def _of_school_year(text: str, found: re.Match[str], first: int) -> tuple[tuple[str | None, str | None], str]:
    """A school year runs from August to July; `vanaf 2023-2024` has a beginning only, `tot 2023-2024` an end only."""
    before = text[: found.start()]
    rest = _without(text, found)
    if re.search(r"(vanaf|sinds|per|m\.?i\.?v\.?|ingang van|start\w*)\W*(schooljaar|cursusjaar)?\W*$", before):
        return (f"{first}-08-01", None), rest
    if re.search(r"(t/m|tot en met)\W*(schooljaar|cursusjaar)?\W*$", before):
        return (None, f"{first + 1}-07-31"), rest
    if re.search(r"tot\W*(schooljaar|cursusjaar)?\W*$", before):
        return (None, f"{first}-07-31"), rest
    return (f"{first}-08-01", f"{first + 1}-07-31"), rest


def _span_end(end: str) -> str | None:
    """Return the end of `2020-2024` or `2020-heden`; after `tot` too, since people mean the last year."""
    return None if end in {"heden", "nu"} else _sure(end)


def _full_year(digits: str) -> int:
    bare = digits.removeprefix("'")
    return int(bare) if len(bare) == 4 else 2000 + int(bare)  # noqa: PLR2004


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"


def day_after(written: str) -> str | None:
    """Return the day after a year, month or day ends: `2023` → `2024-01-01`."""
    last = last_day(written)
    return (last + timedelta(days=1)).isoformat() if last and last < date.max else None


def begins_after(one: str, other: str) -> bool:
    """Whether a day, month or year lies wholly after another."""
    first, last = first_day(one), last_day(other)
    return first is not None and last is not None and first > last


def _sure(written: str) -> str:
    """Return a date as the register writes it."""
    found = _date(written)
    if found is None:
        raise NoSuchDate
    return found


_SHORT_YEAR = re.compile(r"^(\d{1,2}[-/.]\d{1,2}[-/.]|(?:\d{1,2} )?[a-z]*\.? ?')(?<!\d')([1-4]\d)$")
"""A year in two figures behind a day and a month, or an apostrophe: of this programme's time."""


def _date(written: str) -> str | None:
    """Return a date as the register writes it."""
    bare = _SHORT_YEAR.sub(r"\g<1>20\2", written.strip())
    if re.fullmatch(r"(19|20)\d{2}", bare):
        return bare
    when = read_when(re.sub(r"(?<=[a-z])\.", "", bare).replace("'", "").replace("maa ", "maart "))
    return when.iso if when and date(1990, 1, 1) <= when.first <= date(2100, 1, 1) else None
