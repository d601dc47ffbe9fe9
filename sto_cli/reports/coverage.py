"""Coverage: which share of the schools takes part, and how much of that is not known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from sto_cli.messages import N_, Message, message
from sto_cli.register.model import Part, Region, School, SchoolKind
from sto_cli.register.profiles import PROFILES, VOCATIONAL_PATHS
from sto_cli.register.register import Register
from sto_cli.reports.caveats import caveats
from sto_cli.reports.count import Count, Group, Groups, Tallied, groups_from, share
from sto_cli.reports.headline import headline, outside
from sto_cli.reports.selection import Selection
from sto_cli.reports.standing import Nearby, NearbyByRegion, Position, nearby_unknown, of_regions, placed, positions

By = Literal["none", "region", "province", "municipality", "labour-market-region", "profile"]


class CoverageRow(NamedTuple):
    """One line of a coverage table.

    `id` and `name` are None in the row of the schools that belong nowhere: no region is known for them, or they
    offer no profile. A school may stand in several rows: of each of its regions, of each of its profiles.
    `nearby_unknown` counts the schools without a known region that lie nearest to this region: they may belong to it.
    `shared` counts the schools in a municipality that regions share: they are in none of the figures of `groups`. Both
    are None in rows that are no region.
    """

    id: str | None
    name: str | None
    groups: Groups
    nearby_unknown: int | None = None
    shared: int | None = None


class Coverage(NamedTuple):
    """The answer of `sto report coverage`.

    `total` counts every school of the selection once. `rows` are empty for `by` none; those with the most schools
    to win come first, the row that belongs nowhere last. `schools` are the schools that were counted, by code;
    `others` those of the register that were not, which draw the rest of the country on a map; `regions`
    all regions, which tint it.
    `nearby` are, for a selection of regions, the schools without a known region that lie nearest to one of them;
    `shared` those in a municipality that other regions share.
    `caveats` are what a reader must know not to be misled; `sources` the files of the register with their dates.
    """

    as_of: date
    by: By
    selection: Selection
    total: Groups
    rows: tuple[CoverageRow, ...]
    targets: tuple[Target, ...]
    reference: tuple[Reference, ...]
    schools: tuple[Position, ...]
    caveats: tuple[Message, ...]
    sources: tuple[Part, ...]
    others: Iterable[School] = ()
    regions: tuple[Region, ...] = ()
    nearby: tuple[Nearby, ...] = ()
    shared: tuple[Position, ...] = ()

    @property
    def headline(self) -> tuple[Message, ...]:
        """The main thing in sentences."""
        told = headline(self.total, self.nearby, self.shared, self.selection.since)
        return (*outside(self.as_of, self.selection), *told)

    @property
    def compared(self) -> Message:
        """The published figure to set beside the own ones, with what it lacks."""
        return message(
            "To compare: the programme's flyer says that {rate} of the non-technical schools take part, and almost all "
            "technical schools. It gives no numbers of schools.",
            rate=share(self.reference[0].rate),
        )

    @property
    def missed(self) -> bool:
        """Whether a target is missed, or cannot be shown to be reached: the answer is no."""
        return any(target.outcome in {"missed", "undecided"} for target in self.targets)


def coverage(
    register: Register,
    on: date,
    by: By = "none",
    selection: Selection = Selection(),  # noqa: B008 - frozen
    targets: Mapping[Group, float] | None = None,
) -> Coverage:
    """Count the schools of a selection on a day, and per row of `by`."""
    schools, shared = placed(register, on, selection)
    total = count_groups(schools, selection)
    nearby: NearbyByRegion = {}
    if by == "region" or selection.regions:
        nearby = nearby_unknown(register, positions(register, on, selection.anywhere()), on)
    rows = _rows(register, (*schools, *shared) if by == "region" else schools, by, selection)
    return Coverage(
        as_of=on,
        by=by,
        selection=selection,
        total=total,
        rows=_with_nearby(rows, nearby) if by == "region" else rows,
        targets=judged(targets or {}, total),
        reference=REFERENCE,
        schools=tuple(schools),
        caveats=caveats(register, schools, selection, by, on),
        sources=register.parts,
        others=Others(register, (*schools, *shared)),
        regions=tuple(register.regions.values()),
        nearby=of_regions(nearby, selection.regions),
        shared=tuple(shared),
    )


class Others:
    """The schools of a register that were not counted; none is made before a page draws them."""

    def __init__(self, register: Register, counted: Iterable[Position]) -> None:
        self._register = register
        self._counted = {position.school.id for position in counted}

    def __iter__(self) -> Iterator[School]:
        return (school for school in self._register.schools.values() if school.id not in self._counted)


def count_groups(schools: Iterable[Position], selection: Selection) -> Groups:
    """Count schools by kind, by standing and by the age of what is known of them."""
    tally: Counter[tuple[SchoolKind, Tallied]] = Counter()
    for position in schools:
        tally[position.school.kind, position.standing] += 1
        if position.evidence:
            tally[position.school.kind, position.evidence] += 1
        if position.known_later:
            tally[position.school.kind, "known_later"] += 1
    return _of_regions(groups_from(tally, theoretical=selection.theoretical), selection.regions)


def _of_regions(groups: Groups, regions: Sequence[Region]) -> Groups:
    """Say whether anything is known of the regions, where they were asked for: a school, or a municipality."""
    known = not regions or bool(groups.all.schools) or any(region.municipalities for region in regions)
    return groups._replace(known=known)


RowKey = tuple[str, str] | None
"""Id and name of a row; None for the row of what belongs nowhere."""


def _rows(register: Register, schools: Iterable[Position], by: By, selection: Selection) -> tuple[CoverageRow, ...]:
    if by == "none":
        return ()
    members: dict[RowKey, list[Position]] = {key: [] for key in _expected(register, by, selection)}
    for position in schools:
        for key in _KEYS[by](position, selection):
            members.setdefault(key, []).append(position)
    make = _region_row if by == "region" else _row
    return tuple(sorted((make(register, key, some, selection) for key, some in members.items()), key=_attention))


def _row(_register: Register, key: RowKey, members: Sequence[Position], selection: Selection) -> CoverageRow:
    groups = count_groups(members, selection._replace(regions=()))
    return CoverageRow(*key, groups) if key else CoverageRow(None, None, groups)


def _region_row(register: Register, key: RowKey, members: Sequence[Position], selection: Selection) -> CoverageRow:
    """Count the schools of a region that surely belong to it, and apart those of shared municipalities."""
    surely = [one for one in members if not one.shared]
    row = _row(register, key, surely, selection)
    if key is None:
        return row
    groups = _of_regions(row.groups, [register.regions[key[0]]])
    return row._replace(groups=groups, shared=len(members) - len(surely))


def _with_nearby(rows: Iterable[CoverageRow], nearby: NearbyByRegion) -> tuple[CoverageRow, ...]:
    return tuple(
        row._replace(nearby_unknown=len(nearby.get(row.id, ()))) if row.id is not None else row for row in rows
    )


def _attention(row: CoverageRow) -> tuple[bool, int, str]:
    """Put the row with the most schools to win first, and what belongs nowhere last."""
    return row.id is None, -row.groups.all.open, (row.name or "").casefold()


def _expected(register: Register, by: By, selection: Selection) -> Iterable[RowKey]:
    """Return the rows that stand in the table whether schools count in them or not."""
    if by == "region":
        return [(region.id, region.name) for region in register.regions.values() if selection.holds_region(region)]
    if by == "profile":
        return [(profile.code, profile.name) for profile in PROFILES.values() if not profile.combined]
    return []


def _regions_of(position: Position, selection: Selection) -> list[RowKey]:
    """Return the school's regions, of those asked for: a shared municipality does not draw in its other regions."""
    keys: list[RowKey] = [
        (region.id, region.name) for region in position.regions if not selection.regions or selection.names(region)
    ]
    return keys or [None]


