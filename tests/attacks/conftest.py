"""The runner: `sto` in a process of its own, within bounds on time, memory, file size and open files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

LAUNCH = Path(__file__).parent / "launch.py"

SECONDS = 2
"""Of processor time that a file of any kind may cost, beside what a run costs that reads nothing."""

MEGABYTES = 300
"""Of memory that it may cost."""

START = 3
"""Seconds of processor time that a run may take beside: the start, on a busy machine, with the caches cold."""

HANGS = 300
"""Seconds after which a run hangs: it waits for something that never comes."""


@dataclass(frozen=True)
class Bounded:
    """What one run gave, and what it cost."""

    code: int
    out: str
    err: str
    processor: float
    megabytes: int


@pytest.fixture
def bounded(tmp_path_factory):
    """Run `sto` with these arguments, in Dutch; it fails when it ends by a signal, with a traceback, or too dear."""
    if sys.platform != "linux":
        pytest.skip("bounds are set as Linux has them")

    def run(*arguments, stdin=b"", seconds=SECONDS, megabytes=MEGABYTES, **surroundings):
        cost = tmp_path_factory.mktemp("cost") / "cost.json"
        call = [sys.executable, str(LAUNCH), str(cost), str(seconds + START), str(megabytes)]
        call += [sys.executable, "-m", "sto_cli", *map(os.fspath, arguments)]
        done = subprocess.run(
            call, input=stdin, capture_output=True, timeout=HANGS, env={**os.environ, **surroundings}, check=False
        )
        figures = json.loads(cost.read_text())
        err = done.stderr.decode("utf-8", "replace")
        assert figures["code"] in {0, 1, 2, 130, 143}, (figures, err[-2000:])
        assert "Traceback" not in err, err[-2000:]
        assert figures["megabytes"] <= megabytes, figures
        return Bounded(
            figures["code"], done.stdout.decode("utf-8", "replace"), err, figures["processor"], figures["megabytes"]
        )

    return run
