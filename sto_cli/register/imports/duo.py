"""From DUO's open files to the entries of `schools.yaml`: a first register, or the next year of one that there is.

What the new files do not tell (an address, coordinates, an official name) is kept from the register as it was. A name
that changed becomes a former name; a school that is no longer in the files is remembered among those that left.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sto_cli.errors import UsageProblem
from sto_cli.files.tables import Table
from sto_cli.messages import message
from sto_cli.register.compare import Change, compare
from sto_cli.register.imports.duo_layouts import DuoFiles, Facts, read_duo
from sto_cli.register.imports.spelling import same_name, tidy_name
from sto_cli.register.municipalities import Mergers, current_name, with_mergers
from sto_cli.register.part_file import PartFile
from sto_cli.register.profiles import PROFILES, VOCATIONAL_PATHS

Entry = dict[str, Any]

KEYS = (
    "id", "name", "aliases", "former_names", "address", "municipality", "province", "labour_market_region",
    "coordinates", "website",
)  # fmt: skip
"""The order in which an entry is written."""

OF_THE_SPOT = ("address", "coordinates", "labour_market_region")
"""What no longer holds when a school is in another municipality."""

KEPT = ("address", "coordinates", "website", "municipality", "province", "labour_market_region")
"""What is kept from the register when the new files do not tell it."""

SUSPICIOUS_SHARE = 0.25
"""A year in which more of the schools than this would leave is most often an incomplete file (2020–2025: 2 to 3%)."""


@dataclass(slots=True)
class SchoolsUpdate:
    """The new content of `schools.yaml`, and what changes by it.

    `kept` counts schools by the key that was kept from the register; `without_address` are new or moved schools whose
    address no file tells; `unknown_programmes` are codes of programmes that are not known here, with their schools.
    """

    entries: list[Entry]
    left: list[Entry]
    changes: list[Change] = field(default_factory=list)
    kept: dict[str, int] = field(default_factory=dict)
    without_address: list[str] = field(default_factory=list)
    unknown_programmes: dict[str, list[str]] = field(default_factory=dict)
    wrong_codes: list[str] = field(default_factory=list)
    before: int = 0

    @property
    def suspicious(self) -> bool:
        """Whether so many schools would leave that the files are most likely incomplete."""
        closed = sum(change.kind == "closed" for change in self.changes)
        return closed > self.before * SUSPICIOUS_SHARE


def schools_from(tables: Iterable[Table]) -> list[Entry]:
    """Make the entries of `schools.yaml` from nothing but these files; see `update_schools`."""
    return update_schools(tables).entries


def update_schools(tables: Iterable[Table], former: PartFile | None = None) -> SchoolsUpdate:
    """Make the entries, ordered by code, for every school with vmbo exam candidates; `former` is the register's file.

    Raises:
        UsageProblem: a table is in none of the known layouts, or none of them holds exam results.
    """
    files = read_duo(tables)
    mergers = with_mergers(files.mergers)
    known = {entry["id"]: entry for entry in former.entries} if former else {}
    builder = _Builder(files, known, mergers)
    entries = [builder.entry(code, facts) for code, facts in sorted(files.schools.items()) if facts.vmbo]
    if not entries:
        raise UsageProblem(
            message("None of these files holds exam results for vmbo."),
            message("Add DUO's file “geslaagden, gezakten en cijfers” of the newest school year."),
        )
    update = builder.update
    update.entries, update.before = entries, len(known)
    update.wrong_codes = files.wrong_codes
    update.left = _left(files, former, {entry["id"] for entry in entries})
    if former:
        update.changes = compare("schools", former.entries, entries, mergers)
    return update


class _Builder:
    """Makes entries, and counts what was kept and what is missing."""

    def __init__(self, files: DuoFiles, known: Mapping[str, Entry], mergers: Mergers) -> None:
        self.files = files
        self.known = known
        self.mergers = mergers
        self.update = SchoolsUpdate([], [])
        self.areas = _areas(known.values())
        self.gone = {entry.get("municipality") for entry in known.values()} - {
            current_name(facts.older_location.get("municipality", ""), mergers) for facts in files.schools.values()
        }

    def entry(self, code: str, facts: Facts) -> Entry:
        """Make one school's entry."""
        former = self.known.get(code, {})
        entry = facts.older_location | facts.location
        entry["municipality"] = current_name(entry.get("municipality", ""), self.mergers)
        entry |= {"id": code, **self._names(facts, former)}
        self._keep(entry, former, moved=self._moved(entry, former))
        self._fill_area(entry)
        for programme in sorted(facts.unknown_programmes):
            self.update.unknown_programmes.setdefault(programme, []).append(code)
        if not entry.get("address"):
            self.update.without_address.append(code)
        return {key: entry[key] for key in KEYS if entry.get(key)} | {"profiles": _profiles(facts)}

    def _names(self, facts: Facts, former: Entry) -> Entry:
        """The first name is the name, the others are aliases; a name that it had before is a former name."""
        current = _distinct(map(tidy_name, facts.names))
        if not facts.location:  # no file of this year tells the official name: the one that is known still holds
            current = _distinct([*current, *former.get("aliases", ())])
        was = [former["name"]] if former else []
        earlier = _distinct([*was, *former.get("former_names", ()), *map(tidy_name, facts.former_names)])
        if facts.location:  # an official name that is another one now was its name once
            earlier = _distinct([*earlier, *former.get("aliases", ())])
        return {
            "name": current[0],
            "aliases": current[1:],
            "former_names": [name for name in earlier if not _among(name, current)],
        }

    def _moved(self, entry: Entry, former: Entry) -> bool:
        """Whether the school is in another municipality than before, and not by a merger."""
        was, now = former.get("municipality"), entry.get("municipality")
        return bool(was and now) and was != now and now not in self.mergers.get(str(was), ()) and was not in self.gone

    def _keep(self, entry: Entry, former: Entry, *, moved: bool) -> None:
        for key in KEPT:
            if not entry.get(key) and former.get(key) and not (moved and key in OF_THE_SPOT):
                entry[key] = former[key]
                self.update.kept[key] = self.update.kept.get(key, 0) + 1

    def _fill_area(self, entry: Entry) -> None:
        """Give a school the province and labour market region of the others in its municipality, if no file does."""
        area = self.areas.get(entry.get("municipality", ""), {})
        for key in ("province", "labour_market_region"):
            entry[key] = entry.get(key) or area.get(key)


