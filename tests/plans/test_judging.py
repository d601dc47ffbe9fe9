"""Judging whole plans: the examples, both languages, places, and what is asked of the register."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_cli.errors import UnreadableFile
from sto_cli.messages import LANGUAGES, Translator
from sto_cli.plans.judging import judge_file, judge_text
from sto_cli.plans.reading.shape import HEADINGS, WORDS, YES_NO_WORDS

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = sorted((ROOT / "examples" / "plans").glob("*.yaml"))
GOOD = [path for path in EXAMPLES if "met-fouten" not in path.name]
FLAWED = [path for path in EXAMPLES if "met-fouten" in path.name]
CASES = ROOT / "tests" / "cases"
TODAY = date(2026, 11, 24)


def rules(judgement):
    return [finding.rule for finding in judgement.findings]


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_good_examples_have_neither_error_nor_warning(path, register):
    judgement = judge_file(path, register, TODAY)
    assert [f.rule for f in judgement.findings if f.severity != "tip"] == []
    assert judgement.valid
    assert judgement.open_questions == ()


@pytest.mark.parametrize("path", FLAWED, ids=lambda path: path.stem)
def test_flawed_examples_have_errors(path, register):
    assert not judge_file(path, register, TODAY).valid


def test_there_are_examples_for_every_kind_of_plan(register):
    plans = [judge_file(path, register, TODAY).plan for path in GOOD]
    assert len(EXAMPLES) >= 10
    assert {"GR", "ZW", "EO", "HBR", "DP", "BWI", "PIE", "MVI"} <= {code for plan in plans for code in plan.profiles}
    assert {form for plan in plans for form in plan.all_forms} == set(WORDS["form"])


FLAWS = {
    "met-fouten-eerste-aanzet-horeca": {
        "missing-question", "short-answer", "unmeasurable-goal", "placeholder-answer", "no-partner-in-region",
        "no-costs",
    },
    "met-fouten-uit-word-geplakt": {"yaml-syntax", "comment-in-text", "no-cofinancing", "no-end-milestone"},
    "met-fouten-bedragen-en-data": {
        "unmeasurable-goal", "unknown-goal", "goal-without-activity", "invalid-date", "read-as",
        "milestone-outside-period", "milestone-outside-programme", "low-cofinancing", "ambiguous-amount",
        "costs-do-not-add-up",
    },
    "met-fouten-verkeerde-woorden": {
        "unknown-region", "unknown-profile", "unknown-form", "misspelt-key", "wrong-type",
        "unknown-key", "read-as", "no-cofinancing",
    },
    "met-fouten-nieuw-van-sjabloon": {"placeholder-answer"},
}  # fmt: skip


@pytest.mark.parametrize("path", FLAWED, ids=lambda path: path.stem)
def test_flawed_examples_have_just_the_flaws_that_were_put_in(path, register):
    assert set(rules(judge_file(path, register, TODAY))) == FLAWS[path.stem]


def test_findings_name_question_path_place_and_the_writers_word(register):
    judgement = judge_file(CASES / "undated-milestone" / "fail-point.yaml", register, TODAY)
    (finding,) = judgement.findings
    assert (finding.question, finding.path, finding.place.line) == (4, "mijlpalen.1", 18)
    assert finding.place.path.endswith("fail-point.yaml")
    assert "“datum”" in Translator("nl").say(finding.hint)
    assert "“datum”" in Translator("en").say(finding.hint)


def test_a_misspelt_heading_is_one_finding_and_its_answer_is_read(register):
    judgement = judge_file(CASES / "misspelt-key" / "fail-typing-error.yaml", register, TODAY)
    (finding,) = judgement.findings
    assert (finding.rule, finding.path, finding.replacement) == ("misspelt-key", "mijplalen", "mijlpalen")
    assert len(judgement.plan.milestones.items) == 2


def test_a_repeated_heading_does_not_hide_the_rest(register):
    text = (CASES / "duplicate-key" / "fail-twice.yaml").read_text("utf-8").replace("2027-09", "2027-13")
    assert rules(judge_text(text, "plan.yaml", register, TODAY)) == ["duplicate-key", "invalid-date"]


def test_a_wrong_shape_silences_one_answer_only(register):
    text = (CASES / "undated-milestone" / "fail-point.yaml").read_text("utf-8")
    wrong = text.replace("doel: Meer meisjes kiezen een technisch keuzevak., meetbaar", "doel: [TODO], meetbaar")
    assert rules(judge_text(wrong, "plan.yaml", register, TODAY)) == ["wrong-type", "undated-milestone"]


def test_findings_stand_in_the_order_of_the_file(register):
    for path in FLAWED:
        places = [(f.place.line, f.place.column) for f in judge_file(path, register, TODAY).findings]
        assert places == sorted(places)


@pytest.mark.parametrize("path", sorted(CASES.rglob("*.yaml")), ids=lambda path: f"{path.parent.name}/{path.stem}")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_can_be_said(path, language, register):
    translator = Translator(language)
    for finding in judge_file(path, register, TODAY).findings:
        sentences = [translator.say(finding.message), translator.say(finding.hint) if finding.hint else "x."]
        assert all(sentence and "\n" not in sentence for sentence in sentences)
        assert sentences[0][-1] == "."


@pytest.mark.parametrize("path", sorted(CASES.rglob("*.yaml")), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_places_lie_in_the_text_that_was_read(path, register):
    judgement = judge_file(path, register, TODAY)
    lines = judgement.source.split("\n")
    for finding in judgement.findings:
        place = finding.place
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        assert place.end_column is None or place.column <= place.end_column <= len(lines[place.line - 1]) + 2


@pytest.mark.parametrize("path", sorted(CASES.rglob("fail-*.yaml")), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_repair_fits_its_place_and_removes_its_finding(path, register):
    judgement = judge_file(path, register, TODAY)
    lines = judgement.source.split("\n")
    for finding in judgement.findings:
        if finding.replacement is not None:
            place, line = finding.place, lines[finding.place.line - 1]
            mended = [*lines]
            mended[place.line - 1] = line[: place.column - 1] + finding.replacement + line[place.end_column - 1 :]
            after = judge_text("\n".join(mended), "plan.yaml", register, TODAY).findings
            assert finding.rule not in {f.rule for f in after if f.place.line == place.line}


# Dutch and English are equal.


def in_english(text: str) -> str:
    """Translate a plan's headings and choices, word by word, as someone would who knows both lists."""
    groups = [HEADINGS, *(h.shape.items.group if h.shape.items else h.shape.group for h in HEADINGS)]
    words = {heading.dutch: heading.english for group in groups for heading in group}
    for dutch, english in sorted(words.items(), key=lambda pair: -len(pair[0])):
        for before in ("", "- ", "{", ", "):
            text = text.replace(f"{before}{dutch}:", f"{before}{english}:")
    for choices in (*WORDS.values(), YES_NO_WORDS):
        for english, dutch in choices.items():
            for before, after in ((": ", ","), (": ", "}"), (": ", "\n"), ("[", "]"), ("[", ","), (", ", "]")):
                text = text.replace(f"{before}{dutch}{after}", f"{before}{english}{after}")
    return text


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_plan_with_english_headings_is_read_as_the_same_plan(path, register):
    dutch = judge_file(path, register, TODAY)
    english = judge_text(in_english(path.read_text("utf-8")), "plan.yaml", register, TODAY)
    assert (dutch.plan.language, english.plan.language) == ("nl", "en")
    for name in ("title", "school", "region", "profiles", "forms", "start", "end", "total", "answers"):
        assert getattr(english.plan, name) == getattr(dutch.plan, name), name
    assert rules(english) == rules(dutch)


