"""Where the program itself fails, a person gets a sentence with a next step, and nothing of what was read."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

FAILS = """
import sys
from sto_cli.cli import main
from sto_cli.search.find import Matcher

def trip(*_, **__):
    raise KeyError("Jannie Geheim")

Matcher.find = trip
sys.argv = ["sto", *sys.argv[1:]]
main.main()
"""


@pytest.mark.parametrize(("language", "said"), [("nl", "Dat ligt niet aan u"), ("en", "It is not your fault")])
@pytest.mark.parametrize("words", [["find-region", "Bonhoeffer"], ["menu"]], ids=" ".join)
def test_a_fault_of_the_program_is_said_in_a_sentence(tmp_path, language, said, words):
    call = [sys.executable, "-c", FAILS, "--lang", language, *words]
    shown = {name: value for name, value in os.environ.items() if name != "STO_TRACEBACK"}
    keys = "1\nBonhoeffer\n"
    run = subprocess.run(call, cwd=tmp_path, env=shown, input=keys, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 2
    assert said in run.stderr
    assert "KeyError, " in run.stderr
    assert "Traceback" not in run.stderr
    assert "Geheim" not in run.stderr


def test_who_runs_several_commands_sees_it(sto, monkeypatch):
    monkeypatch.setattr("sto_cli.search.find.Matcher.find", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        sto("find-region", "Bonhoeffer")
