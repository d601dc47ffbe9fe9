"""A question read once: what in it is asking, an area, a profile, a house number; the rest are words of names."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sto_cli.search.index import Index
from sto_cli.search.lexicon import Area, AskingWord, ProfileWord, QueryToken, Typed, spans, tokens_of
from sto_cli.search.words import SMALL, SPOTS, read

STREET_END = re.compile(
    r"(?:straat|str|weg|laan|ln|plein|singel|kade|dijk|pad|dreef|hof|steeg|plantsoen|gracht|boulevard|park|wal|ring|"
    r"burgwal|kwartier|strjitte|leane)$"
)
"""How the names of streets end."""

LEAST_STREET = 6
"""Letters of a word that is taken for a street by its ending (`Singel` and longer)."""

_NUMBER = re.compile(r"([1-9][0-9]{0,3})(?:[ -]?([a-z])\b)?(?:[-+/]+([0-9]{1,4}) ?([a-z]?))?(?!\w)", re.IGNORECASE)
"""The number of a house, or of several (`2-2A`)."""
_WITHIN = frozenset({"in", "te", "uit"})
_NEAR = frozenset({"bij", "nabij", "vlakbij", "near"})

_LONGEST_KEPT = 2
"""So short a word of asking beside others is part of a name only where the two are all of it ("MY college")."""


class QuestionText(NamedTuple):
    """A question by what its words are.

    `text`: what may be names, places and streets; `areas` and `profiles`: those that it names; `number`: that of a
    house, `street`: the word before it; `asking`: how many words of asking it holds.
    """

    text: str
    areas: tuple[Area, ...] = ()
    profiles: tuple[tuple[str, str], ...] = ()
    """The words and the code (or `technical`)."""
    number: str | None = None
    asking: int = 0
    street: str | None = None


def read_question(index: Index, text: str) -> QuestionText:
    """Type the words of a question; a text of nothing but words of asking is left as it is."""
    text = unicodedata.normalize("NFC", text)
    tokens = tokens_of(text)
    number = _house_number(index, tokens, text)
    found = [span for span in spans(tokens) if not _in_street(index, tokens, *span, number)]
    asking = [(start, end) for start, end, typed in found if isinstance(typed, AskingWord)]
    left_out = [span for span in asking if not _in_name(index, tokens, span, alone=len(asking) == 1)]
    left_out += [(start, end) for start, end, typed in found if not isinstance(typed, AskingWord)]
    left_out += _around(index, tokens)
    rest = _without(text, tokens, [*left_out, *([number[:2]] if number else [])])
    areas = tuple(typed for *_, typed in found if isinstance(typed, Area))
    profiles = tuple(
        (_words(tokens, start, end), typed.code) for start, end, typed in found if isinstance(typed, ProfileWord)
    )
    if not (areas or profiles or read(rest).words or read(rest).levels):
        return QuestionText(text)
    house, street = (number[2], tokens[number[0] - 1].word) if number else (None, None)
    return QuestionText(rest, areas, profiles, house, len(asking), street)


def _around(index: Index, tokens: Sequence[QueryToken]) -> Iterator[tuple[int, int]]:
    """Find the places near which another lies that is named before them ("in Made bij Breda")."""
    places = [at for at, token in enumerate(tokens) if index.number_of.get(token.word) in index.places]
    for first, at in pairwise(places):
        if tokens[at - 1].word in _NEAR and tokens[first - 1].word in _WITHIN | _NEAR:
            yield at, at + 1


def _words(tokens: Sequence[QueryToken], start: int, end: int) -> str:
    return " ".join(token.word for token in tokens[start:end])


def _without(text: str, tokens: Sequence[QueryToken], left_out: Sequence[tuple[int, int]]) -> str:
    for start, end in sorted(left_out, reverse=True):
        text = f"{text[: tokens[start].start]} {text[tokens[end - 1].end :]}"
    return text


def _in_name(index: Index, tokens: Sequence[QueryToken], span: tuple[int, int], *, alone: bool) -> bool:
    """Whether a name or a street has a word of asking and the word beside it ("Onze Wereld", "Nieuwe Inslag")."""
    start, end = span
    word = tokens[start].word
    number = index.number_of.get(word)
    if end - start > 1:
        return False
    wholly = len(word) <= _LONGEST_KEPT and not alone
    parts = (index.number_of.get(part) for near in _beside(tokens, start) for part in read(near).words)
    joined = (f"{one}{other}" for near in _beside(tokens, start) for one, other in ((near, word), (word, near)))
    if any(one in index.number_of for one in joined):  # Talent Stad
        return True
    if number is None:
        return False
    return number in index.places or any(_share_name(index, number, other, wholly=wholly) for other in parts if other)


def _in_street(
    index: Index, tokens: Sequence[QueryToken], start: int, end: int, typed: Typed, house: tuple[int, int, str] | None
) -> bool:
    """Whether an area is a street ("Salland 4"), or a word for a profile part of one ("Groene Wetering")."""
    if isinstance(typed, Area):
        return house is not None and house[0] == end
    if not isinstance(typed, ProfileWord) or end - start > 1 or end == len(tokens):
        return False
    words = [number for token in tokens[start : end + 1] for word in read(token.word).words
             if (number := index.number_of.get(word)) is not None]  # fmt: skip
    both = set(words)
    having = set.intersection(*(set(index.postings[word]) for word in both)) if len(both) > 1 else set()
    return any(both <= index.entry(number).street_words for number in having)


def _share_name(index: Index, one: int, other: int, *, wholly: bool) -> bool:
    """Whether two words stand in one name or street; `wholly`: and are all of a name."""
    both = {one, other}
    having = [index.entry(number) for number in set(index.postings[one]) & set(index.postings[other])]
    names = (set(name.words) for entry in having for name in entry.names)
    if any(both == name if wholly else both <= name for name in names):
        return True
    return not wholly and any(both <= entry.street_words for entry in having)


def _beside(tokens: Sequence[QueryToken], at: int) -> Iterator[str]:
    """The nearest words on both sides that are no small ones."""
    for side in (tokens[at + 1 :], tokens[:at][::-1]):
        yield from [token.word for token in side if token.word not in SMALL and token.word not in SPOTS][:1]


def _house_number(index: Index, tokens: Sequence[QueryToken], text: str) -> tuple[int, int, str] | None:
    """Find the number of a house and what it is: it stands behind the name of a street (`19 a`, `19a`, `2-2A`)."""
    for at in range(1, len(tokens)):
        found = _NUMBER.match(text, tokens[at].start)
        if found and _is_street(index, tokens[at - 1].word):
            end = next((end for end in range(at + 1, len(tokens)) if tokens[end].start >= found.end()), len(tokens))
            return at, end, found[0].strip()
    return None


def _is_street(index: Index, word: str) -> bool:
    return looks_like_street(word) or any(index.number_of.get(part) in index.street_words for part in read(word).words)


def looks_like_street(word: str) -> bool:
    """Whether a word ends as the names of streets do."""
    return len(word) >= LEAST_STREET and bool(STREET_END.search(word))


def number_fits(written: str, street: str) -> float:
    """Say how far a house number is that of a street as the register has it (`Weyevlietplein 7-13`, `Weg 19-A`)."""
    own = re.search(rf"\s{_NUMBER.pattern}\W*$", street, re.IGNORECASE)
    asked = _NUMBER.fullmatch(written)
    if not own or not asked:
        return 0.0
    if _number(own) == _number(asked):
        return 1.0
    if not int(own[1]) <= int(asked[1]) <= int(own[3] or own[1]):
        return 0.0
    return SAME_HOUSE if (asked[2] or "") != (own[2] or own[4] or "").lower() else 1.0


def _number(found: re.Match[str]) -> tuple[str, ...]:
    return tuple((part or "").lower() for part in found.groups())


SAME_HOUSE = 0.8
"""How far a number fits one of another letter (19, 19-A)."""
