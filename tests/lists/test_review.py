"""`sto match --review`: one key per decision, kept after every key, to be stopped and resumed."""

from __future__ import annotations

import json
import os
import select
import sys
import time
from pathlib import Path

import pytest

from sto_cli.cli import match as command

ROWS = "School;Plaats\nBonhoeffer College;Enschede\nHet Stedelijk Alpha;Enschede\nNergens College;Almelo\n"
KEPT = Path("config/sto/data/decisions.json")


@pytest.fixture(autouse=True)
def _here(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    Path("lijst.csv").write_text(ROWS, encoding="utf-8")


@pytest.fixture
def review(sto, monkeypatch):
    """Review with these keys; a text of more than one letter is typed at a prompt."""

    def run(*keys: str, output: str = "uit.csv", more: tuple[str, ...] = ()):
        typed = iter(keys)
        monkeypatch.setattr(command, "can_ask", lambda: True)
        monkeypatch.setattr(command.typer, "getchar", lambda: next(typed, ""))
        monkeypatch.setattr(command.typer, "prompt", lambda *_, **__: next(typed))
        monkeypatch.setenv("TERM", "dumb")
        return sto("match", "lijst.csv", "--output", output, "--review", *more)

    return run


def outcomes(output: str = "uit.csv") -> list[tuple[str, str, str]]:
    lines = Path(output).read_text("utf-8-sig").splitlines()[1:]
    return [(cells[2], cells[3], cells[6]) for cells in (line.split(";") for line in lines)]


def decisions() -> dict[str, str | None]:
    kept = json.loads(KEPT.read_text("utf-8"))
    return {entry["name"]: entry["school"] for entry in kept["decisions"]}


def test_choosing_and_saying_none(review):
    run = review("2", "0")
    assert run.code == 0
    assert outcomes() == [
        ("gevonden", "17VN09", "uw keuze"),
        ("gevonden", "00AH17", "naam"),
        ("niet gevonden", "", "uw keuze"),
    ]
    assert decisions() == {"Bonhoeffer College": "17VN09", "Nergens College": None}


def test_stopping_keeps_what_was_decided_and_the_next_time_goes_on_there(review):
    first = review("1", "q")
    assert first.code == 1
    assert decisions() == {"Bonhoeffer College": "17VN01"}
    assert outcomes()[0] == ("gevonden", "17VN01", "uw keuze")
    second = review("0", more=("--force",))
    assert "[1 van 1] Nergens College" in second.err
    assert second.code == 0
    assert decisions() == {"Bonhoeffer College": "17VN01", "Nergens College": None}


def test_later_leaves_a_row_open(review):
    run = review("\r", "0")
    assert run.code == 1
    assert outcomes()[0][0] == "meerdere mogelijk"


def test_back_takes_the_last_decision_away(review):
    review("1", "u", "3", "0")
    assert decisions()["Bonhoeffer College"] == "17VN05"


def test_looking_for_another(review):
    review("\r", "/", "linde college wolvega", "1")
    assert decisions() == {"Nergens College": "19LO00"}


def test_looking_in_vain_keeps_the_candidates(review):
    run = review("/", "xqzwv jklmnp", "2", "0")
    assert "niets gevonden voor “xqzwv jklmnp”" in run.err
    assert decisions()["Bonhoeffer College"] == "17VN09"


def test_of_one_candidate_one_key_is_named(review):
    run = review("\r", "/", "linde college wolvega", "1")
    assert "1 deze" in run.err
    assert "1-1" not in run.err


def test_the_counts_add_up_to_the_rows(review):
    assert "3 rijen: 1 gevonden, bij 1 kunnen meerdere" in " ".join(review("\r", "0").err.split())
    run = review("1", more=("--force",))
    assert "3 rijen: 2 gevonden, bij 0 kunnen meerdere" in " ".join(run.err.split())
    assert "1 geen van de kandidaten zoals u besloot" in " ".join(run.err.split())


@pytest.mark.parametrize("key", ["q", "\x1b", "\x03", ""])
def test_ways_to_stop(review, key):
    assert review(key).code == 1
    assert not KEPT.exists()
    assert len(outcomes()) == 3


def test_other_keys_decide_nothing_and_that_is_said(review):
    run = review("9", "x", "é", "u", "q")
    assert "“9” is hier geen keuze" in run.err
    assert "“é” is hier geen keuze" in run.err
    assert "nog geen keuze om terug te nemen" in run.err
    assert run.err.count("[1 van 2]") == 1
    assert not KEPT.exists()


def test_a_decision_holds_without_review_too(review, sto):
    review("2", "q")
    sto("match", "lijst.csv", "--output", "uit.csv", "--force")
    assert outcomes()[0] == ("gevonden", "17VN09", "uw keuze")


def test_an_output_of_someone_else_is_not_replaced(review):
    Path("uit.csv").write_text("mijn werk", encoding="utf-8")
    assert review("1").code == 2
    assert Path("uit.csv").read_text("utf-8") == "mijn werk"


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_on_a_real_terminal(tmp_path):
    """The keys really arrive one by one, and Ctrl-C halfway loses nothing."""
    import pty  # not on Windows

    pid, terminal = pty.fork()
    if pid == 0:
        os.execvpe(
            sys.executable,
            [sys.executable, "-m", "sto_cli", "match", "lijst.csv", "--output", "uit.csv", "--review"],
            {**os.environ, "STO_TODAY": "2026-11-24", "TERM": "xterm"},
        )
    _answer(terminal, {"[1 van 2]": b"2", "[2 van 2]": b"\x03"})
    os.close(terminal)
    _, status = os.waitpid(pid, 0)
    assert os.waitstatus_to_exitcode(status) == 1
    assert decisions() == {"Bonhoeffer College": "17VN09"}
    assert outcomes()[0] == ("gevonden", "17VN09", "uw keuze")


def _answer(terminal: int, keys: dict[str, bytes]) -> None:
    """Press the key of the last question seen until the next one comes or the program ends.

    A key that arrives before the program listens is lost, as on any terminal, so it is pressed again.
    """
    seen, end = "", time.monotonic() + 300
    while time.monotonic() < end:
        if select.select([terminal], [], [], 0.5)[0]:
            try:
                seen += os.read(terminal, 4096).decode("utf-8", "replace")
            except OSError:  # the other side has closed
                return
        elif asked := [text for text in keys if text in seen]:
            os.write(terminal, keys[asked[-1]])
