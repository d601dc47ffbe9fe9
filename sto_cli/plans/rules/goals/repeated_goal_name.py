"""Two goals have the same short name.

Why:
    An activity that names it could serve either.

Example:
    goals:
      - {id: g1, goal: Sixty pupils take a technical elective in 2027.}
      - {id: g1, goal: Thirty girls choose a technical elective in 2028.}

Mend:
    Give every goal its own id, and look at the activities that name it.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.wording import quoted

ID = "repeated-goal-name"
SEVERITY: Severity = "warning"
SOURCE = "common-sense"


def check(case: Case) -> Iterator[Flaw]:
    """Report every goal whose name an earlier one has."""
    seen: set[str] = set()
    for goal in case.plan.goals.items if case.plan.goals.sound else ():
        if goal.id in seen:
            yield Flaw(
                (*goal.path, "id"),
                message("There is another goal with the name {name}.", name=quoted(goal.id)),
                message("Give this goal a name of its own, and use it in the activities."),
            )
        elif goal.id:
            seen.add(goal.id)
