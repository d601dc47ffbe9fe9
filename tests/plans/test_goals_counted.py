"""How many goals a plan has: counted in words, beside a line on the pupils, under a heading in other words, in YAML."""

from __future__ import annotations

import pytest

from sto_cli.plans.reading.reading import read_plan

BEFORE = """# Plan Metzo College

## Regiovisie
De regiovisie vraagt om techniek in de zorg.

"""
BEHIND = """

## Activiteiten
- Een werkplaats inrichten (doel 1)
- Een keuzevak schrijven (doel 2)

## Mijlpalen
- 1 maart 2027: werkplaats klaar

## Samenwerking
- Rijn IJssel geeft de cursus, afgesproken op 3 mei 2025

## Kosten
- Machines: € 12.000
"""
FIRST = "in juni 2028 maken 40 leerlingen van leerjaar 4 een werkstuk, nu zijn dat er 5"
SECOND = "op 1 oktober 2027 kiezen 24 leerlingen voor PIE, tegen 15 nu"
TOLD = {
    "words": f"Wij hebben twee doelen. Doel één: {FIRST}. Doel twee: {SECOND}.",
    "is that": f"Doel een is dat {FIRST}. Doel twee is dat {SECOND}.",
    "digits": f"Doel 1: {FIRST}. Doel 2: {SECOND}.",
    "ordinals": f"Ons eerste doel is dat {FIRST}. Ons tweede doel is dat {SECOND}.",
    "dictated": f"het doel is dat {FIRST}. dat tellen we zelf. en tweede doel is dat {SECOND}.",
    "who": f"1. {FIRST}\n2. {SECOND}\n\nWie: 90 leerlingen BWI, klas 3 en 4, twee jaar lang.",
    "all pupils": f"1. {FIRST}\n2. {SECOND}\n\nIn de hele looptijd nemen 160 leerlingen deel.",
    "for whom": f"1. {FIRST}\n2. {SECOND}\n\nVoor 57 leerlingen PIE uit klas 3 en 4.",
}


@pytest.mark.parametrize("goals", TOLD.values(), ids=TOLD.keys())
def test_two_goals_in_any_words(goals):
    plan = read_plan(f"{BEFORE}## Doelen\n{goals}{BEHIND}", "plan.md").plan
    assert plan is not None
    assert len(plan.goals.items) == 2


@pytest.mark.parametrize(
    "goal",
    [
        "In drie jaar doen 60 leerlingen mee aan de robotwedstrijd.",
        "Voor 40 leerlingen is er vanaf augustus 2027 een keuzevak.",
        "In totaal halen 60 leerlingen het certificaat.",
    ],
)
def test_a_goal_about_pupils_stays_a_goal(goal):
    plan = read_plan(f"{BEFORE}## Doelen\n1. {FIRST}\n2. {SECOND}\n\n{goal}{BEHIND}", "plan.md").plan
    assert plan is not None
    assert any(goal.rstrip(".") in one.text for one in plan.goals.items)


@pytest.mark.parametrize(
    "heading",
    ["Wat moet er bereikt zijn?", "Wat er dan anders is", "Wat is er straks anders?", "Wat is er dan bereikt?"],
)
def test_a_heading_that_asks_what_is_reached(heading):
    plan = read_plan(f"{BEFORE}## {heading}\n- {FIRST}\n- {SECOND}{BEHIND}", "plan.md").plan
    assert plan is not None
    assert len(plan.goals.items) == 2


def test_of_two_headings_that_may_ask_for_goals_one_has_the_vision():
    vision = "De regiovisie Fryslân beschrijft hoe de zorg met techniek overeind blijft, en vraagt scholen om techniek."
    text = (
        f"# Plan\n\n## Wat wij in Fryslân willen bijdragen\n{vision}\n\n## Wat er dan anders is\n- {FIRST}\n- {SECOND}"
    )
    plan = read_plan(f"{text}{BEHIND}", "plan.md").plan
    assert plan is not None
    assert [item.text for item in plan.vision.items] == [vision]
    assert len(plan.goals.items) == 2


SECTIONS = f"""
titelblad: {{van: Zwin College Oostburg, profiel: PIE}}
hoofdstukken:
  - kop: Ons antwoord op de regiovisie
    tekst: De regiovisie vraagt om techniek in de recreatie.
  - kop: Doel
    punten:
      - {FIRST}
      - {SECOND}
    tekst: Voor 57 leerlingen PIE uit klas 3 en 4.
  - kop: Uitvoering
    punten:
      - een storingsplein met drie pompunits (doel 1)
      - een keuzevak schrijven (doel 2)
  - kop: Partners
    punten:
      - Rijn IJssel, geeft de cursus, getekend 2 juni 2026
  - kop: Kosten in euro
    regels: {{pompunits: 8700, slagboom: 4300, totaal: 13000}}
"""


def test_sections_that_are_a_list_of_a_heading_with_texts_and_points():
    reading = read_plan(SECTIONS, "plan.yaml")
    plan = reading.plan
    assert plan is not None
    assert (len(plan.goals.items), len(plan.activities.items), len(plan.cooperation.items)) == (2, 2, 1)
    assert plan.pupils == 57
    assert not [one for one in reading.findings if one.rule == "unknown-key"]


def test_a_question_of_a_list_on_the_pupils_is_no_goal():
    asked = "".join(
        f"- vraag: {question}\n  antwoord: {answer}\n"
        for question, answer in (
            ("Wat vraagt de regiovisie?", "De regiovisie vraagt om techniek."),
            ("Wat is het doel?", f"\n    - {FIRST}\n    - {SECOND}"),
            ("Welke leerlingen en hoeveel?", "PIE klas 3 en 4, in totaal 102 leerlingen."),
            ("Wat gaan jullie doen?", "\n    - Een werkplaats inrichten (doel 1)"),
        )
    )
    plan = read_plan(asked, "plan.yaml").plan
    assert plan is not None
    assert (len(plan.goals.items), plan.pupils) == (2, 102)
