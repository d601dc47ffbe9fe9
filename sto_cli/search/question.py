"""A query taken apart: its words as terms, each with the words of the register that it may stand for."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import Literal, NamedTuple, cast

from sto_cli.search.index import MOST_REMEMBERED, Index
from sto_cli.search.levels import LEVEL_OF, Level, level_of
from sto_cli.search.lexicon import Area
from sto_cli.search.reading import looks_like_street
from sto_cli.search.spelling import distance, letters
from sto_cli.search.words import (
    DENOMINATIONS,
    KINDS,
    LEVELS,
    PROVINCE_WORDS,
    SPOTS,
    known_words,
    read,
    street_word,
    word_set,
)

WordSource = Literal["query", "place", "street"]

UNKNOWN_WEIGHT = 0.8
"""What a word weighs that the register does not have and that nothing in it is like, against its rarest word.

On the tuning half of the benchmark everything from 0.5 to 1.0 decides the same cases.
"""

UNKNOWN_NUMBER_WEIGHT = 0.2
"""The same for a number: of a house, of a room, of a year."""

PLACE_FLOOR = 0.6
"""A place that is given weighs at least so much, also a large one: another place is another school.

From 0.3 to 0.8 the tuning half decides the same cases; it is the wrong places of real lists that it is for.
"""

KNOWN_FACTOR = 0.93
"""How much less a word stands for one near it when the register has the word itself, too ("Alfa", "Alpha")."""

NEIGHBOUR_LIKENESS = 0.6
"""How far a place speaks for a school in another place of its municipality."""

PROVINCE_WEIGHT = 0.2
"""What a province behind a place weighs (Elst Gld): it tells two places apart, no more."""

LEVEL_WEIGHT = 0.25
"""What a level weighs. 0.1: 8 fewer right; 0.4: one more."""

OTHER_EDUCATION = word_set("praktijkonderwijs vso gymnasium basisschool mbo isk roc internationale")
"""Words for schools that the register mostly does not hold; a name with such a word is meant to differ by it."""

OTHER_WEIGHT = 0.5

SAINT = "sint"
SAINT_WEIGHT = 0.02
"""People write it before names that the register has without it (Canisius), and leave it out of others."""


class Term(NamedTuple):
    """One word of a query. `likes`: the register's words that it may stand for, by number, with their likeness."""

    word: str
    weight: float
    likes: dict[int, float]
    source: WordSource
    level: Level | None = None
    place: bool = False
    """Whether it surely names a place: it was given as one, or is the whole name of one."""
    last: bool = False
    """Whether it stands in the last of several parts: behind a comma, a dash or "locatie"."""
    area: Mapping[int, float] = MappingProxyType({})
    """The entries in the area that it names, with how far it says where they are."""
    street: bool = False
    """Whether it looks like the name of a street."""
    meaning: object = None
    """What of its word bears on an answer: words that no school has mean the same when they may stand for the same."""

    @property
    def general(self) -> bool:
        """Whether nearly any school may carry the word."""
        return _general(self.word)


def _general(word: str) -> bool:
    return word in KINDS or word in LEVELS or word.isdigit()


def terms_of(index: Index, words: Iterable[str], source: WordSource) -> list[Term]:
    """Make the terms of a query's words."""
    words = (word for word in words if not word.startswith("gebouw") or word in index.number_of)
    words = (word if word in index.number_of else street_word(word) for word in words)
    mended = [part for word in dict.fromkeys(words) for part in _mended(index, word)]
    whole = list(dict.fromkeys(part for word in _joined(index, mended) for part in _parted(index, word)))
    terms = [_known_term(index, word, source) for word in whole]
    for at, (one, other) in enumerate(pairwise(whole)):
        together = index.number_of.get(one + other)
        if together is not None:
            for spot in (at, at + 1):
                term = terms[spot]
                terms[spot] = term._replace(likes={**term.likes, together: 1.0}, meaning=(term.meaning, together))
    return _as_one_place(terms) if source == "place" else terms


