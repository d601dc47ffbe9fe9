"""Findings as JUnit XML, which build servers show as tests: a suite per plan, a case per finding."""

from __future__ import annotations

from collections.abc import Iterator

from sto_cli.findings import Finding
from sto_cli.messages import Translator
from sto_cli.plans.checked import Checked, Result, Results, Unread
from sto_cli.render.findings.text import said, said_hint, said_place, said_unread
from sto_cli.render.visible import visible


def findings_junit(results: Results, translator: Translator) -> Iterator[str]:
    """Write a suite per plan. Errors are failures; warnings and tips are cases that pass with a remark.

    A plan without findings is one passing case; a file that could not be read is one case with an error.
    """
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="sto validate">\n'
    yield from results.written(lambda result: _suite(result, translator))
    yield "</testsuites>\n"


def _suite(result: Result, translator: Translator) -> Iterator[str]:
    cases = _cases(result, translator)
    failures = 0 if isinstance(result, Unread) else sum(f.severity == "error" for f in result.findings)
    errors = int(isinstance(result, Unread))
    name = _attribute(visible(result.path))
    yield f'  <testsuite name={name} tests="{len(cases)}" failures="{failures}" errors="{errors}">\n'
    yield from cases
    yield "  </testsuite>\n"


def _cases(result: Result, translator: Translator) -> list[str]:
    if isinstance(result, Unread):
        text = said_unread(result, translator)
        return [_case(result.path, "readable", f"<error message={_attribute(text)}/>")]
    if not result.findings:
        return [_case(result.path, "plan", "")]
    return [_finding(result, finding, translator) for finding in result.findings]


def _finding(result: Checked, finding: Finding, translator: Translator) -> str:
    sentence = said(finding, translator)
    hint = said_hint(finding.hint, translator)
    place = said_place(result.path, finding.place, translator)
    text = _escaped("\n".join(part for part in (f"{place}: {sentence}", hint) if part))
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


def _escaped(text: str) -> str:
    """Escape text for XML, as the standard library does at the cost of 13 ms to import it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attribute(text: str) -> str:
    return '"' + _escaped(text).replace('"', "&quot;").replace("\n", "&#10;") + '"'
