"""A line cannot be read, or says something else than it seems to say.

Why:
    A program reads a plan before a person does. A tab, a colon inside a text, an open quotation mark or a line that
    starts too far in throws off all that follows. After such an accident the program reads on where that is safe,
    so that you see the other findings as well.

Example:
    title: Technology: for everyone

Mend:
    Put quotation marks around the whole text (title: "Technology: for everyone"), or write a long text on the lines
    below its heading, with > behind the heading. Use spaces at the start of a line, never tabs.
"""

from __future__ import annotations

from collections.abc import Iterator

from sto_cli.findings import Place, Severity
from sto_cli.messages import N_, message
from sto_cli.plans.case import Case
from sto_cli.plans.flaw import Flaw

ID = "yaml-syntax"
SEVERITY: Severity = "error"
SOURCE = N_("This program: a plan must be readable.")


def check(case: Case) -> Iterator[Flaw]:
    """Report what reading stumbled over, and points of a list that a colon turned into a heading."""
    yield from case.found(ID)
    for path, word in case.reading.english.colons:
        key = case.reading.document.key_place(*case.reading.written(path), word)
        colon = key.end_column or key.column + len(word)
        yield Flaw(
            path,
            message("There is a colon inside this text, as if a new heading starts."),
            message("Put quotation marks around the whole text, or write a comma instead of the colon."),
            place=Place(key.path, key.line, colon, colon + 1),
        )
