"""What a trend compares: coverage on a day, and what differs between two days."""

from dataclasses import dataclass
from datetime import date

from sto_cli.reports.count import Groups, Standing
from sto_cli.reports.standing import Position


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """Coverage on one day."""

    on: date
    groups: Groups


@dataclass(frozen=True, slots=True)
class Move:
    """One school whose standing differs between two points; None: it did not count at that point."""

    position: Position
    was: Standing | None
    now: Standing | None

    @property
    def undated(self) -> bool:
        """Whether it became known to take part, and not that it began to."""
        entry = self.position.entry
        return self.was == "unknown" and entry is not None and entry.since is None


@dataclass(frozen=True, slots=True)
class TrendChange:
    """What differs between one point and the next.

    `joined` take part now and did not, or were not known to; `left` took part and do not any more, or are not
    known to any more. `declined` are newly known not to take part, without having taken part before. `became_known`
    are known to take part now, by a fact that does not say since when: they may have done so before.
    """

    since: TrendPoint
    until: TrendPoint
    joined: tuple[Move, ...]
    left: tuple[Move, ...]
    declined: tuple[Move, ...] = ()
    became_known: tuple[Move, ...] = ()
