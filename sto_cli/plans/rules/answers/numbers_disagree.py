"""Two places of a plan say two numbers of the same pupils.

Why:
    Who reads 51 pupils of year 4 here and 75 there does not know for how many the plan is, and what it costs for each.

Example:
    goals: In 2028 all 51 pupils of year 4 can set the oven.
    activities: All 75 pupils of year 4 follow the lessons.

Mend:
    Write the same number in both places, or say how the groups differ.
"""

from collections.abc import Iterator, Sequence

from sto_cli.files.yaml.reader import KeyPath
from sto_cli.findings import Place, Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.model import Goal
from sto_cli.plans.reading.groups import CountedGroup, groups_in

ID = "numbers-disagree"
SEVERITY: Severity = "warning"
SOURCE = "common-sense"


def check(case: Case) -> Iterator[Flaw]:
    """Report the first number of pupils that differs from one before it of the same whole group."""
    apart = list(_apart(case))
    seen = [CountedGroup(case.plan.pupils, NOBODY, NOBODY, True)] if case.plan.pupils else []
    most = {one.number for one in (*seen, *(group for _, _, group in apart)) if one.years or one.whole}
    for place, path, group in (*apart, *_answered(case)):
        others = [one.number for one in seen if _is_same(one, group)] or _fewer(group, most, seen)
        if others and group.number not in others:
            yield Flaw(
                path,
                message(
                    "Here it is {number} pupils, elsewhere {other} of the same group.",
                    number=group.number,
                    other=others[0],
                ),
                message("Write the same number in both places, or say how the groups differ."),
                place=place,
            )
            return
        seen.append(group)


NOBODY: frozenset[str] = frozenset()


def _apart(case: Case) -> Iterator[tuple[Place | None, KeyPath, CountedGroup]]:
    """Yield what stands outside the answers, with its place."""
    for cell in (*case.reading.beside.get("target_group", ()), *case.reading.of_a_letter, *case.reading.unread):
        yield from ((cell.place, (), group) for group in groups_in(cell.text))


def _answered(case: Case) -> Iterator[tuple[Place | None, KeyPath, CountedGroup]]:
    for answer in case.plan.answers:
        for item in case.meant(answer):
            more = item.measure if isinstance(item, Goal) else None
            yield from ((None, item.path, one) for one in groups_in(f"{item.text}. {more}" if more else item.text))


def _is_same(one: CountedGroup, other: CountedGroup) -> bool:
    """Whether two numbers count all pupils of the same years, or those of the same years and profiles."""
    fit = one.years == other.years and (not one.profiles or not other.profiles or one.profiles == other.profiles)
    both = one.profiles and other.profiles
    return bool((one.years or both) and fit and ((one.whole and other.whole) or (both and (one.whole or other.whole))))


def _fewer(group: CountedGroup, most: set[int], seen: Sequence[CountedGroup]) -> Sequence[int]:
    """Return the numbers of the whole plan that are below that of “alle 60 leerlingen”.

    None where it counts groups together that stand before it, or one in several years.
    """
    if not group.whole or group.years or group.profiles:
        return ()
    counted = {one.number for one in seen if one.number != group.number}
    if any(group.number % one == 0 or group.number - one in counted for one in counted):
        return ()
    return [number for number in most if number < group.number]
