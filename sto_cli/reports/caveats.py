"""What a reader of a figure must know not to be misled by it, of schools and of plans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from sto_cli.messages import Message, counted, message
from sto_cli.register.model import Participation
from sto_cli.register.register import Register
from sto_cli.reports.selection import Selection
from sto_cli.reports.standing import PROGRAMME_BEGAN, Position
from sto_cli.steps.plan import MAP

if TYPE_CHECKING:
    from sto_cli.plans.talk import Costs
    from sto_cli.reports.plan_summary import PlanSummary


def caveats(
    register: Register, schools: Sequence[Position], selection: Selection, by: str = "none", on: date | None = None
) -> tuple[Message, ...]:
    """Return the remarks that hold for these schools, the weightiest first; `on` is the day that was asked about."""
    return tuple(
        remark
        for remark in (
            _undated(register, selection) if by == "trend" or _is_past(on, selection) else None,
            _only_participation(schools),
            _in_several_rows(schools, by),
            _of_several_regions(schools, by, selection),
            _part_of_regions(by, selection),
            _contradicted(schools),
            _not_this_location(schools),
            _without_profiles(register, selection),
        )
        if remark is not None and (remark.count or not remark.many)
    )


def _is_past(on: date | None, selection: Selection) -> bool:
    """Whether a day is in the years of the programme and before today."""
    return on is not None and PROGRAMME_BEGAN <= on < (selection.today or date.max)


def _only_participation(schools: Iterable[Position]) -> Message | None:
    """A rate of the known is always 100% where nobody writes down who does not take part."""
    standings = {position.standing for position in schools}
    if "participating" not in standings or "unknown" not in standings or "not_participating" in standings:
        return None
    return message(
        "No source says of a school that it does not take part. So the figures tell how many schools take part for "
        "certain, not how many there are at most."
    )


def _in_several_rows(schools: Iterable[Position], by: str) -> Message | None:
    if by == "profile":
        return message("A school counts under each profile that it offers, so the rows add up to more than the total.")
    if by != "region":
        return None
    several = sum(len(position.regions) > 1 and not position.shared for position in schools)
    return counted(
        "{n} school counts in more than one region, because these regions both name it. So the rows add up to more "
        "than the total.",
        "{n} schools count in more than one region, because these regions both name them. So the rows add up to more "
        "than the total.",
        several,
    )


def _of_several_regions(schools: Iterable[Position], by: str, selection: Selection) -> Message | None:
    """A list to call must not send two programme managers to one school."""
    if by != "gaps" or selection.regions:
        return None
    return counted(
        "{n} school lies in a municipality that regions share; see on the map to which of them it belongs: {map}",
        "{n} schools lie in a municipality that regions share; see on the map to which of them they belong: {map}",
        sum(position.shared for position in schools),
        map=MAP,
    )


def _part_of_regions(by: str, selection: Selection) -> Message | None:
    if by != "region" or not (selection.provinces or selection.municipalities):
        return None
    return message("Of regions that reach further, only the schools in this area count.")


def _contradicted(schools: Iterable[Position]) -> Message | None:
    """A fact that a page speaks against is none, and whoever looks for the school must know why."""
    return counted(
        "{n} school counts as not known, because one page says that it takes part and another speaks against it.",
        "{n} schools count as not known, because one page says that they take part and another speaks against it.",
        sum(position.contradicted for position in schools),
    )


def _not_this_location(schools: Iterable[Position]) -> Message | None:
    entries = [position.entry for position in schools if position.entry and position.standing == "participating"]
    return counted(
        "Of {n} school the source names the school, but not this very location.",
        "Of {n} schools the source names the school, but not this very location.",
        sum(entry.level == "school" for entry in entries),
    )


def _without_profiles(register: Register, selection: Selection) -> Message | None:
    """Schools of a user's own files may come without profiles; whether they count cannot be said."""
    missing = sum(selection.holds(school, ()) for school in register.undescribed())
    return counted(
        "{n} school is left out, because its profiles are not known.",
        "{n} schools are left out, because their profiles are not known.",
        missing,
    )


def _undated(register: Register, selection: Selection) -> Message | None:
    """Entries without a period say nothing of the days before; only those of the selection matter."""
    entries = [entry for entry in register.participations if _of(entry, register, selection)]
    undated = sum(entry.since is None and entry.until is None for entry in entries)
    if entries and undated == len(entries):
        return message(
            "None of the entries says since when a school takes part: each counts from the day of its source on. Add "
            "“since” and “until” to your own participation.yaml."
        )
    return counted(
        "{n} of the {all} entries does not say since when it holds, and counts from the day of its source on.",
        "{n} of the {all} entries do not say since when they hold, and count from the day of their source on.",
        undated,
        all=len(entries),
    )


def _of(entry: Participation, register: Register, selection: Selection) -> bool:
    return selection.holds(register.schools[entry.school], [register.regions[entry.region]])


def plan_caveats(plans: Sequence[PlanSummary]) -> tuple[Message, ...]:
    """Return the remarks that hold for the totals of these plans."""
    readable = [plan for plan in plans if plan.readable]
    plans_of = Counter(school.id for plan in readable for school in plan.schools)
    remarks = (
        counted(
            "{n} more file cannot be read as a plan; only its errors are counted.",
            "{n} more files cannot be read as plans; only their errors are counted.",
            len(plans) - len(readable),
        ),
        counted(
            "{n} plan names no costs, so the total is too low.",
            "{n} plans name no costs, so the total is too low.",
            sum(plan.costs.whole is None for plan in readable),
        ),
        counted(
            "{n} plan states cofinancing that is more than its costs, or no costs beside it: that is not counted.",
            "{n} plans state cofinancing that is more than their costs, or no costs beside it: that is not counted.",
            sum(is_odd(plan.costs) for plan in readable),
        ),
        counted(
            "{n} plan has items without an amount, so the total is too low.",
            "{n} plans have items without an amount, so the total is too low.",
            sum(plan.costs.too_low for plan in readable),
        ),
        counted(
            "Of {n} plan it is not clear which school or location it is of, so its kind of school is not known.",
            "Of {n} plans it is not clear which school or location they are of, so their kind of school is not known.",
            sum(plan.several_schools for plan in readable),
        ),
        counted(
            "{n} plan names no school that the register knows, so its kind of school is not known.",
            "{n} plans name no school that the register knows, so their kind of school is not known.",
            sum(not plan.schools and not plan.several_schools for plan in readable),
        ),
        counted(
            "{n} school has more than one plan: perhaps one of them is an older version, and its costs count twice.",
            "{n} schools have more than one plan: perhaps some are older versions, and their costs count twice.",
            sum(number > 1 for number in plans_of.values()),
        ),
    )
    return tuple(remark for remark in remarks if remark.count)


def is_odd(costs: Costs) -> bool:
    """Whether cofinancing is stated that cannot be held against the costs."""
    return bool(costs.cofinancing) and costs.share is None
