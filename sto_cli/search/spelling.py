"""Words that are nearly the same: misspelt, spelt by ear, or cut off.

The distance counts letters put in, left out, changed, or two neighbours swapped (optimal string alignment). It is
written out here because importing rapidfuzz takes 15 ms, as much as all the rest of a search; the letters that
words have in common leave so few to compare that its speed would not show.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

DUTCH = (
    ("sx", "siks"), ("x", "ks"), ("uij", "U"), ("ooij", "oj"), ("oij", "oj"), ("aaij", "aj"), ("eij", "I"), ("ij", "I"),
    ("ei", "I"), ("ey", "I"), ("uy", "U"), ("ui", "U"), ("ooi", "oj"), ("oy", "oj"), ("oi", "oj"), ("aai", "aj"),
    ("ay", "aj"), ("ai", "aj"), ("ouw", "A"), ("auw", "A"), ("ou", "A"), ("au", "A"), ("oe", "u"), ("eu", "E"),
    ("ae", "a"), ("uw", "u"), ("sj", "S"), ("sh", "S"), ("sch", "sg"), ("chr", "kr"), ("ch", "g"), ("gh", "g"),
    ("ph", "f"), ("th", "t"), ("rh", "r"), ("ck", "k"), ("ce", "se"), ("ci", "si"), ("cI", "sI"), ("cy", "si"),
    ("c", "k"), ("qu", "kw"), ("q", "k"), ("ie", "i"), ("y", "i"), ("ia", "ja"), ("io", "jo"), ("iu", "ju"), ("v", "f"),
    ("z", "s"), ("dt", "t"),
)  # fmt: skip
"""Letters → the sound that they make, in this order; a capital is one sound of several letters (`S`: sj, `I`: ij)."""

FOREIGN = (
    ("eau", "o"), ("aux", "o"), ("au", "o"), ("ou", "u"), ("oo", "u"), ("ea", "i"), ("ee", "i"), ("cois", "swa"),
    ("oi", "wa"), ("ai", "e"), ("ch", "S"), ("gn", "nj"), ("ge", "Se"), ("gi", "Si"), ("qu", "k"), ("ph", "f"),
)  # fmt: skip
"""What the French and the English make of them, before the rest is read as Dutch."""

SILENT = "tsx"
"""Last letters that the French do not sound, behind another than the first three."""

HARD = {"d": "t", "b": "p"}


def by_ear(word: str) -> tuple[str, ...]:
    """Return how a plain word sounds when a Dutchman reads it, and, where that is something else, a foreigner."""
    foreign = word
    for written, sound in FOREIGN:
        foreign = foreign.replace(written, sound)
    dutch = _sound(word)
    if foreign == word:
        return (dutch,)
    whole = _sound(foreign)
    return tuple(dict.fromkeys((dutch, whole, whole.rstrip(SILENT) if len(whole) > len("abc") else whole)))


def _sound(word: str) -> str:
    for written, sound in DUTCH:
        word = word.replace(written, sound)
    word = word[:-1] + HARD.get(word[-1:], word[-1:])
    return "".join(letter for letter, before in zip(word, f" {word}", strict=False) if letter != before)


LETTERS_PER_SLIP = (4, 8)
"""From 4 letters on one slip is forgiven, from 8 on two. With 3 letters every acronym would be near another."""

FIRST_LETTER_SURE = 6
"""In words shorter than this the first letter must be right ("naam" is not "zaam")."""

SLIP_COST = 0.1
"""What one slip takes off the likeness."""

SHORTEST_START = 4
"""A word cut off keeps at least so many letters (`thor` for Thorbecke)."""

LEAST_OF_LONGER = 0.7
"""A word that goes on where one of the register ends shares so much of it (`enschedese`; `oranjestein` does not)."""

EAR_LIKENESS = 0.95
START_LIKENESS = 0.85

NEAR_EAR = 0.94
"""What is left of the likeness where two words only nearly sound alike: less than one slip of the pen takes off."""


def slips_forgiven(length: int) -> int:
    """How many slips a word of so many letters may have."""
    return sum(length >= least for least in LETTERS_PER_SLIP)


def distance(one: str, other: str, most: int) -> int:
    """Count the slips between two words; `most` + 1 stands for any number above `most`.

    What the words begin and end with alike is no part of it. Of the rest only the cells of the table that lie within
    `most` of its diagonal are worked out: beyond them it is more anyway.
    """
    far = most + 1
    if abs(len(one) - len(other)) > most:
        return far
    one, other = _unlike(one, other)
    if not one or not other:
        return len(one) + len(other)
    if most == 1:
        return 1 if len(one) == len(other) == 1 or (len(one) == SWAPPED and one == other[::-1]) else far
    before: list[int] = []
    last: list[int] = [*range(min(most, len(other)) + 1), *[far] * (len(other) - most)]
    for row, letter in enumerate(one, 1):
        now = [far] * (len(other) + 1)
        now[0] = min(row, far)
        for column in range(max(1, row - most), min(len(other), row + most) + 1):
            sign = other[column - 1]
            cost = last[column - 1] if letter == sign else 1 + min(last[column], now[column - 1], last[column - 1])
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == sign:
                cost = min(cost, before[column - 2] + 1)
            now[column] = cost
        if min(now) > most and min(last) > most:
            return far
        before, last = last, now
    return min(last[-1], far)


SWAPPED = 2
"""Letters that one slip may swap."""


def _unlike(one: str, other: str) -> tuple[str, str]:
    """Return two words without what they begin and end with alike."""
    start, shorter = 0, min(len(one), len(other))
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]


def letters(word: str) -> int:
    """Return the set of a word's letters as bits."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits


