"""The file is something else than a plan: a PDF, a picture, a list, an empty file.

Why:
    A plan is a Word document or a plain text with the six questions as headings. Nothing can be said about anything
    else.

Example:
    This is our idea for a technology lab.

Mend:
    Save it as a Word document (.docx) or ask for that. Or start a plan with “sto plan new”, and copy the texts into it.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.plans.case import Case, Flaw

ID = "not-a-plan"
SEVERITY: Severity = "error"
SOURCE = "readable"


def check(case: Case) -> Iterator[Flaw]:
    """Report what the file is instead."""
    return case.found(ID)
