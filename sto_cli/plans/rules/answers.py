"""Rules on the six answers: whether something stands there, and whether it is an answer."""

from collections.abc import Iterator

from sto_cli.files.yaml.reader import KeyPath
from sto_cli.findings import Place
from sto_cli.messages import Message, message
from sto_cli.plans.case import Case, Flaw, is_copied_item, rule
from sto_cli.plans.language import placeholders
from sto_cli.plans.language.cost_words import names_hours
from sto_cli.plans.language.measuring import goal_is_measurable
from sto_cli.plans.language.wording import quoted
from sto_cli.plans.model import QUESTIONS, QuestionKey, Resource
from sto_cli.plans.reading.cofinancing import paid_meant
from sto_cli.plans.reading.shape import HEADINGS, MAIN_PARTS

_STEMS: dict[QuestionKey, tuple[str, ...]] = {
    "vision": ("visie", "vision", "aansluit"), "goals": ("doel", "goal"), "activities": ("activit", "ondernomen"),
    "milestones": ("mijlpa", "milestone", "planning"), "cooperation": ("samenwerk", "cooperat", "partner"),
    "resources": ("middel", "kosten", "begrot", "resource", "budget"),
}  # fmt: skip
"""What an unknown heading carries that is meant as this question: then `unknown-key` says it, once."""


@rule("error", "six-questions")
def missing_question(case: Case) -> Iterator[Flaw]:
    """One of the six questions has no answer: its heading is not there.

    Why:
        The programme asks every school the same six questions: how the plan fits the Regiovisie, its goals, its
        activities, its milestones, the cooperation in the region, and the resources. Without all six, the talk with
        the programme manager has to be about what is missing.

    Example:
        title: Technology lab
        vision: ...
        goals: ...

    Mend:
        Add the heading with a colon behind it, and answer the question on the lines below.
    """
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


@rule("error", "six-questions")
def empty_answer(case: Case) -> Iterator[Flaw]:
    """A heading is there, but nothing stands below it.

    Why:
        An empty answer is as open as a missing one.

    Example:
        vision:

    Mend:
        Answer the question on the lines below its heading, or take an empty point out of the list.
    """
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


_TITLES = {heading.english: heading.title for heading in HEADINGS}

_MAIN = {heading.shape.items.main for heading in HEADINGS if heading.shape.items is not None}
"""Headings without which a point says nothing."""

_NO_TEXT = frozenset({"profiles", "forms", "id", "form", "kind", "cofinancing"})
"""Headings with a name or a choice below them: other rules say what is wrong with those."""


@rule("error", "six-questions")
def placeholder_answer(case: Case) -> Iterator[Flaw]:
    """Words such as “to be filled in”, TODO or ... stand where an answer is still to come.

    Why:
        A new plan is full of them, and one is easily overlooked. They count as no answer.

    Example:
        goals: to be filled in

    Mend:
        Answer the question. When you do not know it yet, write what you do know and who will find out.
    """
    found: list[tuple[KeyPath, str]] = []
    for name, value in case.data.items():
        if name in _TITLES:
            _collect(value, (name,), found)
    wrong = {complaint.path for complaint in case.complaints("type")}
    reported = {(*goal.path, "measure") for goal in case.plan.goals.items if not goal_is_measurable(goal)}
    reported |= {(*item.path, "amount") for item in _hours_to_come(case)}
    for path, text in found:
        if not {path[:2], path} & reported and not any(path[: len(one)] == one for one in wrong):
            reported.add(path[:2])  # once for every point
            yield Flaw(path, message("{text} is not an answer yet.", text=quoted(text)), _hint(case, path))
    yield from _open_places(case, reported)
    for item in case.plan.resources.items:
        words = placeholders.amount_to_come(item.text) if item.written is None and item.amount is None else None
        if words is not None and item.path not in reported and not names_hours(item.text):
            hint = message("Fill it in, or leave it out when it does not apply.")
            yield Flaw(item.path, message("{text} is not an answer yet.", text=quoted(words)), hint)


