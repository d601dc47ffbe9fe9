"""Render turns finished results into formats: it takes no register, and looks nothing up."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

RENDER = Path(__file__).parent.parent.parent / "sto_cli" / "render"

WHO_LOOKS_UP = {"Register", "Matcher", "Linker"}
"""What results are made from, in the layers below."""

WHERE_LOOKED_UP = (
    "sto_cli.register.register",
    "sto_cli.register.load",
    "sto_cli.register.lookup",
    "sto_cli.search.find",
    "sto_cli.files.reading",
    "sto_cli.files.yaml.reader",
)


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(RENDER.rglob("*.py")):
        yield path.relative_to(RENDER).as_posix(), ast.parse(path.read_text("utf-8"))


def names_in(annotation: ast.expr | None) -> set[str]:
    if annotation is None:
        return set()
    return {node.id for node in ast.walk(annotation) if isinstance(node, ast.Name)}


def test_no_function_takes_the_register():
    wrong = [
        f"{name}:{function.lineno} {function.name}({argument.arg})"
        for name, tree in modules()
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for argument in (*function.args.args, *function.args.kwonlyargs)
        if names_in(argument.annotation) & WHO_LOOKS_UP
    ]
    assert not wrong


def test_nothing_is_looked_up():
    wrong = [
        f"{name}:{node.lineno} {node.module}"
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module in WHERE_LOOKED_UP
    ]
    assert not wrong


RESULTS = ("reports", "steps", "lists", "plans", "search", "register")
"""The layers whose results are written."""

WORDS = {
    "quoted",
    "definitions",
    "first_day",
    "said_between",
    "said_in",
    "said_standing",
    "said_when",
    "share",
    "written_date",
}
"""What says a value: the meaning of words, a day as it is written, where a plan stands, a share in percents."""

FORM = {"columns_of", "example_of", "goal_name", "page_of", "platform_line", "rule_page", "scheme", "with_command"}
"""The texts of the form for a plan, which its reader knows too, the page of a rule, and what ships on the scheme."""


def test_what_is_computed_comes_with_the_result():
    """A headline, a letter or an age is asked of the result; what is imported are types, and words for them."""
    wrong = [
        f"{name}:{node.lineno} {node.module}.{alias.name}"
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sto_cli.")
        if node.module.split(".")[1] in RESULTS
        for alias in node.names
        if alias.name[0].islower() and alias.name not in WORDS | FORM
    ]
    assert not wrong
