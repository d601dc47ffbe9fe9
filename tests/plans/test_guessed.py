"""What rests on a guess of what a place answers is a tip; the same under a label that is sure keeps its weight."""

from __future__ import annotations

import pytest

from sto_cli.plans.judging import judge_text

PLAN = """\
# Lichtlab

{period}

## Regiovisie
De regio wil dat alle leerlingen kennismaken met techniek, en dat docenten van elkaar leren.

## Doelen
- 240 leerlingen volgen voor juli 2027 vier lessen robotica (nu 0)

## Activiteiten
- Lessen robotica in de onderbouw

## Mijlpalen
| {heads} |
|---|---|
| het lab is klaar en ingericht | 1 oktober 2026 |
| de eerste lessen zijn gegeven | 1 november 2027 |

## Samenwerking
- ROC Mondriaan geeft twee gastlessen

## Middelen
Robots 2.400 euro, waarvan 600 euro van de school
"""
PERIOD = "Periode: 1 augustus 2026 - 31 juli 2027"


@pytest.mark.parametrize(
    ("period", "heads", "severity"),
    [
        (PERIOD, "Mijlpaal | Datum", "warning"),
        (PERIOD, "Dit staat er dan | Rond", "tip"),
        ("Wij beginnen op 1 augustus 2026 en stoppen op 31 juli 2027.", "Mijlpaal | Datum", "tip"),
    ],
)
def test_a_finding_that_rests_on_a_guess_is_a_tip(period, heads, severity):
    findings = judge_text(PLAN.format(period=period, heads=heads), "plan.md").findings
    assert [one.severity for one in findings if one.rule == "milestone-outside-period"] == [severity]
