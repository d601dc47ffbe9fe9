"""Which profiles a letter speaks of as those of its own school."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sto_cli.plans.judging import judge_text
from sto_cli.plans.reading.meant_headings import meant_heading
from sto_cli.plans.reading.own_school import own_profiles
from sto_cli.plans.reading.shape import HEADINGS

FILE = Path(__file__).parent / "values" / "own_profiles.txt"


def lines():
    return [tuple(line.rsplit(" = ", 1)) for line in FILE.read_text("utf-8").splitlines() if not line.startswith("# ")]


@pytest.mark.parametrize(("written", "expected"), lines())
def test_only_the_own_profiles_are_taken(written, expected):
    found = own_profiles([written])
    assert (" ".join(found[0]) if found else "-") == expected


PLAN = """school: 02VX00
profielen: BWI, leerjaar 3 en 4, 41 leerlingen
doelen:
  doel1: In juni 2028 hebben 66 leerlingen een wand geïsoleerd.
  doel2: In juni 2028 is 10% van de leerlingen BWI een meisje.
activiteiten:
  - We bouwen een oefenhuis van 1965 na in de hal.
  - Klas 2 heeft elk jaar in november een klusdag voor meiden.
"""


@pytest.mark.parametrize("rule", ["unknown-profile", "activity-without-goal"])
def test_what_a_reader_sees_is_no_more_than_a_tip(rule):
    found = judge_text(PLAN, "plan.yaml", None, date(2026, 12, 2)).findings
    assert {one.severity for one in found if one.rule == rule} == {"tip"}


def test_a_summary_is_no_misspelt_cooperation():
    assert meant_heading("Samenvatting", HEADINGS, set()) is None
