"""How well each entry of the register answers a query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sto_cli.search.clues import Clue
from sto_cli.search.index import OWN_PLACE_FACTOR, Entry, Index, Name
from sto_cli.search.question import Term
from sto_cli.search.results import Evidence

NAME_SHARE = 0.25
"""How much of the score depends on how much of the name was said; the rest on how much of the query is explained."""

STREET_LIKENESS = 0.95

COMMON_WEIGHT = 0.15
"""Words below this weight do not bring entries in; they only count for entries that another word brought in."""

MOST_SCORED = 400
BOUND_DROP = 0.3
LEAST_BOUND = 0.3


@dataclass(frozen=True, slots=True)
class Scored:
    """One entry's score, the name that matched best, and what spoke for it."""

    entry: Entry
    score: float
    explained: float
    named: float
    name: Name | None
    evidence: tuple[Evidence, ...]


def score_all(index: Index, terms: Sequence[Term], clues: Sequence[Clue] = ()) -> list[Scored]:
    """Score the entries that may answer these terms, best first."""
    whole = sum(term.weight for term in terms) + sum(clue.weight for clue in clues)
    if not whole:
        return []
    scored = [
        score(index, index.entries[number], terms, clues, whole)
        for number in _worth_scoring(index, terms, clues, whole)
    ]
    scored.sort(key=lambda one: -one.score)
    return scored


def _worth_scoring(index: Index, terms: Sequence[Term], clues: Sequence[Clue], whole: float) -> list[int]:
    """The entries whose words alone could give them a score near the best."""
    bounds: dict[int, float] = defaultdict(float)
    heavy = [term for term in terms if term.weight >= COMMON_WEIGHT] or terms
    skipped = sum(term.weight for term in terms) - sum(term.weight for term in heavy)
    for clue in clues:
        for number, share in clue.shares.items():
            bounds[number] += share * clue.weight
    for term in heavy:
        best: dict[int, float] = {}
        for word, likeness in term.likes.items():
            for number in index.postings[word]:
                if best.get(number, 0.0) < likeness:
                    best[number] = likeness
        for number, likeness in best.items():
            bounds[number] += likeness * term.weight
    if not bounds:
        return []
    least = max(max(bounds.values()) - BOUND_DROP * whole, LEAST_BOUND * whole - skipped)
    kept = sorted((number for number, bound in bounds.items() if bound >= least), key=lambda number: -bounds[number])
    return kept[:MOST_SCORED]


def score(index: Index, entry: Entry, terms: Sequence[Term], clues: Sequence[Clue], whole: float) -> Scored:
    """Score one entry: how much of the query it explains, times how much of its name was said."""
    explained = 0.0
    said: dict[int, float] = {}
    weights: dict[str, float] = defaultdict(float)
    for term in terms:
        by_name = by_place = by_street = 0.0
        for word, likeness in term.likes.items():
            reliance = entry.name_words.get(word)
            if reliance is not None:
                by_name = max(by_name, likeness * reliance)
                said[word] = max(said.get(word, 0.0), likeness)
            share = entry.place_words.get(word)
            if share is not None:
                by_place = max(by_place, likeness * share)
            if word in entry.street_words:
                by_street = max(by_street, likeness * STREET_LIKENESS)
        best = max(by_name, by_place, by_street)
        explained += best * term.weight
        if best:
            kind = "street" if by_street == best else "place" if by_place >= by_name else "name"
            weights[kind] += best * term.weight
    for clue in clues:
        share = clue.shares.get(entry.number, 0.0)
        if share:
            explained += share * clue.weight
            weights[clue.evidence] += share * clue.weight
    share_explained = explained / whole
    name, named = _best_name(index, entry, said)
    total = share_explained * (1 - NAME_SHARE + NAME_SHARE * named)
    evidence = tuple(sorted(weights, key=lambda kind: -weights[kind]))
    return Scored(entry, total, share_explained, named, name, evidence)  # type: ignore[arg-type]


def _best_name(index: Index, entry: Entry, said: dict[int, float]) -> tuple[Name | None, float]:
    best: Name | None = None
    most = 0.0
    for name in entry.names:
        got = 0.0
        for word in name.words:
            if word in said:
                got += said[word] * index.weights[word] * (OWN_PLACE_FACTOR if word in entry.place_words else 1.0)
        share = got / name.weight if name.weight else 0.0
        if share > most:
            best, most = name, share
    return best, most
