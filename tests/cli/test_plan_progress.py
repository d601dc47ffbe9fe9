"""`sto plan progress`: milestones reached and late, what was spent, what was measured; what is not said stays open."""

import json

import pytest
from openpyxl import load_workbook

from sto_cli.plans.language.goal_direction import baseline_in

PLAN = """\
titel: Technieklab
school: 00AH17
doelen:
  - {doel: Alle 60 leerlingen werken in het lab., meetbaar: 60 leerlingen, gemeten: 41 leerlingen in juni 2027}
mijlpalen:
  - {datum: 2026-10-01, mijlpaal: Het lokaal is ingericht., bereikt: 12-10-2026}
  - {datum: 2026-11-01, mijlpaal: De modules zijn klaar., bereikt: nog niet}
  - {datum: 2026-11-15, mijlpaal: Eerste les gegeven.}
  - {datum: 2027-03-01, mijlpaal: Bezoek van groep 8.}
  - {datum: 2027-06, mijlpaal: Beurs op school.}
  - {mijlpaal: Afsluiting.}
middelen:
  - {post: 3D-printers, bedrag: 12000, besteed: 11500}
  - {post: Uren, bedrag: 8000}
"""


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN, "utf-8")
    return path


def progress(sto, *arguments):
    run = sto("plan", "progress", *arguments, "--as-of", "2026-12-02", "--format", "json")
    assert run.code == 0, run.err
    return json.loads(run.out)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_people_see(sto, golden, plan, language):
    run = sto("--lang", language, "plan", "progress", plan, "--as-of", "2026-12-02")
    golden(f"plan-progress.{language}.txt", run.out)


def test_each_milestone_has_its_state(sto, plan):
    steps = progress(sto, plan)["plans"][0]["milestones"]
    assert [(one["state"], one["days_late"]) for one in steps] == [
        ("reached", 11), ("late", 31), ("unreported", 17), ("next", None), ("open", None), ("undated", None),
    ]  # fmt: skip


def test_what_was_spent_stands_beside_what_was_planned(sto, plan):
    one = progress(sto, plan)["plans"][0]
    assert (one["planned"], one["spent"]) == (20000, 11500)
    assert [cost["spent"] for cost in one["costs"]] == [11500, None]


def test_what_was_measured_stands_beside_the_aim(sto, plan):
    goal = progress(sto, plan)["plans"][0]["goals"][0]
    assert (goal["aim"], goal["measured"]) == ("60 leerlingen", "41 leerlingen in juni 2027")


def test_a_plan_that_says_nothing_is_asked_and_not_called_late(sto, root):
    answer = progress(sto, root / "examples" / "plans" / "onderbouw-technieklab.yaml")
    one = answer["plans"][0]
    assert (one["late"], one["reached"], one["spent"]) == (0, 0, None)
    assert "Wat hebt u tot nu toe besteed?" in one["ask"]


@pytest.mark.parametrize(
    ("written", "state"),
    [("ja", "reached"), ("nee", "late"), ("Ja, op 3 oktober 2026", "reached"), ("nog niet", "late"),
     ("?", "unreported"), ("x", "reached"), ("2026-10-05", "reached"), ("bijna", "unclear"),
     ("ja, gehaald", "reached"), ("bereikt op 12-10-2026", "reached"), ("week 41 2026", "reached"),
     ("niet gehaald", "late"), ("nog niet bereikt", "late"), ("nee, nog niet", "late"), ("uitgesteld", "late"),
     ("gepland 1-10-2026", "unclear"), ("verwacht 12-11-2026", "unclear"), ("ja, deels", "unclear"),
     ("ja nee", "unclear"), ("nee, klaar", "unclear"), ("ja, op 31-02-2026", "unclear"), ("1-7-2027", "unclear"),
     ("vóór 1-10-2026", "unclear"), ("12 oktober", "unclear"), ("deels", "unclear"), ("0%", "unclear"),
     ("verplaatst naar 2027", "unclear")],
)  # fmt: skip
def test_what_people_write_under_reached(sto, plan, written, state):
    plan.write_text(PLAN.replace("bereikt: 12-10-2026", f"bereikt: '{written}'"), "utf-8")
    assert progress(sto, plan)["plans"][0]["milestones"][0]["state"] == state


def test_what_is_not_understood_is_shown_in_their_words_and_asked(sto, plan):
    plan.write_text(PLAN.replace("nog niet", "'ja, deels'").replace("besteed: 11500", "besteed: max 900"), "utf-8")
    one = progress(sto, plan)["plans"][0]
    assert [step["said"] for step in one["milestones"]] == [None, "ja, deels", None, None, None, None]
    assert "U schreef “ja, deels” bij “De modules zijn klaar”: is dat bereikt, en op welke dag?" in one["ask"]
    assert "U schreef “max 900” bij “3D-printers”: welk bedrag hebt u besteed?" in one["ask"]
    rules = {one["rule"] for one in json.loads(sto("validate", plan, "--format", "json").out)["files"][0]["findings"]}
    assert rules >= {"invalid-date", "wrong-type"}


