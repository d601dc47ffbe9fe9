"""Queries that name a place, an area, a street or a postcode and no school: the schools there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sto_cli.search.index import Findable, Index
from sto_cli.search.levels import fit, in_vmbo
from sto_cli.search.places import FORMER_SHARE, MUNICIPALITY_SHARE, SIGN_SHARE
from sto_cli.search.question import Term
from sto_cli.search.reading import number_fits
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

LEAST_STREET = 0.6
"""So much of a street's name must be said, by the weight of its words (Kingweg for Ds Kingweg)."""

LEAST_FIT = 0.55
"""Schools that fit the level or the profile less are left out where others fit it."""


def by_area(
    query: str, index: Index, terms: Sequence[Term], number: str | None, postcodes: Mapping[int, float]
) -> SearchResult | None:
    """Answer a query whose words, all but "school", levels and the like, say where a school is; else None.

    `number` is that of a house; `postcodes` says how far the postcode that was given is that of each entry.
    """
    where = [term for term in terms if not term.general and not term.level]
    if not where or any(named_so(entry, terms) for entry in having(index, terms)):
        return None
    shares = {entry.number: _share(index, entry, where) for entry in having(index, where)}
    best = max(shares.values(), default=0.0)
    if best < LEAST_AREA:
        return None
    there = {one: share for one, share in shares.items() if share >= _least(best)}
    narrowed, sure = _narrowed(index, there, number, postcodes)
    fitting = _fitting(index, narrowed, terms)
    sure = sure and (len(fitting) == len(narrowed) or (best >= MUNICIPALITY_SHARE and (number or any(term.place for term in where))))
    matches = tuple(_match(index.entry(one), shares[one], where) for one in _ordered(index, fitting, shares, terms))
    spelt = all(term.area or 1.0 in term.likes.values() for term in where)  # Ubbergen is no slip in Tubbergen
    with_vmbo = [match for match in matches if match.school is None or in_vmbo(match.school)] or matches
    if len(with_vmbo) == 1 and best >= SURE_AREA and spelt and sure:
        beside = tuple(match for match in matches if match not in with_vmbo)
        return SearchResult(query, "found", with_vmbo[0], possible=tuple(with_vmbo), beside=beside)
    return SearchResult(query, "ambiguous", None, matches, matches, "area")


def _least(best: float) -> float:
    """Beside the schools in a place those in the municipality of its name count; for a province only the best."""
    return MUNICIPALITY_SHARE * min(best, 1.0) if best >= SURE_AREA else best


def _narrowed(
    index: Index, there: Iterable[int], number: str | None, postcodes: Mapping[int, float]
) -> tuple[list[int], bool]:
    """Keep the entries with the number and the postcode that were given; all, and not sure, where none has them."""
    kept, sure = list(there), True
    streets = {one: school.address.street or "" for one in kept if (school := index.entry(one).school)}
    houses = {one: number_fits(number, street) for one, street in streets.items()} if number else {}
    for fits in filter(None, (houses, postcodes)):
        best = max((fits.get(one, 0.0) for one in kept), default=0.0)
        sure = sure and (best == 1 or (fits is houses and best > 0))
        kept = [one for one in kept if fits.get(one, 0.0) == best] if best else kept
    return kept, sure


def _fitting(index: Index, numbers: Sequence[int], terms: Iterable[Term]) -> Sequence[int]:
    """Keep the entries that fit every level and profile that was named, where some do."""
    levels = [term.level for term in terms if term.level]
    fitting = [one for one in numbers if all(fit(level, index.entry(one).school) >= LEAST_FIT for level in levels)]
    return fitting or numbers


def _ordered(
    index: Index, numbers: Iterable[int], shares: Mapping[int, float], terms: Iterable[Term]
) -> Sequence[int]:
    levels = [term.level for term in terms if term.level]

    def order(number: int) -> tuple[float, float, int, str]:
        entry = index.entry(number)
        fitting = sum(fit(level, entry.school) for level in levels)
        return -round(shares[number], 4), -fitting, entry.rank, entry.id or ""

    return sorted(numbers, key=order)


def having(index: Index, terms: Sequence[Term]) -> list[Findable]:
    """The entries that have one of the words, the rarest."""
    reached = (
        term.area or {number for word in _meant(index, term) for number in index.postings[word]} for term in terms
    )
    return [index.entry(number) for number in min(reached, key=len)]


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
    own = [set(name.words) for name in entry.names if name.kind in {"name", "alias", "in_use", "former"}]
    if len(terms) > 1 and any(term.area for term in terms) and any(all(words & name for words in said) for name in own):
        return True  # Vakcollege Hillegersberg
    return any(all(words & (name | beside) for words in said) and name <= set().union(*said) for name in own)


def _share(index: Index, entry: Findable, where: Sequence[Term]) -> float:
    """How far the words say where an entry is: nothing when one of them is no word of its place or street."""
    places: dict[int, float] = {}
    street: dict[int, float] = {}
    for term in where:
        if entry.number in term.area:
            continue
        meant = _meant(index, term)
        if said := {word: likeness for word, likeness in meant.items() if word in entry.place_words}:
            places |= said
        elif said := {word: likeness for word, likeness in meant.items() if word in entry.street_words}:
            street |= said
        else:
            return 0.0
    if street and not _says_street(index, entry, street):
        return 0.0
    return min(_place_share(index, entry, places), *street.values(), 1.0)


def _says_street(index: Index, entry: Findable, said: Mapping[int, float]) -> bool:
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
    if street and any(entry.street_words & term.likes.keys() and not entry.place_words.keys() & term.likes.keys() for term in where):
        return Match(entry.school, entry.member, score, "street", street, ("street", "place"))
    return Match(entry.school, entry.member, score, "place", entry.town, ("place",))
