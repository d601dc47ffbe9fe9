"""The trend: coverage at several dates, and what changed in between."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sto_cli.messages import Message
from sto_cli.register.dates import first_day
from sto_cli.register.model import Part
from sto_cli.register.register import Register
from sto_cli.reports.caveats import caveats
from sto_cli.reports.coverage import count_groups
from sto_cli.reports.headline import trend_headline
from sto_cli.reports.selection import Selection
from sto_cli.reports.standing import Position, positions
from sto_cli.reports.trend_changes import Move, TrendChange, TrendPoint


@dataclass(frozen=True, slots=True)
class Trend:
    """The answer of `sto report trend`: points in order of date, a change between each two."""

    as_of: date
    selection: Selection
    points: tuple[TrendPoint, ...]
    changes: tuple[TrendChange, ...]
    caveats: tuple[Message, ...]
    sources: tuple[Part, ...]

    @property
    def headline(self) -> tuple[Message, ...]:
        """The main thing in sentences."""
        return trend_headline(self.points, self.changes)


def trend(
    register: Register,
    dates: Sequence[date],
    selection: Selection = Selection(),  # noqa: B008 - frozen
) -> Trend:
    """Count on several days, in order of date; the last one is the day of the report."""
    days = sorted(set(dates))
    counted_on = [_by_code(positions(register, day, selection)) for day in days]
    points = [
        TrendPoint(day, count_groups(schools.values(), selection))
        for day, schools in zip(days, counted_on, strict=True)
    ]
    return Trend(
        as_of=days[-1],
        selection=selection,
        points=tuple(points),
        changes=tuple(
            _change(points[i], points[i + 1], counted_on[i], counted_on[i + 1]) for i in range(len(days) - 1)
        ),
        caveats=caveats(register, list(counted_on[-1].values()), selection, "trend"),
        sources=register.parts,
    )


def days_of_change(register: Register, until: date, most: int = 6) -> tuple[date, ...]:
    """Return the days on which to look when nobody named any.

    These are 1 October (DUO's counting day) around the years in which a recorded period begins or ends, at most
    the latest `most`, and `until` itself.
    """
    years = {
        day.year
        for entry in register.participations
        for day in (first_day(written) for written in (entry.since, entry.until) if written)
        if day is not None
    }
    days = {date(year, 10, 1) for first in years for year in (first - 1, first)}
    return (*sorted(day for day in days if day < until)[-most:], until)


def _by_code(found: Iterable[Position]) -> dict[str, Position]:
    return {position.school.id: position for position in sorted(found, key=lambda position: position.school.id)}


def _change(
    since: TrendPoint, until: TrendPoint, before: Mapping[str, Position], after: Mapping[str, Position]
) -> TrendChange:
    moves = [move for move in _moves(before, after) if move.was != move.now]
    taking_part = [move for move in moves if move.now == "participating"]
    return TrendChange(
        since,
        until,
        joined=tuple(move for move in taking_part if not move.undated),
        left=tuple(move for move in moves if move.was == "participating"),
        declined=tuple(move for move in moves if move.now == "not_participating" and move.was != "participating"),
        became_known=tuple(move for move in taking_part if move.undated),
    )


def _moves(before: Mapping[str, Position], after: Mapping[str, Position]) -> Iterable[Move]:
    for code in sorted({*before, *after}):
        was, now = before.get(code), after.get(code)
        position = now or was
        if position is not None:
            yield Move(position, was.standing if was else None, now.standing if now else None)