def comparable(word: str) -> bool:
    """Whether a word may be near another: no number, and long enough."""
    return len(word) >= SHORTEST_START and not word.isdigit()


class Vocabulary:
    """A vocabulary that can be asked which of its words are near another. Words are known by their numbers.

    `words` stand in order of their length, then of the alphabet; `bits` are what `letters` makes of them.
    """

    def __init__(self, words: Sequence[str], bits: Sequence[int]) -> None:
        self._words = words
        self._bits = bits
        self._longest = len(words[-1]) if words else 0
        self._start = [bisect_left(words, length, key=len) for length in range(self._longest + 2)]

    def near(self, word: str) -> dict[int, float]:
        """The words near one, with their likeness: misspelt or, when it is no word here, cut off."""
        found = self._misspelt(word)
        return found if self.number(word) is not None else self._begun(word) | found

    def number(self, word: str) -> int | None:
        """The number of a word; None where it is none of these."""
        at = self._at(word, len(word))
        return at if at < len(self._words) and self._words[at] == word else None

    def _at(self, word: str, length: int) -> int:
        """Where a word stands, or would stand, among the words of a length."""
        if length > self._longest:
            return len(self._words)
        return int(bisect_left(self._words, word, self._start[length], self._start[length + 1]))

    def _misspelt(self, word: str) -> dict[int, float]:
        forgiven = slips_forgiven(len(word))
        found = {}
        for longer in range(-forgiven, forgiven + 1):
            most = min(forgiven, slips_forgiven(len(word) + longer))
            if abs(longer) <= most and len(word) + longer <= self._longest:
                for number in self._alike(word, longer, most):
                    slips = distance(word, self._words[number], most)
                    if slips <= most:
                        found[number] = 1 - SLIP_COST * slips
        return found

    def _alike(self, word: str, longer: int, most: int) -> Iterator[int]:
        """The words so much longer that have as many letters in common as `most` slips leave."""
        bits, spread = letters(word), 2 * most - abs(longer)  # a letter changed tells two sets apart by two
        begin, end = self._start[len(word) + longer], self._start[len(word) + longer + 1]
        alike = [
            number for number, other in enumerate(self._bits[begin:end], begin) if (bits ^ other).bit_count() <= spread
        ]
        for number in alike:
            if len(word) >= FIRST_LETTER_SURE or self._words[number][0] == word[0]:
                yield number

    @cached_property
    def _starts(self) -> frozenset[str]:
        return frozenset({word[:SHORTEST_START] for word in self._words})

    def _begun(self, word: str) -> dict[int, float]:
        """The words that this one is the beginning of, or most of which it goes on from."""
        if len(word) < SHORTEST_START or word[:SHORTEST_START] not in self._starts:
            return {}
        found = {}
        for length in range(len(word) + 1, self._longest + 1):
            for number in range(self._at(word, length), self._start[length + 1]):
                if not self._words[number].startswith(word):
                    break
                found[number] = START_LIKENESS
        for length in range(max(SHORTEST_START + 1, round(LEAST_OF_LONGER * len(word) + 0.49)), len(word)):
            at = self._at(word[:length], length)
            if at < len(self._words) and self._words[at] == word[:length]:
                found[at] = START_LIKENESS
        return found


class NumberLists:
    """Lists of numbers that are kept as text, each read when it is looked at: to read all would take 2 ms."""

    def __init__(self, written: list[str]) -> None:
        self._lists: list[str | list[int]] = [*written]

    def __getitem__(self, at: int) -> list[int]:
        known = self._lists[at]
        if isinstance(known, str):
            known = self._lists[at] = [int(number) for number in known.split(",") if number]
        return known


class Nearness:
    """Which words of a vocabulary are near another: misspelt, cut off, or spelt by ear.

    `sounds` are how the words sound (`by_ear`), `sounding` the numbers of the words that sound so.
    """

    def __init__(self, words: Vocabulary, sounds: Vocabulary, sounding: NumberLists) -> None:
        self._words = words
        self._sounds = sounds
        self._having = sounding

    def near(self, word: str, *, known: bool) -> dict[int, float]:
        """The words near a `comparable` one, with their likeness; of a `known` one only those that sound alike."""
        alike = [(number, EAR_LIKENESS) for sound in by_ear(word) for number in self._sounding(sound)]
        if known:
            return dict(alike)
        return _best([*self._near_sounds(word), *self._words.near(word).items(), *alike])

    def _sounding(self, sound: str) -> Sequence[int]:
        at = self._sounds.number(sound)
        return () if at is None else self._having[at]

    def _near_sounds(self, word: str) -> Iterator[tuple[int, float]]:
        for sound in by_ear(word):
            for at, likeness in self._sounds.near(sound).items():
                yield from ((number, likeness * NEAR_EAR) for number in self._having[at])


def _best(pairs: Iterable[tuple[int, float]]) -> dict[int, float]:
    """Return the greatest likeness of each word."""
    found: dict[int, float] = {}
    for number, likeness in pairs:
        found[number] = max(likeness, found.get(number, 0.0))
    return found
