"""What a check of the register found, file by file, with the lines that it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from sto_cli.errors import UnreadableFile
from sto_cli.files.reading import read_text
from sto_cli.findings import Finding
from sto_cli.plans.checked import Checked


def by_file(findings: Sequence[Finding], paths: Mapping[str, Path]) -> list[Checked]:
    """Return the findings file by file, with the lines that they point at; `paths` are all files by their name."""
    found = []
    for shown, path in paths.items():
        here = tuple(finding for finding in findings if finding.place.path == shown)
        found.append(Checked(shown, here, _lines(path, {finding.place.line for finding in here})))
    return found


def _lines(path: Path, numbers: set[int]) -> dict[int, str]:
    try:
        text = read_text(path).split("\n") if numbers else []
    except UnreadableFile:
        return {}
    return {number: text[number - 1] for number in numbers if 0 < number <= len(text)}
