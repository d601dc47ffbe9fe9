"""Answers of a text plan that are judged together, and which remarks a careful reader makes about them."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml

from sto_cli.plans.judging import judge_text

VALUES = Path(__file__).parent / "values"
TODAY = date(2026, 11, 27)
PLAN = """\
Looptijd: {period}

Regiovisie
De regio wil dat leerlingen buiten de techniekprofielen leren werken met digitale machines, en dat doen wij.

Doelen
{goals}
Activiteiten
{activities}
Mijlpalen
{milestones}
Samenwerking
- Firda (mbo) geeft drie gastlessen
- Installatiebedrijf De Boer laat leerlingen meelopen

Middelen
- materiaal 2.000 euro
Totaal 2.000 euro, waarvan de school 500 betaalt
"""
OTHERS = {
    "period": "januari 2027 tot en met december 2028",
    "goals": "- 40 leerlingen volgen in 2028 tien lessen robotica\n",
    "activities": "- lessen robotica maken en geven in klas 3\n",
    "milestones": "- maart 2027: alles besteld\n- juni 2028: telling en evaluatie\n",
}
ABOUT_GOALS = {
    "unmeasurable-goal",
    "goal-without-activity",
    "activity-without-goal",
    "unknown-goal",
    "goal-is-activity",
}


def cases(name):
    found = yaml.safe_load((VALUES / f"{name}.yaml").read_text("utf-8"))
    return [pytest.param(case, id=case["says"]) for case in found]


def remarks_on(case, rules):
    findings = judge_text(PLAN.format(**(OTHERS | case)), "plan.txt", None, TODAY).findings
    return Counter(finding.rule for finding in findings if finding.rule in rules)


@pytest.mark.parametrize("case", cases("goals_and_activities"))
def test_goals_and_activities(case):
    assert remarks_on(case, ABOUT_GOALS) == case["remarks"]


ABOUT_TIME = {
    "undated-milestone", "invalid-date", "milestones-out-of-order", "milestone-outside-period",
    "milestone-outside-programme",
}  # fmt: skip


@pytest.mark.parametrize("case", cases("milestones_together"))
def test_milestones(case):
    assert remarks_on(case, ABOUT_TIME) == case["remarks"]


def test_a_school_among_those_who_pay_is_no_word_of_the_form():
    who_pays = "bedrijven      1.500\nschool      500\n"
    text = PLAN.format(**OTHERS).replace("Totaal 2.000 euro, waarvan de school 500 betaalt\n", who_pays)
    assert "copied-example" not in {one.rule for one in judge_text(text, "plan.txt", None, TODAY).findings}
