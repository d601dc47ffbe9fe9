"""What is searched: the prepared words of a register, and its entries made from them when they are looked at."""

import contextlib
import json
from functools import cached_property
from typing import Any, NamedTuple, cast

from sto_cli.files.limits import WORDS_REMEMBERED
from sto_cli.register.load import keep, recall
from sto_cli.register.model import School
from sto_cli.register.register import Register
from sto_cli.search.levels import WITH_EXAMS, WITHOUT_VMBO, Rank, rank_of
from sto_cli.search.lexicon import Area
from sto_cli.search.places import PROVINCE_SHARE
from sto_cli.search.results import MemberRef, members_beside, texts_of
from sto_cli.search.spelling import Nearness, NumberLists, Vocabulary, comparable
from sto_cli.search.words import CALLED, DENOMINATIONS, KINDS, plain

COPY = "search"
"""Name of the derived copy."""

COPY_FORMAT = "25"
"""Rises with the shape of the copy, and with every change in how words are read or weighed."""

OWN_PLACE_FACTOR = 0.35
"""A place in a name ("Carmelcollege Emmen") says little more than the place itself, so leaving it out costs little."""

LEAST_OWN = 0.6
"""What the own words of a name must weigh together to stand for it: more than "montessori"."""

RELIANCE = {"name": 1.0, "alias": 1.0, "in_use": 1.0, "former": 0.95, "site": 0.9, "short": 0.8}
"""How far a word can be relied on that only such a name has."""

MOST_REMEMBERED = WORDS_REMEMBERED
"""Words of queries whose near words are remembered: lists repeat themselves."""


class Name(NamedTuple):
    """One name of an entry (name, alias, in_use, former, site or short), its words, and what each weighs in it."""

    kind: str
    text: str
    words: tuple[int, ...]
    weights: dict[int, float]
    weight: float
    """What the words weigh together."""
    own: frozenset[int]
    """The words that no sister has, where these can stand for the name: `swaef` of Driestar-Wartburg De Swaef."""


class Findable(NamedTuple):
    """A school, or a member of a region, with its words by number.

    `name_words`: each word of a name → how far it can be relied on; `place_words`: each word of a place,
    municipality or province → how far it speaks for this entry; `place_names` the same by whole names; `town_words`:
    the words of the place itself and of the province; `place_ends`: each word of a place's name but the first → those
    before it; `levels`: those that its name tells; `family`: the words that most of its sisters have as well;
    `rank`: see `levels`; `every_word`: of its names, places and street.
    """

    number: int
    school: School | None
    member: MemberRef | None
    names: tuple[Name, ...]
    name_words: dict[int, float]
    place_names: tuple[tuple[tuple[int, ...], float], ...]
    place_words: dict[int, float]
    street_words: frozenset[int]
    town_words: frozenset[int]
    place_ends: dict[int, frozenset[int]]
    levels: frozenset[str]
    family: frozenset[int]
    rank: Rank
    every_word: frozenset[int]

    @property
    def id(self) -> str | None:
        """The vestigingscode, where it is known."""
        return self.school.id if self.school else cast(MemberRef, self.member).member.id

    @property
    def institution(self) -> str | None:
        """The BRIN, where it is known."""
        return self.id[:4] if self.id else None

    @property
    def with_vmbo(self) -> bool:
        """Whether it has pupils of the vmbo, or may have."""
        return self.rank != WITHOUT_VMBO

    @property
    def standing(self) -> int:
        """Less for a location with exam candidates in the vmbo than for one with lower years, or without vmbo."""
        return max(self.rank, WITH_EXAMS)

    @property
    def title(self) -> str:
        """The name as the register writes it."""
        return self.school.name if self.school else cast(MemberRef, self.member).member.name

    @property
    def town(self) -> str:
        """The place, or nothing where it is not known."""
        return self.school.town if self.school else cast(MemberRef, self.member).member.place or ""


