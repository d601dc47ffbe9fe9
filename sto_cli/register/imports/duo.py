"""From DUO's open files to the entries of `schools.yaml`: a first register, or the next year of one that there is.

What the new files do not tell (an address, coordinates, an official name) is kept from the register as it was. A name
that changed becomes a former name; a school that is no longer in the files is remembered among those that left.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sto_cli.errors import UsageProblem
from sto_cli.files.tables import DataTable
from sto_cli.messages import message
from sto_cli.register.compare import EntryChange, compare
from sto_cli.register.imports.duo_files import DuoFiles, read_duo
from sto_cli.register.imports.duo_layouts import DuoFacts
from sto_cli.register.imports.names import Seen, distinct, former_names, names_in_use, seen_before
from sto_cli.register.imports.spelling import same_name, tidy_name
from sto_cli.register.imports.wrong_rows import WrongRow
from sto_cli.register.model import Entry
from sto_cli.register.municipalities import Mergers, current_name, with_mergers
from sto_cli.register.part_file import PartFile
from sto_cli.register.profiles import PROFILES, VOCATIONAL_PATHS

KEYS = (
    "id", "name", "aliases", "former_names", "names_in_use", "address", "municipality", "province",
    "labour_market_region", "coordinates", "coordinates_about", "website",
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
    address no file tells; `unknown_programmes` are codes of programmes that are not known here, with their schools;
    `two_names` are schools that have two names in one year in files of one kind.
    """

    entries: list[Entry]
    left: list[Entry]
    changes: list[EntryChange] = field(default_factory=list)
    kept: dict[str, int] = field(default_factory=dict)
    without_address: list[str] = field(default_factory=list)
    unknown_programmes: dict[str, list[str]] = field(default_factory=dict)
    wrong_codes: list[str] = field(default_factory=list)
    wrong_rows: list[WrongRow] = field(default_factory=list)
    two_names: list[str] = field(default_factory=list)
    before: int = 0

    @property
    def suspicious(self) -> bool:
        """Whether so many schools would leave that the files are most likely incomplete."""
        closed = sum(change.kind == "closed" for change in self.changes)
        return closed > self.before * SUSPICIOUS_SHARE


def update_schools(tables: Iterable[DataTable], former: PartFile | None = None, as_of: str = "") -> SchoolsUpdate:
    """Make the entries, ordered by code, for every school with vmbo exam candidates; `former` is the register's file.

    `as_of` is when the facts were gathered.

    Raises:
        UsageProblem: a table is in none of the known layouts, or none of them holds exam results.
    """
    files = read_duo(tables, as_of[:4])
    mergers = with_mergers(files.mergers)
    builder = _Builder(files, former, mergers)
    entries = [builder.entry(code, facts) for code, facts in sorted(files.schools.items()) if facts.vmbo]
    if not entries:
        raise UsageProblem(
            message("None of these files holds exam results for vmbo."),
            message("Add DUO's file “geslaagden, gezakten en cijfers” of the newest school year."),
        )
    update = builder.update
    update.entries, update.before = entries, len(former.entries) if former else 0
    update.wrong_codes = files.wrong_codes
    update.left = _left(files, former, {entry["id"] for entry in entries})
    told = {entry["id"] for entry in (*entries, *update.left)}
    unknown = [row for code, row in files.rows_of_names.items() if code not in told]
    update.wrong_rows = [*files.wrong_rows, *unknown]
    update.two_names = [code for code in sorted(told) if _has_two_names(files.schools.get(code))]
    if former:
        update.changes = compare("schools", former.entries, entries, mergers)
    return update


