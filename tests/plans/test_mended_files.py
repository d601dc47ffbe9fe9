"""Writing a mended plan in the place of the original."""

from __future__ import annotations

import os
import sys

import pytest

from sto_cli.errors import UnwritableFile
from sto_cli.messages import message
from sto_cli.plans.checking import write_mended


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"oud\r\n")
    return path


def test_keeps_every_original_beside_it(plan):
    assert write_mended(plan, b"oud\r\n", "nieuw\r\n").name == "plan.yaml.bak"
    assert write_mended(plan, b"nieuw\r\n", "nieuwer\r\n").name == "plan.yaml.bak2"
    assert plan.read_bytes() == b"nieuwer\r\n"
    assert (plan.parent / "plan.yaml.bak").read_bytes() == b"oud\r\n"
    assert (plan.parent / "plan.yaml.bak2").read_bytes() == b"nieuw\r\n"


def test_keeps_the_byte_order_mark(plan):
    plan.write_bytes(b"\xef\xbb\xbfoud")
    write_mended(plan, b"\xef\xbb\xbfoud", "nieuw")
    assert plan.read_bytes() == b"\xef\xbb\xbfnieuw"


def test_leaves_a_file_that_changed_meanwhile(plan):
    with pytest.raises(UnwritableFile):
        write_mended(plan, b"iets anders", "nieuw")
    assert plan.read_bytes() == b"oud\r\n"
    assert [path.name for path in plan.parent.iterdir()] == ["plan.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="rights work otherwise on Windows")
def test_keeps_the_rights(plan):
    plan.chmod(0o640)
    backup = write_mended(plan, b"oud\r\n", "nieuw")
    assert [path.stat().st_mode & 0o777 for path in (plan, backup)] == [0o640, 0o640]


def test_leaves_a_protected_file(plan):
    plan.chmod(0o444)
    if os.access(plan, os.W_OK):
        pytest.skip("this user may write every file")
    with pytest.raises(UnwritableFile):
        write_mended(plan, b"oud\r\n", "nieuw")
    assert [path.name for path in plan.parent.iterdir()] == ["plan.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_keeps_pointing_to_the_plan(plan, tmp_path):
    link = tmp_path / "link.yaml"
    link.symlink_to(plan)
    write_mended(link, b"oud\r\n", "nieuw")
    assert link.is_symlink()
    assert plan.read_bytes() == b"nieuw"


def test_takes_the_copy_away_when_the_plan_cannot_be_written(plan, monkeypatch):
    def fail(*args, **more):
        raise UnwritableFile(message("vol"))

    monkeypatch.setattr("sto_cli.plans.checking.write_whole", fail)
    with pytest.raises(UnwritableFile):
        write_mended(plan, b"oud\r\n", "nieuw")
    assert [path.name for path in plan.parent.iterdir()] == ["plan.yaml"]
