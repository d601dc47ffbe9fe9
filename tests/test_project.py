"""What the project promises about itself: its layers, its packages, its texts, its notes."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from io import BytesIO
from pathlib import Path

import pytest
import texts
from babel.messages.mofile import read_mo

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "sto_cli"

LAYERS = [
    "cli",
    "render",
    "reports",
    "steps",
    "lists",
    "plans",
    "search",
    "register",
    "files",
    "errors",
    "findings",
    "messages",
]
"""From top to bottom: a layer imports only from itself and from below."""


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        layer = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if layer in LAYERS:
            yield layer, path


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imported_layers(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(parsed(path)):
        names = [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        for name in names:
            parts = name.split(".")
            if parts[0] == "sto_cli" and len(parts) > 1 and parts[1] in LAYERS:
                yield parts[1], node.lineno


def test_layers_import_only_downwards():
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {lower}"
        for layer, path in modules()
        for lower, line in imported_layers(path)
        if LAYERS.index(lower) < LAYERS.index(layer)
    ]
    assert not wrong


def imported_modules(path: Path, known: set[str]) -> set[str]:
    """Return the modules of the package that one imports, anywhere in it, also only for types."""
    found = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found & known


def test_no_modules_import_each_other():
    package = ROOT / "sto_cli"
    named = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in package.rglob("*.py")}
    imported = {name: imported_modules(path, set(named)) for name, path in named.items()}
    assert sum(map(len, imported.values())) > len(named)
    TopologicalSorter(imported).prepare()


def test_every_folder_of_the_package_is_a_layer():
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders <= set(LAYERS)


def test_every_package_reaches_the_wheel():
    listed = set(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["packages"])
    found = {".".join(path.parent.relative_to(ROOT).parts) for path in PACKAGE.rglob("__init__.py")}
    assert listed == found | {"sto_cli.data", "sto_cli.schemas"}


def as_tuple(text):
    return (text,) if isinstance(text, str) else tuple(text)


def test_every_text_has_a_dutch_translation_and_the_catalogues_are_up_to_date(catalogue):
    """Fails with the list of texts: run `python tools/texts.py` and fill in what is missing."""
    assert texts.missing(catalogue) == []
    with (texts.LOCALE / "nl" / "LC_MESSAGES" / "sto.mo").open("rb") as stream:
        shipped = read_mo(stream)
    assert spoken(shipped) == spoken(read_mo(BytesIO(texts.compiled(catalogue))))


def spoken(catalogue):
    """Return the texts with their translations; releases of Babel differ in how they lay them out."""
    return {as_tuple(entry.id): as_tuple(entry.string) for entry in catalogue if entry.id}


def test_translations_use_the_same_places_as_their_texts(catalogue):
    place = re.compile(r"\{\w+\}")  # not the braces of an example of a plan
    wrong = []
    for entry in catalogue:
        ids, strings = as_tuple(entry.id), as_tuple(entry.string)
        if not entry.id:
            continue
        known = {name for text in ids for name in place.findall(text)}
        wrong += [text for text in strings if not set(place.findall(text)) <= known]
    assert not wrong


FORBIDDEN = {"null", "string", "object", "array", "boolean", "integer", "schema", "parser", "traceback", "token"}
"""Programmer's words that a school person should never meet."""


def test_dutch_texts_hold_no_programmers_words(catalogue):
    strings = [
        text for entry in catalogue for text in (entry.string if isinstance(entry.string, tuple) else (entry.string,))
    ]
    wrong = [text for text in strings if set(re.findall(r"[a-z]+", text.lower())) & FORBIDDEN]
    assert not wrong


def tracked() -> list[Path]:
    listing = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listing.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listing.stdout.splitlines()]


def test_no_mail_addresses_or_phone_numbers_ship():
    mail = re.compile(r"[\w.+-]+@[\w-]+\.[a-z]{2,}", re.IGNORECASE)
    phone = re.compile(r"(?<![\d/-])(?:\+31|0)[1-9](?:[ -]?\d){8}(?!\d)")
    found = []
    for path in (ROOT / "data").glob("*"):
        if path.is_file():
            text = path.read_text("utf-8")
            found += [f"{path.name}: {hit}" for pattern in (mail, phone) for hit in pattern.findall(text)]
    assert not found


def test_no_two_files_of_tests_have_one_name():
    """Pytest knows them by their names alone: of two only one can be run."""
    names = Counter(path.name for path in (ROOT / "tests").rglob("test_*.py") if "node_modules" not in path.parts)
    assert [name for name, count in names.items() if count > 1] == []


def named_types(path: Path) -> Iterator[str]:
    """The public classes and type aliases of a module; a type variable stands for any of them and is none."""
    for node in parsed(path).body:
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign) and isinstance(name := node.targets[0], ast.Name):
            made = getattr(getattr(node.value, "func", None), "id", "")
            if re.match(r"[A-Z]\w*[a-z]", name.id) and made != "TypeVar":
                yield name.id


def test_no_two_types_have_one_name():
    """One word, one meaning: give what is new a name of its own, and say in the glossary what it means."""
    places: dict[str, list[str]] = {}
    for _, path in modules():
        for name in named_types(path):
            if not name.startswith("_"):
                places.setdefault(name, []).append(str(path.relative_to(ROOT)))
    assert {name: where for name, where in places.items() if len(where) > 1} == {}
