"""How activities speak of goals: by short names, numbers and letters, in prose, in brackets, by their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sto_cli.files.yaml.reader import KeyPath
from sto_cli.plans.model import Activity, Answer, Goal


class GoalMention(NamedTuple):
    """One mention of a goal by an activity: the name as it was written, and where."""

    name: str
    path: KeyPath


def split_names(text: str) -> list[str]:
    """Split names of goals: “d1, d2”, “1 & 2”, “A en B”."""
    return re.split(r"\s*[,;+&/\n]\s*|\s+(?:en|and|plus)\s+", text.strip())


_NUMBERED = re.compile(r"(?:doel|goal|[a-z]{1,2})?[ .-]?(\d{1,2})\.?", re.IGNORECASE)
_BEFORE_A_NAME = re.compile(r"(?:sub)?(?:doel(?:stelling)?|goal) ", re.IGNORECASE)


def is_numbered(name: str) -> bool:
    """Whether a name of a goal is a number, perhaps with a letter: “3”, “doel 3”, “D3”."""
    return _NUMBERED.fullmatch(name.strip()) is not None


LETTERS = "abcdefgh"
"""By which goals without a name are known, in their order."""


class GoalNames:
    """By which names the goals of an answer are known.

    Those are their short names, in small or capital letters; numbers and letters, in their order or as their short
    names hold them ("d2", "Doel 2"); and words that only one of them has. A text that numbers its own goals ("Doel 1:
    … Doel 2: …") has those numbers; of any other text the goals cannot be told apart, and there are no names.
    """

    def __init__(self, goals: Answer[Goal]) -> None:
        listed = goals.style == "list"
        self._goals = goals.items if listed else ()
        named = [(goal.id or _own_number(goal.text), index) for index, goal in enumerate(self._goals)]
        self._unnamed = [index for name, index in named if not name]
        self.short = {_plain(name): index for name, index in named if name}
        self.in_chapters = any(_IN_CHAPTER.fullmatch(name) for name in self.short)
        self.positions = self._by_order() | self.short if listed else _told_numbers(goals)

    def _by_order(self) -> dict[str, int]:
        known = {str(index + 1): index for index in self._unnamed}
        known |= {_ORDER[name]: at for name, at in self.short.items() if name in _ORDER}
        if not self.short:
            known |= dict(zip(LETTERS, self._unnamed, strict=False))
        known |= {last: at for name, at in self.short.items() if (last := name.partition(".")[2]) and self.in_chapters}
        return known | {found[1]: at for name, at in self.short.items() if (found := _NUMBERED.fullmatch(name))}

    def __bool__(self) -> bool:
        return bool(self.positions)

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self.positions

    @property
    def tell_apart(self) -> bool:
        """Whether every goal has a name of its own."""
        return len(set(self.positions.values())) == len(self._goals)

    @property
    def all_of_them(self) -> list[str]:
        """One name of each goal: its short name, or else its number."""
        names = {index: name for name, index in self.positions.items() if name.isdigit()}
        return list((names | {index: name for name, index in self.short.items()}).values())

    def position(self, name: str) -> int | None:
        """Return the position of the goal that a name stands for."""
        plain = _plain(name)
        bare = _BEFORE_A_NAME.sub("", plain).strip(" .:")
        if plain in self.positions or bare in self.positions:
            return self.positions.get(plain, self.positions.get(bare))
        found = _NUMBERED.fullmatch(bare)
        return self.positions.get(found[1]) if found else self._by_words(bare)

    def _by_words(self, name: str) -> int | None:
        """Return the one goal in which all words of a name stand, in this form or a longer one."""
        words = [word[:LETTERS_OF_A_WORD] for word in re.findall(r"[^\W\d_]{4,}", name)]
        said = [re.findall(r"[^\W_]+", f"{goal.id} {goal.text}".lower()) for goal in self._goals]
        having = [at for at, others in enumerate(said) if all(_has(others, word) for word in words)] if words else []
        return having[0] if len(having) == 1 else None


_IN_CHAPTER = re.compile(r"\d{1,2}\.\d{1,2}")


def _own_number(text: str) -> str | None:
    """Return the number with its chapter with which a goal begins: “3.1 In 2028 …”."""
    first = text.split(maxsplit=1)[0].rstrip(".:)") if text.strip() else ""
    return first if _IN_CHAPTER.fullmatch(first) else None


def _plain(name: str) -> str:
    """Write a name in small letters, without the marks that a key needs: `doel_1` is “doel 1”."""
    return " ".join(name.lower().replace("_", " ").split())


LETTERS_OF_A_WORD = 6
"""Letters by which a word is known in its forms: “docent” and “docenten”."""


def _has(words: list[str], start: str) -> bool:
    return any(word.startswith(start) for word in words)


def _told_numbers(goals: Answer[Goal]) -> dict[str, int]:
    texts = " ".join(goal.text for goal in goals.items)
    return {number: int(number) - 1 for number in re.findall(r"\b(?:doel|goal) (\d{1,2})\b", texts, re.IGNORECASE)}


def mentions_of(activities: Answer[Activity], names: GoalNames) -> list[list[GoalMention]]:
    """Return for each activity the goals that it names, in its own heading and in its text."""
    found = [[*_in_heading(one, names), *_in_text(one, names)] for one in activities.items]
    short = [_in_brackets(one, names) for one in activities.items]
    habit = any(found) or sum(map(bool, short)) * 2 > len(short)
    return [more or (brackets if habit else []) for more, brackets in zip(found, short, strict=True)]


_ALL = frozenset({"alle", "allemaal", "alles", "allebei", "beide", "alle doelen", "beide doelen", "all", "both"})


def _in_heading(activity: Activity, names: GoalNames) -> Iterator[GoalMention]:
    for index, name in enumerate(activity.goals):
        meant = names.all_of_them if name.strip().lower() in _ALL else [name]
        yield from (GoalMention(one, (*activity.path, "goals", index)) for one in meant)


def _in_text(activity: Activity, names: GoalNames) -> list[GoalMention]:
    return [GoalMention(name, activity.path) for name in dict.fromkeys(_in_prose(activity.text, names))]


_ONE = r"\d{1,2}(?:\.\d{1,2})?(?!\d|[.,]\d|%)"
_LIST = rf"{_ONE}(?:(?:, ?(?:en |and )?| ?(?:en|and|&|\+|/|t/m|tot en met|to|-|–) ?)(?:doel |goal )?{_ONE})*"
_BY_NUMBER = re.compile(
    rf"(?<!als )\b(?:sub)?(?:doel|doelen|doelstelling|doelstellingen|besluit|ambitie|goal|goals|aim):? ?"
    rf"(?:nr\.? ?)?({_LIST})"
    r"(?! (?:leerlingen|lln|pupils|docenten|meisjes|bedrijven|procent))",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(\d+\.)?\b(\d+) ?(?:t/m|tot en met|to|-|–) ?(\d+\.)?\b(\d+)")
_BY_LETTER = re.compile(
    r"\b(?:doel|doelen|doelstelling|goals?) ([a-h](?:(?:, ?| ?(?:en|and|&|\+) ?)[a-h])*)\b", re.IGNORECASE
)
_NAMED = re.compile(r"\b[A-Za-z]{1,4}-?\d{1,2}\b")
"""A name of a goal that is no word: `D1`."""

_BY_ORDER = re.compile(
    r"\b(?P<nth>eerste|tweede|derde|vierde|vijfde|first|second|third|fourth)(?: (?:en|and) (?:het |de )?"
    r"(?P<other>tweede|derde|vierde|second|third|fourth))?(?: (?:doel|doelstelling|goal)|(?=:)|"
    r"(?= te (?:bereiken|halen)\b)|"
    r"(?:(?<=voor het \w{5})|(?<=voor het \w{6}))(?= (?!jaar|leerjaar|kwartaal|deel|halfjaar|uur)\w+))",
    re.IGNORECASE,
)
_ORDER = {
    "eerste": "1", "first": "1", "tweede": "2", "second": "2", "derde": "3", "third": "3", "vierde": "4", "fourth": "4",
    "vijfde": "5",
}  # fmt: skip
_ALL_GOALS = re.compile(r"\b(?:alle(?: \w+)?|beide|all(?: \w+)?|both) (?:doelen|doelstellingen|goals)\b", re.IGNORECASE)

HIGHEST_NUMBER = 12
"""A higher number behind “doel” is an amount: “met het doel 40 uur les te geven”."""


def _in_prose(text: str, names: GoalNames) -> Iterator[str]:
    """Yield the goals that a text names by a number, by the letter that is their name, or in their order."""
    for found in _BY_NUMBER.finditer(text):
        numbers = (one for one in _numbers(found[1]) if names.in_chapters or "." not in one)
        yield from (number for number in numbers if float(number) <= HIGHEST_NUMBER)
    for found in _BY_LETTER.finditer(text):
        yield from (letter for letter in re.findall(r"\b[a-h]\b", found[1].lower()) if letter in names)
    yield from (name for name in _NAMED.findall(text) if name.lower() in names.short)
    for found in _BY_ORDER.finditer(text):
        yield from (_ORDER[word.lower()] for word in found.groups() if word and _ORDER[word.lower()] in names)
    if _ALL_GOALS.search(text):
        yield from names.all_of_them


def _numbers(text: str) -> list[str]:
    """Return the numbers in a list of them, those between the ends of a range too."""
    found = set(re.findall(r"\d+(?:\.\d+)?", text))
    for chapter, first, _, last in _RANGE.findall(text):
        found |= {f"{chapter}{number}" for number in range(int(first), min(int(last), HIGHEST_NUMBER) + 1)}
    return sorted(found, key=float)


_BRACKETED = re.compile(
    r"(?:[(\[]|(?:->|→|=>) ?)(?:(?:hoort )?bij |voor |ad |t\.?b\.?v\.? |for )?([\w., &+/-]{1,40}?)(?:[)\]]|$)",
    re.IGNORECASE,
)


def _in_brackets(activity: Activity, names: GoalNames) -> list[GoalMention]:
    """Return the goals that stand alone in brackets, behind an arrow or before a colon: “lessen (1, 2)”, “→ 1”."""
    before, colon, _ = activity.text.partition(":")
    told = [split_names(found) for found in (*_BRACKETED.findall(activity.text), *([before] if colon else ()))]
    known = [name for several in told if all(one in names or one in _ALL for one in several) for name in several]
    meant = [one for name in known for one in (names.all_of_them if name in _ALL else [name])]
    return [GoalMention(name, activity.path) for name in dict.fromkeys(meant)]
