"""Where a plan stands: ready for the talk, with points to mend or talk about, or not yet readable as a plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from sto_cli.findings import SEVERITIES, Finding, Severity
from sto_cli.messages import Message, counted, message

PlanStanding = Literal["ready", "points", "unreadable"]


def standing_of(points: int, *, readable: bool) -> PlanStanding:
    """Return where a plan stands; `points` are its errors and warnings."""
    if not readable:
        return "unreadable"
    return "points" if points else "ready"


def said_standing(numbers: Mapping[Severity, int], *, readable: bool) -> Message:
    """Say where a plan stands, from how many findings it has of each severity."""
    if not readable:
        return message("cannot be read as a plan yet")
    points = numbers.get("error", 0) + numbers.get("warning", 0)
    if points:
        return counted("{n} point to go", "{n} points to go", points)
    tips = numbers.get("tip", 0)
    if tips:
        return counted("ready for the talk, with {n} tip", "ready for the talk, with {n} tips", tips)
    return message("ready for the meeting")


def by_question(findings: Iterable[Finding]) -> list[Finding]:
    """Put findings in the order of the six questions, those about the whole first; in each the gravest first."""
    return sorted(findings, key=lambda one: (one.question or 0, SEVERITIES.index(one.severity)))
