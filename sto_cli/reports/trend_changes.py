"""What a trend compares: coverage on a day, and what differs between two days or two registers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sto_cli.register.model import Region, School
from sto_cli.reports.count import Groups, Standing
from sto_cli.reports.standing import Position

Which = Literal["former", "current"]
RegisterMove = Literal["new_school", "gone_school", "other_kind", "new_region", "gone_region"]


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """Coverage on one day. `register` says in which of two registers, None when there is only one."""

    on: date
    groups: Groups
    register: Which | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """One school whose standing differs between two points; None: it did not count at that point."""

    position: Position
    was: Standing | None
    now: Standing | None


@dataclass(frozen=True, slots=True)
class TrendChange:
    """What differs between one point and the next.

    `joined` take part now and did not, or were not known to; `left` took part and do not any more, or are not
    known to any more. `declined` are newly known not to take part, without having taken part before.
    """

    since: TrendPoint
    until: TrendPoint
    joined: tuple[Move, ...]
    left: tuple[Move, ...]
    declined: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class RegisterChange:
    """What is new in the current register, and what is gone from the former one.

    `kinds` are schools that were technical and are not any more, or the other way round: they count elsewhere now.
    """

    new_schools: tuple[School, ...] = ()
    gone_schools: tuple[School, ...] = ()
    kinds: tuple[tuple[School, School], ...] = ()
    new_regions: tuple[Region, ...] = ()
    gone_regions: tuple[Region, ...] = ()

    def schools(self) -> Iterator[tuple[RegisterMove, School | None, School]]:
        """Go through the schools: what happened, how it was if it is of another kind now, and the school."""
        for new in self.new_schools:
            yield "new_school", None, new
        for gone in self.gone_schools:
            yield "gone_school", None, gone
        for was, now in self.kinds:
            yield "other_kind", was, now

    def regions(self) -> Iterator[tuple[RegisterMove, Region]]:
        """Go through the regions: what happened, and the region."""
        for new in self.new_regions:
            yield "new_region", new
        for gone in self.gone_regions:
            yield "gone_region", gone
