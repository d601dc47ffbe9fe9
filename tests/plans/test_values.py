"""Single values as people write them, each with what a careful reader makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_cli.plans.judging import judge_text
from sto_cli.plans.language.amounts import amount_meant
from sto_cli.plans.language.cost_words import hourly_rate
from sto_cli.plans.language.named_profiles import forms_in, profiles_in
from sto_cli.plans.language.partner_kinds import kind_meant
from sto_cli.plans.language.partners import is_own_school
from sto_cli.plans.language.periods import period_in
from sto_cli.plans.mending import mend_text
from sto_cli.plans.model import FORMS, QUESTIONS, Plan
from sto_cli.plans.reading.budget import BudgetLine
from sto_cli.plans.reading.budget_reading import read_budget
from sto_cli.plans.reading.cofinancing import paid_meant
from sto_cli.plans.reading.english import to_english
from sto_cli.plans.reading.own_school import own_school
from sto_cli.plans.reading.question_of_text import CERTAIN, CLASSES, Said, together
from sto_cli.plans.reading.regions import find_region, regions_of_the_vision
from sto_cli.plans.reading.schools import school_meant
from sto_cli.plans.reading.told_facts import told_in
from sto_cli.register.profiles import PROFILES

VALUES = Path(__file__).parent / "values"


def lines(name):
    text = (VALUES / f"{name}.txt").read_text("utf-8")
    return [tuple(line.rsplit(" = ", 1)) for line in text.splitlines() if not line.startswith("# ")]


@pytest.mark.parametrize(("written", "expected"), lines("amounts"))
def test_an_amount_is_read_as_a_reader_would(written, expected):
    amount = amount_meant(written)
    if expected == "-":
        assert amount is None
    elif expected == "?":
        assert amount.ambiguous
    else:
        assert (amount.euros, amount.ambiguous) == (float(expected), False)


@pytest.mark.parametrize(("written", "expected"), lines("cofinancing"))
def test_who_pays_is_read_as_a_reader_would(written, expected):
    paid = paid_meant(written, 100_000)
    if expected == "?":
        assert paid is None
    elif expected == "no":
        assert not paid.stated
    else:
        assert (paid.stated, paid.cents) == (True, None if expected == "all" else round(float(expected) * 100))


@pytest.mark.parametrize(("written", "expected"), lines("kinds"))
def test_a_kind_of_partner_is_read_as_a_reader_would(written, expected):
    assert kind_meant(written) == (None if expected == "?" else expected)


@pytest.mark.parametrize(
    ("written", "likely"),
    [
        ("RSG Wolfsbos, Hoogeveen (19WI04)", "19IW04"),
        ("19WI04", None),
        ("Onbekend College (19WI04)", None),
        ("RSG Wolfsbos, Hoogeveen (19IW04)", None),
    ],
)
def test_a_school_beside_a_wrong_code_is_likely_and_not_found(written, likely, register):
    meant = school_meant(register, Plan("nl", school=written), None)
    assert (meant.by_name.id if meant.by_name else None) == likely
    assert (meant.school is None) == ("19WI04" in written)


LETTERS = dict(zip("epnlrt", FORMS, strict=True))


@pytest.mark.parametrize(("written", "expected"), lines("forms"))
def test_forms_are_found_where_a_reader_finds_them(written, expected):
    wanted = [LETTERS[letter] for letter in expected.split() if letter in LETTERS]
    assert sorted(forms_in(written, asked=True)) == sorted(wanted)
    plan = to_english({"vormen": written}).data
    assert sorted(form for form in plan["forms"] if form in FORMS) == sorted(wanted)


@pytest.mark.parametrize(("written", "expected"), lines("profiles"))
def test_profiles_are_found_where_a_reader_finds_them(written, expected):
    wanted = expected.split()
    found = to_english({"profielen": written}).data["profiles"]
    assert [code if code in PROFILES else "+" for code in found] == wanted


@given(st.text(max_size=120))
def test_no_text_trips_the_readers_of_values(text):
    amount_meant(text)
    kind_meant(text)
    forms_in(text)
    profiles_in(text, asked=True)
    paid_meant(text, None)
    read_budget([BudgetLine((text,))])


PLAN = """\
regiovisie: De regio wil dat alle leerlingen kennismaken met techniek, ook in de zorg.
doelen: [240 leerlingen volgen voor juli 2027 vier lessen robotica]
activiteiten: [Lessen robotica samen met studenten van het ROC]
mijlpalen:
  - {{datum: "{date}", mijlpaal: Het lab is klaar voor de eerste klas}}