class Index:
    """The entries of a register by their words; words and entries are known by number."""

    def __init__(self, register: Register, prepared: dict[str, Any]) -> None:
        self.words: list[str] = prepared["words"]
        self.weights: list[float] = prepared["weights"]
        self.postings = NumberLists(prepared["postings"])
        self.number_of = {word: number for number, word in enumerate(self.words)}
        self.places = frozenset(prepared["places"])
        self.place_parts = frozenset(prepared["place_parts"])
        self.around: dict[int, list[int]] = dict(prepared["around"])
        self._shorts = frozenset(prepared["shorts"])
        self.unnamed = frozenset(prepared["unnamed"])
        """The words of places and streets that stand in no name."""
        self.heaviest = max(self.weights, default=1.0)
        self._register = register
        self._prepared = prepared
        self._near: dict[str, dict[int, float]] = {}
        self.terms: dict[tuple[str, str], object] = {}
        self.parts: dict[str, tuple[str, ...]] = {}
        self.apart: dict[str, tuple[str, ...]] = {}
        self.reached: dict[str, dict[int, float]] = {}
        self._entries: dict[int, Findable] = {}

    @cached_property
    def street_words(self) -> frozenset[int]:
        """The words of all streets."""
        return frozenset(self._prepared["streets"])

    @cached_property
    def kinds(self) -> frozenset[int]:
        """The words that people leave out of names: what a school is and whose."""
        return frozenset(self.number_of[word] for word in KINDS | DENOMINATIONS if word in self.number_of)

    def within(self, area: Area) -> frozenset[int]:
        """The entries that lie in an area; in the whole of its places where no school lies in the very part."""
        there = [number for place in area.places for number in self._by_place.get(place, ())]
        inside = frozenset(number for number in there if area.holds(self._postcode(number)))
        return inside or frozenset(there)

    @cached_property
    def _by_place(self) -> dict[str, list[int]]:
        """The entries by their places and municipalities, in plain letters (`bergen`, `bergen (nh.)`)."""
        found: dict[str, list[int]] = {}
        for number in range(len(self._codes) + len(self._members)):
            school, member = self._owner(number)
            places = (school.town, school.municipality) if school else (member.member.place if member else None,)
            for place in {plain(place or "").split(" (")[0] for place in places}:
                found.setdefault(place, []).append(number)
        return found

    def _postcode(self, number: int) -> str:
        school, _ = self._owner(number)
        return (school.address.postcode or "") if school else ""

    @cached_property
    def _codes(self) -> list[str]:
        return list(self._register.schools)

    @cached_property
    def _members(self) -> list[MemberRef]:
        return list(members_beside(self._register))

    def _owner(self, number: int) -> tuple[School | None, MemberRef | None]:
        beyond = number - len(self._codes)
        return (self._register.schools[self._codes[number]], None) if beyond < 0 else (None, self._members[beyond])

    def entry(self, number: int) -> Findable:
        """Return an entry, made when first asked for."""
        known = self._entries.get(number)
        if known is None:
            known = self._entries[number] = self._make(number)
        return known

    def _near_words(self, word: str) -> dict[int, float]:
        near = self._nearby.near(word, known=self.named(word))
        return {number: likeness for number, likeness in near.items() if number not in self._shorts}

    def named(self, word: str) -> bool:
        """Whether a word stands in a name, and not in places and streets only."""
        return word in self.number_of and self.number_of[word] not in self.unnamed

    def of_any(self, word: int) -> bool:
        """Whether a word says only what kind of school it is (college, lyceum)."""
        return self.words[word] in KINDS or self.words[word] in CALLED

    def near(self, word: str) -> dict[int, float]:
        """The words near one that may be misspelt, spelt by ear or cut off, with their likeness."""
        if not comparable(word):
            return {}
        known = self._near.get(word)
        if known is None:
            if len(self._near) > MOST_REMEMBERED:
                self._near.clear()
            known = self._near[word] = self._near_words(word)
        return known

    @cached_property
    def _sides(self) -> set[int]:
        """What provinces and parts of towns are both called after: Amsterdam-Noord is not Noord-Holland."""
        return {self.number_of[side] for side in ("noord", "zuid") if side in self.number_of}

    @cached_property
    def _nearby(self) -> Nearness:
        words = Vocabulary(self.words, self._prepared["bits"])
        sounds = Vocabulary(self._prepared["sounds"], self._prepared["sound_bits"])
        return Nearness(words, sounds, NumberLists(self._prepared["sounding"]))

    def _make(self, number: int) -> Findable:
        school, member = self._owner(number)
        written, places, street, family, levels = json.loads(self._prepared["entries"][number])
        place_words: dict[int, float] = {}
        for words, share in reversed(places):
            place_words |= dict.fromkeys(words, share)
        own = {word for words, share in places if share == 1 for word in words}
        wide = {word for words, share in places if share == PROVINCE_SHARE for word in words} - self._sides
        town = frozenset(own | wide)
        texts = texts_of(school) if school else ()
        names = tuple(
            self._name(kind, text if isinstance(text, str) else texts[text], words, town, family)
            for kind, text, words in written
        )
        name_words: dict[int, float] = {}
        for name in sorted(names, key=lambda name: RELIANCE[name.kind]):
            name_words |= dict.fromkeys(name.words, RELIANCE[name.kind])
        place_names = tuple((tuple(words), share) for words, share in places)
        alone = {words[0] for words, _ in places if len(words) == 1}
        ends = {
            word: frozenset(words[:at])
            for words, _ in places
            for at, word in enumerate(words)
            if at and word not in alone
        }
        return Findable(
            number, school, member, names, name_words, place_names, place_words, frozenset(street), town, ends,
            frozenset(levels), frozenset(family), rank_of(school),
            frozenset().union(name_words, place_words, street),
        )  # fmt: skip

    def _name(self, kind: str, text: str, words: list[int], town: frozenset[int], family: list[int]) -> Name:
        weights = {word: self.weights[word] * (OWN_PLACE_FACTOR if word in town else 1.0) for word in words}
        own = [word for word in words if word not in family and word not in town]
        stands = sum(self.weights[word] for word in own) >= LEAST_OWN
        return Name(kind, text, tuple(words), weights, sum(weights.values()), frozenset(own if stands else ()))


def index_of(register: Register) -> Index:
    """Return the index of a register, from its derived copy where there is one."""
    source = f"{register.fingerprint} {COPY_FORMAT}"
    kept = recall(register.cache, COPY, source)
    with contextlib.suppress(ValueError, TypeError, KeyError, RecursionError):  # no copy of ours after all
        if kept is not None:
            head, *entries = kept.split(b"\n")
            return Index(register, {**json.loads(head), "entries": entries})
    from sto_cli.search.prepare import prepare  # noqa: PLC0415 - not needed where there is a copy

    prepared = prepare(register)
    head = json.dumps({**prepared, "entries": None}, ensure_ascii=False, separators=(",", ":")).encode()
    keep(register.cache, COPY, source, [b"\n".join([head, *prepared["entries"]])])
    return Index(register, prepared)
