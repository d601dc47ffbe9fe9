"""What an answer tells beside the outcome: why, on what basis, and what may be meant."""

from __future__ import annotations

from copy import copy
from itertools import permutations
from pathlib import Path

import pytest

from sto_cli.register.model import Address, Member, Region, School
from sto_cli.register.register import Register
from sto_cli.search.clues import POSTCODE_WEIGHT, SAME_AREA, SAME_DIGITS, postcode_clue, postcodes_of
from sto_cli.search.find import Matcher
from sto_cli.search.lookup import NEAREST_SHARE, SAME_DIGITS_SCORE
from sto_cli.search.results import Known, SearchResult


@pytest.fixture(scope="module")
def matcher(register: Register) -> Matcher:
    return Matcher(register)


def kept_in(folder: Path, register: Register) -> Register:
    """Return the same register, with what is derived from it kept in a folder."""
    with_copies = copy(register)
    with_copies.cache = folder
    return with_copies


def ids(answer: SearchResult) -> list[str | None]:
    return [match.id for match in answer.possible]


@pytest.mark.parametrize(
    ("query", "basis", "matched"),
    [
        ("00AH17", "code", "00AH17"),
        ("30BC", "institution", "30BC"),
        ("2741ST", "postcode", "2741ST"),
        ("Tubbergen", "place", "Tubbergen"),
        ("www.dampte.nl", "website", "www.dampte.nl"),
        ("stedelijk alfa enschede", "name", "Het Stedelijk Alpha"),
        ("Panta Rhei Amstelveen", "former_name", "sg Panta Rhei"),
        ("Sprengeloo", "name", "Sprengeloo"),
        ("Wellantcollege Houten", "former_name", "Wellantcollege"),
    ],
)
def test_an_answer_names_its_basis_and_what_matched(matcher: Matcher, query: str, basis: str, matched: str):
    answer = matcher.find(query)

    assert answer.outcome == "found"
    assert answer.best is not None
    assert (answer.best.basis, answer.best.matched) == (basis, matched)
    assert answer.possible == (answer.best,)
    assert answer.candidates == ()


@pytest.mark.parametrize(
    ("query", "outcome", "reason"),
    [
        ("", "not_found", "empty"),
        ("…", "not_found", "empty"),
        ("school voor vmbo", "not_found", "too_general"),
        ("vmbo-tl", "not_found", "too_general"),
        ("00AH99", "not_found", "unknown_code"),
        ("99XX", "not_found", "unknown_code"),
        ("xyzzy", "not_found", "nothing_alike"),
        ("Pius X College Tilburg", "not_found", "elsewhere"),
        ("Bonhoeffer College Enschede", "ambiguous", "locations"),
        ("ct stork college", "ambiguous", "alike"),
        ("Enschede", "ambiguous", "area"),
        ("7543", "ambiguous", "area"),
    ],
)
def test_an_answer_that_decides_nothing_says_why(matcher: Matcher, query: str, outcome: str, reason: str):
    answer = matcher.find(query)

    assert (answer.outcome, answer.reason, answer.best) == (outcome, reason, None)


def test_candidates_are_the_first_of_all_that_may_be_meant(matcher: Matcher):
    answer = matcher.find("Rotterdam", limit=3)

    assert len(answer.candidates) == 3
    assert answer.candidates == answer.possible[:3]
    assert len(answer.possible) > 40


def test_of_equals_the_schools_with_vocational_programmes_come_first(matcher: Matcher):
    answer = matcher.find("Bonhoeffer College Enschede")

    vocational = [match.school is not None and match.school.vocational for match in answer.possible]
    assert vocational == sorted(vocational, reverse=True)
    assert set(vocational) == {True, False}


def test_one_building_under_two_codes_lies_in_one_region(matcher: Matcher, register: Register):
    answer = matcher.find("C.T. Stork College, Hengelo")

    assert set(ids(answer)) == {"19HG10", "20CS04"}
    assert {match.school and match.school.municipality for match in answer.possible} == {"Hengelo (O.)"}


