"""Schools that left the register, by the names that they had."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from sto_cli.register.model import LeftSchool
from sto_cli.register.register import Register
from sto_cli.search.places import place_names
from sto_cli.search.words import DENOMINATIONS, KINDS, LEVELS, read

GENERAL = KINDS | LEVELS | DENOMINATIONS


class LeftName(NamedTuple):
    """A name of a school that left: the words that are its own, and those of where it lay."""

    school: LeftSchool
    own: frozenset[str]
    around: frozenset[str]


class LeftSchools:
    """The schools that left a register, found by their names."""

    def __init__(self, register: Register) -> None:
        self._register = register

    @cached_property
    def _by_word(self) -> dict[str, list[LeftName]]:
        found: dict[str, list[LeftName]] = defaultdict(list)
        for school in self._register.left.values():
            for name in _names_of(school):
                for word in name.own:
                    found[word].append(name)
        return found

    def named(self, query: str, place: str | None) -> tuple[LeftSchool, ...]:
        """Return the schools of which a name is what was asked, by code; where a place is given, those that lay there.

        The words must be those of the name, but for words such as "college"; the municipality may stand beside them.
        """
        asked = frozenset(read(query).words) - GENERAL
        there = frozenset(read(place or "").words)
        some = (name for word in asked for name in self._by_word.get(word, ()))
        named = (name for name in some if name.own <= asked <= name.own | name.around)
        found = {name.school.id: name.school for name in named if not there or there & name.around}
        return tuple(found[id_] for id_ in sorted(found))


def _names_of(one: LeftSchool) -> Iterator[LeftName]:
    """All its names: the last one, its parts ("Ludger College/Ulenhofcollege"), former ones."""
    around = frozenset(word for words, _ in place_names(None, one.municipality, None) for word in words)
    for text in (one.name, *one.name.split("/"), *(former.name for former in one.former_names)):
        own = frozenset(read(text).words) - GENERAL
        if own - around:
            yield LeftName(one, own, around)
