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

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from sto_cli.findings import Place, Severity
from sto_cli.messages import N_, Message, message
from sto_cli.plans.case import Case
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.model import QUESTIONS, QuestionKey
from sto_cli.plans.shape import HEADINGS

ID = "missing-question"
SEVERITY: Severity = "error"
SOURCE = N_("Flyer “Ook niet-techniekprofielen zijn welkom bij STO”: the six questions.")


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
    if len(missing) > 1 and case.reading.by_words:
        yield _together(missing, titles)
        return
    for number, question in enumerate(QUESTIONS, 1):
        if question in missing and not any(stem in name for stem in _STEMS[question] for name in strange):
            word = case.word(question)
            yield Flaw(
                (question,),
                message("Question {number} has no answer: there is no heading “{word}”.", number=number, word=word),
                message("Add “{word}:” and answer the question below it: {question}",
                        word=word, question=Message(titles[question])),
                place=Place(case.reading.path),
            )  # fmt: skip


def _together(missing: Collection[str], titles: Mapping[str, str]) -> Flaw:
    """Ask once for what is not found in a text without headings, which may well be there."""
    asked = [question for question in QUESTIONS if question in missing]
    numbers = ", ".join(str(QUESTIONS.index(question) + 1) for question in asked)
    return Flaw(
        (),
        message("In this text no answer was found to these questions: {numbers}.", numbers=numbers),
        message("Put a short heading above each answer, so that it is found. The first of them: {question}",
                question=Message(titles[asked[0]])),
    )  # fmt: skip
