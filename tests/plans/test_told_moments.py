"""Milestones in prose, taken apart where each names its own time."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from sto_cli.plans.judging import judge_text
from sto_cli.plans.language.dated_texts import dated_parts

CASES = yaml.safe_load((Path(__file__).parent / "values" / "told_moments.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_milestones_in_prose(case):
    assert dated_parts(case["text"]) == (case["told"] or [case["text"]])


@pytest.mark.parametrize(("name", "start"), [("plan.txt", "Mijlpalen\n"), ("plan.yaml", "mijlpalen: ")])
def test_they_are_milestones_of_the_plan_in_any_kind_of_file(name, start):
    """In prose the end may be told first, so their order is no flaw."""
    text = "In juni 2028 staat het huis er, in februari 2027 is de voorbereiding klaar."
    answer = "Vechtdal College, Ommen doet mee met techniek."
    vision = f"Regiovisie\n{answer}\n\n" if name.endswith("txt") else f"regiovisie: {answer}\n"
    judgement = judge_text(f"{vision}{start}{text}\n", name, None)
    assert [one.date.iso for one in judgement.plan.milestones.items] == ["2028-06", "2027-02"]
    assert not {finding.rule for finding in judgement.findings} & {"milestones-out-of-order", "undated-milestone"}
