"""Whatever one plan does to the checker: every command answers, and the others are judged."""

from __future__ import annotations

import importlib
import json
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_cli.plans import checking, judging
from sto_cli.plans.case import Rule
from sto_cli.plans.checking import Check, check_all
from sto_cli.plans.finding_files import find_plans
from sto_cli.plans.judging import judge_text
from sto_cli.plans.reading.shape import HEADINGS

PLANS = sorted((Path(__file__).parent / "plans").glob("*.yaml"))
GOOD = Path(__file__).parent.parent / "cases" / "missing-question" / "pass-all-six.yaml"


@pytest.fixture(autouse=True)
def _as_a_user(monkeypatch):
    monkeypatch.delenv("STO_TRACEBACK")


@pytest.fixture(params=PLANS, ids=lambda path: path.stem)
def folder(request, tmp_path):
    """A folder with a plan that attacks, between two good ones."""
    shutil.copy(request.param, tmp_path / "b.yaml")
    shutil.copy(GOOD, tmp_path / "a.yaml")
    shutil.copy(GOOD, tmp_path / "c.yaml")
    return tmp_path


def test_every_plan_of_a_folder_is_judged(sto, folder):
    found = json.loads(sto("validate", folder, "--format", "json").out)["files"]
    assert [Path(one["path"]).name for one in found] == ["a.yaml", "b.yaml", "c.yaml"]
    assert found[0]["valid"]
    assert found[2]["valid"]
    assert {"placeholder-answer"} <= {finding["rule"] for finding in found[1]["findings"]}
    assert "not-judged" not in {finding["rule"] for finding in found[1]["findings"]}


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_it_is_shown(sto, folder, form):
    run = sto("plan", "show", folder / "b.yaml", "--format", form)
    assert run.code in {0, 1}
    assert run.out


def test_the_report_has_all_of_them(sto, folder):
    assert len(json.loads(sto("report", "plans", folder, "--all", "--format", "json").out)["plans"]) == 3


def results(folder, check=Check()):  # noqa: B008 - frozen
    found = list(find_plans([str(folder)]))
    return [{finding.rule for finding in one.findings} for one in check_all(found, check, 2)]


@pytest.fixture(params=[1, 10_000], ids=["in-processes", "one-after-another"])
def ways(request, monkeypatch):
    """Plans checked on several processors, and one after another."""
    monkeypatch.setattr(checking, "WORTH_FORKING", request.param)
    monkeypatch.setattr(checking, "WORTH_STARTING", request.param)


def test_the_parallel_run_judges_all(ways, folder):
    first, attacking, last = results(folder)
    assert first == last
    assert "placeholder-answer" in attacking


def trips(case):
    if "struikel" in case.reading.source:
        raise StopIteration
    return iter(())


def test_a_rule_that_trips_says_so_and_stops_nobody(ways, tmp_path, monkeypatch):
    monkeypatch.setattr(judging, "RULES", (*judging.RULES, Rule("trips", "tip", "", trips)))
    good = GOOD.read_text("utf-8")
    (tmp_path / "a.yaml").write_text(good, "utf-8")
    (tmp_path / "b.yaml").write_text(f"{good}titel: {{struikel: }}\n", "utf-8")
    (tmp_path / "c.yaml").write_text(good, "utf-8")
    first, tripped, last = results(tmp_path)
    assert first == last
    assert "not-judged" not in first
    assert {"not-judged", "duplicate-key"} <= tripped  # the other rules were asked


@pytest.mark.parametrize("problem", [RecursionError, MemoryError, KeyError("x"), RuntimeError("generator raised")])
def test_a_reader_that_trips_says_so(sto, tmp_path, monkeypatch, problem):
    def trip(*_, **__):
        raise problem

    (tmp_path / "a.yaml").write_text("titel: x\n")
    monkeypatch.setattr("sto_cli.plans.judging.read_plan", trip)
    run = sto("validate", tmp_path)
    assert run.code == 1
    assert "not-judged" in run.out
    assert sto("validate", tmp_path, "--ignore", "not-judged").code == 2
    assert sto("plan", "show", tmp_path / "a.yaml").code == 1
    assert len(json.loads(sto("report", "plans", tmp_path, "--format", "json").out)["plans"]) == 1


