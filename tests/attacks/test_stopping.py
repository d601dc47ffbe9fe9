"""However a run ends, the processes that it started end with it, and nothing half is left behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from sto_cli.cli.keyboard import STOPPED
from sto_cli.cli.main import run_here, stoppable
from sto_cli.messages.translator import Translator

if sys.platform != "linux":
    pytest.skip("processes are forked, and seen in /proc", allow_module_level=True)
GOOD = Path(__file__).parent.parent / "cases" / "missing-question" / "pass-all-six.yaml"
PLANS = 1_500
PATIENCE = 300

many = pytest.mark.skipif(len(os.sched_getaffinity(0)) < 2, reason="one processor alone: no other process is started")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("plans")
    for number in range(PLANS):
        shutil.copy(GOOD, made / f"{number}.yaml")
    return made


def workers(pid):
    """Return the processes that this one started and that still run."""
    found = []
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            lines = dict(line.split(":\t", 1) for line in status.read_text().splitlines() if ":\t" in line)
        except OSError:
            continue
        if lines["PPid"] == str(pid) and not lines["State"].startswith("Z"):
            found.append(int(lines["Pid"]))
    return found


def runs(pid):
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


@pytest.fixture(autouse=True)
def _heard():
    """Let a child hear what the tests themselves may not: under `nohup` or behind `&` some signals are ignored."""
    unheard = [one for one in (signal.SIGHUP, signal.SIGINT) if signal.getsignal(one) is signal.SIG_IGN]
    for number in unheard:
        signal.signal(number, signal.SIG_DFL)
    yield
    for number in unheard:
        signal.signal(number, signal.SIG_IGN)


def launched(call, **more):
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    return subprocess.Popen(call, **pipes, **more)


def catches(pid, number):
    """Whether a process has a handler for a signal: before that, a signal ends it as any program that starts."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    caught = next(int(line.split()[1], 16) for line in lines if line.startswith("SigCgt:"))
    return bool(caught >> (number - 1) & 1)


def wait_until(true):
    end = time.monotonic() + PATIENCE
    while not true() and time.monotonic() < end:
        time.sleep(0.02)
    return true()


@pytest.mark.slow
@many
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL, signal.SIGHUP, signal.SIGINT], ids=lambda n: n.name)
def test_no_worker_is_left_behind(folder, number):
    call = [sys.executable, "-m", "sto_cli", "validate", str(folder)]
    with launched(call) as process:
        assert wait_until(lambda: len(workers(process.pid)) >= 2 or process.poll() is not None)
        started = workers(process.pid)
        process.send_signal(number)
        process.wait(PATIENCE)
        told = process.stderr.read() if number is not signal.SIGKILL else b""
    assert started
    assert wait_until(lambda: not any(map(runs, started)))
    assert b"Traceback" not in told


@pytest.mark.slow
@many
@pytest.mark.parametrize("times", [1, 2, 3])
def test_ctrl_c_on_a_terminal_reaches_all_and_is_said_once_however_often(folder, times):
    call = [sys.executable, "-m", "sto_cli", "validate", str(folder)]
    with launched(call, start_new_session=True) as process:
        assert wait_until(lambda: len(workers(process.pid)) >= 2 or process.poll() is not None)
        started = workers(process.pid)
        for _ in range(times):
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGINT)
            time.sleep(0.02)
        process.wait(PATIENCE)
        told = process.stderr.read()
    assert started
    assert b"Traceback" not in told
    assert wait_until(lambda: not any(map(runs, started)))


STOPPED_AT_AN_IMPORT = """
import os, signal, sys

class Stopping:
    def find_spec(self, name, *_):
        if name == sys.argv[1]:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Stopping())
from sto_cli.__main__ import main

main()
"""


STOPPED_WHILE_THE_POOL_STARTS = """
import os, signal, sys
from concurrent.futures.process import _ExecutorManagerThread as Manager

start = Manager.start
number = getattr(signal, sys.argv.pop(1))
Manager.start = lambda self: (os.kill(os.getpid(), number), start(self))
from sto_cli.__main__ import main

main()
"""


@pytest.mark.slow
@many
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=lambda n: n.name)
def test_who_stops_it_while_its_processes_start_reads_no_traceback(folder, number):
    call = [sys.executable, "-c", STOPPED_WHILE_THE_POOL_STARTS, number.name, "validate", str(folder)]
    run = subprocess.run(call, capture_output=True, check=False, timeout=PATIENCE)
    assert run.returncode == 128 + number
    assert b"Traceback" not in run.stderr


@pytest.mark.parametrize("module", ["sto_cli.cli.main", "typer", "sto_cli.messages", "sto_cli.cli.streams"])
def test_who_stops_it_while_it_starts_reads_nothing(module):
    call = [sys.executable, "-c", STOPPED_AT_AN_IMPORT, module, "regions"]
    run = subprocess.run(call, capture_output=True, check=False, timeout=PATIENCE)
    assert (run.returncode, run.stdout, run.stderr) == (130, b"", b"")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda n: n.name)
@pytest.mark.parametrize("command", ["validate", "import"])
def test_who_is_stopped_says_so_without_a_traceback(tmp_path, number, command):
    (tmp_path / "list.csv").write_text(
        "School;Deelname\n"
        + "Nergens;ja\n" * 3
        + "".join(f"College {at} te Nergenshuizen;ja\n" for at in range(20_000))
    )
    words = {
        "validate": ["validate", "-"],
        "import": ["data", "import", "participation", "list.csv", "--region", "twente", "--as-of", "2026", "--output",
                   "own", "--yes"],
    }  # fmt: skip
    call = [sys.executable, "-m", "sto_cli", *words[command]]
    with launched(call, cwd=tmp_path) as process:
        assert wait_until(lambda: catches(process.pid, signal.SIGTERM) or process.poll() is not None)
        time.sleep(0.1)
        process.send_signal(number)
        process.wait(PATIENCE)
        told = process.stderr.read()
    assert process.returncode in {130, 128 + number, -number, 0, 1}, told  # at its start it just ends
    assert b"Traceback" not in told, told
    assert sorted(path.name for path in tmp_path.rglob("*") if path.name.startswith(".")) == []


@pytest.mark.parametrize(
    ("asked", "code"), [(KeyboardInterrupt(), None), (SystemExit(128 + signal.SIGTERM), 128 + signal.SIGTERM)], ids=repr
)
def test_who_is_stopped_where_nothing_can_be_raised_is_stopped_soon_after(asked, code):
    """While a module is found a callback runs, from which Python lets no exception out."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # as on a terminal; `_heard` sets it back
    with pytest.raises(type(asked)) as stopped:
        ask_out_of_reach(asked)
    assert getattr(stopped.value, "code", None) == code


@stoppable()
def ask_out_of_reach(asked):
    sys.unraisablehook(SimpleNamespace(exc_value=asked))
    time.sleep(PATIENCE)


def test_who_stops_it_while_a_class_is_made_reads_no_traceback(monkeypatch, capsys):
    """Python 3.11 raises what a class's own names raise as another error."""

    class Stopped:
        def __set_name__(self, *_: object):
            raise KeyboardInterrupt

    def run(*_: object):
        type("Made", (), {"field": Stopped()})

    monkeypatch.setattr("sto_cli.cli.main._run", run)
    assert run_here([], Translator("en")) == STOPPED
    assert "Traceback" not in capsys.readouterr().err
