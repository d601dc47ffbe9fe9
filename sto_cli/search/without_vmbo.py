"""Locations with havo and vwo only: no schools of the register, but sisters of them that people may mean."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from sto_cli.register.register import Register
from sto_cli.search.places import place_names
from sto_cli.search.results import OtherLocation
from sto_cli.search.words import DENOMINATIONS, KINDS, LEVELS, read

GENERAL = KINDS | LEVELS | DENOMINATIONS


class OtherLocations:
    """The locations without vmbo beside a register, found by code, by name and by institution."""

    def __init__(self, whole: Register, searched: Register) -> None:
        self._whole, self._searched = whole, searched

    @cached_property
    def by_code(self) -> dict[str, OtherLocation]:
        """The locations by their code; what is searched is a school."""
        beside = (one for code, one in self._whole.schools.items() if code not in self._searched.schools)
        return {one.id: OtherLocation(one.id, one.name, one.municipality or "") for one in beside if one.other_exams}

    @cached_property
    def _spots(self) -> frozenset[tuple[str, str]]:
        return frozenset((one.id[:4], one.municipality) for one in self.by_code.values())

    @cached_property
    def _by_word(self) -> dict[str, list[OtherLocation]]:
        found: dict[str, list[OtherLocation]] = defaultdict(list)
        for one in self.by_code.values():
            for word in _own(one):
                found[word].append(one)
        return found

    def beside(self, institution: str | None, municipality: str | None) -> bool:
        """Whether an institution has a location without vmbo in a municipality."""
        return (institution or "", municipality or "") in self._spots

    def named(self, text: str, place: str | None) -> tuple[OtherLocation, ...]:
        """The locations whose name is what was asked; the place may be given apart, or stand in the text."""
        asked = frozenset(read(text).words) - GENERAL
        given = frozenset(read(place or "").words)
        some = {one.id: one for word in sorted(asked) for one in self._by_word.get(word, ())}
        return tuple(one for one in some.values() if _is_asked(one, asked, given))


def _own(one: OtherLocation) -> frozenset[str]:
    """The words of its name that not every school may carry."""
    return frozenset(read(one.name).words) - GENERAL


def _is_asked(one: OtherLocation, asked: frozenset[str], given: frozenset[str]) -> bool:
    own = _own(one)
    around = frozenset(word for words, _ in place_names(None, one.municipality, None) for word in words)
    there = not given or bool(given & around)
    return there and bool(own - around) and own <= asked <= own | around
