"""A heading is there, but nothing stands below it.

Why:
    An empty answer is as open as a missing one.

Example:
    vision:

Mend:
    Answer the question on the lines below its heading, or take an empty point out of the list.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import Message, message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.model import QUESTIONS
from sto_cli.plans.reading.shape import HEADINGS, MAIN_PARTS

ID = "empty-answer"
SEVERITY: Severity = "error"
SOURCE = "six-questions"


def check(case: Case) -> Iterator[Flaw]:
    """Report answers without anything in them, and points without a text."""
    empty = {answer.key for answer in case.plan.answers if answer.style == "empty"}
    titles = {heading.english: heading.title for heading in HEADINGS}
    for key in QUESTIONS:
        if key in empty:
            there = case.reading.objects.get(key)
            yield Flaw(
                (key,),
                message(
                    "Below “{word}” stands only {thing}: what is in it cannot be read.",
                    word=case.word(key),
                    thing=there.named,
                )
                if there
                else message("There is nothing below “{word}”.", word=case.word(key)),
                message("Answer the question: {question}", question=Message(titles[key])),
                on="heading",
            )
    for complaint in case.complaints("type", "pattern", "required"):
        path = complaint.path
        if len(path) > 1 and path[0] in MAIN_PARTS and path[0] not in empty:
            yield from _point(case, path[0], path, complaint.keyword, complaint.value)


def _point(case: Case, key: str, path: tuple[str | int, ...], keyword: str, value: object) -> Iterator[Flaw]:
    """Report a point that is nothing, blank, or without its main heading or the text below that."""
    main = MAIN_PARTS[key]
    nothing = value is None if keyword == "type" else keyword == "required" or path[-1] != "date"
    about_main = len(path) == 2 or (len(path) == 3 and path[2] == main)  # noqa: PLR2004 - a point; a heading in it
    if not nothing or not about_main or (keyword == "required" and _only_strangers(case, path)):
        return
    word = case.word(*path[:2], main)
    sentence = (
        message("This point of “{key}” says nothing.", key=case.word(key))
        if len(path) == 2 and keyword != "required"  # noqa: PLR2004
        else message("“{word}” is missing or empty in this point of “{key}”.", word=word, key=case.word(key))
    )
    yield Flaw(path, sentence, message("Write a text under “{word}”, or take this point out.", word=word))


def _only_strangers(case: Case, path: tuple[str | int, ...]) -> bool:
    """Whether all that a point holds is unknown: then that is the finding."""
    unknown = [complaint for complaint in case.complaints("additionalProperties") if complaint.path == path]
    return any(isinstance(one.value, dict) and set(one.names) == set(one.value) for one in unknown)
