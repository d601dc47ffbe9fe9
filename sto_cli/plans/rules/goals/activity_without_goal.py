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

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import Message, message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.language.wording import quoted
from sto_cli.plans.model import Activity
from sto_cli.plans.reading.goal_references import GoalNames, mentions_of

ID = "activity-without-goal"
SEVERITY: Severity = "warning"
SOURCE = "question-activities"


def check(case: Case) -> Iterator[Flaw]:
    """Report activities without a goal, when others name one; once when goals have names and not one is used."""
    goals, activities = case.plan.goals, case.plan.activities
    if not goals.sound or goals.style != "list" or len(goals.items) < 2 or activities.style != "list":  # noqa: PLR2004
        return  # with one goal there is no doubt
    names = GoalNames(goals)
    without = [
        activity
        for activity, mentions in zip(activities.items, mentions_of(activities, names), strict=True)
        if not mentions
        and activity in case.meant(activities)
        and not annotate(activity.text).opens_with("for_all_goals")
    ]
    named = [goal.id for goal in goals.items if goal.id]
    hint = message("Add “{word}” with the name of the goal: {names}.",
                   word=case.word("activities", 0, "goals"), names=", ".join(named or names.all_of_them))  # fmt: skip
    if len(without) == len(activities.items):
        if named and len(without) > 1:
            said = message("Not one activity says which goal it serves.")
            yield Flaw(("activities",), said, hint, on="heading", lighter="no-goal-named")
        elif named:
            yield _flaw(without[0], hint)
        return
    yield from (_flaw(activity, hint) for activity in without)


def _flaw(activity: Activity, hint: Message) -> Flaw:
    return Flaw(
        activity.path,
        message("The plan does not say which goal this serves: {activity}.", activity=quoted(activity.text)),
        hint,
        rests_on=(("goals",),),
    )
