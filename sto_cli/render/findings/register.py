"""What a check of the register finds: what is wrong in full, tips by kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sto_cli.findings import Finding
from sto_cli.messages import Message, Translator, counted, message
from sto_cli.plans.checked import Checked
from sto_cli.render.findings.text import finding_lines, said, said_hint
from sto_cli.render.terminal.layout import Line, wrapped
from sto_cli.render.visible import visible

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
