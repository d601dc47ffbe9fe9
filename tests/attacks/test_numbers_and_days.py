"""Numbers that are none, and the ends of the calendar: in lists, own data, plans and choices, in every format."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

from sto_cli.lists.cell_dates import read_date
from sto_cli.lists.chosen import chosen_number
from sto_cli.plans.language.periods import period_in
from sto_cli.plans.language.times import read_when, time_in, time_meant
from sto_cli.register.imports.duo_layouts import _coordinates

DIGITS = "9" * 5_000


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("written", ["²", "①", "½", DIGITS, "-1", "1e5", "nan", "9999999999999", "4", ""])
def test_what_is_no_number_of_a_list_chooses_nothing(written):
    assert chosen_number(written, 3) is None
    assert read_date(written) is None


@pytest.mark.parametrize("pair", [("nan", "6"), ("inf", "6"), ("1e400", "6"), ("91", "6"), ("52", "181"), ("52", "")])
def test_a_place_off_the_earth_is_not_taken_over(pair):
    assert _coordinates(*pair) == []


@pytest.mark.parametrize("number", [1e10, -1e10, 1e300, 612345678.0 * 10])
@pytest.mark.parametrize("form", ["dd-mm-yyyy", "hh:mm", "[h]:mm"])
def test_a_date_that_no_calendar_has_is_one_sentence(sto, number, form):
    import xlsxwriter

    with xlsxwriter.Workbook("list.xlsx") as book:
        sheet = book.add_worksheet("Scholen")
        sheet.write_row(0, 0, ["School", "Sinds"])
        sheet.write_row(1, 0, ["Het Stedelijk Alpha"])
        sheet.write_number(1, 1, number, book.add_format({"num_format": form}))
    run = sto("match", "list.xlsx", "--output", "out.csv")
    assert run.code in {0, 2}
    assert run.code == 0 or "Scholen" in run.err


PLAN = (
    "titel: x\nschool: 00AH17\nperiode: {period}\n"
    "doelen: [{{doel: In juli 2027 hebben {number} leerlingen techniek gekozen}}]\n"
    "activiteiten: [{{activiteit: elke week {number} uur, doelen: ['{number}']}}]\n"
    "mijlpalen:\n  - {{datum: 0001-01, mijlpaal: eerste}}\n  - {{datum: 0001-12, mijlpaal: tweede}}\n"
    "  - {{datum: 9999-12, mijlpaal: laatste}}\n"
    "middelen:\n  - {{post: Uren, bedrag: {number}, cofinanciering: {number}}}\n  - {{post: x, bedrag: 500}}\n"
    "totaal: {number}\n"
)
NUMBERS = [".nan", "1e400", DIGITS, f"'{DIGITS} x {DIGITS}'", "9" * 39 + ",99", "'²'", "'duizend duizend'"]
PERIODS = ["12 jaar vanaf januari 9995", "0 maanden vanaf 1 januari 0001", "0001-01-01 tot 0001-02-01", "9999-2100"]
KINDS = {"validate": "json sarif", "report plans": "json csv html ics xlsx docx", "plan show": "markdown json"}


def _no_constant(name):
    raise AssertionError(name)


@pytest.mark.sample(2)
@pytest.mark.parametrize("number", NUMBERS, ids=lambda one: one[:12])
def test_a_plan_of_odd_numbers_is_answered_in_every_format(sto, number):
    Path("plan.yaml").write_text(PLAN.format(number=number, period="2026-2027"))
    _asked(sto)


@pytest.mark.sample(1)
@pytest.mark.parametrize("period", PERIODS)
def test_a_plan_at_the_ends_of_the_calendar_is_answered_in_every_format(sto, period, monkeypatch):
    monkeypatch.setenv("STO_TODAY", "0001-01-01")
    Path("plan.yaml").write_text(PLAN.format(number=5, period=period))
    _asked(sto)
    csv = sto("report", "plans", "plan.yaml", "--format", "csv").out
    assert "31-01-0001" in csv
    sto("report", "plans", "plan.yaml", "--output", "days.xlsx", "--force")
    sheets = zipfile.ZipFile(io.BytesIO(Path("days.xlsx").read_bytes()))
    assert not any(b"<v>-" in sheets.read(name) for name in sheets.namelist() if "sheet" in name)


def _asked(sto):
    for command, forms in KINDS.items():
        for form in forms.split():
            out = ["--output", f"out.{form}", "--force"] if form in {"xlsx", "docx"} else []
            run = sto(*command.split(), "plan.yaml", "--format", form, *out)
            assert run.code in {0, 1, 2}
            if form in {"json", "sarif"} and run.code < 2:
                answer = json.loads(run.out, parse_constant=_no_constant)
                assert "ended in" not in json.dumps(answer)


TIMES = [
    f"{before}{form.replace('@', year)}"
    for year in ("0000", "0001", "0999", "9998", "9999", "10000", "2023", "2024", "99")
    for form in ("@-12", "december @", "31-12-@", "29 februari @", "week 53 @", "Q4 @", "winter @-@", "schooljaar @-@")
    for before in ("", "voor ", "eind ", "12 maanden vanaf ", "0 jaar vanaf ", "99 jaar vanaf ")
]


@pytest.mark.parametrize("read", [read_when, time_meant, time_in, period_in])
def test_each_time_is_read_or_none_and_reads_the_same_again(read):
    for written in TIMES:
        found = read(written)
        for when in found if isinstance(found, tuple) else (found,):
            again = read_when(when.iso) if when else None
            assert when is None or (again and again.last == when.last), written


def test_a_leap_day_is_one_only_in_its_years():
    assert read_when("29-2-2028").last == date(2028, 2, 29)
    assert read_when("29-2-2027") is None
