"""Two places of a plan say two numbers of the same pupils.

Why:
    Who reads 51 pupils of year 4 here and 75 there does not know for how many the plan is, and what it costs for each.

Example:
    goals: In 2028 all 51 pupils of year 4 can set the oven.
    activities: All 75 pupils of year 4 follow the lessons.

Mend:
    Write the same number in both places, or say how the groups differ.
"""

from __future__ import annotations

from collections.abc import Iterator

from sto_cli.files.yaml.reader import KeyPath
from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case
from sto_cli.plans.flaw import Flaw
from sto_cli.plans.model import Goal
from sto_cli.plans.reading.groups import CountedGroup, groups_in

ID = "numbers-disagree"
SEVERITY: Severity = "warning"
SOURCE = "common-sense"


def check(case: Case) -> Iterator[Flaw]:
    """Report the first number of pupils that differs from one before it of the same whole group."""
    seen: list[CountedGroup] = []
    for path, group in _groups(case):
        other = next((one for one in seen if _is_same(one, group)), None)
        if other is not None and other.number != group.number:
            yield Flaw(
                path,
                message(
                    "Here it is {number} pupils, elsewhere {other} of the same group.",
                    number=group.number,
                    other=other.number,
                ),
                message("Write the same number in both places, or say how the groups differ."),
            )
            return
        seen.append(group)


def _groups(case: Case) -> Iterator[tuple[KeyPath, CountedGroup]]:
    for answer in case.plan.answers:
        for item in case.meant(answer):
            more = item.measure if isinstance(item, Goal) else None
            for group in groups_in(f"{item.text}. {more}" if more else item.text):
                yield item.path, group


def _is_same(one: CountedGroup, other: CountedGroup) -> bool:
    """Whether two numbers count all pupils of the same years, or those of the same years and profiles."""
    fit = not one.profiles or not other.profiles or one.profiles == other.profiles
    named = bool(one.profiles) and one.profiles == other.profiles
    return one.years == other.years and fit and ((one.whole and other.whole) or (named and (one.whole or other.whole)))
