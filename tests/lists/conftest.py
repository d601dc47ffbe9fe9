"""Each test has a user of its own: what was decided in one holds in no other."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _own_user(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
