"""YAML in words and shapes of the writer's own is read as the same words in a document would be."""

from __future__ import annotations

import pytest

from sto_cli.plans.reading.labels import roles_of
from sto_cli.plans.reading.reading import read_plan

OWN_WORDS = """
over ons:
  instelling: Bonhoeffer College, Castricum
  afdelingen: {Z&W: 3 klassen, E&O: 1 klas}
  project: De slimme zorgwoning
  loopt: 1 september 2026 .. 30 juni 2028
hoe past het in de regio: >
  De regiovisie vraagt om zorgtechnologie in de niet-technische profielen, en dat is wat wij gaan doen.
targets:
  a1: {what: alle 60 derdeklassers werken met de tilrobot, now: 0, then: 60, measured: juni 2028}
  a2: {what: tien leerlingen kiezen zorgtechniek op het mbo, now: 3, then: 10, measured: oktober 2028}
work_packages:
  - {does: een lokaal inrichten als zorgwoning, serves: [a1]}
  - {does: lessen schrijven met het mbo, serves: [a1, a2]}
checkpoints:
  2026-12-01: de zorgwoning staat
  2027-06-15: de lessen zijn een keer gegeven
  2028-06-20: alle derdeklassers zijn geweest
wie doen er mee:
  Horizon College: schrijft mee aan de lessen en beoordeelt het examen
  Viva Zorggroep: leent een tilrobot uit
wat het kost:
  tilrobot: 12000
  inrichting: 8000
  totaal: 20000
hoe houden we het vol: De school betaalt het onderhoud daarna uit het budget van de sectie.
"""


def test_keys_of_ones_own_answer_the_six_questions():
    plan = read_plan(OWN_WORDS, "plan.yaml").plan
    assert plan is not None
    assert [len(answer.items) for answer in plan.answers] == [1, 2, 2, 3, 2, 2]
    assert plan.school == "Bonhoeffer College, Castricum"
    assert plan.profiles == ("ZW", "EO")
    assert [goal.id for goal in plan.goals.items] == ["a1", "a2"]
    assert plan.activities.items[1].goals == ("a1", "a2")
    assert [partner.text for partner in plan.cooperation.items] == ["Horizon College", "Viva Zorggroep"]
    assert plan.total is not None
    assert plan.total.cents == 20_000_00


def test_what_answers_no_question_is_kept_beside_the_plan():
    reading = read_plan(OWN_WORDS, "plan.yaml")
    assert [cell.text for cell in reading.beside["continuation"]] == [
        "De school betaalt het onderhoud daarna uit het budget van de sectie."
    ]


def test_sections_by_year_hand_their_year_down():
    text = "\n".join(
        [
            "doelen: {i: alle 80 leerlingen maken in 2028 een meetopdracht}",
            "jaren:",
            "  2026: {acties: {lab inrichten: i}, gereed: {15 juni: lab open, 1 oktober: opdrachten klaar}}",
            "  2027: {acties: {opdrachten geven: i}, gereed: {2 juli: eerste jaar rond}}",
        ]
    )
    plan = read_plan(text, "plan.yaml").plan
    assert plan is not None
    days = [str(one.date.last) for one in plan.milestones.items if one.date]
    assert days == ["2026-06-15", "2026-10-01", "2027-07-02"]
    assert [one.text for one in plan.activities.items] == ["lab inrichten", "opdrachten geven"]


def test_a_label_is_scored_by_its_longest_phrase():
    assert max(roles_of("wat_kost_het_en_wie_betaalt").items(), key=lambda one: one[1])[0] == "resources"
    assert max(roles_of("hoe_houden_we_het_vol").items(), key=lambda one: one[1])[0] == "continuation"
    assert max(roles_of("met_wie_en_wat_doen_zij").items(), key=lambda one: one[1])[0] == "cooperation"


def test_equal_costs_of_two_years_are_no_double_cost():
    lines = ["doelen: {i: alle 80 leerlingen maken in 2028 een meetopdracht}", "jaren:"]
    lines += [
        f"  {year}: {{acties: {{lab inrichten: i}}, kosten: {{materiaal: 1800, vervoer: 900}}}}"
        for year in (2026, 2027)
    ]
    reading = read_plan("\n".join(lines), "plan.yaml")
    assert reading.plan is not None
    assert [one.text for one in reading.plan.resources.items] == [
        "materiaal 2026", "vervoer 2026", "materiaal 2027", "vervoer 2027",
    ]  # fmt: skip


