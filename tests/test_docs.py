"""The README, the help and the guides agree with the program."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from sto_cli.cli.commands import COMMANDS, build
from sto_cli.messages import Translator

ROOT = Path(__file__).parent.parent
DOCS = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "data" / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
]
FENCE = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)


def blocks(path: Path, *kinds: str) -> list[str]:
    return [body for kind, body in FENCE.findall(path.read_text("utf-8")) if kind in kinds]


def test_the_first_two_blocks_of_the_readme_are_the_two_commands():
    found = [(kind, body) for kind, body in FENCE.findall((ROOT / "README.md").read_text("utf-8"))][:2]
    assert [kind for kind, _ in found] == ["sh", "sh"]
    assert "sto find-region" in found[0][1].splitlines()[-1]
    assert found[1][1].splitlines()[-1].endswith("pytest")


def outputs() -> list[tuple[str, str, str]]:
    """Every `$ sto …` of a console block with the output that the document shows."""
    found = []
    for path in DOCS:
        for block in blocks(path, "console"):
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, _, output = part.partition("\n")
                found.append((path.name, command, output))
    return found


SHOWN = [case for case in outputs() if case[2].strip()]


@pytest.mark.parametrize(("document", "command", "output"), SHOWN, ids=[f"{one[0]}: {one[1]}" for one in SHOWN])
def test_outputs_in_the_documents_are_real(sto, monkeypatch, document, command, output):
    """A line that is just `…` stands for lines left out."""
    monkeypatch.chdir(ROOT)
    run = sto(*shlex.split(command)[1:])
    pieces = re.split(r"^…\n", output.rstrip("\n") + "\n", flags=re.MULTILINE)
    at = 0
    for piece in pieces:
        at = run.out.find(piece, at)
        assert at >= 0, f"{document} shows for {command!r}:\n{piece}\nbut it says:\n{run.out}"
        at += len(piece)


def examples() -> list[tuple[str, str]]:
    """Every command line of sto in the documents and in the help, in both languages."""
    found = []
    for path in DOCS:
        lines = [line for block in blocks(path, "sh", "console", "") for line in block.splitlines()]
        lines += re.findall(r"`(sto [^`]+)`", path.read_text("utf-8"))
        found += [(path.name, line.removeprefix("$ ")) for line in lines]
    for language in ("nl", "en"):
        for name, command in all_commands(language):
            found += [(f"{name} --help ({language})", line.strip()) for line in (command.help or "").splitlines()]
    lines = [(where, line) for where, line in found if re.match(r"(\.venv/bin/)?sto [a-z-]", line)]
    return list(dict.fromkeys((where, line.split("  #")[0].split(" | ")[0].split(" > ")[0]) for where, line in lines))


def all_commands(language):
    root = build(Translator(language))
    context = root.make_context("sto", [], resilient_parsing=True)
    for name in root.list_commands(context):
        command = root.get_command(context, name)
        yield name, command
        yield from walk(name, command)


def walk(name, command):
    """The commands of a group, which are built when they are asked for."""
    if not hasattr(command, "list_commands"):
        return
    context = command.make_context("sto", [], resilient_parsing=True)
    for part in command.list_commands(context):
        child = command.get_command(context, part)
        yield f"{name} {part}", child
        yield from walk(f"{name} {part}", child)


def without_root_options(words: list[str]) -> list[str]:
    while words and words[0] in {"--lang", "--data"}:
        words = words[2:]
    return words


@pytest.mark.parametrize(("where", "line"), examples())
def test_every_example_is_understood(where, line):
    """Each example names commands and options that exist; `…` stands for whatever command."""
    words = without_root_options(shlex.split(line.replace("“", '"').replace("”", '"'))[1:])
    command = build(Translator("en"))
    context = command.make_context("sto", [], resilient_parsing=True)
    while words and words[0][0] not in "…-" and hasattr(command, "commands"):
        _, command, words = command.resolve_command(context, words)
    options = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    assert {word.split("=")[0] for word in words if word.startswith("--")} <= options | {"--help", "--version"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_readme_and_in_the_guide(name):
    for path in (ROOT / "README.md", ROOT / "docs" / "handleiding.md"):
        assert f"sto {name}" in path.read_text("utf-8"), path.name


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_command_and_option_has_help(language):
    lacking = [name for name, command in all_commands(language) if not command.help]
    lacking += [
        f"{name} {parameter.name}"
        for name, command in all_commands(language)
        for parameter in command.params
        if not getattr(parameter, "help", None)
    ]
    assert not lacking


def test_only_the_program_itself_offers_to_complete_words():
    """Typer adds these options to each group that is not told otherwise, in English."""
    offered = {
        name for name, command in all_commands("en") for parameter in command.params if "completion" in parameter.name
    }
    assert offered == set()


def test_every_module_that_a_document_names_exists():
    modules = {
        path.name for folder in ("sto_cli", "tests", "tools", "benchmarks") for path in (ROOT / folder).rglob("*.py")
    }
    named = {name for path in DOCS for name in re.findall(r"`(?:[\w/]+/)?(\w+\.py)`", path.read_text("utf-8"))}
    assert named - modules == set()
