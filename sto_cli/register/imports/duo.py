"""From DUO's open files to `schools.yaml`: a first register, or the next year of one that there is.

What the new files do not tell (an address, coordinates, an official name) is kept from the register as it was. A name
that changed becomes a former name; a school that is in no file any more is remembered among those that left, and one
that still has exams but stands in no list stays, as closed.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sto_cli.errors import UsageProblem
from sto_cli.files.tables import DataTable
from sto_cli.messages import message
from sto_cli.register.compare import EntryChange, compare
from sto_cli.register.imports.duo_entries import EntryMaker, address_key, borne
from sto_cli.register.imports.duo_files import DuoFiles, read_duo
from sto_cli.register.imports.duo_layouts import DuoFacts
from sto_cli.register.imports.spelling import Seen, former_names, letters_of, seen_before, tidy_name, without_levels
from sto_cli.register.imports.wrong_rows import WrongRow
from sto_cli.register.model import Entry
from sto_cli.register.municipalities import with_mergers
from sto_cli.register.part_file import PartFile

SUSPICIOUS_SHARE = 0.1
"""A year in which more of the schools than this would leave, or come back, is most often an incomplete file or one of
another year (2020–2025: 2 to 3% left)."""

SAMPLE = 0.5
"""A list with fewer of the schools than this is no list of all of them, and no half of one."""

DUO = "DUO Open Onderwijsdata (CC0)"

FEWEST_CLOSED = 2
"""So few schools may close whatever their share is."""

FEWEST_BACK = 5
"""So few schools may come back whatever their share is."""


@dataclass(slots=True)
class SchoolsUpdate:
    """The new content of `schools.yaml`, and what changes by it.

    `kept` counts schools by the key that was kept from the register; `without_address` are new or moved schools whose
    address no file tells, `without_spot` those with an address of which it is not known where it lies;
    `damaged` are the rows, by path and number, of which the location is not known, so that it would seem to be closed;
    `unknown_programmes` are codes of programmes that are not known here, with their schools; `two_names` are schools
    that have two names in one year in files of one kind; `older` are the kinds of facts that are known from later;
    `back` are the schools that had left.
    """

    entries: list[Entry]
    left: list[Entry]
    origins: list[Entry] = field(default_factory=list)
    changes: list[EntryChange] = field(default_factory=list)
    kept: dict[str, int] = field(default_factory=dict)
    without_address: list[str] = field(default_factory=list)
    without_spot: list[str] = field(default_factory=list)
    unknown_programmes: dict[str, list[str]] = field(default_factory=dict)
    wrong_codes: list[str] = field(default_factory=list)
    damaged: list[tuple[str, int]] = field(default_factory=list)
    wrong_rows: list[WrongRow] = field(default_factory=list)
    two_names: list[str] = field(default_factory=list)
    older: dict[str, str] = field(default_factory=dict)
    back: list[str] = field(default_factory=list)
    before: int = 0
    left_before: int = 0

    @property
    def suspicious(self) -> bool:
        """Whether so many schools would leave that the files are most likely incomplete."""
        closed = sum(change.kind in {"closed", "ended"} for change in self.changes)
        return closed > max(FEWEST_CLOSED, self.before * SUSPICIOUS_SHARE)

    @property
    def of_another_year(self) -> bool:
        """Whether so many schools would come back that the files are most likely of an earlier year."""
        return len(self.back) > max(FEWEST_BACK, self.left_before * SUSPICIOUS_SHARE)


def update_schools(
    tables: Iterable[DataTable], former: PartFile | None = None, as_of: str = "", source: str = ""
) -> SchoolsUpdate:
    """Make the entries, ordered by code, of every school with vmbo exam candidates and every location of the list.

    `former` is the register's file; `as_of` is when the new facts were gathered, `source` where they come from.

    Raises:
        UsageProblem: a table is in none of the known layouts, none of them says which schools there are, or a list
            names a location twice.
    """
    files = read_duo(tables, as_of[:4])
    entries = former.entries if former else []
    with_exams = _with_exams(files, entries)
    _refuse_no_schools(with_exams)
    _leave_samples(files, with_exams)
    listed = files.listed or {entry["id"] for entry in entries if entry.get("structure") and not entry.get("closed")}
    builder = EntryMaker(files, former, with_mergers(files.mergers))
    update = SchoolsUpdate(
        [builder.entry(code, listed=code in listed, closed=_closed(code, listed, builder.known, files, as_of))
         for code in sorted(with_exams | listed)],
        [],
        _origins(files, former, as_of, source),
        kept=builder.kept,
        without_address=builder.without_address,
        without_spot=builder.without_spot,
        unknown_programmes=builder.unknown_programmes,
        wrong_codes=files.wrong_codes,
        damaged=files.damaged,
        before=len(entries),
        left_before=len(builder.left),
    )  # fmt: skip
    update.left = _left(files, former, {entry["id"] for entry in update.entries}, listed=bool(listed))
    _name_successors(update, listed, builder.known)
    _add_remarks(update, files, builder)
    update.older = _older(files, former, as_of)
    if former:
        update.changes = compare("schools", former.entries, update.entries, builder.mergers)
    return update


def _with_exams(files: DuoFiles, entries: list[Entry]) -> set[str]:
    """The codes of the schools that have vmbo exams: by the new files, else by the register as it was."""
    if files.with_exams:
        return {code for code, facts in files.schools.items() if facts.vmbo}
    return {entry["id"] for entry in entries if "profiles" in entry}


def _refuse_no_schools(with_exams: set[str]) -> None:
    if not with_exams:
        raise UsageProblem(
            message("None of these files holds exam results for vmbo."),
            message("Add DUO's file “geslaagden, gezakten en cijfers” of the newest school year."),
        )


def _leave_samples(files: DuoFiles, with_exams: set[str]) -> None:
    """Take a list beside exam results that lacks most of their schools for a part of an older one.

    It tells addresses and former names then, and not which locations there are.
    """
    if not files.with_exams or len(files.listed & with_exams) >= len(with_exams) * SAMPLE:
        return
    if "locations" not in files.layouts:
        files.told.discard("locations")
    for facts in files.schools.values():
        if facts.listing:
            facts.former_names.append(Seen(facts.listing.name))
            facts.older_location |= facts.listing.location
            facts.listing = None


def _closed(code: str, listed: set[str], known: dict[str, Entry], files: DuoFiles, as_of: str) -> str | None:
    if not listed or code in listed:
        return None
    earlier = known.get(code, {}).get("closed")
    return earlier or (as_of if files.listed else None)


def _name_successors(update: SchoolsUpdate, listed: set[str], known: dict[str, Entry]) -> None:
    """Name the locations that stand now at the address of one that is closed or left, or are new and bear its name."""
    there: dict[object, list[str]] = {}
    for entry in update.entries:
        if entry["id"] in listed and entry.get("address"):
            there.setdefault(address_key(entry), []).append(entry["id"])
            if entry["id"] not in known:
                there.setdefault(_name_and_place(entry), []).append(entry["id"])
    for entry in [*(entry for entry in update.entries if entry.get("closed")), *update.left]:
        former = known.get(entry["id"], {})
        if former.get("address"):
            now = there.get(address_key(former)) or there.get(_name_and_place(former)) or former.get("successors")
            entry.update({"successors": now} if now else {})


def _name_and_place(entry: Entry) -> tuple[frozenset[str], str]:
    return without_levels(entry["name"]), letters_of(entry["address"].get("place", ""))


def _add_remarks(update: SchoolsUpdate, files: DuoFiles, builder: EntryMaker) -> None:
    told = {entry["id"] for entry in (*update.entries, *update.left)}
    unknown = [row for code, row in files.rows_of_names.items() if code not in told]
    update.wrong_rows = [*files.wrong_rows, *unknown]
    update.two_names = [code for code in sorted(told) if _has_two_names(files.schools.get(code))]
    if any(entry.get("structure") for entry in builder.known.values()):  # the first list brings many back
        update.back = sorted(builder.left & {entry["id"] for entry in update.entries})


def _origins(files: DuoFiles, former: PartFile | None, as_of: str, source: str) -> list[Entry]:
    """When and where each kind of facts comes from: those of these files, the others as they were."""
    found = _known_origins(former)
    for what in files.told - {"areas"}:
        earlier = found.get(what, {}).get("source", former.source if former else None)
        found[what] = {"what": what, "as_of": as_of, "source": source or earlier or DUO}
    return [found[what] for what in ("exams", "locations", "names") if what in found]


def _known_origins(former: PartFile | None) -> dict[str, Entry]:
    if former is None or not former.as_of or not former.source:
        return {}
    whole = {"as_of": former.as_of, "source": former.source}
    return {origin["what"]: origin for origin in former.origins} or {"exams": {"what": "exams", **whole}}


def _older(files: DuoFiles, former: PartFile | None, as_of: str) -> dict[str, str]:
    """The kinds of facts that the register has from later than these files, with their date."""
    known = _known_origins(former)
    told = (known[what] for what in ("exams", "locations") if what in files.told and what in known)
    return {origin["what"]: origin["as_of"] for origin in told if as_of and origin["as_of"][: len(as_of)] > as_of}


def _left(files: DuoFiles, former: PartFile | None, now: set[str], *, listed: bool) -> list[Entry]:
    """Return the schools that are known from before and no longer in the files, ordered by code.

    Of one that never had vmbo exams only a list of all locations says that it left (`listed`).
    """
    found: dict[str, Entry] = {}
    for code, facts in files.schools.items():
        if facts.former_names and (facts.last_exams or (listed and facts.last_other)):
            found[code] = _left_by_exams(code, facts)
    if former:
        found |= {entry["id"]: dict(entry) for entry in former.left}
        found |= {entry["id"]: _leaving(entry, former.as_of) for entry in former.entries}
    left = [_with_names(found[code], files.schools[code].former_names) for code in sorted(found) if code not in now]
    return [{key: value for key, value in entry.items() if value} for entry in left]


def _left_by_exams(code: str, facts: DuoFacts) -> Entry:
    last = facts.last_exams or facts.last_other
    name = max(facts.former_names, key=lambda seen: seen.until == last).name
    other = [] if facts.last_exams else sorted(facts.other_exams)
    municipality = facts.older_location.get("municipality", "")
    return {"id": code, "name": tidy_name(name), "municipality": municipality, "last": last, "other_exams": other}


def _has_two_names(facts: DuoFacts | None) -> bool:
    return facts is not None and any(len(names) > 1 for names in facts.names_of_year.values())


def _with_names(entry: Entry, more: Iterable[Seen]) -> Entry:
    name = tidy_name(entry["name"])
    return {**entry, "name": name, "former_names": former_names([*seen_before(entry), *more], [name])}


def _leaving(entry: Entry, as_of: str | None) -> Entry:
    year = (as_of or "")[:4]
    in_use = [Seen(used["name"]) for used in entry.get("names_in_use") or ()]
    return {
        "id": entry["id"], "name": entry["name"], "municipality": entry.get("municipality"),
        "last": year if "profiles" in entry else entry.get("last_exams"),
        "former_names": former_names([*borne(entry, year), *in_use], [entry["name"]]),
        "other_exams": entry.get("other_exams"),
    }  # fmt: skip
