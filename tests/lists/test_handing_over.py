"""Own data from one computer to another: what is new comes, the newer one wins, and odd archives are refused."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from sto_cli.files.history import changes_of
from sto_cli.files.yaml.reader import read_yaml

HEAD = "as_of: {as_of}\nsource: eigen lijst\nparticipation:\n"
ENTRY = "  - {{school: {school}, region: twente, status: {status}, as_of: {as_of}}}\n"


def own(folder, **schools):
    """Write own data: `own("a", 00AH17="participating 2026-10")`."""
    Path(folder).mkdir(exist_ok=True)
    entries = "".join(
        ENTRY.format(school=school.removeprefix("s"), status=said.split()[0], as_of=said.split()[1])
        for school, said in schools.items()
    )
    Path(folder, "participation.yaml").write_text(HEAD.format(as_of="2026-01") + entries, encoding="utf-8")


def statuses(folder):
    text = Path(folder, "participation.yaml").read_text("utf-8")
    return {one["school"]: one["status"] for one in read_yaml(text, "participation.yaml").data["participation"]}


@pytest.fixture(autouse=True)
def _here(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    own("a", s00AH17="in_talks 2026-10", s02XJ00="participating 2025-01", s16VI00="not_participating 2026-01")
    own("b", s00AH17="participating 2026-05", s02XJ00="not_participating 2025-06")
    decisions = {"format": 1, "decisions": [{"name": "Alpha", "school": "00AH17"}]}
    Path("a/decisions.json").write_text(json.dumps(decisions), encoding="utf-8")


def test_what_is_newer_wins_and_it_is_shown_first(sto):
    assert sto("data", "export", "over.zip", "--folder", "a").code == 0
    shown = sto("data", "import", "over.zip", "--folder", "b")
    assert shown.code == 1
    assert statuses("b") == {"00AH17": "participating", "02XJ00": "not_participating"}
    run = sto("data", "import", "over.zip", "--folder", "b", "--yes")
    assert run.out == shown.out
    assert "1 gegeven is hier nieuw." in run.out
    assert run.out.count("Het Stedelijk Alpha") == 1  # what changes is named once
    assert "1 gegeven is nieuwer in het bestand" in run.out
    assert "1 gegeven blijft zoals u het hebt" in run.out
    assert "1 keuze voor lijsten komt erbij." in run.out
    assert statuses("b") == {"00AH17": "in_talks", "02XJ00": "not_participating", "16VI00": "not_participating"}
    assert "Er verandert niets" in sto("data", "import", "over.zip", "--folder", "b", "--yes").out
    assert [one.occasion.kind for one in changes_of(Path("b"))] == ["received"]


def test_on_a_new_computer_all_of_it_comes_and_can_be_taken_back(sto):
    sto("data", "export", "over.zip", "--folder", "a")
    assert sto("data", "import", "over.zip", "--folder", "new", "--yes").code == 0
    assert statuses("new") == statuses("a")
    assert Path("new/decisions.json").exists()
    assert sto("data", "undo", "--folder", "new", "--yes").code == 0
    assert not Path("new/participation.yaml").exists()


def archive(**files):
    with zipfile.ZipFile("odd.zip", "w") as made:
        for name, text in files.items():
            made.writestr(name, text)


NOTE = json.dumps({"format": 1, "program": "sto"})
PART = HEAD.format(as_of="2026-01")


@pytest.mark.parametrize(
    "files",
    [
        {"participation.yaml": PART},
        {"sto.json": NOTE, "../participation.yaml": PART},
        {"sto.json": NOTE, "map/participation.yaml": PART},
        {"sto.json": NOTE, "participation.yaml": PART, "virus.exe": "x"},
        {"sto.json": json.dumps({"format": 1, "program": "other"}), "participation.yaml": PART},
        {"sto.json": "[1]", "participation.yaml": PART},
        {"sto.json": "{", "participation.yaml": PART},
        {"xl/workbook.xml": "<workbook/>"},
        {},
    ],
    ids=["no note", "a path", "a folder", "another file", "another program", "a list", "half", "a workbook", "nothing"],
)
def test_an_archive_of_anything_else_is_one_sentence(sto, files):
    archive(**files)
    run = sto("data", "import", "odd.zip", "--folder", "b", "--yes")
    assert run.code == 2
    assert "odd.zip is niet met sto data export gemaakt, of is beschadigd." in run.err
    assert statuses("b") == {"00AH17": "participating", "02XJ00": "not_participating"}


@pytest.mark.parametrize("content", ["participation: [{school: x}]", "a: [", "\xff"])
def test_data_with_something_wrong_in_them_are_not_taken_over(sto, content):
    archive(**{"sto.json": NOTE, "participation.yaml": content.encode("latin-1")})
    before = Path("b/participation.yaml").read_bytes()
    run = sto("data", "import", "odd.zip", "--folder", "b", "--yes")
    assert run.code == 2
    assert "Traceback" not in run.err
    assert Path("b/participation.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["export", "over.txt", "--folder", "a"], "Laat de naam van het bestand eindigen op .zip"),
        (["export", "over.zip", "--folder", "leeg"], "geen eigen gegevens"),
        (["undo", "--folder", "a"], "niets veranderd dat u kunt terugdraaien"),
        (["import", "nergens.zip"], "bestaat niet"),
    ],
)
def test_what_cannot_be_is_a_sentence(sto, words, said):
    run = sto("data", *words)
    assert run.code == 2
    assert said in run.err


def test_the_log_names_every_change_and_choices_of_one_sitting_are_one_line(sto):
    from sto_cli.files.history import Occasion
    from sto_cli.lists.decisions import Decision, keep_decisions
    from sto_cli.lists.results import Question

    for number in range(3):
        question = Question(f"school {number}")
        keep_decisions(
            Path("a"), {question.plain: Decision(question, None)}, (), Occasion("review", "l.csv", "2026-10-01")
        )
    log = sto("data", "log", "--folder", "a").out
    assert log.split() == ["1", "1", "oktober", "2026", "keuzes", "bij", "l.csv", "(3)", "decisions.json"]
    assert sto("data", "undo", "--folder", "a", "--yes").code == 0
    assert len(json.loads(Path("a/decisions.json").read_text())["decisions"]) == 1
    answer = json.loads(sto("data", "log", "--folder", "a", "--format", "json").out)
    assert [one["kind"] for one in answer["changes"]] == ["review", "review", "review", "undo"]


@pytest.mark.parametrize(
    "name",
    ["participation-LAPTOP-2.yaml", "participation (1).yaml", "Kopie van participation.yaml", "decisions (2).json"],
)
def test_a_copy_that_a_sync_program_left_is_said(sto, name):
    Path("a", name).write_text("x")
    for words in (["find-region", "00AH17"], ["data", "check"], ["report", "coverage"]):
        assert f"{name} wordt niet gelezen" in " ".join(sto("--data", "a", *words).err.split())


def test_a_copy_with_a_date_in_its_name_is_left_in_peace(sto):
    Path("a/participation-2025.yaml").write_text("x")
    assert "wordt niet gelezen" not in sto("--data", "a", "find-region", "00AH17").err


def test_what_the_region_does_not_pay_goes_along_and_what_stays_is_named(sto):
    Path("a/not-paid.txt").write_text("drones\nvloeren\n", encoding="utf-8")
    Path("b/not-paid.txt").write_text("lasers\ndrones\n", encoding="utf-8")
    Path("a/participation-LAPTOP-2.yaml").write_text("x", encoding="utf-8")
    run = sto("data", "export", "over.zip", "--folder", "a")
    assert (run.code, "Niet erin: participation-LAPTOP-2.yaml." in " ".join(run.err.split())) == (0, True)
    assert sto("data", "import", "over.zip", "--folder", "b", "--yes").code == 0
    assert Path("b/not-paid.txt").read_text("utf-8") == "lasers\ndrones\nvloeren\n"


@pytest.mark.parametrize(
    ("name", "text"), [("decisions.json", "{}"), ("decisions.json", "\xff"), ("participation.yaml", "participation: x")]
)
def test_what_could_not_be_read_elsewhere_is_not_packed(sto, name, text):
    Path("a", name).write_text(text, encoding="latin-1")
    run = sto("data", "export", "over.zip", "--folder", "a")
    assert name in run.err
    assert not Path("over.zip").exists()


def test_what_was_gathered_on_a_day_to_come_is_not_taken_over(sto):
    own("a", s00AH17="participating 2031-10")
    assert sto("data", "export", "over.zip", "--folder", "a").code == 0
    run = sto("data", "import", "over.zip", "--folder", "b", "--yes")
    assert run.code == 2
    assert "de datum 2031-10 van 00AH17 twente ligt in de toekomst" in " ".join(run.err.split())
    assert statuses("b")["00AH17"] == "participating"
