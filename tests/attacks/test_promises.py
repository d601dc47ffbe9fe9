"""SECURITY.md promises nothing that no test proves, and names the limits as they are."""

from __future__ import annotations

import re
from importlib import import_module

import pytest


@pytest.fixture(scope="module")
def page(root):
    return (root / "SECURITY.md").read_text("utf-8")


def test_each_proof_exists(page, root):
    named = set(re.findall(r"`(tests/[\w/]+\.py)`", page))
    assert named
    for name in named:
        assert "def test_" in (root / name).read_text("utf-8"), name
    kept = {f"tests/attacks/{path.name}" for path in (root / "tests" / "attacks").glob("test_*.py")}
    assert kept - named == {"tests/attacks/test_promises.py"}


def test_each_limit_is_as_it_says(page):
    limits = re.findall(r"^\| [^|]+ \| ([\d,]+)[^|]*\| `([\w.]+)\.(\w+)` \|$", page, re.MULTILINE)
    assert len(limits) > 10
    for number, module, name in limits:
        assert getattr(import_module(module), name) == int(number.replace(",", "")), name


FOLDERS = {"test_plans": "plans/", "test_notes": "notes/", "test_text_that_leaves": "steering/"}


def test_the_folder_names_its_tests(root):
    folder = root / "tests" / "attacks"
    said = (folder / "README.md").read_text("utf-8")
    for path in folder.glob("test_*.py"):
        assert FOLDERS.get(path.stem, path.name) in said
