"""`sto report plans`: what people and programs get, and what goes wrong."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

REPORTS = Path(__file__).parent.parent / "reports"


@pytest.fixture(autouse=True)
def _among_the_plans(monkeypatch):
    monkeypatch.chdir(REPORTS)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_people_see(sto, golden, language):
    run = sto("--lang", language, "report", "plans", "plans")
    golden(f"report-plans.{language}.txt", run.out)
    assert run.code == 0


@pytest.mark.parametrize("language", ["nl", "en"])
def test_markdown_says_the_same_as_the_screen(sto, language):
    said = ["--lang", language, "report", "plans", "plans"]
    on_screen, written = " ".join(sto(*said).out.split()), sto(*said, "--format", "markdown").out
    headings = [line.lstrip("# ") for line in written.splitlines() if line.startswith("#")][:-1]  # what words mean
    assert len(headings) > 8
    assert [one for one in headings if re.sub(r"\\(.)", r"\1", one) not in on_screen] == []


def test_what_programs_see(sto):
    run = sto("report", "plans", "plans", "--format", "json")
    answer = json.loads(run.out)
    assert (answer["format"], answer["report"], answer["as_of"]) == (1, "plans", "2026-11-24")
    assert set(answer) >= {"until", "selection", "left_out", "versions", "rules", "due", "summary", "remarks"}
    bakery = next(plan for plan in answer["plans"] if plan["path"] == "bakkerij.yaml")
    assert (bakery["school"]["id"], bakery["kind"], bakery["standing"]) == ("27MD01", "non_technical", "points")
    assert (bakery["answered"], bakery["findings"]) == (6, {"error": 0, "warning": 2, "tip": 4})
    assert (bakery["costs"]["total"], bakery["costs"]["cofinancing"]) == (1250.5, None)
    assert bakery["milestones"][0] == {"date": "2026-10-01", "milestone": "De meters zijn besteld."}
    assert answer["totals"]["costs"]["total"] == 29250.5
    assert answer["due"][0]["date"] == "2026-12-01"
    assert run.err == ""


@pytest.mark.parametrize("form", ["text", "csv", "markdown", "html", "xlsx", "docx"])
def test_every_table_says_where_a_plan_stands(sto, tmp_path, form):
    path = tmp_path / f"report.{form}"
    assert sto("report", "plans", "plans", "--format", form, "--output", str(path)).code == 0
    content = path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            content = b"".join(map(packed.read, packed.namelist()))
    assert [content.count(words.encode()) > 0 for words in ("nog 6 punten", "nog niet te lezen")] == [True] * 2


LEFT_OUT = "Niet meegeteld: 1 plan van een andere regio, 1 plan waarvan niet bekend is bij welke regio het hoort (nieuw"


@pytest.mark.parametrize("form", ["text", "csv", "markdown", "html", "xlsx", "docx", "ics", "json"])
@pytest.mark.parametrize("command", ["plans", "region"])
def test_no_form_of_the_plans_of_a_region_is_silent_on_the_others(sto, tmp_path, form, command):
    asked = ["plans", "plans", "--region", "twente"] if command == "plans" else ["region", "twente", "--plans", "plans"]
    path = tmp_path / f"report.{form}"
    run = sto("report", *asked, "--format", form, "--output", str(path))
    if command == "region" and form == "ics":
        assert run.code == 2
        return
    content = path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            content = b"".join(map(packed.read, packed.namelist()))
    said = " ".join((content.decode("utf-8", "replace") + run.err).replace("\\", "").split())
    assert LEFT_OUT in said
    assert "1 bestand dat niet als plan te lezen is (stuk" in said


def test_a_region_without_plans_says_where_those_are_that_were_named(sto):
    said = " ".join(sto("--lang", "en", "report", "plans", "plans", "--region", "zeeland").out.split())
    assert "There are no plans of Sterk Techniekonderwijs Zeeland here." in said
    assert "3 plans of other regions, 1 plan of which the region is not known (nieuw.yaml)" in said
    assert "Not counted" not in sto("--lang", "en", "report", "plans", "plans").out


def test_the_calendar(sto, golden):
    run = sto("report", "plans", "plans", "--format", "ics")
    text = re.sub(r"sto \d+\.\d+\.\d+", "sto X.Y.Z", run.out.replace("\r\n", "\n"))
    name = re.search(r"X-WR-CALNAME:.*", text)[0]  # in no standard: releases of icalendar differ in escaping it
    golden("report-plans.ics", text.replace(name, name.replace("\\", "")))


def test_a_narrow_terminal_breaks_lines_between_words(sto, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    lines = sto("report", "plans", "plans/alpha.yaml").out.splitlines()
    start = next(place for place, line in enumerate(lines) if line == "Plan voor plan")
    assert any(line.startswith("Mijlpalen") for line in lines[start:])
    assert max(map(len, lines)) <= 60


def test_csv_opens_in_a_dutch_excel(sto):
    run = sto("report", "plans", "plans", "--format", "csv")
    assert run.out.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(run.out.lstrip("\ufeff")), delimiter=";"))
    assert len({len(row) for row in rows}) == 1
    costs = rows[0].index("Kosten (€)")
    assert [row[costs] for row in rows[1:]] == ["1250,5", "23000", "5000", "", "", "29250,5"]
    assert "niet bekend" in run.err


def test_a_workbook_holds_numbers_and_both_tables(sto, tmp_path):
    file = tmp_path / "portefeuille.xlsx"
    assert sto("report", "plans", "plans", "--output", file).code == 0
    book = load_workbook(file)
    assert {"Plannen", "Mijlpalen"} <= set(book.sheetnames)
    plans = book["Plannen"]
    headings = [cell.value for cell in plans[1]]
    costs = headings.index("Kosten (€)")
    assert plans.cell(plans.max_row, costs + 1).value == 29250.5
    assert "€" in plans.cell(plans.max_row, costs + 1).number_format
    dates = [row[0].value for row in book["Mijlpalen"].iter_rows(min_row=2)]
    assert date(2027, 1, 31) in [value.date() for value in dates if value]


@pytest.mark.parametrize("form", ["csv", "markdown", "xlsx"])
def test_hostile_text_runs_nowhere(sto, tmp_path, form):
    file = tmp_path / f"uit.{form}"
    assert sto("report", "plans", "hostile-plans", "--format", form, "--output", file).code == 0
    if form == "xlsx":
        cells = [cell for sheet in load_workbook(file) for row in sheet.iter_rows() for cell in row]
        assert not [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink]
        return
    text = file.read_text("utf-8")
    assert "\x1b" not in text
    if form == "csv":
        for row in csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=";"):
            assert not [cell for cell in row if cell[:1] in "=+-@" and cell]
    else:
        assert not re.search(r"(?<!\\)[<>]", text)
        assert not re.search(r"(?<!\\)\]\(", text)


def test_hostile_text_does_not_steer_a_terminal(sto):
    out = sto("report", "plans", "hostile-plans").out
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "␛" in out


def test_the_name_of_the_file_tells_the_format(sto, tmp_path):
    for name, start in (("a.ics", "BEGIN:VCALENDAR"), ("a.html", "<!doctype html>"), ("a.md", "# "), ("a.json", "{")):
        assert sto("report", "plans", "plans", "--output", tmp_path / name).code == 0
        assert (tmp_path / name).read_text("utf-8").startswith(start)


def test_looking_further_ahead_finds_more(sto):
    due = [
        len(json.loads(sto("report", "plans", "plans", "--months", str(months), "--format", "json").out)["due"])
        for months in (1, 3, 6, 60)
    ]
    assert due == [1, 3, 6, 8]


def test_one_region(sto):
    answer = json.loads(sto("report", "plans", "plans", "--region", "Techniekregio Twente", "--format", "json").out)
    assert [plan["school"]["id"] for plan in answer["plans"]] == ["00AH17", "00AH17"]


def test_another_day(sto):
    answer = json.loads(sto("report", "plans", "plans", "--as-of", "1-3-2027", "--format", "json").out)
    assert answer["as_of"] == "2027-03-01"
    assert [due["date"] for due in answer["due"]] == ["2027-03", "2027-03"]


def test_one_name_that_cannot_be_read_does_not_stop_the_others(sto):
    run = sto("report", "plans", "plans/alpha.yaml", "nergens", "--format", "json")
    assert run.code == 2
    assert "nergens" in run.err
    assert len(json.loads(run.out)["plans"]) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["plans", "--region", "twnte"], "twente"),
        (["plans", "--as-of", "2026-13-40"], "2026-13-40"),
        (["plans", "--months", "0"], "--months"),
        (["plans", "--format", "pdf"], "ics"),
        (["plans", "--output", "geen/map/uit.ics"], "geen/map"),
        (["plans", "--output", "plans/alpha.yaml", "--format", "text"], "--force"),
        ([], "--help"),
    ],
)
def test_what_cannot_be_is_said_with_a_next_step(sto, arguments, said):
    run = sto("report", "plans", *arguments)
    assert (run.code, run.out) == (2, "")
    assert said in run.err
    assert "Traceback" not in run.err


def test_a_file_is_replaced_when_that_is_asked_for(sto, tmp_path):
    file = tmp_path / "uit.html"
    file.write_text("oud")
    assert sto("report", "plans", "plans", "--output", file).code == 2
    assert file.read_text() == "oud"
    assert sto("report", "plans", "plans", "--output", file, "--force").code == 0
    assert file.read_text("utf-8").startswith("<!doctype html>")


def test_standard_input_is_a_plan_too(sto, monkeypatch):
    content = (REPORTS / "plans" / "alpha.yaml").read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))
    answer = json.loads(sto("report", "plans", "-", "--format", "json").out)
    assert [(plan["path"], plan["answered"]) for plan in answer["plans"]] == [("-", 6)]


def test_nothing_is_written_when_nothing_could_be_read(sto, tmp_path):
    run = sto("report", "plans", "nergens", "--output", tmp_path / "z.html")
    assert (run.code, run.out) == (2, "")
    assert "nergens" in run.err
    assert not (tmp_path / "z.html").exists()


@pytest.fixture
def undated(tmp_path):
    """Write a plan with a date in a text, and two milestones without one."""
    path = tmp_path / "plan.yaml"
    path.write_text(
        "titel: Lab\nregiovisie: Kort.\nsamenwerking: n.v.t.\nmijlpalen:\n"
        "  - In maart 2027 is de werkruimte klaar.\n  - Het lokaal is ingericht.\n  - Na de zomer starten we.\n",
        "utf-8",
    )
    return path


def test_a_date_in_the_text_stands_in_the_calendar_and_those_without_are_counted(sto, undated):
    run = sto("report", "plans", undated, "--format", "ics")
    assert "DTSTART;VALUE=DATE:20270331" in run.out
    assert run.err == "2 mijlpalen zonder datum staan niet in de agenda.\n"


def test_who_does_not_apply_is_no_partner(sto, undated):
    (plan,) = json.loads(sto("report", "plans", undated, "--format", "json").out)["plans"]
    assert plan["partners"] == {}
    assert 5 in plan["open_questions"]
    assert [one["date"] for one in plan["milestones"]] == ["2027-03", None, None]


def test_the_plans_and_the_files_that_are_none_add_up(sto, undated):
    (undated.parent / "brief.yaml").write_text("Geachte heer", "utf-8")
    answer = json.loads(sto("report", "plans", undated.parent, "--format", "json").out)
    assert answer["summary"][0].startswith("1 plan van een onbekende school")
    assert answer["remarks"][0].startswith("Nog 1 bestand is niet als plan te lezen")


@pytest.mark.parametrize("command", [["plans"], ["region", "twente", "--plans"]])
def test_names_what_in_the_folder_is_no_plan(sto, tmp_path, command):
    (tmp_path / "plan.yaml.txt").write_bytes((REPORTS / "plans" / "alpha.yaml").read_bytes())
    (tmp_path / "foto.jpg").touch()
    run = sto("report", *command, tmp_path)
    assert run.code == 0
    assert "1 bestand is geen plan en is overgeslagen: foto.jpg." in run.err
