"""Counts of schools that take part, and the rates that may be taken from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from typing import Literal, get_args

from sto_cli.register.model import SchoolKind

Standing = Literal["participating", "not_participating", "unknown"]
"""How a school stands on a day. `unknown`: no entry holds on that day; it is never counted as no."""
STANDING_NAMES: tuple[Standing, ...] = get_args(Standing)

Group = Literal["technical", "non_technical", "theoretical", "all"]
GROUPS: tuple[Group, ...] = ("technical", "non_technical", "all")
"""The groups that every figure has; `theoretical` comes only when it is asked for."""


@dataclass(frozen=True, slots=True)
class Count:
    """A count of schools for each standing, under its name; they stay apart."""

    participating: int = 0
    not_participating: int = 0
    unknown: int = 0

    @property
    def schools(self) -> int:
        """The denominator: all schools that belong to it."""
        return sum(astuple(self))

    @property
    def known(self) -> int:
        """The schools of which it is known whether they take part."""
        return self.participating + self.not_participating

    @property
    def open(self) -> int:
        """The schools that do not take part, or of which it is not known: those to call."""
        return self.schools - self.participating

    @property
    def rate(self) -> float | None:
        """The share that takes part of the schools of which it is known; None where none is."""
        return self.participating / self.known if self.known else None

    @property
    def rate_low(self) -> float | None:
        """The share when every unknown school turns out not to take part; None without schools."""
        return self.participating / self.schools if self.schools else None

    @property
    def rate_high(self) -> float | None:
        """The share when every unknown school turns out to take part; None without schools."""
        return (self.participating + self.unknown) / self.schools if self.schools else None

    def __add__(self, other: Count) -> Count:
        return Count(*(one + more for one, more in zip(astuple(self), astuple(other), strict=True)))


@dataclass(frozen=True, slots=True)
class Groups:
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


Standings = Mapping[tuple[SchoolKind, Standing], int]
"""How many schools there are of each kind and standing."""


def groups_from(tally: Standings, *, theoretical: bool = False) -> Groups:
    """Make the counts of a tally; schools of other kinds are left out."""
    return Groups(
        _count(tally, "technical"),
        _count(tally, "non_technical"),
        _count(tally, "theoretical") if theoretical else None,
    )


def _count(tally: Standings, kind: SchoolKind) -> Count:
    return Count(**{standing: number for (one, standing), number in tally.items() if one == kind})
