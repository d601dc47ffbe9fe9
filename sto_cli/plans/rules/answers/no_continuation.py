"""Nothing says how it goes on when the money of the programme has ended.

Why:
    The programme pays for a start. The region asks who looks after a room, a machine or a series of lessons when its
    money has ended, and whether they stay in the timetable.

Example:
    Dear programme manager, ... In June 2028 we report the results. Kind regards

Mend:
    Add a sentence: what stays, who teaches it, and who pays for it from then on.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.annotate import annotate

ID = "no-continuation"
SEVERITY: Severity = "tip"
SOURCE = "common-sense"


def check(case: Case) -> Iterator[Flaw]:
    """Report a plan in the writer's own form that answers the six questions and says nothing of later."""
    own_form = case.reading.in_text and not case.reading.beside.get("continuation")
    if own_form and all(answer.given for answer in case.plan.answers) and not any(map(_speaks_of_later, _texts(case))):
        yield Flaw(
            (),
            message("Nothing says how it goes on when the money of the programme has ended."),
            message("Add a sentence: what stays, who teaches it, and who pays for it from then on."),
        )


def _texts(case: Case) -> Iterator[str]:
    for answer in case.plan.answers:
        yield from (item.text for item in answer.items)
    yield from (cell.text for cell in (*case.reading.unread, *case.reading.of_a_letter))


def _speaks_of_later(text: str) -> bool:
    return next(annotate(text).terms("continuation"), None) is not None
