"""A query taken apart: its words as terms, each with the words of the register that it may stand for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sto_cli.search.index import Index
from sto_cli.search.words import KINDS, LEVELS

Source = Literal["query", "place", "street"]

UNKNOWN_WEIGHT = 0.8
"""What a word weighs that the register does not have and that nothing in it is like, against its rarest word."""

PLACE_FLOOR = 0.6
"""A place that is given weighs at least so much, also a large one: another place is another school."""

OTHER_EDUCATION = frozenset(
    ["praktijkonderwijs", "vso", "gymnasium", "basisschool", "mbo", "isk", "roc", "internationale"]
)
"""Words for schools that the register mostly does not hold; a name with such a word is meant to differ by it."""

OTHER_FLOOR = 0.5


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a query. `likes`: the register's words that it may stand for, by number, with their likeness."""

    word: str
    weight: float
    likes: dict[int, float]
    source: Source


def terms_of(index: Index, words: Iterable[str], source: Source) -> list[Term]:
    """Make the terms of a query's words."""
    whole = [part for word in _joined(index, list(dict.fromkeys(words))) for part in _parts(index, word)]
    return [_term(index, word, source) for word in dict.fromkeys(whole)]


def _term(index: Index, word: str, source: Source) -> Term:
    number = index.number_of.get(word)
    likes = {} if number is None else {number: 1.0}
    if word not in KINDS and word not in LEVELS:
        likes = index.near(word) | likes
    if number is not None:
        weight = index.weights[number]
    elif likes:
        weight = max(index.weights[near] for near in likes)
    else:
        weight = UNKNOWN_WEIGHT * index.heaviest * (0.3 if word.isdigit() else 1.0)
    if source == "place":
        weight = max(weight, PLACE_FLOOR)
    if word in OTHER_EDUCATION:
        weight = max(weight, OTHER_FLOOR)
    return Term(word, weight, likes, source)


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


def _parts(index: Index, word: str) -> tuple[str, ...]:
    if word in index.number_of:
        return (word,)
    for cut in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        first, second = index.number_of.get(word[:cut]), index.number_of.get(word[cut:])
        if first is not None and second is not None and set(index.postings[first]) & set(index.postings[second]):
            return word[:cut], word[cut:]
    return (word,)
