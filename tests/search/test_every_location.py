"""Every location of the register, asked as it stands there: never another school for certain, never out of reach."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sto_cli.register.model import School
from sto_cli.register.register import Register
from sto_cli.search.find import Matcher
from sto_cli.search.results import SearchResult

EVERY = 8
"""Of the locations that are asked every day: one in so many."""

TOO_GENERAL = {"Het College", "Het College voor Lyc Havo Mavo Vbo lwoo", "Stichting VOOR"}
"""Names that say nothing without a place."""


@pytest.mark.parametrize("begin", [0, pytest.param(1, marks=pytest.mark.slow)])
def test_every_location_is_found_or_asked_as_it_is_written(register: Register, begin: int):
    matcher, others = Matcher(register), []
    schools = [school for at, school in enumerate(register.schools.values()) if bool(at % EVERY) == bool(begin)]
    for school in schools:
        for query in _queries(school):
            answer = matcher.find(query, limit=500)
            if not _reaches(answer, school, register) and query not in TOO_GENERAL:
                others.append((school.id, query, answer.outcome, [match.id for match in answer.possible]))

    assert others == []


def _queries(school: School) -> Iterator[str]:
    own = school.address
    street, code = own.street or "", own.postcode or ""
    yield from (school.name, school.id, f"{school.id} {school.name}")
    yield from (f"{used.name}, {school.town}" for used in school.names_in_use)
    if street and code:
        yield from (f"{street}, {school.town}", f"{school.name}, {street}", code, f"{school.name} {code}")
        yield f"{school.name}, {street}, {code[:4]} {code[4:]} {school.town}"


def _reaches(answer: SearchResult, school: School, register: Register) -> bool:
    """Whether it is the answer, stands beside it or is among what is asked; of one that closed, its successors."""
    found = {match.id for match in (*answer.possible, *answer.beside)}
    return school.id in found or bool(found & set(school.successors))


@pytest.mark.slow
def test_a_whole_address_decides_between_locations_of_one_name(register: Register):
    """What is asked all the same are several names or codes at one postcode."""
    matcher, asked = Matcher(register), []
    for school in register.schools.values():
        own = school.address
        if not (own.street and own.postcode) or school.closed:
            continue
        query = f"{school.name}, {own.street}, {own.postcode[:4]} {own.postcode[4:]} {school.town}"
        near = [match.school for match in matcher.find(query).possible if match.school and match.id != school.id]
        if near and all(one.address.postcode != own.postcode for one in near):
            asked.append((query, [one.id for one in near]))

    assert asked == []


@pytest.mark.parametrize("asked", ["vmbo", "praktijkonderwijs", "zorg en welzijn"])
def test_no_place_with_schools_is_without_them_when_a_level_is_asked(register: Register, asked: str):
    """Also where the place is all that a school is called by: Haarlem College is no answer to "vmbo Haarlem"."""
    matcher = Matcher(register)
    towns = sorted({school.town for school in register.schools.values() if not school.closed})
    answers = {town: matcher.find(f"{asked} {town}") for town in towns if " gem " not in town}

    assert [town for town, answer in answers.items() if answer.outcome == "not_found"] == []


@pytest.mark.parametrize("query", ["vmbo Haarlem", "zorg en welzijn Haarlem", "vmbo Alkmaar", "horeca Emmeloord"])
def test_several_schools_of_a_place_are_asked_when_a_level_is_asked(register: Register, query: str):
    answer = Matcher(register).find(query)

    assert answer.outcome == "ambiguous"