# The register is asked only when it is needed.


def never():
    raise AssertionError("the register was loaded")


def test_a_plan_without_school_and_region_does_not_load_the_register():
    text = (CASES / "no-school" / "fail-none.yaml").read_text("utf-8").replace("regio: twente\n", "")
    assert rules(judge_text(text, "plan.yaml", never, TODAY)) == ["no-school"]


def test_without_a_register_the_rules_about_it_are_silent():
    for name in (
        "unknown-school/fail-no-such-code",
        "unknown-region/fail-no-such-region",
        "region-mismatch/fail-other-region",
        "profile-not-offered/fail-not-offered",
    ):
        assert judge_file(CASES / f"{name}.yaml").findings == ()


def test_the_register_may_come_as_a_function(register):
    asked = []

    def load():
        asked.append(True)
        return register

    judgement = judge_file(CASES / "region-mismatch" / "fail-other-region.yaml", load, TODAY)
    assert rules(judgement) == ["region-mismatch"]
    assert len(asked) == 1


# Whatever comes in, there is an answer.


def test_a_missing_file_is_said_to_be_missing(tmp_path):
    with pytest.raises(UnreadableFile):
        judge_file(tmp_path / "none.yaml")


@given(st.binary(max_size=300))
def test_any_bytes_are_judged(content):
    assert judge_text(content, "plan.yaml").findings


TOKENS = st.sampled_from(
    ["titel", "doelen", "goals", "doel", "mijlpalen", "datum", "middelen", "bedrag", ":", ": ", "- ", "\n",
     "\n  ", "\n    ", "[", "]", "{", "}", ", ", '"', "'", "#", " #", "|", ">", "&a ", "*a", "!x ", "\t", "2026-10-01",
     "12.500", "tekst", "...", "---", "%", "\u00a0", "\u0007", "\ud800", "\u2028", "é", "💡", "? ", "<<", "~"]
)  # fmt: skip


@given(st.lists(TOKENS, max_size=40).map("".join))
def test_any_heap_of_pieces_of_plans_is_judged(text):
    judgement = judge_text(text, "plan.yaml")
    lines = judgement.source.split("\n")
    translator = Translator("nl")
    for finding in judgement.findings:
        assert translator.say(finding.message)
        assert 1 <= finding.place.line <= len(lines) + 1
