"""What all tests share: expected outputs as files, renewed with `pytest --renew-golden`."""

from __future__ import annotations

from pathlib import Path

import pytest


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
