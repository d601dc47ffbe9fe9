"""Municipalities in which no school of the register lies, and the schools that are nearest to them."""

import csv
import re
from functools import cached_property, lru_cache
from io import StringIO
from pathlib import Path

from sto_cli.register.belonging import distance_km
from sto_cli.register.municipalities import FORMER_MUNICIPALITIES, MERGED
from sto_cli.register.register import Register
from sto_cli.search.levels import WITHOUT_VMBO, rank_of
from sto_cli.search.places import words_of_place
from sto_cli.search.results import Match, Municipality, members_beside
from sto_cli.search.words import KINDS, LEVELS, SMALL, SPOTS, plain

NEAR_SCORE = 0.5

WordSet = frozenset[str]


@lru_cache(maxsize=1)
def _shipped_text() -> str:
    import sto_cli.data  # noqa: PLC0415 - found where it is installed

    return Path(str(sto_cli.data.__file__)).with_name("municipalities.csv").read_text(encoding="utf-8")


def shipped_municipalities() -> tuple[Municipality, ...]:
    """Return the municipalities that ship with the program."""
    return tuple(
        Municipality(row["name"], row["province"], (float(row["latitude"]), float(row["longitude"])))
        for row in csv.DictReader(StringIO(_shipped_text()))
    )


@lru_cache(maxsize=1)
def words_of_municipalities() -> WordSet:
    """Every word of a municipality's name, present or former: a text that holds none of them needs no reading."""
    return frozenset(re.findall(r"\w+", plain(f"{_shipped_text()} {' '.join(MERGED)}")))


class Municipalities:
    """The municipalities beside a register, by what people call them."""

    def __init__(self, register: Register) -> None:
        self._register = register

    @cached_property
    def _without_school(self) -> dict[WordSet, list[Municipality]]:
        """The municipalities without a school, by the words of their names, also of those that went into them."""
        having = {_words(school.municipality or "") for school in self._register.schools.values()}
        having |= {_words(school.town) for school in self._register.schools.values()}
        having |= {_words(ref.member.place or "") for ref in members_beside(self._register)}
        found: dict[WordSet, list[Municipality]] = {}
        for one in shipped_municipalities():
            if _words(one.name) not in having:
                for name in (one.name, *FORMER_MUNICIPALITIES.get(one.name, ())):
                    found.setdefault(_words(name), []).append(one)
            elif "(" in one.name and one.name not in self._register.schools_by_municipality:  # Bergen (L.)
                found[_signed(one.name)] = [one]
        return found

    def without_school(self, text: str) -> Municipality | None:
        """Return the municipality that a text names and in which no school lies; None where two are named so."""
        if not words_of_municipalities().issuperset(_signed(text) - SMALL - SPOTS - KINDS - LEVELS):
            return None
        found = self._without_school.get(_words(text)) or self._without_school.get(_signed(text)) or ()
        return found[0] if len(found) == 1 else None

    def nearest(self, one: Municipality) -> tuple[Match, ...]:
        """Return the schools with vmbo, the nearest first."""
        schools = self._register.schools.values()
        placed = (school for school in schools if school.coordinates and rank_of(school) != WITHOUT_VMBO)
        near = sorted(placed, key=lambda school: distance_km(one.middle, school.coordinates or one.middle))
        return tuple(Match(school, None, NEAR_SCORE, "place", one.name, ("place",)) for school in near)


def _words(name: str) -> WordSet:
    return frozenset(words_of_place(name)) - KINDS - LEVELS


def _signed(name: str) -> WordSet:
    """The words with the sign of the province behind them: `Bergen (L.)`, `Bergen L`."""
    return frozenset(re.findall(r"\w+", plain(name)))
