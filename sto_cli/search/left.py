"""Schools that left the register, by the names that they had."""

from __future__ import annotations

from collections.abc import Iterator
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


def left_names(register: Register) -> tuple[LeftName, ...]:
    """All names of the schools that left: the last one, its parts ("Ludger College/Ulenhofcollege"), former ones."""
    return tuple(name for school in register.left.values() for name in _names_of(school))


def _names_of(one: LeftSchool) -> Iterator[LeftName]:
    around = frozenset(word for words, _ in place_names(None, one.municipality, None) for word in words)
    for text in (one.name, *one.name.split("/"), *(former.name for former in one.former_names)):
        own = frozenset(read(text).words) - GENERAL
        if own - around:
            yield LeftName(one, own, around)


def left_schools_named(names: tuple[LeftName, ...], query: str) -> tuple[LeftSchool, ...]:
    """The schools that left of which a name is what was asked.

    The words must be those of the name, but for words such as "college"; the municipality may stand beside them.
    """
    asked = frozenset(read(query).words) - GENERAL
    found = (name.school for name in names if name.own <= asked <= name.own | name.around)
    return tuple({school.id: school for school in found}.values())
