"""Two runs at once: neither loses what the other wrote, and what a killed one left can be taken back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from sto_cli.errors import UnwritableFile
from sto_cli.files import history
from sto_cli.files.history import (
    HISTORY,
    ChangedMeanwhile,
    Occasion,
    change_files,
    changes_of,
    contents_of,
    former_files,
)
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


def started(*words, **more):
    return subprocess.Popen([sys.executable, *words], text=True, stdout=subprocess.PIPE, **more)


def test_two_that_decide_keep_all_decisions(tmp_path):
    runs = [started("-c", DECIDING, name, cwd=tmp_path) for name in ("one", "other")]
    assert [run.wait(300) for run in runs] == [0, 0]
    for run in runs:
        run.stdout.close()
    assert len(read_decisions(tmp_path)) == 50
    assert len(changes_of(tmp_path)) == 50


def test_two_that_import_keep_both_lists(tmp_path):
    (tmp_path / "own").mkdir()
    lists = {"twente": "00AH17", "techthis": "17VS00"}
    runs = []
    for region, code in lists.items():
        (tmp_path / f"{region}.csv").write_text(f"Code\n{code}\n")
        words = ["--region", region, "--as-of", "2026", "--all-take-part", "--output", "own", "--yes"]
        words = ["-m", "sto_cli", "data", "import", "participation", f"{region}.csv", *words]
        runs.append(started(*words, cwd=tmp_path))
    assert [run.communicate(timeout=300) and run.returncode for run in runs] == [0, 0]
    written = (tmp_path / "own" / "participation.yaml").read_text("utf-8")
    assert all(code in written for code in lists.values())


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
BY = Occasion("participation", "list.csv", "2026-10-01")


def changed(folder, **after):
    """Change files of a folder: `changed(folder, a="text")`."""
    names = {name: text.encode() for name, text in after.items()}
    return change_files(folder, contents_of(folder, tuple(names)), names, BY)


def test_of_two_that_read_the_same_one_finds_out(tmp_path):
    before = contents_of(tmp_path, ("a",))
    changed(tmp_path, a="other")
    with pytest.raises(ChangedMeanwhile, match="changed meanwhile"):
        change_files(tmp_path, before, {"a": b"mine"}, BY)
    assert (tmp_path / "a").read_text() == "other"
    assert [one.number for one in changes_of(tmp_path)] == [1]


def test_a_number_is_taken_once(tmp_path, monkeypatch):
    """Another run takes the number between the look at the numbers and the file: as on a disk without locks."""
    changed(tmp_path, a="one")
    before = contents_of(tmp_path, ("a",))
    monkeypatch.setattr(history, "_numbers", lambda _: [])
    with pytest.raises(ChangedMeanwhile):
        change_files(tmp_path, before, {"a": b"two"}, BY)
    assert (tmp_path / "a").read_text() == "one"


def test_who_stood_still_after_taking_a_number_writes_over_nobody(tmp_path, monkeypatch):
    """Another run took it for a killed one, and wrote between the two."""
    before, really = contents_of(tmp_path, ("a", "b")), history._take_number

    def slowly(*asked):
        number = really(*asked)
        monkeypatch.setattr(history, "_take_number", really)
        os.utime(tmp_path / HISTORY / "0001.zip", (0, 0))
        changed(tmp_path, b="other")
        return number

    monkeypatch.setattr(history, "_take_number", slowly)
    with pytest.raises(ChangedMeanwhile):
        change_files(tmp_path, {"a": before["a"]}, {"a": b"mine"}, BY)
    assert (tmp_path / "b").read_text() == "other"
    assert not (tmp_path / "a").exists()


def test_who_comes_while_another_run_is_at_work_makes_way(tmp_path, monkeypatch):
    """Both read the same, and the first has looked for the last time whether its files are as they were."""
    before, really = contents_of(tmp_path, ("a",)), history.place_all

    def slowly(made):
        monkeypatch.setattr(history, "place_all", really)
        with pytest.raises(ChangedMeanwhile):
            change_files(tmp_path, before, {"a": b"theirs"}, BY)
        really(made)

    monkeypatch.setattr(history, "place_all", slowly)
    changed(tmp_path, a="mine")
    assert (tmp_path / "a").read_text() == "mine"
    assert [one.number for one in changes_of(tmp_path)] == [1]


def test_what_another_run_wrote_over_it_is_found_out(tmp_path, monkeypatch):
    """It is checked after writing that what was written stands there."""
    really = history.place_all

    def meanwhile(made):
        really(made)
        (tmp_path / "a").write_text("other")

    monkeypatch.setattr(history, "place_all", meanwhile)
    with pytest.raises(ChangedMeanwhile):
        changed(tmp_path, a="mine")


def test_what_a_killed_run_left_can_be_taken_back_and_done_again(sto, tmp_path, monkeypatch):
    """Killed between two files: the first is new, the second as it was; nothing is lost."""
    for name in ("a", "b"):
        (tmp_path / name).write_text(f"{name} before")
    really = history.place_all

    def killed(made):
        really(made[:1])
        raise KeyboardInterrupt

    monkeypatch.setattr(history, "place_all", killed)
    with pytest.raises(KeyboardInterrupt):
        changed(tmp_path, a="a after", b="b after")
    monkeypatch.setattr(history, "place_all", really)
    os.utime(tmp_path / HISTORY / "0001.zip", (0, 0))  # long ago: nobody waits for it
    assert former_files(tmp_path, 1) == {"a": b"a before", "b": b"b before"}
    changed(tmp_path, a="a after", b="b after")
    assert {name: (tmp_path / name).read_text() for name in "ab"} == {"a": "a after", "b": "b after"}
    assert sto("data", "undo", "1", "--folder", tmp_path, "--yes").code == 0
    assert {name: (tmp_path / name).read_text() for name in "ab"} == {"a": "a before", "b": "b before"}


@pytest.mark.parametrize("content", [b"", b"PK", b"x" * 100, "escape", "no note", "no files"])
def test_a_history_that_is_none_does_nothing(sto, tmp_path, content):
    (tmp_path / "own" / HISTORY).mkdir(parents=True)
    path = tmp_path / "own" / HISTORY / "0001.zip"
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        about = {"kind": "x", "detail": "", "when": "", "files": {"../x": {"there": True, "after": ""}}}
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("../x", "theirs")
            archive.writestr("change.json", json.dumps({"no note": [], "no files": {}}.get(content, about)))
    os.utime(path, (0, 0))
    run = sto("data", "undo", "--folder", tmp_path / "own", "--yes")
    assert run.code == 2
    assert "niets veranderd dat u kunt terugdraaien" in run.err
    assert not (tmp_path / "x").exists()
    changed(tmp_path / "own", a="new")
    assert [one.number for one in changes_of(tmp_path / "own")] == [2]


@pytest.mark.skipif(sys.platform == "win32", reason="rights as Unix has them")
def test_a_folder_in_which_no_history_can_be_kept_is_read_as_before(sto, tmp_path):
    (tmp_path / "participation.yaml").write_text(OWN.replace("@", "participating"))
    (tmp_path / HISTORY).write_text("")
    assert sto("--data", tmp_path, "find-region", "00AH17").code == 0
    with pytest.raises(UnwritableFile):
        changed(tmp_path, a="new")
    assert not (tmp_path / "a").exists()
