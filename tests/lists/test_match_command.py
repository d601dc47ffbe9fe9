"""`sto match` as a user runs it."""

from __future__ import annotations

import csv
import json
import re
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from sto_cli.files.tables import read_sheet

LIST = Path(__file__).parent / "list.csv"
ADDED = [
    "sto_outcome", "sto_school", "sto_name", "sto_region", "sto_basis", "sto_score", "sto_candidates",
    "sto_region_name", "sto_check",
]  # fmt: skip


DUTCH = [
    "sto_uitkomst", "sto_code", "sto_naam", "sto_regio", "sto_gevonden_op", "sto_score", "sto_kandidaten",
    "sto_regionaam", "sto_nakijken",
]  # fmt: skip


@pytest.fixture(autouse=True)
def _here(monkeypatch, tmp_path):
    """Run beside a copy of the list, so that outputs name no folder."""
    (tmp_path / "lijst.csv").write_bytes(LIST.read_bytes())
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_people_see(sto, golden, language):
    run = sto("--lang", language, "match", "lijst.csv", "--output", "uit.xlsx")
    assert run.out == ""
    golden(f"match.{language}.txt", run.err)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_rows_that_come_out(sto, golden, language):
    run = sto("--lang", language, "match", "lijst.csv")
    assert run.code == 1
    golden(f"match.{language}.csv", re.sub(r"(?<=;)[01],\d+(?=;)", "…", run.out))  # scores may move a little


def test_rows_order_and_columns_are_kept(sto):
    before = list(csv.reader(LIST.read_text("utf-8").splitlines(), delimiter=";"))
    sto("match", "lijst.csv", "--output", "uit.csv")
    text = Path("uit.csv").read_text("utf-8")
    assert text.startswith("\ufeff")
    after = list(csv.reader(text.removeprefix("\ufeff").splitlines(), delimiter=";"))
    assert len(after) == len(before)
    assert after[2] == before[2] + DUTCH
    changed = {(at, i) for at, row in enumerate(before) for i, cell in enumerate(row) if after[at][i] != cell}
    assert changed == {(7, 3)}
    assert after[7][3] == "'" + before[7][3]


def test_json_has_the_agreed_shape(sto):
    run = sto("match", "lijst.csv", "--format", "json")
    answer = json.loads(run.out)
    assert answer["format"] == 1
    assert [row["row"] for row in answer["rows"]] == list(range(4, 12))
    first, second = answer["rows"][:2]
    assert {key: first[key] for key in ("outcome", "school", "region", "candidates")} == {
        "outcome": "found", "school": "00AH17", "region": "twente", "candidates": [],
    }  # fmt: skip
    assert second["outcome"] == "ambiguous"
    assert set(second["candidates"][0]) == {"id", "name", "place", "street", "region", "score"}
    assert answer["summary"]["rows"] == 7
    assert answer["summary"]["empty"] == 1


def test_a_workbook_keeps_the_kinds_of_its_cells(sto):
    with xlsxwriter.Workbook("in.xlsx") as book:
        day = book.add_format({"num_format": "dd-mm-yyyy"})
        sheet = book.add_worksheet("Deelnemers")
        sheet.write_row(0, 0, ["School", "Plaats", "Vanaf", "Aantal", "Actief", "Tekst", "Som"])
        sheet.write_row(1, 0, ["Het Stedelijk Alpha", "Enschede"])
        sheet.write_datetime(1, 2, datetime(2023, 8, 1), day)  # noqa: DTZ001 - Excel has no zones
        sheet.write_number(1, 3, 12.5)
        sheet.write_boolean(1, 4, True)
        sheet.write_string(1, 5, "=1+1")
        sheet.write_formula(1, 6, "=1+1", None, 2)
        sheet.write_row(3, 0, ["Nergens College", "Almelo"])
    assert sto("match", "in.xlsx", "--output", "uit.xlsx").code == 1
    sheet = read_sheet(Path("uit.xlsx"))
    assert sheet.name == "Deelnemers"
    assert list(sheet.rows[0]) == ["School", "Plaats", "Vanaf", "Aantal", "Actief", "Tekst", "Som", *DUTCH]
    assert list(sheet.rows[1][2:9]) == [date(2023, 8, 1), 12.5, True, "=1+1", 2.0, "gevonden", "00AH17"]
    assert set(sheet.rows[2]) == {""}
    assert sheet.rows[3][-1] == "opzoeken"


