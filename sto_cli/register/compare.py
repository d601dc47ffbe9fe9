"""What changed between two states of the register: schools, regions, participations."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sto_cli.errors import BrokenRegister, UnreadableFile
from sto_cli.files.folders import require_folder
from sto_cli.files.history import Contents
from sto_cli.files.reading import is_there
from sto_cli.messages import message
from sto_cli.register.imports.spelling import same_name
from sto_cli.register.load import shipped_folder
from sto_cli.register.model import PART_KINDS, Entry, PartKind
from sto_cli.register.municipalities import MERGED, Mergers, seen_mergers
from sto_cli.register.part_file import PartFile, part_of, read_part

KINDS: dict[PartKind, tuple[str, ...]] = {
    "schools": ("opened", "closed", "began", "ended", "renamed", "moved", "merged", "profiles", "address", "details"),
    "regions": ("added", "removed", "renamed", "municipalities", "details"),
    "participation": ("added", "removed", "status", "period", "details"),
}
"""The kinds of change per part, weightiest first.
`began`, `ended`: its vmbo exams; `moved`: to another municipality; `merged`: the municipality itself
became part of another; `details`: any other key, named in `key`."""


FIRST_TIME = ("structure", "other_exams", "last_exams")
"""Facts that are no news about a school when the register hears them for the first time."""


@dataclass(frozen=True, slots=True)
class EntryChange:
    """One change of one entry: what it was and what it is, as the files write it; None where there is nothing."""

    part: PartKind
    kind: str
    id: str
    name: str
    key: str = ""
    before: object = None
    after: object = None


def compare(
    part: PartKind, before: Sequence[Entry], after: Sequence[Entry], mergers: Mergers = MERGED
) -> list[EntryChange]:
    """Return the changes between two lists of entries of one part, by kind and then by id; always in one order."""
    compared: dict[PartKind, Callable[[], Iterable[EntryChange]]] = {
        "schools": lambda: compare_schools(before, after, mergers),
        "regions": lambda: compare_regions(before, after),
        "participation": lambda: compare_participation(before, after),
    }
    kinds = KINDS[part]
    return sorted(compared[part](), key=lambda change: (kinds.index(change.kind), change.id, change.name, change.key))


def compare_schools(
    before: Sequence[Entry], after: Sequence[Entry], mergers: Mergers = MERGED
) -> Iterator[EntryChange]:
    """Yield what changed about schools."""
    old, new = _by_id(before), _by_id(after)
    moves = [
        (str(old[code].get("municipality")), str(new[code].get("municipality")))
        for code in old.keys() & new.keys()
        if old[code].get("municipality") != new[code].get("municipality")
    ]
    seen = seen_mergers(moves, (str(entry.get("municipality")) for entry in new.values()))
    for code in sorted(old.keys() | new.keys()):
        if code not in old:
            yield EntryChange("schools", "opened", code, _name(new[code]), after=_where(new[code]))
        elif code not in new:
            yield EntryChange("schools", "closed", code, _name(old[code]), before=_where(old[code]))
        else:
            yield from _school_changes(old[code], new[code], mergers, seen)


def _school_changes(old: Entry, new: Entry, mergers: Mergers, seen: set[tuple[str, str]]) -> Iterator[EntryChange]:
    code, name = new["id"], _name(new) or _name(old)
    told = {"name", "municipality", "profiles", "address", "closed"}
    told |= {key for key in FIRST_TIME if not old.get(key)}
    if new.get("closed") and not old.get("closed"):
        yield EntryChange("schools", "closed", code, name, "closed", _where(old), new.get("successors"))
        told.add("successors")
    if not same_name(_name(old), _name(new)):
        yield EntryChange("schools", "renamed", code, name, "name", _name(old), _name(new))
        told |= {"former_names", "aliases"}  # the old name among the former ones is the same news
    was, now = old.get("municipality"), new.get("municipality")
    if was != now:
        merged = now in mergers.get(str(was), ()) or (was, now) in seen
        yield EntryChange("schools", "merged" if merged else "moved", code, name, "municipality", was, now)
    if old.get("profiles") != new.get("profiles"):
        kind = "began" if "profiles" not in old else "profiles" if "profiles" in new else "ended"
        yield EntryChange("schools", kind, code, name, "profiles", old.get("profiles"), new.get("profiles"))
    if old.get("address") != new.get("address"):
        yield EntryChange("schools", "address", code, name, "address", old.get("address"), new.get("address"))
        told |= {"coordinates", "coordinates_about"}  # they went with it
    yield from _details("schools", old, new, code, name, told)


def compare_regions(before: Sequence[Entry], after: Sequence[Entry]) -> Iterator[EntryChange]:
    """Yield what changed about regions."""
    old, new = _by_id(before), _by_id(after)
    for id_ in sorted(old.keys() | new.keys()):
        if id_ not in old:
            yield EntryChange("regions", "added", id_, _name(new[id_]))
        elif id_ not in new:
            yield EntryChange("regions", "removed", id_, _name(old[id_]))
        else:
            yield from _region_changes(old[id_], new[id_])


def _region_changes(old: Entry, new: Entry) -> Iterator[EntryChange]:
    id_, name = new["id"], _name(new)
    if _name(old) != name:
        yield EntryChange("regions", "renamed", id_, name, "name", _name(old), name)
    was, now = set(old.get("municipalities") or ()), set(new.get("municipalities") or ())
    if was != now:
        yield EntryChange(
            "regions", "municipalities", id_, name, "municipalities", sorted(was - now), sorted(now - was)
        )
    yield from _details("regions", old, new, id_, name, {"name", "municipalities"})


def compare_participation(before: Sequence[Entry], after: Sequence[Entry]) -> Iterator[EntryChange]:
    """Yield what changed about participations; `id` is the school, `name` the region.

    A school and region that have one entry before and one after are the same participation, whatever their period.
    """
    old, new = _by_pair(before), _by_pair(after)
    for pair in sorted(old.keys() | new.keys()):
        was, now = old.get(pair, []), new.get(pair, [])
        if len(was) == len(now) == 1:
            yield from _participation_changes(was[0], now[0])
            continue
        by_start_old, by_start_new = ({entry.get("since"): entry for entry in entries} for entries in (was, now))
        for start in sorted(by_start_old.keys() | by_start_new.keys(), key=lambda start: start or ""):
            if start not in by_start_old:
                yield _whole("added", by_start_new[start])
            elif start not in by_start_new:
                yield _whole("removed", by_start_old[start])
            else:
                yield from _participation_changes(by_start_old[start], by_start_new[start])


def _participation_changes(old: Entry, new: Entry) -> Iterator[EntryChange]:
    school, region = new["school"], new["region"]
    if old["status"] != new["status"]:
        yield EntryChange("participation", "status", school, region, "status", old["status"], new["status"])
    was, now = _period(old), _period(new)
    if was != now:
        yield EntryChange("participation", "period", school, region, "period", was, now)
    yield from _details("participation", old, new, school, region, {"school", "region", "status", "since", "until"})


def _whole(kind: str, entry: Entry) -> EntryChange:
    said = {"status": entry["status"], **_period(entry)}
    before, after = (None, said) if kind == "added" else (said, None)
    return EntryChange("participation", kind, entry["school"], entry["region"], "", before, after)


def _details(part: PartKind, old: Entry, new: Entry, id_: str, name: str, told: set[str]) -> Iterator[EntryChange]:
    for key in sorted((old.keys() | new.keys()) - told - {"id"}):
        if old.get(key) != new.get(key):
            yield EntryChange(part, "details", id_, name, key, old.get(key), new.get(key))


def _period(entry: Entry) -> dict[str, str]:
    return {key: entry[key] for key in ("since", "until") if entry.get(key)}


def _by_id(entries: Iterable[Entry]) -> dict[str, Entry]:
    return {entry["id"]: entry for entry in entries}


def _by_pair(entries: Iterable[Entry]) -> dict[tuple[str, str], list[Entry]]:
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        found.setdefault((entry["school"], entry["region"]), []).append(entry)
    return found


def _name(entry: Entry) -> str:
    return str(entry.get("name") or "")


def _where(entry: Entry) -> str:
    """Return where a school stands: its place, or its municipality."""
    return str((entry.get("address") or {}).get("place") or entry.get("municipality") or "")


@dataclass(frozen=True, slots=True)
class Comparison:
    """The changes of the parts that both folders hold; `names` are the schools' names by code, for people."""

    changes: list[EntryChange]
    only_in_one: tuple[PartKind, ...] = ()
    names: dict[str, str] = field(default_factory=dict)

    def name_of(self, code: str) -> str:
        """Return a school's name, or its code where no folder has it."""
        return self.names.get(code, code)


