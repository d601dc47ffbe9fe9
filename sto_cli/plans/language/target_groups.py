"""For whom a plan is: groups that its texts name, and goals about people with whom nothing is done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.language.named_profiles import profiles_in
from sto_cli.plans.model import Goal, Plan


def is_of_pupils(text: str) -> bool:
    """Whether a text speaks of pupils, be it not how many or of which year."""
    return any(one.value == "pupil" for one in annotate(text).terms("units"))


def names_group(text: str) -> bool:
    """Whether a text has a number or a year of pupils: “in klas 2”, “40 leerlingen”, “de onderbouw”."""
    read = annotate(text)
    counted = any(one.unit in {"pupil", "class"} for one in read.quantities)
    return counted or read.has("levels") or read.has("pupil_groups")


def names_pupils(text: str) -> bool:
    """Whether what stands under the heading of the target group says who they are: a group, a profile, a number."""
    read = annotate(text)
    counted = bool(read.quantities) or (bool(read.tokens) and read.stream.is_number(0))
    return counted or names_group(text) or bool(profiles_in(text)) or next(read.terms("units"), None) is not None


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
