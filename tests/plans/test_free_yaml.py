"""YAML in words and shapes of the writer's own is read as the same words in a document would be."""

from __future__ import annotations

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
