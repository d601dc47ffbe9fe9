"""`sto validate` as a coordinator runs it."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import sys
import xml.etree.ElementTree as ET

import pytest

from sto_cli.cli import validate as command
from sto_cli.plans import checking
from sto_cli.plans.rule_pages import NEVER_IGNORED, RULE_NAMES
from sto_cli.render.findings.view import FINDINGS

FLAWED = "met-fouten-bedragen-en-data.yaml"
GOOD = "onderbouw-technieklab.yaml"


@pytest.fixture
def plans(tmp_path, root, monkeypatch):
    """A folder with the example plans, as the current folder."""
    shutil.copytree(root / "examples" / "plans", tmp_path / "plannen")
    monkeypatch.chdir(tmp_path / "plannen")
    return tmp_path / "plannen"


@pytest.fixture
def typed(monkeypatch):
    """Let bytes come in on standard input."""
    return lambda content: monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


@pytest.mark.usefixtures("plans")
class TestAnswers:
    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_text_as_expected(self, sto, golden, language):
        run = sto("--lang", language, "validate", ".")
        golden(f"validate.{language}.txt", run.out)
        assert (run.code, run.err) == (1, "")

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_changes_as_expected(self, sto, golden, language):
        run = sto("--lang", language, "validate", ".", "--diff")
        golden(f"validate-diff.{language}.txt", run.out)
        assert run.code == 1

    def test_a_good_plan_gives_0(self, sto):
        assert sto("validate", GOOD).code == 0

    def test_strict_makes_errors_of_warnings(self, sto, plans):
        text = (plans / GOOD).read_text("utf-8")
        (plans / "punt.yaml").write_text(re.sub(r"bedrag: (\d+)000\b", r"bedrag: \1k", text), "utf-8")
        lax, strict = (sto("validate", "punt.yaml", "--format", "json", *more) for more in ([], ["--strict"]))
        assert lax.code == 0
        assert json.loads(lax.out)["summary"]["warnings"] > 0
        assert json.loads(strict.out)["summary"]["warnings"] == 0
        assert strict.code == 1

    def test_json_is_all_that_goes_to_standard_output(self, sto):
        run = sto("validate", ".", "nergens.yaml", "--format", "json")
        answer = json.loads(run.out)
        assert answer["format"] == 1
        assert answer["summary"]["files"] == len(answer["files"]) == 15
        assert [entry["path"] for entry in answer["unreadable"]] == ["nergens.yaml"]

    @pytest.mark.parametrize(
        ("name", "start"),
        [("f.txt", "matig.yaml:"), ("f.json", "{"), ("f.sarif", "{"), ("f.xml", "<?xml"), ("f", "matig.yaml:")],
    )
    def test_the_name_of_the_file_tells_the_format(self, sto, plans, name, start):
        (plans / "matig.yaml").write_text("titel: Lab\nregiovisie: Kort.\n", "utf-8")
        assert sto("validate", "matig.yaml", "--output", name).code == 1
        assert (plans / name).read_text("utf-8").startswith(start)

    def test_refuses_a_name_that_promises_something_else(self, sto, plans):
        run = sto("validate", FLAWED, "--output", "f.xlsx")
        assert run.code == 2
        assert ".xlsx" in run.err
        assert not (plans / "f.xlsx").exists()

    def test_the_place_is_that_of_the_line_that_is_shown(self, sto, plans):
        (plans / "kort.yaml").write_text("titel: Lab\nregiovisie: >\n  nog invullen\n", "utf-8")
        out = sto("validate", "kort.yaml").out
        assert re.search(r"kort\.yaml:3:3: .*placeholder-answer.*\n.*\n +3 \|   nog invullen", out)

    @pytest.mark.parametrize("format", [form.name for form in FINDINGS.formats() if form.name != "text"])
    def test_every_format_names_every_finding(self, sto, format):
        wanted = json.loads(sto("validate", FLAWED, "--format", "json").out)["files"][0]["findings"]
        out = sto("validate", FLAWED, "--format", format).out
        rules = {
            "json": lambda: [finding["rule"] for finding in json.loads(out)["files"][0]["findings"]],
            "sarif": lambda: [result["ruleId"] for result in json.loads(out)["runs"][0]["results"]],
            "junit": lambda: [case.get("name") for case in ET.fromstring(out).iter("testcase")],
            "github": lambda: [line.split("title=")[1].split("::")[0] for line in out.splitlines() if line[:2] == "::"],
        }[format]()
        assert rules == [finding["rule"] for finding in wanted]
        assert len(rules) > 5


@pytest.mark.usefixtures("plans")
class TestWhatToCheck:
    def test_reads_standard_input(self, sto, plans, typed):
        typed((plans / FLAWED).read_bytes())
        run = sto("validate", "-", "--format", "json")
        assert json.loads(run.out)["files"][0]["path"] == "-"
        assert run.code == 1

    @pytest.mark.parametrize(
        ("names", "said"),
        [
            (["nergens.yaml"], "Er is geen bestand of map “nergens.yaml”."),
            (["leeg"], "Er staan geen plannen in leeg."),
            ([""], "Er is geen bestand of map “”."),
        ],
    )
    def test_says_what_is_not_there_and_checks_the_rest(self, sto, plans, names, said):
        (plans / "leeg").mkdir()
        run = sto("validate", *names, GOOD)
        assert run.code == 2
        assert said in run.err
        assert run.out == f"{GOOD}: klaar voor het gesprek\n"

    def test_a_closed_file_does_not_stop_the_others(self, sto, plans):
        (plans / FLAWED).chmod(0)
        if os.access(plans / FLAWED, os.R_OK):
            pytest.skip("this user may read every file")
        run = sto("validate", FLAWED, GOOD)
        assert (run.code, run.out) == (2, f"{GOOD}: klaar voor het gesprek\n")
        assert FLAWED in run.err

    def test_names_with_control_characters_do_not_reach_the_terminal(self, sto):
        assert "\x1b" not in sto("validate", "\x1b[31mrood.yaml").err

    def test_leaves_out_rules(self, sto):
        run = sto("validate", FLAWED, "--ignore", "ambiguous-amount", "--ignore", "Invalid_Date", "--format", "json")
        rules = {finding["rule"] for finding in json.loads(run.out)["files"][0]["findings"]}
        assert rules
        assert not rules & {"ambiguous-amount", "invalid-date"}

    def test_asks_which_rule_was_meant(self, sto):
        run = sto("validate", FLAWED, "--ignore", "short-answr")
        assert run.code == 2
        assert "short-answer" in run.err

    @pytest.mark.parametrize("rule", sorted(NEVER_IGNORED))
    def test_never_leaves_out_that_a_plan_cannot_be_read(self, sto, rule):
        assert rule in RULE_NAMES
        assert sto("validate", GOOD, "--ignore", rule).code == 2


@pytest.mark.usefixtures("plans")
class TestMending:
    def test_mends_and_keeps_the_original(self, sto, plans):
        before = (plans / FLAWED).read_bytes()
        run = sto("validate", FLAWED, "--fix", "--format", "json")
        file = json.loads(run.out)["files"][0]
        assert "4 dingen zijn hersteld" in run.err
        assert (plans / file["backup"]).read_bytes() == before
        assert len(file["repairs"]) == 4
        assert not any(finding["fixable"] for finding in file["findings"])
        assert sto("validate", FLAWED, "--fix").err == ""

    def test_shows_without_writing(self, sto, plans):
        before = (plans / FLAWED).read_bytes()
        run = sto("validate", FLAWED, "--fix", "--diff")
        assert "-  - {datum: 1 oktober 2026" in run.out
        assert (plans / FLAWED).read_bytes() == before
        assert sorted(path.name for path in plans.glob("*.bak*")) == []

    def test_leaves_good_plans_as_they_are(self, sto, plans):
        before = {path: path.stat().st_mtime_ns for path in plans.iterdir() if not path.name.startswith("met-fouten")}
        sto("validate", ".", "--fix")
        assert {path: path.stat().st_mtime_ns for path in before} == before

    def test_cannot_mend_standard_input_but_shows_it(self, sto, plans, typed):
        assert sto("validate", "-", "--fix").code == 2
        typed((plans / FLAWED).read_bytes())
        assert "+  - {datum: 2026-10-01" in sto("validate", "-", "--diff").out


@pytest.mark.usefixtures("plans")
class TestOutput:
    def test_writes_to_a_file_that_is_new(self, sto, plans):
        run = sto("validate", FLAWED, "--format", "json", "--output", "antwoord.json")
        assert (run.code, run.out) == (1, "")
        assert json.loads((plans / "antwoord.json").read_text("utf-8"))["format"] == 1

    def test_replaces_a_file_only_when_told_and_mends_nothing_before(self, sto, plans):
        before = (plans / FLAWED).read_bytes()
        (plans / "antwoord.txt").write_text("oud", "utf-8")
        assert sto("validate", FLAWED, "--fix", "--output", "antwoord.txt").code == 2
        assert (plans / "antwoord.txt").read_text("utf-8") == "oud"
        assert (plans / FLAWED).read_bytes() == before
        assert sto("validate", FLAWED, "--output", "antwoord.txt", "--force").code == 1
        assert "punten" in (plans / "antwoord.txt").read_text("utf-8")


def test_several_processes_give_the_same_answer(sto, plans, monkeypatch):
    alone = sto("validate", ".", "--format", "json").out
    monkeypatch.setattr(checking, "WORTH_FORKING", 1)
    monkeypatch.setattr(checking, "WORTH_STARTING", 1)
    monkeypatch.setattr(checking, "TOGETHER", 2)
    monkeypatch.setattr(command, "_processors", lambda: 2)
    assert sto("validate", ".", "--format", "json").out == alone


class TestFolders:
    @pytest.mark.parametrize(
        ("language", "words"),
        [
            ("nl", "3 bestanden zijn geen plan en zijn overgeslagen: a.jpg, lijst.xlsx, notitie.txt."),
            ("en", "3 files are no plan and were skipped: a.jpg, lijst.xlsx, notitie.txt."),
        ],
    )
    def test_names_what_is_no_plan(self, sto, plans, language, words):
        for name in ("a.jpg", "lijst.xlsx", "notitie.txt"):
            (plans / name).touch()
        assert sto("--lang", language, "validate", ".").err.strip() == words

    def test_counts_those_after_the_fifth(self, sto, plans):
        for number in range(9):
            (plans / f"{number}.jpg").touch()
        assert "0.jpg, 1.jpg, 2.jpg, 3.jpg, 4.jpg en nog 4." in sto("validate", ".").err

    def test_programs_get_the_paths(self, sto, plans):
        (plans / "sub").mkdir()
        (plans / "sub" / "a.jpg").touch()
        shutil.copy(plans / GOOD, plans / "sub" / "plan.txt")
        answer = json.loads(sto("validate", "sub", "--format", "json").out)
        assert answer["skipped"] == [os.path.join("sub", "a.jpg")]  # noqa: PTH118 - as it is shown
        assert [one["path"] for one in answer["files"]] == [os.path.join("sub", "plan.txt")]  # noqa: PTH118
        assert answer["summary"]["valid"] == 1
