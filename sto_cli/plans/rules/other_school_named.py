"""The text names another school than the one that the plan is from.

Why:
    Plans are copied from one location to another, and then an old name stays behind. A school that you work with
    belongs under question 5.

Example:
    vision: The region asks for technology in the lower years. Bonhoeffer College wants to add a workshop to that.

Mend:
    Check whether the right school is meant. If it is a partner, name it under question 5 and say what it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.language.copied import plain
from sto_cli.plans.language.mbo_schools import names_mbo
from sto_cli.plans.language.wording import quoted

if TYPE_CHECKING:
    from sto_cli.register.model import School
    from sto_cli.register.register import Register

ID = "other-school-named"
SEVERITY: Severity = "warning"
SOURCE = "common-sense"

_SCHOOL_WORDS = ("college", "lyceum", "school", "mavo", "vmbo", "scholengemeenschap", "academie", "gymnasium")
"""Of a name without such a word one cannot tell that it is a school's ("De Waal")."""

_ORDINARY = frozenset(
    ("vakcollege", "techniekcollege", "beroepscollege", "zorgcollege", "praktijkcollege", "vakschool")
)
"""Words for a kind of school that end as a name does."""

_ABOUT_A_SCHOOL = frozenset(
    (
        "rsg", "csg", "sg", "osg", "ssg", "isg", "psg", "chr", "christelijk", "christelijke", "sgm",
        "scholengemeenschap",
        "college", "lyceum", "school", "het", "de", "vmbo", "mavo", "havo", "vwo", "openbare", "openbaar", "rk",
        "beroepscollege", "vakcollege",
    )
)  # fmt: skip

_PEOPLE_OF = re.compile(
    r"\b(?:docenten|leraren|leerlingen|collega'?s|klassen|teams?|secties?|locatie|directie|brugklassers|"
    r"(?:wij|ons|bij ons|hier))\s+(?:van|op|bij|in)\s+(?:(?:het|de|vmbo)\s+)?(?P<name>[A-Z]\w+)"
)
"""A name behind such words is that of a school, also without a word for it: “docenten van Nehalennia”."""

LONGEST = 20_000
"""Characters of a text that are looked through; the longest answer of the example plans has 1,500."""

SHORTEST = 12
"""Letters of a name of several words; shorter ones are other words too."""

SHORTEST_WORD = 9
"""Letters of a name of one word that ends in a word for a school."""

SHORTEST_LEFT = 7
"""Letters of what is left of a name without the words for a school."""


def check(case: Case) -> Iterator[Flaw]:
    """Report the first other school in the title, the vision, a goal, an activity or a milestone."""
    own = case.possible_schools
    if not own or case.register is None:
        return
    partners = plain(" ".join(f"{one.text} {one.how or ''}" for one in case.plan.cooperation.items))
    for path, text in _texts(case):
        for name, school in _named(text[:LONGEST], case.register):
            if name not in partners and not any(_own(name, one, case.register) for one in own):
                yield Flaw(
                    path,
                    message("This names {other}, but the plan is from {school}.",
                            other=quoted(school.name), school=quoted(own[0].name)),
                    message("Check the name. If it is a partner, say under “{word}” what it does.",
                            word=case.word("cooperation")),
                )  # fmt: skip
                return


def _texts(case: Case) -> Iterator[tuple[tuple[str | int, ...], str]]:
    plan = case.plan
    if plan.title:
        yield ("title",), plan.title
    for answer in (plan.vision, plan.goals, plan.activities, plan.milestones):
        yield from ((item.path, item.text) for item in answer.items if answer.sound)


def _named(text: str, register: Register) -> Iterator[tuple[str, School]]:
    line, known = f" {plain(text)} ", _names(register)
    for word in set(line.split()):
        yield from ((name, school) for name, school in known.get(word, ()) if f" {name} " in line)
    for found in _PEOPLE_OF.finditer(text):
        name = plain(found["name"])
        yield from ((name, school) for school in _short_names(register).get(name, ()))


def _own(name: str, own: School, register: Register) -> bool:
    """Whether a name may mean the school itself, or another location of its institution."""
    ours = {plain(one.name) for one in register.schools_by_institution.get(own.institution, ())}
    return any(name in one or one in name for one in ours)


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
        left = [word for word in plain(school.name).split() if word not in _ABOUT_A_SCHOOL]
        if len(left) == 1 and len(left[0]) >= SHORTEST_LEFT and left[0] not in towns:
            found[left[0]] = (*found.get(left[0], ()), school)
    return {name: schools for name, schools in found.items() if len({one.institution for one in schools}) == 1}
