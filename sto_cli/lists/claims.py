"""What the rows of a coordinator's own list say of schools: who takes part, since when, whom to write to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from sto_cli.lists.columns import Role
from sto_cli.lists.matching import certain_region, decide
from sto_cli.lists.results import Link, LinkedList, choice
from sto_cli.lists.statuses import Reading, read_date, read_status
from sto_cli.register.model import Status
from sto_cli.register.register import Register

Doubt = Literal[
    "ambiguous", "not_found", "elsewhere", "outside", "status_unknown", "status_unclear", "conflict", "left"
]
"""Why a row is not taken over.

`elsewhere`: the school that its name means lies in another region, and nothing but the name speaks for it; `outside`:
a member that is no vmbo school of the register; `status_unknown`: it says that it is not known (or nothing);
`status_unclear`: it says something that is not understood; `conflict`: several rows say different things of one school;
`left`: a person said that it is none of the candidates.
"""

MAIL = re.compile(r"[^@\s]+@[^@\s]+")


@dataclass(frozen=True, slots=True)
class Claim:
    """What the list says of one school; `rows` are the numbers of the rows that say it.

    `likely` marks a school that was chosen among several of its name since it is the only one in the region.
    """

    school: str
    status: Status
    rows: tuple[int, ...]
    since: str | None = None
    until: str | None = None
    stopped: bool = False
    likely: bool = False
    contact_name: str | None = None
    contact_email: str | None = None
    note: str | None = None


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


def read_claims(
    linked: LinkedList, register: Register, region: str, on: date, *, all_take_part: bool = False
) -> Claims:
    """Read who takes part. With `all_take_part` a list without a status column says it of every school on it."""
    by_school: dict[str, list[Claim]] = {}
    doubtful: list[Doubtful] = []
    for index, link in enumerate(linked.links):
        if link.outcome == "empty":
            continue
        told = _row(linked, index, _in_region(link, register, region, on), register, region, on, all_take_part)
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


def _row(
    linked: LinkedList, index: int, link: Link, register: Register, region: str, on: date, all_take_part: bool
) -> Claim | Doubtful:
    row = linked.number(index)
    doubt = _doubt_about_school(link, register, region, on)
    if doubt or link.match is None or link.match.school is None:
        return Doubtful(row, link, doubt or "not_found", _text(linked, index, "status"))
    if wrong := [text for text in (_no_date(linked, index, role) for role in ("since", "until")) if text]:
        return Doubtful(row, link, "status_unclear", " · ".join(filter(None, (_text(linked, index, "status"), *wrong))))
    reading = _reading(linked, index, all_take_part)
    if reading.status is None:
        unclear: Doubt = "status_unknown" if reading.understood else "status_unclear"
        return Doubtful(row, link, unclear, _text(linked, index, "status"))
    mail = MAIL.search(_text(linked, index, "contact_email"))
    return Claim(
        school=link.match.school.id,
        status=reading.status,
        rows=(row,),
        since=reading.since,
        until=reading.until,
        stopped=reading.stopped,
        likely=not link.reviewed and link.answer.reason == "area",
        contact_name=_text(linked, index, "contact_name") or None,
        contact_email=mail[0].strip("<>,;") if mail else None,
        note=_text(linked, index, "note") or None,
    )


def _doubt_about_school(link: Link, register: Register, region: str, on: date) -> Doubt | None:
    if link.outcome != "found" or link.match is None:
        return "left" if link.reviewed else ("ambiguous" if link.outcome == "ambiguous" else "not_found")
    if link.match.school is None:
        return "outside"
    if link.reviewed or link.match.basis in {"code", "institution"}:
        return None
    there = certain_region(link.match, register, on)
    more_than_a_name = {"place", "street", "postcode", "website"} & set(link.match.evidence)
    return "elsewhere" if there and there != region and not more_than_a_name else None


def _in_region(link: Link, register: Register, region: str, on: date) -> Link:
    """Decide between schools of one name when exactly one lies in the list's region, and all others surely elsewhere.

    Such a link keeps the reason `area`, by which it is known to be likely only.
    """
    if link.outcome != "ambiguous":
        return link
    regions = [(match, certain_region(match, register, on)) for match in link.answer.possible]
    here = [match for match, where in regions if where == region]
    if len(here) != 1 or not all(where for _, where in regions):
        return link
    decided = decide(link, choice(here[0]), register, on)
    return replace(decided, answer=replace(decided.answer, reason="area"), reviewed=False)


def _reading(linked: LinkedList, index: int, all_take_part: bool) -> Reading:
    """Read the status with the dates that stand in columns of their own."""
    columns, table = linked.columns, linked.table
    if "status" in columns:
        reading = read_status(table.cell(index, columns["status"]))
    else:
        reading = Reading("participating") if all_take_part else Reading()
    since, until = (_date(linked, index, role) for role in ("since", "until"))
    if reading.status is None:
        return reading
    return replace(reading, since=since or reading.since, until=until or reading.until)


def _date(linked: LinkedList, index: int, role: Role) -> str | None:
    return read_date(linked.table.cell(index, linked.columns[role])) if role in linked.columns else None


def _no_date(linked: LinkedList, index: int, role: Role) -> str | None:
    """Return what a date column holds when it is meant as a date, as its figures say, and is none."""
    text = _text(linked, index, role)
    return text if re.search(r"\d", text) and _date(linked, index, role) is None else None


def _text(linked: LinkedList, index: int, role: Role) -> str:
    return linked.table.text(index, linked.columns[role]) if role in linked.columns else ""


def _joined(claims: list[Claim]) -> Claim | None:
    """Join what several rows say of one school; None when they contradict each other."""
    first = claims[0]
    if any((claim.status, claim.stopped) != (first.status, first.stopped) for claim in claims):
        return None
    joined = first
    for claim in claims[1:]:
        for key in ("since", "until", "contact_name", "contact_email", "note"):
            mine, other = getattr(joined, key), getattr(claim, key)
            if key in {"since", "until"} and mine and other and mine != other:
                return None
            joined = replace(joined, **{key: mine or other})
        joined = replace(joined, rows=(*joined.rows, *claim.rows), likely=joined.likely and claim.likely)
    return joined


def _conflict(linked: LinkedList, claims: list[Claim]) -> Iterator[Doubtful]:
    for claim in claims:
        index = claim.rows[0] - linked.table.first
        yield Doubtful(claim.rows[0], linked.links[index], "conflict", _text(linked, index, "status"))
