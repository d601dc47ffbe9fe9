"""Findings as SARIF 2.1.0, which code hosts and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from sto_cli import __version__
from sto_cli.files.outgoing import outgoing_json
from sto_cli.findings import Finding, Severity
from sto_cli.messages import Translator
from sto_cli.plans.checked import Checked, Result, Results, Unread
from sto_cli.plans.rule_pages import RulePage, page_of
from sto_cli.plans.rules import RULES
from sto_cli.render.findings.rules import rule_markdown
from sto_cli.render.findings.text import said, said_hint, said_unread
from sto_cli.render.visible import visible

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "tip": "note"}


def findings_sarif(results: Results, translator: Translator) -> Iterator[str]:
    """Write one run with its results as they come, and every rule with its page."""
    pages = [page_of(rule) for rule in RULES]
    index = {page.id: position for position, page in enumerate(pages)}
    between = "\n"
    yield f'{{\n"$schema": {json.dumps(SCHEMA)},\n"version": "2.1.0",\n"runs": [{{\n'
    yield f'"tool": {_json(_tool(translator, pages))},\n"columnKind": "unicodeCodePoints",\n"results": ['
    for found in results.written(lambda result: _plan(result, translator, index)):
        yield between + found
        between = ",\n"
    yield f'\n],\n"invocations": [{_json(_invocation(results.tally.unread, translator))}]\n}}]\n}}\n'


def _tool(translator: Translator, pages: Sequence[RulePage]) -> dict[str, object]:
    return {
        "driver": {
            "name": "sto",
            "version": __version__,
            "language": translator.language,
            "rules": [_rule(page, translator) for page in pages],
        }
    }


def _rule(page: RulePage, translator: Translator) -> dict[str, object]:
    markdown = rule_markdown(page, translator)
    return {
        "id": page.id,
        "shortDescription": {"text": translator.text(page.sentence)},
        "fullDescription": {"text": translator.text(page.why)},
        "help": {"text": markdown, "markdown": markdown},
        "defaultConfiguration": {"level": LEVELS[page.severity]},
    }


def _plan(result: Result, translator: Translator, index: dict[str, int]) -> list[str]:
    if isinstance(result, Unread):
        return []
    return [_json(_result(result, finding, translator, index)) for finding in result.findings]


def _result(result: Checked, finding: Finding, translator: Translator, index: dict[str, int]) -> dict[str, object]:
    hint = said_hint(finding.hint, translator)
    data: dict[str, object] = {"ruleId": finding.rule}
    if finding.rule in index:
        data["ruleIndex"] = index[finding.rule]
    data["level"] = LEVELS[finding.severity]
    data["message"] = {"text": said(finding, translator) + (f" {hint}" if hint else "")}
    physical: dict[str, object] = {"artifactLocation": {"uri": _uri(result.path)}}
    location: dict[str, object] = {"physicalLocation": physical}
    if finding.place.where is None:
        physical["region"] = _region(result, finding)
    else:
        location["message"] = {"text": visible(translator.say(finding.place.where))}
    if finding.path:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.path}]
    data["locations"] = [location]
    data["properties"] = {"question": finding.question, "fixable": finding.fixable}
    return data


def _region(result: Checked, finding: Finding) -> dict[str, object]:
    place = finding.place
    region: dict[str, object] = {"startLine": place.line, "startColumn": place.column}
    if place.end_column is not None:
        region["endColumn"] = place.end_column
    if line := result.lines.get(place.line):
        region["snippet"] = {"text": visible(line)}
    return region


def _invocation(unread: Sequence[Unread], translator: Translator) -> dict[str, object]:
    notifications = [
        {
            "level": "error",
            "message": {"text": said_unread(entry, translator)},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(entry.path)}}}],
        }
        for entry in unread
    ]
    return {"executionSuccessful": not unread, "toolExecutionNotifications": notifications}


def _uri(path: str) -> str:
    """Return a path as a URI: relative ones stay relative, so that a code host finds the file in its checkout."""
    if path == "-":
        return "stdin"
    named = Path(path)
    return named.as_uri() if named.is_absolute() else quote(os.fsencode(named.as_posix()))


def _json(data: object) -> str:
    return outgoing_json(json.dumps(data, ensure_ascii=False))