def test_a_line_above_goals_with_names_is_no_goal():
    text = "Doelen\nHet gaat om klas 3.\n\n- Doel A. In 2028 slagen er 60.\n- Doel B. 12 gaan naar het mbo."
    plan = read_plan(f"Regiovisie\nDe regio wil meer techniek.\n\n{text}\n", "plan.md").plan
    assert plan is not None
    assert len(plan.goals.items) == 2


SHAPES_OF_ONES_OWN = {
    "a part of a goal in words of one's own": (
        "doelen:\n  - wat: 60 leerlingen volgen het programma\n    hoe_meten_we: presentielijst\n",
        lambda plan: [(one.text, one.measure) for one in plan.goals.items],
        [("60 leerlingen volgen het programma", "presentielijst")],
    ),
    "the one text of a point is what it is about": (
        "doelen:\n  - {wens: alle brugklassers maken een product, id: d1}\n",
        lambda plan: [(one.text, one.id) for one in plan.goals.items],
        [("alle brugklassers maken een product", "d1")],
    ),
    "the goal that an activity belongs to": (
        "activiteiten:\n  - {naam: scholing docenten, hoort_bij: 2}\n",
        lambda plan: [(one.text, one.goals) for one in plan.activities.items],
        [("scholing docenten", ("2",))],
    ),
    "a name of the project and its first and last day": (
        "naam_project: Procestechniek voor D&P\nvan: 1-1-2027\ntot: 31-12-2028\ndoelen: [een doel]\n",
        lambda plan: (plan.title, str(plan.start.first), str(plan.end.last)),
        ("Procestechniek voor D&P", "2027-01-01", "2028-12-31"),
    ),
    "who pays, beside the costs": (
        "kosten: {opstelling: 24.000, totaal: 24.000}\ndekking: {Dow: 4.000, regio: 20.000}\n",
        lambda plan: [one.text.split(":")[0] for one in plan.resources.items],
        ["opstelling", "bijdrage van Dow", "gevraagd van regio"],
    ),
    "partners below their kind": (
        "doelen: [een doel]\nsamen_met: {mbo: Graafschap College, bedrijven: [Aebi, Lovink Technocast]}\n",
        lambda plan: [(one.text, one.kind) for one in plan.cooperation.items],
        [("Graafschap College", "mbo"), ("Aebi", "company"), ("Lovink Technocast", "company")],
    ),
    "a number and a price are one cost": (
        "begroting:\n  materiaal: 9500\n  uren: {aantal: 140, tarief: 60}\n  totaal: 17900\n",
        lambda plan: [one.text for one in plan.resources.items],
        ["materiaal", "uren: 140 x 60"],
    ),
    "questions with their answers": (
        "vragen:\n  - vraag: Wat zijn de doelen?\n    antwoord: [20 leerlingen halen het keuzevak]\n"
        "  - vraag: Wanneer zijn de mijlpalen?\n    antwoord: {keuzevak start: september 2027, evaluatie: juni 2028}\n",
        lambda plan: [one.text for answer in (plan.goals, plan.milestones) for one in answer.items],
        ["20 leerlingen halen het keuzevak", "keuzevak start", "evaluatie"],
    ),
    "numbered appendices are no answers": (
        "bijlagen: {1: Uittreksel, 2: Doelenboom, 3: Planning, 4: Offertes}\nantwoorden: {doelen: een doel}\n",
        lambda plan: [one.text for one in plan.goals.items],
        ["een doel"],
    ),
    "numbered questions below a heading of the whole": (
        "plan:\n  algemeen: {titel: Maak het, school: 08LP01}\n  '1': past bij de regiovisie\n  '2': [een doel]\n"
        "  '3':\n    - {wat: atelier openen, doel: 1}\n    - {wat: projectweek, doel: 1}\n  '4': {juni 2027: klaar}\n",
        lambda plan: (plan.title, plan.school, [one.text for one in plan.activities.items]),
        ("Maak het", "08LP01", ["atelier openen", "projectweek"]),
    ),
}


