"""A coordinator's day, job by job, with the commands of the guide alone."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import openpyxl
import pytest
import yaml

HERE = Path(__file__).parent
GUIDE = HERE.parent.parent / "docs" / "handleiding.md"
JOBS = yaml.safe_load((HERE / "day" / "jobs.yaml").read_text("utf-8"))
POINTS = yaml.safe_load((HERE / "day" / "points.yaml").read_text("utf-8"))

NAMES = [
    ["School", "Plaats", "Deelname"],
    ["Het Stedelijk Alpha", "Enschede", "ja, sinds 2020"],
    ["Bonhoeffer College", "Enschede", "ja"],
    ["ROC van Twente", "Hengelo", "ja"],
    ["Jacobus Fruijtier SGM", "Rijssen", "nee"],
    ["RK SGM Canisius", "Tubbergen", "x"],
]
YEARS = [
    ["School", "Plaats", "2024-2025", "25/26", "schooljaar 2026-2027"],
    ["Het Stedelijk Alpha", "Enschede", "x", "x", "x"],
    ["Twents Carmel College", "Oldenzaal", "", "x", "x"],
]


@pytest.fixture
def desk(tmp_path, monkeypatch, user_settings):
    """A folder with two lists and some plans, and own data that nobody has written to yet."""
    monkeypatch.chdir(tmp_path)
    user_settings(tmp_path / "config")
    shutil.copytree(HERE.parent / "reports" / "plans", "plannen")
    for name, rows in (("scholen.xlsx", NAMES), ("lijst.xlsx", YEARS)):
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        book.save(name)
    return tmp_path


def test_the_day_has_thirty_jobs():
    assert len(JOBS) == 30
    assert all({"job", "command"} < set(job) for job in JOBS)


def test_every_job_is_done_with_the_guide_alone(sto, desk):
    """One job goes on where another ended, so they are one test; every job that goes wrong is named."""
    wrong = [f"{job['job']} ({job['command']}): {fault}" for job in JOBS for fault in faults(sto, job)]
    assert not wrong, "\n".join(wrong)


def test_nothing_false_is_said_again(sto, desk):
    """What was found false once; two writers at once (14) are in `tests/attacks/test_at_once.py`."""
    book = openpyxl.Workbook()
    for row in NAMES:
        book.active.append(row)
    book.active.row_dimensions[3].hidden = True
    book.save("verborgen.xlsx")
    wrong = []
    for point in POINTS:
        for name, text in point.get("files", {}).items():
            Path(name).parent.mkdir(exist_ok=True)
            Path(name).write_text(Path(text).read_text("utf-8") if "\n" not in text else text, "utf-8")
        wrong += [f"{point['job']} ({point['command']}): {fault}" for fault in faults(sto, point)]
    assert not wrong, "\n".join(wrong)


def faults(sto, job):
    run = sto(*shlex.split(job["command"])[1:])
    if run.code != job.get("code", 0):
        yield f"exit {run.code}: {run.err}"
    seen, warned = (re.sub(r"[ \n]+", " ", text) for text in (run.out, run.err))
    yield from (f"“{words}” is not seen" for words in job.get("sees", ()) if _plain(words) not in seen)
    yield from (f"“{words}” is not said" for words in job.get("warns", ()) if _plain(words) not in warned)
    yield from (f"“{words}” is seen" for words in job.get("never", ()) if _plain(words) in seen + warned)
    for name, holds in job.get("writes", {}).items():
        if not Path(name).exists() or not Path(name).stat().st_size:
            yield f"{name} is not written"
        elif holds:
            text = Path(name).read_text("utf-8")
            yield from (f"“{words}” is not in {name}" for words in holds if words not in text)


def _plain(words: str) -> str:
    return re.sub(r"[ \n]+", " ", words)


@pytest.mark.parametrize("job", JOBS, ids=lambda job: job["job"])
def test_the_command_stands_in_the_guide(job):
    command = job["command"].removesuffix(" --yes").replace("plannen/alpha.yaml", "plan.yaml")
    assert re.search(rf"{re.escape(command)}(?![\w.])", GUIDE.read_text("utf-8"))


def test_the_pictures_of_the_guide_are_there_and_small():
    named = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", GUIDE.read_text("utf-8"))
    assert named
    assert all(0 < (GUIDE.parent / name).stat().st_size < 150_000 for name in named)


def test_the_guide_leads_to_its_own_chapters():
    text = GUIDE.read_text("utf-8")
    chapters = {re.sub(r"[^\w -]", "", line.lower()).replace(" ", "-") for line in re.findall(r"^#+ (.+)$", text, re.M)}
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= chapters
