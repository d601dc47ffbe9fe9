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

from __future__ import annotations

import re
from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import N_, message
from sto_cli.plans.case import Case
from sto_cli.plans.dates import names_a_time
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.model import Goal
from sto_cli.plans.wording import quoted

ID = "unmeasurable-goal"
SEVERITY: Severity = "warning"
SOURCE = N_("Question 2 of the flyer: what are the specific goals of the plan?")

MEASURE = re.compile(
    r"\d|%|\b(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|vijftien|twintig|dertig|veertig|vijftig|"
    r"honderd|eerste|tweede|procent|helft|kwart|driekwart|derde|tweederde|verdubbel\w*|verdubbeling|dubbel|halver\w*|"
    r"alle|allemaal|elke|elk|ieder|iedere|iedereen|geen enkele|jaarlijks\w*|wekelijks\w*|maandelijks\w*|"
    r"certifica\w*|diploma\w*|examen|minimaal|minstens|ten ?minste|maximaal|hoogstens|gemiddeld|"
    r"two|three|four|five|six|seven|eight|nine|ten|twenty|percent|half|all|every|each|at least|at most|double\w*|"
    r"yearly|weekly|monthly)\b",
    re.IGNORECASE,
)
"""Signs that something can be counted, chosen on the goals of the example plans (docs/decisions.md)."""


DIRECTION = re.compile(
    r"(?:(?:veel|steeds|wat) )?(?:meer|minder|beter|betere|groter|grotere|hoger|hogere|sterker|sterkere|positiever|"
    r"positievere|enthousiaster|enthousiasme|leuker|more|less|better|bigger|higher|stronger)\b",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"aantal|aanmeld|inschrijv|instroom|doorstroom|deelnem|deelname|leerlingen|meisjes|jongens|bedrijven|docenten|"
    r"vorig|eerder|score|cijfer|enqu[eê]te|meting|toets|uren|lessen|number|enrol|pupils|girls|boys|survey|last|"
    r"companies|teachers|hours|lessons",
    re.IGNORECASE,
)
"""What makes a measure that names only a direction one that can be counted after all ("meer aanmeldingen")."""


def check(case: Case) -> Iterator[Flaw]:
    """Report goals without a measure, a number, a word of quantity, or a date."""
    for goal in case.meant(case.plan.goals):
        if not _measurable(goal):
            yield Flaw(
                goal.path,
                message("It cannot be seen when this goal is reached: {goal}.", goal=quoted(goal.text)),
                message("Name a number or a date, or say under “{word}” how you will see it.",
                        word=case.word("goals", 0, "measure")),
            )  # fmt: skip


def _only_a_direction(measure: str) -> bool:
    """Whether a measure says only which way it should go: "meer enthousiasme"; any other one is believed."""
    if not DIRECTION.match(measure):
        return False
    return not (MEASURE.search(measure) or COUNTED.search(measure) or names_a_time(measure))


def _measurable(goal: Goal) -> bool:
    if goal.measure and not _only_a_direction(goal.measure):
        return True  # an open one is reported as a placeholder
    return MEASURE.search(goal.text) is not None or names_a_time(goal.text)
