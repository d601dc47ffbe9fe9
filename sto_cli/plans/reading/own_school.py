"""The school that a letter speaks of as its own: “Wij van het Avantis College in Hoofddorp zouden graag …”.

Only a name, taken from the words around it; whether there is such a school, the register says. A school that gives
something, that is visited or that one works with is another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sto_cli.plans.language.mbo_schools import names_mbo
from sto_cli.plans.language.named_profiles import profiles_in
from sto_cli.plans.language.plain import plain_word

LONGEST_LINE = 100
"""Characters of a line that is no sentence: a subject, a signature."""

MOST_TEXTS = 40
"""Texts of a plan that are looked through."""

_CAP = r"[A-ZÀ-Ý0-9'’][\w'’.&-]*"
_WORD = r"(?:[\w'’-]*(?:[Cc]ollege|[Ll]yceum|[Mm]avo|[Ss]cholengemeenschap)|[Vv]mbo|VMBO|COLLEGE)"
_NAME = (
    rf"(?P<name>(?:(?:{_CAP} ){{1,4}}{_WORD}|[A-Z][\w'’-]{{3,}}(?:college|lyceum))(?: {_CAP}){{0,2}}|"
    rf"(?:RSG|CSG|SG|OSG|SSG|PSG|rsg|csg|sg|osg) (?:(?:de|het) )?{_CAP}(?: {_CAP})?)"
)
_PLACE = (
    rf"(?:(?: in| te| at) (?P<place>{_CAP}(?: (?:aan|den|op) (?:(?:den|de) )?{_CAP})?)|"
    rf", (?P<town>{_CAP}(?: {_CAP})?)(?=[,.)]|$))?"
)
_OURS = (
    r"\b(?:[Ww]ij|[Ww]e|[Oo]ns|[Oo]nze|[Ii]k|[Nn]amens|[Gg]aat|[Ss]chool is|[Aa]ls|[Bb]en|[Hh]ierbij|I|[Oo]ur)\b"
    r"[^.;:!?]{0,70}?"
)
_BEFORE = r"\b(?:van|op|bij|is|zijn|om|namens|at|of) (?:(?:het|de|onze|the) )?"
_IN_A_SENTENCE = re.compile(rf"{_OURS}{_BEFORE}{_NAME}{_PLACE}")
_AT_ITS_BEGINNING = re.compile(rf"^(?:[Hh]et |[Dd]e )?{_NAME}{_PLACE}(?= [^.]*\b(?:wij|we|ik)\b)")
_HEADED = re.compile(rf"^{_NAME}{_PLACE}(?=\s*[,(]|\.?$)")
_AT_ONCE = re.compile(
    rf"\b(?:[Nn]amens|[Oo](?:nze|p onze) school,?|[Ww](?:ij|e) zijn|[Oo]n behalf of) (?:(?:van )?(?:het|de|the) )?"
    rf"{_NAME}{_PLACE}"
)
_BY_ITS_PLACE = re.compile(
    rf"\b(?:[Ww](?:ij|e) (?:(?:zijn|werken) )?(?:van|op)|geef(?: ik)?(?: les)? op|werk(?: ik)? op|"
    rf"[Pp]lan[^.]{{0,40}} van|[Nn]amens|we are from) (?:[Dd]e|[Hh]et|the) (?P<name>{_CAP}(?: {_CAP}){{0,2}})"
    rf"(?:(?:,? \(?(?:locatie|vestiging) [^.()]{{2,40}}?\)?)? (?:in|te) (?P<place>{_CAP})|"
    rf"(?=,? \(?(?:locatie|vestiging) [A-Z]))"
)
_ON_A_LINE = re.compile(rf"{_NAME}{_PLACE}")
OF_OTHERS = re.compile(
    r"\b(?:samen(?:werk\w*)?|hulp|bezoek\w*|naar|gelezen|(?<!sinds )vorig|gastles\w*|overleg|contact|partner\w*|"
    r"voorbeeld|doet|levert|stuurt|leent|krijgen|ook het|visit\w*|together)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=\w[.!?])\s+(?=[A-ZÀ-Ý])")
_KINDS_OF_SCHOOL = frozenset(
    ("college", "lyceum", "mavo", "vmbo", "scholengemeenschap", "vakcollege", "beroepscollege")
)


def own_school(texts: Iterable[str]) -> tuple[str, int] | None:
    """Return the school that texts speak of as their own, and in which text; None where that is none, or several."""
    found = [
        (name, index) for index, text in enumerate(texts) if index < MOST_TEXTS for name in _named(text, first=index)
    ]
    named = {plain_word(name.split(",")[0]): (name, index) for name, index in reversed(found)}
    return next(iter(named.values())) if len(named) == 1 else None


def _named(text: str, *, first: int) -> list[str]:
    if len(text) <= LONGEST_LINE and not text.rstrip().endswith(".") and not OF_OTHERS.search(text):
        return _names(_ON_A_LINE, text.title() if text.islower() else text, mbo=first < FIRST_LINES)[:1]
    names: list[str] = []
    for sentence in _SENTENCE.split(text):
        if not OF_OTHERS.search(sentence):
            patterns = (
                _IN_A_SENTENCE,
                _AT_ONCE,
                _BY_ITS_PLACE,
                *((_HEADED, _AT_ITS_BEGINNING) if first < FIRST_TEXTS else ()),
            )
            names += next((got for pattern in patterns if (got := _names(pattern, sentence))), [])
    return names


_OUR_PROFILES = re.compile(
    r"\b(?:(?i:profiel(?:en)?|afdeling(?:en)?|sectie|team|leerlingen(?: van)?|les in|docent\w*) |"
    r"(?i:onze|ons) (?:\w+ )?(?=[A-Z&]{2,4}-)|"
    r"(?i:ik geef|geef ik|bieden wij|wij bieden|wij hebben|we hebben) )(?P<named>[^.;:()]{2,80})"
)
_SPEAKS_OF_US = re.compile(r"\b(?:wij|we|ons|onze|ik|mijn|namens|gaat om|hierbij)\b", re.IGNORECASE)
_NOT_OURS = re.compile(
    r"\b(?:regio(?:visie)? (?:vraagt|wil|kiest|zet)|ander\w*|mbo|"
    r"(?:afdeling|docent\w*|leerlingen)[^.]{0,30} van het [A-Z]\w+)\b"
)


def own_profiles(texts: Iterable[str]) -> tuple[list[str], int] | None:
    """Return the profiles that the first sentence with any speaks of as the school's own, and in which text."""
    for index, text in enumerate(texts):
        for sentence in _SENTENCE.split(text) if index < MOST_TEXTS else ():
            if not _SPEAKS_OF_US.search(sentence) or OF_OTHERS.search(sentence) or _NOT_OURS.search(sentence):
                continue
            named = [code for found in _OUR_PROFILES.finditer(sentence) for code in profiles_in(found["named"])]
            if named:
                return list(dict.fromkeys(named)), index
    return None


FIRST_TEXTS = 4
"""Texts at the top, in which a sentence may begin with the own school."""

FIRST_LINES = 3
"""Lines at the top, in which a name that is also that of an mbo school is the own one (“Berechja College”)."""

_LEADS = re.compile(
    r"^(?:(?:aanvraag|plan|projectplan|sto|project|onderwerp|betreft|namens|het|de|van|voor|en)\W+)+", re.IGNORECASE
)


def _names(pattern: re.Pattern[str], text: str, *, mbo: bool = False) -> list[str]:
    return [name for found in pattern.finditer(text) if (name := _name_in(found, mbo=mbo)) is not None]


def _name_in(found: re.Match[str], *, mbo: bool) -> str | None:
    """Return the name with its place; None for an mbo school, and a word that is only a kind of school."""
    name, parts = _LEADS.sub("", found["name"]).strip(" ."), found.groupdict()
    place = (parts.get("place") or parts.get("town") or "").rstrip(".")
    if (names_mbo(name) and not mbo) or name.lower() in _KINDS_OF_SCHOOL or profiles_in(name):
        return None
    return f"{name}, {place}" if place and not profiles_in(place) else name