class _Builder:
    """Makes entries, and counts what was kept and what is missing."""

    def __init__(self, files: DuoFiles, former: PartFile | None, mergers: Mergers) -> None:
        entries = former.entries if former else []
        left = former.left if former else []
        self.files = files
        self.known: dict[str, Entry] = {entry["id"]: entry for entry in (*left, *entries)}
        self.year = (former.as_of or "")[:4] if former else ""
        self.mergers = mergers
        self.update = SchoolsUpdate([], [])
        self.areas = _areas(entries)
        self.full_names = _full_names(self.areas)
        told = (current_name(facts.older_location.get("municipality", ""), mergers) for facts in files.schools.values())
        self.gone = self.areas.keys() - {self.full_names.get(name, name) for name in told}

    def entry(self, code: str, facts: DuoFacts) -> Entry:
        """Make one school's entry."""
        former = self.known.get(code, {})
        entry = facts.older_location | facts.location
        municipality = current_name(entry.get("municipality", ""), self.mergers)
        entry["municipality"] = self.full_names.get(municipality, municipality)
        entry |= {"id": code, **self._names(facts, former)}
        told = "coordinates" in entry
        self._keep(entry, former, moved=self._moved(entry, former))
        if not told and "coordinates" in entry and "coordinates_about" in former:
            entry["coordinates_about"] = former["coordinates_about"]
        if _stands_at(entry, facts.wrong_spot):
            entry |= self._about(code, entry)
        self._fill_area(entry)
        for programme in sorted(facts.unknown_programmes):
            self.update.unknown_programmes.setdefault(programme, []).append(code)
        if not entry.get("address"):
            self.update.without_address.append(code)
        return {key: entry[key] for key in KEYS if entry.get(key)} | {"profiles": _profiles(facts)}

    def _names(self, facts: DuoFacts, former: Entry) -> Entry:
        """The first name is the name, the others are aliases; a name that it had before is a former name."""
        current = distinct(facts.names)
        if not facts.location:  # no file of this year tells the official name: the one that is known still holds
            current = distinct([*current, *former.get("aliases", ())])
        earlier = former_names([*_borne(former, self.year), *facts.former_names], current)
        known = [*current, *(seen.name for seen in seen_before({"former_names": earlier}))]
        return {
            "name": current[0],
            "aliases": current[1:],
            "former_names": earlier,
            "names_in_use": names_in_use([*former.get("names_in_use", ()), *facts.names_in_use], known),
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

    def _about(self, code: str, entry: Entry) -> Entry:
        """Return the coordinates of a school whose own are of a former address: of schools with nearly its postcode.

        Without such a school they are the former ones to about a kilometre: the village is still the same.
        """
        near = [
            facts.location["coordinates"]
            for other, facts in sorted(self.files.schools.items())
            if other != code and not facts.wrong_spot and "coordinates" in facts.location
            and _area_of(facts.location) == _area_of(entry)
        ]  # fmt: skip
        spots = near or [entry["coordinates"]]
        middle = [round(sum(values) / len(spots), ABOUT) for values in zip(*spots, strict=True)]
        return {"coordinates": middle, "coordinates_about": "yes"}

    def _fill_area(self, entry: Entry) -> None:
        """Give a school the province and labour market region of the others in its municipality, if no file does."""
        area = self.areas.get(entry.get("municipality", ""), {})
        for key in ("province", "labour_market_region"):
            entry[key] = entry.get(key) or area.get(key)


def _areas(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Return per municipality the province and labour market region that its schools have."""
    return {entry["municipality"]: entry for entry in entries if entry.get("municipality")}


def _full_names(municipalities: Iterable[str]) -> dict[str, str]:
    """Return the municipalities with their province behind them by the bare name, which DUO prints at times.

    `Hengelo` → `Hengelo (O.)`; where there is one of the bare name too, or there are two, it is left as it is.
    """
    found: dict[str, set[str]] = {}
    for name in municipalities:
        found.setdefault(name.partition(" (")[0], set()).add(name)
    return {bare: min(names) for bare, names in found.items() if len(names) == 1 and names != {bare}}


ABOUT = 2
"""Decimals of coordinates that say about where a school is: a kilometre."""


def _area_of(entry: Entry) -> str:
    """Return the digits of a postcode."""
    return str((entry.get("address") or {}).get("postcode", ""))[:4]


def _stands_at(entry: Entry, spot: str) -> bool:
    """Whether an entry's address is this one: `Kanaalstraat 14, Someren`."""
    street = (entry.get("address") or {}).get("street", "")
    return bool(spot) and "coordinates" in entry and same_name(spot.partition(",")[0], street)


def _borne(entry: Entry, year: str) -> list[Seen]:
    """Return the names that an entry of the former register bore then, and those before."""
    until = entry.get("last", year)
    names = [entry["name"], *entry.get("aliases", ())] if entry else []
    return [*(Seen(name, until) for name in names), *seen_before(entry)]


def _left(files: DuoFiles, former: PartFile | None, now: set[str]) -> list[Entry]:
    """Return the schools that are known from before and no longer in the files, ordered by code."""
    found: dict[str, Entry] = {}
    for code, facts in files.schools.items():
        if facts.last_exams and facts.former_names:
            name = max(facts.former_names, key=lambda seen: seen.until == facts.last_exams).name
            municipality = facts.older_location.get("municipality", "")
            found[code] = {"id": code, "name": tidy_name(name), "municipality": municipality, "last": facts.last_exams}
    if former:
        found |= {entry["id"]: dict(entry) for entry in former.left}
        found |= {entry["id"]: _leaving(entry, former.as_of) for entry in former.entries}
    left = [_with_names(found[code], files.schools[code].former_names) for code in sorted(found) if code not in now]
    return [{key: value for key, value in entry.items() if value} for entry in left]


def _has_two_names(facts: DuoFacts | None) -> bool:
    return facts is not None and any(len(names) > 1 for names in facts.names_of_year.values())


def _with_names(entry: Entry, more: Iterable[Seen]) -> Entry:
    name = tidy_name(entry["name"])
    return {**entry, "name": name, "former_names": former_names([*seen_before(entry), *more], [name])}


def _leaving(entry: Entry, as_of: str | None) -> Entry:
    year = (as_of or "")[:4]
    in_use = [Seen(used["name"]) for used in entry.get("names_in_use") or ()]
    return {
        "id": entry["id"], "name": entry["name"], "municipality": entry.get("municipality"), "last": year,
        "former_names": former_names([*_borne(entry, year), *in_use], [entry["name"]]),
    }  # fmt: skip


def _profiles(facts: DuoFacts) -> dict[str, list[str]]:
    order: list[str] = list(VOCATIONAL_PATHS)
    return {code: sorted(facts.programmes[code], key=order.index) for code in PROFILES if code in facts.programmes}
