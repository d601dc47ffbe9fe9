"""How far a plan is on a day: each milestone the day before, on and after it, what was spent, what was measured."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from sto_cli.plans.judging import judge_text
from sto_cli.plans.talk import talk_about
from sto_cli.reports.progress import HowFar, Progress, how_far, progress_of

DAY = date(2026, 12, 2)
CASES = yaml.safe_load((Path(__file__).parent / "cases" / "progress.yaml").read_text("utf-8"))


def talk_on(register, plan, day=DAY):
    judgement = judge_text(plan, "plan.yaml", register, day)
    return talk_about(judgement, judgement.plan, register, day)


def shown(*values):
    return " | ".join("-" if value is None else str(value) for value in values)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_plan_is_as_far_as_it_says(register, case):
    talk = talk_on(register, case["plan"])
    plan, came = progress_of(talk, DAY), how_far(talk, DAY)
    assert [
        shown(one.state, one.when and one.when.iso, one.text, one.reached_on and one.reached_on.iso, one.days_late,
              one.said)
        for one in plan.steps
    ] == case.get("steps", [])  # fmt: skip
    assert [shown(one.item, one.planned, one.spent, one.said) for one in plan.costs] == case.get("costs", [])
    assert [shown(one.goal, one.baseline, one.aim, one.measured) for one in plan.goals] == case.get("goals", [])
    planned, spent, of = (shown(value) for value in (plan.planned, plan.spent, plan.planned_of_reported))
    assert f"{planned} planned, {spent} spent of {of}" == case["whole"]
    assert case["came"] == (
        f"{came.reached} reached, {came.late} late, {came.unreported} unreported, {came.unclear} unclear, "
        f"{shown(came.spent)} of {came.planned} spent in {came.reported} of {came.items}"
    )
    assert [plan.reports, came.reports] == case["reports"]


def test_whose_plan_it_is(register):
    plan = progress_of(talk_on(register, "titel: Lab van jan@voorbeeld.nl\nschool: 00AH17\n"), DAY)
    assert (plan.path, plan.title, plan.school_written) == ("plan.yaml", "Lab van …", "00AH17")
    assert [school.id for school in plan.schools] == ["00AH17"]
    untitled = progress_of(talk_on(register, "school: 99ZZ99\n"), DAY)
    assert (untitled.title, untitled.schools, untitled.school_written) == (None, (), "99ZZ99")


def test_the_words_of_a_step_may_hold_its_time(register):
    steps = "mijlpalen:\n  - Op 1 februari 2027 is het lokaal klaar\n  - '1 maart 2027: les'\n  - Feest\n"
    plan = progress_of(talk_on(register, steps), DAY)
    assert [step.says_when for step in plan.steps] == [True, False, False]


def test_the_next_step_is_the_first_that_comes_and_states_are_counted_together(register):
    steps = "".join(f"  - {{datum: 2026-{month:02}-01, mijlpaal: Stap {month}}}\n" for month in (11, 12))
    plan = progress_of(talk_on(register, f"mijlpalen:\n{steps}  - {{datum: 2027-01-01, mijlpaal: Stap 1}}\n"), DAY)
    assert plan.next_step == plan.steps[2]
    assert plan.number("unreported", "next") == 3
    assert plan.number("late") == 0
    assert progress_of(talk_on(register, "titel: Lab\n"), DAY).next_step is None


@pytest.mark.parametrize(
    ("costs", "reported", "together"),
    [
        ("{post: A, bedrag: 10, besteed: 0}", ["A"], 10_00),
        ("{post: A, bedrag: 10, besteed: 5}, {post: B, bedrag: 20}", ["A"], 10_00),
        ("{post: A, bedrag: 10, besteed: 5}, {post: B, besteed: 5}", ["A", "B"], None),
        ("{post: A, bedrag: 10}", [], None),
        ("{post: A, bedrag: 10, besteed: veel}", [], None),
    ],
)
def test_what_was_spent_is_held_against_what_was_planned_for_the_same_items(register, costs, reported, together):
    plan = progress_of(talk_on(register, f"middelen: [{costs}]\n"), DAY)
    assert [cost.item for cost in plan.reported] == reported
    assert plan.planned_of_reported == together


def test_plans_add_up_and_unknown_is_no_zero():
    nothing, some = HowFar(), HowFar(1, 2, 3, 4, 500, 1, 2, 0)
    assert nothing + nothing == HowFar()
    assert (nothing + nothing).spent is None
    assert nothing + some == some + nothing == some
    assert some + HowFar(1, 1, 1, 1, 1, 1, 1, 7) == HowFar(2, 3, 4, 5, 501, 2, 3, 7)


@pytest.mark.parametrize(
    ("came", "reports"),
    [
        (HowFar(), False),
        (HowFar(unreported=3, planned=100, items=2), False),
        (HowFar(reached=1), True),
        (HowFar(late=1), True),
        (HowFar(unclear=1), True),
        (HowFar(spent=0), True),
    ],
)
def test_no_news_is_no_report(came, reports):
    assert came.reports is reports


def test_all_plans_together(register):
    late = progress_of(talk_on(register, "mijlpalen: [{datum: 2026-11-01, mijlpaal: A, bereikt: nee}]\n"), DAY)
    spent = progress_of(talk_on(register, "middelen: [{post: A, bedrag: 10, besteed: 5}]\n"), DAY)
    assert Progress(DAY, (late, spent)).came == HowFar(late=1, planned=10_00, reported=1, items=1, spent=5_00)
    assert Progress(DAY, ()).came == HowFar()
