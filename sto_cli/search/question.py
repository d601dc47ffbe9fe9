"""A query taken apart: its words as terms, each with the words of the register that it may stand for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from sto_cli.search.index import Index
from sto_cli.search.levels import Level, level_of
from sto_cli.search.places import PROVINCE_WORDS
from sto_cli.search.spelling import distance
from sto_cli.search.words import KINDS, LEVELS, SPOTS, WORDS

Source = Literal["query", "place", "street"]

UNKNOWN_WEIGHT = 0.8
"""What a word weighs that the register does not have and that nothing in it is like, against its rarest word."""

UNKNOWN_NUMBER_WEIGHT = 0.2
"""The same for a number: of a house, of a room, of a year."""

PLACE_FLOOR = 0.6
"""A place that is given weighs at least so much, also a large one: another place is another school."""

NEIGHBOUR_LIKENESS = 0.6
"""How far a place speaks for a school in another place of its municipality."""

PROVINCE_WEIGHT = 0.2
"""What a province behind a place weighs (Elst Gld): it tells two places apart, no more."""

LEVEL_WEIGHT = 0.25
"""What a level weighs."""

OTHER_EDUCATION = frozenset(["praktijkonderwijs", "vso", "gymnasium", "basisschool", "mbo", "isk", "roc", "internationale"])
"""Words for schools that the register mostly does not hold; a name with such a word is meant to differ by it."""

OTHER_FLOOR = 0.5


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a query. `likes`: the register's words that it may stand for, by number, with their likeness."""

    word: str
    weight: float
    likes: dict[int, float]
    source: Source
    level: Level | None = None

    @property
    def general(self) -> bool:
        """Whether nearly any school may carry the word."""
        return self.word in KINDS or self.word in LEVELS


def terms_of(index: Index, words: Iterable[str], source: Source) -> list[Term]:
    """Make the terms of a query's words."""
    mended = [part for word in dict.fromkeys(words) for part in _mended(index, word)]
    whole = [part for word in _joined(index, mended) for part in _parted(index, word)]
    return [_term(index, word, source) for word in dict.fromkeys(whole)]


def _term(index: Index, word: str, source: Source) -> Term:
    number = index.number_of.get(word)
    likes = {} if number is None else {number: 1.0}
    if word not in KINDS and word not in LEVELS:
        likes = index.near(word) | likes
    if number in index.around:
        likes = dict.fromkeys(index.around[number], NEIGHBOUR_LIKENESS) | likes
    return Term(word, _weight(index, word, likes, source), likes, source, level_of(word))


def _weight(index: Index, word: str, likes: dict[int, float], source: Source) -> float:
    if word in PROVINCE_WORDS and source == "place":
        return PROVINCE_WEIGHT
    level = level_of(word)
    if word in OTHER_EDUCATION:
        return OTHER_FLOOR
    if level and word in index.number_of:
        return LEVEL_WEIGHT
    if word in index.number_of:
        weight = index.weights[index.number_of[word]]
    elif likes:
        weight = max(index.weights[near] for near in likes)
    elif word.isdigit():
        weight = UNKNOWN_NUMBER_WEIGHT
    else:
        weight = UNKNOWN_WEIGHT * index.heaviest
    return max(weight, PLACE_FLOOR) if source == "place" else weight


def level_term(level: Level) -> Term:
    """Make a term of a level that is said beside the name."""
    return Term(level, LEVEL_WEIGHT, {}, "query", level)


COMMON_WORDS = tuple(sorted(word for word in SPOTS | KINDS | {"lyceum", "mavo", "gymnasium"} if len(word) >= 6))  # noqa: PLR2004
"""Words so common that a slip in them is recognised even though they tell nothing (`locatei`, `scoollege`)."""


def _mended(index: Index, word: str) -> tuple[str, ...]:
    """Recognise a common word with a slip in it, also at the end of another: `locatei`, `maartenscoollege`."""
    if word in index.number_of or len(word) < 6 or not word.isalpha():  # noqa: PLR2004
        return (word,)
    return _without_slip(word)


@lru_cache(maxsize=4096)
def _without_slip(word: str) -> tuple[str, ...]:
    for common in COMMON_WORDS:
        if distance(word, common, 1) <= 1:
            return () if common in SPOTS else WORDS.get(common, (common,))
    for ending in ("college", "lyceum", "school"):
        for length in (len(ending) - 1, len(ending), len(ending) + 1):
            stem, tail = word[:-length], word[-length:]
            if len(stem) >= SHORTEST_PART and distance(tail, ending, 1) <= 1:
                return stem, ending
    return (word,)


def _joined(index: Index, words: list[str]) -> list[str]:
    """Write two words as one where the register does (`talent stad`, `mill hill`), unless it knows both apart."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] + word in index.number_of and not {joined[-1], word} <= index.number_of.keys():
            joined[-1] += word
        else:
            joined.append(word)
    return joined


SHORTEST_PART = 3


def _parted(index: Index, word: str) -> tuple[str, ...]:
    """Write one word as two where the register has both in one entry (`stedelijkalpha`)."""
    if word in index.number_of:
        return (word,)
    for cut in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        first, second = index.number_of.get(word[:cut]), index.number_of.get(word[cut:])
        if first is not None and second is not None and set(index.postings[first]) & set(index.postings[second]):
            return word[:cut], word[cut:]
    return (word,)
