"""Goals about a group of people with whom nothing in the plan is done: “80 leerlingen van groep 8”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sto_cli.plans.model import Goal, Plan

_GROUPS = tuple(
    (re.compile(named, re.IGNORECASE), re.compile(met, re.IGNORECASE))
    for named, met in (
        (r"\b(?:meisjes|meiden|girls)\b", r"meisje|meiden|\bmeid|girl|vrouw|women|rolmodel|role model"),
        (r"\bgroep [5-8]\b|\bbasisschol|\bbasisschool|\bprimary", r"groep [5-8]|basisscho|\bpo\b|kinder|primary"),
        (r"\b(?:ouders|parents)\b", r"ouder|parent|thuis|gezin|famil"),
    )
)
"""How a goal names a group, and the words by which anything else in the plan is about it.

Teachers are none of them: whoever makes lessons is one."""


FEWEST_ACTIVITIES = 3
"""With fewer, a plan tells in general what is done, and girls may be among the pupils."""


def goals_of_nobody(plan: Plan) -> Iterator[Goal]:
    """Yield the goals about a group that no activity, milestone or partner is about."""
    if len(plan.activities.items) < FEWEST_ACTIVITIES:
        return
    partners = (f"{one.text} {one.how or ''}" for one in plan.cooperation.items)
    milestones = (one.text for one in plan.milestones.items)
    said = " ".join((*(one.text for one in plan.activities.items), *milestones, *partners))
    for goal in plan.goals.items:
        if any(named.search(goal.text) and not met.search(said) for named, met in _GROUPS):
            yield goal
