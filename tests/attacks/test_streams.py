"""Closed standard streams, readers that have seen enough, a full disk behind the answer."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="streams as a shell closes them")
STO = f"{shlex.quote(sys.executable)} -m sto_cli"


@pytest.fixture
def shell(tmp_path):
    (tmp_path / "bad.yaml").write_text("titel: x\n")
    (tmp_path / "list.csv").write_text("School;Plaats\nnergens;Nergens\n")

    def run(line):
        line = line.replace("sto ", f"{STO} ", 1)
        return subprocess.run(["bash", "-c", line], cwd=tmp_path, capture_output=True, check=False, timeout=300)

    return run


ANSWERS = {
    "sto validate bad.yaml": 1,
    "sto validate bad.yaml --format json": 1,
    "sto validate nee.yaml": 2,
    "sto find-region 00AH17": 0,
    "sto find-region zzzzqqq": 1,
    "sto match list.csv": 1,
    "sto match list.csv --format json": 1,
    "sto report coverage --target 99": 1,
    "sto report coverage --format csv": 0,
    "sto report coverage --format xlsx": 0,
    "sto report coverage --format html": 0,
    "sto plan show bad.yaml": 0,
    "sto plan new": 0,
    "sto data check": 0,
    "sto report plans bad.yaml --format ics": 0,
    "sto plan show bad.yaml --format docx": 0,
    "sto validate bad.yaml --letter": 1,
    "sto --version": 0,
    "sto --help": 0,
    "sto": 0,
    "sto nonsense": 2,
}


CLOSED = [">&-", "2>&-", ">&- 2>&-", "<&-", ">&- 2>&- <&-", "2>/dev/full", "| true"]
CALLS = [(call, closed) for call in ANSWERS for closed in (CLOSED if "bad.yaml" in call else [">&-", "| true"])]


@pytest.mark.sample(4)
@pytest.mark.parametrize(("call", "closed"), CALLS)
def test_the_answer_is_the_same_whatever_is_closed(shell, call, closed):
    if closed == "2>/dev/full" and not Path("/dev/full").exists():
        pytest.skip("no full disk to try")
    run = shell(f"{call} {closed}; exit ${{PIPESTATUS[0]}}")
    assert run.returncode == ANSWERS[call], run.stderr
    assert b"Traceback" not in run.stderr
    assert b"Exception" not in run.stderr


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    "call",
    ["sto validate -", "sto plan show -", "sto report plans -", "sto plan new --ask", "sto find-region x --choose"],
)
def test_without_standard_input_there_is_a_sentence(shell, call):
    run = shell(f"{call} <&-")
    assert run.returncode in {0, 1, 2}
    assert b"Traceback" not in run.stderr


@pytest.mark.sample(2)
@pytest.mark.parametrize("call", [one for one in ANSWERS if one != "sto nonsense" and "nee" not in one])
def test_a_full_disk_behind_the_answer_is_said(shell, call):
    if not Path("/dev/full").exists():
        pytest.skip("no full disk to try")
    run = shell(f"{call} >/dev/full")
    assert run.returncode == 2
    assert "schijf vol" in run.stderr.decode()
    assert b"Traceback" not in run.stderr


def test_a_file_does_not_take_the_place_of_a_closed_stream(shell, tmp_path):
    run = shell("sto report coverage --output answer.txt >&- 2>&-")
    assert run.returncode == 0
    assert "%" in (tmp_path / "answer.txt").read_text("utf-8")


def test_a_reader_that_has_seen_enough_gets_what_it_asked(shell):
    run = shell("sto report gaps | head -1")
    assert len(run.stdout.splitlines()) == 1
    assert run.stderr == b"" or os.linesep.encode() in run.stderr
