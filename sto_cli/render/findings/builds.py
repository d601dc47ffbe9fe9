"""Findings for build servers: workflow commands of GitHub Actions, JUnit XML and SARIF 2.1.0."""

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from urllib.parse import quote

from sto_cli import __version__
from sto_cli.files.outgoing import outgoing_json
from sto_cli.findings import Finding, Severity
from sto_cli.messages import Translator
from sto_cli.plans.checked import Checked, Result, Results, Unread
from sto_cli.plans.rule_pages import RulePage, page_of
from sto_cli.plans.rules import RULES
from sto_cli.render.findings.rules import rule_markdown
from sto_cli.render.findings.text import closing, said, said_hint, said_place, said_unread
from sto_cli.render.visible import visible

COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "tip": "notice"}

STANDARD_INPUT = "-"


def findings_github(results: Results, translator: Translator) -> Iterator[str]:
    """Write one annotation per finding, then the closing lines as plain text for the log."""
    yield from results.written(lambda result: _plan_lines(result, translator))
    for sentence, _style in closing(results.tally):
        yield translator.say(sentence) + "\n"


def _plan_lines(result: Result, translator: Translator) -> list[str]:
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


def findings_junit(results: Results, translator: Translator) -> Iterator[str]:
    """Write a suite per plan. Errors are failures; warnings and tips are cases that pass with a remark.

    A plan without findings is one passing case; a file that could not be read is one case with an error.
    """
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="sto validate">\n'
    yield from results.written(lambda result: _suite(result, translator))
    yield "</testsuites>\n"


def _suite(result: Result, translator: Translator) -> Iterator[str]:
    if isinstance(result, Unread):
        text = said_unread(result, translator)
        cases = [_case(result.path, "readable", f"<error message={_attribute(text)}/>")]
    elif not result.findings:
        cases = [_case(result.path, "plan", "")]
    else:
        cases = [_finding(result, finding, translator) for finding in result.findings]
    failures = 0 if isinstance(result, Unread) else sum(f.severity == "error" for f in result.findings)
    errors = int(isinstance(result, Unread))
    name = _attribute(visible(result.path))
    yield f'  <testsuite name={name} tests="{len(cases)}" failures="{failures}" errors="{errors}">\n'
    yield from cases
    yield "  </testsuite>\n"


def _finding(result: Checked, finding: Finding, translator: Translator) -> str:
    sentence = said(finding, translator)
    hint = said_hint(finding.hint, translator)
    place = said_place(result.path, finding.place, translator)
    text = _xml("\n".join(part for part in (f"{place}: {sentence}", hint) if part))
    if finding.severity == "error":
        inside = f'<failure type="{finding.rule}" message={_attribute(sentence)}>{text}</failure>'
    else:
        inside = f"<system-out>{finding.severity}: {text}</system-out>"
    return _case(result.path, finding.rule, inside, finding.place.line if finding.place.where is None else None)


def _case(path: str, name: str, inside: str, line: int | None = None) -> str:
    file = _attribute(visible(path))
    where = f"file={file}" + (f' line="{line}"' if line else "")
    opening = f"    <testcase classname={file} name={_attribute(name)} {where}"
    return f"{opening}>\n      {inside}\n    </testcase>\n" if inside else f"{opening}/>\n"


def _xml(text: str) -> str:
    """Escape text for XML, as the standard library does at the cost of 13 ms to import it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attribute(text: str) -> str:
    return '"' + _xml(text).replace('"', "&quot;").replace("\n", "&#10;") + '"'


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
        place = finding.place
        region: dict[str, object] = {"startLine": place.line, "startColumn": place.column}
        if place.end_column is not None:
            region["endColumn"] = place.end_column
        if line := result.lines.get(place.line):
            region["snippet"] = {"text": visible(line)}
        physical["region"] = region
    else:
        location["message"] = {"text": visible(translator.say(finding.place.where))}
    if finding.path:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.path}]
    data["locations"] = [location]
    data["properties"] = {"question": finding.question, "fixable": finding.fixable}
    return data


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