def _open_places(case: Case, reported: set[KeyPath]) -> Iterator[Flaw]:
    """Report places within answers, and beside them, that are to be filled in, such as a name; once for every point."""
    hint = message("Fill it in, or leave it out when it does not apply.")
    for answer in case.plan.answers[:-1]:  # in a list of costs dots lead to the amount
        for item in answer.items if answer.sound else ():
            words = placeholders.open_place(f"{item.text}\n{getattr(item, 'how', None) or ''}")
            if words is not None and not {item.path, item.path[:2]} & reported:
                yield Flaw(item.path, message("{text} is still open.", text=quoted(words)), hint, lighter="open-place")
    for cell in (*case.reading.unread, *case.reading.of_a_letter):
        if (words := placeholders.open_place(cell.text)) is not None:
            said = message("{text} is still open.", text=quoted(words))
            yield Flaw((), said, hint, place=cell.place, lighter="open-place")


def _hours_to_come(case: Case) -> list[Resource]:
    """Return hours with “p.m.” as their amount, beside costs that have one: another rule asks for it."""
    items = case.plan.resources.items
    priced = any(item.amount is not None for item in items)
    return [one for one in items if priced and names_hours(one.text) and _is_open(one.written or "")]


def _is_open(written: str) -> bool:
    """Whether an amount is given as “p.m.” and nothing else."""
    return "".join(letter for letter in written.lower() if letter.isalnum()) == "pm"


def _collect(value: object, path: KeyPath, found: list[tuple[KeyPath, str]]) -> None:
    """Add the paths of all placeholders in a part of a plan to `found`."""
    if isinstance(value, str):
        nobody_pays = path[-1] == "cofinancing" and paid_meant(value, None) is not None
        if placeholders.is_placeholder(value) and value.strip() and not nobody_pays:
            found.append((path, value))
    elif path[-1] in _NO_TEXT or (path[-1] == "goals" and len(path) > 1):
        return
    elif isinstance(value, list):
        for index, item in enumerate(value):
            _collect(item, (*path, index), found)
    elif isinstance(value, dict):
        for name, item in value.items():
            _collect(item, (*path, name), found)


def _hint(case: Case, path: KeyPath) -> Message:
    """Ask for the answer where it is required; a single point among others, or a detail, may be left out."""
    if path[0] not in QUESTIONS:
        return message("Fill it in, or leave it out when it does not apply.")
    if len(path) == 1 or not _others(case, path):
        return message("Answer the question: {question}", question=Message(_TITLES[str(path[0])]))
    if path[-1] in _MAIN or isinstance(path[-1], int):
        return message("Fill it in, or leave this point out.")
    return message("Fill it in, or leave it out when it does not apply.")


def _others(case: Case, path: KeyPath) -> bool:
    """Whether something is answered beside this part: another point, or this one's own text."""
    answer = next(answer for answer in case.plan.answers if answer.key == path[0])
    return bool(case.meant(answer)) or not answer.sound


@rule("error", "concrete-plan")
def copied_example(case: Case) -> Iterator[Flaw]:
    """The example of the template, or a sentence of the programme's flyer, stands there as the answer.

    Why:
        The example shows what an answer may look like; the flyer says what the programme is for. Neither says what
        your school will do.

    Example:
        vision: >
          The Regiovisie wants every pupil to meet technology before choosing a profile. With this plan our pupils
          of years 1 and 2 do so in eight lessons a year.

    Mend:
        Write your own answer in its place, however short. A sentence of the flyer may stay when you say what your plan
        adds to it.
    """
    titles = {heading.english: heading.title for heading in HEADINGS}
    for answer in case.plan.answers:
        for item in answer.items if answer.sound else ():
            if is_copied_item(item):
                yield Flaw(
                    item.path,
                    message("This is not your own answer, but that of the template or the flyer: {text}.",
                            text=quoted(item.text)),
                    message("Answer it for your own school: {question}", question=Message(titles[answer.key])),
                )  # fmt: skip


@rule("error", "common-sense")
def same_as_last_year(case: Case) -> Iterator[Flaw]:
    """An answer says no more than that all is as it was last year.

    Why:
        The plan is read by people who do not have last year's plan beside it, and they want to know what came of it.

    Example:
        goals: The same as last year.

    Mend:
        Write the answer in full, and say what is new: copying it from last year's plan is a good start.
    """
    for answer in case.plan.answers:
        for item in answer.items if answer.sound else ():
            if placeholders.refers_to_last_year(item.text) or placeholders.leaves_the_rest(item.text):
                yield Flaw(
                    item.path,
                    message("Whoever reads this does not have last year's plan at hand: {text}.",
                            text=quoted(item.text)),
                    message("Write the answer in full here, and say what came of last year's."),
                )  # fmt: skip
