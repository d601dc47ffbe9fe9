"""The tokens of a text: words, numbers and signs, each with its place. A text is cut into tokens once."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal, NamedTuple

TokenKind = Literal["word", "number", "sign"]

_TOKEN = re.compile(r"(?P<number>\d+(?:[.,]\d+)*)|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)|(?P<sign>\S)")


class Token(NamedTuple):
    """A word, a number or one sign. `key` is the word in small letters without accents; `glued`: no space before it."""

    start: int
    end: int
    text: str
    key: str
    kind: TokenKind
    glued: bool


def tokenise(text: str) -> tuple[Token, ...]:
    """Cut a text into tokens; digits with points and commas in them are one number: `12.500,50`, `30.6.2028`."""
    tokens: list[Token] = []
    end, new = -1, tuple.__new__
    for found in _TOKEN.finditer(text):
        kind: TokenKind = found.lastgroup  # type: ignore[assignment]
        start, word = found.start(), found[0]
        behind = found.end()
        key = key_of(word) if kind == "word" else word
        tokens.append(new(Token, (start, behind, word, key, kind, start == end)))
        end = behind
    return tuple(tokens)


@lru_cache(maxsize=16_384)
def key_of(word: str) -> str:
    """Return a word in small letters without accents, with straight quotes."""
    word = word.lower().replace("’", "'")
    if word.isascii():
        return word
    return "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))
