"""Names of schools of the register in a text, also by the one word that is left of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.language.copied import plain
from sto_cli.plans.language.mbo_schools import names_mbo

if TYPE_CHECKING:
    from sto_cli.register.model import School
    from sto_cli.register.register import Register

_SCHOOL_WORDS = ("college", "lyceum", "school", "mavo", "vmbo", "scholengemeenschap", "academie", "gymnasium")
"""Of a name without such a word one cannot tell that it is a school's ("De Waal")."""

_ORDINARY = frozenset(
    ("vakcollege", "techniekcollege", "beroepscollege", "zorgcollege", "praktijkcollege", "vakschool")
)
"""Words for a kind of school that end as a name does."""

ABOUT_A_SCHOOL = frozenset(
    (
        "rsg", "csg", "sg", "osg", "ssg", "isg", "psg", "chr", "christelijk", "christelijke", "sgm",
        "scholengemeenschap",
        "college", "lyceum", "school", "het", "de", "vmbo", "mavo", "havo", "vwo", "openbare", "openbaar", "rk",
        "beroepscollege", "vakcollege",
    )
)  # fmt: skip

_PEOPLE_OF = re.compile(
    r"\b(?:docenten|leraren|(?P<pupils>leerlingen|\w+klassers|klassen)|collega'?s|teams?|secties?|locatie|directie|"
    r"(?:wij|ons|bij ons|hier))\s+(?:van|op|bij|in)\s+(?:(?:[Hh]et|[Dd]e|vmbo)\s+)?"
    r"(?P<name>[A-Z]\w+)(?P<kind>\s+[Cc]ollege\b|\s+[Ll]yceum\b)?"
)
"""A name behind such words is that of a school, also without a word for it: “docenten van Nehalennia”."""

_OURS_TOO = re.compile(r"\b(?:wij|we|ons|onze|samen|beide|ook)\b|\b(?:met|aan|voor|en|door|naast)\s*$", re.IGNORECASE)
"""What lets pupils of another school stand beside the own ones."""

SHORTEST = 12
"""Letters of a name of several words; shorter ones are other words too."""

SHORTEST_WORD = 9
"""Letters of a name of one word that ends in a word for a school."""

SHORTEST_LEFT = 7
"""Letters of what is left of a name without the words for a school."""


def schools_named(text: str, register: Register) -> Iterator[tuple[str, School]]:
    """Yield the names of schools that stand in a text, in small letters, with the schools."""
    line, known = f" {plain(text)} ", _names(register)
    for word in set(line.split()):
        yield from ((name, school) for name, school in known.get(word, ()) if f" {name} " in line)
    for found in _PEOPLE_OF.finditer(text):
        yield from _of_people(found, register)


def pupils_of(text: str, register: Register) -> Iterator[tuple[str, School]]:
    """Yield the schools of whose pupils a text speaks as if they were the own ones."""
    read = annotate(text)
    for sentence in (read.text_of(one) for one in read.sentences):
        for found in _PEOPLE_OF.finditer(sentence):
            beside = _OURS_TOO.search(sentence[: found.start()]) or _OURS_TOO.search(sentence[found.end() :])
            if found["pupils"] and not beside:
                yield from _of_people(found, register)


def without_pupils(text: str) -> str:
    """Return a text without the schools that are named only for their pupils."""
    return _PEOPLE_OF.sub(lambda found: "" if found["pupils"] else found[0], text)


def _of_people(found: re.Match[str], register: Register) -> Iterator[tuple[str, School]]:
    """Yield the schools that are named behind such people; the first of those called “Calvijn College”."""
    if not found["kind"]:
        name = plain(found["name"])
        yield from ((name, school) for school in _short_names(register).get(name, ()))
        return
    called = plain(f"{found['name']}{found['kind']}")
    schools = (one for one in register.schools.values() if called in plain(one.name))
    yield from ((called, school) for school in islice(schools, 1))


@lru_cache(maxsize=1)
def _names(register: Register) -> dict[str, tuple[tuple[str, School], ...]]:
    """Return the schools' names by their first word, in small letters; those of mbo schools left out."""
    found: dict[str, tuple[tuple[str, School], ...]] = {}
    for school in register.schools.values():
        name = plain(school.name)
        if _is_telling(name) and not names_mbo(school.name):
            first = name.split()[0]
            found[first] = (*found.get(first, ()), (name, school))
    return found


def _is_telling(name: str) -> bool:
    """Whether a name is that of one school, in any text: also of one word ("Grescollege")."""
    if " " not in name:
        return len(name) >= SHORTEST_WORD and name.endswith(_SCHOOL_WORDS[:5]) and name not in _ORDINARY
    return len(name) >= SHORTEST and any(word in name for word in _SCHOOL_WORDS)


@lru_cache(maxsize=1)
def _short_names(register: Register) -> dict[str, tuple[School, ...]]:
    """Return the schools by the one word that is left of their name without words for a school."""
    found: dict[str, tuple[School, ...]] = {}
    towns = {plain(school.town) for school in register.schools.values()}
    for school in register.schools.values():
        left = [word for word in plain(school.name).split() if word not in ABOUT_A_SCHOOL]
        if len(left) == 1 and len(left[0]) >= SHORTEST_LEFT and left[0] not in towns:
            found[left[0]] = (*found.get(left[0], ()), school)
    return {name: schools for name, schools in found.items() if len({one.institution for one in schools}) == 1}