def _known_term(index: Index, word: str, source: WordSource) -> Term:
    """Return a term from those made before: lists repeat their words."""
    if word.isdigit() and word not in index.number_of:
        return _term(index, word, source)
    term = index.terms.get((word, source))
    if term is None:
        if len(index.terms) >= MOST_REMEMBERED:
            index.terms.clear()
        term = index.terms[word, source] = _term(index, word, source)
    return cast(Term, term)


def _term(index: Index, word: str, source: WordSource) -> Term:
    likes = _likes(index, word)
    place = index.number_of.get(word) in (index.place_parts if source == "place" else index.places)
    meaning = _meaning(index, word, likes)
    street = source == "query" and looks_like_street(word)
    weight = _weight(index, word, likes, source)
    level = level_of(word) or _level_near(index, word, likes)
    return Term(word, weight, likes, source, level, place, street=street, meaning=meaning)


def _level_near(index: Index, word: str, likes: Mapping[int, float]) -> Level | None:
    """The level of a word with a slip in it, long enough to be sure ("praktiijkonderwijs")."""
    if word in index.number_of or len(word) < LEAST_MENDED:
        return None
    near = (level_of(index.words[number]) for number, likeness in likes.items() if likeness >= NEAR_LEVEL)
    return next((level for level in near if level), None)


NEAR_LEVEL = 0.9


def _meaning(index: Index, word: str, likes: dict[int, float]) -> object:
    """Of a number that no school has, only that it is one; of another word, what it may stand for or goes on from."""
    if word in index.number_of or word in TELLING:
        return word
    if word.isdigit():
        return "number"
    return tuple((near, likeness, word.startswith(index.words[near])) for near, likeness in likes.items())


def _likes(index: Index, word: str) -> dict[int, float]:
    """The words of the register that a word may stand for: itself, those near it, the municipality of a place."""
    number = index.number_of.get(word)
    if _general(word):
        return {} if number is None else {number: 1.0}
    near = index.near(word)
    if number is None:
        return dict(near)
    others = {one: like * KNOWN_FACTOR for one, like in near.items() if not _general(index.words[one])}
    around = dict.fromkeys(index.around.get(number, ()), NEIGHBOUR_LIKENESS)
    return around | others | {number: 1.0}


def _weight(index: Index, word: str, likes: dict[int, float], source: WordSource) -> float:
    if word in OTHER_EDUCATION:
        return OTHER_WEIGHT
    if word == SAINT:
        return SAINT_WEIGHT
    if source == "place":
        return PROVINCE_WEIGHT if word in PROVINCE_WORDS else max(_rarity(index, word, likes), PLACE_FLOOR)
    return LEVEL_WEIGHT if level_of(word) and word in index.number_of else _rarity(index, word, likes)


def _rarity(index: Index, word: str, likes: dict[int, float]) -> float:
    if word in index.number_of:
        return index.weights[index.number_of[word]]
    if likes:
        return max(index.weights[near] for near in likes)
    return UNKNOWN_NUMBER_WEIGHT if word.isdigit() else UNKNOWN_WEIGHT * index.heaviest


def _as_one_place(terms: list[Term]) -> list[Term]:
    """Let a place of several words weigh no more than one of a single word: it is one fact."""
    whole = sum(term.weight for term in terms)
    heaviest = max((term.weight for term in terms), default=0.0)
    return [term._replace(weight=term.weight * heaviest / whole) for term in terms]


def area_terms(index: Index, areas: Iterable[Area]) -> Iterator[Term]:
    """Make a term of each area that is named; its words may be those of a name too ("Lyceum Ypenburg")."""
    for area in areas:
        share = 1.0 if area.kind == "other" else AREA_SHARE
        likes, there = _itself(index, area.name), dict.fromkeys(index.within(area), share)
        yield Term(area.name, AREA_WEIGHT, likes, "query", place=True, area=there, meaning=area.name)


def profile_terms(index: Index, profiles: Iterable[tuple[str, str]]) -> Iterator[Term]:
    """Make a term of each profile that is named; its words may be those of a name too ("Groene Hart")."""
    for words, code in profiles:
        yield Term(words, LEVEL_WEIGHT, _itself(index, words), "query", code, meaning=words)


