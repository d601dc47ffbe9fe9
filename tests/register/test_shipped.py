"""The shipped register is what its README says."""

from __future__ import annotations

from collections import Counter

from sto_cli.register.belonging import belonging, certain_belonging
from sto_cli.register.load import read_register, shipped_folder
from sto_cli.register.profiles import PROFILES, profile_code


def test_it_has_no_findings():
    _, findings = read_register()
    assert findings == []


def test_it_holds_every_location_of_october_2026_and_the_eight_that_are_gone(register):
    kinds = Counter(school.kind for school in register.schools.values())
    assert kinds == {
        "theoretical": 352, "non_technical": 292, "technical": 256,
        "lower_years": 385, "practical": 145, "havo_vwo": 208,
    }  # fmt: skip
    gone = {code: school.successors for code, school in register.schools.items() if school.closed}
    assert len(gone) == 8
    assert gone["28DH00"] == ("16PS21",)
    with_vmbo = [school for school in register.schools.values() if {"vbo", "mavo"} & set(school.structure)]
    assert len([school for school in with_vmbo if school.kind == "lower_years"]) == 299


def test_the_parts_of_the_schools_have_dates_of_their_own(register):
    (schools,) = [part for part in register.parts if part.kind == "schools"]
    assert {origin.what: origin.as_of for origin in schools.origins} == {
        "exams": "2025-09", "locations": "2026-10", "names": "2025-09",
    }  # fmt: skip
    assert (schools.as_of_part("exams"), schools.as_of_part("else")) == ("2025-09", "2026-10")


def test_every_school_has_its_facts(register):
    for school in register.schools.values():
        assert school.name
        assert school.address.street, school.id
        assert school.address.postcode, school.id
        assert school.address.place, school.id
        assert school.municipality, school.id
        assert school.province, school.id
        assert school.labour_market_region, school.id
        latitude, longitude = school.coordinates or (52.0, 5.0)
        assert 50.7 < latitude < 53.6
        assert 3.3 < longitude < 7.3


def test_most_schools_with_exams_have_coordinates_of_their_own(register):
    examined = [school for school in register.schools.values() if school.profiles is not None]
    lacking = [school.id for school in examined if school.coordinates is None]
    assert len(lacking) < 10, lacking
    assert sum(school.spot is None for school in examined) < 40


def test_it_has_77_regions_each_with_sources(register):
    assert len(register.regions) == 77
    assert all(region.sources for region in register.regions.values())


def test_no_person_is_named(register):
    contacts = [region.contact for region in register.regions.values() if region.contact]
    contacts += [entry.contact for entry in register.participations if entry.contact]
    assert contacts
    assert not [contact for contact in contacts if contact.name or contact.email]


def test_every_participation_has_its_source(register):
    assert len(register.participations) == 359
    assert all(entry.source for entry in register.participations)
    assert {entry.status for entry in register.participations} == {"participating"}


def test_the_islands_are_members_without_an_invented_code(register):
    islands = {member.place: member.id for member in register.regions["stobes"].members}
    assert islands == {"Bonaire": None, "Saba": None, "Sint Eustatius": None}


def test_regions_by_basis(register):
    examined = (school for school in register.schools.values() if school.profiles is not None)
    bases = Counter(belonging(register, school).basis for school in examined)
    assert bases == {"recorded": 334, "area": 452, "likely_area": 114}


def test_a_school_between_two_regions_gets_both(register):
    between = [
        school
        for school in register.schools.values()
        if school.municipality == "Rotterdam" and certain_belonging(register, school).basis == "area"
    ]
    assert between
    regions = {option.region.id for school in between for option in certain_belonging(register, school).options}
    assert {"rotterdam-noord", "rotterdamzuid"} <= regions


def test_combined_programmes_make_a_school_technical(register):
    only_combined = [
        school for school in register.schools.values() if school.profiles and set(school.profiles) <= {"BP", "BPM"}
    ]
    assert all(school.kind == "technical" for school in only_combined)
    assert PROFILES["BP"].combined


def test_profiles_as_people_write_them():
    written = {"M&T": "MT", "MTR": "MT", "Z&W": "ZW", "zwe": "ZW", "D&P": "DP", "E&O": "EO", "G": "GR", "MTE": "MAT"}
    assert {text: profile_code(text) for text in written} == written
    assert profile_code("Zorg en Welzijn") == "ZW"
    assert profile_code("Techniek") is None


def test_the_files_say_where_they_come_from():
    for name in ("regions", "schools", "participation"):
        head = (shipped_folder() / f"{name}.yaml").read_text("utf-8").splitlines()[:8]
        assert head[0].startswith("# ")
        assert any(line.startswith("as_of: ") for line in head)
        assert any(line.startswith("source: ") for line in head)
