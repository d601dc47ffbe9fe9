"""How DUO writes names and places, and how people do."""

from __future__ import annotations

import re

SMALL_WORDS = {
    "aan",
    "aen",
    "bij",
    "de",
    "den",
    "der",
    "en",
    "het",
    "in",
    "la",
    "op",
    "over",
    "te",
    "ten",
    "ter",
    "van",
}
"""Words inside a place name that are written small: Bergen op Zoom, Alphen aan den Rijn."""


AS_WRITTEN = {
    "ov": "OV", "nh": "NH", "zh": "ZH", "nb": "NB", "gld": "Gld", "gn": "Gn", "fr": "Fr", "ut": "Ut", "lb": "Lb",
    "ad": "a/d", "gem": "gem", "'s": "'s", "'t": "'t",
}  # fmt: skip
"""Parts that tell places of one name apart (Hengelo OV, Hengelo Gld), and other short forms."""


def place_name(shouted: str) -> str:
    """Write a place or municipality as people do: `ALPHEN AAN DEN RIJN` → `Alphen aan den Rijn`.

    A name that is not all capitals is left as it is.
    """
    name = " ".join(shouted.split())
    if name != name.upper():
        return name
    words = re.split(r"([ -])", name.lower())
    return "".join(_word(word, first=position == 0) for position, word in enumerate(words))


def _word(word: str, *, first: bool) -> str:
    if not first and word in SMALL_WORDS:
        return word
    if word in AS_WRITTEN:
        return AS_WRITTEN[word]
    return "IJ" + word[2:] if word.startswith("ij") else word.capitalize()


def tidy_name(written: str) -> str:
    """Put single spaces into a name, and a space after each comma."""
    return " ".join(re.sub(r"\s*,\s*", ", ", written).strip(" ,").split())


def same_name(one: str, other: str) -> bool:
    """Whether two names differ only in capitals, spaces and punctuation."""
    return _letters(one) == _letters(other)


def _letters(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())
