"""A heading stands twice in the same place, so that one of the two texts would get lost.

Why:
    Only one of two equal headings can count. The same heading in both languages (goals and doelen) is a double too.
    The other rules look at the first.

Example:
    title: Technology lab
    title: Technology for everyone

Mend:
    Put both texts under one heading, or give the second its own.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw

ID = "duplicate-key"
SEVERITY: Severity = "error"
SOURCE = "nothing-lost"


def check(case: Case) -> Iterator[Flaw]:
    """Report headings that stand twice, in one language or in two."""
    yield from case.found(ID)
    reading = case.reading
    for double in reading.english.doubles:
        raw = (*reading.written(double.group), double.word)
        yield Flaw(
            (*double.group, double.name),
            message("“{word}” says the same as “{first}”, which is here too.", word=double.word, first=double.first),
            message("Put both texts under one of the two headings."),
            place=reading.document.key_place(*raw),
            written=".".join(map(str, raw)),
            lighter="both-languages" if double.in_both_languages else None,
        )  # fmt: skip
