"""Queries that name a place and no school: the schools there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sto_cli.search.index import Findable, Index
from sto_cli.search.levels import fit
from sto_cli.search.lookup import LOOKING
from sto_cli.search.places import FORMER_SHARE, MUNICIPALITY_SHARE, SIGN_SHARE
from sto_cli.search.question import Term
from sto_cli.search.results import Match, SearchResult
from sto_cli.search.words import word_set

LEAST_LIKE = 0.85
"""A place may be misspelt by one letter, spelt by ear, or cut off."""

PART_SHARE = 0.8
"""How far a part of a place's name says the place (Alphen, Spakenburg)."""

LEAST_PART_WEIGHT = 0.5
LEAST_PART = 5
NO_PART = word_set("noord midden nieuw waard venen ronde heuvelrug")
"""A part must be so rare and so long, and none of these words: "Oost" does not say Oost Gelre."""

LEAST_AREA = FORMER_SHARE * PART_SHARE
SURE_AREA = 0.7
"""A single school is claimed for a place or municipality, or for a part of a place's name; else it is offered."""


def by_area(query: str, index: Index, terms: Sequence[Term], limit: int) -> SearchResult | None:
    """Answer a query whose words, all but "school" and the like, name a place or municipality; else None."""
    places = [term for term in terms if not term.general]
    if not places or any(named_so(entry, terms) for entry in having(index, terms)):
        return None
    shares = {entry.number: _share(index, entry, places) for entry in having(index, places)}
    best = max(shares.values(), default=0.0)
    if best < LEAST_AREA:
        return None
    ordered = _ordered(index, {number: share for number, share in shares.items() if share >= _least(best)}, terms)
    matches = tuple(_match(index.entry(number), shares[number]) for number in ordered)
    spelt = all(1.0 in term.likes.values() for term in places)  # Ubbergen is no slip in Tubbergen
    if len(matches) == 1 and best >= SURE_AREA and spelt:
        return SearchResult(query, "found", matches[0], possible=matches)
    return SearchResult(query, "ambiguous", None, matches[:limit], matches, "area")


def _least(best: float) -> float:
    """Beside the schools in a place those in the municipality of its name count; for a province only the best."""
    return MUNICIPALITY_SHARE * min(best, 1.0) if best >= SURE_AREA else best


def _ordered(index: Index, shares: dict[int, float], terms: Iterable[Term]) -> list[int]:
    levels = [term.level for term in terms if term.level]

    def order(number: int) -> tuple[float, float, bool, str]:
        entry = index.entry(number)
        fitting = sum(fit(level, entry.school) for level in levels)
        return -round(shares[number], 4), -fitting, not entry.vocational, entry.id or ""

    return sorted(shares, key=order)


def having(index: Index, terms: Sequence[Term]) -> list[Findable]:
    """The entries that have one of the words, the rarest."""
    meant = (_meant(index, term) for term in terms)
    rarest = min(meant, key=lambda words: sum(len(index.postings[word]) for word in words))
    found = [index.entry(number) for number in {number for word in rarest for number in index.postings[word]}]
    index.work += LOOKING * len(found)
    return found


def _meant(index: Index, term: Term) -> dict[int, float]:
    """The words that a term stands for: itself, or those near it where the register has no such word at all.

    A place with an ending ("Harens", "Baarnsch") is no slip of the pen, but part of a name.
    """
    if 1.0 in term.likes.values():
        return {word: likeness for word, likeness in term.likes.items() if likeness == 1}
    near = {word: likeness for word, likeness in term.likes.items() if likeness >= LEAST_LIKE}
    return {word: likeness for word, likeness in near.items() if not term.word.startswith(index.words[word])}


def named_so(entry: Findable, terms: Sequence[Term]) -> bool:
    """Whether these very words are a name, with its place perhaps ("Haarlem College", "Hogeland College Winsum")."""
    said = [{word for word, likeness in term.likes.items() if likeness == 1} for term in terms]
    beside = entry.town_words if any(term.general for term in terms) else frozenset()
    own = (set(name.words) for name in entry.names if name.kind in {"name", "alias", "in_use", "former"})
    return any(all(words & (name | beside) for words in said) and name <= set().union(*said) for name in own)


def _share(index: Index, entry: Findable, places: Sequence[Term]) -> float:
    """How far the words say where an entry is: nothing when one of them is no word of its place."""
    likes: dict[int, float] = {}
    for term in places:
        own = {word: likeness for word, likeness in _meant(index, term).items() if word in entry.place_words}
        if not own:
            return 0.0
        likes |= own
    named = (share for words, share in entry.place_names if share != SIGN_SHARE and likes.keys() >= set(words))
    parts = (PART_SHARE * entry.place_words[word] for word in likes if _may_stand_alone(index, word))
    return (max(named, default=0.0) or max(parts, default=0.0)) * min(likes.values())


def _may_stand_alone(index: Index, word: int) -> bool:
    part = index.words[word]
    return index.weights[word] >= LEAST_PART_WEIGHT and len(part) >= LEAST_PART and part not in NO_PART


def _match(entry: Findable, share: float) -> Match:
    return Match(entry.school, entry.member, round(min(share, 1.0), 4), "place", entry.town, ("place",))
