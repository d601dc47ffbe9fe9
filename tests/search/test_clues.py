"""What a postcode, a web address and a level say of schools, each with its weight and at its limits."""

from __future__ import annotations

import pytest

from sto_cli.register.model import Address, School
from sto_cli.register.register import Register
from sto_cli.search.clues import (
    FAR_POSTCODE_WEIGHT,
    POSTCODE_WEIGHT,
    SITE_WEIGHT,
    plain_postcode,
    postcode_clue,
    postcodes_of,
    site_clue,
)
from sto_cli.search.levels import fit, group_of, level_offered, rank_of
from sto_cli.search.web import site_of, words_of_site

HERE, STREET, TOWN, FAR, NONE = (
    School(f"0{number}AA00", "Alpha", address=Address(postcode=postcode))
    for number, postcode in enumerate(["7543BK", "7543CD", "7548AA", "1011AA", None])
)
POSTCODES = postcodes_of(Register({}, {school.id: school for school in (HERE, STREET, TOWN, FAR, NONE)}, {}))


@pytest.mark.parametrize(
    ("code", "shares", "weight", "whole"),
    [
        ("7543BK", {0: 1.0, 1: 0.8, 2: 0.5}, POSTCODE_WEIGHT, True),
        ("7543ZZ", {0: 0.8, 1: 0.8, 2: 0.5}, POSTCODE_WEIGHT, True),
        ("7543", {0: 0.8, 1: 0.8, 2: 0.5}, POSTCODE_WEIGHT, False),
        ("7599AA", {0: 0.5, 1: 0.5, 2: 0.5}, FAR_POSTCODE_WEIGHT, True),
        ("1011AA", {3: 1.0}, POSTCODE_WEIGHT, True),
        ("9999AA", {}, FAR_POSTCODE_WEIGHT, True),
    ],
)
def test_a_postcode_speaks_for_those_who_share_it(code, shares, weight, whole):
    clue = postcode_clue(POSTCODES, code)
    assert (clue.shares, clue.weight, clue.whole, clue.evidence) == (shares, weight, whole, "postcode")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("7543 bk", "7543BK"), ("7543-BK", "7543BK"), ("7543", "7543"), ("0543BK", None), ("754", None),
        ("7543B", None), ("7543BKX", None), ("75433", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_what_is_a_postcode(written, code):
    assert plain_postcode(written) == code


def test_an_address_speaks_for_the_schools_that_have_it_and_for_no_other():
    schools = [School(code, "Alpha", website=f"https://{site}") for code, site in [
        ("01AA00", "www.alpha-school.nl"), ("02BB00", "beta-school.nl"), ("03CC00", "alpha-school.nl"),
    ]]  # fmt: skip
    register = Register({}, {school.id: school for school in schools}, {})
    numbers = {school.id: number for number, school in enumerate(schools)}
    clue = site_clue(register, numbers, "https://alpha-school.nl/")
    assert (clue.weight, clue.shares, clue.evidence, clue.whole) == (SITE_WEIGHT, {0: 1.0, 2: 1.0}, "website", True)
    assert site_clue(register, numbers, "gamma-school.nl") is None
    assert site_clue(register, numbers, "Alpha") is None


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("https://www.alpha.nl/vmbo/", ("alpha.nl", "vmbo")),
        ("alpha.nl", ("alpha.nl", "")),
        ("Alpha.NL.", ("alpha.nl", "")),
        ("alpha", None),
        ("alpha.xyz", None),
        ("op alpha.nl", None),
    ],
)
def test_what_is_a_web_address(text, site):
    assert site_of(text) == site


@pytest.mark.parametrize(
    ("address", "place", "known", "words"),
    [
        ("christoffelbreda.nl", "Breda", (), ["christoffel"]),
        ("bredachristoffel.nl", "Breda", (), ["christoffel"]),
        ("christoffelbreda.nl", "", (), ["christoffelbreda"]),
        ("kskbreda.nl", "Breda", (), ["kskbreda"]),  # three letters are too few to be left
        ("kompbreda.nl", "Breda", (), ["komp"]),
        ("alphaaa.nl", "Aa", (), ["alphaaa"]),  # a place of two letters is not taken off
        ("millhillcollege.nl", "", ("mill", "hill", "college"), ["mill", "hill", "college"]),
        ("millhillcolleges.nl", "", ("mill", "hill", "college"), ["millhillcolleges"]),
        ("alpha.nl/home/beta", "", (), ["alpha", "beta"]),
        ("alpha.nl/contact", "", (), ["alpha"]),
        ("segbroekdenhaag.nl", "'s-Gravenhage", (), ["segbroek"]),
        ("csgliudger.nl", "", (), ["christelijk", "scholengemeenschap", "liudger"]),
        ("geen adres", "", (), []),
    ],
)
def test_the_words_of_a_web_address(address, place, known, words):
    assert words_of_site(address, place, known) == words


