"""The names of a school through the years: read from lists, cleaned, kept, shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sto_cli.files.tables import read_csv
from sto_cli.register.imports.duo import update_schools
from sto_cli.register.imports.spelling import Seen, former_names, names_in_use, tidy_name
from sto_cli.register.load import load_register, read_register
from sto_cli.register.model import FormerName
from sto_cli.register.part_file import read_part

EXAMS = Path(__file__).parent / "duo" / "exams.csv"
FORMER = "id,name,place,first_year,last_year,file,school_state\n"
USED = "id,name,place,how,source\n"


@pytest.fixture
def names(tmp_path):
    """Import the exams beside a list of names: `names(FORMER, "00AH17,Alpha,Enschede,2014,2019,exam file,active")`."""

    def run(head: str, *rows: str, as_of: str = "2025-09"):
        path = tmp_path / "names.csv"
        path.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
        return update_schools([read_csv(EXAMS), read_csv(path)], as_of=as_of)

    return run


def alpha(found) -> dict[str, object]:
    return next(entry for entry in found.entries if entry["id"] == "00AH17")


@pytest.mark.parametrize(
    ("written", "tidy"),
    [
        ("Locatie, Calvijn", "Calvijn"),
        ("loc,  Technisch Coll Velsen", "Technisch Coll Velsen"),
        ("loc, het Stedelijk Vakcollege", "Het Stedelijk Vakcollege"),
        ("Locatie, !mpulse Kollum", "!mpulse Kollum"),
        ("locatie, Zuid", "locatie Zuid"),
        ("Locatie, vmbo Hoorn", "Locatie vmbo Hoorn"),
        ("O V C locatie Buitenhout", "OVC locatie Buitenhout"),
        ("H N Werkman College", "H N Werkman College"),
        ("Het Stedelijk Lyceum Havo Mavo Vbo Lwootest", "Het Stedelijk Lyceum Havo Mavo Vbo Lwoo"),
        (
            "Oostvaarders College voor Vbo Lwoolocatie Buitenhout",
            "Oostvaarders College voor Vbo Lwoo locatie Buitenhout",
        ),
        ("CSG - locatieKluiverboom", "CSG - locatie Kluiverboom"),
        ("Unie Noord-loc. Carr‚ College", "Unie Noord - loc. Carré College"),
        ("SGM Mari‰ndael VBO LWOO", "SGM Mariëndael VBO LWOO"),
        ("Stanislascollege Pijnacker – Rijswijk", "Stanislascollege Pijnacker – Rijswijk"),
        ("d'Oultremontcollege", "d'Oultremontcollege"),
    ],
)
def test_names_are_written_as_people_do(written, tidy):
    assert tidy_name(written) == tidy
    assert tidy_name(tidy) == tidy


def test_a_name_stands_once_with_its_last_year_and_the_last_one_first():
    seen = [Seen("RSG Wolfsbos", "2013"), Seen("rsg  wolfsbos", "2019"), Seen("Wolfsbos"), Seen("CSG Wolfsbos", "2020")]
    assert former_names(seen, ["De Nieuwe School"]) == [
        {"name": "CSG Wolfsbos", "until": "2020"},
        {"name": "rsg wolfsbos", "until": "2019"},
        "Wolfsbos",
    ]


def test_a_present_name_is_no_former_name():
    assert former_names([Seen("loc, Morgen College", "2019")], ["Morgen College"]) == []


def test_a_name_that_lost_a_letter_or_says_only_where_is_left_out():
    assert former_names([Seen("Unie Noord-loc. Carr\x1a College", "2014"), Seen("locatie, Zuid", "2019")], []) == []


def test_a_name_in_use_that_duo_has_too_is_none():
    used = [{"name": "Insula College mavo", "source": "a list"}, {"name": "INSULA COLLEGE", "source": "a page"}]
    assert names_in_use(used, ["Insula College"]) == [{"name": "Insula College mavo", "source": "a list"}]


def test_lists_of_names_become_names_of_their_kind(names, tmp_path):
    found = names(FORMER, "00AH17,Het Stedelijk Vakcollege,Enschede,2014,2019,exam file,active")
    assert {"name": "Het Stedelijk Vakcollege", "until": "2019"} in alpha(found)["former_names"]
    found = names(USED, "00AH17,Alpha Enschede,Enschede,same postcode,https://voorbeeld.test/lijst")
    assert alpha(found)["names_in_use"] == [{"name": "Alpha Enschede", "source": "https://voorbeeld.test/lijst"}]


@pytest.mark.parametrize(
    ("head", "row", "wrong", "written"),
    [
        (FORMER, "00ZZ00,Nergens,Enschede,2014,2019,exam file,active", "unknown-school", "00ZZ00"),
        (FORMER, "00AH17,Morgen,Enschede,2014,2031,exam file,active", "future-year", "2031"),
        (FORMER, "00AH17,Morgen,Enschede,2019,2014,exam file,active", "years-turned", "2019–2014"),
        (FORMER, "00AH17,Morgen,Enschede,toen,2014,exam file,active", "no-year", "toen"),
        (FORMER, "00AH17,,Enschede,2013,2014,exam file,active", "no-name", "00AH17"),
        (USED, "00AH17,Alpha,Enschede,page,htps:/voorbeeld.test", "no-address", "htps:/voorbeeld.test"),
        (USED, "00AH17,Alpha,Enschede,page,www.voorbeeld.test", "no-address", "www.voorbeeld.test"),
    ],
)
def test_a_row_that_cannot_be_is_left_out_and_named(names, head, row, wrong, written):
    found = names(head, "00AH17,Het Stedelijk Vakcollege,Enschede,2014,2019,exam file,active", row)
    assert [(one.wrong, one.row, one.written) for one in found.wrong_rows] == [(wrong, 3, written)]


def test_two_names_for_one_year_are_both_kept_and_said(names):
    found = names(
        FORMER,
        "00AH17,Een,Enschede,2014,2019,exam file,active",
        "00AH17,Twee,Enschede,2014,2019,exam file,active",
        "00AH17,Een lang,Enschede,2014,2019,address file,active",
    )
    assert found.two_names == ["00AH17"]
    assert [name["name"] for name in alpha(found)["former_names"]] == ["Een", "Twee", "Een lang"]


def test_what_is_wrong_is_one_sentence_each(sto, tmp_path):
    path = tmp_path / "names.csv"
    path.write_text(
        FORMER
        + "00ZZ00,Nergens,Enschede,2014,2019,exam file,active\n00AH17,Morgen,Enschede,2014,2031,exam file,active\n",
        encoding="utf-8",
    )
    run = sto("data", "import", "duo", EXAMS, path, "--as-of", "2025-09", "--output", tmp_path / "new", "--force")
    said = " ".join(run.out.split())  # lines are folded where the name of a folder is long
    assert said.count("rij ") == 2
    assert said.index("2031") < said.index("00ZZ00")
    assert "Traceback" not in run.err


class TestFile:
    def load(self, tmp_path, names: str):
        (tmp_path / "schools.yaml").write_text(
            f"as_of: 2026\nsource: own\nschools:\n  - {{id: 00AH17, {names}}}\n", encoding="utf-8"
        )
        return read_register([tmp_path])

    def test_a_former_name_is_a_text_or_has_a_year(self, tmp_path):
        register, findings = self.load(tmp_path, "former_names: [Alfa, {name: Beta, until: 2019}]")
        assert findings == []
        assert register.schools["00AH17"].former_names == (FormerName("Alfa"), FormerName("Beta", "2019"))

    @pytest.mark.parametrize(
        "wrong",
        ["[{until: 2019}]", "[{name: A, until: toen}]", "[{name: A, until: 2019-13}]", "[{name: A, from: 2019}]", "A"],
    )
    def test_what_is_no_name_is_a_finding(self, tmp_path, wrong):
        _, findings = self.load(tmp_path, f"former_names: {wrong}")
        assert [finding.severity for finding in findings] == ["error"]

    def test_a_school_that_left_keeps_its_names(self, tmp_path):
        (tmp_path / "schools.yaml").write_text(
            "as_of: 2026\nsource: own\nschools: []\nleft:\n"
            "  - {id: 99ZZ00, name: Weg, former_names: [{name: Was Er, until: 2018}]}\n",
            encoding="utf-8",
        )
        register, findings = read_register([tmp_path])
        assert findings == []
        assert register.left["99ZZ00"].former_names == (FormerName("Was Er", "2018"),)


class TestShipped:
    def test_a_name_that_went_to_another_school_belongs_to_both(self, sto):
        answer = json.loads(sto("find-region", "nieuw zuid osg", "--format", "json").out)
        assert answer["outcome"] == "ambiguous"
        assert [candidate["id"] for candidate in answer["candidates"][:2]] == ["02LB08", "02LB00"]

    def test_a_name_in_use_finds_its_school(self, sto):
        answer = json.loads(sto("find-region", "Heerbeeck College Best", "--format", "json").out)
        assert answer["school"]["id"] == "16RT00"
        assert "Also called: Heerbeeck College" in sto("--lang", "en", "find-region", "Heerbeeck College Best").out

    def test_school_show_tells_the_names_through_the_years(self, sto):
        run = sto("--lang", "en", "school", "show", "02LB00")
        assert "Nieuw Zuid OSG  (last seen in 2019)" in run.out
        names = json.loads(sto("school", "show", "02LB00", "--format", "json").out)["school"]["names"]
        assert {"name": "Nieuw Zuid OSG", "kind": "former", "until": "2019", "source": None} in names

    def test_every_former_name_is_clean_and_dated(self, register):
        for school in register.schools.values():
            for former in school.former_names:
                assert former.until, school.id
                assert former.name == tidy_name(former.name), school.id
            assert all(used.source for used in school.names_in_use)

    def test_the_names_are_those_of_the_file(self, register):
        part = read_part("schools", Path(load_register.__code__.co_filename).parents[2] / "data" / "schools.yaml", "s")
        assert sum(len(entry.get("former_names", ())) for entry in part.entries) == sum(
            len(school.former_names) for school in register.schools.values()
        )


ADDRESSES = (
    "code,name_official,street,house_number,postcode,place,municipality,province,labour_market_region,website,"
    "latitude,longitude\n"
    "00AH17,Alpha,Beversstraat,195,7543BK,Enschede,Enschede,Overijssel,Twente,,52.2,6.9\n"
    "19IW04,Wolfsbos,Wolfsbosstraat,3,{postcode},Hoogeveen,Hoogeveen,Drenthe,Drenthe,,52.7,6.4\n"
)
MOVED = 'id,name,address,former_address\n00AH17,Alpha,"{street} 195, Enschede",{former}\n'


class TestFormerAddress:
    def spot(self, tmp_path, postcode="7905BZ", street="Beversstraat", former="Oude Markt 1"):
        (tmp_path / "addresses.csv").write_text(ADDRESSES.format(postcode=postcode), encoding="utf-8")
        (tmp_path / "moved.csv").write_text(MOVED.format(street=street, former=former), encoding="utf-8")
        files = [EXAMS, tmp_path / "addresses.csv", tmp_path / "moved.csv"]
        entry = alpha(update_schools(map(read_csv, files), as_of="2025-09"))
        return entry["coordinates"], entry.get("coordinates_about")

    def test_its_surroundings_are_given_instead(self, tmp_path):
        assert self.spot(tmp_path, postcode="7543AA") == ([52.7, 6.4], "yes")
        assert self.spot(tmp_path) == ([52.2, 6.9], "yes")

    def test_the_door_next_door_is_the_same_spot(self, tmp_path):
        assert self.spot(tmp_path, former="Beversstraat 193") == ([52.2, 6.9], None)

    def test_an_address_that_is_another_by_now_is_left_alone(self, tmp_path):
        assert self.spot(tmp_path, street="Kerkstraat") == ([52.2, 6.9], None)

    def test_a_school_of_which_only_the_surroundings_are_known_is_on_no_map(self, register, sto):
        school = register.schools["20DH12"]
        assert school.coordinates_about
        assert json.loads(sto("school", "show", school.id, "--format", "json").out)["school"]["coordinates_about"]


def test_facts_of_the_future_are_refused_in_one_sentence(sto, tmp_path):
    run = sto(
        "--lang", "en", "data", "import", "duo", EXAMS, "--as-of", "2027-01", "--output", tmp_path / "new", "--yes"
    )
    assert run.code == 2
    assert "lies in the future" in run.err
    assert not (tmp_path / "new").exists()


def test_a_school_that_shares_its_building_names_the_other(sto):
    """In the register 19HG10 and 20CS04 bear one name and have one address."""
    assert "Zelfde gebouw      C.T. Stork College (19HG10)" in sto("school", "show", "20CS04").out
    assert json.loads(sto("school", "show", "20CS04", "--format", "json").out)["school"]["same_building"] == ["19HG10"]
    assert "gebouw" not in sto("school", "show", "00AH07").out
