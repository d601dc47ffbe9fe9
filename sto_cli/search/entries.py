"""What is searched: the texts of schools, and the members of regions that are no school of the register."""

from __future__ import annotations

from collections.abc import Iterator

from sto_cli.register.model import School
from sto_cli.register.register import Register
from sto_cli.search.results import MemberRef


def members_beside(register: Register) -> Iterator[MemberRef]:
    """The members of regions that are no school of the register, region by region."""
    for region in register.regions.values():
        for member in region.members:
            if member.id not in register.schools:
                yield MemberRef(region, member)


def texts_of(school: School) -> tuple[str, ...]:
    """The texts that name a school: its name, aliases, former names, names in use; its site last, or nothing."""
    return (
        school.name,
        *school.aliases,
        *(former.name for former in school.former_names),
        *(used.name for used in school.names_in_use),
        school.website or "",
    )
