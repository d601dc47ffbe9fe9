"""How many pupils a plan reaches, by its sentences and by the shape in which it says it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sto_cli.plans.reading.pupils import TextOfPlan, pupils_in
from sto_cli.plans.reading.reading import read_plan

SENTENCES = [
    line.rsplit(" = ", 1)
    for line in (Path(__file__).parent / "values" / "pupils.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("written", "expected"), SENTENCES)
def test_the_pupils_that_a_sentence_says_the_plan_reaches(written, expected):
    role, _, text = written.partition(" | ")
    said = pupils_in([TextOfPlan(text, "" if role == "nothing" else role)])
    assert (str(said) if said else "-") == expected


def test_the_sum_of_lines_is_the_number():
    lines = ["64 leerlingen PIE", "220 leerlingen groep 8 (110 per jaar)", "totaal 284"]
    texts = [TextOfPlan(one, "target_group") for one in (*lines, ", ".join(lines))]
    assert pupils_in(texts) == 284


def test_two_numbers_that_are_as_likely_are_none():
    assert pupils_in([TextOfPlan("82 leerlingen", "target_group"), TextOfPlan("90 leerlingen", "target_group")]) is None


REST = """
## Doelen
1. In juni 2028 maken 40 leerlingen van leerjaar 4 een werkstuk (nu 5).

## Activiteiten
- Een werkplaats inrichten (doel 1)

## Mijlpalen
- 1 maart 2027: werkplaats klaar
- 1 juni 2028: 40 leerlingen hebben een werkstuk

## Kosten
- Machines: € 12.000
- Vervoer van leerlingen: € 1.500
"""
HEADS = {
    "label": "School: Metzo College, Doetinchem\nDoelgroep: 165 leerlingen\n",
    "one line": "Profiel: BWI · 1 januari 2026 t/m 31 juli 2028 · bereik: 165 leerlingen\n",
    "table": "| School | Metzo College |\n|---|---|\n| Leerlingen in totaal | 165 |\n",
    "table, the period": "| School | Metzo College |\n|---|---|\n| Deelnemers | 165 over de hele looptijd |\n",
    "table, the years": "| School | Metzo College |\n|---|---|\n| Aantal leerlingen | 165 (leerjaar 3 en 4) |\n",
    "heading": "## Doelgroep\nLeerjaar 3: 80 leerlingen. Leerjaar 4: 85 leerlingen.\n",
    "sentence": "Dit plan haalt het bedrijf naar school, voor 165 leerlingen van leerjaar 2 tot 4 in drie jaar.\n",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
def test_the_pupils_in_any_shape(head):
    plan = read_plan(f"# Plan Metzo College\n\n{head}{REST}", "plan.md").plan
    assert plan is not None
    assert plan.pupils == 165


def test_what_pupils_cost_is_no_number_of_pupils():
    head = "| School | Metzo College |\n|---|---|\n| Vervoer van leerlingen | € 1.500 |\n"
    reading = read_plan(f"# Plan Metzo College\n\n{head}{REST}", "plan.md")
    assert not reading.beside
    assert reading.plan is not None
    assert reading.plan.pupils is None
