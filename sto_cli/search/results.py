"""What a search is given and gives: what is known of a school; those that may be meant, and how well each matches."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from sto_cli.register.model import LeftSchool, Member, Region, School
from sto_cli.register.register import Register
from sto_cli.search.other_kinds import OtherKind

MatchBasis = Literal["code", "institution", "name", "former_name", "postcode", "place", "street", "website"]
Outcome = Literal["found", "ambiguous", "not_found"]
Evidence = Literal["code", "name", "place", "street", "postcode", "website"]
Reason = Literal[
    "empty",
    "too_general",
    "unknown_code",
    "unknown_postcode",
    "no_school_there",
    "left",
    "nothing_alike",
    "elsewhere",
    "locations",
    "alike",
    "area",
    "other_education",
]
"""Why nothing was decided.

- not found: `empty` (no letter or digit in it), `too_general` (only words such as "school" or "vmbo"),
  `unknown_code` (written as a code, but not in the register), `unknown_postcode` (the same of a postcode),
  `no_school_there` (a municipality without a school; the candidates are the nearest), `left` (the code or the name of
  a school that is no more), `nothing_alike`, `elsewhere` (the name is known, but not in the place that was given);
- ambiguous: `locations` (all of one institution), `alike` (of several), `area` (only a place or postcode was given),
  `other_education` (an mbo or primary school was, which the register does not hold; those are the schools there; where
  no place was given nothing is found).
"""


class MemberRef(NamedTuple):
    """A member of a region that is no school of the register: it has a region, but no profiles or address."""

    region: Region
    member: Member


def members_beside(register: Register) -> Iterator[MemberRef]:
    """The members of regions that are no school of the register, region by region."""
    for region in register.regions.values():
        for member in region.members:
            if member.id not in register.schools:
                yield MemberRef(region, member)


def texts_of(school: School) -> tuple[str, ...]:
    """The texts that name a school: its name, aliases, former names, names in use; its site last, or nothing."""
    return (
        school.name,
        *school.aliases,
        *(former.name for former in school.former_names),
        *(used.name for used in school.names_in_use),
        school.website or "",
    )


class Match(NamedTuple):
    """One school (or, where `school` is None, one member of a region) that may be meant.

    `score` runs from 0 to 1 and is comparable within one answer; `matched` is the name, code, place or postcode of
    the register that matched; `evidence` names everything that speaks for it, weightiest first.
    """

    school: School | None
    member: MemberRef | None
    score: float
    basis: MatchBasis
    matched: str
    evidence: tuple[Evidence, ...] = ()

    @property
    def id(self) -> str | None:
        """The vestigingscode; None for a member whose code is not known."""
        return self.school.id if self.school else self._member.id

    @property
    def name(self) -> str:
        """The name as the register writes it."""
        return self.school.name if self.school else self._member.name

    @property
    def town(self) -> str:
        """The place, or nothing where it is not known."""
        return self.school.town if self.school else self._member.place or ""

    @property
    def choice(self) -> str:
        """By what it is chosen: its code; of a member without one, its region and name."""
        return self.id or (f"{self.member.region.id}/{self.name}" if self.member else self.name)

    @property
    def street(self) -> str | None:
        """Street and number, where they are known."""
        return self.school.address.street if self.school else None

    @property
    def _member(self) -> Member:
        assert self.member is not None  # noqa: S101 - a match is of a school or of a member
        return self.member.member


class Municipality(NamedTuple):
    """A municipality of 2025, with the middle of it (latitude and longitude in degrees)."""

    name: str
    province: str
    middle: tuple[float, float]


class SearchResult(NamedTuple):
    """The outcome of one query.

    - `found`: `best` is clearly meant; `possible` holds only it, `candidates` nothing.
    - `ambiguous`: `best` is None; `possible` holds all that may be meant, best first (at times a single one, of
      which it is not sure); `candidates` the first of them, up to the limit. What is true of all `possible` (one
      region, for instance) may be said of the one meant.
    - `not_found`: `best` is None; `possible` is empty; `candidates` may hold near misses.
    """

    query: str
    outcome: Outcome
    best: Match | None = None
    candidates: tuple[Match, ...] = ()
    possible: tuple[Match, ...] = ()
    reason: Reason | None = None
    left: tuple[LeftSchool, ...] = ()
    """Schools of just this name or code that left the register, where no school was found."""
    beside: tuple[Match, ...] = ()
    """Locations without vmbo that bear the name of the one that was found as well."""
    municipality: Municipality | None = None
    """The municipality that was asked for, where no school lies in it."""
    other: OtherKind | None = None
    """What was asked for, where that is no secondary school."""


class Known(NamedTuple):
    """Facts that speak for a school, as they were written."""

    place: str | None = None
    street: str | None = None
    postcode: str | None = None
    website: str | None = None
    exams_first: bool = False
    """Whether of several locations of one name in one place the one with exam candidates in the vmbo is meant.

    Lists and plans name schools so; who asks for one school is asked which of them it is.
    """


NOTHING = Known()
