"""The themes of a region, by the words in which plans speak of them; words that only look like one count for none."""

import pytest

from sto_cli.plans.judging import judge_text
from sto_cli.reports.plan_summary import themes_of

ONLY_ONE = [
    ("onze twee docenten volgen de cursus warmtepomptechniek", {"staff", "sustainability"}),
    ("Mijn collega Joost en ik volgen bij het Da Vinci College de training zorgtechnologie", {"staff"}),
    ("Scalda schoolt de docenten", {"staff"}),
    ("drie dagen scholing voor het team", {"staff"}),
    ("nieuwbouw en verduurzaming van mijnwerkerswoningen", {"sustainability"}),
    ("het aantal meisjes dat BWI kiest groeit van 2 naar 8", {"girls"}),
    ("We train two teachers on the new robot", {"staff"}),
    ("a heat-pump rig", {"sustainability"}),
]

NONE = [
    "een duurzaam, dekkend en kwalitatief hoogstaand techniekaanbod in de regio",  # the flyer, copied
    "een week in de Duurzaamheidsfabriek",  # a place
    "leerlingen stellen zelf een klimaatregeling af",  # of a greenhouse
    "dat de bouwbedrijven hier geen jongens en meiden kunnen vinden",
    "VOP-training voor 20 leerlingen, samen met een docent",
    "twee trainingsmotoren ombouwen",
    "Geachte mevrouw Jansen",
]


@pytest.mark.parametrize(("text", "themes"), [*ONLY_ONE, *((text, set()) for text in NONE)])
def test_a_plan_speaks_of_a_theme(text, themes):
    plan = judge_text(f"activiteiten:\n  - activiteit: {text!r}\n", "plan.yaml").plan
    assert themes_of(plan) == themes
