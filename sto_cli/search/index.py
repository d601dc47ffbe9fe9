"""What is searched: every name, place and street of the register as numbered words, with what each word weighs.

The words of the register are prepared once and kept as a derived copy, since reading 1,700 names takes 20 ms.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from sto_cli.register import derived
from sto_cli.register.model import School
from sto_cli.register.register import Register
from sto_cli.search.places import MUNICIPALITY_SHARE, place_words
from sto_cli.search.results import MemberRef
from sto_cli.search.spelling import Nearby, by_ear, letters
from sto_cli.search.web import words_of_site
from sto_cli.search.words import KINDS, LEVELS, read, read_street

COPY = "search-1"
"""Name of the derived copy; rises with its shape or with the reading of words."""

KIND_FACTOR = 0.3
"""What a word such as "college" or "mavo" weighs, against a name's own word that is as rare."""

MOST_REMEMBERED = 50_000
"""Words of queries whose near words are remembered: lists repeat themselves."""

RELIANCE = {"name": 1.0, "alias": 1.0, "former": 0.95, "site": 0.9, "short": 0.8}
"""How far a word can be relied on that only such a name has."""

STANDING = {"name": 1.0, "alias": 0.9, "former": 0.95, "site": 0.75, "short": 0.9}
"""How much of the name counts as said when such a name is said in full. An alias is often the institution's."""

FORMER_INSTITUTIONS: dict[str, tuple[str, ...]] = {
    "yuverta": ("Wellantcollege", "Helicon", "Citaverde College"),
    "vonk": ("Clusius College",),
    "aeres": ("Groenhorst College", "Nordwin College"),
    "zone": ("AOC Oost", "De Groene Welle"),
}
"""Institutions that went into another and that people still name: a word of the present name → the former names.

Yuverta: Wellantcollege, Helicon and Citaverde (2021). Vonk: Clusius College (2022). Aeres: Groenhorst (2016), Nordwin
College (2021). Zone.college: AOC Oost and De Groene Welle (2018).
"""


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an entry: its words, and what they weigh together."""

    kind: str
    text: str
    words: tuple[int, ...]
    weight: float


@dataclass(slots=True)
class Entry:
    """A school or a member of a region, with its words by number."""

    number: int
    school: School | None
    member: MemberRef | None
    names: tuple[Name, ...]
    name_words: dict[int, float]
    """Each word of a name → how far it can be relied on: 1, or less where only a former name or a site has it."""
    place_words: dict[int, float]
    street_words: frozenset[int]

    @property
    def id(self) -> str | None:
        """The vestigingscode, where it is known."""
        return self.school.id if self.school else cast(MemberRef, self.member).member.id

    @property
    def institution(self) -> str | None:
        """The BRIN, where it is known."""
        return self.id[:4] if self.id else None

    @property
    def town(self) -> str:
        """The place, or nothing where it is not known."""
        return self.school.town if self.school else cast(MemberRef, self.member).member.place or ""


def members_beside(register: Register) -> Iterator[MemberRef]:
    """The members of regions that are no school of the register."""
    for region in register.regions.values():
        for member in region.members:
            if member.id not in register.schools:
                yield MemberRef(region, member)


class Index:
    """The entries of a register by their words."""

    def __init__(self, register: Register, prepared: dict[str, Any]) -> None:
        self.words: list[str] = prepared["words"]
        self.weights: list[float] = prepared["weights"]
        self.letters: list[int] = prepared["letters"]
        self.sounds: list[str] = prepared["sounds"]
        self._near: dict[str, dict[int, float]] = {}
        self.number_of = {word: number for number, word in enumerate(self.words)}
        schools: list[School | None] = list(register.schools.values())
        members = list(members_beside(register))
        owners: list[tuple[School | None, MemberRef | None]] = [(school, None) for school in schools]
        owners += [(None, member) for member in members]
        self.entries = [
            _entry(number, *owner, *parts, self.weights)
            for number, (owner, parts) in enumerate(zip(owners, prepared["entries"], strict=True))
        ]

    @cached_property
    def postings(self) -> list[list[int]]:
        """Each word's entries, by name, place or street."""
        found: list[list[int]] = [[] for _ in self.words]
        for entry in self.entries:
            for word in {*entry.name_words, *entry.place_words, *entry.street_words}:
                found[word].append(entry.number)
        return found

    @cached_property
    def nearby(self) -> Nearby:
        """The words, to be asked which are near a misspelt one."""
        return Nearby(self.words, self.letters, self.sounds)

    def near(self, word: str) -> dict[int, float]:
        """The words near one that may be misspelt, spelt by ear or cut off, with their likeness."""
        known = self._near.get(word)
        if known is None:
            if len(self._near) > MOST_REMEMBERED:
                self._near.clear()
            known = self._near[word] = self.nearby.near(word)
        return known

    @cached_property
    def around(self) -> dict[int, set[int]]:
        """Each word of a place → the words of the municipalities in which places of that name lie."""
        found: dict[int, set[int]] = defaultdict(set)
        for entry in self.entries:
            wider = {word for word, share in entry.place_words.items() if share == MUNICIPALITY_SHARE}
            for word, share in entry.place_words.items():
                if share == 1 and wider:
                    found[word] |= wider
        return found

    @cached_property
    def heaviest(self) -> float:
        """What the rarest word weighs."""
        return max(self.weights, default=1.0)


