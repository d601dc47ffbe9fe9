"""The words of questions that are no names: asking, profiles, and other names of places (two files in `data/`)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from sto_cli.search.words import KINDS, SMALL, SPOTS, plain

_TOKEN = re.compile(r"(?:(?<!\w)\w\.){2,}|[^\W_]+(?:['’‘`´!][^\W_]+)*")
"""A word, or initials (`A.H.G.`)."""
NO_NAME = SMALL | SPOTS | KINDS
_BETWEEN = str.maketrans("&-", "  ")


class QueryToken(NamedTuple):
    """A word of a text in plain letters, with where it stands in the text."""

    word: str
    start: int
    end: int


class Area(NamedTuple):
    """Another name of places or municipalities, in plain letters: an area, a district, a village, a Frisian name."""

    name: str
    kind: str
    """`area`, `district` or `village`; `other` for another name of just this place."""
    places: tuple[str, ...]
    postcodes: str
    """Ranges of their digits (`3451-3455+3541-3546`); nothing for whole places."""

    def holds(self, postcode: str) -> bool:
        """Whether a postcode lies in it."""
        ranges = (one.partition("-") for one in self.postcodes.split("+"))
        return not self.postcodes or any(low <= postcode[:4] <= (high or low) for low, _, high in ranges)


class ProfileWord(NamedTuple):
    """A word for a profile: its code, or `technical` for any of the technical ones."""

    code: str


class AskingWord(NamedTuple):
    """Words of asking ("bij welke regio hoort", "mijn dochter zit op"), which are mostly no part of a name."""


Typed = Area | ProfileWord | AskingWord


@lru_cache(maxsize=1)
def phrases() -> Mapping[str, Sequence[tuple[tuple[str, ...], Typed]]]:
    """Return the phrases by their first words, the longest first, each with what it stands for."""
    found: dict[str, list[tuple[tuple[str, ...], Typed]]] = {}
    for text, typed in (*_areas(), *_question_words()):
        words = tuple(text.translate(_BETWEEN).split())
        found.setdefault(words[0], []).append((words, typed))
    for some in found.values():
        some.sort(key=lambda entry: -len(entry[0]))
    return found


def tokens_of(text: str) -> list[QueryToken]:
    """Cut a text into its words, and numbers with their letter (`19a`)."""
    return [QueryToken(plain(found[0]), *found.span()) for found in _TOKEN.finditer(text)]


def spans(tokens: Sequence[QueryToken]) -> Iterator[tuple[int, int, Typed]]:
    """Find the phrases among tokens, the longest at each spot: from which one, up to which, and what it stands for."""
    at = 0
    while at < len(tokens):
        end, typed = _longest(tokens, at)
        if typed is not None:
            yield at, end, typed
        at = end


def _longest(tokens: Sequence[QueryToken], at: int) -> tuple[int, Typed | None]:
    for words, typed in phrases().get(tokens[at].word, ()):
        end = at + len(words)
        if tuple(token.word for token in tokens[at:end]) == words:
            return end, typed
    return at + 1, None


def only_asking(text: str) -> bool:
    """Whether a text holds nothing but words of asking and the like ("school met postcode")."""
    tokens = tokens_of(text)
    asking = {at for start, end, typed in spans(tokens) if isinstance(typed, AskingWord) for at in range(start, end)}
    return all(at in asking or token.word in NO_NAME for at, token in enumerate(tokens))


def _question_words() -> Iterator[tuple[str, Typed]]:
    for line in _lines("question_words.csv"):
        kind, value, words = line.split(",", 2)
        typed = AskingWord() if kind == "asking" else ProfileWord(value if value == "technical" else value.upper())
        yield from ((phrase, typed) for phrase in words.split("|"))


def _areas() -> Iterator[tuple[str, Typed]]:
    for line in _lines("places_in_use.csv"):
        name, kind, places, postcodes, _ = line.split(",")
        yield name.removeprefix("de ").removeprefix("it "), Area(name, kind, tuple(places.split("+")), postcodes)


def _lines(name: str) -> list[str]:
    """The lines of a file in plain letters; there are no quotes in these, so a reader of CSV files is not needed."""
    import sto_cli.data  # noqa: PLC0415 - found where it is installed

    path = Path(str(sto_cli.data.__file__)).with_name(name)
    return [plain(line) for line in path.read_text(encoding="utf-8").splitlines()[1:]]
