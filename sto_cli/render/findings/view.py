"""Findings and plans in every format; findings are written piece by piece while the plans are checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from sto_cli.findings import Finding
from sto_cli.messages import Message, Translator, counted, message
from sto_cli.plans.checked import Checked, Results
from sto_cli.render.findings.text import finding_lines, said, said_hint
from sto_cli.render.formats import Look, View, Written, later
from sto_cli.render.terminal.table import Line, as_lines, wrapped
from sto_cli.render.visible import visible

if TYPE_CHECKING:
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


SHOWN_TIPS = 5
"""Tips of one kind that are shown unless all are asked for."""


def register_text(
    checked: Sequence[Checked], translator: Translator, room: int | None, *, all_: bool
) -> Iterator[Line]:
    """Write errors and warnings as they stand in the files, then the tips by kind, then one line that sums up."""
    for result in checked:
        for finding in result.findings:
            if finding.severity != "tip":
                yield from finding_lines(result, finding, translator, room)
                yield []
    tips = [finding for result in checked for finding in result.findings if finding.severity == "tip"]
    yield from _tips(tips, translator, room, all_=all_)
    counts = {
        severity: sum(f.severity == severity for r in checked for f in r.findings) for severity in ("error", "warning")
    }
    verdict, style = _verdict(counts["error"], counts["warning"])
    yield from wrapped(translator.say(verdict), 0, room, style)
    yield from wrapped(translator.say(_totals(counts["error"], counts["warning"], len(tips))), 0, room)


def _tips(tips: Sequence[Finding], translator: Translator, room: int | None, *, all_: bool) -> Iterator[Line]:
    by_rule: dict[str, list[Finding]] = {}
    for finding in tips:
        by_rule.setdefault(finding.rule, []).append(finding)
    for rule, found in by_rule.items():
        yield [(f"[{rule}]", "tip"), (f" {said_hint(found[0].hint, translator) or ''}", "aside")]
        for finding in found if all_ else found[:SHOWN_TIPS]:
            text = f"{visible(str(finding.place))}  {said(finding, translator)}"
            yield from wrapped(text, 2, room)
        if len(found) > SHOWN_TIPS and not all_:
            more = counted(
                "… and {n} more; --all shows them.", "… and {n} more; --all shows them.", len(found) - SHOWN_TIPS
            )
            yield [(f"  {translator.say(more)}", "aside")]
        yield []


def _verdict(errors: int, warnings: int) -> tuple[Message, str]:
    if errors:
        return message("The data has something wrong in it: sto does not answer until it is mended."), "error"
    if warnings:
        return message("The data is usable; look at the warnings."), "warning"
    return message("The data is in order."), "good"


def _totals(errors: int, warnings: int, tips: int) -> Message:
    return message(
        "Found: {errors}, {warnings}, {tips}.",
        errors=counted("{n} error", "{n} errors", errors),
        warnings=counted("{n} warning", "{n} warnings", warnings),
        tips=counted("{n} tip", "{n} tips", tips),
    )
