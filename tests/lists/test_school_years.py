"""A list with a column per school year becomes periods, and leaves what is known of the time around them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sto_cli.files.yaml.reader import read_yaml
from sto_cli.lists.headings import first_year, year_columns
from sto_cli.lists.school_years import Period, standing

OWN = Path("own/participation.yaml")


@pytest.mark.parametrize(
    ("heading", "year"),
    [
        ("2024-2025", 2024), ("25/26", 2025), ("2025/26", 2025), ("schooljaar 2026-2027", 2026), ("'24-'25", 2024),
        ("Deelname STO 2024 – 2025", 2024), ("Doet mee in 26/27", 2026), ("sj. 24-25", 2024), ("2009-2010", None),
        ("2024", None), ("2024-2026", None), ("Leerlingen 2024-2025", None), ("25/27", None), ("06-07", None),
        ("Deelname", None), ("", None),
    ],
)  # fmt: skip
def test_what_is_a_school_year(heading, year):
    assert first_year(heading) == year


def test_two_columns_of_one_year_are_asked():
    assert year_columns(["School", "25/26", "24/25"]) == {2024: 2, 2025: 1}
    assert year_columns(["School", "24/25", "schooljaar 2024-2025"]) == {}


@pytest.fixture
def take(sto, monkeypatch, tmp_path):
    """Import a list with these columns behind the school's: `take("24/25;25/26", "x;nee")`."""
    monkeypatch.chdir(tmp_path)

    def run(headings, *rows, as_of="2026-10", more=("--yes",)):
        lines = [f"School;Plaats;{headings}", *(f"Het Stedelijk Alpha;Enschede;{row}" for row in rows)]
        Path("lijst.csv").write_text("\n".join(lines), "utf-8")
        call = ["data", "import", "participation", "lijst.csv", "--region", "twente", "--as-of", as_of]
        return sto(*call, "--output", "own", *more)

    return run


def told():
    return [
        (entry["status"], entry.get("since"), entry.get("until"))
        for entry in read_yaml(OWN.read_text("utf-8"), str(OWN)).data["participation"]
    ]


YES, NO = "participating", "not_participating"
YEARS = "2024-2025;25/26;schooljaar 2026-2027"


@pytest.mark.parametrize(
    ("row", "periods"),
    [
        ("x;x;x", [(YES, "2024-08-01", None)]),
        ("x;x;", [(YES, "2024-08-01", "2026-07-31")]),
        (";x;nee", [(YES, "2025-08-01", "2026-07-31"), (NO, "2026-08-01", None)]),
        ("x;;x", [(YES, "2024-08-01", "2025-07-31"), (YES, "2026-08-01", None)]),
        ("x;misschien;ja", [(YES, "2024-08-01", "2025-07-31"), (YES, "2026-08-01", None)]),
        ("x;gestopt per 1-1-2026;", [(YES, "2024-08-01", "2025-12-31"), (NO, "2026-01-01", None)]),
        ("x;gestopt;", [(YES, "2024-08-01", "2025-07-31"), (NO, "2025-08-01", None)]),
        ("nee;gestopt;x", [(NO, "2024-08-01", "2026-07-31"), (YES, "2026-08-01", None)]),
        (";vanaf januari 2026;x", [(YES, "2026-01-01", None)]),
    ],
)  # fmt: skip
def test_the_years_become_periods(take, row, periods):
    run = take(YEARS, row)
    assert run.code == 0
    assert "schooljaren 2024-2025, 2025-2026, 2026-2027" in run.out
    assert told() == periods


def test_the_last_year_is_closed_where_the_list_was_made_after_it(take):
    take("24/25;25/26", "x;x")
    assert told() == [(YES, "2024-08-01", "2026-07-31")]


@pytest.mark.parametrize("row", ["x;blabla;x", "x;vanaf 2019;x", ";;", "x;1-1-2020;x"])
def test_what_is_not_understood_or_says_nothing_is_not_taken_over(take, row):
    take(YEARS, row)
    assert not OWN.exists() or told() == []


def test_a_status_beside_the_years_must_agree_with_them(take):
    run = take("Deelname;25/26;26/27", "nee;x;x")
    assert "niet te begrijpen of de school meedoet" in run.out
    take("Deelname;25/26;26/27", "ja;x;x")
    assert told() == [(YES, "2025-08-01", None)]


def test_dates_of_columns_of_their_own_count(take):
    take("25/26;26/27;Sinds", "x;x;2019")
    assert told() == [(YES, "2019", None)]


def test_one_year_can_be_named_as_the_status(take):
    take(YEARS, "x;x;nee", more=("--yes", "--status", "25/26"))
    assert told() == [(YES, None, None)]


def test_rows_that_say_different_things_of_one_school_conflict(take):
    assert "iets anders over deze school (2)" in take(YEARS, "x;x;x", "x;x;nee").out


def test_the_time_around_the_years_stays_as_it_was(take):
    OWN.parent.mkdir()
    OWN.write_text(
        "as_of: 2023-10\nsource: x\nparticipation:\n"
        "  - {school: 00AH17, region: twente, status: participating, since: '2020-01-01'}\n",
        "utf-8",
    )
    take("24/25;25/26", "nee;x")
    assert told() == [
        (YES, "2020-01-01", "2024-07-31"),
        (NO, "2024-08-01", "2025-07-31"),
        (YES, "2025-08-01", "2026-07-31"),
        (YES, "2026-08-01", None),
    ]


def test_the_same_list_again_changes_nothing(take):
    take(YEARS, "x;nee;x")
    before = OWN.read_text("utf-8")
    assert "Er verandert niets." in take(YEARS, "x;nee;x").out
    assert OWN.read_text("utf-8") == before


def test_without_a_terminal_the_headings_are_named(take):
    run = take("Fase;Opmerking", "1;")
    assert run.code == 2
    assert "C “Fase”" in run.err
    assert "--status" in run.err


@pytest.mark.parametrize(
    ("answers", "periods"), [(["7", "3"], [(YES, None, None)]), (["0"], [(YES, None, None)]), ([""], None)]
)
def test_on_a_terminal_the_column_is_asked(take, monkeypatch, answers, periods):
    for stream in (sys.stdin, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
    given = iter(answers)
    monkeypatch.setattr("typer.prompt", lambda *_, **__: next(given))
    run = take("Fase;Opmerking", "ja;")
    if periods is None:
        assert not OWN.exists()
    else:
        assert told() == periods
    assert "Fase: ja" in run.err


@pytest.mark.parametrize(("day", "status"), [("2026-07-31", NO), ("2026-08-01", YES), ("2025-08-01", NO),
                         ("2029", YES), ("2020", YES)])  # fmt: skip
def test_on_the_first_and_the_last_day_of_a_period_it_holds(day, status):
    assert standing([Period(NO, "2025-08-01", "2026-07-31"), Period(YES, "2026-08-01", None)], day) == status
