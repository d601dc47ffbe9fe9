"""The tokens of a text beside the words of the lexicon that begin with each of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cached_property

from sto_cli.plans.language.lexicon import Lexicon, LexiconMatch, lexicon
from sto_cli.plans.language.tokens import Token, tokenise


class Stream:
    """What a grammar reads: tokens by position, and the lexicon's words at each."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: Sequence[Token] = tokenise(text)
        self.lexicon: Lexicon = lexicon()
        self.matches = [self.lexicon.match(self.tokens, index) for index in range(len(self.tokens))]

    @cached_property
    def _tables(self) -> dict[str, list[tuple[int, LexiconMatch]]]:
        """The words of each table, with their positions."""
        tables: dict[str, list[tuple[int, LexiconMatch]]] = {}
        for index, found in enumerate(self.matches):
            for table, match in found.items():
                tables.setdefault(table, []).append((index, match))
        return tables

    def __len__(self) -> int:
        return len(self.tokens)

    def at(self, index: int, table: str) -> LexiconMatch | None:
        """Return the word of a table that begins at a token."""
        return self.matches[index].get(table) if 0 <= index < len(self.tokens) else None

    def value(self, index: int, table: str) -> str | None:
        """Return the value of the word of a table that begins at a token."""
        match = self.at(index, table)
        return match.value if match else None

    def sign(self, index: int, signs: str) -> bool:
        """Whether a token is one of some signs."""
        return 0 <= index < len(self.tokens) and self.tokens[index].text in signs

    def key(self, index: int) -> str:
        """Return the key of a token; nothing beyond the ends."""
        return self.tokens[index].key if 0 <= index < len(self.tokens) else ""

    def is_number(self, index: int) -> bool:
        """Whether a token is written in digits."""
        return 0 <= index < len(self.tokens) and self.tokens[index].kind == "number"

    def word(self, index: int) -> bool:
        """Whether a token is a word."""
        return 0 <= index < len(self.tokens) and self.tokens[index].kind == "word"

    def glued(self, index: int) -> bool:
        """Whether no space stands before a token."""
        return 0 <= index < len(self.tokens) and self.tokens[index].glued

    def skip(self, index: int, *keys: str) -> int:
        """Return the position behind a token, where that is one of some words or signs."""
        return index + 1 if self.key(index) in keys else index

    def words(self, first: int, last: int) -> str:
        """Return the text of some tokens (half open)."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if last > first else ""

    def terms(self, table: str, first: int = 0, last: int | None = None) -> Iterator[tuple[int, LexiconMatch]]:
        """Yield the words of a table between two tokens, with their positions."""
        end = len(self.tokens) if last is None else last
        if end - first <= FEW:
            yield from ((at, match) for at in range(first, end) if (match := self.matches[at].get(table)) is not None)
            return
        found = self._tables.get(table, [])
        for at in range(bisect_left(found, (first,)), len(found)):
            if last is not None and found[at][0] >= last:
                return
            yield found[at]


FEW = 64
"""Tokens of a part that is looked through one by one."""

HALF = Fraction(1, 2)
