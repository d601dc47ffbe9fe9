"""A full disk, a refused right, a killed process, at every call that changes the disk: files before or files after.

Who is killed may leave a file that waits beside its place (`.sto-…`), and a whole copy of what was there (`.bak`).
"""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from faults import Faults, Killed, inject

from sto_cli.cli.main import main
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


@pytest.fixture
def folder(tmp_path, monkeypatch, sto):
    made = tmp_path / "made"
    made.mkdir()
    monkeypatch.chdir(made)
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
    sto("plan", "convert", "wrong/a.yaml", "--output", "plan.docx")
    sto(*DUO, "--output", "schools")
    Path("schools/schools.yaml").write_text(Path("schools/schools.yaml").read_text().replace("2026-09", "2025-09"))
    sto(*IMPORT, "--output", "reviewed")
    review = Path("reviewed/participation-review-twente.csv")
    review.write_text(review.read_text("utf-8").replace("geen school gevonden;", "geen school gevonden;geen"), "utf-8")
    return made


def state(folder):
    return {str(path.relative_to(folder)): content(path) for path in folder.rglob("*") if path.is_file()}


def content(path):
    """Return the bytes of a file; of a workbook without the part that holds when it was made."""
    data = path.read_bytes()
    if path.suffix != ".xlsx" or not zipfile.is_zipfile(path):
        return data
    with zipfile.ZipFile(path) as archive:
        return str({one: archive.read(one) for one in archive.namelist() if one != "docProps/core.xml"}).encode()


def put_back(folder, files):
    shutil.rmtree(folder)
    folder.mkdir()
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def run(words, faults):
    with pytest.MonkeyPatch.context() as patch:
        inject(patch, faults)
        try:
            main(words)
        except SystemExit as stop:
            return int(stop.code or 0)
        except Killed:
            return None


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # files of XlsxWriter that were cut off
@pytest.mark.parametrize("kind", ["full", "killed"])
@pytest.mark.parametrize("name", COMMANDS)
def test_files_are_as_before_or_as_after(folder, capsys, monkeypatch, name, kind):
    words = COMMANDS[name]
    before = state(folder)
    clean = Faults()
    assert run(words, clean) in {0, 1}, capsys.readouterr().err
    after = state(folder)
    assert after != before
    assert clean.passed > 2
    for at in range(clean.passed):
        put_back(folder, before)
        monkeypatch.chdir(folder)
        faults = Faults(kind, at)
        code = run(words, faults)
        assert faults.struck
        told = capsys.readouterr().err
        assert "Traceback" not in told
        judge(state(folder), before, after, kind, f"{name}: {kind} at {at}, {clean.calls[at]}", code)


def judge(now, before, after, kind, case, code):
    if kind == "killed":
        now = {name: content for name, content in now.items() if not Path(name).name.startswith(BESIDE)}
        kept = [name for name in now if name not in before and ".bak" in name]
        assert all(now[name] in before.values() for name in kept), case
        for name in {*before, *now} - set(kept):
            assert now.get(name) in {before.get(name), after.get(name)}, f"{case}: {name}"
        return
    if case.endswith("unlink"):  # what waited beside its place could not be cleared away
        now = {name: content for name, content in now.items() if not Path(name).name.startswith(BESIDE)}
    # each mended plan is a matter of its own, with its copy
    if "repairs" in case:
        for name in ("wrong/a.yaml", "wrong/b.yaml"):
            pair = {one: now.get(one) for one in (name, f"{name}.bak")}
            assert pair in [{one: state_.get(one) for one in pair} for state_ in (before, after)], case
        return
    assert now in (before, after), (case, sorted(now.keys() ^ before.keys()))
    assert code in ({0, 1} if now == after else {2}), (case, code)


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
    import os

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
