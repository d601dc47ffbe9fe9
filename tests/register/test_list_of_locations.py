"""A list of all locations laid over a register: closed, new, moved and renamed, and what a list may have wrong."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from sto_cli.files.tables import read_csv
from sto_cli.register.imports.duo import update_schools
from sto_cli.register.imports.write import part_text
from sto_cli.register.load import load_register

EXAMS = "vestigingscode,naam,gemeente,leerweg,afdeling,examenkandidaten\n" + "".join(
    f"{code},{name},ASSEN,BL,{profile},12\n"
    for code, name, profile in (
        ("00AA00", "Alfa College", "BWI"), ("00AA01", "Beta College", "ZW"), ("00AA02", "Gamma College", "DP"),
        ("00AA03", "Delta College", "DP"), ("00AA04", "Epsilon College", "DP"), ("00AA05", "Zeta College", "DP"),
    )
)  # fmt: skip
ADDRESSES = (
    "code,name_official,street,house_number,postcode,place,municipality,province,labour_market_region,website,"
    "longitude,latitude\n"
) + "".join(
    f"00AA0{n},{name} voor Havo Mavo Vbo,Laan,{n + 1},940{n}AB,ASSEN,Assen,Drenthe,Groningen,,6.5{n},53.0{n}\n"
    for n, name in enumerate(("Alfa College", "Beta College", "Gamma College", "Delta College", "Epsilon", "Zeta"))
)
HEADS = ["code", "name", "street", "house_number", "postcode", "place", "municipality", "structure", "website"]
LISTED = [
    ["00AA00", "Alfa College voor Vwo Havo Mavo Vbo", "Laan", "1", "9400 AB", "ASSEN", "ASSEN", "VBO/MAVO", ""],
    ["00AA01", "Beta College voor Havo Mavo Vbo", "Plein", "9", "9403 AB", "ASSEN", "ASSEN", "VBO/MAVO", ""],
    ["00AA02", "Omega voor Havo Mavo Vbo", "Laan", "3", "9402 AB", "ASSEN", "ASSEN", "VBO", "www.omega.test"],
    ["00AA03", "Delta College voor Havo Mavo Vbo", "Laan", "4", "9403 AB", "ASSEN", "ASSEN", "VBO/MAVO", ""],
    ["00AA04", "Epsilon voor Havo Mavo Vbo", "Laan", "5", "9404 AB", "ASSEN", "ASSEN", "VBO/MAVO", ""],
    ["00AA09", "Zeta College voor Havo Mavo Vbo", "Laan", "6", "9405 AB", "ASSEN", "ASSEN", "VBO/MAVO", ""],
    ["00BB00", "Praktijkschool Noord", "Weg", "1", "9499 ZZ", "ASSEN", "ASSEN", "PRO", ""],
    ["00BB01", "Lyceum Noord", "Weg", "2", "9499 ZZ", "ASSEN", "ASSEN", "HAVO/VWO", ""],
]


@pytest.fixture
def data(tmp_path):
    """A register made of exams and addresses of 2025."""
    for name, text in (("exams.csv", EXAMS), ("addresses.csv", ADDRESSES)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    folder = tmp_path / "data"
    folder.mkdir()
    files = [read_csv(tmp_path / name) for name in ("exams.csv", "addresses.csv")]
    update = update_schools(files, None, "2025-09", "DUO 2025")
    text = part_text("schools", update.entries, "2025-09", "DUO 2025", origins=update.origins)
    (folder / "schools.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def take(tmp_path, sto, data):
    """Import a list of locations over it."""

    def run(rows, *more, as_of="2026-10", heads=HEADS):
        path = tmp_path / "locations.csv"
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([heads, *rows])
        return sto("data", "import", "duo", path, "--as-of", as_of, "--output", data, *more)

    return run


def schools(folder: Path):
    return load_register([folder], shipped=False).schools if (folder / "regions.yaml").exists() else _alone(folder)


def _alone(folder: Path):
    for kind in ("regions", "participation"):
        (folder / f"{kind}.yaml").write_text(f"as_of: 2026\nsource: x\n{kind}:\n", encoding="utf-8")
    return load_register([folder], shipped=False).schools


def test_what_changed_is_said_and_nothing_is_lost(take, data):
    answer = json.loads(take(LISTED, "--yes", "--format", "json", "--source", "DUO 2026").out)
    changes = {(change["change"], change["id"]) for change in answer["changes"] if change["change"] != "details"}
    assert changes == {
        ("opened", "00AA09"), ("opened", "00BB00"), ("opened", "00BB01"), ("closed", "00AA05"), ("renamed", "00AA02"),
        ("address", "00AA01"),
    }  # fmt: skip
    found = schools(data)
    assert {code: school.kind for code, school in found.items()} == {
        "00AA00": "technical", **dict.fromkeys(("00AA01", "00AA02", "00AA03", "00AA04", "00AA05"), "non_technical"),
        "00AA09": "lower_years", "00BB00": "practical", "00BB01": "havo_vwo",
    }  # fmt: skip
    assert (found["00AA05"].closed, found["00AA05"].successors) == ("2026-10", ("00AA09",))
    assert found["00AA02"].name == "Omega"
    assert "Gamma College" in {former.name for former in found["00AA02"].former_names}
    assert found["00AA00"].name == "Alfa College"
    assert found["00AA00"].coordinates == (53.0, 6.5)


def test_coordinates_are_of_the_address_of_the_postcode_or_of_none(take, data):
    assert take(LISTED, "--yes").code == 0
    found = schools(data)
    assert (found["00AA09"].coordinates, found["00AA09"].coordinates_about) == ((53.05, 6.55), False)  # that address
    assert (found["00AA01"].coordinates, found["00AA01"].coordinates_about) == ((53.03, 6.53), True)  # that postcode
    assert found["00BB00"].coordinates is None


def test_the_parts_keep_their_dates_and_a_later_exam_file_keeps_the_list(take, data, tmp_path, sto):
    take(LISTED, "--yes", "--source", "DUO 2026")
    run = sto("data", "import", "duo", tmp_path / "exams.csv", "--as-of", "2026-11", "--output", data, "--yes")
    assert run.code == 0
    text = (data / "schools.yaml").read_text("utf-8")
    assert "{what: exams, as_of: 2026-11, source: DUO 2025}" in text
    assert "{what: locations, as_of: 2026-10, source: DUO 2026}" in text
    assert schools(data)["00BB00"].kind == "practical"


def test_the_same_list_again_changes_nothing(take, data):
    take(LISTED, "--yes")
    before = (data / "schools.yaml").read_bytes()
    assert json.loads(take(LISTED, "--yes", "--format", "json").out)["changes"] == []
    assert (data / "schools.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("rows", "more", "said"),
    [
        ([*LISTED, LISTED[0]], {}, "de code 00AA00 meer dan één keer: in de rijen 2, 10"),
        (LISTED[:3], {}, "onvolledig"),
        (LISTED, {"as_of": "2025-08"}, "al van 2025-09"),
        (LISTED, {"heads": ["school", "web", *HEADS[2:5]]}, "geen bestand van DUO dat sto kent"),
        (LISTED, {"heads": [*HEADS[:-1], "web"]}, "Deze kolommen ontbreken: website"),
        ([*LISTED[:-1], ["00BB0", *LISTED[-1][1:]]], {}, "rij 9 heeft geen vestigingscode of is afgebroken"),
        ([["", *LISTED[0][1:]], *LISTED[1:-1], ["?", "x"]], {}, "rij 2 en nog 1 hebben geen vestigingscode"),
        ([*LISTED[:-1], LISTED[-1][:4]], {}, "rij 9 heeft geen vestigingscode of is afgebroken"),
        ([], {}, "lijkt beschadigd"),
    ],
    ids=[
        "a code twice",
        "half a file",
        "an older year",
        "other columns",
        "a column less",
        "a wrong code",
        "no codes",
        "cut off in its last row",
        "headings alone",
    ],
)
def test_what_is_wrong_with_a_list_is_one_sentence_and_changes_nothing(take, data, rows, more, said):
    before = (data / "schools.yaml").read_bytes()
    run = take(rows, "--yes", **more)
    assert run.code == 2
    assert said in run.err
    assert (data / "schools.yaml").read_bytes() == before


def test_a_list_in_duos_own_layout_is_a_list_too(data, tmp_path, sto):
    heads = ["VESTIGINGSNUMMER", "VESTIGINGSNAAM", "STRAATNAAM", "HUISNUMMER-TOEVOEGING", "POSTCODE", "PLAATSNAAM",
             "GEMEENTENAAM", "PROVINCIE", "INTERNETADRES", "ONDERWIJSSTRUCTUUR"]  # fmt: skip
    rows = [[*row[:7], "Drenthe", row[8], row[7]] for row in LISTED]
    path = tmp_path / "vestigingen.csv"
    text = "\n".join(";".join(row) for row in (heads, *rows))
    path.write_bytes(text.encode("cp1252"))
    run = sto("data", "import", "duo", path, "--as-of", "2026-10", "--output", data, "--yes")
    assert run.code == 0
    assert schools(data)["00BB01"].kind == "havo_vwo"
