"""A milestone stands below one with a later date, or the end is measured before the start.

Why:
    In the order of time a list reads as a planning, and a wrong year stands out.

Example:
    milestones:
      - {date: 2027-06-01, milestone: The first pupils have finished the elective.}
      - {date: 2026-10-01, milestone: The lab is ready.}

Mend:
    Put the milestones in the order of their dates, or check the year.
"""

from collections import Counter
from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.language.dates import outside_programme
from sto_cli.plans.language.wording import said_when

ID = "milestones-out-of-order"
SEVERITY: Severity = "warning"
SOURCE = "common-sense"


def check(case: Case) -> Iterator[Flaw]:
    """Report every milestone that is over before the latest one above it begins."""
    yield from _measured_before_the_start(case)
    if case.plan.milestones.style == "text":
        return  # in prose the end may be told first
    latest = None
    told = Counter(one.path for one in case.plan.milestones.items)
    for milestone in case.plan.milestones.items if case.plan.milestones.sound else ():
        when = milestone.date
        if when is None or outside_programme(when) or told[milestone.path] > 1:
            continue  # a wrong year is reported as that; and in prose the end may be told first
        if latest is not None and when.last < latest.first:
            yield Flaw(
                milestone.date_path,
                message(
                    "This milestone ({date}) comes before one above it ({latest}).",
                    date=said_when(when),
                    latest=said_when(latest),
                ),
                message("Put the milestones in the order of their dates, or check the year."),
            )
        else:
            latest = when


NEAR = 30
"""Characters between lessons and the word that says that they begin."""


def _starts(text: str) -> bool:
    """Whether lessons begin: “start van de lessen”, “module 1 begint”."""
    read = annotate(text)
    taught = [one for one in read.terms("taught") if one.value == "taught"]
    return any(
        max(one.start, begin.start) - min(one.end, begin.end) <= NEAR
        for one in taught for begin in read.terms("begins")
    )  # fmt: skip


def _measured_before_the_start(case: Case) -> Iterator[Flaw]:
    """Report a measurement of the end that is over before the first lessons begin."""
    dated = [(one, one.date) for one in case.meant(case.plan.milestones) if one.date is not None]
    start = next(((at, when) for at, (one, when) in enumerate(dated) if _starts(one.text)), None)
    above = dated[: start[0]] if start else []
    if start is None or any(annotate(one.text).has("taught") for one, _ in above):
        return
    for milestone, when in above:
        if when.last < start[1].first and annotate(milestone.text).has("end_measured"):
            yield Flaw(
                milestone.date_path,
                message(
                    "The end is measured here ({date}) before the start ({start}).",
                    date=said_when(when), start=said_when(start[1]),
                ),
                message("Put the milestones in the order of their dates, or check the year."),
            )  # fmt: skip
