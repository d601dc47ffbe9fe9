"""No activity serves this goal.

Why:
    A goal that nobody works on will not be reached. Often the goal is served, but the activity does not name it.

Example:
    goals:
      - {id: g1, goal: Sixty pupils take a technical elective in 2027.}
      - {id: g2, goal: Thirty girls choose a technical elective in 2028.}
    activities:
      - {activity: We design an elective together with the mbo., goals: [g1]}

Mend:
    Name the goal in the activity that serves it, or add an activity.
"""

from __future__ import annotations

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import N_, message
from sto_cli.plans.case import Case
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.wording import quoted

ID = "goal-without-activity"
SEVERITY: Severity = "warning"
SOURCE = N_("Question 3 of the flyer: which activities are undertaken to reach these goals?")


def check(case: Case) -> Iterator[Flaw]:
    """Report goals with a name that no activity uses, when activities name goals and each of them does."""
    activities = case.plan.activities
    used = {name for activity in activities.items for name in activity.goals}
    if not activities.sound or not used or not all(activity.goals for activity in activities.items):
        return  # an activity that names no goal may serve any
    if not used <= {goal.id for goal in case.plan.goals.items}:
        return  # a name that no goal has may be meant for any
    for goal in case.meant(case.plan.goals):
        if goal.id and goal.id not in used:
            yield Flaw(
                goal.path,
                message("No activity serves goal {id}: {goal}.", id=quoted(goal.id), goal=quoted(goal.text)),
                message("Name {id} in the activity that serves it, or add an activity.", id=quoted(goal.id)),
            )
