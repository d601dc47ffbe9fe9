"""Spaces and signs that nobody sees, before and within a plan: it is read as if they were not there."""

from __future__ import annotations

import time
from datetime import date

import pytest

from sto_cli.files.decoding import with_plain_spaces
from sto_cli.plans.judging import judge_text

SPACES = "\u00a0\u1680\u2000\u2003\u2007\u2009\u200a\u202f\u205f\u3000"
UNSEEN = "\u200b\u200c\u200e\u2060\xad\ufeff\u180e\u3164\u2800\u034f"

TEXT = """Technieklab in de onderbouw
~School: ~00AH17~
~1.~Hoe sluit het plan aan bij de Regiovisie?
Ons plan past bij de visie van de regio omdat wij techniek dichter bij leerlingen brengen, ook zonder technisch profiel.
~2. Doelen~
In juli 2027 hebben 40 leerlingen techniek gekozen als keuzevak.
~3. Activiteiten
Elke week een les van twee uur in het technieklab voor alle tweedeklassers.
~4. Mijlpalen
1 december 2026~: de werkplaats is ingericht
1 juli 2027: alle leerlingen hebben een werkstuk gemaakt
~5. Samenwerking
ROC van Twente: gastlessen in het lab
~6. Middelen
Printers: 5~000
Totaal:~5~000
"""
YAML = """^titel: Technieklab
school: ~00AH17~
regiovisie~: Ons plan past bij de visie van de regio omdat wij techniek dichter bij leerlingen brengen, met plezier.
doelen: [{doel:~In juli 2027 hebben 40 leerlingen techniek gekozen als keuzevak}]
activiteiten: [{activiteit: Elke week een les van twee uur in het technieklab voor alle tweedeklassers}]
mijlpalen:
  - {datum: 2026-12-01~, mijlpaal: de werkplaats is ingericht}
  - {datum: ~1 juli 2027~, mijlpaal: alle leerlingen hebben een werkstuk gemaakt}
~
samenwerking: [{partner: ROC van Twente, soort: mbo, hoe: gastlessen in het lab}]
middelen: [{post: Printers, bedrag: 5~000}]
totaal:~5000
"""


def _judged(text, register):
    judged = judge_text(text.encode(), "plan.yaml", register, date(2026, 11, 24))
    return sorted(one.rule for one in judged.findings if one.rule not in {"read-as", "comment-in-text"})


@pytest.mark.parametrize("sign", [" ", *SPACES, *UNSEEN], ids=ascii)
@pytest.mark.parametrize("plan", [TEXT, YAML], ids=["text", "yaml"])
def test_a_plan_says_the_same_with_signs_that_nobody_sees(plan, sign, register):
    odd = plan.replace("^", "" if sign == "\ufeff" else sign).replace("~", sign)
    if sign in UNSEEN:
        odd = odd.replace(f":{sign}", f": {sign}").replace(f".{sign}Hoe", ". Hoe")
    assert _judged(odd, register) == _judged(plan.replace("^", "").replace("~", " "), register)


@pytest.mark.parametrize("sign", [*SPACES, *UNSEEN, "\u200d", "\ufe0f"], ids=ascii)
def test_no_letter_moves_and_pictures_stay_whole(sign):
    text = f"{sign}a{sign} b{sign}c 1{sign}2\n{sign}\n\n👩‍🔧 ✔️ é{sign}"
    plain = with_plain_spaces(text)
    assert len(plain) == len(text)
    assert [at for at, letter in enumerate(text) if letter == "\n"] == [
        at for at, one in enumerate(plain) if one == "\n"
    ]
    assert "👩‍🔧 ✔️" in plain


@pytest.mark.parametrize("run", ["\u200b" * 100_000 + "a", "\u00a0\n" * 50_000 + "x", "a" + "\u200b" * 100_000 + "b"])
def test_a_long_run_of_them_costs_no_more_than_its_length(run):
    begun = time.process_time()
    with_plain_spaces(run)
    assert time.process_time() - begun < 1
