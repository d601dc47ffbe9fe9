"""What a row of a list with a column per school year says of each year."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sto_cli.files.tables import DataTable
from sto_cli.lists.cell_dates import day_after, day_before
from sto_cli.lists.statuses import StatusRead, read_status
from sto_cli.register.dates import first_day, last_day
from sto_cli.register.model import Status


@dataclass(frozen=True, slots=True)
class Period:
    """What holds from one day until another; `until` None leaves the end open."""

    status: Status
    since: str
    until: str | None


@dataclass(frozen=True, slots=True)
class YearsRead:
    """The periods that a row tells, in order; `unclear` holds the cells that are not understood, as written."""

    periods: tuple[Period, ...] = ()
    unclear: str = ""


def read_years(table: DataTable, index: int, years: Mapping[int, int], as_of: str) -> YearsRead:
    """Read a row's cells of the school years as periods; a year runs from 1 August to 31 July.

    An empty cell says nothing of that year. The last year of the list stays open at its end, if the list was made
    before that end: it says how things stand now.
    """
    unclear, told = [], []
    for year, column in years.items():
        reading = read_status(table.cell(index, column))
        periods = _of_year(reading, year)
        if periods is None:
            unclear.append(f"{year}-{year + 1}: {table.text(index, column)}")
        else:
            told += periods
    if unclear:
        return YearsRead(unclear=" · ".join(unclear))
    return YearsRead(_left_open(list(_joined(told)), max(years), as_of))


def standing(periods: Sequence[Period], as_of: str) -> Status:
    """Return how it stands on a day; outside all periods as in the last one."""
    made = last_day(as_of)
    day = made.isoformat() if made else ""
    now = [one for one in periods if one.since <= day and (one.until is None or day <= one.until)]
    return (now or periods)[-1].status


def within_dates(periods: tuple[Period, ...], since: str | None, until: str | None) -> tuple[Period, ...] | None:
    """Lay dates over the periods: a beginning over the first, an end over the last; None where they cannot be so."""
    if since:
        if periods[0].status != "participating" or not begins_within(since, periods[0].until):
            return None
        periods = (replace(periods[0], since=since), *periods[1:])
    if until:
        if periods[-1].status != "participating" or not begins_within(periods[-1].since, until):
            return None
        periods = (*periods[:-1], replace(periods[-1], until=until))
    return periods


def last_of(periods: Sequence[Period]) -> StatusRead:
    """Return what the last period says."""
    last = periods[-1]
    return StatusRead(last.status, since=last.since, until=last.until)


def begins_within(one: str, other: str | None) -> bool:
    """Whether a date begins before another ends, which may be open."""
    first, last = first_day(one), last_day(other) if other else None
    return first is not None and (last is None or first <= last)


def _of_year(reading: StatusRead, year: int) -> list[Period] | None:
    """Return what a cell says of its year, nothing where it is not known; None where it cannot be so."""
    start, end = f"{year}-08-01", f"{year + 1}-07-31"
    if reading.status is None:
        return [] if reading.understood else None
    if not all(_within(one, start, end) for one in (reading.since, reading.until) if one):
        return None
    since, until = _day(reading.since, start), _last(reading.until, end)
    if not reading.stopped:
        return [Period(reading.status, since, until)]
    before = [Period("participating", start, day_before(since))] if since > start else []
    return [*before, Period(reading.status, since, None)]  # until a later year says otherwise


def _within(written: str, start: str, end: str) -> bool:
    first, last = first_day(written), last_day(written)
    return first is not None and last is not None and start <= last.isoformat() and first.isoformat() <= end


def _day(written: str | None, start: str) -> str:
    """Return the day on which something begins, not before the year does: of `2024` or `2024-08` the first day."""
    first = first_day(written) if written else None
    return max(start, first.isoformat()) if first else start


def _last(written: str | None, end: str) -> str:
    last = last_day(written) if written else None
    return min(end, last.isoformat()) if last else end


def _joined(told: Sequence[Period]) -> Iterator[Period]:
    """Join periods that follow each other and say the same; what is open ends where the next begins."""
    current: Period | None = None
    for one in told:
        if current and current.until is None:
            current = replace(current, until=day_before(one.since))
        if current and current.status == one.status and day_after(current.until or "") == one.since:
            current = replace(current, until=one.until)
            continue
        if current:
            yield current
        current = one
    if current:
        yield current


def _left_open(periods: list[Period], last_year: int, as_of: str) -> tuple[Period, ...]:
    end, made = f"{last_year + 1}-07-31", first_day(as_of)
    if periods and periods[-1].until == end and made is not None and made.isoformat() <= end:
        periods[-1] = replace(periods[-1], until=None)
    return tuple(periods)
