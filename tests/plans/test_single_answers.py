"""How single answers are judged: goals, texts and partners as people write them, labelled before the program saw them.

See tests/plans/realistic/README.md. Each answer is put in a good plan, and what the judge says about it is compared
with its label. `tuning` was looked at while the rules were made, `apart` only measured.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from sto_cli.plans.judging import judge_text
from sto_cli.plans.language.mbo_schools import names_mbo
from sto_cli.plans.model import QUESTIONS

HERE = Path(__file__).parent
REALISTIC = HERE / "realistic"
GOOD = (HERE.parent / "cases" / "missing-question" / "pass-all-six-in-english.yaml").read_text("utf-8")
TODAY = date(2026, 11, 24)
HALVES = ("tuning", "apart")

OPEN = {"placeholder-answer", "empty-answer", "same-as-last-year"}


def answers(half, subject):
    file = REALISTIC / half / f"answers-{subject}.yaml"
    return yaml.safe_load(file.read_text("utf-8")) if file.exists() else []


def rules_about(question, answer, register):
    """Return the rules of all errors and warnings about a question when this is its answer in a good plan."""
    plan = yaml.safe_load(GOOD)
    plan[question] = answer
    plan["activities"] = [one["activity"] for one in plan["activities"]] if question == "goals" else plan["activities"]
    if question == "activities":
        plan["activities"] = answer
    if question == "resources":
        del plan["total"]  # that of the costs that were there
    text = yaml.safe_dump(plan, allow_unicode=True, sort_keys=False, width=10_000)
    number = QUESTIONS.index(question) + 1
    findings = judge_text(text, "plan.yaml", register, TODAY).findings
    assert "not-judged" not in {one.rule for one in findings}
    return {one.rule for one in findings if one.question == number and one.severity != "tip"}


def goal_is_judged_right(case, register):
    goal = {"goal": case["goal"]} | ({"measure": case["measure"]} if case["measure"] else {})
    return ("unmeasurable-goal" in rules_about("goals", [goal], register)) is not case["measurable"]


TEXT_RULES = {
    "real": set(),
    "short": {"short-answer", "unmeasurable-goal", "no-partner-in-region", "partner-without-how", "no-costs"},
    "placeholder": OPEN,
    "copied": {"copied-example"},
}


def text_is_judged_right(case, register):
    found = rules_about(QUESTIONS[case["question"] - 1], case["answer"], register)
    wanted = TEXT_RULES[case["kind"]]
    return bool(found & wanted) if wanted else not found


PARTNER_RULES = {
    "partner": set(),
    "uncertain": {"uncertain-partner"},
    "none": {"no-partner-in-region", *OPEN},
}


def partner_is_judged_right(case, register):
    found = rules_about("cooperation", [case["line"]], register) - {"short-answer", "partner-without-how"}
    wanted = PARTNER_RULES[case["kind"]]
    return bool(found & wanted) if wanted else not found


def mbo_is_judged_right(case, register):
    return names_mbo(case["line"]) is case["mbo"]


JUDGES = {
    "goals": goal_is_judged_right,
    "texts": text_is_judged_right,
    "partners": partner_is_judged_right,
    "mbo": mbo_is_judged_right,
}


def wrongly_judged(half, subject, register):
    cases = answers(half, "partners" if subject == "mbo" else subject)
    return [case for case in cases if not JUDGES[subject](case, register)], len(cases)


MOST_WRONG = {
    "tuning": {"goals": 0.02, "texts": 0.04, "partners": 0.02, "mbo": 0.0},
    "apart": {"goals": 0.1, "texts": 0.17, "partners": 0.12, "mbo": 0.0},
}
"""The share of the answers of each half that may be judged otherwise than labelled, at most."""


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("subject", JUDGES)
def test_answers_are_judged_as_a_careful_reader_would(half, subject, register):
    wrong, all_of_them = wrongly_judged(half, subject, register)
    assert all_of_them or half == "apart"
    assert len(wrong) <= MOST_WRONG[half][subject] * all_of_them, (len(wrong), all_of_them)
