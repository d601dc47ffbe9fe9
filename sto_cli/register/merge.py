"""Laying the files of several folders over each other: entries merge by id, a later folder wins.

Regions and schools merge key by key, so that an own file need say only what differs. Participations do not: what a
folder says of a school in a region, periods and all, replaces what lower folders say of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sto_cli.findings import Finding, Place
from sto_cli.messages import message
from sto_cli.register.model import LeftSchool, Participation, Region, School
from sto_cli.register.part_file import PartFile
from sto_cli.register.records import make_participation, make_region, make_school

Thing = TypeVar("Thing", Region, School, Participation)


@dataclass(slots=True)
class Merged:
    """The merged entries, and what did not fit together."""

    regions: dict[str, Region] = field(default_factory=dict)
    schools: dict[str, School] = field(default_factory=dict)
    left: dict[str, LeftSchool] = field(default_factory=dict)
    by_key: dict[tuple[str, str, str | None], Participation] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    @property
    def participations(self) -> tuple[Participation, ...]:
        """The participations that name a known school and region."""
        return tuple(self.by_key.values())


def merge(parts: Iterable[tuple[PartFile, int]]) -> Merged:
    """Merge files, each with the number of its folder, least weighty first; their entries are used up on the way."""
    merged = Merged()
    for part, layer in parts:
        merged.findings += part.findings
        merged.left |= {entry["id"]: LeftSchool(**entry) for entry in part.left}
        if part.kind == "regions":
            _lay_over(merged.regions, part, layer, make_region, lambda region: region.id, merged.findings)
        elif part.kind == "schools":
            _lay_over(merged.schools, part, layer, make_school, lambda school: school.id, merged.findings)
        else:
            _lay_over(merged.by_key, part, layer, make_participation, lambda entry: entry.key, merged.findings)
            _leave_out_below(merged.by_key, layer)
    _leave_out_nameless(merged.regions, merged.findings)
    _leave_out_nameless(merged.schools, merged.findings)
    merged.by_key = {key: entry for key, entry in merged.by_key.items() if _refers(entry, merged)}
    return merged


def _lay_over(
    things: dict[Any, Thing],
    part: PartFile,
    layer: int,
    make: Callable[[dict[str, Any], Place, int], Thing],
    key_of: Callable[[Thing], Any],
    findings: list[Finding],
) -> None:
    """Lay one file's entries over what there is; within one file the same id twice is a finding.

    A key of a later folder's entry replaces the former value, so that an own file can say only what differs.
    """
    seen: dict[Any, Place] = {}
    for index, entry in enumerate(_used_up(part.entries)):
        thing = make(entry, part.place(index), layer)
        key = key_of(thing)
        if key in seen:
            findings.append(_duplicate(key, thing.place, seen[key]))
            continue
        seen[key] = thing.place
        things[key] = _overlay(things[key], thing, entry) if key in things else thing


def _used_up(entries: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Give entries one by one and let go of them: what is made of 100,000 takes the room that they took."""
    nothing: dict[str, Any] = {}
    for index, entry in enumerate(entries):
        entries[index] = nothing
        yield entry


def _overlay(below: Thing, above: Thing, entry: dict[str, Any]) -> Thing:
    """Take from `above` what its entry names, and the rest from `below`."""
    from dataclasses import fields, replace  # noqa: PLC0415 - only where folders overlap

    if isinstance(above, Participation):
        return above  # a fact with its source: half of one and half of another would be nobody's
    named = {name: getattr(above, name) for name in (spot.name for spot in fields(above)) if name in entry}
    return replace(below, **named, place=above.place)


def _leave_out_below(by_key: dict[Any, Participation], layer: int) -> None:
    """What a folder says of a school in a region goes before all that the folders below it say of that."""
    own = {(entry.school, entry.region) for entry in by_key.values() if entry.layer == layer > 0}
    below = [key for key, entry in by_key.items() if entry.layer < layer and (entry.school, entry.region) in own]
    for key in below:
        del by_key[key]


def _leave_out_nameless(things: dict[str, Thing], findings: list[Finding]) -> None:
    """An entry may leave out the name only when a folder below gives it."""
    for id_, thing in list(things.items()):
        if not getattr(thing, "name"):  # noqa: B009 - both kinds have one, participations do not come here
            sentence = message("“{id}” is new here and has no name.", id=id_)
            hint = message("Add its name, or check the id: it may be misspelt.")
            findings.append(Finding("missing-key", "error", sentence, thing.place, hint))
            del things[id_]


def _refers(entry: Participation, merged: Merged) -> bool:
    known = True
    for key, id_, things in (("school", entry.school, merged.schools), ("region", entry.region, merged.regions)):
        if id_ not in things:
            known = False
            gone = merged.left.get(id_) if key == "school" else None
            merged.findings.append(_left(gone, entry) if gone else _unknown(key, id_, things, entry.place))
    return known


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
