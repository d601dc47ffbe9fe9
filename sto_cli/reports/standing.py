"""How each school stands on a day: whether it takes part, by which entry, and in which regions it counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sto_cli.register.belonging import Basis, certain_belonging
from sto_cli.register.model import Participation, Region, School
from sto_cli.register.register import Register
from sto_cli.reports.count import Standing
from sto_cli.reports.selection import Selection


@dataclass(frozen=True, slots=True)
class Position:
    """One school on one day.

    `entry` is what says so, None when it is not known. `regions` are those in whose figures the school counts:
    none when nothing certain is known, several when regions share its municipality. `basis` says why.
    """

    school: School
    standing: Standing
    entry: Participation | None
    regions: tuple[Region, ...]
    basis: Basis


def position_of(register: Register, school: School, on: date) -> Position:
    """Say how a school stands on a day.

    A school that takes part in one region and, by another entry, not in a second one counts only in the first:
    there is nobody to win for the second.
    """
    entries = register.entries_of(school.id, on)
    if not entries:
        belonging = certain_belonging(register, school, on)
        regions = tuple(option.region for option in belonging.options)
        return Position(school, "unknown", None, regions, belonging.basis)
    first = entries[0]
    regions = tuple(register.regions[entry.region] for entry in entries if entry.status == first.status)
    standing: Standing = "unknown" if first.status == "in_talks" else first.status
    return Position(school, standing, first, regions, "recorded")


def positions(register: Register, on: date, selection: Selection, *, theoretical: bool = False) -> Iterator[Position]:
    """Say it of every school of a selection that counts: with vocational vmbo, and theoretical ones if asked for."""
    for school in register.schools.values():
        if school.vocational or (theoretical and school.kind == "theoretical"):
            position = position_of(register, school, on)
            if selection.holds(school, position.regions):
                yield position
