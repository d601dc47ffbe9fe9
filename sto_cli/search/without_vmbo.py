"""Locations with havo and vwo only: no schools of the register, but sisters of them that people may mean."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from sto_cli.register.register import Register
from sto_cli.search.places import place_names
from sto_cli.search.words import DENOMINATIONS, KINDS, LEVELS, read

GENERAL = KINDS | LEVELS | DENOMINATIONS


class OtherLocation(NamedTuple):
    """A location that had exams of havo or vwo and never of vmbo, by DUO's files of 2019–2024."""

    id: str
    name: str
    municipality: str

    @property
    def own(self) -> frozenset[str]:
        """The words of its name that not every school may carry."""
        return frozenset(read(self.name).words) - GENERAL

    @property
    def around(self) -> frozenset[str]:
        """The words of the places that may be written beside its name."""
        return frozenset(word for words, _ in place_names(None, self.municipality, None) for word in words)


@lru_cache(maxsize=1)
def shipped_locations() -> tuple[OtherLocation, ...]:
    """Return the locations that ship with the program."""
    import sto_cli.data  # noqa: PLC0415 - found where it is installed

    path = Path(str(sto_cli.data.__file__)).with_name("without_vmbo.csv")
    with path.open(encoding="utf-8", newline="") as stream:
        return tuple(OtherLocation(row["id"], row["name"], row["municipality"]) for row in csv.DictReader(stream))


class OtherLocations:
    """The locations without vmbo beside a register, found by their names and by their institution."""

    def __init__(self, register: Register) -> None:
        self._register = register

    @cached_property
    def _all(self) -> list[OtherLocation]:
        return [one for one in shipped_locations() if one.id not in self._register.schools]

    @cached_property
    def _by_word(self) -> dict[str, list[OtherLocation]]:
        found: dict[str, list[OtherLocation]] = defaultdict(list)
        for one in self._all:
            for word in one.own:
                found[word].append(one)
        return found

    @cached_property
    def _spots(self) -> frozenset[tuple[str, str]]:
        return frozenset((one.id[:4], one.municipality) for one in self._all)

    def beside(self, institution: str | None, municipality: str | None) -> bool:
        """Whether an institution has a location without vmbo in a municipality."""
        return (institution or "", municipality or "") in self._spots

    def named(self, words: Iterable[str], place: str | None) -> tuple[OtherLocation, ...]:
        """The locations whose name is what was asked, in the place that was given; the place may be in the words."""
        asked = frozenset(words) - GENERAL
        there = frozenset(read(place).words) if place else frozenset()
        some = {one.id: one for word in asked for one in self._by_word.get(word, ())}
        return tuple(one for one in some.values() if _is_asked(one, asked, there))


def _is_asked(one: OtherLocation, asked: frozenset[str], there: frozenset[str]) -> bool:
    fits = not there or bool(there & one.around)
    return fits and bool(one.own - one.around) and one.own <= asked <= one.own | one.around | there
