"""Words written together (`EttyHillesumLyceum`, `csgwinklerprins`), written as they would be asked apart.

Words written together are never worth more than words apart: `winklerprins` is the site of one of three schools, and
who asks for Winkler Prins is asked which of them is meant.
"""

import re
import unicodedata
from collections.abc import Iterator, Set
from functools import lru_cache

from sto_cli.search.index import MOST_REMEMBERED, Findable, Index, Name
from sto_cli.search.municipalities import words_of_municipalities
from sto_cli.search.words import ENDINGS, KINDS, LEVELS, SMALL, SPOTS, WHOLE, known_words, plain, word_set

SHORTEST = 2
"""Letters of a part that the register has, or that tells nothing (`van`)."""

SHORTEST_SHORT = 3
"""Letters of an abbreviation (`csg`) or a level (`vmbo`) within a word: shorter ones begin too many words."""

MOST_PARTS = 6
LONGEST = 60
"""Letters of a word that is parted."""

_WORD = re.compile(r"[^\W\d_]{4,}")
_LEVELS = re.compile("(?:" + "|".join(sorted(one for one in LEVELS if len(one) >= SHORTEST_SHORT)) + "){2,}")
"""Levels written together (`vwohavo`, as DUO has it in one name)."""

_BETWEEN = word_set("de het een der den des te ten ter van voor en of op aan in bij tot")
"""Words within a name that tell nothing (`vanhorne`, `stadenesch`)."""

_SHORT = word_set("vo")
"""Shorter words that may be parts too: few words end so."""

_LONG_SPOTS = frozenset(word for word in SPOTS if len(word) > len("gebouw"))
"""Words such as "locatie" within a name."""


@lru_cache(maxsize=1)
def _beside() -> frozenset[str]:
    """Return what goes with any name: what a school is, levels, abbreviations."""
    return (KINDS | LEVELS | known_words().keys() | set(ENDINGS)) - _BETWEEN


def apart(index: Index, text: str) -> str:
    """Write the words of a text apart that are made of words which the register has in one entry."""
    return _WORD.sub(lambda found: _apart(index, found[0]), unicodedata.normalize("NFC", text))


def _apart(index: Index, written: str) -> str:
    if len(written) > LONGEST:
        return written
    word = plain(written)
    known = index.apart.get(word)
    if known is None:
        if len(index.apart) >= MOST_REMEMBERED:
            index.apart.clear()
        known = index.apart[word] = _parts(index, word)
    return " ".join(known) if known else written


def _parts(index: Index, word: str) -> tuple[str, ...]:
    """The words that a word is made of, or none: it stands by itself, or the register has it in a name or a place."""
    if any(word in words for words in (_beside(), SMALL, SPOTS, WHOLE)):
        return ()
    found = next(filter(_is_telling, _ways(index, word, MOST_PARTS, None)), ())
    if not found or word in words_of_municipalities():  # Opmeer is not Meer
        return ()
    if LEVELS.issuperset(found):
        return found
    kinds = {"site"} if _beside().isdisjoint(found) else {"site", "former"}  # OSGHengelo; De Rietlanden is one word
    return found if word not in index.number_of or _only_in(index, word, kinds) else ()


def _is_telling(way: tuple[str, ...]) -> bool:
    """Whether a way to part a word has several parts, most of whose letters tell something."""
    return len(way) > 1 and 2 * sum(len(part) for part in way if part in _BETWEEN) < sum(map(len, way))


def _ways(index: Index, word: str, parts: int, having: set[int] | None) -> Iterator[tuple[str, ...]]:
    """Part a word in every way, the longest beginning first; `having`: the entries with all parts before it."""
    if not word:
        yield ()
    for cut in range(len(word), SHORTEST - 1, -1) if parts else ():
        within = _having(index, word[:cut], having)
        if within is None or within:
            for rest in _ways(index, word[cut:], parts - 1, within):
                yield (word[:cut], *rest)


def _having(index: Index, part: str, having: set[int] | None) -> set[int] | None:
    """The entries that have this part too; a level, an abbreviation or a word that tells nothing goes with any."""
    if (
        part in _BETWEEN
        or part in _LONG_SPOTS
        or (part in _beside() and (len(part) >= SHORTEST_SHORT or part in _SHORT))
    ):
        return having
    number = index.number_of.get(part)
    if number is None or _LEVELS.fullmatch(part):
        return set()
    entries = set(index.postings[number]) & having if having is not None else set(index.postings[number])
    return entries if entries and not _only_in(index, part, {"site"}) else set()


def _only_in(index: Index, word: str, kinds: Set[str]) -> bool:
    """Whether a word of the register stands nowhere but in names of some kinds, such as addresses of sites."""
    number = index.number_of[word]
    return all(
        number not in entry.place_words
        and number not in entry.street_words
        and all(_kind(entry, name) in kinds for name in entry.names if number in name.words)
        for entry in map(index.entry, index.postings[number])
    )


def _kind(entry: Findable, name: Name) -> str:
    """What kind of name it is; a site may be written as an alias."""
    return "site" if entry.school is not None and name.text == entry.school.website else name.kind
