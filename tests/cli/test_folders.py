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


def test_an_empty_or_a_new_folder_is_filled_by_an_import(sto, tmp_path, monkeypatch):
    rows = tmp_path / "list.csv"
    rows.write_text("Code;Doet mee\n00AH17;ja\n")
    wish = ("data", "import", "participation", rows, "--region", "twente", "--as-of", "2026-11", "--yes")
    empty, new, named = tmp_path / "empty", tmp_path / "new", tmp_path / "named"
    empty.mkdir()
    named.mkdir()
    assert "is leeg: er staan nog geen eigen gegevens van u in." in sto("--data", empty, "find-region", "00AH17").err
    monkeypatch.setenv("STO_DATA", str(named))
    assert [sto(*wish).code, sto("--data", empty, *wish).code, sto("--data", new, *wish).code] == [0, 0, 0]
    assert all((folder / "participation.yaml").is_file() for folder in (named, empty, new))
    rows.write_text("Code;Doet mee\n00AH17;nee\n")
    assert f"sto data undo --folder {new}" in sto("--data", new, *wish).err
    assert sto("--data", tmp_path / "nothing", "find-region", "00AH17").code != 0
