"""The school lies in another region than the plan names, or the vision is that of another region.

Why:
    A plan goes to the region of the school. The register knows the region by a public page that names the school, or
    by the municipalities of the regions. A vision of another region is mostly left from a plan that was copied.

Example:
    school: 00AH17
    region: zuid-limburg

Mend:
    Check both with “sto find-region”. When the register is wrong, put it right in a file of your own (--data).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sto_cli.findings import Severity
from sto_cli.messages import message, one_of
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.reading.regions import find_region, regions_of_the_vision
from sto_cli.register.belonging import belonging

if TYPE_CHECKING:
    from sto_cli.register.model import Region, School
    from sto_cli.register.register import Register

ID = "region-mismatch"
SEVERITY: Severity = "warning"
SOURCE = "find-your-region"


def check(case: Case) -> Iterator[Flaw]:
    """Report a region that is not one of the school's; a tip where the school's region is only a suggestion."""
    schools = case.possible_schools
    if (case.plan.region is None and not schools) or case.register is None:
        return
    named = find_region(case.register, case.plan.region) if case.plan.region else None
    places = [belonging(case.register, one, case.today) for one in schools]
    regions = list({option.region.id: option.region for one in places for option in one.options}.values())
    certain = all(one.certain for one in places)
    if schools and named is not None and all(one.options for one in places) and named not in regions:
        yield _elsewhere(schools[0], regions, named, certain=certain)
    own = {one.id: one for one in (*([named] if named else []), *(regions if certain else []))}
    yield from _in_the_vision(case, case.register, list(own.values()))


def _elsewhere(school: School, regions: Sequence[Region], named: Region, *, certain: bool) -> Flaw:
    hint = message("Check it with: sto find-region {code}.", code=school.id)
    nearest = one_of([region.name for region in regions])
    if not certain:
        return Flaw(
            ("region",),
            message("{school} lies nearest to {region}, as far as is known; the plan names {named}.",
                    school=school.name, region=nearest, named=named.name),
            hint,
            lighter="nearest-region",
        )  # fmt: skip
    return Flaw(
        ("region",),
        message("{school} belongs to {region}, not to {named}.", school=school.name, region=nearest, named=named.name),
        hint,
    )


def _in_the_vision(case: Case, register: Register, own: Sequence[Region]) -> Iterator[Flaw]:
    """Report that the vision is one of another region than the plan's and the school's; once."""
    told = [
        (item, region) for item in case.meant(case.plan.vision) for region in regions_of_the_vision(register, item.text)
    ]
    if own and told and all(region not in own for _, region in told):
        item, other = told[0]
        yield Flaw(
            item.path,
            message("This is about the vision of {other}, but the plan is for {region}.",
                    other=other.name, region=one_of([region.name for region in own])),
            message("Say how the plan fits the vision of your own region; perhaps this was copied from another plan."),
        )  # fmt: skip