VOCATIONAL = School("01AA00", "A", profiles={"ZW": ("bl",)})
TECHNICAL = School("02AA00", "A", profiles={"BWI": ("bl",)})
GREEN = School("03AA00", "A", profiles={"GR": ("gl",)})
THEORETICAL = School("04AA00", "A", profiles={})
LOWER = School("05AA00", "A", structure=("vbo", "mavo"))
ONLY_VBO = School("06AA00", "A", structure=("vbo",))
NEWCOMERS = School("07AA00", "A", structure=("brugjaar",))
HAVO = School("08AA00", "A", structure=("havo", "vwo"))
PRACTICAL = School("09AA00", "A", structure=("pro",))
MAVO_TOO = School("10AA00", "A", profiles={}, structure=("vbo", "mavo"))
NO_MAVO = School("11AA00", "A", profiles={"ZW": ("bl",)}, structure=("vbo",))
UNKNOWN = School("12AA00", "A")


@pytest.mark.parametrize(
    ("school", "group", "rank"),
    [
        (VOCATIONAL, "vocational", 0), (THEORETICAL, "theoretical", 1), (LOWER, "lower_years", 2),
        (NEWCOMERS, "newcomers", 3), (HAVO, "havo_vwo", 3), (PRACTICAL, "practical", 3),
    ],
)  # fmt: skip
def test_what_kind_of_school_it_is(school, group, rank):
    assert (group_of(school), rank_of(school)) == (group, rank)
    assert rank_of(None) == 1


@pytest.mark.parametrize(
    ("level", "school", "share"),
    [
        ("vocational", VOCATIONAL, 1.0), ("vocational", THEORETICAL, 0.0), ("vocational", HAVO, 0.0),
        ("vocational", ONLY_VBO, 0.9), ("vocational", LOWER, 0.6), ("vocational", MAVO_TOO, 0.6),
        ("vmbo", VOCATIONAL, 1.0), ("vmbo", THEORETICAL, 0.6), ("vmbo", MAVO_TOO, 0.8), ("vmbo", LOWER, 0.8),
        ("vmbo", NEWCOMERS, 0.0), ("theoretical", THEORETICAL, 1.0), ("theoretical", NO_MAVO, 0.1),
        ("theoretical", VOCATIONAL, 0.5), ("theoretical", LOWER, 0.8), ("theoretical", ONLY_VBO, 0.1),
        ("upper", HAVO, 1.0), ("upper", LOWER, 0.1), ("practical", PRACTICAL, 1.0), ("newcomers", NEWCOMERS, 0.5),
        ("gymnasium", HAVO, 0.6),
        ("GR", GREEN, 1.0), ("GR", VOCATIONAL, 0.2), ("GR", LOWER, 0.2), ("GR", THEORETICAL, 0.0), ("GR", HAVO, 0.0),
        ("technical", TECHNICAL, 1.0), ("technical", VOCATIONAL, 0.2), ("BWI", TECHNICAL, 1.0), ("BWI", GREEN, 0.2),
        ("vmbo", UNKNOWN, 0.7), ("GR", UNKNOWN, 0.7), ("vmbo", None, 0.7),
    ],
)  # fmt: skip
def test_how_far_a_school_fits_a_level(level, school, share):
    assert fit(level, school) == share


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("", None), ("vmbo", "vmbo"), ("mavo", "theoretical"), ("vmbo mavo", "vmbo"), ("vmbo tl", "theoretical"),
        ("basis kader", "vocational"), ("basis mavo", "vocational"), ("havo vwo", "upper"), ("havo lyceum", "upper"),
        ("lyceum", "upper"), ("vmbo havo", None), ("gymnasium", "gymnasium"), ("gymnasium vwo", None),
        ("praktijkonderwijs", "practical"), ("praktijkonderwijs vmbo", None), ("mbo", "other"), ("vmbogroen", None),
    ],
)  # fmt: skip
def test_what_a_list_of_levels_behind_a_name_says(words, level):
    assert level_offered(words.split()) == level
