"""What there is to choose from when it is not clear which school is meant, with what tells the schools apart."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import NamedTuple

from sto_cli.register.belonging import certain_belonging
from sto_cli.register.lookup import regions_named
from sto_cli.register.model import Address, Region
from sto_cli.register.register import Register
from sto_cli.search.results import Match, Municipality, SearchResult

MOST_REGIONS = 3
"""Regions that a sentence points to."""


class Candidate(NamedTuple):
    """A school that may be meant, its region as far as that is certain, its distance from a municipality asked for."""

    match: Match
    region: Region | None
    distance_km: float | None = None


class Undecided(NamedTuple):
    """An answer with its candidates; `regions` are those whose name was asked for as if it were a school."""

    answer: SearchResult
    candidates: tuple[Candidate, ...] = ()
    regions: tuple[Region, ...] = ()

    @property
    def shared_addresses(self) -> set[Address]:
        """The addresses that several candidates have: one building with several codes."""
        known = Counter(one.match.school.address for one in self.candidates if one.match.school)
        return {address for address, count in known.items() if count > 1 and address.street}


def undecided(register: Register, answer: SearchResult, today: date) -> Undecided:
    """Gather what tells the candidates of an answer apart."""
    candidates = tuple(
        Candidate(match, region_of(register, match, today), _distance(match, answer.municipality))
        for match in answer.candidates
    )
    meant = () if answer.best else tuple(regions_named(register, answer.query)[:MOST_REGIONS])
    return Undecided(answer, candidates, meant)


def region_of(register: Register, match: Match, today: date) -> Region | None:
    """Return the region of a match as far as it is certain."""
    if match.member is not None:
        return match.member.region
    return certain_belonging(register, match.school, today).region if match.school else None


def _distance(match: Match, asked: Municipality | None) -> float | None:
    if asked is None or match.school is None or match.school.coordinates is None:
        return None
    from sto_cli.register.nearest import distance_km  # noqa: PLC0415 - only where a municipality is asked for

    return distance_km(asked.middle, match.school.coordinates)
