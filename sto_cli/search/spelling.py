"""Words that are nearly the same: misspelt, spelt by ear, or cut off.

The distance counts letters put in, left out, changed, or two neighbours swapped (optimal string alignment). It is
written out here because importing rapidfuzz takes 15 ms, which is more than all the rest of a search; the letters
that words have in common leave so few to compare that its speed would not show.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

LETTERS_PER_SLIP = (4, 8)
"""From 4 letters on one slip is forgiven, from 8 on two. With 3 letters every acronym would be near another."""

SHORTEST_START = 4
"""A word cut off keeps at least so many letters (`thor` for Thorbecke)."""

LEAST_OF_LONGER = 0.7
"""A word that goes on where one of the register ends shares so much of it (`enschedese`; `oranjestein` does not)."""

SLIP_COST = 0.1
"""What one slip takes off the likeness; two slips in a short word take off more, see `likeness`."""

EAR_LIKENESS = 0.95
START_LIKENESS = 0.85

_EAR = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"ij|ei|ey", "y"), (r"ph", "f"), (r"th", "t"), (r"ck|kk|c(?![hei])|q", "k"), (r"c(?=[ei])", "s"), (r"ou", "au"),
        (r"ae", "aa"), (r"oe|u(?=w)", "oe"), (r"x", "ks"), (r"z\b", "s"), (r"ch", "g"), (r"dt\b|d\b", "t"), (r"j", "y"),
        (r"(.)\1+", r"\1"),
    )
)  # fmt: skip


def by_ear(word: str) -> str:
    """Write a word by its sound: `fruijtier` and `fruytier` become one."""
    for pattern, sound in _EAR:
        word = pattern.sub(sound, word)
    return word


def slips_forgiven(length: int) -> int:
    """How many slips a word of so many letters may have."""
    return sum(length >= least for least in LETTERS_PER_SLIP)


def distance(one: str, other: str, most: int) -> int:
    """Count the slips between two words; `most` + 1 stands for any number above `most`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, sign in enumerate(other, 1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != sign))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == sign:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        if min(now) > most:
            return most + 1
        before, last = last, now
    return last[-1]


def letters(word: str) -> int:
    """Return the set of a word's letters as bits."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits


class Nearby:
    """A vocabulary that can be asked which of its words are near another. Words are known by their numbers.

    `bits` and `sounds` are `letters` and `by_ear` of each word, worked out beforehand.
    """

    def __init__(self, words: Sequence[str], bits: Sequence[int], sounds: Sequence[str]) -> None:
        self._by_length: dict[int, list[tuple[int, str, int]]] = defaultdict(list)
        for number, word in enumerate(words):
            self._by_length[len(word)].append((number, word, bits[number]))
        self._known = frozenset(words)
        self._by_sound: dict[str, list[int]] = defaultdict(list)
        for number, sound in enumerate(sounds):
            self._by_sound[sound].append(number)

    def near(self, word: str) -> dict[int, float]:
        """The words near one, with their likeness: misspelt, spelt by ear, or cut off."""
        if len(word) < SHORTEST_START or word.isdigit():
            return {}
        found = self.misspelt(word)
        if word not in self._known:
            found = self.begun(word) | found
        return found | dict.fromkeys(self._by_sound.get(by_ear(word), ()), EAR_LIKENESS)

    def misspelt(self, word: str) -> dict[int, float]:
        """The words within a few slips."""
        forgiven = slips_forgiven(len(word))
        bits = letters(word)
        found = {}
        for length in range(len(word) - forgiven, len(word) + forgiven + 1):
            most = min(forgiven, slips_forgiven(length))
            for number, other, its_bits in self._by_length.get(length, ()):
                if (bits ^ its_bits).bit_count() <= 2 * most:
                    slips = distance(word, other, most)
                    if slips <= most:
                        found[number] = 1 - SLIP_COST * slips
        return found

    def begun(self, word: str) -> dict[int, float]:
        """The words that this one is the beginning of, or that are the beginning of it."""
        found = {}
        for length, others in self._by_length.items():
            if length > len(word):
                found |= {number: START_LIKENESS for number, other, _ in others if other.startswith(word)}
            elif LEAST_OF_LONGER * len(word) <= length < len(word):
                start = word[:length]
                found |= {number: START_LIKENESS for number, other, _ in others if other == start}
        return found
