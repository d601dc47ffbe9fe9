"""Findings and plans in every format; findings are written piece by piece while the plans are checked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sto_cli.render.formats import Look, View, Written, later
from sto_cli.render.terminal.layout import as_lines

if TYPE_CHECKING:
    from sto_cli.plans.checked import Results
    from sto_cli.plans.results import Judgement
    from sto_cli.plans.talk import Talk


def _text(results: Results, look: Look) -> Written:
    from sto_cli.render.findings.text import findings_text

    return findings_text(results, look.translator, look.room)


def _pieces(target: str) -> Callable[[Results, Look], Written]:
    """Return what writes findings as a format of its own, piece by piece."""
    write = later(f"sto_cli.render.findings.{target}")
    return lambda results, look: as_lines(write(results, look.translator))


FINDINGS: View[Results] = View(
    own={
        "text": _text,
        "json": _pieces("json:findings_json"),
        **{name: _pieces(f"builds:findings_{name}") for name in ("github", "sarif", "junit")},
    }
)


PLAN: View[Talk] = View(
    later("sto_cli.render.plan.json:plan_json"),
    later("sto_cli.render.plan.document:plan_document"),
    is_table=False,
    repeats_plan=True,
)
"""A plan is no table: CSV would hold its milestones alone."""


def unreadable_plan(judgement: Judgement, look: Look, *, as_data: bool) -> Written:
    """Say why a file cannot be shown as a plan: its findings, as `sto validate` shows them."""
    from sto_cli.files.decoding import split_lines, without_end
    from sto_cli.plans.checked import Checked, Results
    from sto_cli.render.findings.json import finding_as_data
    from sto_cli.render.findings.text import findings_text

    if as_data:
        findings = [finding_as_data(finding, look.translator) for finding in judgement.findings]
        return {"format": 1, "path": judgement.path, "plan": None, "findings": findings}
    lines = {number: without_end(line) for number, line in enumerate(split_lines(judgement.source), 1)}
    checked = Checked(judgement.path, judgement.findings, lines, readable=judgement.plan is not None)
    return findings_text(Results([checked]), look.translator, look.room)
