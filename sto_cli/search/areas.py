"""Queries that name a place and no school: the schools there."""

from __future__ import annotations

from collections.abc import Sequence

from sto_cli.search.index import Entry, Index
from sto_cli.search.levels import fit
from sto_cli.search.places import FORMER_SHARE, MUNICIPALITY_SHARE
from sto_cli.search.question import Term
from sto_cli.search.results import Answer, Match

LEAST_LIKE = 0.85
"""A place may be misspelt by one letter or cut off."""


def by_area(query: str, index: Index, terms: Sequence[Term], limit: int) -> Answer | None:
    """Answer a query whose words, all but "school" and the like, name a place or municipality; else None."""
    places = [term for term in terms if not term.general]
    if not places or any(_named_so(index, entry, terms) for entry in _bearing(index, places[0])):
        return None
    shares = {entry.number: _share(entry, places) for entry in _lying(index, places[0])}
    best = max(shares.values(), default=0.0)
    least = MUNICIPALITY_SHARE if best >= MUNICIPALITY_SHARE * LEAST_LIKE else FORMER_SHARE
    if best < FORMER_SHARE * LEAST_LIKE:
        return None
    there = [number for number, share in shares.items() if share >= least * LEAST_LIKE]
    levels = [term.level for term in terms if term.level]

    def order(number: int) -> tuple[float, float, bool, str]:
        school = index.entries[number].school
        fitting = -sum(fit(level, school) for level in levels)
        return -shares[number], fitting, not (school and school.vocational), index.entries[number].id or ""

    matches = tuple(_match(index.entries[number], shares[number]) for number in sorted(there, key=order))
    if len(matches) == 1:
        return Answer(query, "found", matches[0], possible=matches)
    return Answer(query, "ambiguous", None, matches[:limit], matches, "area")


def _bearing(index: Index, term: Term) -> list[Entry]:
    numbers = {number for word, likeness in term.likes.items() if likeness == 1 for number in index.postings[word]}
    return [index.entries[number] for number in numbers]


def _named_so(index: Index, entry: Entry, terms: Sequence[Term]) -> bool:
    """Whether these very words are a name ("Haarlem College", "Lyceum Elst")."""
    said = {word for term in terms for word, likeness in term.likes.items() if likeness == 1}
    return any(said == set(name.words) for name in entry.names if name.kind in {"name", "alias", "former"})


def _lying(index: Index, term: Term) -> list[Entry]:
    numbers = {number for word in _meant(term) for number in index.postings[word]}
    return [entry for number in numbers if (entry := index.entries[number]).place_words.keys() & _meant(term).keys()]


def _meant(term: Term) -> dict[int, float]:
    """The words that a place stands for: itself, or those near it where the register has no such word at all."""
    least = 1.0 if 1.0 in term.likes.values() else LEAST_LIKE
    return {word: likeness for word, likeness in term.likes.items() if likeness >= least}


def _share(entry: Entry, places: Sequence[Term]) -> float:
    """How far a place speaks for an entry: the weakest of its words, so that no word is left unexplained."""
    return min(
        max((likeness * entry.place_words.get(word, 0.0) for word, likeness in _meant(term).items()), default=0.0)
        for term in places
    )


def _match(entry: Entry, share: float) -> Match:
    school, member = entry.school, entry.member
    return Match(school, member, round(min(share, 1.0), 4), "place", entry.town, ("place",))
