"""What stands under a heading that no plan knows: a remark of the writer's own, or an answer that went astray."""

from __future__ import annotations

import pytest

from sto_cli.plans.judging import judge_text

PLAN = """\
titel: Lichtlab
regiovisie: De regio wil dat alle leerlingen kennismaken met techniek, en dat docenten van elkaar leren.
doelen: [240 leerlingen volgen voor juli 2028 vier lessen robotica]
activiteiten: [Lessen robotica in de onderbouw]
mijlpalen:
  - {datum: 2027-10-01, mijlpaal: Het lab is klaar}
samenwerking:
  - {partner: ROC Mondriaan, soort: mbo, hoe: geeft twee gastlessen}
middelen:
  - {post: Robots, bedrag: 2400, cofinanciering: 600}
"""
WITHOUT_MILESTONES = PLAN.replace("mijlpalen:\n  - {datum: 2027-10-01, mijlpaal: Het lab is klaar}\n", "")


def severity_of(plan, heading):
    findings = judge_text(f"{plan}{heading}\n", "plan.yaml").findings
    return {one.severity for one in findings if one.rule in {"unknown-key", "misspelt-key"}}


@pytest.mark.parametrize(
    "heading",
    [
        "opmerking: als het te duur is kan het ook in twee jaar", "plaats: Amersfoort", "status: versie 2", "versie: 2",
        "aanleiding: |\n  Wij willen dit al jaren, sinds de verbouwing van het lokaal.", "akkoord directie: ja",
        "wie doet wat: twee docenten trekken het plan", "datum: 2026-11-20", "bijlagen: [offerte, rooster]",
        "risico's: het lokaal is misschien niet op tijd klaar", "aantal leerlingen: 240",
        "ingevuld door: team techniek",
    ],
)  # fmt: skip
def test_a_remark_beside_six_answers_is_a_tip(heading):
    assert severity_of(PLAN, heading) == {"tip"}


@pytest.mark.parametrize(
    "heading",
    [
        "activteiten: nog een reeks lessen", "samenwerkin: [Philips geeft les]", "mijlpaal: het lab is af",
        "bedrag: 20",
        "doelstellingen: meer techniek", "hoe: geeft twee gastlessen", "budget: 3000",
    ],
)  # fmt: skip
def test_a_slip_beside_six_answers_is_an_error(heading):
    assert severity_of(PLAN, heading) == {"error"}


@pytest.mark.parametrize(
    ("heading", "severity"),
    [
        ("wat ons bezielt: techniek hoort erbij, en dat laten we graag aan allen zien", "error"),
        ("opmerking: als het te duur is kan het ook in twee jaar", "tip"),
        ("plaats: Amersfoort", "tip"),
    ],
)
def test_what_may_be_the_answer_that_is_missing_is_an_error(heading, severity):
    assert severity_of(WITHOUT_MILESTONES, heading) == {severity}


def test_what_answers_the_missing_question_in_other_words_is_read():
    heading = "route naar de eindstreep: in oktober 2027 is het lab klaar, in juli 2028 de lessen"
    assert severity_of(WITHOUT_MILESTONES, heading) == set()


@pytest.mark.parametrize("kind", ["bedrijf / mbo", "vrijwilligers", "extern", "techniekcentrum", "buurman"])
def test_a_kind_of_partner_in_own_words_is_a_tip(kind):
    text = PLAN.replace("soort: mbo", f"soort: {kind}")
    assert {one.severity for one in judge_text(text, "plan.yaml").findings if one.rule == "wrong-type"} <= {"tip"}


@pytest.mark.parametrize(
    "line", ["school: [Casparus College, Weesp]", "regio: [Twente]", "periode: [2027-01-01, 2028-07-31]"]
)
def test_what_stands_in_a_list_of_one_text_is_read(line):
    assert "wrong-type" not in {one.rule for one in judge_text(f"{PLAN}{line}\n", "plan.yaml").findings}
