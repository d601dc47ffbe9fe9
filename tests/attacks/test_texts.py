"""Texts and letters from strangers: as long as a text may be, they cost no more than their length.

Each is of the size at which the cost used to grow with the square; the time of the whole process says that it does no
more.
"""

from __future__ import annotations

import time

import pytest

from sto_cli.plans.judging import judge_text

HEADINGS = ("Regiovisie", "Doelen", "Activiteiten", "Mijlpalen", "Samenwerking", "Middelen")


def plan(question, answer):
    return "\n\n".join(f"{one}\n{answer if one == question else 'een plan van de school'}" for one in HEADINGS)


TEXTS = {
    "times behind the words for a period": plan("Doelen", "De looptijd is " + "1 2 3 2027 en " * 2_500),
    "sentences on the period": plan("Doelen", "Het plan loopt van 1 2 3 4 2027 tot x. " * 1_500),
    "spaces": plan("Activiteiten", "doel 1 " + " " * 60_000 + "x"),
    "lines below cells": plan("Middelen", "uren      40      2000\n          en meer\n" * 1_000),
    "columns made with spaces": plan("Middelen", f"{'a   ' * 12_000}\n{'b   ' * 12_000}"),
    "lines of one paragraph": "Aa. B\n" * 3_000,
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_long_text_is_judged_in_time(name):
    start = time.process_time()
    judgement = judge_text(TEXTS[name], "plan.txt")
    assert time.process_time() - start < 2
    assert judgement.findings
    assert "not-judged" not in {finding.rule for finding in judgement.findings}
