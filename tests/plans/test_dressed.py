"""Good plans in the dresses that people give them: letters, columns made with spaces, tables, words of their own.

Whatever the dress, all six answers are found and there is nothing to remark but tips.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sto_cli.plans.judging import judge_file

PLANS = sorted((Path(__file__).parent / "dressed").iterdir())
TODAY = date(2026, 11, 27)


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_a_good_plan_is_read_in_any_dress(path, register):
    judgement = judge_file(path, register, TODAY)
    assert [(one.rule, one.place.line) for one in judgement.findings if one.severity != "tip"] == []
    assert all(answer.given for answer in judgement.plan.answers)
    assert judgement.plan.costs == judgement.plan.total.cents
