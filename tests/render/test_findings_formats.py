"""The same results in every format, checked with that format's own reader."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import jsonschema
import pytest

from sto_cli.findings import Finding, Place
from sto_cli.messages import Translator, message
from sto_cli.plans.checked import Checked, Repair, Results, Unread
from sto_cli.render.findings.builds import findings_github, findings_junit, findings_sarif
from sto_cli.render.findings.json import findings_json
from sto_cli.render.findings.text import findings_text
from sto_cli.render.terminal.table import plain

SARIF_SCHEMA = Path(__file__).parent / "schemas" / "sarif-schema-2.1.0.json"

HOSTILE = "a\x1b[31m<b>\n::error::"

GOOD = Checked("plannen/goed.yaml")
FLAWED = Checked(
    "plannen/met fout, 100%.yaml",
    (
        Finding(
            "yaml-syntax", "error", message("This line starts with a tab."), Place("x", 3, 1, 2),
            message("Use spaces to indent."), "goals.0", 2, True,
        ),
        Finding("short-answer", "warning", message("{name} is missing.", name=HOSTILE), Place("x", 4, 3)),
        Finding("no-title", "tip", message("This line cannot be understood."), Place("x", 1, 1)),
        Finding("no-school", "tip", message("This line cannot be understood."), Place("x", 1, 2)),
    ),
    {1: "\tschool: 00AH17", 4: "  ]]> & \x1b[2J"},
)  # fmt: skip
UNREAD = Unread("plannen/dicht.yaml", message("There is no file {path}.", path="plannen/dicht.yaml"))
ALL = [GOOD, FLAWED, UNREAD]
ENGLISH = Translator("en")


def text_of(results, room=None):
    return "\n".join(plain(line) for line in findings_text(Results(results), ENGLISH, room))


class TestJson:
    def test_has_exactly_the_shape_of_the_design(self):
        answer = json.loads("".join(findings_json(Results([GOOD, FLAWED]), ENGLISH)))
        assert list(answer) == ["format", "files", "summary"]
        assert answer["format"] == 1
        assert [list(file) for file in answer["files"]] == [["path", "valid", "standing", "findings"]] * 2
        assert answer["files"][1]["findings"][0] == {
            "rule": "yaml-syntax", "severity": "error", "question": 2, "path": "goals.0", "line": 3, "column": 1,
            "where": None, "message": "This line starts with a tab.", "hint": "Use spaces to indent.", "fixable": True,
        }  # fmt: skip
        assert answer["summary"] == {"files": 2, "valid": 1, "errors": 1, "warnings": 1, "tips": 2}

    def test_names_what_could_not_be_read_apart_from_the_plans(self):
        answer = json.loads("".join(findings_json(Results(ALL), ENGLISH)))
        assert answer["unreadable"] == [
            {"path": "plannen/dicht.yaml", "message": "There is no file plannen/dicht.yaml.", "hint": None}
        ]
        assert answer["summary"]["files"] == 2

    def test_lists_repairs_when_there_were_any(self):
        mended = Checked("p.yaml", repairs=(Repair("misspelt-key", 1, 1, "titl", "titel"),), backup="p.yaml.bak")
        file = json.loads("".join(findings_json(Results([mended]), ENGLISH)))["files"][0]
        assert file["backup"] == "p.yaml.bak"
        assert file["repairs"] == [{"rule": "misspelt-key", "line": 1, "column": 1, "before": "titl", "after": "titel"}]

    @pytest.mark.parametrize("results", [[], [GOOD], [UNREAD]], ids=["nothing", "one plan", "one unread"])
    def test_is_json_however_little_there_is(self, results):
        assert json.loads("".join(findings_json(Results(results), ENGLISH)))["format"] == 1


class TestSarif:
    @pytest.mark.parametrize("results", [[], [GOOD], ALL], ids=["nothing", "one good plan", "everything"])
    def test_validates_against_the_schema_of_sarif(self, results):
        log = json.loads("".join(findings_sarif(Results(results), ENGLISH)))
        schema = json.loads(SARIF_SCHEMA.read_text(encoding="utf-8"))
        validator = jsonschema.validators.validator_for(schema)(schema, format_checker=jsonschema.FormatChecker())
        assert not list(validator.iter_errors(log))

    def test_says_where_and_which_rule(self):
        run = json.loads("".join(findings_sarif(Results(ALL), ENGLISH)))["runs"][0]
        first, second, third, _ = run["results"]
        assert (first["ruleId"], first["ruleIndex"], first["level"]) == ("yaml-syntax", 0, "error")
        rules = run["tool"]["driver"]["rules"]
        assert rules[second["ruleIndex"]]["id"] == "short-answer"
        assert [second["level"], third["level"]] == ["warning", "note"]
        place = first["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "plannen/met%20fout%2C%20100%25.yaml"
        assert place["region"] == {"startLine": 3, "startColumn": 1, "endColumn": 2}

    def test_reports_an_unreadable_file_as_a_failed_run(self):
        run = json.loads("".join(findings_sarif(Results(ALL), ENGLISH)))["runs"][0]
        assert run["invocations"][0]["executionSuccessful"] is False
        assert "dicht" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]

    def test_writes_an_absolute_path_as_a_file_address(self, tmp_path):
        plan = Checked(str(tmp_path / "a b.yaml"), FLAWED.findings)
        run = json.loads("".join(findings_sarif(Results([plan]), ENGLISH)))["runs"][0]
        uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert uri == (tmp_path / "a b.yaml").as_uri()


class TestJunit:
    def test_counts_errors_as_failures_and_lets_the_rest_pass(self):
        good, flawed, unread = ET.fromstring("".join(findings_junit(Results(ALL), ENGLISH)))
        assert good.attrib == {"name": "plannen/goed.yaml", "tests": "1", "failures": "0", "errors": "0"}
        assert (flawed.get("tests"), flawed.get("failures"), len(flawed.findall("*/failure"))) == ("4", "1", 1)
        assert len(flawed.findall("*/system-out")) == 3
        assert (unread.get("errors"), len(unread.findall("*/error"))) == ("1", 1)

    def test_keeps_what_xml_forbids_out(self):
        suites = ET.fromstring("".join(findings_junit(Results([FLAWED]), ENGLISH)))
        assert "␛[31m<b>␊::error::" in "".join(suites.itertext())


class TestGithub:
    def test_writes_one_annotation_per_finding_and_a_closing_line(self):
        lines = "".join(findings_github(Results(ALL), ENGLISH)).splitlines()
        assert lines[0] == (
            "::error file=plannen/met fout%2C 100%25.yaml,line=3,col=1,endColumn=1,title=yaml-syntax"
            "::This line starts with a tab.%0AUse spaces to indent."
        )
        assert [line.split(" ")[0] for line in lines[:5]] == ["::error", "::warning", *["::notice"] * 2, "::error"]
        assert not any(line.startswith("::") for line in lines[5:])

    def test_names_no_file_for_standard_input(self):
        assert next(findings_github(Results([Checked("-", FLAWED.findings)]), ENGLISH)).startswith("::error line=3")


class TestText:
    def test_marks_the_place_under_the_line(self):
        lines = text_of([FLAWED]).splitlines()
        at = next(number for number, line in enumerate(lines) if "00AH17" in line)
        assert lines[at : at + 2] == ["     1 | →school: 00AH17", "       |  ^^^^^^^^^^^^^^"]

    @pytest.mark.parametrize("results", [ALL], ids=["everything"])
    def test_lets_no_control_character_through(self, results):
        assert all(letter.isprintable() or letter == "\n" for letter in text_of(results))

    def test_closes_with_how_many_plans_need_attention(self):
        assert "1 of the 2 plans needs attention.\nFound: 1 error, 1 warning and 2 tips." in text_of(ALL)

    def test_says_so_when_all_is_well(self):
        line = f"{GOOD.path}: ready for the meeting"
        assert text_of([GOOD]) == line
        assert text_of([GOOD, GOOD]) == f"{line}\n{line}\n2 plans are checked: all are in order."

    def test_says_first_where_a_plan_stands_and_then_goes_by_question(self):
        about = [("b", "tip", 2), ("c", "error", 2), ("a", "warning", 1), ("d", "tip", None)]
        found = tuple(Finding(rule, how, message("x"), Place("p"), question=on) for rule, how, on in about)
        text = text_of([Checked("p.yaml", found)])
        assert text.splitlines()[0] == "p.yaml: 2 points to go"
        assert re.findall(r"\[(\w)", text) == ["d", "a", "c", "b"]
        assert text_of([Checked("p.yaml", readable=False)]) == "p.yaml: cannot be read as a plan yet"

    def test_says_once_what_is_found_more_than_once_in_an_answer(self):
        same = [Finding("a", "tip", message("x"), Place("p", line), question=4) for line in (2, 5, 7)]
        elsewhere = Finding("a", "tip", message("x"), Place("p", 9), question=5)
        text = text_of([Checked("p.yaml", (*same, elsewhere))])
        assert re.findall(r"p:?\S*:(\d+):\d+: tip", text) == ["2", "9"]
        assert "The same on lines 5 and 7." in text

    def test_says_nothing_about_plans_when_none_could_be_read(self):
        assert text_of([UNREAD]) == ""

    def test_stays_within_a_narrow_terminal(self):
        long = Checked("p.yaml", (Finding("x", "tip", message("word " * 40), Place("p", 1, 150, 160)),), {1: "é" * 300})
        lines = text_of([long], room=60).splitlines()
        assert max(map(len, lines)) <= 60
        assert "^" * 10 in lines[-3]
