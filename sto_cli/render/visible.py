"""Text from files made safe to show: nothing in it can steer a terminal or hide itself."""

from __future__ import annotations

import unicodedata

from sto_cli.files.outgoing import picture


def visible(text: str) -> str:
    """Replace every character that does not show by one that does; the text keeps its length.

    Control characters become their pictures (␛), a tab an arrow, unusual spaces an open box, and what is left
    (text direction marks, lone surrogates) the replacement character.
    """
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else picture(letter) for letter in text)


def width(text: str) -> int:
    """Return how many columns a text takes on a terminal: East Asian wide letters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(_width(letter) for letter in text)


def _width(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
