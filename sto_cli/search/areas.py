"""Queries that name a place, an area, a street or a postcode and no school: the schools there."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sto_cli.search.index import Findable, Index
from sto_cli.search.levels import WITHOUT, WITHOUT_VMBO, fit, rank_of
from sto_cli.search.places import FORMER_SHARE, MUNICIPALITY_SHARE, SIGN_SHARE
from sto_cli.search.question import Term
from sto_cli.search.reading import number_fits
from sto_cli.search.results import Match, SearchResult
from sto_cli.search.words import CALLED, LEVELS, word_set

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

LEAST_STREET = 0.6
"""So much of a street's name must be said, by the weight of its words (Kingweg for Ds Kingweg)."""

LEAST_FIT = 0.55
"""Schools that fit the level or the profile less are left out where others fit it."""


class Whereabouts(NamedTuple):
    """What a query says of where a school is.

    `where`: the words for it, of all the `terms`; `number`: that of a house; `postcodes`: how far the postcode that was
    given is that of each entry.
    """

    searched: Index
    terms: Sequence[Term]
    where: Sequence[Term]
    number: str | None
    postcodes: Mapping[int, float]

    @property
    def anchored(self) -> bool:
        """Whether a place, a number or a postcode is given, and not the name of a street alone."""
        return bool(self.number or self.postcodes) or any(term.place for term in self.where)

    @property
    def spelt(self) -> bool:
        """Whether the words are spelt as the register has them: Ubbergen is no slip in Tubbergen."""
        return all(term.area or 1.0 in term.likes.values() for term in self.where)

    @property
    def without_vmbo(self) -> bool:
        """Whether a level is named that schools without vmbo have."""
        return any(term.level in WITHOUT for term in self.terms)

    @property
    def called(self) -> bool:
        """Whether it may be the name of a school after all ("Kastanjelaan College")."""
        return any(term.word in CALLED for term in self.terms)


def by_area(
    query: str, index: Index, terms: Sequence[Term], number: str | None, postcodes: Mapping[int, float]
) -> SearchResult | None:
    """Answer a query whose words, all but "school", levels and the like, say where a school is; else None."""
    where = [term for term in terms if not term.general and not term.level]
    asked = Whereabouts(index, terms, where, number, postcodes)
    readings = (terms, [term for term in terms if not term.level]) if where else ()  # "Schans, loc. vmbo"
    named = list({e.number: e for said in readings for e in having(index, said) if named_so(index, e, said)}.values())
    if not where or (named and len(where) < len(terms)):
        return None
    shares = {entry.number: _share(index, entry, where) for entry in having(index, where)}
    best = max(shares.values(), default=0.0)
    if best < LEAST_AREA:
        return None
    there = {one: share for one, share in shares.items() if share >= _least(best)}
    elsewhere = [entry for entry in named if entry.number not in there]
    return _place_or_name(query, asked, there, elsewhere) if elsewhere else _there(query, asked, there)


def _there(query: str, asked: Whereabouts, there: Mapping[int, float]) -> SearchResult | None:
    """Answer with the schools that are there: those with the number and the postcode, that fit the levels."""
    narrowed, sure = _narrowed(asked, there)
    fitting = _fitting(asked, narrowed)
    matches = _matches(asked, fitting or narrowed, there)
    if not asked.spelt and (asked.called or not asked.anchored) and matches[0].basis == "street":
        return None
    chosen = _with_vmbo(matches) if asked.anchored and not asked.number and not asked.without_vmbo else matches
    all_fit = len(fitting) == len(narrowed)
    certain = sure and fitting and _certain(asked, max(there.values()), all_fit=all_fit) and _known(asked, chosen[0])
    if not certain or len(chosen) > 1:
        return SearchResult(query, "ambiguous", None, matches, matches, "area")
    beside = tuple(match for match in matches if match is not chosen[0])
    return SearchResult(query, "found", chosen[0], possible=(chosen[0],), beside=beside)


