"""A full disk, a refused right, a killed process, at every call that changes the disk: files before or files after.

Who is killed may leave a file that waits beside its place (`.sto-…`), a whole copy of what was there (`.bak`), and of
files that belong together the first ones only: the history gives back what was there (`test_at_once.py`).
"""

from __future__ import annotations

import os
import shutil
import tempfile
import zipfile
from pathlib import Path

import pytest
from faults import Faults, inject

from sto_cli.cli.main import main
from sto_cli.files.history import HISTORY
from sto_cli.files.writing import BESIDE

ROOT = Path(__file__).parent.parent
GOOD = ROOT / "cases" / "missing-question" / "pass-all-six.yaml"
WRONG = "titel: Techniek\nmijlpalen: [{datum: 1 oktober 2026, mijlpaal: De werkplaats is ingericht.}]\n"
LIST = "School;Plaats;Deelname\nHet Stedelijk Alpha;Enschede;ja\nNergens;Nergenshuizen;ja\n"
OWN = (
    "as_of: 2026-10\nsource: eigen lijst\nparticipation:\n"
    "  - {school: 00AH17, region: twente, status: not_participating}\n"
)
IMPORT = ["data", "import", "participation", "list.csv", "--region", "twente", "--as-of", "2026-11", "--yes"]
DUO = ["data", "import", "duo", "exams.csv", "--as-of", "2026-09", "--yes", "--force"]

COMMANDS = {
    "report": ["report", "coverage", "--output", "out.csv"],
    "report over another": ["report", "coverage", "--output", "old.txt", "--force"],
    "report as a workbook": ["report", "gaps", "--region", "twente", "--output", "out.xlsx"],
    "plans": ["report", "plans", "plan.yaml", "--output", "out.html"],
    "calendar": ["report", "plans", "plan.yaml", "--output", "out.ics"],
    "findings": ["validate", "plan.yaml", "--output", "out.json"],
    "repairs": ["validate", "wrong", "--fix"],
    "comments": ["validate", "plan.docx", "--comments"],
    "letter": ["validate", "plan.docx", "--letter", "--output", "letter.docx"],
    "region": ["report", "region", "twente", "--output", "region.html"],
    "region as a workbook": ["report", "region", "twente", "--plans", "wrong", "--output", "region.xlsx"],
    "plan new": ["plan", "new", "--output", "new.yaml"],
    "plan new in Word": ["plan", "new", "--school", "00AH17", "--output", "new.docx"],
    "plan show": ["plan", "show", "plan.yaml", "--output", "out.md"],
    "convert": ["plan", "convert", "plan.yaml", "--output", "out.docx"],
    "match": ["match", "list.csv", "--output", "out.csv"],
    "match to a workbook": ["match", "list.csv", "--output", "out.xlsx"],
    "match over another": ["match", "list.csv", "--output", "old.csv", "--force"],
    "import": [*IMPORT, "--output", "new"],
    "import over own data": [*IMPORT, "--output", "own"],
    "import of what was reviewed": [*IMPORT, "--output", "reviewed"],
    "import of DUO's files": [*DUO, "--output", "new"],
    "import of DUO's files over others": [*DUO, "--output", "schools"],
}


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """A folder with a plan, a list and own data, made once for all commands."""
    made = tmp_path_factory.mktemp("template")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(made)
        shutil.copy(GOOD, "plan.yaml")
        Path("wrong").mkdir()
        for name in ("a", "b"):
            Path(f"wrong/{name}.yaml").write_text(WRONG)
        Path("list.csv").write_text(LIST)
        Path("old.txt").write_text("old")
        Path("old.csv").write_text("old")
        shutil.copy(ROOT / "register" / "duo" / "exams.csv", "exams.csv")
        for name in ("own", "reviewed"):
            Path(name).mkdir()
            Path(name, "participation.yaml").write_text(OWN)
        assert ended("plan", "convert", "wrong/a.yaml", "--output", "plan.docx") == 0
        assert ended(*DUO, "--output", "schools") == 0
        Path("schools/schools.yaml").write_text(Path("schools/schools.yaml").read_text().replace("2026-09", "2025-09"))
        assert ended(*IMPORT, "--output", "reviewed") == 0
    review = made / "reviewed" / "participation-review-twente.csv"
    text = review.read_text("utf-8")
    review.write_text(text.replace("geen school gevonden;", "geen school gevonden;geen"), "utf-8")
    return made


def ended(*words):
    try:
        main(list(words))
    except SystemExit as stop:
        return int(stop.code or 0)


