"""Words written together never decide more than words apart, nor another school: over the whole register."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict

import pytest

from sto_cli.search.find import Matcher


@pytest.fixture(scope="module")
def matcher(register):
    return Matcher(register)


@pytest.mark.parametrize(
    ("apart", "together"),
    [
        ("Etty Hillesum Lyceum Deventer", "EttyHillesumLyceum Deventer"),
        ("Etty Hillesum Lyceum Deventer", "EttyHillesumLyceumDeventer"),
        ("Etty Hillesum vmbo Deventer", "EttyHillesumvmbo Deventer"),
        ("Winkler Prins Veendam", "winklerprins veendam"),
        ("OPB SGM Winkler Prins Veendam", "OPBSGM WinklerPrins Veendam"),
        ("CSG Groningen", "CSGGroningen"),
        ("vmbo Canisius College Nijmegen", "vmboCanisiusCollege Nijmegen"),
        ("SGM Philips van Horne Weert", "SGM Philips vanHorne Weert"),
        ("RSG Stad en Esch, Meppel", "RSGStadenEsch, Meppel"),
        ("Ubbo Emmius Stadskanaal", "UbboEmmiusStadskanaal"),
        ("College voor Vwo Havo", "College voor VwoHavo"),
        ("Willem Blaeu vmbo Alkmaar", "WillemBlaeuvmbo Alkmaar"),
    ],
)
def test_what_is_asked_apart_is_asked_together(matcher, apart, together):
    assert matcher.find(apart).best is None
    assert matcher.find(together).best is None


def glued(register):
    """Names of schools with a sister in the place: some of their words together, at times with the place."""
    towns = defaultdict(list)
    for school in register.schools.values():
        towns[school.town].append((school, set(re.findall(r"\w{4,}", school.name.lower()))))
    turn = itertools.count()
    for town, schools in towns.items():
        for school, own in schools:
            words = school.name.split()
            if len(words) < 2 or not any(own & other for one, other in schools if one is not school):
                continue
            at, length = next(turn) % (len(words) - 1), 2 + next(turn) % 3
            place = f" {town}" if next(turn) % 4 else ""
            part = words[at : at + length]
            whole = (f"{' '.join(words[:at])} ", f" {' '.join(words[at + length :])}") if next(turn) % 3 else ("", "")
            level = " vmbo" if next(turn) % 5 == 0 else ""
            some = f"{' '.join(part)}{level}"
            yield f"{whole[0]}{some}{whole[1]}{place}", f"{whole[0]}{some.replace(' ', '')}{whole[1]}{place}"


def test_together_is_never_decided_where_apart_is_not_nor_otherwise(matcher, register):
    asked = list(glued(register))
    assert len(asked) > 300
    found = [(apart, together, matcher.find(apart).best, matcher.find(together).best) for apart, together in asked]
    assert [one for one in found if one[3] and (one[2] is None or one[2].id != one[3].id)] == []


@pytest.mark.parametrize("name", ["Opmeer", "gemeente Borne", "Waterland", "Maashorst", "Hogeschool Saxion Enschede"])
def test_what_is_one_word_stays_one(matcher, name):
    assert matcher.words.apart(name) == name