@pytest.mark.parametrize(
    ("written", "spent"),
    [("11500", 11500), ("€ 2.500,-", 2500), ("12k", 12000), ("0", 0), ("nog niets", 0), ("11500 van 12500", None),
     ("-50", None), ("max 900", None), ("ongeveer 1.100", None), ("50%", None), ("3,000", None)],
)  # fmt: skip
def test_what_people_write_under_spent(sto, plan, written, spent):
    plan.write_text(PLAN.replace("besteed: 11500", f"besteed: '{written}'"), "utf-8")
    cost = progress(sto, plan)["plans"][0]["costs"][0]
    assert (cost["spent"], cost["said"]) == (spent, written if spent is None else None)


def test_spent_is_a_share_of_the_items_of_which_it_is_known(sto, plan):
    answer = progress(sto, plan)
    assert answer["plans"][0]["share_spent"] == pytest.approx(11500 / 12000)
    said = " ".join(answer["summary"][1].split())
    assert "€ 11.500 van de € 12.000" in said
    assert "1 van de 2 posten" in said


def test_progress_goes_to_word_and_back(sto, plan, tmp_path):
    form, back = tmp_path / "plan.docx", tmp_path / "terug.yaml"
    assert sto("plan", "convert", plan, "--output", form).code == 0
    assert sto("plan", "convert", form, "--output", back).code == 0
    before, after = progress(sto, plan)["plans"][0], progress(sto, back)["plans"][0]
    assert {**after, "file": None} == {**before, "file": None}


@pytest.mark.parametrize("ending", ["csv", "xlsx", "html", "docx", "md"])
def test_it_is_written_in_every_format(sto, plan, tmp_path, ending):
    assert sto("plan", "progress", plan, "--output", tmp_path / f"voortgang.{ending}").code == 0
    assert (tmp_path / f"voortgang.{ending}").stat().st_size > 100


def test_the_workbook_says_first_what_comes_first_and_prints_in_letters_that_can_be_read(sto, plan, tmp_path):
    sto("plan", "progress", plan, "--as-of", "2026-12-02", "--output", tmp_path / "voortgang.xlsx")
    book = load_workbook(tmp_path / "voortgang.xlsx")
    summary = [row[0].value for row in book["Samenvatting"].iter_rows()]
    assert "Het Stedelijk Alpha, 1 maart 2027: Bezoek van groep 8." in summary
    assert not any("Beurs" in line for line in summary)
    sheet = book["Plannen"]
    assert sheet.print_area == "'Plannen'!$A$1:$O$2"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.orientation) == (2, "landscape")
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$1", "$A:$B")
    assert book["Mijlpalen"].page_setup.fitToWidth in {None, 1}


def test_a_list_to_mail_merge_asks_each_school_for_its_news(sto, plan):
    rows = sto("plan", "progress", plan, "--as-of", "2026-12-02", "--format", "csv").out
    assert "Hebt u “De modules zijn klaar” en “Eerste les gegeven” bereikt?" in rows
    assert str(plan.parent) not in rows


def test_the_keys_are_no_strangers_in_a_plan(sto, plan):
    rules = {one["rule"] for one in json.loads(sto("validate", plan, "--format", "json").out)["files"][0]["findings"]}
    assert not rules & {"unknown-key", "misspelt-key", "wrong-type"}


@pytest.mark.parametrize(
    ("goal", "start"),
    [
        ("Meer leerlingen kiezen techniek: van 18 naar 36 in 2028.", "18"),
        ("In 2027 volgen 60 leerlingen (nu 20) het keuzevak.", "20"),
        ("De doorstroom stijgt van 41% tot 50%.", "41%"),
        ("More pupils choose it: from 12 to 30.", "12"),
        ("Leerlingen van 12 tot 16 jaar maken kennis met techniek.", None),
        ("Nu 2026 begint, starten we.", None),
        ("Alle 90 leerlingen doen mee.", None),
    ],
)
def test_where_a_goal_starts_is_read_from_its_words(goal, start):
    assert baseline_in(goal) == start


STATUS = """# Lab

## Doelen

Zestig leerlingen volgen tien lessen.

## Mijlpalen

{milestones}
"""


@pytest.mark.parametrize(
    "milestones",
    [
        "| Datum | Mijlpaal | Status |\n|---|---|---|\n| 15-10-2026 | Lessenserie getest | afgerond |\n"
        "| 1-11-2026 | Docentstages klaar | loopt |\n| 30-6-2028 | 85 leerlingen bereikt | |",
        "- Okt 2026: lessenserie getest – gehaald\n- 1 nov. 2026: eerste ochtend – nog niet\n"
        "- Juni 2028: 85 leerlingen bereikt",
    ],
)
def test_the_status_that_a_plan_gives_beside_a_milestone_is_read(sto, tmp_path, milestones):
    (tmp_path / "plan.md").write_text(STATUS.format(milestones=milestones), "utf-8")
    answer = json.loads(sto("plan", "progress", tmp_path / "plan.md", "--as-of", "2026-12-02", "--format", "json").out)
    assert [one["state"] for one in answer["plans"][0]["milestones"]] == ["reached", "late", "next"]
    out = sto("plan", "progress", tmp_path / "plan.md", "--as-of", "2026-12-02").out
    assert "- Lab, juni 2028: 85 leerlingen bereikt" in out or "- Lab, 30 juni 2028: 85 leerlingen" in out
