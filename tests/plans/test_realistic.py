"""What the program sees in plans as teachers send them, and where it cries wolf. Run with -s to see all of it."""

from __future__ import annotations

import pytest
from remarks import Score, score

CAUGHT = {"tuning": 0.96, "apart": 0.9}
"""Of the remarks that every manager would make and that a rule exists for, the share that is made, at least."""

FALSE_PER_PLAN = {"tuning": 0.05, "apart": 0.2}
"""Errors and warnings that no manager would give, per plan, at most: 11 in 245 since periods are read as they are told
(14 before)."""


@pytest.fixture(scope="module")
def tuning(register) -> Score:
    return score("tuning", register)


def test_the_plans_to_tune_with(tuning):
    print(f"\ncaught {tuning.must - len(tuning.missed)} of {tuning.must}; false {len(tuning.false)} in {tuning.plans}")
    for name in ("missed", "false", "without_rule"):
        print(f"{name}:", *sorted(getattr(tuning, name)), sep="\n  ")
    assert tuning.caught >= CAUGHT["tuning"]
    assert tuning.false_per_plan <= FALSE_PER_PLAN["tuning"]


def test_the_plans_set_apart(register):
    """Print totals only: whoever sees which plans fail here would tune to them."""
    apart = score("apart", register)
    if not apart.plans:
        pytest.skip("no plans are set apart at the moment")
    print(f"\ncaught {apart.must - len(apart.missed)} of {apart.must}; false {len(apart.false)} in {apart.plans}")
    assert (apart.caught >= CAUGHT["apart"], apart.false_per_plan <= FALSE_PER_PLAN["apart"]) == (True, True)
