"""All that the register knows of one region or one school on a day, brought together for those who ask."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sto_cli.register.belonging import Belonging, belonging
from sto_cli.register.model import Part, Participation, Region, School
from sto_cli.register.register import Register


class RegionFacts(NamedTuple):
    """A region with the participations that hold on a day, each with its school, by place.

    `gathered` are the files that hold regions and say of when they are.
    """

    region: Region
    members: tuple[tuple[Participation, School], ...]
    gathered: tuple[Part, ...]

    @property
    def known_participating(self) -> int:
        """How many schools are known to take part."""
        return sum(entry.status == "participating" for entry, _ in self.members)


class SchoolFacts(NamedTuple):
    """A school with its region, whether it takes part, and the date of the file that it stands in ("" if not said).

    `neighbours` are the schools with another code at the same address: they share the building. `ended` is the
    participation to come, or the last that is over, where none holds.
    """

    school: School
    belonging: Belonging
    participation: Participation | None
    as_of: str
    neighbours: tuple[School, ...] = ()
    ended: Participation | None = None


def facts_of_regions(register: Register, regions: Sequence[Region], on: date) -> list[RegionFacts]:
    """Bring together what is known of some regions."""
    return [facts_of_region(register, region, on) for region in regions]


def facts_of_region(register: Register, region: Region, on: date) -> RegionFacts:
    """Bring together what is known of a region."""
    found = [
        (entry, register.schools[entry.school])
        for entry in register.participations
        if entry.region == region.id and entry in register.entries_of(entry.school, on)
    ]
    gathered = tuple(part for part in register.parts if part.kind == "regions" and part.as_of)
    return RegionFacts(region, tuple(sorted(found, key=lambda each: (each[1].town, each[1].id))), gathered)


def facts_of_school(register: Register, school: School, on: date) -> SchoolFacts:
    """Bring together what is known of a school."""
    as_of = next((part.as_of for part in register.parts if part.path == school.place.path and part.as_of), "")
    entry = register.participation_of(school.id, on)
    ended = None if entry else register.participation_at_another_time(school.id, on)
    return SchoolFacts(school, belonging(register, school, on), entry, as_of, _neighbours(register, school), ended)


def _neighbours(register: Register, school: School) -> tuple[School, ...]:
    address = school.address
    if not (address.street and address.postcode):
        return ()
    return tuple(other for other in register.schools.values() if other.address == address and other.id != school.id)
