"""An answer is so short that it is hardly one.

Why:
    The programme manager decides on what is written. A few words leave open what you mean; two or three sentences
    are enough. That a plan fits the vision says nothing yet: the question is how.

Example:
    vision: It fits well.

Mend:
    Write what you would say when asked “what do you mean by that?”.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import Message, counted, message
from sto_cli.plans.case import AnyItem, Case, Flaw
from sto_cli.plans.language.placeholders import only_says_that_it_fits
from sto_cli.plans.language.wording import count_words
from sto_cli.plans.model import Activity, Answer, Goal, Milestone, Partner, QuestionKey, Resource
from sto_cli.plans.reading.shape import HEADINGS

ID = "short-answer"
SEVERITY: Severity = "warning"
SOURCE = "concrete-plan"

FEWEST_WORDS: dict[QuestionKey, int] = {
    "vision": 12, "goals": 6, "activities": 5, "milestones": 3, "cooperation": 3, "resources": 2,
}  # fmt: skip
"""Words of a whole answer, all its points together; chosen on the example plans (docs/decisions.md)."""

_TITLES = {heading.english: heading.title for heading in HEADINGS}


def check(case: Case) -> Iterator[Flaw]:
    """Report answers with too few words (dates, amounts and names count too), and a vision that any plan fits."""
    for answer in case.plan.answers:
        if not case.settled(answer):
            continue
        words = sum(count_words(_text(item)) + _numbers(item) for item in case.meant(answer))
        if answer.key == "vision" and only_says_that_it_fits(" ".join(_text(item) for item in case.meant(answer))):
            yield Flaw(
                (answer.key,),
                message("Under “{word}” it only says that the plan fits, not how.", word=case.word(answer.key)),
                message("Name a point of the vision, and say what this plan adds to it."),
                on="heading",
            )
        elif words < FEWEST_WORDS[answer.key] and not _says_enough(answer):
            yield Flaw(
                (answer.key,),
                counted(
                    "The answer under “{word}” has only {n} word.",
                    "The answer under “{word}” has only {n} words.",
                    words,
                    word=case.word(answer.key),
                ),
                message(
                    "Say more, so that the question is answered: {question}", question=Message(_TITLES[answer.key])
                ),
                on="heading",
            )


def _numbers(item: AnyItem) -> int:
    """Return how many numbers a goal holds: “10 naar 40 leerlingen” says as much as words would."""
    return sum(any(sign.isdigit() for sign in word) for word in item.text.split()) if isinstance(item, Goal) else 0


def _text(item: AnyItem) -> str:
    match item:
        case Goal():
            return f"{item.text} {item.measure or ''}"
        case Partner():
            return f"{item.text} {item.how or ''}"
        case _:
            return item.text


def _says_enough(answer: Answer[AnyItem]) -> bool:
    """Whether details make up for words: several points with a form or a kind, or one with a date or an amount.

    Questions 4 and 6 ask for days and amounts: “printers, 12500” answers more than its one word.
    """
    detailed = [item for item in answer.items if _has_details(item)]
    return len(detailed) > 1 or any(isinstance(item, Milestone | Resource) for item in detailed)


def _has_details(item: AnyItem) -> bool:
    match item:
        case Milestone():
            return item.date is not None and item.written is not None
        case Resource():
            return item.amount is not None and item.written is not None
        case Activity():
            return bool(item.goals) and bool(item.forms)
        case Partner():
            return item.kind is not None
        case _:
            return False
