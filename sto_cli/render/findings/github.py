"""Findings as workflow commands of GitHub Actions, which shows them beside the lines of a change.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from sto_cli.findings import Finding, Severity
from sto_cli.messages import Translator
from sto_cli.plans.checked import Result, Results, Unread
from sto_cli.render.findings.text import closing, said, said_hint, said_unread
from sto_cli.render.visible import visible

COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "tip": "notice"}

STANDARD_INPUT = "-"


def findings_github(results: Results, translator: Translator) -> Iterator[str]:
    """Write one annotation per finding, then the closing lines as plain text for the log."""
    yield from results.written(lambda result: _plan(result, translator))
    for sentence, _style in closing(results.tally):
        yield translator.say(sentence) + "\n"


def _plan(result: Result, translator: Translator) -> list[str]:
    if isinstance(result, Unread):
        return [_command("error", _file(result.path), said_unread(result, translator))]
    return [_annotation(result.path, finding, translator) for finding in result.findings]


def _annotation(path: str, finding: Finding, translator: Translator) -> str:
    place = finding.place
    properties = _file(path)
    if place.where is None:
        properties |= {"line": str(place.line), "col": str(place.column)}
    if place.end_column is not None:
        properties["endColumn"] = str(max(place.column, place.end_column - 1))
    properties["title"] = finding.rule
    hint = said_hint(finding.hint, translator)
    where = "" if place.where is None else f"{visible(translator.say(place.where))}: "
    text = where + said(finding, translator) + (f"\n{hint}" if hint else "")
    return _command(COMMANDS[finding.severity], properties, text)


def _file(path: str) -> dict[str, str]:
    return {} if path == STANDARD_INPUT else {"file": PurePath(path).as_posix()}


def _command(name: str, properties: dict[str, str], text: str) -> str:
    written = ",".join(f"{key}={_escaped_property(value)}" for key, value in properties.items())
    return f"::{name}{' ' if written else ''}{written}::{_escaped(text)}\n"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
