"""How well each entry of the register answers a query.

A score is the share of the query that an entry explains (each word by its weight: by its names, its place or its
street; then levels, postcode and web site), times how much of one of its names was matched.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from sto_cli.search.clues import Clue
from sto_cli.search.index import LEAST_OWN, Findable, Index, Name
from sto_cli.search.levels import Level, fit
from sto_cli.search.question import Term
from sto_cli.search.results import Evidence
from sto_cli.search.scored import LEAST_NEAR, PLACE_END, Asked, Scored, asked_of

NAME_SHARE = 0.25
"""How much of the score depends on how much of the name was said; the rest on how much of the query is explained.

On the tuning half of the benchmark 0.15 gives 4 fewer right and one more false claim, 0.35 one wrong.
"""

STREET_LIKENESS = 0.95
"""How far a street explains a word of the query, which may be a name as well."""

STANDING = {"name": 1.0, "alias": 0.9, "in_use": 0.9, "former": 0.95, "site": 0.75, "short": 0.9}
"""How much of the name counts as said when such a name is said in full. An alias is often the institution's."""

PLACE_AS_NAME = 0.6
"""How far a name explains a word that was given as the place ("2College", place: Montfort; Montfort College)."""

UNNAMED_FIT = 0.3
"""Of a school whose own name tells another level: a Reviuslyceum is not the Revius Mavo."""

COMMON_WEIGHT = 0.15
"""Words below this weight do not bring entries in; they only count for entries that another word brought in."""

MOST_SCORED = 500
"""At most so many entries are scored: all schools of the largest place, in a register a hundred times this one."""

BOUND_DROP = 0.5
LEAST_BOUND = 0.3
"""Entries whose words can give no more than this share of the query, or so much less than the best, are passed over."""


def score_all(index: Index, terms: Sequence[Term], clues: Sequence[Clue] = ()) -> list[Scored]:
    """Score the entries that may answer a query, in no order."""
    asked = asked_of(terms, clues)
    if not asked.whole:
        return []
    worth = _worth_scoring(index, terms, clues, asked.whole)
    return [score(index, index.entry(number), asked) for number in worth]


def _worth_scoring(index: Index, terms: Sequence[Term], clues: Sequence[Clue], whole: float) -> list[int]:
    """The entries whose words alone could give them a score near the best."""
    bounds: dict[int, float] = defaultdict(float)
    heavy = [term for term in terms if term.weight >= COMMON_WEIGHT and not term.general]
    heavy = heavy or list(terms)
    for clue in clues:
        for number, share in clue.shares.items():
            bounds[number] += share * clue.weight
    for term in heavy:
        reached = _best_likeness(index, term)
        for number, likeness in reached.items():
            bounds[number] += likeness * term.weight
    if not bounds:
        return []
    light = sum(term.weight for term in terms) - sum(term.weight for term in heavy)
    least = max(max(bounds.values()) - BOUND_DROP * whole, LEAST_BOUND * whole - light)
    kept = sorted((number for number, bound in bounds.items() if bound >= least), key=lambda number: -bounds[number])
    return kept[:MOST_SCORED]


def _best_likeness(index: Index, term: Term) -> Mapping[int, float]:
    """Return how far each entry has the word; what the register's own words reach is remembered."""
    if not isinstance(term.meaning, str) or term.area:
        return _reached(index, term)
    known = index.reached.get(term.meaning)
    if known is None:
        known = index.reached[term.meaning] = _reached(index, term)
    return known


def _reached(index: Index, term: Term) -> dict[int, float]:
    best: dict[int, float] = {}
    for word, likeness in term.likes.items():
        for number in index.postings[word]:
            if best.get(number, 0.0) < likeness:
                best[number] = likeness
    return best | dict(term.area)


UMBRELLA_SHARE = 0.75
"""So much of a word is let go that stands before a name said in full, as a board or an institution does."""

WHOLLY_MATCHED = 0.95


def score(index: Index, entry: Findable, asked: Asked) -> Scored:
    """Score one entry."""
    matched: dict[int, float] = {}
    explaining: list[tuple[Term, float, Evidence]] = [
        (term, *_explain(entry, term, itself, asked.spelt, matched))
        if not entry.every_word.isdisjoint(term.likes) or entry.number in term.area
        else (term, _by_level(entry, term, 0.0), "name")
        for term, itself in zip(asked.terms, asked.itself, strict=True)
    ]
    speaking: dict[Evidence, float] = {}
    for term, share, evidence in explaining:
        speaking[evidence] = speaking.get(evidence, 0.0) + share * term.weight
    for clue in asked.clues:
        gained = clue.shares.get(entry.number, 0.0) * clue.weight
        speaking[clue.evidence] = speaking.get(clue.evidence, 0.0) + gained
    own = matched.keys() - entry.town_words
    name, named = _best_name(entry, matched)
    spelt = sum(index.weights[word] for word in own if matched[word] == 1)
    whole_name = name if named >= WHOLLY_MATCHED else _own_matched(entry, matched)
    umbrella = _umbrella(whole_name, explaining) if whole_name and spelt >= LEAST_OWN else 0.0
    explained = sum(speaking.values()) / (asked.whole - UMBRELLA_SHARE * umbrella)
    return Scored(
        entry,
        score=explained * (1 - NAME_SHARE + NAME_SHARE * named),
        explained=explained,
        named=named,
        whole_name=whole_name is not None,
        matched=sum(index.weights[word] * matched[word] for word in own),
        spelt=spelt,
        name=name,
        evidence=tuple(kind for kind in sorted(speaking, key=lambda kind: -speaking[kind]) if speaking[kind]),
        own=own,
        fits=[share for term, share, _ in explaining if term.level],
        places=[share for term, share, _ in explaining if term.place],
        street=min((share for term, share, _ in explaining if term.street), default=1.0),
        worst=min((share for term, share, _ in explaining if not term.general), default=1.0),
        searched=index,
        asked=asked,
    )


