"""It cannot be seen whether a goal is reached.

Why:
    A specific goal says how many, how much, or by when. “More attention for technology” is always reached and never
    reached.

Example:
    goals:
      - goal: Pupils are more enthusiastic about technology.

Mend:
    Name a number or a date in the goal, or say under “measure” how you will see it: “60 pupils a year, from 24 now”.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.goal_direction import is_only_an_activity
from sto_cli.plans.language.measuring import goal_is_measurable
from sto_cli.plans.language.wording import quoted

ID = "unmeasurable-goal"
SEVERITY: Severity = "warning"
SOURCE = "question-goals"


def check(case: Case) -> Iterator[Flaw]:
    """Report goals that, with their measure, name nothing that is counted or can be seen at a given time."""
    for goal in case.meant(case.plan.goals):
        if not goal_is_measurable(goal) and not is_only_an_activity(goal):
            yield Flaw(
                goal.path,
                message("It is not clear when this goal is reached: {goal}.", goal=quoted(goal.text)),
                message("Name a number and when, in the goal or under “{word}”: how many are there now, and how many "
                        "will there be?", word=case.word("goals", 0, "measure")),
            )  # fmt: skip
