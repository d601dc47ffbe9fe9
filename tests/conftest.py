"""What all tests share: the shipped register, `sto` run as a user runs it, and expected outputs as files.

`pytest --renew-golden` writes the expected outputs anew.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import hypothesis
import pytest

from sto_cli.cli.main import main
from sto_cli.register.load import load_register
from sto_cli.register.register import Register

# Where a change is judged, the same examples are tried every time; whoever works on it tries new ones.
hypothesis.settings.register_profile("judged", derandomize=True)
hypothesis.settings.load_profile("judged" if os.environ.get("CI") else "default")

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


@pytest.fixture
def sto(capsys: pytest.CaptureFixture[str]):
    """Run `sto` with these arguments: `sto("find-region", "00AH17")`, in Dutch unless told otherwise."""

    def run(*arguments: str | os.PathLike[str]) -> Run:
        with pytest.raises(SystemExit) as stop:
            main([os.fspath(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Run(int(stop.value.code or 0), captured.out, captured.err)

    return run


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


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return Path(__file__).parent.parent
