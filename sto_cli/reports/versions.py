"""Copies and versions of one plan among many: the newest counts, and how it was told is kept."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

from sto_cli.reports.plan_summary import NOTHING_SAID, PlanSummary, plain_words

ToldBy = Literal["copy", "final", "number", "time", "name"]
"""How the newest was told: the others are copies of it; "definitief" in its name; a number in the names; the time of
the files; only its name, which says nothing, where all of that is equal."""

HALF = 0.5
"""Share of statements that two plans of one school have in common from which they are versions of one plan: two plans
of one teacher for two years have a fifth in common, a plan with half of its answers rewritten still half."""

FEWEST = 4
"""Statements that a plan holds before another one can be a version of it: what is hardly begun looks like all others,
and is a copy only of what says exactly the same of the same school."""

ALIKE_TITLES = 85
"""Likeness (0–100) of the titles of two plans of one school from which they are versions of one plan."""


@dataclass(frozen=True, slots=True)
class Versions:
    """One plan that stands in several files: the newest of them, and the others, with how that was told."""

    newest: PlanSummary
    copies: tuple[PlanSummary, ...]
    older: tuple[PlanSummary, ...]
    told_by: ToldBy


def newest_of(plans: Iterable[PlanSummary]) -> tuple[list[PlanSummary], list[Versions]]:
    """Return the plans that count, in their order, and those that stand in several files."""
    plans = list(plans)
    groups = [group for of_school in _by_school(plans) for group in _groups(of_school)]
    several = [_versions(group) for group in groups if len(group) > 1]
    left = {id(plan) for one in several for plan in (*one.copies, *one.older)}
    return [plan for plan in plans if id(plan) not in left], several


def _by_school(plans: Sequence[PlanSummary]) -> Iterator[list[PlanSummary]]:
    """Put plans of one school together; of those without a known school, the ones that say exactly the same."""
    groups: dict[object, list[PlanSummary]] = defaultdict(list)
    for plan in plans:
        hardly_begun = len(plan.statements) < 4 * FEWEST
        if plan.readable and not (hardly_begun and (not plan.schools or plan.statements == NOTHING_SAID)):
            of_school = (plan.schools, plan.statements) if hardly_begun else plan.schools
            groups[of_school or plan.statements].append(plan)
    return iter(groups.values())


def _groups(plans: list[PlanSummary]) -> list[list[PlanSummary]]:
    groups: list[list[PlanSummary]] = []
    for plan in plans:
        group = next((group for group in groups if any(_one_plan(plan, other) for other in group)), None)
        if group is None:
            groups.append([plan])
        else:
            group.append(plan)
    return groups


def _one_plan(one: PlanSummary, other: PlanSummary) -> bool:
    return _in_common(one, other) >= HALF or _alike(one.title, other.title)


def _in_common(one: PlanSummary, other: PlanSummary) -> float:
    """Return the share of statements that two plans have in common."""
    mine, theirs = _set(one.statements), _set(other.statements)
    return len(mine & theirs) / len(mine | theirs)


def _set(statements: bytes) -> set[bytes]:
    return {statements[start : start + 4] for start in range(0, len(statements), 4)}


_VERSION = re.compile(r"\b(?:versie|version|concept|definitief|v)[ ._]*\d*\b", re.IGNORECASE)


def _alike(one: str | None, other: str | None) -> bool:
    if not one or not other:
        return False
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - only where one school has several plans

    return ratio(plain_words(_VERSION.sub("", one)), plain_words(_VERSION.sub("", other))) >= ALIKE_TITLES


def _versions(group: list[PlanSummary]) -> Versions:
    last, told_by = _newest(group)
    equal = [last, *(plan for plan in group if plan is not last and plan.statements == last.statements)]
    newest, _ = _newest([plan for plan in equal if not _COPY.search(PurePath(plan.path).stem)] or equal)
    same = [plan for plan in equal if plan is not newest]
    older = [plan for plan in group if plan not in equal]
    return Versions(newest, tuple(same), tuple(older), told_by if older else "copy")


def _newest(group: list[PlanSummary]) -> tuple[PlanSummary, ToldBy]:
    by_number = {_number(plan.path) for plan in group}
    if len(by_number) > 1:
        final = [plan for plan in group if _FINAL.search(PurePath(plan.path).stem)]
        if len(final) == 1:
            return final[0], "final"
        return max(group, key=lambda plan: (_number(plan.path), plan.modified or 0)), "number"
    if len({plan.modified for plan in group}) > 1:
        return max(group, key=lambda plan: plan.modified or 0), "time"
    return max(group, key=lambda plan: plan.path), "name"


_FINAL = re.compile(r"(?:\b|_)(?:definitief|definitieve|def|final|eindversie)(?:\b|_)", re.IGNORECASE)
"""What is written in the name of the last of versions that are numbered; without numbers the time tells."""

_COPY = re.compile(r"\(\d{1,3}\)$|(?:\b|_)(?:kopie|copy|copie|conflict)(?:\b|_)", re.IGNORECASE)
"""What is written in the name of a copy: of two files that say the same, the one without counts."""

_NUMBER = re.compile(r"(?:versie|version|[ _.-]v|\()[ ._-]*(\d{1,3})\)?(?=\D*$)|[-_ ](\d{1,2})$", re.IGNORECASE)
"""The number of a version at the end of a name: `plan versie 3`, `plan-v2`, `plan (1)`, `plan_2`."""


def _number(path: str) -> int:
    """Return the number of a version in the name of a file; 0 where it has none."""
    found = _NUMBER.search(PurePath(path).stem)
    return int(found[1] or found[2]) if found else 0
