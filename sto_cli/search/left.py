"""Schools that left the register, by the name that they had."""

from __future__ import annotations

from sto_cli.register.model import LeftSchool
from sto_cli.register.register import Register
from sto_cli.search.places import place_names
from sto_cli.search.words import DENOMINATIONS, KINDS, LEVELS, read

GENERAL = KINDS | LEVELS | DENOMINATIONS


def left_schools_named(register: Register, query: str) -> tuple[LeftSchool, ...]:
    """The schools that left whose name, or one of several ("Ludger College/Ulenhofcollege"), is what was asked.

    The words must be those of the name, but for words such as "college"; the municipality may stand beside them.
    """
    asked = set(read(query).words) - GENERAL
    return tuple(one for one in register.left.values() if asked and _is_named(one, asked))


def _is_named(one: LeftSchool, asked: set[str]) -> bool:
    around = {word for words, _ in place_names(None, one.municipality, None) for word in words}
    for name in (one.name, *one.name.split("/")):
        own = set(read(name).words) - GENERAL
        if own - around and own <= asked <= own | around:
            return True
    return False