def test_near_misses_are_offered_when_a_name_is_known_elsewhere(matcher: Matcher):
    answer = matcher.find("Rythovius College", place="Groningen")

    assert (answer.outcome, answer.reason) == ("not_found", "elsewhere")
    assert answer.candidates[0].id == "18XR00"
    assert answer.possible == ()


@pytest.mark.parametrize(
    ("known", "code"),
    [
        ({"place": "Enschede"}, None),
        ({"place": "Enschede", "street": "Wethouder Beversstraat 195"}, "17VN09"),
        ({"street": "Van der Waalslaan"}, "17VN05"),
        ({"postcode": "7543 BK"}, "17VN09"),
        ({"place": "Castricum"}, "00ZD00"),
        ({"website": "https://www.bonhoeffer.nl"}, "00ZD00"),
    ],
)
def test_other_columns_decide_between_schools_of_one_name(matcher: Matcher, known: dict[str, str], code: str | None):
    answer = matcher.find("Bonhoeffer College", known=Known(**known))

    assert (answer.best and answer.best.id) == code


def test_of_several_places_the_right_one_counts(matcher: Matcher):
    answer = matcher.find("Munnikenheide College", place="Rucphen/Etten-Leur")

    assert set(ids(answer)) == {"04YX00", "04YX02"}


def test_the_stroke_in_a_place_is_no_second_place(matcher: Matcher):
    assert ids(matcher.find("Comenius", place="Capelle a/d IJssel")) == ids(
        matcher.find("Comenius", place="Capelle aan den IJssel")
    )


def test_a_code_with_another_name_beside_it_is_left_open(matcher: Matcher):
    answer = matcher.find("Rythovius College 00AH17")

    assert answer.outcome == "ambiguous"
    assert set(ids(answer)) == {"00AH17", "18XR00"}


def test_a_member_of_a_region_is_found_without_being_a_school(matcher: Matcher):
    best = matcher.find("Saba Comprehensive School").best

    assert best is not None
    assert best.member is not None
    assert (best.school, best.id, best.name, best.town) == (None, None, "Saba Comprehensive School", "Saba")
    assert best.member.region.id == "stobes"


def test_a_member_that_is_a_school_of_an_own_file_is_found_once(register: Register):
    own = School("26HY00", "Seyster College", address=Address("Bergweg 1", "3701JJ", "Zeist"), municipality="Zeist")
    enlarged = Register(register.regions, {**register.schools, own.id: own}, {})

    answer = Matcher(enlarged).find("Seyster College Bergweg")

    assert answer.best is not None
    assert answer.best.school == own


def test_a_register_of_nothing_finds_nothing():
    answer = Matcher(Register({}, {}, {})).find("Het Stedelijk Alpha")

    assert (answer.outcome, answer.candidates) == ("not_found", ())


def test_a_school_known_by_its_name_alone_is_found():
    region = Region("r", "Regio", members=(Member("Praktijkschool De Brug"),))
    bare = Register({"r": region}, {"99AA00": School("99AA00", "De Wilgenhof")}, {})

    assert [match.id for match in Matcher(bare).find("wilgenhof").possible] == ["99AA00"]
    assert [match.name for match in Matcher(bare).find("praktijkschool de brug").possible] == ["Praktijkschool De Brug"]


@pytest.mark.parametrize("place", [None, "Breda/Ede", "Enschede"])
def test_what_was_asked_before_in_another_order_changes_nothing(register: Register, tmp_path: Path, place: str | None):
    """An answer is remembered for any order of words that schools bear, and for one order where one is strange."""
    asked = Matcher(kept_in(tmp_path, register))
    for words in (("pius", "lyceum", "noord"), ("stedelijk", "alpha", "vmbo"), ("zwaan", "stedelijk", "alpha")):
        for query in map(" ".join, permutations(words)):
            answer, alone = (one.find(query, place=place) for one in (asked, Matcher(kept_in(tmp_path, register))))
            assert (answer.outcome, ids(answer)) == (alone.outcome, ids(alone)), query


