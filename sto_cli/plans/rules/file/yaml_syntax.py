"""A line cannot be read, or says something else than it seems to say.

Why:
    A program reads a plan before a person does. An open quotation mark or bracket, or text behind a closing one,
    throws off all that follows. After such an accident the program reads on where that is safe, so that you see the
    other findings as well. A tab, a bullet or a colon inside a text leaves no doubt, and is only mentioned.

Example:
    title: "Technology" for everyone

Mend:
    Put quotation marks around the whole text or around nothing, and close every bracket; or write a long text on the
    lines below its heading, with > behind the heading.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.plans.case import Case, Flaw

ID = "yaml-syntax"
SEVERITY: Severity = "error"
SOURCE = "readable"


def check(case: Case) -> Iterator[Flaw]:
    """Report what reading stumbled over."""
    return case.found(ID)
