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

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.target_groups import goals_of_nobody
from sto_cli.plans.language.wording import quoted
from sto_cli.plans.reading.goal_references import GoalNames, is_numbered, mentions_of

ID = "goal-without-activity"
SEVERITY: Severity = "warning"
SOURCE = "question-activities"


def check(case: Case) -> Iterator[Flaw]:
    """Report goals that no activity serves: those that none names where others are named, and those of nobody."""
    goals, activities = case.plan.goals, case.plan.activities
    if not activities.sound or len(case.meant(goals)) < 2 or goals.style != "list":  # noqa: PLR2004 - one is served
        return
    names = GoalNames(goals)
    if not names.tell_apart:
        return
    mentions = mentions_of(activities, names)
    if not any(mentions):
        yield from _of_nobody(case)
        return
    named = [one.name for several in mentions for one in several]
    used = {names.position(name) for name in named}
    if not used - {None} or any(names.position(name) is None and not is_numbered(name) for name in named):
        return  # a name that no goal has may be meant for any; a number may not
    meant = {goal.path for goal in case.meant(goals)}
    for index, goal in enumerate(goals.items):
        if index not in used and goal.path in meant:
            name = goal.id or str(index + 1)
            yield Flaw(
                goal.path,
                message("No activity serves goal {id}: {goal}.", id=quoted(name), goal=quoted(goal.text)),
                message("Name {id} in the activity that serves it, or add an activity.", id=quoted(name)),
                rests_on=(("activities",),),
            )


def _of_nobody(case: Case) -> Iterator[Flaw]:
    """Report goals about people with whom nothing in the plan is done, where activities name no goals."""
    others = (case.plan.activities, case.plan.milestones, case.plan.cooperation)
    if not all(case.settled(answer) for answer in others):
        return
    for goal in goals_of_nobody(case.plan):
        if goal in case.meant(case.plan.goals):
            yield Flaw(
                goal.path,
                message("No activity works on this goal: {goal}.", goal=quoted(goal.text)),
                message("Say what you do for it and with whom, or leave the goal out."),
                rests_on=(("activities",),),
            )
