"""The architecture page and the glossary say what is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text("utf-8")
FOLDERS = ("sto_cli/", "tests/", "tools/", "docs/", "data/", "schemas/", "benchmarks/", ".ci/")


def paths() -> list[str]:
    named = {word for word in re.findall(r"`([\w./-]+)`", PAGE) if word.startswith(FOLDERS)}
    linked = {f"docs/{target}" for target in re.findall(r"\]\(([\w./-]+)\)", PAGE)}
    return sorted(named | linked)


@pytest.mark.parametrize("path", paths())
def test_every_path_that_is_named_exists(path):
    assert (ROOT / path).exists()


@pytest.mark.parametrize(
    "path", sorted((ROOT / "sto_cli" / "plans" / "rules").rglob("*.py")), ids=lambda path: path.stem
)
def test_a_rule_asks_the_plan_and_parses_nothing(path):
    tree = ast.parse(path.read_text("utf-8"))
    imported = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    imported |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not {"re", "regex"} & imported


def test_the_picture_shows_every_layer_in_its_order():
    from test_project import LAYERS

    picture = PAGE.split("```")[1]
    named = [word for word in re.findall(r"^ (\w+)", picture, re.MULTILINE) if word in LAYERS]
    assert named == LAYERS[: len(named)]
    assert {f"`{layer}`" for layer in LAYERS if (ROOT / "sto_cli" / layer).is_dir()} <= set(re.findall(r"`\w+`", PAGE))


def test_every_type_in_the_glossary_is_in_the_code():
    written = {
        node.name if isinstance(node, ast.ClassDef) else getattr(node.targets[0], "id", "")
        for path in (ROOT / "sto_cli").rglob("*.py")
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef | ast.Assign)
    }
    types = set(re.findall(r"`([A-Z][a-z]+)`", GLOSSARY))
    assert types <= written


@pytest.mark.parametrize("name", ["architecture.md", "glossary.md", "decisions.md"])
def test_newcomers_find_it(name):
    assert f"docs/{name}" in (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def test_code_refers_to_nothing_outside_the_project():
    pattern = re.compile(r"\bdesign[,:]? \(?section|the design \(section|design\.md|style\.md")
    files = [*(ROOT / "sto_cli").rglob("*.py"), *(ROOT / "tools").glob("*"), *(ROOT / "benchmarks").glob("*.py")]
    assert not [path.name for path in files if path.is_file() and pattern.search(path.read_text("utf-8"))]
