"""A goal goes the wrong way: it says that something rises, and the number falls, or the other way round.

Why:
    Usually the two numbers have changed places. Whoever reads the goal later cannot tell what was meant.

Example:
    goals: The share of girls rises from 34% to 28% in 2028, and we count them every year in October.

Mend:
    Write first what it is now and then what it will be, and check which of the two is the higher one.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.goal_direction import wrong_part
from sto_cli.plans.language.wording import quoted

ID = "goal-wrong-way"
SEVERITY: Severity = "warning"
SOURCE = "common-sense"


def check(case: Case) -> Iterator[Flaw]:
    """Report goals whose two numbers contradict their words, and goals in which what one wants more of falls."""
    for goal in case.meant(case.plan.goals):
        wrong = wrong_part(goal.text, goal.measure or "")
        if wrong:
            yield Flaw(
                goal.path,
                message("Does this goal go the right way? {goal}.", goal=quoted(wrong)),
                message("Check the two numbers: first what it is now, then what it will be."),
            )
