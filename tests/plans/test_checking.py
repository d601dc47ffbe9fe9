"""Checking many plans: in order, on several processors, and when a process dies."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sto_cli.plans import checking
from sto_cli.plans.checked import Checked, Unread
from sto_cli.plans.checking import Check, check_all
from sto_cli.plans.finding_files import PlanFile

HERE = os.getpid()


class DiesAway(Check):
    """A check that ends every process but the one that started it."""

    def __call__(self, found):
        if os.getpid() != HERE and found.shown == "7":
            os._exit(1)
        return Checked(found.shown)

    def settled(self):
        return self


@pytest.fixture
def eager(monkeypatch):
    """Let processes be used for few plans."""
    for name in ("WORTH_FORKING", "WORTH_STARTING", "TOGETHER"):
        monkeypatch.setattr(checking, name, 2)


@pytest.mark.skipif(not checking.FORKS, reason="a started process does not know this module")
def test_goes_on_alone_when_a_process_dies(eager):
    found = [PlanFile(Path(str(number)), str(number)) for number in range(20)]
    assert [result.path for result in check_all(found, DiesAway(), 2)] == [str(number) for number in range(20)]


def test_keeps_the_order_and_what_could_not_be_found(eager, root):
    plan = root / "examples" / "plans" / "onderbouw-technieklab.yaml"
    found = [PlanFile(plan, "a"), Unread("b", None), PlanFile(plan, "c"), PlanFile(root / "nergens", "d")] * 5
    results = list(check_all(found, Check(), 2))
    assert [result.path for result in results] == ["a", "b", "c", "d"] * 5
    assert [type(result) for result in results] == [Checked, Unread, Checked, Unread] * 5


def test_asks_for_the_register_only_when_a_plan_names_something_in_it():
    def refuse():
        raise AssertionError

    plan = PlanFile(Path("-"), "-", b"regiovisie: nog invullen\n")
    assert isinstance(Check(refuse)(plan), Checked)


def test_keeps_only_the_lines_that_findings_point_at():
    plan = PlanFile(Path("-"), "-", b"titel: x\nniets: 1\nmeer: 2\n" + b"# leeg\n" * 100)
    assert len(Check()(plan).lines) < 6
