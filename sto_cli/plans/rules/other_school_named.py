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

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from sto_cli.findings import Severity
from sto_cli.messages import N_, message
from sto_cli.plans.case import Case
from sto_cli.plans.copied import plain
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.mbo_schools import names_mbo
from sto_cli.plans.wording import quoted

if TYPE_CHECKING:
    from sto_cli.register.model import School
    from sto_cli.register.register import Register

ID = "other-school-named"
SEVERITY: Severity = "tip"
SOURCE = N_("Step 1 of the flyer: see in which region your school lies.")

_SCHOOL_WORDS = ("college", "lyceum", "school", "mavo", "vmbo", "scholengemeenschap", "academie", "gymnasium")
"""Of a name without such a word one cannot tell that it is a school's ("De Waal")."""

LONGEST = 20_000
"""Characters of a text that are looked through; the longest answer of the example plans has 1,500."""

SHORTEST = 12
"""Letters of a name; shorter ones are other words too."""


def check(case: Case) -> Iterator[Flaw]:
    """Report the first other school in the title, the vision, a goal, an activity or a milestone."""
    if case.likely_school is None or case.register is None:
        return
    partners = plain(" ".join(f"{one.text} {one.how or ''}" for one in case.plan.cooperation.items))
    for path, text in _texts(case):
        line = f" {plain(text[:LONGEST])} "
        for name, school in _named(line, case.register):
            if name not in partners and not _own(name, case.likely_school, case.register):
                yield Flaw(
                    path,
                    message("This names {other}, but the plan is from {school}.",
                            other=quoted(school.name), school=quoted(case.likely_school.name)),
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


def _named(line: str, register: Register) -> Iterator[tuple[str, School]]:
    known = _names(register)
    for word in set(line.split()):
        yield from ((name, school) for name, school in known.get(word, ()) if f" {name} " in line)


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
        telling = len(name) >= SHORTEST and " " in name and any(word in name for word in _SCHOOL_WORDS)
        if telling and not names_mbo(school.name):
            first = name.split()[0]
            found[first] = (*found.get(first, ()), (name, school))
    return found