def _with_vmbo(matches: Sequence[Match]) -> Sequence[Match]:
    """Leave out the schools without vmbo where others have it; in a street only beside their own sisters.

    Who names a street may mean either of two neighbours.
    """
    having = [match for match in matches if rank_of(match.school) != WITHOUT_VMBO]
    institutions = {(match.id or "")[:4] for match in having}
    beside = [match for match in matches if match.basis == "street" and (match.id or "")[:4] not in institutions]
    return [match for match in matches if match in having or match in beside] if having else matches


def _certain(asked: Whereabouts, best: float, *, all_fit: bool) -> bool:
    """Whether the only school that is there is meant; `all_fit`: no other was left out by its level."""
    if not asked.spelt or best < SURE_AREA or (asked.called and not asked.anchored):
        return False
    return all_fit or (asked.anchored and best >= MUNICIPALITY_SHARE)


def _known(asked: Whereabouts, match: Match) -> bool:
    """Whether it is known what a school teaches, where a level or a profile is named."""
    levelled = any(term.level for term in asked.terms)
    return not levelled or (match.school is not None and match.school.kind != "unknown")


def _place_or_name(
    query: str, asked: Whereabouts, there: Mapping[int, float], named: Sequence[Findable]
) -> SearchResult:
    """Answer where a place is also the whole name of a school elsewhere (Waterland): either may be readings."""
    places = _matches(asked, list(there), there)
    least = min(match.score for match in places)
    names = [Match(one.school, one.member, least, "name", one.title, ("name",)) for one in named]
    return SearchResult(query, "ambiguous", None, (*places, *names), (*places, *names), "alike")


def _matches(asked: Whereabouts, numbers: Iterable[int], shares: Mapping[int, float]) -> tuple[Match, ...]:
    levels = [term for term in asked.terms if term.level]

    def order(entry: Findable) -> tuple[float, float, int, str]:
        fitting = sum(_fit(term, entry) for term in levels)
        return -round(shares[entry.number], 4), -fitting, entry.rank, entry.id or ""

    entries = sorted(map(asked.searched.entry, numbers), key=order)
    return tuple(_match(entry, shares[entry.number], asked.where) for entry in entries)


def _least(best: float) -> float:
    """Beside the schools in a place those in the municipality of its name count; for a province only the best."""
    return MUNICIPALITY_SHARE * min(best, 1.0) if best >= SURE_AREA else best


def _narrowed(asked: Whereabouts, there: Iterable[int]) -> tuple[list[int], bool]:
    """Keep the entries with the number and the postcode that were given; all, and not sure, where none has them."""
    kept, sure = list(there), True
    streets = {one: school.address.street or "" for one in kept if (school := asked.searched.entry(one).school)}
    houses = {one: number_fits(asked.number, street) for one, street in streets.items()} if asked.number else {}
    for fits in filter(None, (houses, asked.postcodes)):
        best = max((fits.get(one, 0.0) for one in kept), default=0.0)
        sure = sure and (best == 1 or (fits is houses and best > 0))
        kept = [one for one in kept if fits.get(one, 0.0) == best] if best else kept
    return kept, sure


def _fitting(asked: Whereabouts, numbers: Sequence[int]) -> Sequence[int]:
    """Keep the entries that fit every level and profile that was named."""
    entries = map(asked.searched.entry, numbers)
    levels = [term for term in asked.terms if term.level]
    return [entry.number for entry in entries if all(_fit(term, entry) >= LEAST_FIT for term in levels)]


def _fit(term: Term, entry: Findable) -> float:
    """How far an entry fits a level: wholly where its own name says it (Vest. ISK Doetinchem)."""
    return 1.0 if term.word in entry.levels or term.level is None else fit(term.level, entry.school)


def having(index: Index, terms: Sequence[Term]) -> list[Findable]:
    """The entries that have one of the words, the rarest."""
    reached = (
        term.area or {number for word in _readings(index, term) for number in index.postings[word]} for term in terms
    )
    return [index.entry(number) for number in min(reached, key=len)]


