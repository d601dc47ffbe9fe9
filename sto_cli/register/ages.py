"""How old the facts are on which it rests who takes part, region by region."""

from __future__ import annotations

from datetime import MINYEAR, date
from typing import NamedTuple

from sto_cli.register.dates import last_day
from sto_cli.register.model import Participation, Region
from sto_cli.register.register import Register

OLD_SCHOOL_YEARS = 2
"""A fact of the school year before last may still hold; an older one is asked again."""

SCHOOL_YEAR_BEGINS = 8
"""The month: a school year runs from August."""


class RegionAge(NamedTuple):
    """The facts of one region: how many, how many name the very location, have a date, are old; the dates' range."""

    region: Region
    facts: int
    exact: int
    dated: int
    old: int
    oldest: str | None
    newest: str | None


def oldest_that_holds(today: date) -> date:
    """Return the first day of which a fact is no older than two school years: 1 August 2024 on 24 November 2026."""
    begun = today.year if today.month >= SCHOOL_YEAR_BEGINS else today.year - 1
    return date(max(begun - OLD_SCHOOL_YEARS, MINYEAR), SCHOOL_YEAR_BEGINS, 1)


def is_old(entry: Participation, today: date) -> bool:
    """Whether what a source said of a participation is older than two school years."""
    said = last_day(entry.as_of or "")
    return said is not None and said < oldest_that_holds(today)


def ages_of(register: Register, today: date) -> list[RegionAge]:
    """Return the ages of the facts of each region, the one with the most old and undated facts first."""
    by_region: dict[str, list[Participation]] = {}
    for entry in register.participations:
        by_region.setdefault(entry.region, []).append(entry)
    found = [_age(register.regions[id_], entries, today) for id_, entries in by_region.items()]
    return sorted(found, key=lambda age: (age.dated - age.old - age.facts, age.region.name))


def _age(region: Region, entries: list[Participation], today: date) -> RegionAge:
    dates = sorted(entry.as_of for entry in entries if entry.as_of)
    return RegionAge(
        region,
        len(entries),
        sum(entry.exact for entry in entries),
        len(dates),
        sum(is_old(entry, today) for entry in entries),
        dates[0] if dates else None,
        dates[-1] if dates else None,
    )
