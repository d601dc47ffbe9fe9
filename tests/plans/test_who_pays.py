"""Who pays a cost and in which year, said in places of their own: kinds of money, halves of the programme."""

from __future__ import annotations

from datetime import date

import pytest

from sto_cli.messages import LANGUAGES, Translator
from sto_cli.plans.judging import judge_text
from sto_cli.plans.reading.reading import read_plan
from sto_cli.plans.talk import talk_about
from sto_cli.render.plan.form import FormContent, plan_form

PLAN = """\
titel: Proef
school: 00AH17
periode: {begin: 2026-08, eind: 2028-07}
regiovisie: De regio wil dat alle leerlingen kennismaken met techniek.
doelen: [240 leerlingen volgen voor juli 2027 vier lessen robotica]
activiteiten: [Lessen robotica samen met studenten van het ROC]
mijlpalen: [{datum: 2027-06, mijlpaal: Het lab is klaar.}]
samenwerking: [{partner: Firda, soort: mbo, hoe: De docenten schrijven mee.}]
middelen:
  - {post: Robots, bedrag: 6000, jaar: 2026}
  - {post: Uren docenten, bedrag: 4000, betaler: school, jaar: 2027}
  - {post: Gereedschap, bedrag: 2000, betaler: bedrijf, cofinanciering: 500, jaar: 2027}
  - {post: Werkplaats, bedrag: 1000, betaler: RIF}
  - {post: Kast, bedrag: 300, betaler: De Vrienden}
  - {post: Keuring, bedrag: 700, betaler: STO, jaar: 2026-2027}
totaal: 14000
"""


@pytest.fixture
def costs(register):
    judgement = judge_text(PLAN, "plan.yaml", register)
    return talk_about(judgement, judgement.plan, register, date(2026, 12, 2)).costs


def test_three_kinds_of_money_stand_apart(costs):
    assert costs.kinds == {
        "companies_and_others": 500_00, "school": 4_000_00, "other_subsidy": 1_000_00, "not_classed": 300_00
    }  # fmt: skip
    assert (costs.cofinancing, costs.subsidy) == (5_800_00, 8_200_00)


def test_a_school_year_over_both_halves_belongs_to_neither(costs):
    assert costs.budget.halves == {"2025-2026": 6_000_00, "2027-2028": 6_000_00, "undated": 2_000_00}


@pytest.mark.parametrize(
    ("written", "payers", "certain"),
    [
        ("school 50%, STO 50%", {"school": 150_00}, True),
        ("STO 60%, school 40%", {"school": 120_00}, True),
        ("60% STO en 40% gemeente", {"municipality": 120_00}, True),
        ("school 30%, bedrijf 20%, STO 50%", {"school": 90_00, "company": 60_00}, True),
        ("school 200, STO 100", {"school": 200_00}, True),
        ("school en STO", {}, False),
        ("school en bedrijf", {"other": 300_00}, True),
        ("provincie Overijssel", {"other": 300_00}, True),
        ("gemeente Almelo", {"municipality": 300_00}, True),
        ("Smit en Zonen BV", {"company": 300_00}, True),
    ],
)
def test_several_who_pay_one_cost_are_told_apart_or_stay_open(written, payers, certain):
    text = f"middelen:\n  - {{post: Robots, bedrag: 6000}}\n  - {{post: Kast, bedrag: 300, betaler: '{written}'}}\n"
    money = read_plan("titel: Proef\n" + text, "plan.yaml").plan.money
    assert (money.payers, money.certain) == (payers, certain)


@pytest.mark.parametrize(
    ("partner", "payer", "payers"),
    [
        ("Jansen Metaal B.V.", "Jansen Metaal", {"company": 300_00}),
        ("Jansen Metaal (bedrijf)", "Jansen", {"company": 300_00}),
        ("Jansen Metaal B.V.", "Rotary Jansen", {"other": 300_00}),
        ("Rotary Enschede", "Rotary", {"other": 300_00}),
    ],
)
def test_a_payer_is_a_company_where_a_partner_of_that_name_is_one(partner, payer, payers):
    text = f"samenwerking:\n  - partner: {partner}\nmiddelen:\n  - {{post: Kast, bedrag: 300, betaler: {payer}}}\n"
    plan = read_plan("titel: Proef\n" + text, "plan.yaml").plan
    assert plan.money.payers == payers
    assert plan.resources.items[0].is_classed == ("company" in payers)


def test_who_pays_is_kept_in_the_words_of_the_user():
    items = read_plan(PLAN, "plan.yaml").plan.resources.items
    assert [(one.payer, one.payer_written) for one in items] == [
        (None, None), ("school", "school"), ("company", "bedrijf"), ("other_subsidy", "RIF"), ("other", "De Vrienden"),
        ("programme", "STO"),
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_in_word_carries_both(language):
    given = read_plan(PLAN, "plan.yaml")
    back = read_plan(plan_form(FormContent(given.english.data), Translator(language)), "plan.docx")
    assert [(one.payer, one.year) for one in back.plan.resources.items] == [
        (one.payer, one.year) for one in given.plan.resources.items
    ]
    assert back.plan.money.years == given.plan.money.years


def test_forms_and_payers_of_one_s_own_are_kept_in_their_words_and_not_classed(sto, tmp_path):
    text = PLAN.replace("doelen:", "vormen: [keuzevak, buitenschools avontuur]\ndoelen:")
    (tmp_path / "plan.yaml").write_text(text, "utf-8")
    shown = " ".join(sto("plan", "show", tmp_path / "plan.yaml").out.split())
    assert "een technisch keuzevak en “buitenschools avontuur” (niet ingedeeld)" in shown
    assert "€ 300 (De Vrienden: niet ingedeeld)" in shown
    report = sto("report", "plans", tmp_path).out
    assert "niet ingedeeld" in report
    assert "geen vorm genoemd" not in report
