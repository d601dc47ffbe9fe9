"""Laying the files of several folders over each other: entries merge by id, a later folder wins.

Regions and schools merge key by key, so that an own file need say only what differs. Participations do not: what a
folder says of a school in a region, periods and all, replaces what lower folders say of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sto_cli.findings import Finding, Place
from sto_cli.messages import message
from sto_cli.register.model import LeftSchool, Participation, PartKind, Region, School
from sto_cli.register.records import make_left, make_participation, make_region, make_school
from sto_cli.register.stored import Stored, StoredPart, Things, read


class Merged(NamedTuple):
    """The merged entries that name a known school and region, and what did not fit together."""

    regions: Things[Region]
    schools: Things[School]
    left: dict[str, LeftSchool]
    participations: tuple[Participation, ...]
    findings: list[Finding]


def merge(parts: Sequence[tuple[StoredPart, int]]) -> Merged:
    """Merge files, each with the number of its folder, least weighty first."""
    findings: list[Finding] = []
    left = {entry["id"]: make_left(entry) for part, _ in parts for entry in part.left}
    regions = Things(make_region, _merged("regions", parts, findings))
    schools = Things(make_school, _merged("schools", parts, findings))
    by_key: dict[ParticipationKey, Participation] = {}
    for part, layer in parts:
        if part.kind == "participation":
            _lay_facts_over(by_key, part, layer, findings)
    known = _Known(schools, regions, left)
    return Merged(
        regions, schools, left, tuple(entry for entry in by_key.values() if known.refers(entry, findings)), findings
    )


ParticipationKey = tuple[str, str, str | None]


def _merged(kind: PartKind, parts: Sequence[tuple[StoredPart, int]], findings: list[Finding]) -> dict[str, Stored]:
    """Lay the files of one kind over each other: a key of a later folder's entry replaces the former value."""
    merged: dict[str, Stored] = {}
    for part, layer in parts:
        if part.kind == kind:
            for id_, entry in _once(part, layer, findings).items():
                merged[id_] = entry.over(merged[id_]) if id_ in merged else entry
    for id_ in {id_ for part, _ in parts if part.kind == kind for id_ in part.nameless}:
        if not merged[id_].entry.get("name"):
            findings.append(_nameless(id_, merged.pop(id_).place))
    return merged


def _once(part: StoredPart, layer: int, findings: list[Finding]) -> dict[str, Stored]:
    """The entries of one file by their id; the same id twice is a finding."""
    seen: dict[str, Stored] = {}
    for line in part.lines:
        entry = Stored(line, part.path, layer)
        first = seen.setdefault(entry.id, entry)
        if first is not entry:
            findings.append(_duplicate(entry.id, entry.place, first.place))
    return seen


def _lay_facts_over(
    by_key: dict[ParticipationKey, Participation], part: StoredPart, layer: int, findings: list[Finding]
) -> None:
    """Lay the participations of one file over those of the folders below; none is mixed of two.

    A fact with its source is whole: half of one and half of another would be what no source says.
    """
    seen: dict[ParticipationKey, Place] = {}
    for entry in read(*(Stored(line, part.path, layer) for line in part.lines)):
        fact = make_participation(*entry)
        if fact.key in seen:
            findings.append(_duplicate(fact.key, fact.place, seen[fact.key]))
            continue
        seen[fact.key] = fact.place
        by_key[fact.key] = fact
    _leave_out_below(by_key, layer)


def _leave_out_below(by_key: dict[ParticipationKey, Participation], layer: int) -> None:
    """What a folder says of a school in a region goes before all that the folders below it say of that."""
    own = {(entry.school, entry.region) for entry in by_key.values() if entry.layer == layer > 0}
    below = [key for key, entry in by_key.items() if entry.layer < layer and (entry.school, entry.region) in own]
    for key in below:
        del by_key[key]


def _nameless(id_: str, place: Place) -> Finding:
    """An entry may leave out the name only when a folder below gives it."""
    sentence = message("“{id}” is new here and has no name.", id=id_)
    return Finding(
        "missing-key", "error", sentence, place, message("Add its name, or check the id: it may be misspelt.")
    )


class _Known(NamedTuple):
    """What a participation may name."""

    schools: Things[School]
    regions: Things[Region]
    left: Mapping[str, LeftSchool]

    def refers(self, entry: Participation, findings: list[Finding]) -> bool:
        """Whether its school and region are known; else a finding says which is not."""
        if entry.school not in self.schools:
            gone = self.left.get(entry.school)
            findings.append(_left(gone, entry) if gone else _unknown("school", entry.school, self.schools, entry.place))
        if entry.region not in self.regions:
            findings.append(_unknown("region", entry.region, self.regions, entry.place))
        return entry.school in self.schools and entry.region in self.regions


def _duplicate(key: Any, place: Place, first: Place) -> Finding:
    shown = key if isinstance(key, str) else " ".join(part for part in key if part)
    sentence = message(
        "“{key}” stands here for the second time (first on line {line}).", key=shown, line=str(first.line)
    )
    return Finding("duplicate-id", "error", sentence, place, message("Keep one of the two entries."))


def _left(school: LeftSchool, entry: Participation) -> Finding:
    """A code that was right once is no mistake: an own file must not stop working when a school closes."""
    sentence = message(
        "{name} ({id}) has left DUO's files on vmbo exams (last exams: {last}); this line no longer counts.",
        name=school.name,
        id=school.id,
        last=school.last or "?",
    )
    hint = message("Give the code under which its pupils go on, or take the line out.")
    return Finding("school-left", "warning", sentence, entry.place, hint)


def _unknown(key: str, id_: str, things: Iterable[str], place: Place) -> Finding:
    from difflib import get_close_matches  # noqa: PLC0415 - only where something is wrong

    near = get_close_matches(id_, things, n=1)
    sentence = (
        message("There is no school {id} in the register.", id=id_)
        if key == "school"
        else message("There is no region {id} in the register.", id=id_)
    )
    if near:
        hint = message("Did you mean “{near}”?", near=near[0])
    elif key == "school":
        hint = message("Look up the code with: sto find-region “name of the school”.")
    else:
        hint = message("See all regions with: sto region list.")
    return Finding(f"unknown-{key}", "error", sentence, place, hint)
