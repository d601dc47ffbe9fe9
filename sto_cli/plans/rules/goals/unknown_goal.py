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

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import Message, counted, message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.wording import quoted
from sto_cli.plans.reading.goal_references import GoalNames, mentions_of

ID = "unknown-goal"
SEVERITY: Severity = "error"
SOURCE = "question-activities"


def check(case: Case) -> Iterator[Flaw]:
    """Report names and numbers of goals that no goal has, in the heading of an activity or in its text."""
    goals, activities = case.plan.goals, case.plan.activities
    if not goals.sound or not activities.sound or not case.meant(goals):
        return
    known = GoalNames(goals)
    in_prose = goals.style != "list"
    for activity, mentions in zip(activities.items, mentions_of(activities, known), strict=True):
        for reference in mentions:
            told_apart = bool(known) if reference.path == activity.path else known or not in_prose
            if told_apart and known.position(reference.name) is None:
                yield Flaw(
                    reference.path,
                    message("There is no goal with the name {name}.", name=quoted(reference.name))
                    if reference.path != activity.path
                    else message("There is no goal {number}.", number=reference.name),
                    _hint(case),
                )


def _hint(case: Case) -> Message:
    named = {goal.id for goal in case.plan.goals.items if goal.id}
    if not named:
        count = len(GoalNames(case.plan.goals).all_of_them)
        return counted(
            "The plan has one goal: write 1, or add the goal that is meant.",
            "The goals are numbered 1 to {n}: write the number of the one that is meant.",
            count,
        )
    return message("Name one of these goals: {names}.", names=", ".join(sorted(named)))
