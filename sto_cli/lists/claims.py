"""What the rows of a coordinator's own list say of schools: who takes part, since when, whom to write to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from sto_cli.lists.cell_dates import begins_after, day_after, day_before, read_date, read_end, read_start
from sto_cli.lists.columns import Role
from sto_cli.lists.headings import plain_heading, year_columns
from sto_cli.lists.matching import certain_region
from sto_cli.lists.results import Link, LinkedList
from sto_cli.lists.school_years import Period, begins_within, last_of, read_years, standing, within_dates
from sto_cli.lists.statuses import StatusRead, read_status
from sto_cli.register.model import Status
from sto_cli.register.register import Register

Doubt = Literal[
    "ambiguous",
    "not_found",
    "elsewhere",
    "outside",
    "status_unknown",
    "status_unclear",
    "conflict",
    "left",
    "other_kind",
    "marked",
]
"""Why a row is not taken over.

`elsewhere`: the school that its name means lies in another region, and nothing but the name speaks for it; `outside`:
a member that is no vmbo school of the register; `status_unknown`: it says that it is not known (or nothing);
`status_unclear`: it says something that is not understood; `conflict`: several rows say different things of one school;
`left`: a person said that it is none of the candidates; `other_kind`: the row is no vmbo school (mbo, a total …);
`marked`: the row is hidden, filtered away or struck out in the workbook.
"""

MAIL = re.compile(r"[^@\s]+@[^@\s]+")


@dataclass(frozen=True, slots=True)
class Claim:
    """What the list says of one school; `rows` are the numbers of the rows that say it.

    `periods` are what columns per school year say, in order; the other fields are then those of the last one.
    """

    school: str
    status: Status
    rows: tuple[int, ...]
    since: str | None = None
    until: str | None = None
    stopped: bool = False
    contact_name: str | None = None
    contact_email: str | None = None
    note: str | None = None
    periods: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A row that is not taken over, with what it says and why."""

    row: int
    link: Link
    doubt: Doubt
    written: str = ""

    @property
    def to_review(self) -> bool:
        """Whether a person can settle it by choosing a school."""
        return self.doubt in {"ambiguous", "not_found", "elsewhere"}


@dataclass(frozen=True, slots=True)
class Claims:
    """Everything that a list says: what is taken over, and what is not."""

    claims: tuple[Claim, ...]
    doubtful: tuple[Doubtful, ...]


@dataclass(frozen=True, slots=True)
class ListReading:
    """How a list is read: about which region, on which day, and as of when it was made (a year, month or day).

    With `all_take_part` a list without a status column says it of every school on it; `skip_marked` leaves out the rows
    that are hidden or struck out in the workbook.
    """

    register: Register
    region: str
    on: date
    as_of: str = ""
    all_take_part: bool = False
    skip_marked: bool = False


def years_of(linked: LinkedList) -> dict[int, int]:
    """Return the columns of school years by their first year; none where the user named one of them as the status."""
    years = year_columns(linked.table.headings)
    return {} if linked.columns.get("status") in years.values() else years


def read_claims(linked: LinkedList, how: ListReading) -> Claims:
    """Read who takes part."""
    by_school: dict[str, list[Claim]] = {}
    doubtful: list[Doubtful] = []
    years = years_of(linked)
    marked = set(linked.marked_rows if how.skip_marked else ())
    for index, link in enumerate(linked.links):
        if link.outcome == "empty":
            continue
        if index in marked:
            doubtful.append(Doubtful(linked.number(index), link, "marked", _text(linked, index, "status")))
            continue
        told = _row(linked, index, _here_first(link, how), how, years)
        if isinstance(told, Claim):
            by_school.setdefault(told.school, []).append(told)
        else:
            doubtful.append(told)
    claims = []
    for found in by_school.values():
        joined = _joined(found)
        if joined is not None:
            claims.append(joined)
        else:
            doubtful += _conflict(linked, found)
    return Claims(
        tuple(sorted(claims, key=lambda claim: claim.school)), tuple(sorted(doubtful, key=lambda each: each.row))
    )


def _row(linked: LinkedList, index: int, link: Link, how: ListReading, years: dict[int, int]) -> Claim | Doubtful:
    row = linked.number(index)
    doubt = _doubt_about_school(link, how)
    if doubt or link.match is None or link.match.school is None:
        return Doubtful(row, link, doubt or "not_found", _text(linked, index, "status"))
    if wrong := [text for text in (_no_date(linked, index, role) for role in ("since", "until")) if text]:
        return Doubtful(row, link, "status_unclear", " · ".join(filter(None, (_text(linked, index, "status"), *wrong))))
    reading, periods, written = _read_row(linked, index, how, years)
    if reading.status is None:
        return Doubtful(row, link, "status_unknown" if reading.understood else "status_unclear", written)
    mail = MAIL.search(_text(linked, index, "contact_email"))
    return Claim(
        school=link.match.school.id,
        status=reading.status,
        rows=(row,),
        since=reading.since,
        until=reading.until,
        stopped=reading.stopped,
        contact_name=_text(linked, index, "contact_name") or None,
        contact_email=mail[0].strip("<>,;") if mail else None,
        note=_text(linked, index, "note") or None,
        periods=periods,
    )


RowReading = tuple[StatusRead, tuple[Period, ...], str]
"""What a row says of its school, the periods of its school years if it has those, and the cells as written."""


