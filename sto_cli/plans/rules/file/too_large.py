"""The file is far larger, or nested far deeper, than a plan can be.

Why:
    A plan of twenty pages is 50 kB. What is larger than 1 MB, holds thousands of values or is nested forty deep is
    most likely another file, and reading it would take long.

Example:
    vision: (a text of more than 1 MB)

Mend:
    Keep the plan itself as text, without pictures or tables from elsewhere, and send appendices apart.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.plans.case import Case, Flaw

ID = "too-large"
SEVERITY: Severity = "error"
SOURCE = "readable"


def check(case: Case) -> Iterator[Flaw]:
    """Report what reading stopped at."""
    return case.found(ID)
