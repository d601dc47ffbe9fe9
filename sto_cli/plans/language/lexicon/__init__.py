"""The words by which a plan is read: one table per class, Dutch and English side by side, in one compiled index.

A table is a file of three columns: the value, the Dutch words and the English ones, with `|` between words. `betaal*`
is every word that begins so, `*kosten` every word that ends so. Words of several tokens are written as in a text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from sto_cli.plans.language.tokens import Token, key_of, tokenise


class LexiconEntry(NamedTuple):
    """A word of a table: what must follow it, and what it means."""

    rest: tuple[str, ...]
    table: str
    value: str


class LexiconMatch(NamedTuple):
    """A word of a table in a text, and its number of tokens."""

    table: str
    value: str
    size: int


class Begun(NamedTuple):
    """What begins with a word. `longer` has the words of several tokens by the second, those with a star under ""."""

    single: dict[str, LexiconMatch]
    longer: dict[str, list[LexiconEntry]]


def _begun(entries: Iterator[LexiconEntry]) -> Begun:
    single: dict[str, LexiconMatch] = {}
    longer: dict[str, list[LexiconEntry]] = {}
    for entry in entries:
        if not entry.rest:
            single.setdefault(entry.table, LexiconMatch(entry.table, entry.value, 1))
            continue
        star = entry.rest[0][-1] == "*" and len(entry.rest[0]) > 1
        longer.setdefault("" if star else entry.rest[0], []).append(entry)
    if longer:
        longer.setdefault("", [])
    return Begun({table: one for table, one in single.items() if one.value != NOT}, longer)


NOT = "not"
"""The value of words that only look like those of a table: “samen met” beside “samen”."""

SHORTEST_PART = 3
"""Letters of the shortest beginning or end of a word in a table."""


class Lexicon:
    """All tables in one index, by the first word."""

    def __init__(self, tables: dict[str, str]) -> None:
        self.values: dict[str, dict[str, str]] = {}
        self._whole: dict[str, list[LexiconEntry]] = {}
        self._begins: dict[str, list[LexiconEntry]] = {}
        self._ends: dict[str, list[LexiconEntry]] = {}
        self._known: dict[str, Begun] = {}
        for table, text in tables.items():
            for value, forms in _rows(text):
                for form in forms:
                    self._add(table, value, form)

    def _add(self, table: str, value: str, form: str) -> None:
        self.values.setdefault(table, {})[form] = value
        if form.startswith("*") and len(form) > 1:
            self._ends.setdefault(key_of(form[1:]), []).append(LexiconEntry((), table, value))
            return
        first, *rest = _keys(form)
        words, first = (self._begins, first[:-1]) if first.endswith("*") and len(first) > 1 else (self._whole, first)
        words.setdefault(first, []).append(LexiconEntry(tuple(rest), table, value))

    def entries(self, key: str) -> Begun:
        """Return what begins with a word: the words of one token by their table, and longer ones by their second."""
        known = self._known.get(key)
        if known is None:
            known = _begun(self._found(key))
            if len(self._known) < MOST_KNOWN:
                self._known[key] = known
        return known

    def _found(self, key: str) -> Iterator[LexiconEntry]:
        yield from self._whole.get(key, ())
        for size in range(SHORTEST_PART, len(key) + 1):
            yield from self._begins.get(key[:size], ())
            yield from self._ends.get(key[-size:], ())

    def match(self, tokens: Sequence[Token], index: int) -> dict[str, LexiconMatch]:
        """Return the words of tables that begin with a token: of each table the longest."""
        begun = self.entries(tokens[index].key)
        if not begun.longer or index + 1 >= len(tokens):
            return begun.single
        second = tokens[index + 1].key
        longer = [
            *begun.longer.get(second, ()),
            *(one for one in begun.longer[""] if second.startswith(one.rest[0][:-1])),
        ]
        found: dict[str, LexiconMatch] = {}
        for entry in longer:
            size = len(entry.rest) + 1
            known = found.get(entry.table)
            if (known is None or known.size < size) and _follows(tokens, index + 2, entry.rest[1:]):
                found[entry.table] = LexiconMatch(entry.table, entry.value, size)
        if not found:
            return begun.single
        return {table: one for table, one in (begun.single | found).items() if one.value != NOT}

    def get(self, table: str, key: str) -> str | None:
        """Return the value of one word in a table; None when it is not in it."""
        found = self.entries(key).single.get(table)
        return found.value if found else None

    def is_abbreviation(self, key: str) -> bool:
        """Whether a word is written with a full stop behind it."""
        return self.get("abbreviations", key) is not None

    def links(self, key: str) -> bool:
        """Whether a line does not end with this word."""
        return self.get("links", key) is not None


MOST_KNOWN = 20_000
"""Words of which the entries are remembered."""


def _follows(tokens: Sequence[Token], index: int, rest: Sequence[str]) -> bool:
    if index + len(rest) > len(tokens):
        return False
    return all(
        tokens[index + at].key.startswith(word[:-1]) if word[-1] == "*" and len(word) > 1
        else tokens[index + at].key == word
        for at, word in enumerate(rest)
    )  # fmt: skip


def _keys(form: str) -> list[str]:
    """Return the tokens of a form; a star stays with its word."""
    if form.isalpha():
        return [key_of(form)]
    keys: list[str] = []
    for token in tokenise(form):
        if token.text == "*" and token.glued and keys and keys[-1].isalpha():
            keys[-1] += "*"
        else:
            keys.append(token.key)
    return keys


def _rows(text: str) -> Iterator[tuple[str, list[str]]]:
    for line in text.splitlines():
        if line and not line.startswith("# "):
            value, *columns = line.split("\t")
            yield value, [form for column in columns for form in column.split("|") if form]


def table_text(name: str) -> str:
    """Return the text of a table or of another file of data beside it."""
    return (resources.files(__name__) / f"{name}.tsv").read_text("utf-8")


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the lexicon, read when it is first used."""
    folder = resources.files(__name__)
    names = sorted(one.name for one in folder.iterdir() if one.name.endswith(".tsv"))
    return Lexicon({name[:-4]: (folder / name).read_text("utf-8") for name in names if not name.startswith("_")})
