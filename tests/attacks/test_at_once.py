"""Two runs at once: neither loses what the other wrote, and nobody waits for one that is gone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sto_cli.errors import UnwritableFile
from sto_cli.files import locking
from sto_cli.files.journal import JOURNAL, finish
from sto_cli.files.locking import locked
from sto_cli.lists.decisions import read_decisions

DECIDING = """
import sys
from pathlib import Path
from sto_cli.lists.decisions import Decision, keep_decisions
from sto_cli.lists.results import Question
for number in range(25):
    question = Question(f"{sys.argv[1]} {number}")
    keep_decisions(Path("."), {question.plain: Decision(question, None)})
"""
HOLDING = """
import sys
from pathlib import Path
from sto_cli.files.locking import locked
with locked(Path(".")):
    print("held", flush=True)
    sys.stdin.read()
"""


def started(*words, **more):
    return subprocess.Popen([sys.executable, *words], text=True, stdout=subprocess.PIPE, **more)


def test_two_that_decide_keep_all_decisions(tmp_path):
    runs = [started("-c", DECIDING, name, cwd=tmp_path) for name in ("one", "other")]
    assert [run.wait(60) for run in runs] == [0, 0]
    for run in runs:
        run.stdout.close()
    assert len(read_decisions(tmp_path)) == 50


def test_two_that_import_keep_both_lists(tmp_path):
    (tmp_path / "own").mkdir()
    lists = {"twente": "00AH17", "techthis": "17VS00"}
    runs = []
    for region, code in lists.items():
        (tmp_path / f"{region}.csv").write_text(f"Code\n{code}\n")
        words = ["--region", region, "--as-of", "2026", "--all-take-part", "--output", "own", "--yes"]
        words = ["-m", "sto_cli", "data", "import", "participation", f"{region}.csv", *words]
        runs.append(started(*words, cwd=tmp_path))
    assert [run.communicate(timeout=60) and run.returncode for run in runs] == [0, 0]
    written = (tmp_path / "own" / "participation.yaml").read_text("utf-8")
    assert all(code in written for code in lists.values())


def test_who_is_killed_holds_nobody_up(tmp_path, monkeypatch):
    monkeypatch.setattr(locking, "ATTEMPTS", 2)
    holder = started("-c", HOLDING, cwd=tmp_path, stdin=subprocess.PIPE)
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(UnwritableFile, match="busy"), locked(tmp_path):
        pass
    holder.kill()
    holder.communicate(timeout=60)
    with locked(tmp_path), locked(tmp_path):
        assert [path.name for path in tmp_path.iterdir()] in ([], [locking.LOCK])


def test_a_list_that_changed_while_the_user_thought_is_not_written_over(sto, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("list.csv").write_text("School;Plaats\nHet Stedelijk Alpha;Enschede\n")
    other = "as_of: 2026\nsource: x\nparticipation: []\n"

    def agreed_late(*_, **__):
        Path("own").mkdir()
        Path("own/participation.yaml").write_text(other)
        return True

    monkeypatch.setattr("sto_cli.cli.data_participation.agreed", agreed_late)
    words = ["--region", "twente", "--as-of", "2026", "--all-take-part", "--output", "own"]
    run = sto("data", "import", "participation", "list.csv", *words)
    assert run.code == 2
    assert "intussen veranderd" in run.err
    assert Path("own/participation.yaml").read_text() == other


OWN = "as_of: 2026-10\nsource: x\nparticipation:\n  - {school: 00AH17, region: twente, status: @}\n"


def test_the_next_command_does_what_a_killed_one_left(sto, tmp_path):
    (tmp_path / "participation.yaml").write_text(OWN.replace("@", "not_participating"))
    (tmp_path / ".sto-new").write_text(OWN.replace("@", "participating"))
    (tmp_path / JOURNAL).write_text(json.dumps([[".sto-new", "participation.yaml", False], [None, "gone", False]]))
    (tmp_path / "gone").write_text("")
    shown = json.loads(sto("--data", tmp_path, "find-region", "00AH17", "--format", "json").out)
    assert shown["participation"]["status"] == "participating"
    assert [path.name for path in tmp_path.iterdir()] == ["participation.yaml"]


FORGED = [
    "", "x", "{}", "null", "[1]", '[["a"]]', "[" * 5_000, '[["list.txt", "x", true]]', '[[".sto-a", "../x", false]]',
    '[[null, "../x", false]]', '[[".sto-a", "", false]]', '[[".sto-a", "a\\u0000", 0]]', '[[[], "x", false]]', "\xff",
]  # fmt: skip


@pytest.mark.parametrize("text", FORGED, ids=range(len(FORGED)))
def test_a_journal_that_is_none_does_nothing(tmp_path, text):
    folder = tmp_path / "own"
    folder.mkdir()
    for path in (tmp_path / "x", folder / "list.txt", folder / ".sto-a"):
        path.write_text("mine")
    (folder / JOURNAL).write_text(text, encoding="latin-1")
    finish(folder)
    assert sorted(path.name for path in folder.iterdir()) == [".sto-a", "list.txt"]
    assert (tmp_path / "x").read_text() == "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="rights as Unix has them")
def test_a_folder_in_which_nothing_may_be_written_is_read_as_before(sto, tmp_path):
    (tmp_path / "participation.yaml").write_text(OWN.replace("@", "participating"))
    (tmp_path / JOURNAL).mkdir()
    assert sto("--data", tmp_path, "find-region", "00AH17").code == 0
