"""How a word sounds: one small set of rules for Dutch, and what the French and the English do otherwise.

Two words that sound alike have one sound in common: "Sjarlemanje" and "Charlemagne", "Piusiks" and "Pius X". A capital
in a sound stands for letters that are one sound: `A` (ou, au), `E` (eu), `I` (ij, ei), `S` (sj, ch), `U` (ui).
"""

from __future__ import annotations

DUTCH = (
    ("sx", "siks"), ("x", "ks"), ("uij", "U"), ("ooij", "oj"), ("oij", "oj"), ("aaij", "aj"), ("eij", "I"), ("ij", "I"),
    ("ei", "I"), ("ey", "I"), ("uy", "U"), ("ui", "U"), ("ooi", "oj"), ("oy", "oj"), ("oi", "oj"), ("aai", "aj"),
    ("ay", "aj"), ("ai", "aj"), ("ouw", "A"), ("auw", "A"), ("ou", "A"), ("au", "A"), ("oe", "u"), ("eu", "E"),
    ("ae", "a"), ("uw", "u"), ("sj", "S"), ("sh", "S"), ("sch", "sg"), ("chr", "kr"), ("ch", "g"), ("gh", "g"),
    ("ph", "f"), ("th", "t"), ("rh", "r"), ("ck", "k"), ("ce", "se"), ("ci", "si"), ("cI", "sI"), ("cy", "si"),
    ("c", "k"), ("qu", "kw"), ("q", "k"), ("ie", "i"), ("y", "i"), ("ia", "ja"), ("io", "jo"), ("iu", "ju"), ("v", "f"),
    ("z", "s"), ("dt", "t"),
)  # fmt: skip
"""Letters → the sound that they make, in this order."""

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
