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


LIMIT = re.compile(r"^_?(?:LARGEST|MOST|LONGEST|MAX|DEEPEST)\w* = [\d_]{4,}$", re.MULTILINE)
ELSEWHERE = {
    "files/workbook/writer.py": "what Excel takes of what is written",
    "files/packed.py": "what the format of archives allows in a remark",
    "files/word/container.py": "the same",
}


def test_every_limit_on_a_file_stands_in_one_place(root):
    from sto_cli.files import limits

    package = root / "sto_cli"
    readers = [*package.glob("files/**/*.py"), *package.glob("lists/*.py"), *package.glob("register/*.py")]
    readers += [*package.glob("plans/source/*.py"), package / "plans" / "reading" / "reading.py"]
    spread = {path.relative_to(package).as_posix(): LIMIT.findall(path.read_text("utf-8")) for path in readers}
    assert {path for path, found in spread.items() if found} <= set(ELSEWHERE)
    assert all(name.isupper() and value > 0 for name, value in vars(limits).items() if isinstance(value, int))


FOLDERS = {"test_plans": "plans/", "test_notes": "notes/", "test_text_that_leaves": "steering/"}


def test_the_folder_names_its_tests(root):
    folder = root / "tests" / "attacks"
    said = (folder / "README.md").read_text("utf-8")
    for path in folder.glob("test_*.py"):
        assert FOLDERS.get(path.stem, path.name) in said
