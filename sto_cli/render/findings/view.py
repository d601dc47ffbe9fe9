"""Findings in every format; they are written piece by piece while the plans are checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sto_cli.render.look import Look, Written
from sto_cli.render.terminal.styled import as_lines
from sto_cli.render.view import View

if TYPE_CHECKING:
    from sto_cli.plans.checked import Results


def _text(results: Results, look: Look) -> Written:
    from sto_cli.render.findings.text import findings_text

    return findings_text(results, look.translator, look.room)


def _json(results: Results, look: Look) -> Written:
    from sto_cli.render.findings.json import findings_json

    return as_lines(findings_json(results, look.translator))


def _github(results: Results, look: Look) -> Written:
    from sto_cli.render.findings.github import findings_github

    return as_lines(findings_github(results, look.translator))


def _sarif(results: Results, look: Look) -> Written:
    from sto_cli.render.findings.sarif import findings_sarif

    return as_lines(findings_sarif(results, look.translator))


def _junit(results: Results, look: Look) -> Written:
    from sto_cli.render.findings.junit import findings_junit

    return as_lines(findings_junit(results, look.translator))


FINDINGS: View[Results] = View(own={"text": _text, "json": _json, "github": _github, "sarif": _sarif, "junit": _junit})