def test_the_derived_copy_changes_nothing(matcher: Matcher, register: Register, tmp_path: Path):
    queries = ("stedelijk alfa enschede", "thorbeke zwolle", "Rotterdam", "Saba", "xyzzy")
    fresh = [matcher.find(query) for query in queries]

    made = [Matcher(kept_in(tmp_path, register)).find(query) for query in queries]
    recalled = [Matcher(kept_in(tmp_path, register)).find(query) for query in queries]

    assert list(tmp_path.iterdir()) != []
    assert fresh == made == recalled


def test_a_damaged_copy_is_not_trusted(matcher: Matcher, register: Register, tmp_path: Path):
    Matcher(kept_in(tmp_path, register)).find("stedelijk alfa")
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes().replace(b"alpha", b"omega"))

    assert Matcher(kept_in(tmp_path, register)).find("stedelijk alfa enschede") == matcher.find(
        "stedelijk alfa enschede"
    )


def test_a_renamed_school_is_found_by_its_new_name_despite_the_copy(register: Register, tmp_path: Path):
    Matcher(kept_in(tmp_path, register)).find("stedelijk alfa")
    renamed = register.schools["00AH17"]._replace(name="Het Zonnebloemhof")
    changed = Register(register.regions, {**register.schools, "00AH17": renamed}, {}, fingerprint="another")

    answer = Matcher(kept_in(tmp_path, changed)).find("zonnebloemhof")

    assert ids(answer) == ["00AH17"]


def test_postcodes_say_how_near_they_are(matcher: Matcher):
    own, digits = matcher.find("7545BN"), matcher.find("7545XX")
    assert {match.score for match in own.possible} == {1.0}
    assert {match.score for match in digits.possible} == {SAME_DIGITS_SCORE}
    assert own.outcome == "found"
    assert digits.outcome == "ambiguous"
    assert {match.score for match in matcher.find("7599ZZ").candidates} == {NEAREST_SHARE}


def test_a_postcode_beside_a_name_weighs_by_how_near_it_is(register: Register):
    shares = {}
    number = list(register.schools).index("00AH17")  # 7543BK
    for written in ("7543BK", "7543XX", "7511AA"):
        clue = postcode_clue(postcodes_of(register), written)
        shares[written] = clue.shares[number], clue.weight
    assert shares["7543BK"] == (1.0, POSTCODE_WEIGHT)
    assert shares["7543XX"] == (SAME_DIGITS, POSTCODE_WEIGHT)
    assert shares["7511AA"][0] == SAME_AREA
    assert 0 < SAME_AREA < SAME_DIGITS < 1


def test_a_namesake_in_another_place_of_the_municipality_stays_possible(matcher: Matcher):
    answer = matcher.find("Curio vmbo", place="Bergen op Zoom")
    assert answer.outcome == "ambiguous"
    assert {"02HI06", "02HI00"} <= set(ids(answer))


def test_of_which_more_of_the_name_was_said_is_a_rival():
    """The one in the place explains more of the query, and has a word between the words of its name."""

    def school(code: str, name: str, place: str) -> School:
        address = Address("Dorpsstraat 1", "4661TZ", place)
        return School(code, name, address=address, municipality="Bergen op Zoom", profiles={"DP": ("bl",)})

    there = school("02HI06", "Curio pomona vmbo", "Bergen op Zoom")
    namesake = school("05AV00", "Curio vmbo pomona", "Halsteren")
    matcher = Matcher(Register({}, {one.id: one for one in (there, namesake)}, {}))
    answer = matcher.find("Curio pomona", place="Bergen op Zoom")
    assert (answer.outcome, ids(answer)) == ("ambiguous", ["02HI06", "05AV00"])
    other = school("05AV00", "Melanchthon pomona", "Halsteren")
    alone = Matcher(Register({}, {one.id: one for one in (there, other)}, {}))
    assert alone.find("Curio pomona", place="Bergen op Zoom").outcome == "found"


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("wij werken op het Teylingen College in Oegstgeest en willen een technieklas inpassen", "02KB02"),
        ("mijn dochter zit op het Kastanje College in Tholen, bij welke regio hoort dat?", None),
        ("Teylingen College Kastanje, Oegstgeest", "02KB02"),
        ("Frans Vatèl", "00HI03"),
        ("vmbo aan de Nieuwe Inslag, Breda", "25GC09"),
        ("Jac van Vollenhovenstraat 260 Tilburg", "16OX10"),
        ("Groene Wetering Krimpen aan den IJssel", "14WL00"),
    ],
)
def test_a_school_named_in_full_where_it_lies_is_found_in_a_sentence(matcher: Matcher, query: str, code: str | None):
    assert (matcher.find(query).best and matcher.find(query).best.id) == code


