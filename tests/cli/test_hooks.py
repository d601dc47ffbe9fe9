"""The hook for pre-commit names a command that is there, and plans."""

from __future__ import annotations

import re

import pytest
import yaml

from sto_cli.cli.commands import COMMANDS


@pytest.fixture
def hook(root):
    (one,) = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text("utf-8"))
    return one


def test_runs_a_command_that_is_there(hook):
    program, command = hook["entry"].split()
    assert program == "sto"
    assert command in COMMANDS


@pytest.mark.parametrize("name", ["plan.yaml", "plannen/groen.yml", "regio/plannen/2027/zorg.yaml", "plan-zorg.yaml"])
def test_takes_plans(hook, name):
    assert re.search(hook["files"], name)


@pytest.mark.parametrize("name", [".github/workflows/test.yaml", "plannen/brief.docx", "participation.yaml"])
def test_leaves_other_files_alone(hook, name):
    assert not re.search(hook["files"], name)
