"""How many schools stand how: per kind, with the shares that follow, and a share as people read it."""

import math
from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

from sto_cli.messages import Message, message
from sto_cli.register.model import SchoolKind

Standing = Literal["participating", "likely", "in_talks", "not_participating", "unknown"]
"""How a school stands on a day.

- `participating`: a source names the school or its location, and that holds on this day;
- `likely`: a source may mean another location;
- `in_talks`: it does not take part yet, and talks, registers or thinks about it;
- `not_participating`: a source says so;
- `unknown`: no entry holds on that day, or a page speaks against it, or what is known is of a later day only; it is
  never counted as no.
"""
STANDING_NAMES: tuple[Standing, ...] = get_args(Standing)

KnownFrom = Literal["this_period", "earlier", "undated"]
"""From when the knowledge of a participation is: the programme's present period, an earlier one, or not said."""
EVIDENCE_NAMES: tuple[KnownFrom, ...] = get_args(KnownFrom)

Group = Literal["technical", "non_technical", "theoretical", "all"]
GROUPS: tuple[Group, ...] = ("technical", "non_technical", "all")
"""The groups that every figure has; `theoretical` comes only when it is asked for."""


class Count(NamedTuple):
    """A count of schools for each standing, under its name; they stay apart.

    Those of which something is known are counted once more by the age of that knowledge, under the names of evidence,
    and the unknown ones of which something is known of a later day as `known_later`.
    """

    participating: int = 0
    not_participating: int = 0
    unknown: int = 0
    likely: int = 0
    in_talks: int = 0
    this_period: int = 0
    earlier: int = 0
    undated: int = 0
    known_later: int = 0

    @property
    def schools(self) -> int:
        """The denominator: all schools that belong to it."""
        return sum(getattr(self, standing) for standing in STANDING_NAMES)

    @property
    def open(self) -> int:
        """The schools that do not take part (yet), or of which it is not known: those to win or to ask."""
        return self.in_talks + self.not_participating + self.unknown

    @property
    def unclear(self) -> int:
        """The schools of which it is not known, or not certain, whether they take part."""
        return self.unknown + self.likely

    @property
    def rate(self) -> float | None:
        """The share that takes part of those of which it is certain whether they do.

        None where there are none, and where nobody is known not to take part while others are not certain: it would
        always be 100%.
        """
        if not self.not_participating and self.participating < self.schools:
            return None
        known = self.participating + self.not_participating
        return self.participating / known if known else None

    @property
    def rate_low(self) -> float | None:
        """The share of those of which a source names the school or the location; None without schools."""
        return self.participating / self.schools if self.schools else None

    @property
    def rate_high(self) -> float | None:
        """The share when all others turn out to take part, but those that do not; None without schools."""
        return (self.schools - self.not_participating) / self.schools if self.schools else None

    @property
    def evidence(self) -> Mapping[KnownFrom, int]:
        """From when the knowledge is, in numbers of schools."""
        return {one: getattr(self, one) for one in EVIDENCE_NAMES}

    def __add__(self, other: "Count") -> "Count":  # type: ignore[override]
        return Count(*(one + another for one, another in zip(self, other, strict=True)))


class Groups(NamedTuple):
    """The counts of the technical schools beside those of the non-technical ones.

    `theoretical` is None unless it was asked for; `all` adds up what is there. `known` is False where the register
    knows no school and no municipality of a region: then its share is not known, where another may have no school.
    """

    technical: Count = Count()
    non_technical: Count = Count()
    theoretical: Count | None = None
    known: bool = True

    @property
    def all(self) -> Count:
        """All schools that count."""
        return self.technical + self.non_technical + (self.theoretical or Count())

    def named(self) -> dict[Group, Count]:
        """Return the counts by the name of their group, `all` last."""
        return {**self.kinds(), "all": self.all}

    def kinds(self) -> dict[Group, Count]:
        """Return the counts of each kind of school, without that of all together."""
        counts: dict[Group, Count] = {"technical": self.technical, "non_technical": self.non_technical}
        if self.theoretical is not None:
            counts["theoretical"] = self.theoretical
        return counts


Tallied = Standing | KnownFrom | Literal["known_later"]
StandingTally = Mapping[tuple[SchoolKind, Tallied], int]
"""How many schools there are of each kind and standing, and of each kind and age of knowledge."""


def groups_from(tally: StandingTally, *, theoretical: bool = False) -> Groups:
    """Make the counts of a tally; schools of other kinds are left out."""
    return Groups(
        _count(tally, "technical"),
        _count(tally, "non_technical"),
        _count(tally, "theoretical") if theoretical else None,
    )


def _count(tally: StandingTally, kind: SchoolKind) -> Count:
    return Count(**{name: number for (one, name), number in tally.items() if one == kind})


def share(value: float | None) -> Message:
    """Say a share (0 to 1) as a whole percentage; only exactly none is 0% and only exactly all is 100%.

    None, where there is nothing to divide, is "n/a".
    """
    if value is None:
        return message("n/a")
    percentage = math.floor(round(value * 100, 6) + 0.5)
    if percentage == 0 and value > 0:
        return Message("<1%")
    if percentage == 100 and value < 1:  # noqa: PLR2004 - a percentage
        return Message(">99%")
    return Message("{percentage}%", {"percentage": percentage})