def _umbrella(name: Name, explaining: Sequence[tuple[Term, float, Evidence]]) -> float:
    """What the words weigh that stand before the name, unexplained: "SCZ - Picasso Lyceum", "Norbertus Gertrudis".

    Where the query has parts the name must stand in the last; else it must be the rest of the query, the place must be
    right, and the words may be no other school's.
    """
    parts = any(term.last for term, _, _ in explaining)
    name_terms = [term for term, _, _ in explaining if not term.general and term.likes.keys() & set(name.words)]
    if parts and not all(term.last for term in name_terms):
        return 0.0
    if not parts and not any(evidence == "place" and share >= LEAST_NEAR for _, share, evidence in explaining):
        return 0.0
    before = 0.0
    for term, share, _ in explaining:
        if not parts and term in name_terms:
            break
        if may_stand_before(term) and share < LEAST_NEAR:
            before += term.weight
    return before


def may_stand_before(term: Term) -> bool:
    """Whether a word may be a board's, before the name of a school: one that no school of the register has."""
    known = term.general or term.level or term.place or 1.0 in term.likes.values()
    return term.source == "query" and not term.last and not known


def _explain(
    entry: Findable, term: Term, itself: Set[int], spelt: Set[int], matched: dict[int, float]
) -> tuple[float, Evidence]:
    """Say how far an entry explains a term, and by what; words of its names that were said are noted in `matched`."""
    by_name = by_street = 0.0
    by_place = term.area.get(entry.number, 0.0)
    as_name = PLACE_AS_NAME if term.source == "place" else 1.0
    its_place = not entry.place_words.keys().isdisjoint(itself)
    for word, likeness in term.likes.items():
        reliance = entry.name_words.get(word)
        if reliance is not None and (likeness == 1 or not its_place):  # "Goes" says nothing of Het Goese Lyceum
            if word not in entry.place_ends or word not in entry.town_words:
                by_name = max(by_name, likeness * reliance * as_name)
            matched[word] = max(matched.get(word, 0.0), likeness)
        if word in entry.place_words:
            by_place = max(by_place, likeness * _place_share(entry, term, word, spelt))
        if word in entry.street_words:
            by_street = max(by_street, likeness * STREET_LIKENESS)
    by_name = _by_level(entry, term, by_name)
    if by_street > by_name and by_street > by_place:
        return by_street, "street"
    if entry.number in term.area:
        return max(by_place, by_name), "place"
    return (by_place, "place") if by_place >= by_name else (by_name, "name")


def _by_level(entry: Findable, term: Term, by_name: float) -> float:
    """How far a name explains a term that may be a level, which the school may fit whatever it is called."""
    if term.level and by_name < 1:
        return max(by_name, _fit(entry, term.word, term.level))
    return by_name


def _place_share(entry: Findable, term: Term, word: int, spelt: Set[int]) -> float:
    """How far a word says where the entry is: the end of a place's name hardly, unless its beginning was said too."""
    before = entry.place_ends.get(word)
    half = before is not None and term.source == "query" and not before & spelt
    return entry.place_words[word] * (PLACE_END if half else 1.0)


def _fit(entry: Findable, word: str, level: Level) -> float:
    """How far an entry fits a level: wholly where its name says so, hardly a lyceum called mavo, a mavo called vmbo."""
    if word in entry.levels:
        return 1.0
    both = {"lyceum", "upper"} & entry.levels or entry.levels >= {"havo", "vwo"}  # called so it is havo/vwo as well
    higher = level in {"lyceum", "upper"} and not both
    other = higher or (level == "theoretical" and entry.levels <= {"vmbo", "vbo"})
    return UNNAMED_FIT if entry.levels and other else fit(level, entry.school)


def _best_name(entry: Findable, matched: dict[int, float]) -> tuple[Name | None, float]:
    """Return the name of which most was matched, and how much of it."""
    best: Name | None = None
    most = 0.0
    for name in entry.names:
        got = 0.0
        for word, likeness in matched.items():
            if word in name.weights:
                got += likeness * name.weights[word]
        share = STANDING[name.kind] * got / name.weight if got else 0.0
        if share > most:
            best, most = name, share
    return best, most


def _own_matched(entry: Findable, matched: dict[int, float]) -> Name | None:
    """Return a name of which all words were matched, exactly, that sisters do not have as well."""
    exact = {word for word, likeness in matched.items() if likeness == 1}
    return next((name for name in entry.names if name.own and name.own <= exact), None)
