"""One of the six questions has no answer: its heading is not there.

Why:
    The programme asks every school the same six questions: how the plan fits the Regiovisie, its goals, its
    activities, its milestones, the cooperation in the region, and the resources. Without all six, the talk with the
    programme manager has to be about what is missing.

Example:
    title: Technology lab
    vision: ...
    goals: ...

Mend:
    Add the heading with a colon behind it, and answer the question on the lines below.
"""

from collections.abc import Iterator

from sto_cli.findings import Place, Severity
from sto_cli.messages import Message, message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.model import QUESTIONS, QuestionKey
from sto_cli.plans.reading.shape import HEADINGS

ID = "missing-question"
SEVERITY: Severity = "error"
SOURCE = "six-questions"


_STEMS: dict[QuestionKey, tuple[str, ...]] = {
    "vision": ("visie", "vision", "aansluit"), "goals": ("doel", "goal"), "activities": ("activit", "ondernomen"),
    "milestones": ("mijlpa", "milestone", "planning"), "cooperation": ("samenwerk", "cooperat", "partner"),
    "resources": ("middel", "kosten", "begrot", "resource", "budget"),
}  # fmt: skip
"""What an unknown heading carries that is meant as this question: then `unknown-key` says it, once."""


def check(case: Case) -> Iterator[Flaw]:
    """Report the questions of which the heading is missing."""
    missing = {name for complaint in case.complaints("required") if not complaint.path for name in complaint.names}
    titles = {heading.english: heading.title for heading in HEADINGS}
    strange = [name.lower() for one in case.complaints("additionalProperties") if not one.path for name in one.names]
    for number, question in enumerate(QUESTIONS, 1):
        if question in missing and not any(stem in name for stem in _STEMS[question] for name in strange):
            yield Flaw(
                (question,), _said(case, number, question), _mend(case, question, Message(titles[question])),
                place=Place(case.reading.path),
            )  # fmt: skip


def _said(case: Case, number: int, question: QuestionKey) -> Message:
    if case.reading.by_words:  # a text without headings: it may well be there
        return message("No answer to question {number} was found in this text.", number=number)
    return message("Question {number} has no answer: there is no heading “{word}”.", number=number,
                   word=case.word(question))  # fmt: skip


def _mend(case: Case, question: QuestionKey, title: Message) -> Message:
    if case.reading.by_words:
        return message("Is it there? Put a short heading above it. Else add an answer to: {question}", question=title)
    return message("Add “{word}:” and answer the question below it: {question}", word=case.word(question),
                   question=title)  # fmt: skip
