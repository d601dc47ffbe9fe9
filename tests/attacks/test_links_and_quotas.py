"""Files that belong together behind links, and a quota at every byte: as before or as after, and copies are whole."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from sto_cli.cli.main import main
from sto_cli.files.history import HISTORY, Occasion, change_files, changes_of, contents_of, former_files

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="links and copies of a run as Unix has them"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # a run that forks has no other threads that matter
]

WRONG = "titel: T\nmijlpalen: [{datum: 1 oktober 2026, mijlpaal: De werkplaats is ingericht.}]\n"
OWN = "as_of: 2026-11\nsource: x\nparticipation:\n  - {school: 00AH17, region: twente, status: participating}\n"
CHANGES = ("replace", "link", "unlink", "rename")


def world(folder):
    """Own data of which one file lies elsewhere, behind a link."""
    for name in ("own", "share"):
        (folder / name).mkdir(parents=True)
    (folder / "share/a").write_text("a before")
    (folder / "own/a").symlink_to("../share/a")
    (folder / "own/b").write_text("b before")
    return folder / "own"


def written(own):
    after = {name: f"{name} after".encode() for name in ("a", "b")}
    change_files(own, contents_of(own, ("a", "b")), after, Occasion("", "", "2026-10-01"))


def contents(own):
    return {name: (own / name).read_text() for name in ("a", "b")}


BEFORE, AFTER = ({name: f"{name} {when}" for name in "ab"} for when in ("before", "after"))


def struck(own, at, end):
    """Write with `end` at the call number `at`; say whether there is such a call."""
    calls = 0
    with pytest.MonkeyPatch.context() as patch:
        for name in CHANGES:
            really = getattr(os, name)

            def call(*arguments, _really=really, **named):
                nonlocal calls
                calls += 1
                if calls == at + 1:
                    end()
                return _really(*arguments, **named)

            patch.setattr(os, name, call)
        try:
            written(own)
        except Exception:
            return True
    return calls > at


def full():
    raise OSError(28, "no room")


@pytest.mark.parametrize("at", range(3))
def test_behind_a_link_a_failed_write_changes_nothing(tmp_path, at):
    own = world(tmp_path)
    assert struck(own, at, full) or at == 2
    assert contents(own) in (BEFORE, AFTER)
    assert (own / "a").is_symlink()
    assert (contents(own) == AFTER) == bool(changes_of(own))


@pytest.mark.parametrize("at", range(4))
def test_behind_a_link_what_a_killed_write_left_can_be_taken_back(tmp_path, at):
    own = world(tmp_path)
    child = os.fork()
    if child == 0:
        struck(own, at, lambda: os._exit(9))
        os._exit(0)
    os.waitpid(child, 0)
    former = {name: data.decode() for name, data in former_files(own, 1).items()}
    assert {**contents(own), **former} == BEFORE
    assert (own / "a").is_symlink()


def limited(size, words):
    """Run a command that may write files of so many bytes only; return its exit code."""
    import resource
    import signal

    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        try:
            main(words)
        except SystemExit as stop:
            os._exit(int(stop.code or 0))
        os._exit(99)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.parametrize("size", [0, 1, 7, 40, len(WRONG) - 12, len(WRONG) - 1, len(WRONG), 10_000])
def test_a_quota_at_any_byte_leaves_a_plan_whole(tmp_path, monkeypatch, size):
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_text(WRONG)
    assert limited(size, ["validate", "plan.yaml", "--fix"]) in {1, 2}
    names = sorted(path.name for path in tmp_path.iterdir())
    if size < len(WRONG):
        assert (names, Path("plan.yaml").read_text()) == (["plan.yaml"], WRONG)
    else:
        assert (names, Path("plan.yaml.bak").read_text()) == (["plan.yaml", "plan.yaml.bak"], WRONG)
        assert "2026-10-01" in Path("plan.yaml").read_text()


@pytest.mark.parametrize("size", [0, 1, 60, len(OWN), 250, 400, 700, 1_000_000])
def test_a_quota_at_any_byte_leaves_own_data_whole(tmp_path, monkeypatch, size):
    monkeypatch.chdir(tmp_path)
    Path("own").mkdir()
    Path("own/participation.yaml").write_text(OWN)
    Path("list.csv").write_text("School;Plaats;Deelname\nHet Stedelijk Alpha;Enschede;nee\nNergens;X;ja\n")
    words = ["data", "import", "participation", "list.csv", "--region", "twente", "--as-of", "2026", "--yes"]
    code = limited(size, [*words, "--output", "own"])
    names = sorted(path.name for path in Path("own").iterdir() if path.name != HISTORY)
    if code == 2:
        assert (names, Path("own/participation.yaml").read_text()) == (["participation.yaml"], OWN)
    else:
        assert (code, size >= 700) == (0, True)
        assert names == ["participation-review-twente.csv", "participation.yaml"]
        assert former_files(Path("own"), 1)["participation.yaml"] == OWN.encode()


@pytest.mark.parametrize("letter", ["a", "é", "😀"])
def test_copies_of_two_long_names_are_kept_apart(sto, tmp_path, monkeypatch, letter):
    monkeypatch.chdir(tmp_path)
    stem = letter * ((255 - len("1.yaml")) // len(letter.encode()))
    for number in (1, 2):
        Path(f"{stem}{number}.yaml").write_text(WRONG.replace("titel: T", f"titel: T{number}"))
        sto("validate", f"{stem}{number}.yaml", "--fix")
    copies = [path.read_text() for path in tmp_path.iterdir() if "bak" in path.name]
    assert sorted(text[:9] for text in copies) == ["titel: T1", "titel: T2"]
