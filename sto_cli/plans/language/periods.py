"""Periods as people write them: “augustus 2026 – juli 2028”, “schooljaar 2027-2028”, and where a text tells of one."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import MAXYEAR, date, timedelta
from itertools import islice

from sto_cli.plans.language.dates import LONGEST, When
from sto_cli.plans.language.times import runs_from_to, time_meant

BeginAndEnd = tuple[When, When]
"""Of a period, as they were written."""

_FROM_TO = re.compile(
    r"\s*(?:–|—|→|->|\.\.+|\s>\s|\s/\s|\bt/m\b|\btot en met\b|\b(?:en )?(?:loopt |duurt )?tot\b|\buntil\b|\bto\b|\s-\s|"
    r"\ben\b|\band\b|\bt\.m\.|\btm\b|[,;]\s*\b(?:einde?(?:datum)?|stop|klaar|end)\b\s*[:=]?)\s*"
)
_OPENING = re.compile(
    r"(?:(?:van|from|vanaf|per|looptijd|periode|begindatum|startdatum|start|end(?=s ))\s*[:=]?|begin\s*[:=]|"
    r"begin(?! (?:van )?(?:het )?(?:schooljaar |20)))\s+|[:=]\s*"
)
_REMARK = re.compile(r"\s*\([^()]*\)(?=\s|$)\s*")


def period_in(written: str) -> BeginAndEnd | None:
    """Return the begin and end that a text such as “augustus 2026 – juli 2028” gives, or a school year does.

    What follows behind the period in the same text is left: “jan 2027 t/m juli 2028. Ingevuld door de sectie”.
    """
    words = written.split()
    whole = _period(" ".join(words))
    opening = _opening_period(words) if whole is None else None
    return _period(opening) if opening else whole


def _period(written: str) -> BeginAndEnd | None:
    text = _REMARK.sub(" ", written.lower()).strip()
    while opening := _OPENING.match(text):
        text = text[opening.end() :]
    whole = time_meant(text) if len(text) <= 2 * LONGEST and not runs_from_to(text) else None
    if whole is not None and whole.first != whole.last:
        return _day(whole.first), _day(whole.last)
    if (lasting := _lasting(text)) is not None:
        return lasting
    parts = _FROM_TO.split(text)
    if len(parts) != 2:  # noqa: PLR2004 - begin and end
        return None
    end = time_meant(parts[1].strip(" ,."))
    first = parts[0].strip(" ,;")
    start = end and (time_meant(first) or time_meant(f"{first} {end.last.year}"))
    return (start, end) if start and end else None


_LASTING = re.compile(
    r"(?P<many>\d{1,2}(?:[.,]5)?|een|anderhalf|twee|drie|one|two|three) "
    r"(?P<unit>jaar|jaren|schooljaren|maanden|years?|months),? "
    r"(?:vanaf|met ingang van|start(?:end)?(?: in| op)?|beginnend in|per|from|starting in) (?P<start>.+)"
)
_NUMBERS = {"een": 1, "one": 1, "anderhalf": 1.5, "twee": 2, "two": 2, "drie": 3, "three": 3}


def _lasting(text: str) -> BeginAndEnd | None:
    """Return the begin and end of a time that is told by how long it takes: “anderhalf jaar vanaf januari 2027”."""
    found = _LASTING.fullmatch(text)
    start = time_meant(found["start"].strip(" ,.")) if found and found["start"] else None
    if found is None or start is None:
        return None
    many = _NUMBERS.get(found["many"]) or float(found["many"].replace(",", "."))
    months = round(many * (1 if found["unit"].startswith(("maand", "month")) else 12))
    end = _day_before(start.first, months)
    return (start, _day(end)) if end else None


def _day_before(first: date, months: int) -> date | None:
    """Return the last day of so many months from a first day; None where none or where the calendar ends before it."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    if not months or year > MAXYEAR:
        return None
    return date(year, month + 1, min(first.day, calendar.monthrange(year, month + 1)[1])) - timedelta(days=1)


def _day(day: date) -> When:
    return When(day, day, day.isoformat())


FEWEST_WORDS, MOST_WORDS = 3, 12
"""Words of a period within a text; the longest: “van 1 februari 2027 tot en met eind juni 2028”."""

_YEAR = re.compile(r"20\d\d|\b\d{1,2}[-/]\d{1,2}[-/]\d\d\b|['’]\d\d\b")
_MAY_BEGIN = re.compile(
    r"(?:van|vanaf|from|\d{1,2}(?:[-/.]\d+)*|begin|eind|medio|half|(?:jan|feb|m(?:aa)?rt|apr|mei|may|ju[nl]|aug|sep|o[kc]t|"
    r"nov|dec|mar)\w*\.?|schooljaar|voorjaar|najaar|zomer|herfst|lente)",
    re.IGNORECASE,
)


def _opening_period(words: list[str]) -> str | None:
    """Return the longest text that a run of words begins with and that is a period from one time to another."""
    for size in range(min(MOST_WORDS, len(words)), FEWEST_WORDS - 1, -1):
        text = " ".join(words[:size]).strip(" .,;*_()")
        if _YEAR.search(text) and _FROM_TO.search(text.lower()) and _period(text) is not None:
            return text
    return None


def period_within(text: str) -> str | None:
    """Return the words in a text that give a period from one time to another; None where none do."""
    words = text.split()
    starts = (at for at, word in enumerate(words) if _MAY_BEGIN.match(word.strip("(*_")))
    opening = (_opening_period(words[at : at + MOST_WORDS]) for at in islice(starts, MOST_STARTS))
    return next(filter(None, opening), None)


MOST_STARTS, MOST_TOLD = 12, 20
"""Words of a text with which a period may begin, and sentences on the period of the plan, that are looked at."""


_OF_THE_PLAN = re.compile(
    r"looptijd|projectperiode|planperiode|\bperiode\b[^.]{0,20}\b(?:plan|project|van|is)\b|"
    r"\b(?:plan|project|traject|aanvraag)\b[^.]{0,30}\b(?:loopt|duurt|beslaat|geldt|bestrijkt)\b|"
    r"\b(?:plan|project)\b[^.]{0,20}\b(?:runs|lasts)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")


def period_told(texts: Iterable[str]) -> tuple[str, int] | None:
    """Return the period that a sentence says the plan has, and in which of the texts.

    “De looptijd is van januari 2027 tot en met juli 2027.”
    """
    told = (
        (sentence[found.start() :], index)
        for index, text in enumerate(texts)
        for sentence in _SENTENCE.split(text)
        if (found := _OF_THE_PLAN.search(sentence))
    )
    periods = ((period_within(sentence), index) for sentence, index in islice(told, MOST_TOLD))
    return next(((period, index) for period, index in periods if period is not None), None)
