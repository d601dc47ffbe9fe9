"""The region is not in the register.

Why:
    By its name the region is found to which the plan goes.

Example:
    region: twent

Mend:
    Use the name that “sto find-region” shows for your school.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import Message, message, one_of
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.placeholders import is_placeholder
from sto_cli.plans.language.wording import quoted
from sto_cli.plans.reading.regions import find_region, near_regions

ID = "unknown-region"
SEVERITY: Severity = "error"
SOURCE = "find-your-region"


def check(case: Case) -> Iterator[Flaw]:
    """Report a region that is none by its id, its name or another name."""
    written = case.plan.region
    if written is None or is_placeholder(written) or case.register is None or "region" in case.reading.told:
        return
    if find_region(case.register, written) is None:
        yield Flaw(
            ("region",),
            message("There is no STO region {name} in the register.", name=quoted(written)),
            _hint(case, written),
        )


def _hint(case: Case, written: str) -> Message:
    assert case.register is not None  # noqa: S101 - see `check`
    near = near_regions(case.register, written)
    if near:
        return message("Did you mean {regions}?", regions=one_of([region.name for region in near]))
    if case.school is not None:
        return message("Find the region of your school: sto find-region {code}.", code=case.school.id)
    return message("Find the region of your school: sto find-region NAME.")
