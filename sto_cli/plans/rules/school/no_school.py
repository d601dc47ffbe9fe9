"""The plan does not say which school it is from.

Why:
    The region must know whom to answer. With the code of the school, this program also checks the region and the
    profiles.

Example:
    title: Technology lab in the lower years

Mend:
    Add “school:” with the code that “sto find-region” shows for your school, such as 00AH17.
"""

from collections.abc import Iterator

from sto_cli.findings import Place, Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw

ID = "no-school"
SEVERITY: Severity = "tip"
SOURCE = "find-your-region"


def check(case: Case) -> Iterator[Flaw]:
    """Report a plan without a school, or with an empty one."""
    if case.plan.school is None and not isinstance(case.data.get("school"), dict | list):
        yield Flaw(
            ("school",),
            message("The plan does not say which school it is from.")
            if case.reading.in_yaml
            else message("No school was recognised in this text."),
            message("Add “{word}:” with the name and the place of the school, or its code.",
                    word=case.word("school")),
            place=None if case.has("school") else Place(case.reading.path),
        )  # fmt: skip
