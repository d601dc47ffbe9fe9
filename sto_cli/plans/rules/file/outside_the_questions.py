"""A text in a Word document stands under none of the six questions.

Why:
    Only what stands under a question is read as its answer. What stands elsewhere (a foreword, an appendix) may stay,
    but nothing that matters should be missed because it stands under a heading of its own.

Example:
    Why we do this
    Our school lies between three companies that make machines.

Mend:
    Put what belongs to an answer under the heading of that question. The rest may stay where it is.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import Message, counted, message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.wording import quoted

ID = "outside-the-questions"
SEVERITY: Severity = "tip"
SOURCE = "nothing-lost"


def check(case: Case) -> Iterator[Flaw]:
    """Report once what stands under no question."""
    outside = case.reading.outside
    if outside:
        yield Flaw(
            (),
            _sentence(quoted(outside[0].text), len(outside) - 1),
            message("Put it under the heading of a question if it belongs to an answer; otherwise leave it as it is."),
            place=outside[0].place,
        )


def _sentence(first: str, more: int) -> Message:
    if not more:
        return message(
            "This stands under none of the six questions, so it is not read as an answer: {first}.", first=first
        )
    return counted(
        "This stands under none of the six questions, so it is not read as an answer: {first}, and {n} more line.",
        "This stands under none of the six questions, so it is not read as an answer: {first}, and {n} more lines.",
        more,
        first=first,
    )
