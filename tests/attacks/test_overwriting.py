"""Nothing that a command reads is written over by its answer, whatever path leads to it."""

from __future__ import annotations

import io
import os
import shutil
import sys
from pathlib import Path

import pytest

from sto_cli.files.history import former_files
from sto_cli.plans import checking

ROOT = Path(__file__).parent.parent.parent
PLAN = ROOT / "tests" / "cases" / "missing-question" / "pass-all-six.yaml"
WRONG_DATE = "titel: Techniek\nmijlpalen: [{datum: 1 oktober 2026, mijlpaal: De werkplaats is ingericht.}]\n"
OWN = (
    "as_of: 2026-11\nsource: eigen lijst\nparticipation:\n  - {school: 00AH17, region: twente, status: participating}\n"
)


@pytest.fixture(autouse=True)
def _files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.copy(PLAN, "plan.yaml")
    Path("plans").mkdir()
    shutil.copy(PLAN, "plans/alpha.yaml")
    Path("own").mkdir()
    Path("own/participation.yaml").write_text(OWN)
    Path("own/decisions.json").write_text('{"format": 1, "decisions": []}')
    Path("own/participation-review-twente.csv").write_text("row;school;place;street;postcode;code;question;choice\n")
    Path("bare.yaml").write_text("titel: x\n")
    Path("list.csv").write_text("School;Plaats\nHet Stedelijk Alpha;Enschede\n")


def by_name(path):
    return path


def by_detour(path):
    return path.parent / "own" / ".." / path.name if path.parent == Path() else path.parent / ".." / path


def whole(path):
    return path.resolve()


def through_a_link(path):
    Path("link.yaml").symlink_to(path.resolve())
    return Path("link.yaml")


def by_a_second_name(path):
    os.link(path, "second.yaml")
    return Path("second.yaml")


def through_a_linked_folder(path):
    Path("linked").symlink_to(path.resolve().parent, target_is_directory=True)
    return Path("linked") / path.name


SPELLINGS = [by_name, by_detour, whole, through_a_link, by_a_second_name, through_a_linked_folder]

COMMANDS = {
    "plan-show": (["plan", "show", "plan.yaml", "--format", "markdown"], "plan.yaml"),
    "validate": (["validate", "plan.yaml", "--format", "json"], "plan.yaml"),
    "validate-folder": (["validate", "plans", "plan.yaml", "--format", "text"], "plans/alpha.yaml"),
    "validate-diff": (["validate", "plan.yaml", "--diff", "--format", "text"], "plan.yaml"),
    "report-plans": (["report", "plans", "plans", "--format", "text"], "plans/alpha.yaml"),
    "report-plans-calendar": (["report", "plans", "plan.yaml", "--format", "ics"], "plan.yaml"),
    "coverage": (["--data", "own", "report", "coverage", "--format", "text"], "own/participation.yaml"),
    "gaps": (["--data", "own", "report", "gaps", "--format", "text"], "own/participation.yaml"),
    "trend": (["--data", "own", "report", "trend", "--format", "text"], "own/participation.yaml"),
    "plan-new": (["--data", "own", "plan", "new", "--school", "00AH17"], "own/participation.yaml"),
    "plan-of-no-school": (["--data", "own", "plan", "new"], "own/participation.yaml"),
    "validate-no-school": (["--data", "own", "validate", "bare.yaml", "--format", "text"], "own/participation.yaml"),
    "show-no-school": (["--data", "own", "plan", "show", "bare.yaml", "--format", "text"], "own/participation.yaml"),
    "convert": (["plan", "convert", "plan.yaml"], "plan.yaml"),
    "convert-no-school": (["--data", "own", "plan", "convert", "bare.yaml"], "own/participation.yaml"),
    "letter-on-decisions": (
        ["--data", "own", "validate", "plan.yaml", "--letter", "--format", "json"],
        "own/decisions.json",
    ),
    "letter": (["validate", "plan.yaml", "--letter", "--format", "text"], "plan.yaml"),
    "region-with-plans": (["report", "region", "twente", "--plans", "plans", "--format", "text"], "plans/alpha.yaml"),
}


@pytest.mark.sample(12)
@pytest.mark.parametrize("spelling", SPELLINGS, ids=lambda one: one.__name__)
@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_read_is_not_written_over(sto, name, spelling):
    arguments, read = COMMANDS[name]
    target = spelling(Path(read))
    before = Path(read).read_bytes()
    if target.suffix != Path(read).suffix:
        target = target.rename(target.with_suffix(Path(read).suffix))
    run = sto(*arguments, "--output", target, "--force")
    assert (run.code, run.out) == (2, "")
    assert "niet overschreven" in run.err
    assert Path(read).read_bytes() == before