def _profiles_of(position: Position, _selection: Selection) -> list[RowKey]:
    offered = position.school.profiles or {}
    keys: list[RowKey] = [
        (code, PROFILES[code].name) for code, paths in offered.items() if set(paths) & set(VOCATIONAL_PATHS)
    ]
    return keys or [None]


def _named(attribute: str) -> Callable[[Position, Selection], list[RowKey]]:
    def keys(position: Position, _selection: Selection) -> list[RowKey]:
        name: str | None = getattr(position.school, attribute)
        return [(name, name) if name else None]

    return keys


_KEYS: dict[str, Callable[[Position, Selection], list[RowKey]]] = {
    "region": _regions_of,
    "province": _named("province"),
    "municipality": _named("municipality"),
    "labour-market-region": _named("labour_market_region"),
    "profile": _profiles_of,
}


class Reference(NamedTuple):
    """A published share of a group of schools, national, with where it stands. It comes without counts."""

    group: Group
    rate: float
    source: str


REFERENCE = (Reference("non_technical", 0.70, "STO flyer 'Ook niet-techniekprofielen zijn welkom bij STO'"),)
"""The flyer, written before the phase that began in 2025, also says "almost all" of the technical schools."""


TargetOutcome = Literal["reached", "missed", "undecided", "not_applicable"]


class Target(NamedTuple):
    """A wished-for share (0 to 1) of one group, and whether the count reaches it.

    - `reached`: it is reached by those that certainly take part;
    - `missed`: it is missed even when all take part but those that are known not to;
    - `undecided`: that depends on the schools of which it is not certain;
    - `not_applicable`: there are no schools.
    """

    group: Group
    target: float
    outcome: TargetOutcome

    @property
    def sentence(self) -> Message:
        """Whether it is reached, in words."""
        goal = message(_GOALS[self.group], target=_wish(self.target))
        return Message("{goal}: {outcome}", {"goal": goal, "outcome": message(_OUTCOMES[self.outcome])})


def judge(group: Group, target: float, count: Count) -> Target:
    """Judge one group's count; counted whole, so that no rounding decides."""
    if not count.schools:
        return Target(group, target, "not_applicable")
    wished = round(target * count.schools, 9)  # 0.7 × 10 schools is 7, not 7.000000000000001
    if count.participating >= wished:
        return Target(group, target, "reached")
    if count.schools - count.not_participating < wished:
        return Target(group, target, "missed")
    return Target(group, target, "undecided")


def judged(targets: Mapping[Group, float], groups: Groups) -> tuple[Target, ...]:
    """Judge every group that has a target."""
    counts = groups.named()
    return tuple(judge(group, target, counts[group]) for group, target in targets.items() if group in counts)


def _wish(target: float) -> Message:
    """Say a target as it was given, with its decimals."""
    percentage = round(target * 100, 4)
    return Message("{percentage}%", {"percentage": int(percentage) if percentage == int(percentage) else percentage})


_GOALS = {
    "technical": N_("Target for technical schools, {target}"),
    "non_technical": N_("Target for non-technical schools, {target}"),
    "theoretical": N_("Target for theoretical schools, {target}"),
    "all": N_("Target for all schools, {target}"),
}
_OUTCOMES = {
    "reached": N_("reached, whatever turns out of the schools of which it is not known."),
    "missed": N_("missed, whatever turns out of the schools of which it is not known."),
    "undecided": N_("not shown to be reached: that depends on the schools of which it is not known."),
    "not_applicable": N_("does not apply, there are no such schools."),
}
