"""What usually went wrong when YAML cannot be read, in plain words."""

from __future__ import annotations

import yaml

from sto_cli.findings import Finding, Place
from sto_cli.messages import Message, message


def explain(problem: yaml.YAMLError, text: str, path: str) -> Finding:
    """Turn the parser's complaint into a `yaml-syntax` finding at the place that a person would point to."""
    place = _place(problem, text, path)
    line = text.splitlines()[place.line - 1] if text and place.line <= len(text.splitlines()) else ""
    sentence, hint = _accident(line)
    return Finding("yaml-syntax", "error", sentence, place, hint)


def _place(problem: yaml.YAMLError, text: str, path: str) -> Place:
    mark = getattr(problem, "problem_mark", None)
    if mark is not None:
        return Place(path, mark.line + 1, mark.column + 1)
    before = text[: getattr(problem, "position", 0)]
    return Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _accident(line: str) -> tuple[Message, Message]:
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return message("This line starts with a tab."), message("Use spaces to indent.")
    return (
        message("This line cannot be understood."),
        message("Look for a missing colon, an open quotation mark or another indentation."),
    )
