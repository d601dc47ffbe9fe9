"""A date does not exist, cannot be read, or may be several days.

Why:
    Milestones can only be put in order when everyone reads the same day or month. “1-10-2026”, “autumn 2026” and
    “Q1 2027” are understood; “1 October” is asked when the plan runs over two Octobers.

Example:
    milestones:
      - {date: 2026-02-30, milestone: The lab is ready.}

Mend:
    Write a day as 2026-10-01 or a month as 2026-10.
"""

from collections.abc import Iterator, Sequence

from sto_cli.files.yaml.reader import KeyPath
from sto_cli.findings import Severity
from sto_cli.messages import Message, message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.language.calendar_days import PROGRAMME_END, PROGRAMME_START
from sto_cli.plans.language.dates import When
from sto_cli.plans.language.placeholders import is_placeholder
from sto_cli.plans.language.spans import TimeRange
from sto_cli.plans.language.times import meanings
from sto_cli.plans.language.wording import quoted, said_when
from sto_cli.plans.model import Milestone

ID = "invalid-date"
SEVERITY: Severity = "error"
SOURCE = "question-milestones"

A_DAY_OR_A_MONTH = message("Choose a day (2026-10-01) or a month (2026-10), and put the rest in the text beside it.")
"""What to do where no day or month can be read; a text says it otherwise."""


def check(case: Case) -> Iterator[Flaw]:
    """Report dates of milestones and of the period; and a period that ends before it starts."""
    plan = case.plan
    within = (plan.start.first, plan.end.last) if plan.start and plan.end else None
    for milestone in plan.milestones.items:
        if milestone.written is not None and milestone.date is None:
            yield from _date((*milestone.path, "date"), milestone.written, within)
        elif milestone.written is None and (words := _impossible(milestone.text)) is not None:
            yield Flaw(milestone.path, _no_date(words), _hint(words))
    yield from _reached(plan.milestones.items)
    period = case.data.get("period")
    for name, when in (("start", plan.start), ("end", plan.end)):
        written = period.get(name) if isinstance(period, dict) else None
        if isinstance(written, str) and written.strip() and when is None:
            yield from _date(("period", name), written, None)
    if plan.start is not None and plan.end is not None and plan.end.last < plan.start.first:
        yield Flaw(
            ("period", "end"),
            message("The period ends ({end}) before it starts ({start}).", end=plan.end.last, start=plan.start.first),
            message("Check the years, or change the two dates round."),
        )


def _reached(milestones: Sequence[Milestone]) -> Iterator[Flaw]:
    for one in milestones:
        if one.reached is None and one.reached_written and not is_placeholder(one.reached_written):
            yield Flaw(
                (*one.path, "reached"),
                message("It is not clear whether this is reached: {written}.", written=quoted(one.reached_written)),
                message("Write yes or no, or the day on which it was reached (2026-10-01)."),
            )


def _date(path: KeyPath, written: str, within: TimeRange | None) -> Iterator[Flaw]:
    if is_placeholder(written):
        return
    possible = meanings(written, within)
    if len(possible) > 1:
        yield Flaw(path, _several(written, possible), message("Add the year, so that everyone reads the same."))
    else:
        yield Flaw(path, _no_date(written), _hint(written))


MOST_MEANINGS = 3
"""Meanings that a sentence names; with more, only the year is asked."""


def _several(written: str, possible: Sequence[When]) -> Message:
    if len(possible) > MOST_MEANINGS:
        return message("{written} has no year.", written=quoted(written))
    *first, last = map(said_when, possible)
    named = message("{one} or {other}", one=first[0], other=last)
    if len(first) > 1:
        named = message("{one}, {two} or {three}", one=first[0], two=first[1], three=last)
    return message("{written} may be {times}.", written=quoted(written), times=named)


def _no_date(written: str) -> Message:
    if _is_shaped(written):
        return message("{written} does not exist: there is no such day or month.", written=quoted(written))
    return message("{written} is not a day or a month.", written=quoted(written))


def _impossible(text: str) -> str | None:
    """Return the words of a day in a text that does not exist."""
    times = (one for one in annotate(text).times if one.after is None and not one.open_year)
    return next((one.words for one in times if not one.readings()), None)


def _is_shaped(written: str) -> bool:
    """Whether a text is written as a date is: “2026-13”, “31 november 2026”."""
    year, *parts = written.strip().replace("/", "-").replace(".", "-").split("-")
    shaped = len(year) == len("2026") and 1 <= len(parts) <= 2 and all(len(one) <= 2 for one in parts)  # noqa: PLR2004
    return (shaped and all(map(str.isdecimal, (year, *parts)))) or _impossible(written) == written.strip()


def _hint(written: str) -> Message:
    year = written.strip()
    if year.isdecimal() and len(year) == len("2026"):
        if not PROGRAMME_START.year <= int(year) <= PROGRAMME_END.year:
            return message("Check the year, or plan it within the programme.")
        return message("Add the month: {example}.", example=f"{year}-09")
    if _is_shaped(written):
        return message("Check the day and the month.")
    return A_DAY_OR_A_MONTH