@pytest.mark.parametrize(("text", "seen", "expected"), SHAPES_OF_ONES_OWN.values(), ids=SHAPES_OF_ONES_OWN)
def test_a_shape_of_ones_own_is_read(text, seen, expected):
    plan = read_plan(text, "plan.yaml").plan
    assert plan is not None
    assert seen(plan) == expected


def test_a_table_of_questions_stays_one_below_a_row_that_looks_like_headings():
    rows = [
        ("Naam school", "Gerrit Komrij College, Winterswijk"), ("1 Regiovisie", "De regio wil doorlopende leerlijnen."),
        ("2 Doelen", "180 leerlingen volgen 10 lessen techniek"), ("3 Activiteiten", "lokaal ombouwen"),
        ("4 Mijlpalen", "juni 2027: klaar"), ("5 Samenwerking", "Graafschap College"), ("6 Middelen", "Robots 7.500"),
    ]  # fmt: skip
    plan = read_plan("".join(f"| {label} | {text} |\n" for label, text in rows), "plan.txt").plan
    assert plan is not None
    assert [len(answer.items) for answer in plan.answers] == [1] * 6


FRAME = """
over_ons: {naam: C.T. Stork College, stad: Hengelo, profielen: [PIE, BWI]}
duur: {eerste_dag: 2026-01-01, laatste_dag: 2028-07-14}
regio: >
  De regiovisie Midden-Twente wil dat de hightech maakbedrijven in Hengelo hun jongste medewerkers weer uit de eigen
  stad halen, en onze school ligt tussen die bedrijven en laat bouwen en techniek samen een product maken.
doel_1: In mei 2028 hebben alle 70 leerlingen van klas 4 een product gemaakt, nu geen.
doel_2: In oktober 2027 kiezen 15 meisjes PIE, nu 6.
wie_bereiken_we: 450 leerlingen in de hele periode
geld:
  uitgaven: {productiestraat: 34000, materiaal: 16200, uren bedrijven: 9800, totaal: 60000}
  inkomsten: {sto: 43000, bedrijven in uren: 9800, eigen geld school: 7200, totaal: 60000}
"""


def test_costs_and_who_pays_them_are_no_rows_of_one_table():
    money = read_plan(FRAME, "plan.yaml").plan.money

    assert (money.total, money.asked, money.others) == (6_000_000, 4_300_000, 1_700_000)


def test_a_name_and_a_town_below_any_label_are_the_school():
    plan = read_plan(FRAME, "plan.yaml").plan

    assert plan.school == "C.T. Stork College, Hengelo"
    assert plan.profiles == ("PIE", "BWI")
    assert (plan.start and plan.start.iso, plan.end and plan.end.iso) == ("2026-01-01", "2028-07-14")


def test_keys_that_count_are_the_points_of_one_question():
    plan = read_plan(FRAME, "plan.yaml").plan

    assert [goal.text[:10] for goal in plan.goals.items] == ["In mei 202", "In oktober"]


def test_a_long_text_under_region_is_the_vision_and_no_name():
    plan = read_plan(FRAME, "plan.yaml").plan

    assert plan.region is None
    assert plan.vision.items[0].text.startswith("De regiovisie Midden-Twente")


def test_what_is_done_beside_each_goal_is_an_activity():
    plan = read_plan(
        """
        Doelen en wat we daarvoor doen:
          Doel een: {zin: Alle 24 leerlingen maken in 2028 een onderdeel., doen: Een werkplek met lastafels inrichten}
          Doel twee: {zin: In 2028 verkopen 30 leerlingen via een webwinkel., doen: Een webwinkel bouwen met klas 3}
        """,
        "plan.yaml",
    ).plan

    assert [(one.text, one.goals) for one in plan.activities.items] == [
        ("Een werkplek met lastafels inrichten", ("Doel een",)),
        ("Een webwinkel bouwen met klas 3", ("Doel twee",)),
    ]


@pytest.mark.parametrize("label", ["contactpersoon", "met wie we werken", "samenwerking"])
def test_a_name_and_a_town_of_somebody_else_are_no_school(label):
    plan = read_plan(f"doelen: [x]\nactiviteiten: [y]\n{label}: {{naam: De Groot, plaats: Ede}}\n", "plan.yaml").plan

    assert plan.school is None
