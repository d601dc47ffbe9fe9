"""Every rule: its cases, its page, and the lists in which it must stand."""

from __future__ import annotations

import ast
import re
from datetime import date
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
import rules_docs

from sto_cli.files.yaml.reader import read_yaml
from sto_cli.findings import SEVERITIES
from sto_cli.messages import LANGUAGES, Translator
from sto_cli.plans import rules
from sto_cli.plans.case import Rule
from sto_cli.plans.judging import judge_file, judge_text
from sto_cli.plans.rule_pages import page_of, rule_page
from sto_cli.plans.rules import READING_RULES, RULES
from sto_cli.plans.severity import LIGHTER

ROOT = Path(__file__).parent.parent.parent
CASES = ROOT / "tests" / "cases"
TODAY = date(2026, 11, 24)
IDS = [rule.id for rule in RULES]

DESIGN = {
    "error": """yaml-syntax not-utf-8 too-large duplicate-key not-a-plan missing-question misspelt-key unknown-key
        wrong-type invalid-date empty-answer placeholder-answer unknown-goal unknown-school unknown-region
        unknown-profile costs-do-not-add-up""",
    "warning": """short-answer undated-milestone milestone-outside-programme milestone-outside-period
        milestones-out-of-order unmeasurable-goal goal-without-activity activity-without-goal no-partner-in-region
        no-costs low-cofinancing ambiguous-amount region-mismatch profile-not-offered""",
    "tip": "unknown-form no-mbo-partner no-form-named no-title no-school",
}
"""The names that other programs may rely on; rules may be added, not renamed or made heavier."""

CASED = [rule for rule in RULES if rule.id != "not-judged"]
"""A file that the program trips over is mended at once: see tests/attacks/test_plans.py."""

ALL_CASES = sorted(path for path in CASES.rglob("*.*") if path.suffix in {".yaml", ".docx"})


@pytest.mark.parametrize("case", ALL_CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_case_gives_exactly_its_rule(case, register):
    judgement = judge_file(case, register, TODAY)
    expected = set() if case.name.startswith("pass-") else {case.parent.name}
    assert {finding.rule for finding in judgement.findings} == expected


@pytest.mark.parametrize("rule", CASED, ids=lambda rule: rule.id)
def test_every_rule_has_cases_of_both_kinds(rule):
    names = [path.name for path in (CASES / rule.id).iterdir()]
    assert any(name.startswith("pass-") for name in names)
    assert any(name.startswith("fail-") for name in names)
    assert all(name.startswith(("pass-", "fail-")) and name.endswith((".yaml", ".docx")) for name in names)


def test_tuple_modules_docs_and_cases_agree():
    modules = [import_module(f"{rules.__name__}.{module.name}") for module in iter_modules(rules.__path__)]
    written = {one.id for module in modules for one in vars(module).values() if isinstance(one, Rule)}
    assert len(IDS) == len(set(IDS))
    assert written == set(IDS)
    assert {path.name for path in CASES.iterdir()} == {rule.id for rule in CASED}
    for language in LANGUAGES:
        page = (ROOT / "docs" / rules_docs.NAMES[language]).read_text("utf-8")
        assert [name for name in IDS if f"\n### {name}\n" not in page] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_documents_are_made_from_the_rules(language):
    """Fails when a page changed: run `python tools/rules_docs.py`."""
    assert (ROOT / "docs" / rules_docs.NAMES[language]).read_text("utf-8") == rules_docs.document(language)


@pytest.mark.parametrize("severity", SEVERITIES)
def test_the_names_of_the_design_are_there_with_their_severity(severity):
    have = {rule.id for rule in RULES if severity == rule.severity}
    assert set(DESIGN[severity].split()) <= have


def test_one_module_decides_severity():
    """A rule states its own and a flaw names its case: no other module of plans gives a finding a severity."""
    folder = Path(rules.__file__).parent.parent
    given = {
        str(path.relative_to(folder))
        for path in folder.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and any(keyword.arg == "severity" for keyword in call.keywords)
    }
    assert given == {"severity.py"}
    made = (folder.parent / "files" / "yaml" / "forgiving.py", *folder.rglob("*.py"))
    literal = re.compile(r"\bFinding\(\s*[^,]+,\s*[\"'](warning|tip)")
    assert [path.name for path in made if literal.search(path.read_text("utf-8"))] == []


def test_what_weighs_less_is_a_case_of_a_rule_and_stands_on_its_page():
    for case in LIGHTER.values():
        page = rule_page(case.rule)
        assert SEVERITIES.index(case.severity) > SEVERITIES.index(page.severity)
        assert case.why in page.lighter


@pytest.mark.parametrize("rule", RULES, ids=IDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_complete_in_both_languages(rule, language):
    translator = Translator(language)
    page = page_of(rule)
    for text in (page.sentence, page.why, page.example, page.mend, page.source):
        assert text
        same = translator.text(text) == text
        assert not same or language == "en" or text in {"school: 00ZZ99", page.source}, "not translated"
    assert rule_page(rule.id) == page


def test_there_is_no_page_of_a_rule_that_does_not_exist():
    assert rule_page("missing-answer") is None


BASE = {
    "en": (CASES / "missing-question" / "pass-all-six-in-english.yaml").read_text("utf-8"),
    "nl": (CASES / "missing-question" / "pass-all-six.yaml").read_text("utf-8"),
}
ALSO_LEFT_OUT = {"no-costs": {"total", "totaal"}, "no-form-named": {"forms", "vormen"}}
"""Headings of the good plan that would answer what the example leaves open."""

NOT_AS_WRITTEN = {"not-utf-8", "too-large", "not-judged", "outside-the-questions", "no-continuation"}
"""Rules about bytes, Word, letters, or the program itself: their example is shown as it looks, not as it is stored."""


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.id not in NOT_AS_WRITTEN], ids=lambda rule: rule.id)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_of_a_page_is_what_the_rule_reports(rule, language, register):
    """The example replaces those headings in a good plan; alone, where it shows what is missing."""
    example = Translator(language).text(page_of(rule).example)
    data = read_yaml(example, "").data
    headings = {*(data if isinstance(data, dict) else ()), *ALSO_LEFT_OUT.get(rule.id, ())}
    alone = rule in READING_RULES or rule.id in {"missing-question", "no-school", "no-title"}
    text = example if alone else f"{without(BASE[language], headings)}{example}\n"
    assert rule.id in {finding.rule for finding in judge_text(text, "plan.yaml", register, TODAY).findings}


def without(text: str, headings: set[str]) -> str:
    """Return a plan without the parts under some headings, each of which starts at the left margin."""
    kept: list[str] = []
    for line in text.splitlines(keepends=True):
        keep = line.split(":")[0] not in headings if line[0] not in " -" else None
        kept.append(line if keep or (keep is None and kept and kept[-1]) else "")
    return "".join(kept)


def test_forms_are_named_in_the_words_of_the_plan(register):
    (finding,) = judge_file(CASES / "no-form-named" / "fail-none.yaml", register, TODAY).findings
    forms = "keuzevak, praktijkgericht-programma, niet-technisch-profiel, onderbouw"
    assert forms in Translator("en").say(finding.hint)
