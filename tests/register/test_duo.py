"""DUO's open files become schools: rows of the real files, in DUO's own layouts."""

from __future__ import annotations

from pathlib import Path

import pytest

from sto_cli.errors import UsageProblem
from sto_cli.files.tables import read_csv
from sto_cli.register.imports.duo import update_schools
from sto_cli.register.imports.spelling import place_name

DUO = Path(__file__).parent / "duo"


@pytest.fixture(scope="module")
def schools():
    entries = update_schools([read_csv(DUO / "exams.csv"), read_csv(DUO / "establishments.csv")]).entries
    return {entry["id"]: entry for entry in entries}


def test_profiles_with_their_learning_paths(schools):
    assert schools["00AH17"]["profiles"] == {
        "BWI": ["bl", "kl"], "PIE": ["bl", "kl"], "MVI": ["bl", "kl"], "DP": ["bl", "kl"], "ZW": ["bl", "kl"],
    }  # fmt: skip


def test_a_school_with_only_tl_has_no_profiles(schools):
    assert schools["00AH07"]["profiles"] == {}


def test_havo_rows_do_not_make_a_vmbo_school(schools):
    assert "20LO04" not in schools


def test_a_combined_programme_stands_among_the_profiles(schools):
    assert schools["19IW04"]["profiles"] == {"BPM": ["bl"]}


def test_the_official_name_of_an_older_file_is_a_former_name_and_its_address_is_used(schools):
    assert schools["19IW04"]["former_names"] == ["Regionale Schiolengemeenschap Wolfsbos"]
    assert schools["19IW04"]["address"] == {
        "street": "Wolfsbosstraat 3", "postcode": "7905BZ", "place": "Hoogeveen",
    }  # fmt: skip


def test_a_windows_file_is_recognised(tmp_path):
    path = tmp_path / "names.csv"
    path.write_bytes("vestigingscode;naam;gemeente\n00XX00;Collège Zuid;SÚDWEST-FRYSLÂN\n".encode("cp1252"))
    table = read_csv(path)
    assert (table.encoding, table.separator) == ("cp1252", ";")
    assert update_schools([table]).entries[0]["name"] == "Collège Zuid"


def test_a_file_that_is_not_of_duo_is_refused_with_its_headings(tmp_path):
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(UsageProblem) as problem:
        update_schools([read_csv(path)])
    assert problem.value.hint.values == {"headings": "a, b"}


@pytest.mark.parametrize(
    ("shouted", "written"),
    [
        ("ENSCHEDE", "Enschede"),
        ("'S-GRAVENHAGE", "'s-Gravenhage"),
        ("BERGEN OP ZOOM", "Bergen op Zoom"),
        ("HENGELO OV", "Hengelo OV"),
        ("ELST GLD", "Elst Gld"),
        ("CAPELLE AAN DEN IJSSEL", "Capelle aan den IJssel"),
        ("NIEUWERKERK AD IJSSEL", "Nieuwerkerk a/d IJssel"),
        ("IJMUIDEN", "IJmuiden"),
        ("BERGEN (NH.)", "Bergen (NH.)"),
        ("DE BILT", "De Bilt"),
        ("ETTEN-LEUR", "Etten-Leur"),
        ("Súdwest-Fryslân", "Súdwest-Fryslân"),
    ],
)
def test_places_are_written_as_people_do(shouted, written):
    assert place_name(shouted) == written