def test_doubtful_rows_have_a_colour(sto):
    openpyxl = pytest.importorskip("openpyxl", reason="only looks at colours")
    sto("match", "lijst.csv", "--output", "uit.xlsx")
    sheet = openpyxl.load_workbook("uit.xlsx").active
    colours = {row[4].value: row[0].fill.fgColor.rgb for row in sheet.iter_rows(min_row=4) if row[4].value}
    assert colours["meerdere mogelijk"] == "FFFFF2CC"
    assert colours["niet gevonden"] == "FFF8CBAD"
    assert colours["gevonden"] == "00000000"


def test_a_second_run_does_not_add_its_columns_twice(sto):
    sto("match", "lijst.csv", "--output", "een.xlsx")
    sto("match", "een.xlsx", "--output", "twee.xlsx")
    assert [list(row) for row in read_sheet(Path("twee.xlsx")).rows] == [
        list(row) for row in read_sheet(Path("een.xlsx")).rows
    ]


def test_all_found_is_a_good_answer(sto):
    Path("goed.csv").write_text("School,Plaats\nHet Stedelijk Alpha,Enschede\n", encoding="utf-8")
    assert sto("match", "goed.csv").code == 0


def test_an_output_that_exists_is_not_replaced(sto):
    Path("uit.csv").write_text("mijn werk", encoding="utf-8")
    run = sto("match", "lijst.csv", "--output", "uit.csv")
    assert run.code == 2
    assert Path("uit.csv").read_text("utf-8") == "mijn werk"
    assert sto("match", "lijst.csv", "--output", "uit.csv", "--force").code == 1


@pytest.mark.parametrize("output", ["lijst.csv", "./lijst.csv", "map/../lijst.csv"])
def test_the_list_itself_is_never_written_over(sto, output):
    Path("map").mkdir()
    before = Path("lijst.csv").read_bytes()
    run = sto("match", "lijst.csv", "--output", output, "--force")
    assert run.code == 2
    assert "uw eigen lijst" in run.err
    assert Path("lijst.csv").read_bytes() == before


def test_the_help_names_every_column_that_is_added(shown_help):
    for language, headings in (("nl", DUTCH), ("en", ADDED)):
        shown = shown_help(language, "match")
        assert [heading for heading in headings if heading not in shown] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nergens.csv"], "nergens.csv bestaat niet"),
        (["lijst.csv", "--name", "Instituut"], "geen kolom “Instituut”"),
        (["lijst.csv", "--output", "uit.pdf"], "Laat de naam eindigen op"),
        (["lijst.csv", "--review"], "kan hier niet"),
        (["getallen.csv"], "--name A"),
        (["wachtwoord.xlsx"], "wachtwoord"),
        (["leeg.csv"], "leeg"),
    ],
)
def test_what_cannot_be_is_a_sentence(sto, arguments, said):
    Path("getallen.csv").write_text("Nummer;Bedrag\n1;2\n", encoding="utf-8")
    Path("leeg.csv").write_bytes(b"")
    workbook = Path(__file__).parent.parent / "files" / "workbooks" / "password.xlsx"
    Path("wachtwoord.xlsx").write_bytes(workbook.read_bytes())
    run = sto("match", *arguments)
    assert run.code == 2
    assert said in run.err
    assert run.out == ""
    assert "Traceback" not in run.err


def test_a_dos_list_with_broken_quotes_is_linked_and_what_was_odd_is_said(sto):
    text = 'School|Plaats\n"Linde College|Wolvega\nHet Stedelijk Alpha|Enschede\nCollège Één|Nergens\n'
    Path("dos.csv").write_bytes(text.encode("cp850"))
    run = sto("match", "dos.csv")
    assert "DOS (cp850), rechte strepen tussen de kolommen" in run.err
    assert "Rij 2 heeft een aanhalingsteken" in run.err
    assert "Linde College|Wolvega|gevonden|19LO00" in run.out


