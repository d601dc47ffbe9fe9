"""Whether a target is reached, with what is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sto_cli.reports.count import Count, Group, Groups

Outcome = Literal["reached", "missed", "undecided", "not_applicable"]


@dataclass(frozen=True, slots=True)
class Target:
    """A wished-for share (0 to 1) of one group, and whether the count reaches it.

    - `reached`: it is reached even when every unknown school does not take part;
    - `missed`: it is missed even when every unknown school takes part;
    - `undecided`: that depends on the schools of which it is not known;
    - `not_applicable`: there are no schools.
    """

    group: Group
    target: float
    outcome: Outcome


def judge(group: Group, target: float, count: Count) -> Target:
    """Judge one group's count; counted whole, so that no rounding decides."""
    if not count.schools:
        return Target(group, target, "not_applicable")
    wished = round(target * count.schools, 9)  # 0.7 × 10 schools is 7, not 7.000000000000001
    if count.participating >= wished:
        return Target(group, target, "reached")
    if count.participating + count.unknown < wished:
        return Target(group, target, "missed")
    return Target(group, target, "undecided")


def judged(targets: Mapping[Group, float], groups: Groups) -> tuple[Target, ...]:
    """Judge every group that has a target."""
    counts = groups.named()
    return tuple(judge(group, target, counts[group]) for group, target in targets.items() if group in counts)
