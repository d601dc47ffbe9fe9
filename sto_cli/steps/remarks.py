"""What a school should know beside its region: what kind of school it is to the programme, and what is doubtful."""

from __future__ import annotations

from collections.abc import Iterator

from sto_cli.messages import Message, message
from sto_cli.register.belonging import Belonging
from sto_cli.register.dates import first_day
from sto_cli.register.model import School, SchoolKind, Subregion
from sto_cli.register.register import Register

NO_OWN_BUDGET = message(
    "There is no budget of its own for technology in other profiles and learning paths: the region decides, and with a "
    "good plan there is room."
)
"""Flyer: "Niet alle scholen hebben automatisch recht op een deel van het STO-budget"."""

WITHOUT_TECHNOLOGY: frozenset[SchoolKind] = frozenset({"non_technical", "theoretical", "lower_years"})
"""The kinds of school to which that is said."""

OUTSIDE = message(
    "The programme is for the vmbo, and this school has none. It can be a partner: regions work together with primary "
    "schools, practical education, havo/vwo, mbo and companies. Ask the region what is possible."
)


def remarks(register: Register, belonging: Belonging | None, school: School | None) -> tuple[Message, ...]:
    """Return what there is to remark about a school and its region, the weightiest first."""
    found = (
        [*_closed(register, school), *_opened(register, school), *_same_building(register, school), *_kind(school)]
        if school
        else []
    )
    return (*found, *_region(belonging, school.municipality if school else None))


def subregion_of(belonging: Belonging | None, municipality: str | None) -> Subregion | None:
    """Return the part of the one region in which a municipality lies, where that is known."""
    parts = belonging.options[0].region.subregions if belonging and len(belonging.options) == 1 else ()
    return next((part for part in parts if municipality in part.municipalities), None)


def _closed(register: Register, school: School) -> Iterator[Message]:
    if not school.closed:
        return
    yield message("DUO's newest list ({date}) no longer holds this location.", date=_month(school.closed))
    for code in school.successors:
        there = register.schools[code]
        yield message("In its place now: {name} ({code}), {place}.", name=there.name, code=code, place=there.town)


def _opened(register: Register, school: School) -> Iterator[Message]:
    """Name the location that one without exams of its own took the place of, and whether that one took part."""
    if school.profiles is not None:
        return
    for gone in register.predecessors(school.id):
        yield message("It took the place of {name} ({code}), {place}.", name=gone.name, code=gone.id, place=gone.town)
        entry = register.participation_of(gone.id)
        if entry is not None and entry.status == "participating":
            yield message("That location took part, as far as is known: ask whether this one goes on with it.")


def _month(date: str) -> Message:
    day = first_day(date)
    if day is None:
        return Message("{text}", {"text": date})
    return Message("{month} {year}", {"month": Message(f"{day:%B}"), "year": date[:4]})


def _same_building(register: Register, school: School) -> Iterator[Message]:
    """Name the other schools with exams at this address: one building, several codes."""
    if not (school.address.street and school.address.postcode) or school.profiles is None:
        return
    near = register.schools_of_postcode(school.address.postcode)
    here = [one for one in near if one.address == school.address and one.profiles is not None and one != school]
    if here:
        names = ", ".join(f"{one.name} ({one.id})" for one in here)
        yield message("In the same building, with a code of its own: {names}.", names=names)


def _kind(school: School) -> Iterator[Message]:
    if not school.with_vmbo:
        yield OUTSIDE
    elif school.kind == "lower_years":
        yield _without_exams(school)
    if school.kind in WITHOUT_TECHNOLOGY:
        yield NO_OWN_BUDGET


def _without_exams(school: School) -> Message:
    if school.other_exams:
        return message(
            "This location has exams of {levels} and none of the vmbo, though DUO's list names the vmbo too. If it has "
            "vmbo classes, it is welcome: technology in the lower years is one of the forms.",
            levels="/".join(school.other_exams),
        )
    if school.structure == ("brugjaar",):
        return message(
            "This location has first years only; DUO's list does not say whether pupils of the vmbo are among them. If "
            "so, it is welcome: technology in the lower years is one of the forms."
        )
    return message(
        "This location has vmbo but no exam class that is known. It is as welcome as any: technology in the lower "
        "years is one of the forms."
    )


def _region(belonging: Belonging | None, municipality: str | None) -> Iterator[Message]:
    for option in belonging.options if belonging else ():
        if option.region.certainty == "medium":
            yield message("Hardly a page names {region}: check on the map that it exists.", region=option.region.name)
    if part := subregion_of(belonging, municipality):
        yield message("The region works in parts; here that is {part}.", part=part.name)
