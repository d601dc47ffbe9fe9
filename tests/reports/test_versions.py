"""Copies and versions of one plan: the newest counts, once, and the others are named."""

import json
import os
import re
import shutil

import pytest

EXAMPLE = "examples/plans/onderbouw-technieklab.yaml"
OTHER = "examples/plans/groen-slimme-kas.yaml"


@pytest.fixture
def folder(tmp_path, root):
    """A folder with one plan, and a function that puts a changed version of it beside it."""
    plans = tmp_path / "plannen"
    plans.mkdir()
    shutil.copy(root / EXAMPLE, plans / "lab.yaml")

    def beside(name, *changes, hours=0):
        text = (root / EXAMPLE).read_text("utf-8")
        for before, after in changes:
            assert before in text
            text = text.replace(before, after)
        (plans / name).write_text(text, "utf-8")
        seconds = (plans / "lab.yaml").stat().st_mtime + 3600 * hours
        os.utime(plans / name, (seconds, seconds))

    return plans, beside


def portfolio(sto, folder, *more):
    return json.loads(sto("report", "plans", folder, "--format", "json", *more).out)


def test_a_copy_and_the_same_plan_in_word_count_once(sto, folder):
    plans, beside = folder
    alone = portfolio(sto, plans)["totals"]
    beside("lab (1).yaml")
    assert sto("plan", "convert", plans / "lab.yaml", "--output", plans / "lab.docx").code == 0
    both = portfolio(sto, plans)
    assert both["totals"] == alone
    assert both["versions"] == [
        {"counts": "lab.docx", "copies": ["lab (1).yaml", "lab.yaml"], "older": [], "told_by": "copy"}
    ]


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("titel: Technieklab", 1),
        ("titel: Technieklab\ndoelen: [Alle 120 leerlingen maken kennis met techniek in 2027]", 1),
        ("profiel: PIE", 2),  # neither says anything
    ],
)
def test_a_copy_of_a_plan_that_is_hardly_begun_counts_once(sto, tmp_path, said, count):
    for name in ("plan", "plan (1)"):
        (tmp_path / f"{name}.yaml").write_text(f"school: 00AH17\n{said}\n", "utf-8")
    assert portfolio(sto, tmp_path)["totals"]["plans"] == count
    (tmp_path / "plan (1).yaml").write_text(f"school: 02DO02\n{said}\n", "utf-8")
    assert portfolio(sto, tmp_path)["totals"]["plans"] == 2


@pytest.mark.parametrize("copy", ["lab (1)", "Kopie van lab", "Copy of lab", "lab - kopie", "lab_copy(2)"])
def test_of_equal_files_the_original_counts(sto, folder, copy):
    plans, beside = folder
    beside(f"{copy}.yaml", hours=3)
    assert portfolio(sto, plans)["versions"][0]["counts"] == "lab.yaml"


def test_a_copy_in_which_the_school_went_on_counts(sto, folder):
    plans, beside = folder
    beside("lab (1).yaml", ("14000", "15500"), hours=3)
    assert portfolio(sto, plans)["versions"][0]["counts"] == "lab (1).yaml"


def test_the_higher_number_in_the_name_counts(sto, folder):
    plans, beside = folder
    beside("lab versie 3.yaml", ("14000", "15500"), hours=-5)
    answer = portfolio(sto, plans)
    assert [plan["path"] for plan in answer["plans"]] == ["lab versie 3.yaml"]
    assert answer["versions"][0]["told_by"] == "number"


def test_the_later_file_counts_where_names_do_not_tell(sto, folder):
    plans, beside = folder
    beside("lab-definitief.yaml", ("14000", "15500"), hours=-2)
    answer = portfolio(sto, plans)
    assert [plan["path"] for plan in answer["plans"]] == ["lab.yaml"]
    assert (answer["versions"][0]["older"], answer["versions"][0]["told_by"]) == (["lab-definitief.yaml"], "time")


def test_a_copy_with_comments_in_which_the_school_went_on_is_read(sto, folder, tmp_path):
    plans, beside = folder
    assert sto("plan", "convert", plans / "lab.yaml", "--output", plans / "plan.docx").code == 0
    changed = tmp_path / "anders.yaml"
    beside("anders.yaml", ("14000", "15900"))
    (plans / "lab.yaml").unlink()
    shutil.move(plans / "anders.yaml", changed)
    assert sto("plan", "convert", changed, "--output", plans / "plan-met-opmerkingen.docx").code == 0
    later = (plans / "plan.docx").stat().st_mtime + 60
    os.utime(plans / "plan-met-opmerkingen.docx", (later, later))
    assert [plan["path"] for plan in portfolio(sto, plans)["plans"]] == ["plan-met-opmerkingen.docx"]


def test_two_plans_of_one_school_about_different_things_both_count(sto, folder, root):
    plans, _ = folder
    text = (root / OTHER).read_text("utf-8")
    school = next(line for line in text.splitlines() if line.startswith("school:"))
    (plans / "kas.yaml").write_text(text.replace(school, "school: 02DO02"), "utf-8")
    answer = portfolio(sto, plans)
    assert (answer["totals"]["plans"], answer["versions"]) == (2, [])


def test_every_file_counts_when_asked(sto, folder):
    plans, beside = folder
    beside("lab (1).yaml")
    assert portfolio(sto, plans, "--all")["totals"]["plans"] == 2


@pytest.mark.parametrize(("language", "words"), [("nl", "zijn één plan: lab.yaml telt mee"), ("en", "are one plan")])
def test_what_is_not_counted_is_said(sto, folder, language, words):
    plans, beside = folder
    beside("lab (1).yaml")
    assert words in sto("--lang", language, "report", "plans", plans).out


def test_how_many_plans_have_a_remark_is_counted(sto, tmp_path):
    for number in range(3):
        (tmp_path / f"{number}.yaml").write_text(f"titel: Plan {number}\ndoelen: Nog invullen\n", "utf-8")
    rules = {one["rule"]: one["plans"] for one in portfolio(sto, tmp_path)["rules"]}
    assert rules["missing-question"] == 3
    shown = sto("report", "plans", tmp_path).out
    assert re.search(r"^ +3  Een van de zes vragen heeft geen antwoord", shown, re.MULTILINE)
    of_errors = portfolio(sto, tmp_path, "--level", "error")["rules"]
    assert {one["severity"] for one in of_errors} == {"error"}


def test_data_to_pass_on_holds_no_folders(sto, folder):
    plans, _ = folder
    for form in ("json", "csv"):
        assert str(plans.parent) not in sto("report", "plans", plans, "--format", form).out
