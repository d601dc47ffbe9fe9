"""What all tests share: the shipped register, `sto` run as a user runs it, and expected outputs as files.

`pytest --renew-golden` writes the expected outputs anew.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import hypothesis
import pytest

from sto_cli.cli.main import main
from sto_cli.register.load import load_register
from sto_cli.register.register import Register

# Where a change is judged, the same examples are tried every time; whoever works on it tries new ones.
# No deadline: on a busy machine the first example also pays for the imports.
hypothesis.settings.register_profile("judged", derandomize=True, deadline=None)
hypothesis.settings.register_profile("working", deadline=None)
hypothesis.settings.load_profile("judged" if os.environ.get("CI") else "working")

TODAY = "2026-11-24"


@dataclass(frozen=True)
class Run:
    """What one run of `sto` gave."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def register() -> Register:
    """The shipped register."""
    return load_register()


@pytest.fixture(autouse=True)
def _own_surroundings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the tester's own settings out, and the day the same."""
    home = tmp_path_factory.getbasetemp() / "home"
    home.mkdir(exist_ok=True)
    for name in ("STO_LANG", "STO_DATA", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("STO_CACHE", str(home / "cache"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("STO_TODAY", TODAY)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("STO_TRACEBACK", "1")


@pytest.fixture
def sto(capsys: pytest.CaptureFixture[str]):
    """Run `sto` with these arguments: `sto("find-region", "00AH17")`, in Dutch unless told otherwise."""

    def run(*arguments: str | os.PathLike[str]) -> Run:
        with pytest.raises(SystemExit) as stop:
            main([os.fspath(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Run(int(stop.value.code or 0), captured.out, captured.err)

    return run


@pytest.fixture
def shown_help():
    """Ask for help in a process of its own, as users do: `shown_help("en", "report", "gaps")`.

    Typer keeps the language of its headings from the first run in a process.
    """

    def run(language: str, *command: str) -> str:
        call = [sys.executable, "-m", "sto_cli", "--lang", language, *command, "--help"]
        surroundings = {**os.environ, "PYTHONUTF8": "1"}
        return subprocess.run(call, env=surroundings, capture_output=True, encoding="utf-8", check=True).stdout

    return run


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config):
    """Leave out what is slow, unless `-m` or a test is named; run on every processor, unless a file or folder is named.

    `-n` and `-p no:xdist` are obeyed: a folder is often run beside other work, and starts sooner in one process.
    """
    if not config.option.markexpr and not any("::" in argument for argument in config.args):
        config.option.markexpr = "not slow"
    named = config.args_source is config.ArgsSource.ARGS
    if not named and getattr(config.option, "numprocesses", 0) is None and not config.option.usepdb:
        config.option.numprocesses = "auto"
        config.option.dist = "worksteal"


def pytest_addoption(parser):
    parser.addoption("--renew-golden", action="store_true", help="write the expected outputs anew")


@pytest.fixture
def golden(request):
    """Compare a text with the file `golden/NAME` beside the test; with --renew-golden write that file."""

    def compare(name: str, text: str) -> None:
        path = Path(request.path).parent / "golden" / name
        if request.config.getoption("--renew-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def golden_words(request, golden):
    """Compare the words of a text with a golden file: its lines are laid out by a library, other in each release."""

    def compare(name: str, text: str) -> None:
        path = Path(request.path).parent / "golden" / name
        if path.exists() and _words(path.read_text(encoding="utf-8")) == _words(text):
            return
        golden(name, text)

    return compare


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\s─-╿]+", text))


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return Path(__file__).parent.parent
