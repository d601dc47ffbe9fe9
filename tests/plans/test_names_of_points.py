"""What names a point or its answer on a line of its own belongs to the text below it, and is no text itself."""

from __future__ import annotations

from sto_cli.plans.judging import judge_text

PLAN = """\
# Slim telen

### Vraag 2. "Wat zijn de specifieke doelen van het plan?"

Antwoord:

Doel 1
In december 2027 hebben 90 van de 110 leerlingen een teelt met sensoren gevolgd, nu 0.

Doel 2
In december 2027 rondt 35% van klas 4 het keuzevak groene technologie af, nu 8%.

### Vraag 3. "Welke activiteiten worden ondernomen om deze doelen te bereiken?"

Antwoord:
1. slimme kas inrichten (doel 1)
2. keuzevak ontwikkelen met het mbo (doel 2)
"""


def test_the_name_of_a_goal_above_it_is_no_goal():
    judgement = judge_text(PLAN, "plan.md")
    assert judgement.plan is not None
    assert [goal.id for goal in judgement.plan.goals.items] == ["1", "2"]
    found = {one.rule for one in judgement.findings}
    assert not found & {"placeholder-answer", "unmeasurable-goal", "goal-without-activity", "unknown-goal"}
