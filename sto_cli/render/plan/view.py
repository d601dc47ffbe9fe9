"""A plan for the talk, in every format; and what there is to say of a file that is no plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sto_cli.render.formats import Look, View, Written, later

if TYPE_CHECKING:
    from sto_cli.plans.results import Judgement
    from sto_cli.plans.talk import Talk


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
