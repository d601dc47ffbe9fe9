"""How activities speak of goals: by their short names, by their numbers, or in prose ("hoort bij doel 2")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sto_cli.files.yaml_reader import KeyPath
from sto_cli.plans.model import Activity, Answer, Goal

_NUMBERS = r"\d{1,2}(?!\d|[.,]\d|%)(?:(?:, ?| ?(?:en|and|&|\+|/) ?)(?:doel |goal )?\d{1,2}(?!\d|[.,]\d|%))*"
_IN_PROSE = re.compile(
    rf"\b(?:doel|doelen|doelstelling|doelstellingen|goal|goals) ?(?:nr\.? ?)?({_NUMBERS})(?! (?:leerlingen|pupils))",
    re.IGNORECASE,
)


class GoalMention(NamedTuple):
    """One mention of a goal by an activity: the name as it was written, and where."""

    name: str
    path: KeyPath


def split_names(text: str) -> list[str]:
    """Split names of goals: “d1, d2”, “1 & 2”, “A en B”."""
    return re.split(r"\s*[,;+&/\n]\s*|\s+(?:en|and|plus)\s+", text.strip())


_ALL = frozenset({"alle", "allemaal", "alles", "allebei", "beide", "alle doelen", "beide doelen", "all", "both"})


def references(activity: Activity, names: Mapping[str, int]) -> Iterator[GoalMention]:
    """Yield the goals that an activity names, in its own heading and in its text; "alle" names all of `names`."""
    for index, name in enumerate(activity.goals):
        meant = list(names) if name.strip().lower() in _ALL else [name]
        yield from (GoalMention(one, (*activity.path, "goals", index)) for one in meant)
    yield from (GoalMention(name, activity.path) for name in dict.fromkeys(_in_prose(activity.text, names)))


_BY_LETTER = re.compile(r"\b(?:doel|doelen|goals?) ([a-e](?:(?:, ?| ?(?:en|and|&|\+) ?)[a-e])*)\b", re.IGNORECASE)
_NAMED = re.compile(r"\b[A-Za-z]\d{1,2}\b")
"""A name of a goal that is no word: `D1`."""

_BY_ORDER = re.compile(
    r"\b(?P<nth>eerste|tweede|derde|vierde|vijfde|first|second|third|fourth)(?: (?:en|and) (?:het |de )?"
    r"(?P<other>tweede|derde|vierde|second|third|fourth))?(?: (?:doel|doelstelling|goal)|(?=:))",
    re.IGNORECASE,
)
_ORDER = {
    "eerste": "1", "first": "1", "tweede": "2", "second": "2", "derde": "3", "third": "3", "vierde": "4", "fourth": "4",
    "vijfde": "5",
}  # fmt: skip


def _in_prose(text: str, names: Mapping[str, int]) -> Iterator[str]:
    """Yield the goals that a text names by a number, by the letter that is their name, or in their order."""
    for found in _IN_PROSE.finditer(text):
        yield from re.findall(r"\d+", found[1])
    for found in _BY_LETTER.finditer(text):
        yield from (letter for letter in re.findall(r"\b[a-e]\b", found[1]) if letter in names)
    for word in _NAMED.findall(text):
        yield from (name for name in dict.fromkeys((word, word.lower(), word.upper())) if name in names)
    for found in _BY_ORDER.finditer(text):
        yield from (_ORDER[word.lower()] for word in found.groups() if word and _ORDER[word.lower()] in names)


def names_of(goals: Answer[Goal]) -> dict[str, int]:
    """Return by which names the goals are known, with their positions: short names, and their numbers.

    A number stands for the goal "d2" or "Doel 2" too. A text that numbers its own goals ("Doel 1: … Doel 2: …") has
    those; of any other text the goals cannot be told apart, and the answer is empty.
    """
    if goals.style != "list":
        return {number: int(number) - 1 for goal in goals.items for number in _numbers_in(goal.text)}
    named = {goal.id: index for index, goal in enumerate(goals.items) if goal.id}
    numbers = {str(index + 1): index for index, goal in enumerate(goals.items) if not goal.id}
    for name, index in named.items():
        found = _NUMBERED.fullmatch(name)
        if found:
            numbers[found[1]] = index
    return numbers | named


_NUMBERED = re.compile(r"(?:doel|goal|[a-z])?[ .-]?(\d{1,2})\.?", re.IGNORECASE)


def position(name: str, names: Mapping[str, int]) -> int | None:
    """Return the position of the goal that a name stands for; "d2" and "doel 2" mean number 2."""
    if name in names:
        return names[name]
    found = _NUMBERED.fullmatch(name.strip())
    return names.get(found[1]) if found else None


def _numbers_in(text: str) -> set[str]:
    return set(re.findall(r"\b(?:doel|goal) (\d{1,2})\b", text, re.IGNORECASE))
