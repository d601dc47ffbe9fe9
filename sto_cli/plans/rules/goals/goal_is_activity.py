"""A goal is only a purchase or an activity.

Why:
    A machine that is bought or a workshop that is held is a means. The region asks what comes of it: what pupils or
    teachers will do, can do or choose.

Example:
    goals:
      - goal: Buying three welding robots.

Mend:
    Say what pupils will do with it, how many of them and by when, and put the purchase under the activities and the
    resources.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.goal_direction import is_only_an_activity
from sto_cli.plans.language.wording import quoted

ID = "goal-is-activity"
SEVERITY: Severity = "warning"
SOURCE = "common-sense"


def check(case: Case) -> Iterator[Flaw]:
    """Report goals that, with their measure, name only what is bought or organised."""
    for goal in case.meant(case.plan.goals):
        if is_only_an_activity(goal):
            yield Flaw(
                goal.path,
                message("This is a means or an activity, and not yet a goal: {goal}.", goal=quoted(goal.text)),
                message("Say what comes of it: how many pupils will do, can do or choose what, and when?"),
            )
