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
from sto_cli.search.places import place_words
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

NAME_KINDS = ("name", "alias", "former", "site")


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


RELIANCE = {"name": 1.0, "alias": 1.0, "former": 0.95, "site": 0.9}
"""How far a word can be relied on that only such a name has."""


def _entry(
    number: int,
    school: School | None,
    member: MemberRef | None,
    names: Any,
    places: Any,
    streets: Any,
    weights: list[float],
) -> Entry:
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
    if school.website:
        site = words_of_site(school.website, school.town)
        if site:
            names.append(_name("site", school.website, school.institution, numbering, site))
    places = place_words(school.address.place, school.municipality, school.province)
    streets = read_street(school.address.street or "")
    return [
        [name for name in names if name[2]],
        [[numbering.of(word, school.institution), share] for word, share in places.items()],
        [numbering.of(word) for word in streets],
    ]


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