def test_a_developer_sees_why_it_trips(monkeypatch):
    monkeypatch.setattr("sto_cli.plans.judging.read_plan", lambda *_: 1 / 0)
    monkeypatch.setenv("STO_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        judge_text("titel: x\n", "a.yaml")


def test_mending_that_trips_leaves_the_plan_and_says_so(sto, tmp_path, monkeypatch):
    def trip(*_):
        raise IndexError

    shutil.copy(GOOD, tmp_path / "a.yaml")
    monkeypatch.setattr("sto_cli.plans.mending.mend_text", trip)
    run = sto("validate", tmp_path, "--fix")
    assert run.code == 1
    assert "not-judged" in run.out
    assert (tmp_path / "a.yaml").read_bytes() == GOOD.read_bytes()


@pytest.mark.parametrize(
    "point", ["{partner: ROC van Twente, s, doelen: [d1]}", "{datum: 2026-10}", "{: x}", "{[a]: b}"]
)
def test_a_point_in_braces_with_strange_words_in_a_broken_plan_is_kept(sto, tmp_path, point):
    plan = (
        GOOD.read_text("utf-8")
        .replace("doelen:\n", "doelen\n")
        .replace("activiteiten:\n", f"activiteiten:\n  - {point}\n")
    )
    (tmp_path / "a.yaml").write_text(plan, "utf-8")
    assert "not-judged" not in sto("validate", tmp_path / "a.yaml").out
    assert sto("plan", "convert", tmp_path / "a.yaml", "--output", tmp_path / "a.docx").code in {0, 1}


NAMES = sorted(
    {heading.word("nl") for heading in HEADINGS} | {"doel", "toelichting", "datum", "mijlpaal", "wie", "x", "", "id"}
)
VALUES = st.recursive(
    st.sampled_from(["nog invullen", "TODO", "...", "50 leerlingen", "", "2026-10-01", "€ 100", "no", "~"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(NAMES), VALUES, min_size=1))
def test_no_heading_anywhere_trips_the_checker(register, data):
    judgement = judge_text(json.dumps(data, ensure_ascii=False), "plan.yaml", register)
    assert "not-judged" not in {finding.rule for finding in judgement.findings}


TRIPPING = {
    "a text in a folder": ("sto_cli.plans.reading.text_reading.read_outline", ["validate", "@"]),
    "the letter": ("sto_cli.cli.letters.plan_letter", ["validate", "@", "--letter", "--format", "json"]),
    "the text of the findings": ("sto_cli.render.findings.text.finding_lines", ["validate", "@"]),
    "the JSON of the findings": ("sto_cli.render.findings.json.finding_as_data", ["validate", "@", "--format", "json"]),
    "the SARIF of the findings": ("sto_cli.render.findings.builds._result", ["validate", "@", "--format", "sarif"]),
    "the log of the findings": ("sto_cli.render.findings.builds._annotation", ["validate", "@", "--format", "github"]),
    "the JUnit of the findings": ("sto_cli.render.findings.builds._finding", ["validate", "@", "--format", "junit"]),
    "the sum of a plan": ("sto_cli.cli.plan_files.summary_of", ["report", "plans", "@", "--format", "json"]),
    "the report": ("sto_cli.render.reports.portfolio_words.plan_name", ["report", "plans", "@"]),
    "the report as data": ("sto_cli.render.reports.portfolio_json.data_of",
                           ["report", "plans", "@", "--format", "json"]),
    "the calendar": ("sto_cli.render.reports.portfolio_ics._event", ["report", "plans", "@", "--format", "ics"]),
    "the region": ("sto_cli.cli.plan_files.summary_of",
                   ["report", "region", "twente", "--plans", "@", "--format", "json"]),
}  # fmt: skip


@pytest.mark.parametrize("point", TRIPPING)
def test_whatever_trips_over_one_plan_the_others_come_out(sto, tmp_path, monkeypatch, point):
    place, command = TRIPPING[point]
    for name, title in (("a", "Goed plan A"), ("b", "Struikelblok"), ("c", "Goed plan C")):
        plan = "\n\n".join(
            [title, "Doelen\nElke leerling maakt kennis met techniek.", "Mijlpalen", "Oktober 2026: klaar"]
        )
        (tmp_path / f"{name}.txt").write_text(plan, "utf-8")
    monkeypatch.setattr(place, tripping_over_one(place))
    run = sto(*(word.replace("@", str(tmp_path)) for word in command))
    assert run.code in {1, 2}
    made = " ".join(path.name for path in tmp_path.iterdir())
    assert all(
        any(sign in run.out + made for sign in signs)
        for signs in (("a.txt", "plan A", "a-"), ("c.txt", "plan C", "c-"))
    )
    assert "er ging iets mis in sto" in run.out + run.err
    assert "Traceback" not in run.err


def tripping_over_one(place):
    """Return a function that trips over the plan in the middle, and else does as before."""
    module, name = place.rsplit(".", 1)
    before = getattr(importlib.import_module(module), name)

    def trips(*given, **named):
        said = repr([*given, *named.values()])
        if re.search(r"Struikelblok|\bb\.txt", said) and "not-judged" not in said and "plan A" not in said:
            raise StopIteration
        return before(*given, **named)

    return trips


def test_a_letter_that_finds_no_place_keeps_no_other_from_being_written(sto, tmp_path):
    shutil.copy(GOOD, tmp_path / "a.yaml")
    shutil.copy(GOOD, tmp_path / f"{'b' * 245}.yaml")
    (tmp_path / "c").mkdir()
    shutil.copy(GOOD, tmp_path / "c" / "c.yaml")
    (tmp_path / "c" / "c-brief.docx").symlink_to(tmp_path / "elders" / "nergens.docx")
    run = sto("validate", tmp_path, "--letter")
    assert run.code in {0, 1}, run.err
    assert len(list(tmp_path.rglob("*.docx"))) == 4
    assert not (tmp_path / "elders").exists()


def test_a_plan_that_trips_the_reader_is_not_converted_and_that_is_said(sto, tmp_path, monkeypatch):
    monkeypatch.setattr("sto_cli.cli.converting.read_plan", lambda *_: next(iter(())))
    run = sto("plan", "convert", GOOD, "--output", tmp_path / "a.docx")
    assert run.code == 1
    assert "er ging iets mis in sto" in run.err
    assert list(tmp_path.iterdir()) == []
