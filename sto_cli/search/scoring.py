"""How well each entry of the register answers a query.

A score is the share of the query that an entry explains (each word by its weight: by its names, its place or its
street; then levels, postcode and web site), times how much of one of its names was said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sto_cli.search.clues import Clue
from sto_cli.search.index import OWN_PLACE_FACTOR, STANDING, Entry, Index, Name
from sto_cli.search.levels import fit
from sto_cli.search.question import Term
from sto_cli.search.results import Evidence

NAME_SHARE = 0.25
"""How much of the score depends on how much of the name was said; the rest on how much of the query is explained."""

STREET_LIKENESS = 0.95

PLACE_AS_NAME = 0.6
"""How far a name explains a word that was given as the place ("2College", place: Montfort; Montfort College)."""

LEAST_FIT = 0.55

COMMON_WEIGHT = 0.15
"""Words below this weight do not bring entries in; they only count for entries that another word brought in."""

MOST_SCORED = 500
BOUND_DROP = 0.5
LEAST_BOUND = 0.3
"""Entries whose words can give no more than this share of the query, or so much less than the best, are passed over."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One entry's score and what it is made of.

    `explained` and `named` are shares (of the query, of the name); `said` is the weight of the words of the name
    that were said, the own place not counted.
    """

    entry: Entry
    score: float
    explained: float
    named: float
    said: float
    name: Name | None
    evidence: tuple[Evidence, ...]
    misfit: bool
    """Whether the query speaks of a level that is not in the name and that the school hardly fits."""


def score_all(index: Index, terms: Sequence[Term], clues: Sequence[Clue] = ()) -> list[Scored]:
    """Score the entries that may answer a query, in no order."""
    whole = sum(term.weight for term in terms) + sum(clue.weight for clue in clues)
    if not whole:
        return []
    worth = _worth_scoring(index, terms, clues, whole)
    return [score(index, index.entries[number], terms, clues, whole) for number in worth]


def _worth_scoring(index: Index, terms: Sequence[Term], clues: Sequence[Clue], whole: float) -> list[int]:
    """The entries whose words alone could give them a score near the best."""
    bounds: dict[int, float] = defaultdict(float)
    heavy = [term for term in terms if term.weight >= COMMON_WEIGHT and not term.general]
    heavy = heavy or list(terms)
    for clue in clues:
        for number, share in clue.shares.items():
            bounds[number] += share * clue.weight
    for term in heavy:
        for number, likeness in _best_likeness(index, term).items():
            bounds[number] += likeness * term.weight
    if not bounds:
        return []
    light = sum(term.weight for term in terms) - sum(term.weight for term in heavy)
    least = max(max(bounds.values()) - BOUND_DROP * whole, LEAST_BOUND * whole - light)
    kept = sorted((number for number, bound in bounds.items() if bound >= least), key=lambda number: -bounds[number])
    return kept[:MOST_SCORED]


def _best_likeness(index: Index, term: Term) -> dict[int, float]:
    best: dict[int, float] = {}
    for word, likeness in term.likes.items():
        for number in index.postings[word]:
            if best.get(number, 0.0) < likeness:
                best[number] = likeness
    return best


def score(index: Index, entry: Entry, terms: Iterable[Term], clues: Iterable[Clue], whole: float) -> Scored:
    """Score one entry; `whole` is what all terms and clues weigh together."""
    explained, misfit = 0.0, False
    said: dict[int, float] = {}
    speaking: dict[Evidence, float] = defaultdict(float)
    for term in terms:
        share, evidence = _explain(entry, term, said)
        explained += share * term.weight
        misfit = misfit or bool(term.level and share < LEAST_FIT)
        if share:
            speaking[evidence] += share * term.weight
    for clue in clues:
        share = clue.shares.get(entry.number, 0.0)
        explained += share * clue.weight
        if share:
            speaking[clue.evidence] += share * clue.weight
    name, named = _best_name(index, entry, said)
    told = sum(index.weights[word] * likeness for word, likeness in said.items() if word not in entry.place_words)
    total = explained / whole * (1 - NAME_SHARE + NAME_SHARE * named)
    ordered = sorted(speaking, key=lambda kind: -speaking[kind])
    return Scored(entry, total, explained / whole, named, told, name, tuple(ordered), misfit)


def _explain(entry: Entry, term: Term, said: dict[int, float]) -> tuple[float, Evidence]:
    """Say how far an entry explains a term, and by what; words of its names that were said are noted in `said`."""
    by_name = by_place = by_street = 0.0
    as_name = PLACE_AS_NAME if term.source == "place" else 1.0
    for word, likeness in term.likes.items():
        reliance = entry.name_words.get(word)
        if reliance is not None:
            by_name = max(by_name, likeness * reliance * as_name)
            said[word] = max(said.get(word, 0.0), likeness)
        share = entry.place_words.get(word)
        if share is not None:
            by_place = max(by_place, likeness * share)
        if word in entry.street_words:
            by_street = max(by_street, likeness * STREET_LIKENESS)
    if term.level and by_name < 1:
        by_name = max(by_name, fit(term.level, entry.school))
    if by_street > by_name and by_street > by_place:
        return by_street, "street"
    return (by_place, "place") if by_place >= by_name else (by_name, "name")


def _best_name(index: Index, entry: Entry, said: dict[int, float]) -> tuple[Name | None, float]:
    """Return the name of which most was said, and how much of it."""
    best: Name | None = None
    most = 0.0
    for name in entry.names:
        got = 0.0
        for word in name.words:
            if word in said:
                got += said[word] * index.weights[word] * (OWN_PLACE_FACTOR if word in entry.place_words else 1.0)
        share = STANDING[name.kind] * got / name.weight if name.weight else 0.0
        if share > most:
            best, most = name, share
    return best, most