@pytest.mark.parametrize("spelling", SPELLINGS, ids=lambda one: one.__name__)
def test_a_list_is_not_written_over(sto, spelling):
    target = spelling(Path("list.csv"))
    if target.suffix != ".csv":
        target = target.rename("link.csv")
    before = Path("list.csv").read_bytes()
    run = sto("match", "list.csv", "--output", target, "--force")
    assert run.code == 2
    assert "niet overschreven" in run.err
    assert Path("list.csv").read_bytes() == before


def test_a_file_behind_standard_input_is_not_written_over(sto, monkeypatch):
    before = Path("plan.yaml").read_bytes()
    for arguments in (["plan", "show", "-", "--format", "text"], ["validate", "-"], ["report", "plans", "-"]):
        with Path("plan.yaml").open("rb") as stream:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))
            run = sto(*arguments, "--output", "plan.yaml", "--format", "text", "--force")
        assert run.code == 2
        assert Path("plan.yaml").read_bytes() == before


@pytest.mark.parametrize("least", [1, 10_000], ids=["in-processes", "one-after-another"])
@pytest.mark.parametrize("target", ["plans/wrong.yaml", "plans/wrong.yaml.bak"])
def test_what_was_mended_is_not_written_over_nor_the_only_copy_of_it(sto, monkeypatch, least, target):
    monkeypatch.setattr(checking, "WORTH_FORKING", least)
    monkeypatch.setattr(checking, "WORTH_STARTING", least)
    monkeypatch.setattr("sto_cli.cli.validate._processors", lambda: 2)
    Path("plans/wrong.yaml").write_text(WRONG_DATE)
    run = sto("validate", "plans", "--fix", "--output", target, "--format", "text", "--force")
    assert run.code == 2
    assert "niet overschreven" in run.err
    assert Path("plans/wrong.yaml.bak").read_text() == WRONG_DATE
    assert Path("plans/wrong.yaml").read_text() == WRONG_DATE.replace("1 oktober 2026", "2026-10-01")


def test_another_file_is_still_replaced(sto):
    Path("plans/answer.txt").write_text("old")
    assert sto("report", "plans", "plans", "--output", "plans/answer.txt", "--force").code == 0
    assert Path("plans/answer.txt").read_text("utf-8") != "old"


def test_own_data_is_brought_up_to_date_and_the_former_file_kept(sto):
    Path("who.csv").write_text("School;Deelname\n00AH17;nee\n")
    arguments = ["data", "import", "participation", "who.csv", "--region", "twente", "--as-of", "2026-11-20", "--yes"]
    run = sto("--data", "own", *arguments, "--output", "own")
    assert run.code == 0, run.err
    assert "not_participating" in Path("own/participation.yaml").read_text("utf-8")
    assert former_files(Path("own"), 1)["participation.yaml"] == OWN.encode()


def by_descriptor(path):
    return Path(f"/proc/self/fd/{os.open(path, os.O_RDWR)}")


@pytest.mark.skipif(sys.platform != "linux", reason="open files have names as Linux gives them")
def test_an_open_file_under_its_number_is_the_same_file(sto):
    before = Path("plan.yaml").read_bytes()
    open_file = by_descriptor("plan.yaml")
    for read, target in ((Path("plan.yaml"), open_file), (open_file, Path("plan.yaml")), (open_file, open_file)):
        run = sto("plan", "show", read, "--format", "text", "--output", target, "--force")
        assert (run.code, "niet overschreven" in run.err) == (2, True)
    os.close(int(open_file.name))
    assert Path("plan.yaml").read_bytes() == before


@pytest.mark.parametrize("name", ["participation-review-twente.csv", "participation.yaml", "decisions.json"])
@pytest.mark.parametrize("where", ["option", "variable", "settings"])
def test_own_data_and_decisions_stay_wherever_they_are_named(sto, monkeypatch, tmp_path, name, where):
    target = f"own/{name}"
    if where == "variable":
        monkeypatch.setenv("STO_DATA", "own")
    if where == "settings":
        (tmp_path / "conf" / "sto").mkdir(parents=True)
        (tmp_path / "conf" / "sto" / "data").symlink_to(tmp_path / "own")
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "conf"))
    link = Path(f"link{'.yaml' if target.endswith('yaml') else '.csv'}")
    link.symlink_to(target)
    command = ["plan", "new"] if target.endswith("yaml") else ["match", "list.csv"]
    before = Path(target).read_bytes()
    run = sto(*(["--data", "own"] if where == "option" else []), *command, "--output", link, "--force")
    assert (run.code, "niet overschreven" in run.err) == (2, True), run.err
    assert Path(target).read_bytes() == before


def test_the_second_time_too_when_a_derived_copy_is_there(sto):
    for _ in range(2):
        run = sto(
            "--data", "own", "report", "gaps", "--format", "text", "--output", "own/participation.yaml", "--force"
        )
        assert run.code == 2
    assert Path("own/participation.yaml").read_text() == OWN
