"""Words that are nearly the same: misspelt, spelt by ear, or cut off.

The distance counts letters put in, left out, changed, or two neighbours swapped (optimal string alignment). It is
written out here because importing rapidfuzz takes 15 ms, as much as all the rest of a search; the letters that
words have in common leave so few to compare that its speed would not show.

A few words are compared with the whole vocabulary; who asks many, as a long list does, gets the words by what is left
of their beginning when letters are taken out: two words that differ by a slip are alike without the letter of it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property

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

BEGINNING = 7
"""Letters of a word from which slips are taken out. A word with a slip takes 34 µs, with 6 it takes 40, with 8 34."""

MANY_ASKED = 150
"""Words after which the vocabulary is prepared: comparing so many with all of it takes as long (40 ms)."""

MOST_PREPARED = 20_000
"""Words of a vocabulary that is prepared (the register has 3,600): for 20,000 it takes 45 MB."""

EAR_LIKENESS = 0.95
START_LIKENESS = 0.85

SOUNDS = (
    ("ij", "y"), ("ei", "y"), ("ey", "y"), ("ph", "f"), ("th", "t"), ("sch", "sg"), ("ch", "g"), ("ck", "k"),
    ("ce", "se"), ("ci", "si"), ("c", "k"), ("q", "k"), ("ou", "au"), ("ae", "aa"), ("x", "ks"),
    ("dt", "t"), ("j", "y"),
)  # fmt: skip
"""Letters that sound alike: each → the one that stands for it, in this order."""


def by_ear(word: str) -> str:
    """Write a word by its sound, double letters once: `fruijtier` and `fruytier` become one."""
    for written, sound in SOUNDS:
        word = word.replace(written, sound)
    if word[-1:] in {"d", "z"}:
        word = word[:-1] + ("t" if word[-1] == "d" else "s")
    return "".join(letter for letter, before in zip(word, f" {word}", strict=False) if letter != before)


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


def beginnings(word: str, slips: int) -> set[str]:
    """What is left of a word's beginning when at most so many letters are taken out."""
    last = {word[:BEGINNING]}
    left = set(last)
    for _ in range(slips):
        last = {start[:at] + start[at + 1 :] for start in last for at in range(len(start))}
        left |= last
    return left


def comparable(word: str) -> bool:
    """Whether a word may be near another: no number, and long enough."""
    return len(word) >= SHORTEST_START and not word.isdigit()


class Vocabulary:
    """A vocabulary that can be asked which of its words are near another. Words are known by their numbers.

    `words` stand in order of their length, then of the alphabet; `bits` and `sounds` are what `letters` and `by_ear`
    make of them.
    """

    def __init__(self, words: Sequence[str], bits: Sequence[int], sounds: Mapping[str, Sequence[int]]) -> None:
        self._words = words
        self._bits = bits
        self._sounds = sounds
        self._longest = len(words[-1]) if words else 0
        self._start = [bisect_left(words, length, key=len) for length in range(self._longest + 2)]
        self._asked = 0

    def near(self, word: str) -> dict[int, float]:
        """The words near a `comparable` one, with their likeness.

        They are misspelt, spelt by ear or, when it is no word here, cut off.
        """
        found = self._misspelt(word)
        if not self._known(word):
            found = self._begun(word) | found
        return found | dict.fromkeys(self._sounds.get(by_ear(word), ()), EAR_LIKENESS)

    def _known(self, word: str) -> bool:
        at = self._at(word, len(word))
        return bool(at < len(self._words) and self._words[at] == word)

    def _at(self, word: str, length: int) -> int:
        """Where a word stands, or would stand, among the words of a length."""
        if length > self._longest:
            return len(self._words)
        return int(bisect_left(self._words, word, self._start[length], self._start[length + 1]))

    def _misspelt(self, word: str) -> dict[int, float]:
        forgiven = slips_forgiven(len(word))
        bits = letters(word)
        found = {}
        for number in self._perhaps(word, bits, forgiven):
            other, other_bits = self._words[number], self._bits[number]
            most = min(forgiven, slips_forgiven(len(other)))
            if (bits & ~other_bits).bit_count() > most or (other_bits & ~bits).bit_count() > most:
                continue
            if len(word) < FIRST_LETTER_SURE and other[0] != word[0]:
                continue
            slips = distance(word, other, most)
            if slips <= most:
                found[number] = 1 - SLIP_COST * slips
        return found

    def _perhaps(self, word: str, bits: int, forgiven: int) -> Sequence[int]:
        """The words that may differ from one by so few slips, in their order."""
        self._asked += 1
        if self._asked > MANY_ASKED and len(self._words) <= MOST_PREPARED:
            return sorted({number for left in beginnings(word, forgiven) for number in self._begin_so.get(left, ())})
        longest = min(len(word) + forgiven, self._longest)
        begin, end = self._start[min(len(word) - forgiven, longest)], self._start[longest + 1]
        alike = enumerate(self._bits[begin:end], begin)
        return [number for number, other in alike if (bits ^ other).bit_count() <= 2 * forgiven]

    @cached_property
    def _begin_so(self) -> dict[str, list[int]]:
        """The words by what may be left of their beginnings."""
        found: dict[str, list[int]] = {}
        for number, word in enumerate(self._words):
            for left in beginnings(word, slips_forgiven(len(word))):
                found.setdefault(left, []).append(number)
        return found

    @cached_property
    def _starts(self) -> frozenset[str]:
        return frozenset(word[:SHORTEST_START] for word in self._words)

    def _begun(self, word: str) -> dict[int, float]:
        """The words that this one is the beginning of, or most of which it goes on from."""
        if word[:SHORTEST_START] not in self._starts:
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
