"""What stands behind a # on a line is not read, and here it looks like text.

Why:
    A space and a # start a remark, which only people see. In “Room #3” the 3 is lost without a word.

Example:
    title: Technology lab in room #3

Mend:
    Put quotation marks around the whole text (title: "Technology lab in room #3"), or write “no. 3”. When it is
    meant as a remark, put a space behind the #.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.plans.case import Case, Flaw

ID = "comment-in-text"
SEVERITY: Severity = "warning"
SOURCE = "nothing-lost"


def check(case: Case) -> Iterator[Flaw]:
    """Report the remarks that look like text."""
    return case.found(ID)