def _itself(index: Index, text: str) -> dict[int, float]:
    numbers = (index.number_of.get(word) for word in read(text).words)
    return {number: 1.0 for number in numbers if number is not None}


AREA_SHARE = 0.9
"""How far an area says where a school is: Maris College Kijkduin is called so, its sisters only lie there."""

AREA_WEIGHT = 0.7
"""What an area weighs, as most places do."""


def level_term(level: Level) -> Term:
    """Make a term of a level that is said beside the name."""
    return Term(level, LEVEL_WEIGHT, {}, "query", level)


TELLING = KINDS | LEVELS | DENOMINATIONS | OTHER_EDUCATION | PROVINCE_WORDS | LEVEL_OF.keys() | {SAINT}
"""Words that mean something by themselves, whether a school has them or not."""

LEAST_MENDED = 6
"""Letters that a common word must have for a slip in it to be recognised."""

COMMON_WORDS = tuple(
    sorted(word for word in SPOTS | KINDS | {"lyceum", "gymnasium", "praktijk"} if len(word) >= LEAST_MENDED)
)
"""Words so common that a slip in them is recognised even though they tell nothing (`locatei`, `scoollege`)."""


def _mended(index: Index, word: str) -> tuple[str, ...]:
    """Recognise a common word with a slip in it, also at the end of another: `locatei`, `maartenscoollege`."""
    if word in index.number_of or len(word) < LEAST_MENDED or not word.isalpha():
        return (word,)
    return _without_slip(word)


@lru_cache(maxsize=64)
def _common_about(length: int) -> list[tuple[str, int]]:
    """Return the common words of about a length, with the set of their letters."""
    return [(word, letters(word)) for word in COMMON_WORDS if abs(len(word) - length) <= 1]


@lru_cache(maxsize=4096)
def _without_slip(word: str) -> tuple[str, ...]:
    bits = letters(word)
    for common, other in _common_about(len(word)):
        if (bits ^ other).bit_count() <= 2 and distance(word, common, 1) <= 1:  # noqa: PLR2004 - a letter changed
            return () if common in SPOTS else known_words().get(common, (common,))
    for ending in ("college", "lyceum", "school"):
        for length in (len(ending) - 1, len(ending), len(ending) + 1):
            stem, tail = word[:-length], word[-length:]
            if len(stem) >= SHORTEST_PART and _one_slip(tail, ending):
                return stem, ending
    return (word,)


def _one_slip(one: str, other: str) -> bool:
    """Whether two words differ by a slip at most: it never changes the first two letters and the last two."""
    return (one[:2] == other[:2] or one[-2:] == other[-2:]) and distance(one, other, 1) <= 1


def _joined(index: Index, words: list[str]) -> list[str]:
    """Write two words as one where the register does (`talent stad`), unless it knows both apart."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] + word in index.number_of and not {joined[-1], word} <= index.number_of.keys():
            joined[-1] += word
        else:
            joined.append(word)
    return joined


SHORTEST_PART = 3
LEAST_PARTED = 2


def _parted(index: Index, word: str) -> tuple[str, ...]:
    """Write one word as two where the register has both in one entry (`stedelijkalpha`), also where it knows the word.

    Words written together are never worth more than words apart: `winklerprins` is the site of one of three schools.
    """
    number = index.number_of.get(word)
    if _general(word) or number in index.places or number in index.unnamed:  # Maashorst is not Horst aan de Maas
        return (word,)
    known = index.parts.get(word)
    if known is None:
        if len(index.parts) >= MOST_REMEMBERED:
            index.parts.clear()
        known = index.parts[word] = _known_parts(index, word)
    return known


def _known_parts(index: Index, word: str) -> tuple[str, ...]:
    for cut in range(len(word) - LEAST_PARTED, LEAST_PARTED - 1, -1):
        first, second = index.number_of.get(word[:cut]), index.number_of.get(word[cut:])
        if first is not None and second is not None and set(index.postings[first]) & set(index.postings[second]):
            return word[:cut], word[cut:]
    return (word,)
