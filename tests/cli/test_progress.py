"""A bar for long work, on a terminal only."""

from __future__ import annotations

import sys

import pytest

from sto_cli.cli.screen import LONG_WORK, tracked


@pytest.mark.parametrize(("number", "terminal"), [(LONG_WORK, False), (LONG_WORK - 1, True), (LONG_WORK, True)])
def test_passes_everything_on_and_shows_a_bar_only_for_long_work_on_a_terminal(monkeypatch, capsys, number, terminal):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    assert list(tracked(range(number), number, "Bezig")) == list(range(number))
    shown = capsys.readouterr()
    assert shown.out == ""
    assert ("Bezig" in shown.err) == (terminal and number >= LONG_WORK)