def test_a_street_that_is_called_as_a_school_is_asked(matcher: Matcher):
    assert {"00YH00", "00YH03"} <= set(ids(matcher.find("oudehoven Gorinchem")))


@pytest.mark.parametrize(("query", "codes"), [("Piusikx", {"02EK00", "03KN00"}), ("Oltremon", {"16VK03"})])
def test_what_is_only_heard_is_offered_and_not_claimed(matcher: Matcher, query: str, codes: set[str]):
    answer = matcher.find(query)
    assert answer.outcome == "ambiguous"
    assert codes <= set(ids(answer))


@pytest.mark.parametrize(("query", "offered"), [("gereformeerde school", True), ("christelijke school", False)])
def test_a_rare_denomination_names_a_school_in_a_town_and_a_common_one_does_not(
    matcher: Matcher, query: str, offered: bool
):
    assert bool(matcher.find(query, place="Amersfoort").possible) is offered


@pytest.mark.parametrize(
    ("query", "kind", "town"),
    [
        ("ROC van Twente Almelo", "mbo", "Almelo"),
        ("mbo Almelo", "mbo", "Almelo"),
        ("roc Enschede", "mbo", "Enschede"),
        ("basisschool De Rank in Enschede", "primary", "Enschede"),
        ("Saxion Enschede", "higher", "Enschede"),
        ("basisschool Horst", "primary", "Horst"),
        ("basisschool De Horst", "primary", None),  # its name, or its place
        ("basisschool De Rank", "primary", None),
        ("ROC van Twente", "mbo", None),
        ("hogeschool", "higher", None),
    ],
)
def test_who_asks_for_an_mbo_or_a_primary_school_is_given_no_vmbo_school_for_it(
    matcher: Matcher, query: str, kind: str, town: str | None
):
    """The schools there are offered for their region only; who says vmbo as well is asked which of them it is."""
    answer = matcher.find(query)

    assert (answer.outcome, answer.reason) == ("ambiguous" if town else "not_found", "other_education")
    assert (answer.other, answer.best) == (kind, None)
    assert {match.town for match in answer.possible} == ({town} if town else set())
    assert matcher.find("vmbo en mbo Almelo").reason == "area"


@pytest.mark.parametrize(
    ("name", "postcode"), [("Het Noordik", "7543BK"), ("Stedelijk Alpha", "1011 AB"), ("De Zonnebloemschool", "1234AB")]
)
def test_a_name_beside_a_postcode_of_elsewhere_is_asked(matcher: Matcher, name: str, postcode: str):
    answer = matcher.find(f"{name} {postcode}")
    assert answer.outcome == "ambiguous"
    named = matcher.find(name)
    assert {match.choice for match in named.possible} <= {match.choice for match in answer.possible}
    assert matcher.find("Nergens College 7543BK").outcome == "not_found"


def test_two_schools_that_are_joined_are_both_meant(matcher: Matcher):
    both = matcher.find("Alpha Enschede en Canisius Tubbergen")
    assert (both.outcome, set(ids(both))) == ("ambiguous", {"00AH17", "16VI01"})
    assert matcher.find("Alpha Enschede en Nergens Tubbergen").outcome == "not_found"