def _read_row(linked: LinkedList, index: int, how: ListReading, years: dict[int, int]) -> RowReading:
    written = _text(linked, index, "status")
    if not years:
        return _one_period(linked, index, how)
    found = read_years(linked.table, index, years, how.as_of)
    written = " · ".join(filter(None, (written, found.unclear)))
    now = _reading(linked, index, replace(how, all_take_part=False))
    if not found.periods or not now.understood:
        return StatusRead(understood=not found.unclear and now.understood), (), written
    if now.status is not None and now.status != standing(found.periods, how.as_of):
        return StatusRead(understood=False), (), written
    dates = [_date(linked, index, role) for role in ("since", "until")]
    periods = within_dates(found.periods, *dates)
    if periods is None:
        return StatusRead(understood=False), (), " · ".join(filter(None, (written, *dates)))
    return last_of(periods), periods, written


def _one_period(linked: LinkedList, index: int, how: ListReading) -> RowReading:
    """Read a row without school years; where its cells contradict each other it is not understood.

    The dates beside "gestopt" are those of the time in which the school took part.
    """
    reading, written = _reading(linked, index, how), _text(linked, index, "status")
    since, until = (_date(linked, index, role) for role in ("since", "until"))
    if since and (stopped := _stopped_on(linked, index)) not in {None, since}:
        until = until or day_before(stopped)
    if reading.status == "not_participating" and (until or (since and _names_beginning(linked))):
        if not (reading.stopped and until) or (since and not begins_within(since, until)):
            cells = (_text(linked, index, role) for role in ("status", "since", "until"))
            return StatusRead(understood=False), (), " · ".join(filter(None, cells))
        reading = replace(reading, since=day_after(until), until=None)
        if since and reading.since:
            periods = Period("participating", since, until), Period("not_participating", reading.since, None)
            return last_of(periods), periods, written
    note = _text(linked, index, "note")
    noted = read_status(note).status if reading.status and note else None
    if noted and {noted, reading.status} == {"participating", "not_participating"}:
        return StatusRead(understood=False), (), " · ".join(filter(None, (written, note)))
    return reading, (), written


def _stopped_on(linked: LinkedList, index: int) -> str | None:
    """Return since when a school takes part no more, where the status itself says so ("gestopt per 1-8-2026")."""
    read = read_status(linked.table.cell(index, linked.columns["status"])) if "status" in linked.columns else None
    return read.since if read and read.stopped else None


def _names_beginning(linked: LinkedList) -> bool:
    """Whether the column of dates is one of beginnings ("Startdatum"), and not of whatever the status says ("Per")."""
    heading = linked.table.headings[linked.columns["since"]]
    return re.search(r"start|begin|deeln", heading, re.IGNORECASE) is not None


def _doubt_about_school(link: Link, how: ListReading) -> Doubt | None:
    if link.other is not None:
        return "other_kind"
    if link.outcome != "found" or link.match is None:
        return "left" if link.reviewed else ("ambiguous" if link.outcome == "ambiguous" else "not_found")
    if link.match.school is None:
        return "outside"
    if link.reviewed or link.given or link.match.basis in {"code", "institution"}:
        return None
    there = certain_region(link.match, how.register, how.on)
    more_than_a_name = {"place", "street", "postcode", "website"} & set(link.match.evidence)
    return "elsewhere" if there and there != how.region and not more_than_a_name else None


def _here_first(link: Link, how: ListReading) -> Link:
    """Put the candidates that lie in the list's region before the others: it is most often one of them."""
    if link.outcome != "ambiguous":
        return link
    ordered = sorted(link.candidates, key=lambda match: certain_region(match, how.register, how.on) != how.region)
    return replace(link, answer=link.answer._replace(candidates=tuple(ordered)))


def _reading(linked: LinkedList, index: int, how: ListReading) -> StatusRead:
    """Read the status with the dates that stand in columns of their own."""
    columns, table = linked.columns, linked.table
    if "status" in columns:
        reading = read_status(table.cell(index, columns["status"]))
    else:
        reading = StatusRead("participating") if how.all_take_part else StatusRead()
    if reading.status is None:
        return reading
    since, until = (_date(linked, index, role) for role in ("since", "until"))
    since = since or reading.since
    if reading.status == "in_talks" and since and begins_after(since, how.as_of):
        since = None  # when the school would begin, not since when it talks
    return replace(reading, since=since, until=until or reading.until)


def _date(linked: LinkedList, index: int, role: Role) -> str | None:
    if role not in linked.columns:
        return None
    cell = linked.table.cell(index, linked.columns[role])
    if role == "since":
        return read_start(cell)
    heading = plain_heading(linked.table.headings[linked.columns[role]]).split()
    alone = read_date(cell) if "per" in heading else None  # "gestopt per" a day: no more from that day on
    return day_before(alone) if alone else read_end(cell)


def _no_date(linked: LinkedList, index: int, role: Role) -> str | None:
    """Return what a date column holds when it is meant as a date, as its figures say, and is none."""
    text = _text(linked, index, role)
    return text if re.search(r"\d", text) and _date(linked, index, role) is None else None


def _text(linked: LinkedList, index: int, role: Role) -> str:
    return linked.table.text(index, linked.columns[role]) if role in linked.columns else ""


def _joined(claims: list[Claim]) -> Claim | None:
    """Join what several rows say of one school; None when they contradict each other."""
    first = claims[0]
    if any((one.status, one.stopped, one.periods) != (first.status, first.stopped, first.periods) for one in claims):
        return None
    joined = first
    for claim in claims[1:]:
        for key in ("since", "until", "contact_name", "contact_email", "note"):
            mine, other = getattr(joined, key), getattr(claim, key)
            if key in {"since", "until"} and mine and other and mine != other:
                return None
            joined = replace(joined, **{key: mine or other})
        joined = replace(joined, rows=(*joined.rows, *claim.rows))
    return joined


def _conflict(linked: LinkedList, claims: list[Claim]) -> Iterator[Doubtful]:
    for claim in claims:
        index = claim.rows[0] - linked.table.first
        yield Doubtful(claim.rows[0], linked.links[index], "conflict", _text(linked, index, "status"))
