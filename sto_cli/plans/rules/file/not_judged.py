"""A plan is not checked, or not in full: something went wrong in sto.

Why:
    That should never happen. When it does, it must not pass in silence, nor keep the other plans from being judged.

Example:
    goals: a text over which the program trips

Mend:
    It is a fault of sto, not of the plan. Send the plan to the makers of sto; until then, judge it yourself.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.plans.case import Case, Flaw

ID = "not-judged"
SEVERITY: Severity = "error"
SOURCE = "readable"


def check(case: Case) -> Iterator[Flaw]:
    """Report nothing: only the judge sees that a rule failed."""
    return case.found(ID)
