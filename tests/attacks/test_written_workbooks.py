"""A workbook holds all that it was asked for, or is not written; whatever its sheets are called, it opens."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest
import xlsxwriter

from sto_cli.files.tables import read_sheet
from sto_cli.files.workbook.writer import LONGEST_CELL, letters

HEADS = "School;Plaats;Opmerking"
ROW = "Het Stedelijk Alpha;Enschede;"
LONG = LONGEST_CELL + 1
PLAN = (
    "titel: x\nschool: 00AH17\nregio: twente\ndoelen: [{{doel: {goal}}}]\n"
    "mijlpalen: [{{datum: 2026-12-01, mijlpaal: {step}}}]\n"
)


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


LISTS = {
    "letters": f"{HEADS}\n{ROW}{'x' * LONG}\n",
    "letters that Excel counts twice": f"{HEADS}\n{ROW}{'😀' * (LONG // 2)}\n",
    "letters in a heading": f"{HEADS}{'x' * LONG}\n{ROW}\n",
    "letters above the list": f"{'x' * LONG}\n{HEADS}\n{ROW}\n",
    "letters below the list": f"{HEADS}\n{ROW}\n;;{'x' * LONG}\n",
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_that_no_workbook_holds_goes_to_csv(sto, name):
    Path("list.csv").write_text(LISTS[name], encoding="utf-8")
    run = sto("match", "list.csv", "--output", "x.xlsx")
    assert run.code == 2
    assert ".csv" in run.err
    assert not Path("x.xlsx").exists()
    assert sto("match", "list.csv", "--output", "x.csv").code in {0, 1}
    kept = Path("x.csv").read_text("utf-8-sig")
    assert all(cell in kept for cell in re.split("[;\n]", LISTS[name]))


@pytest.mark.parametrize("name", ["list", "plans"])
@pytest.mark.parametrize(("limit", "said"), [("MOST_ROWS", "rijen"), ("MOST_COLUMNS", "kolommen")])
def test_rows_and_columns_that_no_workbook_holds(sto, monkeypatch, name, limit, said):
    monkeypatch.setattr(f"sto_cli.files.workbook.writer.{limit}", 2)
    Path("list.csv").write_text(f"{HEADS}\n{ROW}\n{ROW}\n")
    Path("plan.yaml").write_text(PLAN.format(goal="x", step="y"))
    command = {"list": ["match", "list.csv"], "plans": ["report", "plans", "plan.yaml"]}[name]
    run = sto(*command, "--output", "x.xlsx")
    assert (run.code, Path("x.xlsx").exists()) == (2, False)
    assert said in run.err


REPORTS = [
    ["report", "plans", "plan.yaml"],
    ["plan", "show", "plan.yaml"],
]


@pytest.mark.parametrize("text", ["m" * LONG, "😀" * (LONG // 2)], ids=["letters", "letters that Excel counts twice"])
@pytest.mark.parametrize("command", REPORTS, ids=lambda command: command[1])
def test_a_text_that_no_cell_holds_is_not_cut(sto, command, text):
    Path("plan.yaml").write_text(PLAN.format(goal=text, step=text), encoding="utf-8")
    run = sto(*command, "--output", "x.xlsx")
    assert (run.code, Path("x.xlsx").exists()) == (2, False)
    assert ".html" in run.err
    assert sto(*command, "--output", "x.html").code == 0
    assert text in Path("x.html").read_text("utf-8")


@pytest.mark.parametrize("what", ["coverage", "gaps", "region", "trend"])
def test_the_longest_own_data_fits(sto, what):
    Path("own").mkdir()
    entry = "{school: 00AH17, region: twente, status: participating, source: %s, contact: {name: %s}}\n"
    own = "as_of: 2026-11\nsource: x\nparticipation:\n  - " + entry % ("s" * 2_000, "n" * 2_000)
    Path("own/participation.yaml").write_text(own)
    more = {"region": ["twente"], "trend": ["--region", "twente", "--at", "2024"]}.get(what, ["--region", "twente"])
    assert sto("--data", "own", "report", what, *more, "--output", "x.xlsx").code == 0


def test_letters_are_counted_as_excel_does():
    assert [letters("a" * 40_000), letters("é" * 20_000), letters("😀" * 20_000)] == [40_000, 20_000, 40_000]


def book(names):
    """A workbook with sheets of these names, as Excel itself would never make it; only the last holds a school."""
    made, stream = io.BytesIO(), io.BytesIO()
    with xlsxwriter.Workbook(made) as workbook:
        for at in range(len(names)):
            sheet = workbook.add_worksheet(f"P{at}")
            sheet.write_row(0, 0, ["School", "Plaats"])
            sheet.write_row(1, 0, ["Het Stedelijk Alpha" if at == len(names) - 1 else "Nergens", "Enschede"])
    with zipfile.ZipFile(made) as before, zipfile.ZipFile(stream, "w") as after:
        for part in before.namelist():
            content = before.read(part).decode()
            for at, name in enumerate(names if part == "xl/workbook.xml" else ()):
                said = quoteattr(name, {"\n": "&#10;", "\t": "&#9;"})
                content = content.replace(f'name="P{at}"', f"name={said}")
            after.writestr(part, content)
    return stream.getvalue()


SHEETS = {
    "a day": ["27-11-2026"], "a number": ["2026"], "none": [""], "a space": [" "], "hard spaces": ["\xa0Lijst\xa0"],
    "300 letters": ["a" * 300], "40 pictures": ["😀" * 40], "what Excel forbids": ["a[b]:*?/\\"],
    "apostrophes": ["'q'"], "history": ["hIsToRy"], "a line": ["a\nb"], "a tab": ["a\tb"], "a turn": ["a\u202eb"],
    "markup": ["<b>&amp;\"'"], "a formula": ["=1+1"], "an option": ["--output"], "folders": ["../../etc/x"],
    "a mark": ["\ufeffLijst"], "capitals": ["LIJST", "lijst"], "marks apart": ["e\u0301", "\xe9"],
    "three": ["A", "B", "C"], "thirty": [f"S{at}" for at in range(30)],
}  # fmt: skip


@pytest.mark.sample(2)
@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_of_any_name_is_read_and_written(sto, name):
    names = SHEETS[name]
    Path("list.xlsx").write_bytes(book(names))
    run = sto("match", "list.xlsx", f"--sheet={names[-1]}", "--output", "x.xlsx")
    assert run.code == 0, run.err
    with zipfile.ZipFile("x.xlsx") as archive:
        [written] = re.findall(r'<sheet name="([^"]*)"', archive.read("xl/workbook.xml").decode())
    assert 0 < letters(written.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")) <= 31
    assert not re.search(r"[\[\]:*?/\\\n\t\u202e]|^'|'$|^history$", written, re.IGNORECASE)
    assert read_sheet(Path("x.xlsx")).rows[1][3] == "00AH17"
    assert json.loads(sto("match", "x.xlsx", "--format", "json").out)["summary"]["found"] == 1
    made = sto("data", "import", "participation", "list.xlsx", f"--sheet={names[-1]}", "--region", "twente",
               "--as-of", "2026", "--all-take-part", "--yes", "--output", "own")  # fmt: skip
    assert made.code == 0, made.err
    assert sto("--data", "own", "report", "coverage").code == 0
    if len(names) > 1:
        assert f"“{names[0]}”" in run.err  # it says what it did not read


@pytest.mark.parametrize("name", ["Lijst", "", "2026"])
def test_two_sheets_of_one_name_are_not_read_as_one(sto, name):
    Path("list.xlsx").write_bytes(book([name, "B", name]))
    run = sto("match", "list.xlsx")
    assert run.code == 2
    assert "twee bladen met de naam" in run.err


def test_a_book_of_many_sheets_does_not_name_them_all(sto):
    Path("list.xlsx").write_bytes(book([f"Blad {at}" for at in range(300)]))
    for command in (["match", "list.xlsx"], ["match", "list.xlsx", "--sheet", "x"]):
        assert sto(*command).err.count("Blad") < 30
