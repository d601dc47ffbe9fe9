"""Whether a target is reached, with what is known."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from sto_cli.messages import N_, Message, message
from sto_cli.reports.count import Count, Group, Groups


class Reference(NamedTuple):
    """A published share of a group of schools, national, with where it stands. It comes without counts."""

    group: Group
    rate: float
    source: str


REFERENCE = (Reference("non_technical", 0.70, "STO flyer 'Ook niet-techniekprofielen zijn welkom bij STO'"),)
"""The flyer, written before the phase that began in 2025, also says "almost all" of the technical schools."""


TargetOutcome = Literal["reached", "missed", "undecided", "not_applicable"]


class Target(NamedTuple):
    """A wished-for share (0 to 1) of one group, and whether the count reaches it.

    - `reached`: it is reached by those that certainly take part;
    - `missed`: it is missed even when all take part but those that are known not to;
    - `undecided`: that depends on the schools of which it is not certain;
    - `not_applicable`: there are no schools.
    """

    group: Group
    target: float
    outcome: TargetOutcome

    @property
    def sentence(self) -> Message:
        """Whether it is reached, in words."""
        goal = message(_GOALS[self.group], target=_wish(self.target))
        return Message("{goal}: {outcome}", {"goal": goal, "outcome": message(_OUTCOMES[self.outcome])})


def judge(group: Group, target: float, count: Count) -> Target:
    """Judge one group's count; counted whole, so that no rounding decides."""
    if not count.schools:
        return Target(group, target, "not_applicable")
    wished = round(target * count.schools, 9)  # 0.7 × 10 schools is 7, not 7.000000000000001
    if count.participating >= wished:
        return Target(group, target, "reached")
    if count.schools - count.not_participating < wished:
        return Target(group, target, "missed")
    return Target(group, target, "undecided")


def judged(targets: Mapping[Group, float], groups: Groups) -> tuple[Target, ...]:
    """Judge every group that has a target."""
    counts = groups.named()
    return tuple(judge(group, target, counts[group]) for group, target in targets.items() if group in counts)


def _wish(target: float) -> Message:
    """Say a target as it was given, with its decimals."""
    percentage = round(target * 100, 4)
    return Message("{percentage}%", {"percentage": int(percentage) if percentage == int(percentage) else percentage})


_GOALS = {
    "technical": N_("Target for technical schools, {target}"),
    "non_technical": N_("Target for non-technical schools, {target}"),
    "theoretical": N_("Target for theoretical schools, {target}"),
    "all": N_("Target for all schools, {target}"),
}
_OUTCOMES = {
    "reached": N_("reached, whatever turns out of the schools of which it is not known."),
    "missed": N_("missed, whatever turns out of the schools of which it is not known."),
    "undecided": N_("not shown to be reached: that depends on the schools of which it is not known."),
    "not_applicable": N_("does not apply, there are no such schools."),
}
