"""How well each entry of the register answers a query.

A score is the share of the query that an entry explains (each word by its weight: by its names, its place or its
street; then levels, postcode and web site), times how much of one of its names was said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from sto_cli.search.clues import Clue
from sto_cli.search.index import LEAST_OWN, Findable, Index, Name
from sto_cli.search.levels import Level, fit
from sto_cli.search.question import NEIGHBOUR_LIKENESS, Term
from sto_cli.search.results import Evidence
from sto_cli.search.words import CALLED, DENOMINATIONS, KINDS, LEVELS

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

PLACE_END = 0.4
"""How far the end of a place's name says the place: "IJssel" is not Capelle aan den IJssel."""

LEAST_FIT = 0.55
"""A level that fits less than this speaks against the school. Without it: 7 more right, one more false claim."""

UNNAMED_FIT = 0.3
"""Of a school whose own name tells another level: a Reviuslyceum is not the Revius Mavo."""

LEAST_NEAR = 0.45
"""A place that explains less than this speaks against the school: not its own, nor one in its municipality."""

COMMON_WEIGHT = 0.15
"""Words below this weight do not bring entries in; they only count for entries that another word brought in."""

MOST_SCORED = 500
"""At most so many entries are scored: all schools of the largest place, in a register a hundred times this one."""

BOUND_DROP = 0.5
LEAST_BOUND = 0.3
"""Entries whose words can give no more than this share of the query, or so much less than the best, are passed over."""


class Asked(NamedTuple):
    """A query taken apart, with what holds for every entry that it is compared with."""

    terms: Sequence[Term]
    clues: Sequence[Clue]
    whole: float
    """What all terms and clues weigh together."""
    itself: tuple[frozenset[int], ...]
    """Of each term its very word, and what it makes together with the next."""
    spelt: frozenset[int]
    """The very words that the query itself holds, apart from a place that was given beside it."""
    called: frozenset[str]
    """What it calls the school: college, lyceum, gymnasium."""
    place: frozenset[int]
    """The words of the places that it names, also where they are misspelt."""


class Scored(NamedTuple):
    """One entry's score and what it is made of; what few decisions turn on is worked out when it is asked.

    `explained` and `named` are shares (of the query, of the name); `said` is the weight of the words of the name
    that were said, the own place not counted, and `spelt` the weight of those that were said exactly; `own` are these
    words, `fits` and `places` how far it fits each level and each place of the query.
    """

    entry: Findable
    score: float
    explained: float
    named: float
    said: float
    spelt: float
    name: Name | None
    evidence: tuple[Evidence, ...]
    whole_name: bool
    """Whether a name was said in full, or all words of it that sisters do not have."""
    own: Set[int]
    fits: Sequence[float]
    places: Sequence[float]
    street: float
    """How far the worst explained word is explained that looks like a street; 1 where there is none."""
    worst: float
    """The same of the words that not nearly any school may carry."""
    searched: Index
    asked: Asked

    def has(self, *kinds: Evidence) -> bool:
        """Whether evidence of one of these kinds speaks for it."""
        return any(kind in self.evidence for kind in kinds)

    @property
    def explained_of_known(self) -> float:
        """The share that is explained of the words that the register has, or that are near one."""
        unknown = sum(term.weight for term in self.asked.terms if not (term.likes or term.area or term.level))
        known = self.asked.whole - unknown
        return self.explained * self.asked.whole / known if known else 0.0

    @property
    def formerly(self) -> bool:
        """Whether the name of which most was said is a former one."""
        return self.name is not None and self.name.kind == "former"

    @property
    def telling(self) -> bool:
        """Whether a word of a name was said that is not of the kind that many schools carry (college, christelijk)."""
        return not all(map(self.common, self.own))

    def common(self, word: int) -> bool:
        """Whether a word is of the kind that many schools carry."""
        return self.searched.words[word] in COMMON

    @property
    def board(self) -> bool:
        """Whether nothing was said but what sisters share, while it bears a name of its own."""
        return _only_of_board(self.entry, self.own)

    @property
    def misfit(self) -> bool:
        """Whether the query speaks of a level that is not in the name and that the school hardly fits."""
        return bool(self.fits) and min(self.fits) < LEAST_FIT

    @property
    def fitting(self) -> float:
        """How far the entry fits the levels that were said; 1 where none was."""
        return min(self.fits, default=1.0)

    @property
    def other_kind(self) -> bool:
        """Whether the query says college where the names say lyceum, or the reverse."""
        return _of_other_kind(self.searched, self.entry, self.asked.called)

    @property
    def elsewhere(self) -> bool:
        """Whether the query names a place where the school is not."""
        return bool(self.places) and min(self.places) < LEAST_NEAR

    @property
    def words(self) -> frozenset[str]:
        """The words of the query that are words of its names or of its place, exactly."""
        return _words_itself(self.entry, self.asked)

    @property
    def placed(self) -> float:
        """How far the place that was said is that of the entry; nothing where none was said."""
        return _placed(self.entry, self.places, self.asked.place)

    @property
    def house(self) -> float:
        """How far the number of the house that was said is its own."""
        shares = (clue.shares for clue in self.asked.clues if clue.evidence == "street")
        return max((of.get(self.entry.number, 0.0) for of in shares), default=0.0)

    @property
    def in_street(self) -> bool:
        """Whether the whole name of its street is in the query."""
        return bool(self.entry.street_words) and self.entry.street_words <= self.asked.spelt

    @property
    def other_street(self) -> bool:
        """Whether the query names a street where the school is not."""
        return self.street < LEAST_NEAR


