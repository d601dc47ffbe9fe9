"""Nowhere does the plan say for which pupils it is.

Why:
    The region weighs what a plan costs against how many pupils it reaches. “See above” under the heading for the target
    group is no answer when nothing above says it.

Example:
    target group: See the introduction.

Mend:
    Write which years and profiles take part, and how many pupils that are each year.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.language.named_profiles import profiles_in
from sto_cli.plans.reading.groups import years_in

ID = "no-target-group"
SEVERITY: Severity = "tip"
SOURCE = "common-sense"


def check(case: Case) -> Iterator[Flaw]:
    """Report a heading for the target group under which none is named."""
    cells = case.reading.beside.get("target_group", ())
    if cells and not any(_names_pupils(cell.text) for cell in cells):
        yield Flaw(
            (),
            message("The plan does not say for which pupils it is."),
            message("Write which years and profiles take part, and how many pupils that are each year."),
            place=cells[0].place,
        )


def _names_pupils(text: str) -> bool:
    if text.strip().isdigit():
        return True  # their number
    read = annotate(text)
    return bool(years_in(read) or profiles_in(text) or read.quantities) or next(read.terms("units"), None) is not None