samenwerking:
  - {{partner: Firda, soort: "{kind}", hoe: De docenten schrijven mee aan de lessen}}
middelen:
  - {{post: Robots, bedrag: "{amount}", cofinanciering: "{paid}"}}
"""


def said(plan):
    milestone, partner, item = plan.milestones.items[0], plan.cooperation.items[0], plan.resources.items[0]
    when = milestone.date and (milestone.date.first, milestone.date.last)
    return when, partner.kind, item.amount and item.amount.cents, item.cofinancing, item.paid


@given(
    st.sampled_from([line[0] for line in lines("dates") if "[" not in line[0]]),
    st.sampled_from([line[0] for line in lines("kinds")]),
    st.sampled_from([line[0] for line in lines("amounts")]),
    st.sampled_from([line[0] for line in lines("cofinancing")]),
)
def test_what_is_mended_reads_the_same(date, kind, amount, paid):
    def judge(text):
        return judge_text(text, "plan.yaml")

    before = judge(PLAN.format(date=date, kind=kind, amount=amount, paid=paid))
    mended = mend_text(before.source, before, judge)
    assert said(mended.judgement.plan) == said(before.plan)


@pytest.mark.parametrize(("written", "expected"), lines("schools"))
def test_a_school_is_found_where_it_is_one(written, expected, register):
    written = written.upper() if len(written) <= 6 else written
    found = school_meant(register, Plan("nl", school=written), None).school
    assert (found.id if found else "?") == expected


@pytest.mark.parametrize(("written", "expected"), lines("heads"))
def test_what_the_first_lines_say(written, expected):
    told = {fact.key: fact.value for fact in told_in(written.split("|"))}
    found = period_in(str(told.get("period", "")))
    period = f"{found[0].first} {found[1].last}" if found else "-"
    letters = {form: letter for letter, form in LETTERS.items()}
    said = [
        *(str(told.get(key, "-")) for key in ("school", "region")),
        " ".join(told.get("profiles", ["-"])),
        " ".join(letters[form] for form in told.get("forms", ())) or "-",
        period,
    ]
    assert said == expected.split(" / ")


@pytest.mark.parametrize(("written", "expected"), lines("own_people"))
def test_people_of_the_school_are_no_partners(written, expected):
    assert is_own_school(written, "Het Hogeland College") is (expected == "own")


@pytest.mark.parametrize(("written", "expected"), lines("regions"))
def test_a_region_is_found_where_it_is_one(written, expected, register):
    region = find_region(register, written)
    assert (region.id if region else "?") == expected


@pytest.mark.parametrize(("written", "expected"), lines("visions"))
def test_whose_vision_a_text_is_about(written, expected, register):
    assert " ".join(region.id for region in regions_of_the_vision(register, written)) == (
        "" if expected == "-" else expected
    )


@pytest.mark.parametrize(("written", "expected"), lines("own_schools"))
def test_which_school_a_letter_is_from(written, expected):
    found = own_school([written])
    assert (found[0] if found else "-") == expected


def test_two_schools_in_one_letter_are_none():
    letter = ["Wij van het Avantis College in Hoofddorp willen graag.", "Wij van het Scala College in Alphen doen mee."]
    assert own_school(letter) is None
    assert own_school([letter[0], letter[0]]) == ("Avantis College, Hoofddorp", 0)


@pytest.mark.parametrize(("written", "expected"), lines("money"))
def test_what_a_text_says_of_money(written, expected):
    budget = read_budget([BudgetLine((written,))])
    costs = " ".join(f"{one.cents / 100:g}" for one in budget.costs if one.cents is not None)
    rest = (sum(budget.payers.values()), budget.stated_total)
    assert "; ".join([costs or "-", *(f"{one / 100:g}" if one else "-" for one in rest)]) == expected


PARAGRAPHS = lines("paragraphs")


@pytest.mark.parametrize(("written", "expected"), [pair for pair in PARAGRAPHS if pair[1] != "-"])
def test_a_paragraph_answers_the_question_that_a_reader_would_say(written, expected):
    [chances] = together([Said(written, opens=True, under=QUESTIONS, weight=CERTAIN)])
    assert QUESTIONS[max(range(1, CLASSES), key=chances.__getitem__) - 1] == expected


@pytest.mark.parametrize("written", [written for written, expected in PARAGRAPHS if expected == "-"])
def test_what_a_letter_says_besides_answers_no_question(written):
    letter = ["Beste programmamanager,", written, "Met vriendelijke groet,"]
    _, chances, _ = together([Said(text, opens=True) for text in letter])
    assert max(range(CLASSES), key=chances.__getitem__) == 0


def test_the_price_of_an_hour_is_no_cost():
    said = "De docenten hebben 160 uur nodig, tegen 65 euro per uur, dat is 10.400 euro."
    assert read_budget([BudgetLine((said,))]).total == 1_040_000


LETTER = (VALUES / "letter.md").read_text("utf-8")
SAID = {"uncertain-partner": "hope", "no-partner-in-region": "none", "partner-without-how": "how"}


@pytest.mark.parametrize(("written", "expected"), lines("cooperation"))
def test_what_is_remarked_on_those_one_works_with(written, expected):
    findings = judge_text(LETTER.format(cooperation=written.replace("|", "\n")), "plan.md").findings
    said = {SAID.get(one.rule, one.rule) for one in findings if one.question == 5 and one.severity != "tip"}
    assert " ".join(sorted(said)) == expected.replace("-", "")


@pytest.mark.parametrize("parts", [{"naam": "Casparus College", "plaats": "Weesp"}, {"name": "Casparus College"}])
def test_a_school_in_parts_is_its_name_with_its_place(parts):
    plan = {"titel": "Lichtlab", "school": parts, "doelen": ["30 leerlingen"]}
    assert to_english(plan).data["school"] == ", ".join(parts.values())


AROUND = """\
Regiovisie
De regio wil dat alle leerlingen kennismaken met techniek, ook in de zorg en in de onderbouw.

