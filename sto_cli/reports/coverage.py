"""Coverage: which share of the schools takes part, and how much of that is not known."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from sto_cli.messages import Message, message
from sto_cli.register.model import Part, Region, School, SchoolKind
from sto_cli.register.profiles import PROFILES, VOCATIONAL_PATHS
from sto_cli.register.register import Register
from sto_cli.reports.caveats import caveats
from sto_cli.reports.count import Group, Groups, Standing, groups_from
from sto_cli.reports.headline import headline
from sto_cli.reports.nearby import Nearby, NearbyByRegion, nearby_unknown, of_regions
from sto_cli.reports.reference import REFERENCE, Reference
from sto_cli.reports.selection import Selection
from sto_cli.reports.share import share
from sto_cli.reports.standing import Position, positions
from sto_cli.reports.target import Target, judged

By = Literal["none", "region", "province", "municipality", "labour-market-region", "profile"]


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One line of a coverage table.

    `id` and `name` are None in the row of the schools that belong nowhere: no region is known for them, or they
    offer no profile. A school may stand in several rows: of each of its regions, of each of its profiles.
    `nearby_unknown` counts the schools without a known region that lie nearest to this region: they may belong to it.
    It is None in rows that are no region.
    """

    id: str | None
    name: str | None
    groups: Groups
    nearby_unknown: int | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """The answer of `sto report coverage`.

    `total` counts every school of the selection once. `rows` are empty for `by` none; those with the most schools
    to win come first, the row that belongs nowhere last. `schools` are the schools that were counted, by code;
    `others` those of the register that were not, which draw the rest of the country on a map; `regions`
    all regions, which tint it.
    `nearby` are, for a selection of regions, the schools without a known region that lie nearest to one of them.
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
    others: tuple[School, ...] = ()
    regions: tuple[Region, ...] = ()
    nearby: tuple[Nearby, ...] = ()

    @property
    def headline(self) -> tuple[Message, ...]:
        """The main thing in sentences."""
        return headline(self.total, self.nearby)

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
    *,
    theoretical: bool = False,
) -> Coverage:
    """Count the schools of a selection on a day, and per row of `by`."""
    schools = sorted(
        positions(register, on, selection, theoretical=theoretical), key=lambda position: position.school.id
    )
    total = count_groups(schools, selection.regions, theoretical=theoretical)
    nearby: NearbyByRegion = {}
    if by == "region" or selection.regions:
        nearby = nearby_unknown(register, positions(register, on, selection.anywhere(), theoretical=theoretical), on)
    return Coverage(
        as_of=on,
        by=by,
        selection=selection,
        total=total,
        rows=_rows(register, schools, by, selection, nearby, theoretical=theoretical),
        targets=judged(targets or {}, total),
        reference=REFERENCE,
        schools=tuple(schools),
        caveats=caveats(register, schools, selection, by),
        sources=register.parts,
        others=others(register, schools),
        regions=tuple(register.regions.values()),
        nearby=of_regions(nearby, selection.regions),
    )


def others(register: Register, counted: Iterable[Position]) -> tuple[School, ...]:
    """Return the schools of a register that were not counted."""
    codes = {position.school.id for position in counted}
    return tuple(school for school in register.schools.values() if school.id not in codes)


def count_groups(schools: Iterable[Position], regions: Iterable[Region] = (), *, theoretical: bool) -> Groups:
    """Count schools by kind and standing; `regions` are those that they are of, where these were asked for."""
    tally = Counter((position.school.kind, position.standing) for position in schools)
    return _of_regions(groups_from(tally, theoretical=theoretical), regions)


def _of_regions(groups: Groups, regions: Iterable[Region]) -> Groups:
    """Say whether anything is known of the regions: a school, or a municipality of theirs."""
    regions = tuple(regions)
    known = not regions or bool(groups.all.schools) or any(region.municipalities for region in regions)
    return replace(groups, known=known)


RowKey = tuple[str, str] | None
"""Id and name of a row; None for the row of what belongs nowhere."""


def _rows(
    register: Register,
    schools: Iterable[Position],
    by: By,
    selection: Selection,
    nearby: NearbyByRegion,
    *,
    theoretical: bool,
) -> tuple[CoverageRow, ...]:
    if by == "none":
        return ()
    keys_of = _KEYS[by]
    tallies: dict[RowKey, Counter[tuple[SchoolKind, Standing]]] = defaultdict(Counter)
    for key in _expected(register, by, selection):
        tallies[key] = Counter()
    for position in schools:
        for key in keys_of(position, selection):
            tallies[key][position.school.kind, position.standing] += 1
    rows = [
        _row(register, key, groups_from(tally, theoretical=theoretical), nearby if by == "region" else None)
        for key, tally in tallies.items()
    ]
    return tuple(sorted(rows, key=_attention))


def _row(register: Register, key: RowKey, groups: Groups, nearby: NearbyByRegion | None) -> CoverageRow:
    if key is None:
        return CoverageRow(None, None, groups)
    if nearby is None:
        return CoverageRow(*key, groups)
    return CoverageRow(*key, _of_regions(groups, [register.regions[key[0]]]), len(nearby.get(key[0], ())))


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