def index_of(register: Register, cache: Path | None = None) -> Index:
    """Return the index of a register, from its derived copy where there is one."""
    folder = cache if register.fingerprint else None
    kept = derived.recall(folder, COPY, register.fingerprint)
    if isinstance(kept, dict):
        return Index(register, kept)
    prepared = _prepare(register)
    derived.keep(folder, COPY, register.fingerprint, prepared)
    return Index(register, prepared)


def _entry(number: int, school: School | None, member: MemberRef | None, names: Any, places: Any, streets: Any, weights: list[float]) -> Entry:
    made = []
    name_words: dict[int, float] = {}
    own_place = {word for word, _ in places}
    for kind, text, words in names:
        reliance = RELIANCE[kind]
        weight = 0.0
        for word in words:
            if name_words.get(word, 0.0) < reliance:
                name_words[word] = reliance
            weight += weights[word] * (OWN_PLACE_FACTOR if word in own_place else 1.0)
        made.append(Name(kind, text, tuple(words), weight))
    return Entry(number, school, member, tuple(made), name_words, dict(places), frozenset(streets))


OWN_PLACE_FACTOR = 0.35
"""A place in a name ("Carmelcollege Emmen") says little more than the place itself, so leaving it out costs little."""


@dataclass(slots=True)
class _Numbering:
    numbers: dict[str, int] = field(default_factory=dict)
    holders: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def of(self, word: str, holder: str = "") -> int:
        if holder:
            self.holders[word].add(holder)
        return self.numbers.setdefault(word, len(self.numbers))


def _prepare(register: Register) -> dict[str, Any]:
    numbering = _Numbering()
    entries = [_school_parts(school, numbering) for school in register.schools.values()]
    entries += [_member_parts(ref, numbering) for ref in members_beside(register)]
    holders = numbering.holders
    everyone = len({holder for having in holders.values() for holder in having}) or 1
    weights = [_weight(word, len(holders.get(word, ())), everyone) for word in numbering.numbers]
    words = list(numbering.numbers)
    return {
        "words": words,
        "weights": weights,
        "letters": [letters(word) for word in words],
        "sounds": [by_ear(word) for word in words],
        "entries": entries,
    }


def _weight(word: str, having: int, everyone: int) -> float:
    """What a word weighs: 1 when one institution has it, less the more institutions do, never nothing.

    Counted by institution, not by school: "Yuverta" has thirty schools, and yet the word says which institution.
    """
    rarity = (math.log(everyone / max(having, 1)) + 0.2) / (math.log(everyone) + 0.2)
    factor = KIND_FACTOR if word in KINDS or word in LEVELS or word.isdigit() else 1.0
    return round(max(rarity, 0.02) * factor, 4)


def _school_parts(school: School, numbering: _Numbering) -> list[Any]:
    names = [_name("name", school.name, school.institution, numbering)]
    names += [_name("alias", alias, school.institution, numbering) for alias in school.aliases]
    names += [_name("former", former, school.institution, numbering) for former in school.former_names]
    places = place_words(school.address.place, school.municipality, school.province)
    names += [_name("former", former, school.institution, numbering) for former in _former_institutions(school)]
    site = words_of_site(school.website or "", school.town)
    if any(word not in places and word not in KINDS and word not in LEVELS for word in site):
        names.append(_name("site", school.website or "", school.institution, numbering, site))
    shorts = {short: text for text in (school.name, *school.aliases) for short in initials(text)}
    names += [_name("short", text, school.institution, numbering, [short]) for short, text in shorts.items()]
    streets = read_street(school.address.street or "")
    return [
        [name for name in names if name[2]],
        [[numbering.of(word, school.institution), share] for word, share in places.items()],
        [numbering.of(word) for word in streets],
    ]


def _former_institutions(school: School) -> Iterator[str]:
    present = set(read(school.name).words)
    for word, formers in FORMER_INSTITUTIONS.items():
        if word in present:
            yield from formers


SHORT_LENGTHS = range(3, 6)


def initials(text: str) -> set[str]:
    """The short forms that people make of a name: `Koningin Wilhelmina College` → `kwc`."""
    words = [word for word in read(text).words if word not in PLAIN_KINDS]
    own = [word for word in words if word not in DENOMINATIONS]
    shorts = {"".join(word if len(word) == 2 else word[0] for word in some) for some in (words, own) if len(some) > 1}  # noqa: PLR2004 - `am` of A.M. van Schurman
    return {short for short in shorts if len(short) in SHORT_LENGTHS}


DENOMINATIONS = frozenset(["christelijk", "protestants", "katholiek", "openbaar", "regionaal", "gereformeerd", "interconfessioneel"])
PLAIN_KINDS = frozenset(["scholengemeenschap", "scholengroep", "sint", "stichting", "onderwijs", "voortgezet"])


def _member_parts(ref: MemberRef, numbering: _Numbering) -> list[Any]:
    member = ref.member
    holder = (member.id or "")[:4] or f"{ref.region.id} {member.name}"
    places = place_words(member.place, None, None)
    return [
        [_name("name", member.name, holder, numbering)],
        [[numbering.of(word, holder), share] for word, share in places.items()],
        [],
    ]


def _name(kind: str, text: str, holder: str, numbering: _Numbering, words: Iterable[str] | None = None) -> list[Any]:
    found = dict.fromkeys(read(text).words if words is None else words)
    return [kind, text, [numbering.of(word, holder) for word in found]]