def _areas(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Return per municipality the province and labour market region that its schools have."""
    return {entry["municipality"]: entry for entry in entries if entry.get("municipality")}


def _left(files: DuoFiles, former: PartFile | None, now: set[str]) -> list[Entry]:
    """Return the schools that are known from before and no longer in the files, ordered by code."""
    found: dict[str, Entry] = {}
    for code, facts in files.schools.items():
        if facts.last_exams and facts.former_names:
            name, municipality = tidy_name(facts.former_names[-1]), facts.older_location.get("municipality", "")
            found[code] = {"id": code, "name": name, "municipality": municipality, "last": facts.last_exams}
    if former:
        found |= {entry["id"]: dict(entry) for entry in former.left}
        found |= {entry["id"]: _leaving(entry, former.as_of) for entry in former.entries}
    left = [found[code] for code in sorted(found) if code not in now]
    return [{key: value for key, value in entry.items() if value} for entry in left]


def _leaving(entry: Entry, as_of: str | None) -> Entry:
    return {
        "id": entry["id"], "name": entry["name"], "municipality": entry.get("municipality"), "last": (as_of or "")[:4],
    }  # fmt: skip


def _profiles(facts: Facts) -> dict[str, list[str]]:
    order: list[str] = list(VOCATIONAL_PATHS)
    return {code: sorted(facts.programmes[code], key=order.index) for code in PROFILES if code in facts.programmes}


def _distinct(names: Iterable[str]) -> list[str]:
    kept: list[str] = []
    for name in names:
        if name and not _among(name, kept):
            kept.append(name)
    return kept


def _among(name: str, names: Sequence[str]) -> bool:
    return any(same_name(name, other) for other in names)
