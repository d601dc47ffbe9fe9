"""The school lies in another region than the plan names.

Why:
    A plan goes to the region of the school. The register knows the region by a public page that names the school, or
    by the municipalities of the regions.

Example:
    school: 00AH17
    region: zuid-limburg

Mend:
    Check both with “sto find-region”. When the register is wrong, put it right in a file of your own (--data).
"""

from __future__ import annotations

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import N_, message, one_of
from sto_cli.plans.case import Case
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.regions import find_region
from sto_cli.register.belonging import belonging

ID = "region-mismatch"
SEVERITY: Severity = "warning"
SOURCE = N_("Step 1 of the flyer: see in which region your school lies.")


def check(case: Case) -> Iterator[Flaw]:
    """Report a region that is not one of the school's; a tip where the school's region is only a suggestion."""
    plan, schools = case.plan, case.possible_schools
    if plan.region is None or not schools or case.register is None:
        return
    named, school = find_region(case.register, plan.region), schools[0]
    places = [belonging(case.register, one, case.today) for one in schools]
    place = next((one for one in places if not one.certain), places[0])
    regions = list({option.region.id: option.region for one in places for option in one.options}.values())
    if named is None or any(not one.options for one in places) or named in regions:
        return
    if not place.certain:
        yield Flaw(
            ("region",),
            message("{school} lies nearest to {region}, as far as is known; the plan names {named}.",
                    school=school.name, region=one_of([region.name for region in regions]), named=named.name),
            message("Check it with: sto find-region {code}.", code=school.id),
            lighter="nearest-region",
        )  # fmt: skip
    else:
        yield Flaw(
            ("region",),
            message(
                "{school} belongs to {region}, not to {named}.",
                school=school.name, region=one_of([region.name for region in regions]), named=named.name,
            ),
            message("Check it with: sto find-region {code}.", code=school.id),
        )  # fmt: skip
