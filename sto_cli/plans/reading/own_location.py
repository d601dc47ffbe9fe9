"""Which location of a school a plan is of: on a line of its own, or beside the name of the school.

Only words, which help to tell the locations of a school apart; whether there is such a location, the register says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sto_cli.plans.language.mbo_schools import names_mbo

LONGEST_WHERE = 60
"""Characters of a place, a street or the name of a location."""

MOST_TEXTS = 40
"""Texts of a plan that are looked through."""

_LOCATION = r"(?:locatie|(?:hoofd|neven)?vestiging|dependance|location|branch)"
_LABEL = re.compile(
    rf"{_LOCATION}|(?:vestigings|woon)?plaats|(?:bezoek)?adres|straat(?:naam)?|place|town|(?:visiting )?address|street",
    re.IGNORECASE,
)
_LINE = re.compile(rf"(?P<label>{_LABEL.pattern})\s*:\s*(?P<where>\S.*)", re.IGNORECASE)
_BARE = re.compile(rf"(?P<label>{_LOCATION})\s+(?P<where>[A-ZÀ-Ý][\w'’./-]*(?: [\w'’./-]+){{0,3}})", re.IGNORECASE)
_CAP = r"[A-ZÀ-Ý][\w'’./-]*"
_NAME = rf"(?P<where>{_CAP}(?:(?: (?:van|der|den|de|het|ten|ter|op|aan))* {_CAP}){{0,3}})"
_AT = rf"(?:(?i:{_LOCATION})\s*:?\s+(?:(?:aan|op|in) )?(?:(?:de|het) )?|aan (?:de|het) )"
_PLACE = r"(?:(?:,| in| te|,? \(?at) ?[A-ZÀ-Ý][\w'’-]+)?"
_BEHIND = re.compile(rf"{_PLACE}[\s,(–-]{{1,4}}(?:en wel )?(?:de |onze |op |met |van )*{_AT}{_NAME}")
_OURS = re.compile(rf"\b(?:[Oo]nze|[Mm]ijn|[Oo]ur|[Dd]eze) (?i:{_LOCATION}) (?:(?:aan|op|in) )?(?:(?:de|het) )?{_NAME}")


def where_said(label: str, text: object) -> str | None:
    """Return where a school is by a label and what stands behind it: “Locatie”, “Plaats”; None where it is no such."""
    if not isinstance(text, str) or not _LABEL.fullmatch(label.strip(" :*_")):
        return None
    where = " ".join(text.split()).strip(" .,;")
    if not where or len(where) > LONGEST_WHERE:
        return None
    return f"{label.strip(' :*_').lower()} {where}" if re.fullmatch(_LOCATION, label.strip(" :*_"), re.I) else where


def where_on_line(line: str) -> str | None:
    """Return where a school is by a line of its own: “Locatie: Geessinkweg”, “locatie Geessinkweg”."""
    found = _LINE.fullmatch(line.strip(" *_")) or _BARE.fullmatch(line.strip(" *_."))
    return where_said(found["label"], found["where"]) if found else None


def location_beside(texts: Iterable[str], school: str) -> str | None:
    """Return the location of a school that texts name right behind its name, or call their own; None for several."""
    named = re.escape(school.split(",", maxsplit=1)[0].strip())
    name = re.compile(named, re.IGNORECASE)
    before = re.compile(rf"(?i:{_LOCATION}) (?:aan )?(?:(?:de|het) )?{_NAME} van (?:(?:het|de) )?(?i:{named})")
    found: dict[str, str] = {}
    for index, text in enumerate(texts):
        if index >= MOST_TEXTS:
            break
        beside = [place for one in name.finditer(text) if (place := _BEHIND.match(text, one.end()))]
        for place in beside or [*before.finditer(text)] or _OURS.finditer(text):
            where = place["where"].strip(" .,")
            if not names_mbo(where):
                found[where.lower()] = where
    return f"locatie {next(iter(found.values()))}" if len(found) == 1 else None


def names_location(school: str) -> bool:
    """Whether the name of a school says itself which location is meant."""
    return re.search(rf"\b{_LOCATION}\b", school, re.IGNORECASE) is not None
