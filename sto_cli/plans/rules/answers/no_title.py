"""The plan has no title.

Why:
    In a list of plans, and in the talk, a plan is called by its title.

Example:
    school: 00AH17
    vision: ...

Mend:
    Add “title:” with a name that tells what it is about.
"""

from collections.abc import Iterator

from sto_cli.findings import Place, Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw

ID = "no-title"
SEVERITY: Severity = "tip"
SOURCE = "readable"


def check(case: Case) -> Iterator[Flaw]:
    """Report a plan without a title, or with an empty one."""
    if case.plan.title is None and not isinstance(case.data.get("title"), dict | list):
        yield Flaw(
            ("title",),
            message("The plan has no title."),
            message("Add “{word}:” with a name that tells what it is about.", word=case.word("title")),
            place=None if case.has("title") else Place(case.reading.path),
        )
