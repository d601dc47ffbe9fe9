"""Queries that name a place and no school: the schools there."""

from __future__ import annotations

from collections.abc import Sequence

from sto_cli.search.index import Entry, Index
from sto_cli.search.levels import fit
from sto_cli.search.places import FORMER_SHARE, MUNICIPALITY_SHARE, SIGN_SHARE
from sto_cli.search.question import Term
from sto_cli.search.results import Answer, Match

LEAST_LIKE = 0.85
"""A place may be misspelt by one letter or cut off."""

PART_SHARE = 0.8
"""How far a part of a place's name says the place (Alphen, Spakenburg)."""

LEAST_PART_WEIGHT = 0.5
"""A part must be so rare, and none of `NO_PART`: "Oost" does not say Oost Gelre."""

NO_PART = frozenset("noord oost zuid west midden oud nieuw land sint hoek".split())


def by_area(query: str, index: Index, terms: Sequence[Term], limit: int) -> Answer | None:
    """Answer a query whose words, all but "school" and the like, name a place or municipality; else None."""
    places = [term for term in terms if not term.general]
    if not places or any(_named_so(entry, terms) for entry in _having(index, terms[0])):
        return None
    shares = {entry.number: _share(index, entry, places) for entry in _having(index, places[0])}
    best = max(shares.values(), default=0.0)
    if best < FORMER_SHARE * PART_SHARE:
        return None
    least = (MUNICIPALITY_SHARE if best >= MUNICIPALITY_SHARE * LEAST_LIKE else FORMER_SHARE) * min(best, 1.0)
    least = best if best < FORMER_SHARE else least * 0.99
    levels = [term.level for term in terms if term.level]

    def order(number: int) -> tuple[float, float, bool, str]:
        entry = index.entry(number)
        return -shares[number], -sum(fit(level, entry.school) for level in levels), not entry.vocational, entry.id or ""

    there = sorted((number for number, share in shares.items() if share >= least), key=order)
    matches = tuple(_match(index.entry(number), shares[number]) for number in there)
    if len(matches) == 1 and best >= MUNICIPALITY_SHARE * LEAST_LIKE:
        return Answer(query, "found", matches[0], possible=matches)
    return Answer(query, "ambiguous", None, matches[:limit], matches, "area")


def _having(index: Index, term: Term) -> list[Entry]:
    numbers = {number for word in _meant(term) for number in index.postings[word]}
    return [index.entry(number) for number in numbers]


def _meant(term: Term) -> dict[int, float]:
    """The words that a term stands for: itself, or those near it where the register has no such word at all."""
    least = 1.0 if 1.0 in term.likes.values() else LEAST_LIKE
    return {word: likeness for word, likeness in term.likes.items() if likeness >= least}


def _named_so(entry: Entry, terms: Sequence[Term]) -> bool:
    """Whether these very words are a name ("Haarlem College", "Lyceum Elst")."""
    said = {word for term in terms for word, likeness in term.likes.items() if likeness == 1}
    return any(said == set(name.words) for name in entry.names if name.kind in {"name", "alias", "former"})


def _share(index: Index, entry: Entry, places: Sequence[Term]) -> float:
    """How far the words say where an entry is: nothing when one of them is no word of its place."""
    likes: dict[int, float] = {}
    for term in places:
        own = {word: likeness for word, likeness in _meant(term).items() if word in entry.place_words}
        if not own:
            return 0.0
        likes |= own
    whole = max((share for words, share in entry.place_names if share != SIGN_SHARE and set(words) <= likes.keys()), default=0.0)
    if not whole:
        part = (entry.place_words[word] for word in likes if _may_stand_alone(index, word))
        whole = max(part, default=0.0) * PART_SHARE
    return whole * min(likes.values())


def _may_stand_alone(index: Index, word: int) -> bool:
    return index.weights[word] >= LEAST_PART_WEIGHT and index.words[word] not in NO_PART


def _match(entry: Entry, share: float) -> Match:
    return Match(entry.school, entry.member, round(min(share, 1.0), 4), "place", entry.town, ("place",))
