"""Who takes part, as people write it: `ja`, `x`, `deelnemer`, `gestopt per 2024`, `vanaf 1-8-2023`.

What is not understood, or says that it is not known yet, stays unknown: it is never taken for a no, nor for a yes.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sto_cli.files.cells import Cell, cell_text
from sto_cli.plans.language.dates import read_when
from sto_cli.register.dates import first_day, last_day
from sto_cli.register.model import Status

YES = {
    "ja", "j", "yes", "y", "x", "v", "1", "ok", "waar", "true", "wel", "deelnemer", "deelnemers", "deelnemend",
    "deelnemende school", "deelname", "neemt deel", "nemen deel", "doet mee", "doen mee", "doet al mee", "meedoen",
    "actief", "actieve school", "actieve deelnemer", "lid", "partner", "partnerschool", "kernpartner", "kernschool",
    "aangesloten", "is aangesloten", "aangehaakt", "gestart", "begonnen", "ingestapt", "penvoerder", "volledig",
    "participating", "participant", "takes part", "taking part", "member", "active", "in", "vanaf", "sinds", "erbij",
}  # fmt: skip
"""What says yes, in small letters without accents and marks."""

NO = {
    "nee", "n", "no", "neen", "0", "onwaar", "false", "niet", "geen", "geen deelnemer", "geen deelname", "geen lid",
    "geen partner", "niet deelnemend", "neemt niet deel", "neemt geen deel", "nemen niet deel", "doet niet mee",
    "doen niet mee", "niet meer", "nog niet", "niet actief", "niet aangesloten", "doet niet meer mee", "inactief",
    "neemt niet meer deel", "geen interesse", "wil niet", "not participating", "does not take part", "not a member",
}  # fmt: skip

STOPPED = {
    "gestopt", "stopt", "is gestopt", "zijn gestopt", "beeindigd", "uitgestapt", "uitgetreden", "afgehaakt",
    "teruggetrokken", "afgemeld", "opgezegd", "gesloten", "opgeheven", "eruit", "vertrokken", "niet meer",
    "stopped", "left", "ended", "withdrawn", "closed", "doet niet meer mee", "neemt niet meer deel",
}  # fmt: skip
"""What says that a school took part and does so no longer."""

NOT_KNOWN = {
    "onbekend", "weet niet", "weten we niet", "onduidelijk", "misschien", "mogelijk", "wellicht", "twijfelt",
    "twijfel", "in gesprek", "in overleg", "gesprek", "nagaan", "navragen", "uitzoeken", "checken", "nog bekijken",
    "nog niet bekend", "niet bekend", "orienteert", "orienterend", "overweegt", "geinteresseerd", "interesse",
    "heeft interesse", "aangemeld", "wil meedoen", "gaat meedoen", "gaat deelnemen", "wordt deelnemer", "nvt",
    "n v t", "unknown", "maybe", "to be decided", "tbd", "not known", "pending", "open", "in aanvraag", "binnenkort",
}  # fmt: skip
"""What says that it is not decided or not known: neither yes nor no."""

DENIALS = {"nee", "neen", "no"}
"""A text that begins so is a no, whatever else it says ("nee, wel interesse"), unless it says yes as well."""

CHECK_MARKS = {"✓": "ja", "✔": "ja", "☑": "ja", "✅": "ja", "√": "ja", "✗": "nee", "✘": "nee", "❌": "nee", "☒": "nee"}

FILLER = {
    "is", "zijn", "school", "de", "het", "een", "al", "sto", "aan", "bij", "met", "in", "op", "en", "wel", "sterk",
    "techniekonderwijs", "regio", "programma", "ook", "schooljaar", "jaar", "datum", "dd", "lopend",
}  # fmt: skip
"""Words that change nothing."""

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
_THROUGH = re.compile(rf"(?:t/m|tot en met|t\.?m\.?|through)\s*:?\s*({_WHEN})")
_BEFORE = re.compile(rf"(?:tot|until|einde|eindigt|eind|end(?:s)?)\s*:?\s*({_WHEN})")
_ALONE = re.compile(_WHEN)
_YEAR_ONLY = re.compile(r"\W*(?:19|20)\d{2}\W*")
_LEFT_OVER = re.compile(r"\d+[-/.]\d+[-/.]\d+")
"""What looks like a day and was not taken out as one."""
_SCHOOL_YEAR = re.compile(r"(20\d{2}|'?\d{2})\s*[-/–]\s*(20\d{2}|\d{2})")

FIRST_SERIAL, LAST_SERIAL = 36526, 55153
"""Excel's numbers for 1 January 2000 and 31 December 2050: a number between them in a column of dates is a date."""

MONTHS = 12
_EXCEL_DAY_ZERO = date(1899, 12, 30)
LONGEST = 300
"""Letters of a cell that are looked at: more than any status is long."""


