"""What a query says of levels (vmbo, mavo, basis, kader …), and how far a school fits that.

The register knows the vocational programmes of each school, and that a school without them offers tl. So "basis"
or "vakcollege" speaks for a school with such programmes, and "mavo" rather for one without.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from sto_cli.register.model import School
from sto_cli.search.words import word_set

Level = Literal["vocational", "technical", "green", "vmbo", "theoretical", "lyceum", "upper", "other"]

WORDS_OF: dict[Level, frozenset[str]] = {
    "vocational": word_set("basis kader bb kb bbl kbl bl kl lwoo beroeps vak vakcollege vakschool beroepen"),
    "technical": word_set("techniek"),
    "green": word_set("vmbogroen"),
    "vmbo": word_set("vmbo vbo"),
    "theoretical": word_set("mavo tl theoretische"),
    "lyceum": word_set("lyceum"),
    "upper": word_set("havo vwo atheneum"),
    "other": word_set("gymnasium praktijkonderwijs pro isk mbo vso"),
}
LEVEL_OF = {word: level for level, words in WORDS_OF.items() for word in words}

FIT: dict[Level, tuple[float, float]] = {
    "vocational": (1.0, 0.0),
    "technical": (1.0, 0.0),
    "green": (1.0, 0.0),
    "vmbo": (1.0, 0.6),
    "theoretical": (0.5, 1.0),
    "lyceum": (0.3, 0.6),
    "upper": (0.2, 0.4),
    "other": (0.3, 0.3),
}
"""How far a school with vocational programmes, and one with tl only, fits a level.

Of the 38 schools with "vmbo" in their own name 35 have vocational programmes; of the 24 with "mavo" 8 do.
"""

UNKNOWN_FIT = 0.7

OFF_PROFILE = 0.2
"""Of a school with vocational programmes, none of them green (or technical) as was said."""


def level_of(word: str) -> Level | None:
    """Return the level that a word speaks of, or None."""
    return LEVEL_OF.get(word)


def level_offered(levels: Iterable[str]) -> Level | None:
    """Return what a list of levels behind a name says: nothing when it lists all that an institution offers."""
    words = set(levels)
    said = {level_of(word) for word in words} - {None}
    if {"vmbo", "mavo"} <= words:
        said.discard("theoretical")  # both: vocational programmes beside the mavo
    if said and said <= {"upper", "lyceum"}:
        return "upper"
    if said & {"upper", "lyceum", "other"}:
        return None
    order: tuple[Level, ...] = ("vocational", "theoretical", "vmbo")
    return next((level for level in order if level in said), None)


def fit(level: Level, school: School | None) -> float:
    """Say how far a school fits a level, from 0 to 1."""
    if school is None or school.kind == "unknown":
        return UNKNOWN_FIT
    vocational, theoretical = FIT[level]
    if level == "green" and "GR" not in (school.profiles or {}):
        return OFF_PROFILE
    if level == "technical" and school.kind == "non_technical":
        return OFF_PROFILE
    return vocational if school.vocational else theoretical