def test_cells_that_moved_are_said(sto):
    Path("komma.csv").write_text("School,Plaats\nCollege voor Vwo, Havo,Almelo\n", encoding="utf-8")
    assert "Rij 2 heeft meer cellen" in sto("match", "komma.csv").err


@pytest.mark.parametrize("name", ["'q'", "History", "a" * 31])
def test_a_sheet_keeps_a_name_that_excel_allows(sto, name):
    """LibreOffice and other programs write sheets under names that Excel refuses."""
    with xlsxwriter.Workbook("in.xlsx") as book:
        sheet = book.add_worksheet("List")
        sheet.write_row(0, 0, ["School", "Plaats"])
        sheet.write_row(1, 0, ["Het Stedelijk Alpha", "Enschede"])
        sheet.name = name  # past the check of the library
    assert sto("match", "in.xlsx", "--output", "uit.xlsx").code == 0
    assert read_sheet(Path("uit.xlsx")).name.casefold().strip("_") == name.strip("'").casefold()


@pytest.mark.parametrize(
    ("heading", "row", "said"),
    [
        ("School;" + "x;" * 16_380, "Het Stedelijk Alpha;", "16.384 kolommen"),
        ("School;Opmerking", "Het Stedelijk Alpha;" + "a" * 32_768, "32.767 letters"),
    ],
    ids=["columns", "letters"],
)
def test_a_list_that_no_workbook_holds_is_refused_and_csv_holds_it(sto, heading, row, said):
    Path("breed.csv").write_text(f"{heading}\n{row}\n", encoding="utf-8")
    run = sto("match", "breed.csv", "--output", "uit.xlsx")
    assert run.code == 2
    assert said in run.err
    assert ".csv" in run.err
    assert not Path("uit.xlsx").exists()
    assert sto("match", "breed.csv", "--output", "uit.csv").code == 0


def test_a_school_that_stands_in_several_rows_is_named_with_its_code(sto):
    Path("dubbel.csv").write_text("School\n00AH17\nHet Stedelijk Alpha\n05AV00\n", encoding="utf-8")
    assert "in meer dan één rij: 00AH17 Het Stedelijk Alpha (2, 3)." in sto("match", "dubbel.csv").err


def test_rows_without_a_code_that_say_the_same_are_named_together(sto):
    rows = "School;Plaats\nSchool van Niets;Doorn\nNXT Doorn;Doorn\nschool van niets ;DOORN\nSchool van Niets;Haren\n"
    Path("dubbel.csv").write_text(rows, encoding="utf-8")
    said = sto("match", "dubbel.csv").err
    assert "1 school zonder code staat in meer dan één rij: School van Niets, Doorn (2, 4)." in said
    assert "Haren" not in said


def test_no_sentence_stands_twice_in_the_help(sto):
    sentences = re.split(r"(?<=\.)\s", " ".join(sto("match", "--help").out.split()))
    long = [sentence for sentence in sentences if len(sentence) > 40]
    assert [sentence for sentence in long if long.count(sentence) > 1] == []
    assert len(long) > 3


def test_a_command_that_is_suggested_works_when_pasted_and_replaces_nothing(sto):
    Path("mijn lijst.csv").write_text("Instituut;Plaats\nBonhoeffer College;Enschede\n", encoding="utf-8")
    run = sto("match", "mijn lijst.csv", "--name", "Instituut", "--output", "mijn lijst 2.xlsx")
    assert '"mijn lijst 2.xlsx" --name Instituut --review --output "mijn lijst 2-2.xlsx"' in run.err
    run = sto("match", "mijn lijst.csv", "--name", "Instituut")
    assert 'sto match "mijn lijst.csv" --name Instituut --review --output "mijn lijst-gekoppeld.xlsx"' in run.err
