"""The writers of a plan as a document, one per format, by name."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date

from sto_cli.files.lines import split_lines, without_end
from sto_cli.files.outgoing import outgoing_json
from sto_cli.messages import Translator
from sto_cli.plans.checked import Checked, Results
from sto_cli.plans.results import Judgement
from sto_cli.plans.talk import Talk
from sto_cli.render.document.markdown import blocks_markdown
from sto_cli.render.document.page import blocks_html
from sto_cli.render.document.text import blocks_text
from sto_cli.render.findings.json import finding_as_data
from sto_cli.render.findings.text import findings_text
from sto_cli.render.plan.document import plan_blocks
from sto_cli.render.plan.json import plan_json
from sto_cli.render.terminal.styled import Line, as_lines

PlanWriter = Callable[[Talk, Translator, date, int | None], Iterator[Line]]


def _text(talk: Talk, translator: Translator, today: date, room: int | None) -> Iterator[Line]:
    return blocks_text(plan_blocks(talk, translator, today), room)


def _markdown(talk: Talk, translator: Translator, today: date, _room: int | None) -> Iterator[Line]:
    return as_lines(blocks_markdown(plan_blocks(talk, translator, today)))


def _html(talk: Talk, translator: Translator, today: date, _room: int | None) -> Iterator[Line]:
    title = talk.plan.title or talk.path
    return as_lines(blocks_html(plan_blocks(talk, translator, today), translator.language, title))


def _json(talk: Talk, translator: Translator, _today: date, _room: int | None) -> Iterator[Line]:
    return _as_json(plan_json(talk, translator))


PLAN_WRITERS: dict[str, PlanWriter] = {"text": _text, "markdown": _markdown, "html": _html, "json": _json}
"""Format → writer of a plan's document."""


def unreadable_plan(judgement: Judgement, format: str, translator: Translator, room: int | None) -> Iterator[Line]:
    """Say why a file cannot be shown as a plan: its findings, as `sto validate` shows them."""
    if format == "json":
        findings = [finding_as_data(finding, translator) for finding in judgement.findings]
        return _as_json({"format": 1, "path": judgement.path, "plan": None, "findings": findings})
    lines = {number: without_end(line) for number, line in enumerate(split_lines(judgement.source), 1)}
    return findings_text(Results([Checked(judgement.path, judgement.findings, lines)]), translator, room)


def _as_json(data: object) -> Iterator[Line]:
    return as_lines([outgoing_json(json.dumps(data, ensure_ascii=False, indent=2))])
