"""Findings in every format; they are written piece by piece while the plans are checked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sto_cli.render.formats import Look, View, Written, later
from sto_cli.render.terminal.layout import as_lines

if TYPE_CHECKING:
    from sto_cli.plans.checked import Results


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
