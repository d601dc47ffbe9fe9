"""What the Tab key offers: asked in a process of its own, through the variables that a shell sets."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from sto_cli.plans.rules import RULES

STO = [sys.executable, "-m", "sto_cli"]


def _ask(variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "PYTHONUTF8": "1", **variables}
    return subprocess.run(STO, env=surroundings, capture_output=True, encoding="utf-8", check=False)


def _offers(line: str) -> list[str]:
    """Return what bash is offered at the end of a line."""
    asked = {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split(" ")) - 1), "_STO_COMPLETE": "complete_bash"}
    run = _ask(asked)
    assert (run.returncode, run.stderr) == (0, "")
    return run.stdout.split()


def test_offers_regions():
    assert _offers("sto region show twe") == ["twente"]
    assert len(_offers("sto report coverage --region ")) > 50


def test_offers_provinces():
    assert _offers("sto region list --province fr") == ["Fryslân"]


def test_offers_rules():
    assert _offers("sto explain missing-q") == ["missing-question"]
    assert set(_offers("sto validate plan.yaml --ignore ")) == {rule.ID for rule in RULES}


def test_offers_what_an_option_can_be():
    assert _offers("sto report coverage --by pro") == ["province", "profile"]
    assert "sarif" in _offers("sto validate plan.yaml --format ")


@pytest.mark.parametrize("line", ["sto validate pl", "sto match li", "sto report coverage --output ov"])
def test_leaves_files_to_the_shell(line):
    assert _offers(line) == []


@pytest.mark.parametrize("line", ["sto nothing ", "sto --data /nothing region show tw", 'sto "explain '])
def test_is_silent_on_what_is_not_right_yet(line):
    assert _offers(line) == []


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("sto explain unknown-r", "De regio staat niet in het register."),
        ("sto --lang en explain unknown-r", "The region is not in the register."),
    ],
)
def test_says_what_an_offer_means_in_the_language_of_the_line(line, meaning):
    asked = {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args", "_STO_COMPLETE": "complete_fish"}
    assert _ask(asked).stdout == f"unknown-region\t{meaning}\n"


def test_offers_are_a_line_each():
    asked = {
        "_TYPER_COMPLETE_ARGS": "sto explain ", "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "_STO_COMPLETE": "complete_fish",
    }  # fmt: skip
    assert len(_ask(asked).stdout.splitlines()) == len(RULES)


@pytest.mark.skipif(os.name == "nt" or shutil.which("bash") is None, reason="there is no bash here")
def test_bash_itself_completes(tmp_path):
    program = tmp_path / "sto"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m sto_cli "$@"\n')
    program.chmod(0o755)
    script = (
        'eval "$(sto --show-completion)"; COMP_WORDS=(sto region show zuidoostb); COMP_CWORD=3; '
        '_sto_completion sto; echo "${COMPREPLY[@]}"; exit'
    )
    surroundings = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    run = subprocess.run(
        ["bash", "--norc", "-c", script], env=surroundings, capture_output=True, encoding="utf-8", check=False
    )
    assert run.stdout.split() == ["zuidoostbrabant"]


@pytest.mark.parametrize(("language", "said"), [("nl", "De Tab-toets vult"), ("en", "The Tab key completes")])
def test_says_in_the_users_language_where_it_was_written(sto, monkeypatch, tmp_path, language, said):
    monkeypatch.setattr("typer._completion_shared._get_shell_name", lambda: "bash")
    monkeypatch.setattr("pathlib.Path.home", lambda: tmp_path)
    run = sto("--lang", language, "--install-completion")
    assert run.code == 0
    assert run.err.startswith(said)
    assert (tmp_path / ".bash_completions" / "sto.sh").is_file()


@pytest.mark.parametrize("option", ["--install-completion", "--show-completion"])
def test_says_which_windows_can_do_it(sto, monkeypatch, option):
    monkeypatch.setattr("typer._completion_shared._get_shell_name", lambda: None)
    run = sto(option)
    assert run.code == 2
    assert "powershell" in run.err