def asked_of(terms: Sequence[Term], clues: Sequence[Clue]) -> Asked:
    """Take a query's terms and clues together."""
    itself = tuple(frozenset(word for word, likeness in term.likes.items() if likeness == 1) for term in terms)
    places = (term.likes.items() for term in terms if term.place and not term.area)
    return Asked(
        terms,
        clues,
        whole=sum(term.weight for term in terms) + sum(clue.weight for clue in clues),
        itself=itself,
        spelt=frozenset().union(*(words for term, words in zip(terms, itself, strict=True) if term.source == "query")),
        called=frozenset(term.word for term in terms if term.word in CALLED),
        place=frozenset(word for likes in places for word, likeness in likes if likeness > NEIGHBOUR_LIKENESS),
    )


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

WHOLLY_SAID = 0.95


def score(index: Index, entry: Findable, asked: Asked) -> Scored:
    """Score one entry."""
    said: dict[int, float] = {}
    explaining: list[tuple[Term, float, Evidence]] = [
        (term, *_explain(entry, term, itself, asked.spelt, said))
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
    own = said.keys() - entry.town_words
    name, named = _best_name(entry, said)
    spelt = sum(index.weights[word] for word in own if said[word] == 1)
    whole_name = name if named >= WHOLLY_SAID else _own_said(entry, said)
    umbrella = _umbrella(whole_name, explaining) if whole_name and spelt >= LEAST_OWN else 0.0
    explained = sum(speaking.values()) / (asked.whole - UMBRELLA_SHARE * umbrella)
    return Scored(
        entry,
        score=explained * (1 - NAME_SHARE + NAME_SHARE * named),
        explained=explained,
        named=named,
        whole_name=whole_name is not None,
        said=sum(index.weights[word] * said[word] for word in own),
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


def _placed(entry: Findable, shares: Sequence[float], words: frozenset[int]) -> float:
    """How far the place that was said is that of an entry; a part of its name counts less (Cuijk, Land van Cuijk)."""
    if not shares:
        return 0.0
    whole = max((share for name, share in entry.place_names if words.issuperset(name)), default=PLACE_END)
    return min(whole if words else 1.0, *shares)


def _words_itself(entry: Findable, asked: Asked) -> frozenset[str]:
    """The words of the query that are words of an entry's names or of its place, exactly."""
    return frozenset(
        term.word
        for term, itself in zip(asked.terms, asked.itself, strict=True)
        if any(word in entry.name_words or word in entry.place_words for word in itself)
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
        known = term.general or term.level or term.place or (not parts and 1.0 in term.likes.values())
        if term.source == "query" and not term.last and not known and share < LEAST_NEAR:
            before += term.weight
    return before


COMMON = KINDS | LEVELS | DENOMINATIONS


def _of_other_kind(index: Index, entry: Findable, called: Set[str]) -> bool:
    """Whether the query names another kind of school than the names do."""
    if not called:
        return False
    own = {kind for kind in CALLED if index.number_of.get(kind) in entry.name_words or kind in entry.levels}
    return bool(own) and not called & own


def _explain(
    entry: Findable, term: Term, itself: Set[int], spelt: Set[int], said: dict[int, float]
) -> tuple[float, Evidence]:
    """Say how far an entry explains a term, and by what; words of its names that were said are noted in `said`."""
    by_name = by_street = 0.0
    by_place = term.area.get(entry.number, 0.0)
    as_name = PLACE_AS_NAME if term.source == "place" else 1.0
    its_place = not entry.place_words.keys().isdisjoint(itself)
    for word, likeness in term.likes.items():
        reliance = entry.name_words.get(word)
        if reliance is not None and (likeness == 1 or not its_place):  # "Goes" says nothing of Het Goese Lyceum
            if word not in entry.place_ends or word not in entry.town_words:
                by_name = max(by_name, likeness * reliance * as_name)
            said[word] = max(said.get(word, 0.0), likeness)
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
    """How far an entry fits a level: wholly when its name says so, hardly when that says mavo where lyceum was said."""
    if word in entry.levels:
        return 1.0
    return UNNAMED_FIT if entry.levels and level in {"lyceum", "upper"} else fit(level, entry.school)


def _best_name(entry: Findable, said: dict[int, float]) -> tuple[Name | None, float]:
    """Return the name of which most was said, and how much of it."""
    best: Name | None = None
    most = 0.0
    for name in entry.names:
        got = 0.0
        for word, likeness in said.items():
            if word in name.weights:
                got += likeness * name.weights[word]
        share = STANDING[name.kind] * got / name.weight if got else 0.0
        if share > most:
            best, most = name, share
    return best, most


def _only_of_board(entry: Findable, own: Set[int]) -> bool:
    title = entry.names[0] if entry.names else None
    return bool(title and title.own and entry.family and not title.own & own and own <= entry.family)


def _own_said(entry: Findable, said: dict[int, float]) -> Name | None:
    """Return a name of which all words were said, exactly, that sisters do not have as well."""
    exact = {word for word, likeness in said.items() if likeness == 1}
    return next((name for name in entry.names if name.own and name.own <= exact), None)
