"""The school is not in the register, or may be more than one school.

Why:
    By the code the region knows which location the plan is for, in which region it lies and which profiles it has.
    Schools of one institution share four characters; the last two tell which location is meant.

Example:
    school: 00ZZ99

Mend:
    Look up the code with “sto find-region” and the name of the school. A school that the register lacks can be
    added in a file of your own (--data).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sto_cli.files.outgoing import command
from sto_cli.findings import Severity
from sto_cli.messages import Message, message, one_of
from sto_cli.plans.case import Case, Flaw, LighterCase
from sto_cli.plans.language.placeholders import is_placeholder
from sto_cli.plans.language.wording import quoted
from sto_cli.plans.reading.schools import are_one, codes_in, is_institution, near_codes

if TYPE_CHECKING:
    from sto_cli.register.model import School
    from sto_cli.register.register import Register

ID = "unknown-school"
SEVERITY: Severity = "error"
SOURCE = "schools-duo"

MOST_NAMED = 6
"""Schools of an institution that a hint names; 9 of 10 institutions have no more."""


def check(case: Case) -> Iterator[Flaw]:
    """Report a school that is neither in the register nor a member of a region."""
    written = case.plan.school
    if written is None or is_placeholder(written):
        return
    register = case.register
    if register is None or case.schools or written in _members(register):
        return
    possible = case.meant_school.possible
    told = "school" in case.reading.told or case.reading.plan is None or case.reading.plan.school is None
    if possible:
        yield _several(written, possible, told=told)
    else:
        coded = codes_in(written) or is_institution(written)
        lighter: LighterCase | None = None if coded else "name-in-words"
        yield Flaw(("school",), _sentence(written, register), _hint(written, register), lighter=lighter)


def _several(written: str, possible: Sequence[School], *, told: bool) -> Flaw:
    """Ask which school is meant; a tip where it is clear which institution, or two codes are of one school.

    So it is where a text only tells of the school, without a label.
    """
    named = ", ".join(_told_apart(school, possible) for school in possible[:MOST_NAMED])
    return Flaw(
        ("school",),
        message("{text} may be more than one school.", text=quoted(written)),
        message("Write the code of the one that you mean: {schools}.", schools=named),
        lighter="known-institution" if are_one(possible) else "name-in-words" if told else None,
    )


def _told_apart(school: School, possible: Sequence[School]) -> str:
    """Name a school, with its street where another has the same name in the same place."""
    alike = sum((one.name, one.town) == (school.name, school.town) for one in possible) > 1
    street = school.address.street if alike and school.address else None
    return f"{school.id} ({', '.join(part for part in (school.name, street, school.town) if part)})"


def _members(register: Register) -> set[str]:
    """Return the codes of members of regions that are no vmbo school themselves (lower years, practical education)."""
    return {member.id for region in register.regions.values() for member in region.members if member.id}


def _unknown_code(written: str, register: Register) -> str | None:
    """Return the first code in a text that no school has."""
    return next((code for code in codes_in(written) if code not in register.schools), None)


def _sentence(written: str, register: Register) -> Message:
    code = _unknown_code(written, register)
    if code is not None:
        return message("No school in the register has the code {code}.", code=quoted(code))
    if is_institution(written):
        return message("{code} is an institution: the two digits of the location are missing.", code=quoted(written))
    return message("No school in the register is called {text}.", text=quoted(written))


def _hint(written: str, register: Register) -> Message:
    code = _unknown_code(written, register)
    near = near_codes(register, code) if code else []
    if near:
        codes = [f"{school.id} ({school.name}, {school.town})" for school in near]
        return message("Did you mean {schools}?", schools=one_of(codes))
    if codes_in(written) or is_institution(written):
        schools = register.schools_by_institution.get(written[:4], ())
        if schools:
            named = ", ".join(f"{school.id} ({school.name})" for school in schools[:MOST_NAMED])
            return message("Write the code of the location: {schools}.", schools=named)
        return message("Look the school up by its name: sto find-region NAME.")
    return message("Look the school up: {command}", command=command("find-region", " ".join(written.split())[:60]))