def compare_folders(before: Path, after: Path) -> Comparison:
    """Compare each part that both folders hold.

    Raises:
        UnreadableFile: there is no such folder, a file cannot be read, or the folders have no part in common.
        BrokenRegister: a file has something wrong in it.
    """
    old, new = _parts(before), _parts(after)
    both = [kind for kind in PART_KINDS if kind in old and kind in new]
    if not both:
        raise UnreadableFile(
            message("{one} and {other} have no file of a register in common.", one=before, other=after),
            message("Each should hold one or more of regions.yaml, schools.yaml and participation.yaml."),
        )
    changes = [change for kind in both for change in compare(kind, old[kind].entries, new[kind].entries)]
    only = tuple(kind for kind in PART_KINDS if (kind in old) != (kind in new))
    return Comparison(changes, only, _names(old, new))


def _parts(folder: Path) -> dict[PartKind, PartFile]:
    require_folder(folder, message("Check the name and where you are."))
    found: dict[PartKind, PartFile] = {}
    for kind in PART_KINDS:
        path = folder / f"{kind}.yaml"
        if is_there(path):
            found[kind] = read_part(kind, path, str(path))
            if found[kind].findings:
                raise BrokenRegister(
                    message("{path} has something wrong in it, so it cannot be compared:", path=path),
                    found[kind].findings,
                )
    return found


def _names(*folders: dict[PartKind, PartFile]) -> dict[str, str]:
    """Collect names of schools: those of the folders, else those of the register that ships."""
    files = [parts["schools"] for parts in folders if "schools" in parts]
    if not files:
        path = shipped_folder() / "schools.yaml"
        files = [read_part("schools", path, path.name)] if is_there(path) else []
    return {entry["id"]: str(entry.get("name", "")) for part in files for entry in part.entries}


def compare_contents(before: Contents, after: Contents) -> list[EntryChange]:
    """Return what changes about who takes part where files of own data get other contents."""
    name = "participation.yaml"
    if name not in after:
        return []
    return list(compare("participation", _entries(before.get(name), name), _entries(after[name], name)))


def _entries(data: bytes | None, name: str) -> list[Entry]:
    part = part_of("participation", data.decode("utf-8", "replace"), name) if data else None
    return part.entries if part and not part.findings else []
