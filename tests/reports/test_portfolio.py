"""The portfolio of a handful of plans, each figure against one that is worked out here."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_cli.messages import Translator
from sto_cli.plans.judging import judge_file, judge_text
from sto_cli.plans.language.dates import When
from sto_cli.plans.talk import Costs
from sto_cli.reports.plan_summary import PlannedMilestone, PlanSummary, summary_of
from sto_cli.reports.portfolio import months_later, portfolio
from sto_cli.reports.programme_dates import PROGRAMME_DATES, programme_dates
from sto_cli.reports.region import region_report
from sto_cli.reports.selection import select

PLANS = Path(__file__).parent / "plans"
TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def entries(register):
    return [summary_of(judge_file(path, register, TODAY), register, TODAY) for path in sorted(PLANS.glob("*.yaml"))]


@pytest.fixture(scope="module")
def answer(entries):
    return portfolio(entries, TODAY)


def named(answer, name):
    return next(entry for entry in answer.plans if Path(entry.path).name == name)


def test_a_plan_brings_its_school_region_and_progress(answer):
    alpha = named(answer, "alpha.yaml")
    assert (alpha.school.name, alpha.kind, alpha.region.id) == ("Het Stedelijk Alpha", "technical", "twente")
    assert (alpha.answered, alpha.complete, alpha.open_questions) == (6, True, ())
    assert alpha.forms == ("elective", "lower-years")
    assert alpha.partners == {"mbo": 1, "company": 1, "po": 1}


def test_a_region_that_is_not_named_follows_from_the_school(answer):
    robots = named(answer, "twee-keer.yaml")
    assert (robots.region_written, robots.region.id, robots.region_basis) == (None, "twente", "recorded")


def test_open_questions_are_those_that_are_empty_or_still_to_be_filled_in(answer):
    assert named(answer, "nieuw.yaml").open_questions == (1, 2, 5)


def test_a_file_that_is_no_plan_counts_as_a_plan_that_cannot_be_read(answer):
    letter = named(answer, "stuk.yaml")
    assert (letter.readable, letter.answered, letter.complete) == (False, 0, False)
    assert (answer.totals.plans, answer.totals.readable) == (5, 4)


def test_costs_add_up_with_of_how_many_plans_they_are_known(answer):
    money = answer.totals.money
    assert money.costs == 23_000_00 + 1_250_50 + 5_000_00
    assert money.priced == 3
    assert (money.cofinancing, money.stated) == (2_500_00 + 1_000_00, 2)
    assert money.share == 3_500 / 28_000


def test_what_is_not_known_of_costs_is_said(answer):
    said = [caveat.template for caveat in answer.caveats]
    assert any("names no costs" in text for text in said)
    assert any("items without an amount" in text for text in said)
    assert any("more than one plan" in text for text in said)
    assert any("names no school" in text for text in said)
    assert any("cannot be read" in text for text in said)


def test_forms_and_partners_are_counted_with_those_that_say_nothing(answer):
    assert answer.totals.forms == {"elective": 1, "non-technical-profile": 1, "lower-years": 1, None: 2}
    assert answer.totals.partners == {"po": 1, "mbo": 3, "company": 1, None: 1}  # a sentence names two of them
    assert answer.totals.schools == 2


def test_the_calendar_is_in_order_of_date_and_a_month_stands_on_its_last_day(answer):
    days = [due.when.last for due in answer.calendar]
    assert days == sorted(days)
    assert date(2027, 1, 31) in days


def test_due_is_from_today_until_some_months_later_both_days_included(answer):
    assert answer.until == date(2027, 2, 24)
    assert [due.when.iso for due in answer.due] == ["2026-12-01", "2027-01", "2027-02-24"]


def test_a_month_is_due_until_its_last_day(entries):
    assert portfolio(entries, date(2027, 1, 31), months=1).due[0].when.iso == "2027-01"
    assert "2027-01" not in [due.when.iso for due in portfolio(entries, date(2027, 2, 1), months=1).due]


def test_dates_of_the_programme_are_there_as_long_as_they_are_of_use(entries):
    assert [one.key for one in programme_dates(date(2026, 10, 1))] == ["elaborated-2027-2028", "regulation-expires"]
    assert [one.key for one in programme_dates(date(2026, 10, 2))] == ["regulation-expires"]
    assert [due.programme.key for due in portfolio(entries, TODAY).calendar if due.programme] == ["regulation-expires"]
    due = portfolio(entries, date(2026, 9, 1), months=2).due
    assert [one.programme.key for one in due if one.programme] == ["elaborated-2027-2028"]


def test_dates_of_the_programme_are_in_order_and_name_their_source():
    assert [one.day.isoformat() for one in PROGRAMME_DATES] == ["2025-04-15", "2026-10-01", "2029-03-30"]
    assert list(PROGRAMME_DATES) == sorted(PROGRAMME_DATES, key=lambda one: one.day)
    assert all(one.source.startswith("https://www.sterktechniekonderwijs.nl/") for one in PROGRAMME_DATES)


def test_a_region_keeps_its_own_plans(entries, register):
    answer = portfolio(entries, TODAY, selection=select(register, ["twente"]))
    assert {Path(entry.path).name for entry in answer.plans} == {"alpha.yaml", "twee-keer.yaml"}


def test_a_province_keeps_the_plans_of_its_schools(entries, register):
    answer = portfolio(entries, TODAY, selection=select(register, provinces=["Noord-Holland"]))
    assert {Path(entry.path).name for entry in answer.plans} == {"bakkerij.yaml"}


def test_no_plans_give_no_figures():
    answer = portfolio([], TODAY)
    assert (answer.totals.plans, answer.totals.money.share, answer.due) == (0, None, ())


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 11, 24), 3, date(2027, 2, 24)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2026, 1, 15), 12, date(2027, 1, 15)),
    ],
)
def test_months_later_stays_within_the_month(day, months, later):
    assert months_later(day, months) == later


whens = st.dates(date(2024, 1, 1), date(2030, 12, 31)).map(lambda day: When(day, day, day.isoformat()))
plans = st.builds(
    PlanSummary,
    path=st.text(max_size=5),
    readable=st.just(True),
    findings=st.dictionaries(st.sampled_from(["error", "warning", "tip"]), st.integers(0, 9)),
    open_questions=st.sets(st.integers(1, 6)).map(lambda numbers: tuple(sorted(numbers))),
    costs=st.builds(
        Costs,
        listed=st.none() | st.integers(0, 10**8),
        cofinancing=st.none() | st.integers(0, 10**6),
        stated=st.none() | st.integers(0, 10**8),
        unpriced=st.integers(0, 3),
    ),
    partners=st.dictionaries(st.sampled_from(["po", "mbo", None]), st.integers(1, 5)),
    steps=st.lists(st.builds(PlannedMilestone, st.text(max_size=9), st.none() | whens), max_size=5).map(tuple),
)


@given(st.lists(plans, max_size=8), st.integers(1, 24))
def test_totals_add_up_for_any_plans(entries, months):
    answer = portfolio(entries, TODAY, months)
    totals, money = answer.totals, answer.totals.money
    assert totals.plans == len(entries)
    assert totals.complete == sum(not entry.open_questions for entry in entries)
    assert money.costs == sum(entry.costs.whole or 0 for entry in entries)
    paid = [entry.costs for entry in entries if entry.costs.cofinancing is not None]
    assert money.stated == sum(not one.cofinancing or one.share is not None for one in paid)
    assert money.share is None or 0 <= money.share <= 1
    assert sum(totals.partners.values()) == sum(sum(entry.partners.values()) for entry in entries)
    dated = [step.when.last for entry in entries for step in entry.steps if step.when]
    assert [due.when.last for due in answer.calendar if due.step] == sorted(dated)
    assert {due.when.last for due in answer.due if due.step} == {day for day in dated if TODAY <= day <= answer.until}


def test_a_title_that_is_still_to_be_filled_in_is_none(register):
    judgement = judge_text("titel: nog invullen\nregiovisie: Kort.\n", "plan.yaml", register, TODAY)
    assert summary_of(judgement, register, TODAY).title is None


def test_a_school_that_may_be_several_is_told_apart_from_one_that_is_not_known(register):
    texts = ["school: 00AH\n", "school: 99ZZ99\n", "titel: Lab\n"]
    judged = [judge_text(text, f"{at}.yaml", register, TODAY) for at, text in enumerate(texts)]
    answer = portfolio([summary_of(one, register, TODAY) for one in judged], TODAY)
    said = [Translator("en").say(caveat) for caveat in answer.caveats]
    assert any(line.startswith("Of 1 plan it is not clear which school or location") for line in said)
    assert any(line.startswith("2 plans name no school") for line in said)


ONE_TO_COME = {
    1: "regiovisie: [Wij sluiten aan bij de regiovisie Twente, PM]",
    2: "doelen: [In 2027 kiezen 60 leerlingen techniek, nog invullen]",
    3: "activiteiten: [Lessen met robots in klas 1 en 2, ntb]",
    4: "mijlpalen: [{mijlpaal: Lokaal klaar, datum: 2027-03}, {mijlpaal: Lessen klaar, datum: ntb}]",
    5: "samenwerking: [{partner: ROC van Twente, hoe: lassen}, {partner: Bakkerij, hoe: nog te bepalen}]",
    6: "middelen: [{post: Robots, bedrag: 2000}, {post: Vervoer, bedrag: PM}]",
}
ALL_TO_COME = {
    2: "doelen: [PM, nog invullen]",
    4: "mijlpalen: [{mijlpaal: Lokaal klaar, datum: ntb}]",
    5: "samenwerking: nog te bepalen",
    6: "middelen: [{post: Robots, bedrag: PM}, {post: Vervoer, bedrag: PM}]",
}


@pytest.mark.parametrize("number", ONE_TO_COME)
def test_one_point_that_is_to_come_among_others_leaves_no_question_open(register, number):
    judgement = judge_text(ONE_TO_COME[number], "plan.yaml", register, TODAY)
    assert number not in judgement.open_questions
    assert [f.question for f in judgement.findings if f.rule == "placeholder-answer"] == [number]


@pytest.mark.parametrize(("costs", "remarks", "is_open"), [
    (["Robots € 4.000", "Vervoer PM"], 1, False), (["Robots € 4.000", "Vervoer: p.m."], 1, False),
    (["Robots € 4.000", "Vervoer (pro memorie)"], 1, False), (["Robots PM", "Vervoer PM"], 2, True),
    (["Robots € 4.000", "Workshop om 3 PM met de bakker € 200"], 0, False), (["Robots € 4.000", "Uren PM"], 0, False),
])  # fmt: skip
def test_a_cost_in_words_may_be_to_come(register, costs, remarks, is_open):
    judgement = judge_text("middelen:\n" + "".join(f"  - '{cost}'\n" for cost in costs), "plan.yaml", register, TODAY)
    assert sum(finding.rule == "placeholder-answer" for finding in judgement.findings) == remarks
    assert (6 in judgement.open_questions) is is_open


@pytest.mark.parametrize("number", ALL_TO_COME)
def test_a_question_of_which_every_point_is_to_come_is_open(register, number):
    assert number in judge_text(ALL_TO_COME[number], "plan.yaml", register, TODAY).open_questions


@pytest.mark.parametrize(("line", "unpriced"), [
    ("Het ROC draagt € 2.000 bij", 0), ("Cofinanciering school € 500", 0), ("Wij vragen van de regio € 3.000", 0),
    ("Het lokaal krijgen we gratis", 0), ("Vervoer PM", 1), ("Lesmateriaal", 1),
])  # fmt: skip
def test_only_what_costs_something_is_an_item_without_an_amount(register, line, unpriced):
    plan = f"middelen:\n  - Robots € 4.000\n  - Vervoer € 2.000\n  - {line}\n"
    summary = summary_of(judge_text(plan, "plan.yaml", register, TODAY), register, TODAY)
    assert summary.costs.unpriced == unpriced


def test_a_plan_of_two_schools_is_of_both(register):
    judgement = judge_text("school: 00AH17 en 02DO02\nregio: twente\n", "plan.yaml", register, TODAY)
    plan = summary_of(judgement, register, TODAY)
    assert [school.id for school in plan.schools] == ["00AH17", "02DO02"]
    assert portfolio([plan], TODAY).totals.schools == 2
    region = region_report(register, register.regions["twente"], TODAY, [plan])
    assert {one.school.id for one in region.schools if one.plans} == {"00AH17", "02DO02"}


def test_plans_without_a_school_are_told_apart_by_title_or_file(sto, tmp_path):
    (tmp_path / "een.yaml").write_text("titel: Lab\ndoelen: Twintig leerlingen.\n", "utf-8")
    (tmp_path / "twee.yaml").write_text("doelen: Dertig leerlingen.\n", "utf-8")
    out = sto("report", "plans", tmp_path).out
    assert "Lab (geen school genoemd)" in out
    assert "twee.yaml (geen school genoemd)" in out
