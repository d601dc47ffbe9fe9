"""No network, no other program: whatever a command does, no socket is opened and nothing is started."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

GOOD = Path(__file__).parent.parent / "cases" / "missing-question" / "pass-all-six.yaml"
NETWORK = ("socket.", "urllib.Request", "http.client", "ftplib", "smtplib", "webbrowser.open")
PROGRAMS = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.startfile", "pty.spawn")
CODE = ("pickle.find_class",)

COMMANDS = [
    ["find-region", "stedelijk alpha enschede"],
    ["region", "show", "twente"],
    ["school", "show", "00AH17", "--format", "json"],
    ["validate", "plan.yaml"],
    ["validate", "plan.yaml", "--fix"],
    ["plan", "show", "plan.yaml", "--output", "plan.html"],
    ["plan", "new", "--school", "00AH17", "--output", "new.docx"],
    ["plan", "convert", "plan.yaml", "--output", "out.docx"],
    ["report", "coverage", "--output", "coverage.html"],
    ["report", "gaps", "--region", "twente", "--output", "gaps.xlsx"],
    ["report", "plans", "plan.yaml", "--output", "plans.ics"],
    ["match", "list.csv", "--output", "out.xlsx"],
    ["match", "out.xlsx"],
    ["data", "check"],
    ["data", "import", "participation", "list.csv", "--region", "twente", "--as-of", "2026", "--all-take-part",
     "--output", "own", "--yes"],
]  # fmt: skip

_seen: list[str] | None = None


def _listen(event: str, arguments: tuple[object, ...]) -> None:
    if _seen is not None and event.startswith((*NETWORK, *PROGRAMS, *CODE)):
        _seen.append(f"{event} {arguments}")


@pytest.fixture(scope="module")
def audit():
    sys.addaudithook(_listen)  # for as long as Python runs; it listens only while a test asks


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words[:3]))
def test_no_command_opens_a_socket_or_starts_a_program(sto, audit, tmp_path, monkeypatch, words):
    global _seen  # noqa: PLW0603 - what the hook adds to
    monkeypatch.chdir(tmp_path)
    shutil.copy(GOOD, "plan.yaml")
    Path("list.csv").write_text("School;Plaats\nHet Stedelijk Alpha;Enschede\n")
    if "out.xlsx" in words[1:2]:
        sto("match", "list.csv", "--output", "out.xlsx")
    _seen = []
    try:
        run = sto(*words)
        seen = list(_seen)
    finally:
        _seen = None
    assert run.code in {0, 1}, run.err
    assert seen == []


def test_the_hook_hears_a_socket(audit):
    global _seen  # noqa: PLW0603 - as above
    import socket

    _seen = []
    try:
        socket.socket().close()
        assert _seen
    finally:
        _seen = None
