"""What a region does not pay stands in its own list, and is found in plans by the words of that list."""

from __future__ import annotations

import pytest

PLAN = """\
titel: Lab
school: 00AH17
middelen:
  - {post: Busvervoer naar het mbo, bedrag: 900}
  - {post: Busvervoer naar bedrijven, bedrag: 300, cofinanciering: ja}
  - {post: Sensoren, bedrag: 1200}
"""


@pytest.fixture
def listed(user_settings, tmp_path):
    """Write the user's own list."""

    def write(text):
        user_settings(tmp_path / "config")
        folder = tmp_path / "config" / "sto" / "data"
        folder.mkdir(parents=True)
        (folder / "not-paid.txt").write_text(text, "utf-8")

    return write


@pytest.mark.parametrize("words", ["busvervoer\n", "# a\nBusvervoer  # b\n", "busvervoer naar het MBO"])
def test_a_cost_on_the_list_is_asked_about(sto, tmp_path, listed, words):
    listed(words)
    (tmp_path / "plan.yaml").write_text(PLAN, "utf-8")
    out = sto("validate", str(tmp_path / "plan.yaml")).out
    assert out.count("Uw regio betaalt dit niet, zegt uw eigen lijst") == 1


@pytest.mark.parametrize("words", ["", "bus\n", "vliegreizen\n", "# busvervoer\n"])
def test_what_is_not_on_it_is_not(sto, tmp_path, listed, words):
    listed(words)
    (tmp_path / "plan.yaml").write_text(PLAN, "utf-8")
    assert "eigen lijst" not in sto("validate", str(tmp_path / "plan.yaml")).out


def test_a_list_that_cannot_be_read_is_said(sto, tmp_path, listed, user_settings):
    listed("")
    (tmp_path / "config" / "sto" / "data" / "not-paid.txt").write_bytes(b"caf\xe9\n")
    (tmp_path / "plan.yaml").write_text(PLAN, "utf-8")
    run = sto("validate", str(tmp_path / "plan.yaml"))
    assert run.code == 2
    assert "not-paid.txt" in run.err


def test_a_list_alone_in_a_folder_that_is_named_is_used(sto, tmp_path, user_settings):
    user_settings(tmp_path / "config")
    folder = tmp_path / "region"
    folder.mkdir()
    (folder / "not-paid.txt").write_text("busvervoer\n", "utf-8")
    (tmp_path / "plan.yaml").write_text(PLAN, "utf-8")
    assert "eigen lijst" in sto("--data", str(folder), "validate", str(tmp_path / "plan.yaml")).out
    assert sto("--data", str(folder), "data", "check").code == 0
