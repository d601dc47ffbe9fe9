"""A query as it is compared with every entry, and what is known of an entry that was compared with it."""

from collections.abc import Sequence, Set
from typing import NamedTuple

from sto_cli.search.clues import Clue
from sto_cli.search.index import Findable, Index, Name
from sto_cli.search.question import NEIGHBOUR_LIKENESS, Term
from sto_cli.search.results import Evidence
from sto_cli.search.words import CALLED, DENOMINATIONS, KINDS, LEVELS

PLACE_END = 0.4
"""How far the end of a place's name says the place: "IJssel" is not Capelle aan den IJssel."""

LEAST_FIT = 0.55
"""A level that fits less than this speaks against the school. Without it: 7 more right, one more false claim."""

LEAST_NEAR = 0.45
"""A place that explains less than this speaks against the school: not its own, nor one in its municipality."""

COMMON = KINDS | LEVELS | DENOMINATIONS


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

    `explained` and `named` are shares (of the query, of the name); `matched` is what the words of the name weigh that
    are in the query, the own place not counted, and `spelt` what those weigh that are in it exactly; `own` are these
    words, `fits` and `places` how far it fits each level and each place of the query.
    """

    entry: Findable
    score: float
    explained: float
    named: float
    matched: float
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
        """How far the place that was said is that of the entry; nothing where none was matched."""
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
    def at(self) -> tuple[float, float]:
        """How far it stands in the street at the number that was said, and at the whole postcode."""
        codes = (clue.shares for clue in self.asked.clues if clue.evidence == "postcode" and clue.whole)
        return self.house if self.in_street else 0.0, max((of.get(self.entry.number, 0.0) for of in codes), default=0.0)

    @property
    def called_so(self) -> bool:
        """Whether a name of today is what was said, beside its place: no word more and none less."""
        left_out = self.entry.place_words.keys() | self.searched.kinds
        today = (name for name in self.entry.names if name.kind in {"name", "in_use"})
        return any(set(name.words) - left_out <= self.asked.spelt and self._holds_query(name) for name in today)

    @property
    def place_in_name(self) -> bool:
        """Whether the place that was said is part of a name that was said in full ("Elde College Schijndel")."""
        whole = frozenset(self.entry.names[0].words)
        beside = any(term.place and (term.last or term.source == "place") for term in self.asked.terms)
        return not beside and self.asked.place <= whole and whole - self.searched.kinds <= self.own

    @property
    def bears_so(self) -> bool:
        """Whether one of its names, of today or formerly, holds all that was said beside its place."""
        return any(
            self._holds_query(name) for name in self.entry.names if name.kind in {"name", "alias", "in_use", "former"}
        )

    def _holds_query(self, name: Name) -> bool:
        street = self.entry.street_words if self.at[0] == 1 else frozenset()
        words = self.entry.place_words.keys() | set(name.words) | self.searched.kinds | street
        pairs = zip(self.asked.terms, self.asked.itself, strict=True)
        return all(itself & words or (term.level and not term.likes) for term, itself in pairs)

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


def _of_other_kind(index: Index, entry: Findable, called: Set[str]) -> bool:
    """Whether the query names another kind of school than the names do."""
    if not called:
        return False
    own = {kind for kind in CALLED if index.number_of.get(kind) in entry.name_words or kind in entry.levels}
    return bool(own) and not called & own


def _only_of_board(entry: Findable, own: Set[int]) -> bool:
    title = entry.names[0] if entry.names else None
    return bool(title and title.own and entry.family and not title.own & own and own <= entry.family)
