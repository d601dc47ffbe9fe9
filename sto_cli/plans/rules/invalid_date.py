"""A date does not exist, cannot be read, or is not written as 2026-10-01 or 2026-10.

Why:
    With one way of writing dates, everyone reads the same day, and milestones can be put in order. “1-10-2026” is
    understood (day, month, year) and can be mended for you; “autumn 2026” is not a date.

Example:
    milestones:
      - {date: 2026-02-30, milestone: The lab is ready.}

Mend:
    Write a day as 2026-10-01 or a month as 2026-10. “sto validate --fix” rewrites dates that it understands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sto_cli.files.yaml_reader import KeyPath
from sto_cli.findings import Severity
from sto_cli.messages import N_, Message, message
from sto_cli.plans.case import Case
from sto_cli.plans.dates import When, read_when
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.placeholders import is_placeholder
from sto_cli.plans.wording import quoted

ID = "invalid-date"
SEVERITY: Severity = "error"
SOURCE = N_("Question 4 of the flyer: when are milestones reached?")

_SHAPED = re.compile(r"\s*\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?\s*")
_YEAR = re.compile(r"\s*\d{4}\s*")


def check(case: Case) -> Iterator[Flaw]:
    """Report dates of milestones and of the period; and a period that ends before it starts."""
    plan = case.plan
    for milestone in plan.milestones.items:
        if milestone.written is not None:
            yield from _date((*milestone.path, "date"), milestone.written, milestone.date)
    period = case.data.get("period")
    for name in ("start", "end"):
        written = period.get(name) if isinstance(period, dict) else None
        if isinstance(written, str) and written.strip():
            yield from _date(("period", name), written, read_when(written))
    if plan.start is not None and plan.end is not None and plan.end.last < plan.start.first:
        yield Flaw(
            ("period", "end"),
            message("The period ends ({end}) before it starts ({start}).", end=plan.end.last, start=plan.start.first),
            message("Check the years, or change the two dates round."),
        )


def _date(path: KeyPath, written: str, when: When | None) -> Iterator[Flaw]:
    if when is None:
        if not is_placeholder(written):
            yield Flaw(path, _no_date(written), _hint(written))
    elif not when.plain:
        yield Flaw(
            path,
            message("{written} is a date, but not written as {iso}.", written=quoted(written), iso=when.iso),
            message("Write {iso}.", iso=when.iso),
            replacement=when.iso,
        )


def _no_date(written: str) -> Message:
    if _SHAPED.fullmatch(written):
        return message("{written} does not exist: there is no such day or month.", written=quoted(written))
    return message("{written} is not a day or a month.", written=quoted(written))


def _hint(written: str) -> Message:
    if _YEAR.fullmatch(written):
        return message("Add the month: {example}.", example=f"{written.strip()}-09")
    return message("Choose a day (2026-10-01) or a month (2026-10), and put the rest in the text beside it.")