def _readings(index: Index, term: Term) -> dict[int, float]:
    """The words that a term stands for: itself, or those near it where the register has no such word at all.

    A place with an ending ("Harens", "Baarnsch") is no slip of the pen, but part of a name.
    """
    if 1.0 in term.likes.values():
        return {word: likeness for word, likeness in term.likes.items() if likeness == 1}
    near = {word: likeness for word, likeness in term.likes.items() if likeness >= LEAST_LIKE}
    return {word: likeness for word, likeness in near.items() if not term.word.startswith(index.words[word])}


def named_so(index: Index, entry: Findable, terms: Sequence[Term]) -> bool:
    """Whether these very words are a name, with its place perhaps ("Haarlem College", "Hogeland College Winsum")."""
    said = [{word for word, likeness in term.likes.items() if likeness == 1} for term in terms]
    beside = entry.town_words if len(terms) > 1 else frozenset()
    kinds = {"name", "alias", "in_use", "former"}
    own = [set(name.words) for name in entry.names if name.kind in kinds]
    if len(terms) > 1 and any(term.area for term in terms) and any(all(words & name for words in said) for name in own):
        return True  # Vakcollege Hillegersberg
    whole = set().union(*said)
    return any(
        all(words & (name | beside) for words in said) and bare and bare <= whole
        for name, bare in ((name, _bare(index, entry, name)) for name in own)
    )


def _bare(index: Index, entry: Findable, name: set[int]) -> set[int]:
    """The words of a name that must be said.

    Of one that is a place and what a school is, both ("Haarlem College"; Almere College stands elsewhere); none of one
    that is no more than its own place and a level ("Locatie vmbo Alkmaar").
    """
    kinds = {word for word in name if index.of_any(word)}
    own = {word for word in name - kinds if index.words[word] not in LEVELS}
    if not kinds and own <= entry.place_words.keys():
        return set()
    return name if own <= entry.place_words.keys() | index.places else name - kinds or name


def _share(index: Index, entry: Findable, where: Sequence[Term]) -> float:
    """How far the words say where an entry is: nothing when one of them is no word of its place or street."""
    places: dict[int, float] = {}
    street: dict[int, float] = {}
    for term in where:
        if entry.number in term.area:
            continue
        readings = _readings(index, term)
        if said := {word: likeness for word, likeness in readings.items() if word in entry.place_words}:
            places |= said
        elif said := {word: likeness for word, likeness in readings.items() if word in entry.street_words}:
            street |= said
        else:
            return 0.0
    if street and not _covers_street(index, entry, street):
        return 0.0
    return min(_place_share(index, entry, places), *street.values(), 1.0)


def _covers_street(index: Index, entry: Findable, said: Mapping[int, float]) -> bool:
    whole = sum(index.weights[word] for word in entry.street_words)
    return sum(index.weights[word] for word in said) >= LEAST_STREET * whole


def _place_share(index: Index, entry: Findable, likes: Mapping[int, float]) -> float:
    if not likes:
        return 1.0
    named = (share for words, share in entry.place_names if share != SIGN_SHARE and likes.keys() >= set(words))
    parts = (PART_SHARE * entry.place_words[word] for word in likes if _may_stand_alone(index, word))
    return (max(named, default=0.0) or max(parts, default=0.0)) * min(likes.values())


def _may_stand_alone(index: Index, word: int) -> bool:
    part = index.words[word]
    return index.weights[word] >= LEAST_PART_WEIGHT and len(part) >= LEAST_PART and part not in NO_PART


def _match(entry: Findable, share: float, where: Iterable[Term]) -> Match:
    score = round(min(share, 1.0), 4)
    street = entry.school.address.street if entry.school else None
    if street and any(_in_street(entry, term) for term in where):
        return Match(entry.school, entry.member, score, "street", street, ("street", "place"))
    return Match(entry.school, entry.member, score, "place", entry.town, ("place",))


def _in_street(entry: Findable, term: Term) -> bool:
    """Whether a word is one of the street of an entry and none of its place."""
    return bool(entry.street_words & term.likes.keys()) and not entry.place_words.keys() & term.likes.keys()
