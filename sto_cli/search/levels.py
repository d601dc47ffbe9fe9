"""What a query says of levels and profiles (vmbo, mavo, basis, kader, groen …), and how far a school fits that.

The register knows the profiles of each school, and that a school with exams but without them offers tl; of a location
without exam candidates it knows what DUO's list names. So "basis" or "vakcollege" speaks for a school with profiles,
"mavo" rather for one without, and "zorg en welzijn" for one that offers just that.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from sto_cli.register.model import School
from sto_cli.register.profiles import PROFILES
from sto_cli.search.words import word_set

Level = str
"""A level of `WORDS_OF`, the code of a profile, or `technical` for any of the technical profiles."""

WORDS_OF: dict[Level, frozenset[str]] = {
    "vocational": word_set("basis kader bb kb bbl kbl bl kl lwoo beroeps vak vakcollege vakschool beroepen"),
    "GR": word_set("vmbogroen"),
    "vmbo": word_set("vmbo vbo"),
    "theoretical": word_set("mavo tl theoretische"),
    "lyceum": word_set("lyceum"),
    "upper": word_set("havo vwo atheneum"),
    "gymnasium": word_set("gymnasium"),
    "practical": word_set("praktijkonderwijs pro praktijk"),
    "newcomers": word_set("isk schakelklas nieuwkomers"),
    "other": word_set("mbo vso"),
}
LEVEL_OF = {word: level for level, words in WORDS_OF.items() for word in words}

LevelGroup = Literal["vocational", "theoretical", "lower_years", "newcomers", "practical", "havo_vwo"]

FIT: dict[Level, dict[LevelGroup, float]] = {
    "vocational": {"vocational": 1.0, "lower_years": 0.6},
    "vmbo": {"vocational": 1.0, "theoretical": 0.6, "lower_years": 0.7},
    "theoretical": {"vocational": 0.5, "theoretical": 1.0, "lower_years": 0.6},
    "lyceum": {"vocational": 0.3, "theoretical": 0.6, "lower_years": 0.6, "havo_vwo": 0.8},
    "upper": {"vocational": 0.2, "theoretical": 0.4, "lower_years": 0.3, "havo_vwo": 1.0},
    "gymnasium": {"vocational": 0.3, "theoretical": 0.3, "lower_years": 0.3, "havo_vwo": 0.5},
    "practical": {"vocational": 0.3, "theoretical": 0.3, "lower_years": 0.3, "practical": 1.0},
    "newcomers": {"vocational": 0.3, "theoretical": 0.3, "lower_years": 0.3, "newcomers": 0.5},
    "other": {"vocational": 0.3, "theoretical": 0.3, "lower_years": 0.3, "practical": 0.3, "havo_vwo": 0.3},
}
"""How far a school of a kind fits a level; one that is not named fits it not at all.

Of the 38 schools with "vmbo" in their own name 35 have vocational programmes; of the 24 with "mavo" 8 do.
"""

WITHOUT: frozenset[Level] = frozenset({"upper", "gymnasium", "practical", "newcomers", "other", "lyceum"})
"""Levels that schools without vmbo have."""

TAUGHT: dict[Level, frozenset[str]] = {
    "vocational": word_set("vbo"), "vmbo": word_set("vbo"), "theoretical": word_set("mavo"),
    "upper": word_set("havo vwo"), "gymnasium": word_set("vwo"), "practical": word_set("pro"),
}  # fmt: skip
"""What DUO's list names of a location that teaches a level beside others."""

ONLY_TAUGHT_FIT, TAUGHT_FIT, NOT_TAUGHT_FIT = 0.9, 0.6, 0.1
NO_EXAMS_FIT = 0.8
"""Of a location that teaches the vmbo and has no exams, or none but tl: it may be the one that is meant."""

UNKNOWN_FIT = 0.7

OFF_PROFILE = 0.2
"""Of a school with vocational programmes, none of them green (or technical) as was named."""


def level_of(word: str) -> Level | None:
    """Return the level that a word speaks of, or None."""
    return LEVEL_OF.get(word)


def level_offered(levels: Iterable[str]) -> Level | None:
    """Return what a list of levels behind a name says: nothing when it lists all that an institution offers."""
    words = set(levels)
    named = {level_of(word) for word in words} - {None}
    if {"vmbo", "mavo"} <= words:
        named.discard("theoretical")  # both: vocational programmes beside the mavo
    if named and named <= {"upper", "lyceum"}:
        return "upper"
    if named & {"upper", "lyceum", "gymnasium", "practical", "newcomers", "other"}:
        return named.pop() if len(named) == 1 else None
    order: tuple[Level, ...] = ("vocational", "theoretical", "vmbo")
    return next((level for level in order if level in named), None)


@lru_cache(maxsize=16_384)
def fit(level: Level, school: School | None) -> float:
    """Say how far a school fits a level or a profile, from 0 to 1."""
    if school is None or school.kind == "unknown":
        return UNKNOWN_FIT
    if level == "technical" or level in PROFILES:
        return _profile_fit(level, school)
    least = FIT[level].get(group_of(school), 0.0)
    if level == "vocational" and school.structure == ("vbo",):
        return max(least, ONLY_TAUGHT_FIT)
    if level == "gymnasium" and school.structure == ("vwo",):
        return ONLY_TAUGHT_FIT
    if not school.structure or level not in TAUGHT or least > NO_EXAMS_FIT:
        return least
    if TAUGHT[level].isdisjoint(school.structure):
        return least if level == "vmbo" else min(least, NOT_TAUGHT_FIT)
    without_exams = level in {"vmbo", "theoretical"} and not school.vocational
    return max(least, NO_EXAMS_FIT if without_exams else TAUGHT_FIT)


def _profile_fit(level: Level, school: School) -> float:
    if school.kind in {"practical", "havo_vwo", "theoretical"}:
        return 0.0
    if school.kind == "lower_years":
        return OFF_PROFILE
    offered = school.kind == "technical" if level == "technical" else level in (school.profiles or {})
    return 1.0 if offered else OFF_PROFILE


def group_of(school: School) -> LevelGroup:
    """Return what kind of school it is, as far as levels go."""
    if school.vocational:
        return "vocational"
    if school.kind in {"theoretical", "practical", "havo_vwo"}:
        return school.kind
    return "newcomers" if school.structure == ("brugjaar",) else "lower_years"


def rank_of(school: School | None) -> Rank:
    """Return the place of a school in the order of equals; of a member of a region it is not known."""
    return ORDER.get(group_of(school), WITHOUT_VMBO) if school else ORDER["theoretical"]


Rank = Literal[0, 1, 2, 3]

ORDER: dict[LevelGroup, Rank] = {"vocational": 0, "theoretical": 1, "lower_years": 2}
"""In this order schools stand, since STO is for the vmbo; kinds that are not named are without it, and come last."""

WITHOUT_VMBO: Rank = 3

WITH_EXAMS: Rank = 1
"""Up to this a location has exam candidates in the vmbo."""
