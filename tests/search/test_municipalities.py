"""A place without a school: it is said, with the nearest schools; no school elsewhere is taken for it."""

from __future__ import annotations

import pytest

from sto_cli.register.register import Register
from sto_cli.search.find import Matcher
from sto_cli.search.municipalities import shipped_municipalities
from sto_cli.search.results import SearchResult


@pytest.fixture(scope="module")
def matcher(register: Register) -> Matcher:
    return Matcher(register)


def elsewhere(answer: SearchResult, municipality: str) -> list[str]:
    """The schools that may be meant and lie in another municipality."""
    schools = (match.school for match in answer.possible if match.school and match.basis == "place")
    return [school.id for school in schools if school.municipality != municipality]


def test_every_municipality_gives_its_own_schools_or_says_that_there_is_none(matcher: Matcher, register: Register):
    having = {school.municipality for school in register.schools.values()}
    for one in shipped_municipalities():
        answer = matcher.find(one.name)
        assert elsewhere(answer, one.name) == [], one.name
        assert (answer.reason == "no_school_there") == (one.name not in having), one.name


@pytest.mark.parametrize(
    "query", ["Bunnik", "bunnik", "gemeente Bunnik", "vmbo in Bunnik", "Woudenberg", "Bergen (L.)", "Bergen L"]
)
def test_a_place_without_a_school_has_near_ones(matcher: Matcher, query: str):
    answer = matcher.find(query, limit=3)

    assert (answer.outcome, answer.reason, answer.possible) == ("not_found", "no_school_there", ())
    assert len(answer.candidates) == 3


def test_the_place_may_stand_apart_from_a_word_that_any_school_has(matcher: Matcher):
    assert matcher.find("vmbo", place="Woudenberg").reason == "no_school_there"
    assert matcher.find("Montessori", place="Woudenberg").reason != "no_school_there"


@pytest.mark.parametrize("query", ["Losse", "Giethoorn"])
def test_a_place_that_is_like_another_is_not_taken_for_it(matcher: Matcher, query: str):
    assert matcher.find(query).outcome != "found"


@pytest.mark.parametrize("query", ["9999", "9999ZZ", "1012AB", "7623 ab"])
def test_a_postcode_that_no_school_has_is_said_to_be_one(matcher: Matcher, query: str):
    answer = matcher.find(query)

    assert (answer.outcome, answer.reason) == ("not_found", "unknown_postcode")
