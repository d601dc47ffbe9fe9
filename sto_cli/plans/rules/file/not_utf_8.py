"""The file is saved in an old encoding, so that letters such as ë and € may come out wrong.

Why:
    Files travel between computers. UTF-8 is read the same everywhere; Windows-1252 and UTF-16 are not. This program
    guesses what was meant and goes on, but the next reader may see “OriÃ«ntatie”.

Example:
    title: Ori�ntatie op techniek

Mend:
    Save the file again as UTF-8: in Notepad with Save as, and UTF-8 under Encoding.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.plans.case import Case, Flaw

ID = "not-utf-8"
SEVERITY: Severity = "error"
SOURCE = "readable"


def check(case: Case) -> Iterator[Flaw]:
    """Report the encoding that reading found."""
    return case.found(ID)
