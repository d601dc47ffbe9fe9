"""Where sentences begin and end: one splitter, which knows abbreviations, initials and numbers of points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sto_cli.plans.language.lexicon import Lexicon
from sto_cli.plans.language.tokens import Token

ENDS = frozenset(".!?")
CLOSES = frozenset(")]”\"'’»*_")
BULLETS = frozenset("-–—•*·▪◦>+")
LONG_LINE = 45
"""Characters of a line from which on it is taken as wrapped by hand, where the next one goes on in small letters."""


class SentenceSpan(NamedTuple):
    """A sentence by its characters and its tokens (both half open)."""

    start: int
    end: int
    first: int
    last: int


def split_sentences(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> tuple[SentenceSpan, ...]:
    """Split a text into sentences; a line that goes on in the next is one."""
    return tuple(_sentences(text, tokens, lexicon))


def _sentences(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[SentenceSpan]:
    first = 0
    for index in range(1, len(tokens) + 1):
        if index == len(tokens) or _begins(text, tokens, index, lexicon):
            yield SentenceSpan(tokens[first].start, tokens[index - 1].end, first, index)
            first = index


def _begins(text: str, tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether a sentence begins with this token."""
    token = tokens[index]
    if token.glued:
        return False
    between = text[tokens[index - 1].end : token.start]
    if "\n" in between:
        return _ends_line(text, tokens, index, between, lexicon)
    return _ends_sentence(tokens, index, lexicon) and _may_open(token)


def _may_open(token: Token) -> bool:
    return token.kind != "word" or token.text[0].isupper() or token.text[0] in "'’"


def _ends_sentence(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether the tokens before this one end a sentence: a full stop that is none of an abbreviation or a number."""
    end = index - 1
    while end > 0 and tokens[end].text in CLOSES and tokens[end].glued:
        end -= 1
    stop = tokens[end]
    if stop.text not in ENDS or not stop.glued or end == 0:
        return False
    if stop.text != ".":
        return True
    before = tokens[end - 1]
    if before.kind == "word":
        return not (lexicon.is_abbreviation(before.key) or (len(before.text) == 1 and before.text.isupper()))
    return not (before.kind == "number" and _opens(tokens, end - 1))


def _opens(tokens: Sequence[Token], index: int) -> bool:
    """Whether a number is that of a point: `1. Doel`, behind nothing or the end of a sentence."""
    return index == 0 or (tokens[index - 1].text in ENDS and len(tokens[index].text) <= len("12"))


def _ends_line(text: str, tokens: Sequence[Token], index: int, between: str, lexicon: Lexicon) -> bool:
    """Whether the end of a line is that of a sentence too, and not of a line that was wrapped."""
    before, token = tokens[index - 1], tokens[index]
    if between.count("\n") > 1 or token.text in BULLETS:
        return True
    if _ends_sentence(tokens, index, lexicon):
        return True
    if before.text in {",", "(", "=", "+", "×", "€", "&"} or lexicon.links(before.key):
        return False
    line = text.rfind("\n", 0, before.start) + 1
    return not (
        before.end - line >= LONG_LINE and (token.text[0].islower() or token.kind == "number" or token.text in "€(")
    )
