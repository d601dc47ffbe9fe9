"""Something is written otherwise than a plan asks for, and is understood.

Why:
    Nothing needs to be done: this only says how it was read, so that you can see whether that is what you meant.
    Another program, or the next reader, may be less sure.

Example:
    milestones:
      - {date: 1 October 2026, milestone: The lab is ready for the first class.}

Mend:
    “sto validate --fix” writes it as it was read, where nothing of what you wrote gets lost by it.
"""

from __future__ import annotations

from collections.abc import Iterator

from sto_cli.files.yaml_reader import KeyPath
from sto_cli.findings import Severity
from sto_cli.messages import N_, Message, message
from sto_cli.plans.case import Case
from sto_cli.plans.dates import When
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.wording import quoted

ID = "read-as"
SEVERITY: Severity = "tip"
SOURCE = N_("This program: a plan must be readable.")


def check(case: Case) -> Iterator[Flaw]:
    """Say of every value that is understood, though written otherwise, how it was read."""
    for one in case.reading.english.read_as:
        yield _flaw(one.path, one.written, one.meant, one.replacement)
    yield from _dates(case)


def _flaw(path: KeyPath, written: str, meant: object, replacement: str | None) -> Flaw:
    hint = (
        message("Is that right? Then write {text}, or let “sto validate --fix” do it.", text=replacement)
        if replacement is not None
        else message("Is that right? Then nothing needs to be done.")
    )
    return Flaw(
        path,
        message("{written} is read as {meant}.", written=quoted(written), meant=meant),
        hint,
        replacement=replacement,
    )


def _dates(case: Case) -> Iterator[Flaw]:
    plan = case.plan
    for milestone in plan.milestones.items:
        if milestone.written is not None and milestone.date is not None:
            yield from _date(case, (*milestone.path, "date"), milestone.date)
        elif milestone.date is not None and not milestone.date.whole:
            yield _flaw(milestone.path, milestone.date.written, _span(milestone.date), None)
    for name, when in (("start", plan.start), ("end", plan.end)):
        if when is not None and case.has("period", name):
            yield from _date(case, ("period", name), when)


def _date(case: Case, path: KeyPath, when: When) -> Iterator[Flaw]:
    if when.plain or (when.whole and not case.reading.in_yaml):
        return
    yield _flaw(path, when.written, _span(when), when.iso if when.whole and case.reading.in_yaml else None)


def _span(when: When) -> Message | str:
    """Say what a time is read as: a day, a month, or the days from the first to the last."""
    if when.whole or when.first == when.last:
        return when.iso
    return message("{start} up to and including {end}", start=when.first, end=when.last)
