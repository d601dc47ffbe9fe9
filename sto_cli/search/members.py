"""Members of regions that are no school of the register: practical schools, for instance, or those on the islands."""

from __future__ import annotations

from collections.abc import Iterator

from sto_cli.register.register import Register
from sto_cli.search.results import MemberRef


def members_beside(register: Register) -> Iterator[MemberRef]:
    """The members of regions that are no school of the register, region by region."""
    for region in register.regions.values():
        for member in region.members:
            if member.id not in register.schools:
                yield MemberRef(region, member)
