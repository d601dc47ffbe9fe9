"""Where the register comes from, how old it is on a day, and how it is brought up to date."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sto_cli.register.ages import RegionAge, ages_of, is_stale, months_old
from sto_cli.register.model import Part
from sto_cli.register.register import Register
from sto_cli.register.sources import SOURCES, Source


class FileAge(NamedTuple):
    """A file of the register: how many months old, None where that is not known, and whether it is time to look."""

    part: Part
    months: int | None
    stale: bool


class Origins(NamedTuple):
    """The files of the register, the sources that bring them up to date, and how old the facts of each region are."""

    as_of: date
    files: tuple[FileAge, ...]
    regions: tuple[RegionAge, ...]
    origins: tuple[Source, ...] = SOURCES

    @property
    def sources(self) -> tuple[Part, ...]:
        """The files without their age."""
        return tuple(one.part for one in self.files)


def origins(register: Register, today: date) -> Origins:
    """Tell where a register comes from."""
    files = tuple(FileAge(part, months_old(part.as_of, today), is_stale(part, today)) for part in register.parts)
    return Origins(today, files, tuple(ages_of(register, today)))
