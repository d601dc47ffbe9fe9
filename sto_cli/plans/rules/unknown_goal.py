"""An activity serves a goal that is not in the plan.

Why:
    Activities name goals by their short names, so that anyone sees what each activity is for. A name that no goal
    has is most often a typing error, or left over from a goal that was removed.

Example:
    goals:
      - {id: g1, goal: Sixty pupils take a technical elective in 2027.}
    activities:
      - {activity: We design an elective together with the mbo., goals: [g2]}

Mend:
    Use the id of one of the goals, or add the goal.
"""

from __future__ import annotations

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import N_, Message, message
from sto_cli.plans.case import Case
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.wording import quoted

ID = "unknown-goal"
SEVERITY: Severity = "error"
SOURCE = N_("Question 3 of the flyer: which activities are undertaken to reach these goals?")


def check(case: Case) -> Iterator[Flaw]:
    """Report names of goals that no goal has."""
    goals, activities = case.plan.goals, case.plan.activities
    if not goals.sound or not activities.sound or not case.meant(goals):
        return
    known = {goal.id for goal in goals.items if goal.id}
    for activity in activities.items:
        for index, name in enumerate(activity.goals):
            if name not in known:
                yield Flaw(
                    (*activity.path, "goals", index),
                    message("There is no goal with the name {name}.", name=quoted(name)),
                    _hint(case, name, known),
                )


def _hint(case: Case, name: str, known: set[str]) -> Message:
    word = case.word("goals", 0, "id")
    if not known:
        return message("Give every goal a short name of its own: “{word}: d1”.", word=word)
    same = next((goal for goal in sorted(known) if goal.lower() == name.lower()), None)
    if same is not None:
        return message("Write “{name}”.", name=same)
    return message("The goals are called: {names}.", names=", ".join(sorted(known)))
