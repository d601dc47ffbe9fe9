"""Where own data and derived copies lie: as platformdirs says, also where it is not asked."""

from __future__ import annotations

import sys

import platformdirs
import pytest

from sto_cli.cli.folders import cache_folder, standing_folder


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs itself is asked")
@pytest.mark.parametrize("named", [None, "", " ", "/elsewhere"])
def test_on_linux_the_folders_are_those_of_platformdirs(named, monkeypatch):
    monkeypatch.delenv("STO_CACHE", raising=False)
    for variable in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(variable, raising=False)
        if named is not None:
            monkeypatch.setenv(variable, named)
    assert standing_folder() == platformdirs.user_config_path("sto", appauthor=False) / "data"
    assert cache_folder() == platformdirs.user_cache_path("sto", appauthor=False)


def test_a_folder_for_copies_can_be_named(monkeypatch, tmp_path):
    monkeypatch.setenv("STO_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path
