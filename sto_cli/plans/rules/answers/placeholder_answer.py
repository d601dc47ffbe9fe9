"""Words such as “to be filled in”, TODO or ... stand where an answer is still to come.

Why:
    A new plan is full of them, and one is easily overlooked. They count as no answer.

Example:
    goals: to be filled in

Mend:
    Answer the question. When you do not know it yet, write what you do know and who will find out.
"""

from collections.abc import Iterator

from sto_cli.files.yaml.reader import KeyPath
from sto_cli.findings import Severity
from sto_cli.messages import Message, message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.cost_words import names_hours
from sto_cli.plans.language.measuring import goal_is_measurable
from sto_cli.plans.language.placeholders import amount_to_come, is_placeholder, open_place
from sto_cli.plans.language.wording import quoted
from sto_cli.plans.model import QUESTIONS, Resource
from sto_cli.plans.reading.cofinancing import paid_meant
from sto_cli.plans.reading.shape import HEADINGS

ID = "placeholder-answer"
SEVERITY: Severity = "error"
SOURCE = "six-questions"

_TITLES = {heading.english: heading.title for heading in HEADINGS}
_MAIN = {heading.shape.items.main for heading in HEADINGS if heading.shape.items is not None}
"""Headings without which a point says nothing."""

_NO_TEXT = frozenset({"profiles", "forms", "id", "form", "kind", "cofinancing"})
"""Headings with a name or a choice below them: other rules say what is wrong with those."""


def check(case: Case) -> Iterator[Flaw]:
    """Report placeholders in answers, in their points, and in the headings above them."""
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
        words = amount_to_come(item.text) if item.written is None and item.amount is None else None
        if words is not None and item.path not in reported and not names_hours(item.text):
            hint = message("Fill it in, or leave it out when it does not apply.")
            yield Flaw(item.path, message("{text} is not an answer yet.", text=quoted(words)), hint)


def _open_places(case: Case, reported: set[KeyPath]) -> Iterator[Flaw]:
    """Report places within answers, and beside them, that are to be filled in, such as a name; once for every point."""
    hint = message("Fill it in, or leave it out when it does not apply.")
    for answer in case.plan.answers[:-1]:  # in a list of costs dots lead to the amount
        for item in answer.items if answer.sound else ():
            words = open_place(f"{item.text}\n{getattr(item, 'how', None) or ''}")
            if words is not None and not {item.path, item.path[:2]} & reported:
                yield Flaw(item.path, message("{text} is still open.", text=quoted(words)), hint, lighter="open-place")
    for cell in (*case.reading.unread, *case.reading.of_a_letter):
        if (words := open_place(cell.text)) is not None:
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
        if is_placeholder(value) and value.strip() and not nobody_pays:
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
