"""Pipes, sockets, devices, folders, links in a circle or to nothing, in each place where a file is read or written.

None is waited for, read without an end, written to or replaced; and own data that cannot be read is never left out.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import sys
from pathlib import Path

import pytest

GOOD = Path(__file__).parent.parent / "cases" / "missing-question" / "pass-all-six.yaml"
WRONG = "titel: T\nmijlpalen: [{datum: 1 oktober 2026, mijlpaal: De werkplaats is ingericht.}]\n"
OWN = "as_of: 2026-11\nsource: x\nparticipation:\n  - {school: 00AH17, region: twente, status: participating}\n"

if sys.platform != "linux":
    pytest.skip("pipes, devices and links as Linux has them", allow_module_level=True)


class HangsError(BaseException):
    """A run waits for something that never comes."""


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.copy(GOOD, "good.yaml")
    Path("list.csv").write_text("School;Plaats;Deelname\nHet Stedelijk Alpha;Enschede;nee\nNergens;X;ja\n")
    for folder in ("own", "plans", "made"):
        Path(folder).mkdir()
    Path("own/participation.yaml").write_text(OWN)
    shutil.copy(GOOD, "plans/good.yaml")

    def stop(*_):
        raise HangsError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(300)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def bound_socket(path):
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(path))  # the name of a socket may be short only


def linked(target):
    return lambda path: path.symlink_to(target)


ODD = {
    "a pipe": os.mkfifo,
    "a socket": bound_socket,
    "a folder": Path.mkdir,
    "a link to a device without end": linked("/dev/zero"),
    "a link to chance": linked("/dev/random"),
    "a link to a full device": linked("/dev/full"),
    "a link in a circle": lambda path: path.symlink_to(path.name),
    "links in a circle": lambda path: (path.symlink_to(f"{path.name}~"), Path(f"{path}~").symlink_to(path.name)),
    "a link to nothing": linked("nowhere/x"),
    "a link to a missing neighbour": linked("missing.yaml"),
    "a link to memory": linked("/proc/self/mem"),
    "a link to what the system says": linked("/proc/self/environ"),
}  # fmt: skip

IMPORT = ["data", "import", "participation", "list.csv", "--region", "twente", "--as-of", "2026", "--yes", "--output"]
READ = {
    "a plan": ("p.yaml", ["validate", "p.yaml"]),
    "a plan to mend": ("p.yaml", ["validate", "p.yaml", "--fix"]),
    "a plan to show": ("p.yaml", ["plan", "show", "p.yaml"]),
    "a plan to convert": ("p.yaml", ["plan", "convert", "p.yaml", "--output", "x.docx"]),
    "a plan to answer": ("p.yaml", ["validate", "p.yaml", "--letter"]),
    "a document": ("p.docx", ["validate", "p.docx", "--comments"]),
    "a text": ("p.txt", ["validate", "p.txt"]),
    "a list": ("l.csv", ["match", "l.csv"]),
    "a workbook": ("l.xlsx", ["match", "l.xlsx"]),
    "a list to import": ("l.csv", [*IMPORT[:3], "l.csv", *IMPORT[4:], "made"]),
    "a file of DUO": ("l.csv", ["data", "import", "duo", "l.csv", "--as-of", "2026-09", "--yes", "--output", "made"]),
    "schools": ("own/schools.yaml", ["--data", "own", "find-region", "00AH17"]),
    "regions": ("own/regions.yaml", ["--data", "own", "report", "coverage"]),
    "schools to check": ("own/schools.yaml", ["--data", "own", "data", "check"]),
    "schools to compare": ("own/schools.yaml", ["data", "diff", "own", "own"]),
    "participation": ("made/participation.yaml", ["--data", "made", "report", "coverage"]),
    "participation that is renewed": ("made/participation.yaml", [*IMPORT, "made"]),
    "decisions": ("own/decisions.json", [*IMPORT, "own"]),
    "decisions for a list": ("own/decisions.json", ["--data", "own", "match", "list.csv"]),
    "a review file": ("own/participation-review-twente.csv", [*IMPORT, "own"]),
}


@pytest.mark.sample(25)
@pytest.mark.parametrize("kind", ODD)
@pytest.mark.parametrize("name", READ)
def test_it_is_not_read(sto, kind, name):
    place, command = READ[name]
    ODD[kind](Path(place))
    run = sto(*command)
    assert run.code == 2
    assert Path(place).name in run.err
    assert os.path.lexists(place)
    assert Path("own/participation.yaml").read_text() == OWN


WRITTEN = {
    "a table": ("o.csv", ["report", "coverage", "--output", "o.csv", "--force"]),
    "a page": ("o.html", ["report", "gaps", "--region", "twente", "--output", "o.html", "--force"]),
    "a linked list": ("o.csv", ["match", "list.csv", "--output", "o.csv", "--force"]),
    "a plan": ("o.yaml", ["plan", "new", "--output", "o.yaml", "--force"]),
    "a form": ("o.docx", ["plan", "convert", "good.yaml", "--output", "o.docx", "--force"]),
    "findings": ("o.json", ["validate", "good.yaml", "--output", "o.json", "--force"]),
    "a folder": ("o", [*IMPORT, "o"]),
}


@pytest.mark.sample(10)
@pytest.mark.parametrize("kind", [kind for kind in ODD if kind != "a link to a missing neighbour"])
@pytest.mark.parametrize("name", WRITTEN)
def test_it_is_not_written_to(sto, kind, name):
    place, command = WRITTEN[name]
    if (kind, name) == ("a folder", "a folder"):
        pytest.skip("a folder is just what is wanted")
    ODD[kind](Path(place))
    before = os.lstat(place)
    assert sto(*command).code == 2
    assert os.lstat(place).st_ino == before.st_ino
    assert [path.name for path in Path().glob(".sto-*")] == []


@pytest.mark.parametrize("kind", ODD)
@pytest.mark.parametrize("name", ["p.yaml", "p.docx", "p.txt", "sub"])
def test_a_folder_with_it_is_judged(sto, kind, name):
    ODD[kind](Path("plans", name))
    assert "good.yaml" in sto("validate", "plans", "--format", "json").out


@pytest.mark.parametrize("kind", ODD)
def test_a_copy_is_kept_beside_it(sto, kind):
    Path("wrong.yaml").write_text(WRONG)
    ODD[kind](Path("wrong.yaml.bak"))
    before = os.lstat("wrong.yaml.bak")
    sto("validate", "wrong.yaml", "--fix")
    assert "2026-10-01" in Path("wrong.yaml").read_text()
    assert Path("wrong.yaml.bak2").read_text() == WRONG
    assert os.lstat("wrong.yaml.bak").st_ino == before.st_ino


@pytest.mark.parametrize("kind", ODD)
def test_a_history_of_that_kind_stops_nobody(sto, kind):
    for name in (".sto-history", ".sto-x"):
        ODD[kind](Path("own", name))
    assert sto("--data", "own", "report", "coverage").code == 0
    run = sto(*IMPORT, "own")
    assert run.code in {0, 2}
    assert run.code == 0 or Path("own/participation.yaml").read_text() == OWN


@pytest.mark.parametrize("kind", ODD)
def test_a_cache_of_that_kind_is_none(sto, kind, monkeypatch):
    ODD[kind](Path("kept"))
    monkeypatch.setenv("STO_CACHE", "kept")
    assert sto("find-region", "00AH17").code == 0


@pytest.mark.parametrize("kind", [kind for kind in ODD if kind != "a folder"])
def test_a_folder_for_own_data_of_that_kind_is_said(sto, kind, monkeypatch):
    ODD[kind](Path("data"))
    for run in (sto("--data", "data", "find-region", "00AH17"), sto("data", "diff", "data", "own")):
        assert run.code == 2
    monkeypatch.setenv("STO_DATA", "data")
    assert sto("find-region", "00AH17").code == 2
    monkeypatch.delenv("STO_DATA")
    Path("config/sto").mkdir(parents=True)
    ODD[kind](Path("config/sto/data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(Path("config").absolute()))
    assert sto("find-region", "00AH17").code == 2
