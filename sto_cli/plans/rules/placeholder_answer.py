"""Words such as “to be filled in”, TODO or ... stand where an answer is still to come.

Why:
    A new plan is full of them, and one is easily overlooked. They count as no answer.

Example:
    goals: to be filled in

Mend:
    Answer the question. When you do not know it yet, write what you do know and who will find out.
"""

from __future__ import annotations

from collections.abc import Iterator

from sto_cli.files.yaml_reader import KeyPath
from sto_cli.findings import Severity
from sto_cli.messages import N_, Message, message
from sto_cli.plans.case import Case
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.model import QUESTIONS
from sto_cli.plans.placeholders import is_placeholder
from sto_cli.plans.shape import HEADINGS
from sto_cli.plans.wording import quoted

ID = "placeholder-answer"
SEVERITY: Severity = "error"
SOURCE = N_("Flyer “Ook niet-techniekprofielen zijn welkom bij STO”: the six questions.")

_TITLES = {heading.english: heading.title for heading in HEADINGS}
_NOT_TEXT = frozenset({"id", "goals", "form", "kind", "cofinancing"})
"""Headings in a point that hold a name or a choice: other rules say what is wrong with those."""


def check(case: Case) -> Iterator[Flaw]:
    """Report placeholders in answers, in their points, and in the headings above them."""
    reported: set[KeyPath] = set()
    for path, text in _texts(case.data, ()):
        if is_placeholder(text) and path[:2] not in reported:
            reported.add(path[:2])  # once for every point
            yield Flaw(path, message("{text} is not an answer yet.", text=quoted(text)), _hint(path))


def _texts(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        if value.strip() and not _is_name(path):
            yield path, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
    elif isinstance(value, dict):
        for name, item in value.items():
            if path or name in _TITLES:
                yield from _texts(item, (*path, name))


def _is_name(path: KeyPath) -> bool:
    return path[0] in {"profiles", "forms"} or (len(path) > 1 and any(part in _NOT_TEXT for part in path[1:]))


def _hint(path: KeyPath) -> Message:
    if path[0] in QUESTIONS and len(path) == 1:
        return message("Answer the question: {question}", question=Message(_TITLES[str(path[0])]))
    return message("Fill it in, or leave it out when it does not apply.")
