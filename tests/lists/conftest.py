"""Each test has a user of its own: what was decided in one holds in no other."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _own_user(user_settings, tmp_path):
    user_settings(tmp_path / "config")
