"""An activity does not say which goal it serves.

Why:
    Activities are there to reach goals. When the others name their goals, it is not clear what this one is for.

Example:
    goals:
      - {id: g1, goal: Sixty pupils take a technical elective in 2027.}
      - {id: g2, goal: Thirty girls choose a technical elective in 2028.}
    activities:
      - {activity: We design an elective together with the mbo., goals: [g1, g2]}
      - {activity: We visit a technical company in the region.}

Mend:
    Add the id of the goal that it serves, or leave the activity out.
"""

from __future__ import annotations

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import N_, message
from sto_cli.plans.case import Case
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.wording import quoted

ID = "activity-without-goal"
SEVERITY: Severity = "warning"
SOURCE = N_("Question 3 of the flyer: which activities are undertaken to reach these goals?")


def check(case: Case) -> Iterator[Flaw]:
    """Report activities without a goal, when goals have names; once when not one activity names a goal."""
    goals, activities = case.plan.goals, case.plan.activities
    names = [goal.id for goal in goals.items if goal.id]
    if not goals.sound or not names or activities.style != "list":
        return
    without = [activity for activity in case.meant(activities) if not activity.goals]
    word, example = case.word("activities", 0, "goals"), ", ".join(names)
    hint = message("Add “{word}” with the name of the goal it serves ({names}).", word=word, names=example)
    if len(names) == 1:
        return  # with one goal there is no doubt
    if len(without) > 1 and not any(activity.goals for activity in activities.items):
        yield Flaw(("activities",), message("Not one activity says which goal it serves."), hint, on="heading")
        return
    for activity in without:
        yield Flaw(
            activity.path,
            message("It is not said which goal this serves: {activity}.", activity=quoted(activity.text)),
            hint,
        )
