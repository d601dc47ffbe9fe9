"""A heading stands here that a plan does not know.

Why:
    What stands under it is not read, so nobody is told about it. Often it is a typing error, a heading at the wrong
    depth, or a comma in a text between { and }.

Example:
    colour: blue

Mend:
    Use one of the headings that the finding names, or move the text to the answer where it belongs.
"""

from __future__ import annotations

from collections.abc import Iterator

from sto_cli.files.schema import Complaint
from sto_cli.findings import Severity
from sto_cli.messages import N_, Message, message
from sto_cli.plans.case import Case
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.wording import quoted

ID = "unknown-key"
SEVERITY: Severity = "error"
SOURCE = N_("This program: no word of a plan may get lost.")


def check(case: Case) -> Iterator[Flaw]:
    """Report headings that mean nothing in a plan."""
    for complaint in case.complaints("additionalProperties"):
        yield from (_flaw(case, complaint, name) for name in complaint.names)


def _flaw(case: Case, complaint: Complaint, name: str) -> Flaw:
    reading = case.reading
    raw = (*reading.written(complaint.path), name)
    empty = isinstance(complaint.value, dict) and complaint.value[name] is None
    return Flaw(
        (*complaint.path, name),
        message("{word} is not a heading that a plan knows here.", word=quoted(name))
        if name.strip()
        else message("Before the colon there is no heading."),
        _comma(name) if empty and complaint.path else _known(case, complaint),
        place=reading.document.key_place(*raw),
        lighter="more-about-a-point" if complaint.path and isinstance(_value_of(complaint, name), str) else None,
        written=".".join(map(str, raw)),
    )


def _value_of(complaint: Complaint, name: str) -> object:
    return complaint.value.get(name) if isinstance(complaint.value, dict) else None


def _comma(name: str) -> Message:
    """Explain `{item: saws, amount: 12,50}`: the comma ends the part, and what follows counts as a heading."""
    if name.strip().isdigit():
        return message("A comma between {{ and }} starts a new part: write an amount with a point, such as 12.50.")
    return message("A comma between {{ and }} starts a new part: put quotation marks around a text with a comma.")


def _known(case: Case, complaint: Complaint) -> Message:
    words = ", ".join(case.reading.right_word(*complaint.path, name) for name in complaint.allowed)
    return message("Leave it out, or put the text under one of these headings: {words}.", words=words)
