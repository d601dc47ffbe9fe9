"""What changed between two states of the register: schools, regions, participations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sto_cli.register.imports.spelling import same_name
from sto_cli.register.model import Entry, PartKind
from sto_cli.register.municipalities import MERGED, Mergers, seen_mergers

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
    seen = _seen_mergers(old, new)
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


def _seen_mergers(old: Mapping[str, Entry], new: Mapping[str, Entry]) -> set[tuple[str, str]]:
    moves = [
        (str(old[code].get("municipality")), str(new[code].get("municipality")))
        for code in old.keys() & new.keys()
        if old[code].get("municipality") != new[code].get("municipality")
    ]
    return seen_mergers(moves, (str(entry.get("municipality")) for entry in new.values()))