Doelen
240 leerlingen volgen voor juli 2027 vier lessen robotica en leveren een werkend ontwerp in.

Activiteiten
Lessen robotica samen met studenten van het ROC, voor alle klassen van leerjaar 2.

Mijlpalen
Juni 2027: het lab is klaar en de eerste klas heeft de lessen gevolgd.

Samenwerking
Firda: twee docenten schrijven mee aan de lessen.

Middelen
"""
AROUND_YAML = PLAN.format(date="2027-06", kind="mbo", amount="", paid="").split("middelen:")[0]
OF_MONEY = {
    "costs-do-not-add-up", "product-wrong", "hours-without-amount", "same-cost-twice", "no-cofinancing",
    "low-cofinancing", "no-costs", "promised-appendix", "cofinancing-percentage-wrong", "cofinancing-exceeds-cost",
    "ambiguous-amount", "wrong-type", "placeholder-answer", "costs-not-split",
}  # fmt: skip


def budgets():
    blocks = (VALUES / "budgets.txt").read_text("utf-8").split("\n## ")[1:]
    return [pytest.param(*block.split("\n", 1), id=block.split("\n")[1][:40]) for block in blocks]


@pytest.mark.parametrize(("expected", "answer"), budgets())
def test_a_budget_is_read_as_a_reader_would(expected, answer):
    text = AROUND_YAML + answer if answer.startswith("middelen:") else AROUND + answer
    judgement = judge_text(text, "plan.txt")
    plan = judgement.plan

    def euros(cents):
        return "-" if cents is None else f"{cents / 100:g}"

    read = "; ".join(map(euros, (plan.money.stated_total, plan.money.listed, plan.money.others_paid)))
    rules = sorted({one.rule for one in judgement.findings if one.question == 6} & OF_MONEY)
    assert " ".join([read, ":", *rules]) == expected.strip()


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("koffer 4.850 euro, uren 1800, bus 2x 375. De uren betaalt de school zelf.", None),
        ("uren docenten, 60 x € 95", 9500),
        ("begeleiding 40 x € 110 (uren)", 11000),
    ],
)
def test_a_product_with_a_name_of_its_own_is_no_rate_of_hours(text, cents):
    assert hourly_rate(text) == cents
