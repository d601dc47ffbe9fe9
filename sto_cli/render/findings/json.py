"""Findings as JSON, written plan by plan."""

import json
import textwrap
from collections.abc import Iterator
from dataclasses import asdict

from sto_cli.files.outgoing import outgoing_json
from sto_cli.findings import Finding
from sto_cli.messages import Translator
from sto_cli.plans.checked import Checked, Result, Results, Tally, Unread
from sto_cli.render.findings.text import said, said_hint
from sto_cli.render.visible import visible


def findings_json(results: Results, translator: Translator) -> Iterator[str]:
    """Write `{"format": 1, "files": [...], "summary": {...}}`.

    `unreadable` and `skipped` (paths in folders that are no plan) are there when something was.
    """
    start = '{\n  "format": 1,\n  "files": ['
    between = "\n"
    yield start
    for plan in results.written(lambda result: _plan(result, translator)):
        yield between + plan
        between = ",\n"
    yield "\n  ],\n" if results.tally.files else "],\n"
    if results.tally.unread:
        unread = [unread_as_data(entry, translator) for entry in results.tally.unread]
        yield f'  "unreadable": {_nested(unread)},\n'
    if results.skipped:
        yield f'  "skipped": {_nested(list(results.skipped))},\n'
    yield f'  "summary": {_nested(summary_as_data(results.tally))}\n}}\n'


def _plan(result: Result, translator: Translator) -> list[str]:
    return [_indented(file_as_data(result, translator))] if isinstance(result, Checked) else []


def file_as_data(result: Checked, translator: Translator) -> dict[str, object]:
    """Return one plan's result: path, valid, standing, findings, what is not in the plan, what was mended."""
    data: dict[str, object] = {
        "path": result.path,
        "valid": result.valid,
        "standing": result.standing,
        "findings": [finding_as_data(finding, translator) for finding in result.findings],
    }
    if result.unread:
        data["unread"] = [visible(text) for text in result.unread]
    if result.copy:
        data["copy"] = result.copy
    if result.repairs:
        data["repairs"] = [asdict(repair) for repair in result.repairs]
        data["backup"] = result.backup
    return data


def finding_as_data(finding: Finding, translator: Translator) -> dict[str, object]:
    """Return one finding: rule, severity, question, path, line, column, where, message, hint, fixable.

    In a document without lines `line` and `column` are null, and `where` is a phrase; elsewhere it is null.
    """
    place = finding.place
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "question": finding.question,
        "path": finding.path,
        "line": place.line if place.where is None else None,
        "column": place.column if place.where is None else None,
        "where": None if place.where is None else visible(translator.say(place.where)),
        "message": said(finding, translator),
        "hint": said_hint(finding.hint, translator),
        "fixable": finding.fixable,
    }


def unread_as_data(unread: Unread, translator: Translator) -> dict[str, object]:
    """Return a file that could not be read: path, message, hint."""
    return {"path": unread.path, "message": translator.say(unread.message), "hint": said_hint(unread.hint, translator)}


def summary_as_data(tally: Tally) -> dict[str, int]:
    """Return the counts: files, valid, errors, warnings, tips."""
    return {
        "files": tally.files,
        "valid": tally.valid,
        "errors": tally.severities["error"],
        "warnings": tally.severities["warning"],
        "tips": tally.severities["tip"],
    }


def _indented(data: object) -> str:
    return textwrap.indent(outgoing_json(json.dumps(data, ensure_ascii=False, indent=2)), "    ")


def _nested(data: object) -> str:
    """Return JSON that stands behind a key two spaces deep."""
    return textwrap.indent(outgoing_json(json.dumps(data, ensure_ascii=False, indent=2)), "  ").lstrip()