@dataclass(frozen=True, slots=True)
class StatusRead:
    """What a cell says: `status` is None when it is not known.

    `since` and `until` are a year, a month or a day, as the register writes them. `stopped` marks a school that took
    part before: its participation ended the day before `since`. `understood` is False for a text that says something
    which is not in the lists above (an empty cell says nothing, and that is understood).
    """

    status: Status | None = None
    since: str | None = None
    until: str | None = None
    stopped: bool = False
    understood: bool = True


def read_status(cell: Cell) -> StatusRead:
    """Read a cell of a status column. A day or month alone says since when a school takes part.

    A year alone is not understood: it may be the year in which the school began, stopped, or was asked. Neither is a
    text with a date that does not exist: without its date it would say something else.
    """
    if isinstance(cell, bool):
        return StatusRead("participating" if cell else "not_participating")
    if isinstance(cell, date):
        return StatusRead("participating", since=day_of(cell))
    if isinstance(cell, time | timedelta):
        return StatusRead(understood=False)
    text = cell_text(cell)[:LONGEST]
    for mark, word in CHECK_MARKS.items():
        text = text.replace(mark, f" {word} ")
    plain = _plain(text)
    if _YEAR_ONLY.fullmatch(plain):
        return StatusRead(understood=False)
    try:
        period, rest = _period(plain)
    except _NoSuchDate:
        return StatusRead(understood=False)
    if _LEFT_OVER.search(rest):
        return StatusRead(understood=False)
    return _judged(_words(rest), *period)


class _NoSuchDate(ValueError):
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
    return _date(_plain(text).strip())


def day_of(cell: date) -> str:
    """Write a date cell as a day."""
    return (cell.date() if isinstance(cell, datetime) else cell).isoformat()


def day_before(written: str) -> str | None:
    """Return the day before a year, month or day begins: `2024` → `2023-12-31`."""
    first = first_day(written)
    return (first - timedelta(days=1)).isoformat() if first and first > date.min else None


def _judged(words: str, since: str | None, until: str | None) -> StatusRead:
    """Say what the words mean, with the dates that stood among them."""
    first = words.split(maxsplit=1)[0] if words else ""
    plainly_no = words in NO and words not in STOPPED
    if plainly_no or (first in DENIALS and not _says(words, {"ja", "yes", "bekend"})):
        return StatusRead("not_participating", since=since, until=until)
    if _says(words, NOT_KNOWN):
        return _promised(words, since, until) if since else StatusRead()
    if _says(words, STOPPED):
        if _says(words, {"niet gestopt", "ja", "not stopped"}):
            return StatusRead(understood=False)
        return StatusRead("not_participating", since=since or day_after(until or ""), stopped=True)
    if _denies(words):
        return (
            StatusRead(understood=False)
            if _says(words, {"ja", "yes"})
            else StatusRead("not_participating", since, until)
        )
    if _says(words, YES) or (not words and (since or until)):
        return StatusRead("participating", since=since, until=until)
    return StatusRead(understood=not words)


def _promised(words: str, since: str, until: str | None) -> StatusRead:
    """`Gaat meedoen vanaf 2027` is a yes with a date; `in gesprek, misschien vanaf 2027` is not."""
    if _says(words, {"gaat meedoen", "gaat deelnemen", "wordt deelnemer", "aangemeld"}):
        return StatusRead("participating", since=since, until=until)
    return StatusRead()


def _denies(words: str) -> bool:
    """Whether the text is a no, or holds a word that denies."""
    return bool({*DENIALS, "niet", "geen", "not"} & set(words.split())) or _says(words, NO)


def _says(words: str, phrases: set[str]) -> bool:
    """Whether a text is one of the phrases, or holds one of more than two letters as whole words."""
    if words in phrases:
        return True
    padded = f" {words} "
    return any(len(phrase) > 1 and f" {phrase} " in padded for phrase in phrases)


def _plain(text: str) -> str:
    """Write small letters without accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("’", "'").replace("‘", "'"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _words(rest: str) -> str:
    """Leave out marks and the words that change nothing."""
    words = re.sub(r"[^a-z0-9]+", " ", rest.replace("n.v.t", "nvt")).split()
    joined = " ".join(words)
    if joined in YES or joined in NO or joined in NOT_KNOWN:
        return joined
    return " ".join(word for word in words if word not in FILLER)


def _period(text: str) -> tuple[tuple[str | None, str | None], str]:
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


def _sure(written: str) -> str:
    """Return a date as the register writes it.

    Raises:
        _NoSuchDate: it does not exist, or lies far outside the programme's time.
    """
    found = _date(written)
    if found is None:
        raise _NoSuchDate
    return found


def _date(written: str) -> str | None:
    """Return a date as the register writes it."""
    bare = written.strip().removeprefix("'")
    if re.fullmatch(r"(19|20)\d{2}", bare):
        return bare
    if re.fullmatch(r"\d{2}", bare) and written.strip().startswith("'"):
        return f"20{bare}"
    when = read_when(re.sub(r"(?<=[a-z])\.", "", bare).replace("'", "").replace("maa ", "maart "))
    return when.iso if when and date(1990, 1, 1) <= when.first <= date(2100, 1, 1) else None