def state(folder):
    """Return the files of a folder, without the history, which says when they were changed."""
    files = (path for path in folder.rglob("*") if path.is_file() and HISTORY not in path.parts)
    return {str(path.relative_to(folder)): content(path) for path in files}


def content(path):
    """Return the bytes of a file; of a workbook without the part that holds when it was made."""
    data = path.read_bytes()
    if path.suffix != ".xlsx" or not zipfile.is_zipfile(path):
        return data
    with zipfile.ZipFile(path) as archive:
        return str({one: archive.read(one) for one in archive.namelist() if one != "docProps/core.xml"}).encode()


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="copies of a run as Unix makes them")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # files of XlsxWriter that were cut off
@pytest.mark.parametrize("name", COMMANDS)
def test_files_are_as_before_or_as_after(template, tmp_path, capsys, monkeypatch, name):
    words = COMMANDS[name]
    for run in ("clean", "world/made"):
        shutil.copytree(template, tmp_path / run)
    before = state(template)
    monkeypatch.chdir(tmp_path / "clean")
    assert ended(*words) in {0, 1}, capsys.readouterr().err
    after = state(tmp_path / "clean")
    assert after != before
    made = tmp_path / "world" / "made"
    monkeypatch.chdir(made)
    monkeypatch.setattr(tempfile, "tempdir", str(made.parent))

    def judge(kind, point, said):
        judge_state(state(made), before, after, f"{name}: {point}", None if kind == "killed" else said)

    faults = Faults(made.parent, judge)
    with pytest.MonkeyPatch.context() as patch:
        inject(patch, faults)
        code = ended(*words)
        faults.report(code, capsys.readouterr().err if faults.kind else "")
    assert len(faults.calls) > 2
    assert state(made) == after


def judge_state(now, before, after, case, said):
    def of(state):
        """Return a state without what whoever is killed may leave: what waits beside its place, and whole copies."""
        kept = {name for name in state if name not in before and ".bak" in name}
        assert all(state[name] in before.values() for name in kept), case
        return {name: content for name, content in state.items() if name not in kept and BESIDE not in name}

    if "repairs" in case:  # each mended plan is a matter of its own, with its copy
        for name in ("wrong/a.yaml", "wrong/b.yaml"):
            names = [name] if said is None else [name, f"{name}.bak"]
            pair = {one: now.get(one) for one in names}
            assert pair in [{one: state_.get(one) for one in pair} for state_ in (before, after)], case
        return
    if said is None:  # killed, perhaps between two files: each is as before or as after
        mixed = {name for name in before | after if of(now).get(name) not in (before.get(name), after.get(name))}
        assert (mixed, of(now).keys() - before.keys() - after.keys()) == (set(), set()), case
        return
    if case.endswith("unlink"):  # what waited beside its place could not be cleared away
        now = {name: content for name, content in now.items() if BESIDE not in name}
    code, _, told = said.partition("\n")
    assert "Traceback" not in told, (case, told)
    assert now in (before, after), (case, sorted(now.keys() ^ before.keys()))
    assert code in ({"0", "1"} if now == after else {"2"}), (case, said)


def test_two_runs_at_once_do_not_take_each_others_place(tmp_path, monkeypatch):
    from sto_cli.errors import UnwritableFile
    from sto_cli.files import writing

    monkeypatch.chdir(tmp_path)
    really = writing.write_beside

    def meanwhile(path, data):
        made = really(path, data)
        Path("out.txt").write_text("the other run")
        return made

    monkeypatch.setattr(writing, "write_beside", meanwhile)
    with pytest.raises(UnwritableFile, match="exists already"):
        writing.write_whole(Path("out.txt"), "this run")
    assert state(tmp_path) == {"out.txt": b"the other run"}


@pytest.mark.parametrize("links", [True, False], ids=["second-names", "no-second-names"])
def test_copies_are_whole_and_never_replaced(tmp_path, monkeypatch, links):
    from sto_cli.files.writing import keep_copy

    if not links:
        monkeypatch.delattr(os, "link")
    path = tmp_path / "plan.yaml"
    path.write_text("now")
    assert [keep_copy(path, text.encode()).name for text in ("one", "two")] == ["plan.yaml.bak", "plan.yaml.bak2"]
    assert {name: text for name, text in state(tmp_path).items() if "bak" in name} == {
        "plan.yaml.bak": b"one",
        "plan.yaml.bak2": b"two",
    }
    assert len(list(tmp_path.iterdir())) == 3
