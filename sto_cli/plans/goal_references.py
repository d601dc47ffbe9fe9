"""How activities speak of goals: by their short names, by their numbers, or in prose ("hoort bij doel 2")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sto_cli.files.yaml_reader import KeyPath
from sto_cli.plans.model import Activity, Answer, Goal

_NUMBERS = r"\d{1,2}(?!\d|[.,]\d|%)(?:(?:, ?| ?(?:en|and|&|\+|/) ?)(?:doel |goal )?\d{1,2}(?!\d|[.,]\d|%))*"
_IN_PROSE = re.compile(
    rf"\b(?:doel|doelen|doelstelling|doelstellingen|goal|goals) ?(?:nr\.? ?)?({_NUMBERS})(?! (?:leerlingen|pupils))",
    re.IGNORECASE,
)


class Reference(NamedTuple):
    """One mention of a goal by an activity: the name as it was written, and where."""

    name: str
    path: KeyPath


def references(activity: Activity) -> Iterator[Reference]:
    """Yield the goals that an activity names, in its own heading and in its text."""
    for index, name in enumerate(activity.goals):
        yield Reference(name, (*activity.path, "goals", index))
    named = dict.fromkeys(
        number for found in _IN_PROSE.finditer(activity.text) for number in re.findall(r"\d+", found[1])
    )
    yield from (Reference(number, activity.path) for number in named)


def names_of(goals: Answer[Goal]) -> dict[str, int]:
    """Return by which names the goals are known, with their positions: short names, or else their numbers.

    A number stands for the goal "d2" too. A text that numbers its own goals ("Doel 1: … Doel 2: …") has those; of
    any other text the goals cannot be told apart, and the answer is empty.
    """
    if goals.style != "list":
        return {number: int(number) - 1 for goal in goals.items for number in _numbers_in(goal.text)}
    named = {goal.id: index for index, goal in enumerate(goals.items) if goal.id}
    if not named:
        return {str(index + 1): index for index in range(len(goals.items))}
    numbers = {name[1:]: index for name, index in named.items() if name[:1] in "dDgG" and name[1:].isdigit()}
    return numbers | named


def position(name: str, names: dict[str, int]) -> int | None:
    """Return the position of the goal that a name stands for; "d2" means 2 where goals have numbers only."""
    if name in names:
        return names[name]
    number = re.fullmatch(r"(?:doel|goal|d|g)? ?(\d{1,2})", name.strip(), re.IGNORECASE)
    return names.get(number[1]) if number and all(known.isdigit() for known in names) else None


def _numbers_in(text: str) -> set[str]:
    return set(re.findall(r"\b(?:doel|goal) (\d{1,2})\b", text, re.IGNORECASE))
