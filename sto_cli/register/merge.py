"""Laying the files of several folders over each other: entries merge by id, a later folder wins.

Regions and schools merge key by key, so that an own file need say only what differs. Participations do not: what a
folder says of a school in a region, periods and all, replaces what lower folders say of it.
"""

from collections.abc import Iterable, Mapping, Sequence
from sys import intern
from typing import NamedTuple

from sto_cli.findings import Finding, Place
from sto_cli.messages import message
from sto_cli.register import model
from sto_cli.register.stored import Stored, StoredPart, Things


class Merged(NamedTuple):
    """The merged entries that name a known school and region, and what did not fit together."""

    regions: Things[model.Region]
    schools: Things[model.School]
    left: dict[str, model.LeftSchool]
    participations: Things[model.Participation]
    findings: list[Finding]


def merge(parts: Sequence[tuple[StoredPart, int]]) -> Merged:
    """Merge files, each with the number of its folder, least weighty first."""
    findings: list[Finding] = []
    left = {entry["id"]: make_left(entry) for part, _ in parts for entry in part.left}
    regions = Things(make_region, _merged("regions", parts, findings))
    schools = Things(make_school, _merged("schools", parts, findings))
    known = _Known(schools, regions, left)
    facts = {id_: fact for id_, fact in _facts(parts, findings).items() if known.refers(fact, findings)}
    return Merged(regions, schools, left, Things(make_participation, facts), findings)


def _merged(
    kind: model.PartKind, parts: Sequence[tuple[StoredPart, int]], findings: list[Finding]
) -> dict[str, Stored]:
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
        id_ = line[: line.index(b"\t")].decode()
        entry = Stored(line, part.path, layer)
        first = seen.setdefault(id_, entry)
        if first is not entry:
            findings.append(_duplicate(id_, entry.place, first.place))
    return seen


def _facts(parts: Sequence[tuple[StoredPart, int]], findings: list[Finding]) -> dict[str, Stored]:
    """Lay the participations of each file over those of the folders below; none is mixed of two.

    A fact with its source is whole: half of one and half of another would be what no source says. So what a folder
    says of a school in a region goes before all that the folders below it say of that.
    """
    facts: dict[str, Stored] = {}
    for part, layer in parts:
        if part.kind == "participation":
            own = _once(part, layer, findings)
            spoken_of = {_school_and_region(id_) for id_ in own}
            below = [id_ for id_, fact in facts.items() if fact.layer < layer]
            for id_ in below:
                if _school_and_region(id_) in spoken_of:
                    del facts[id_]
            facts.update(own)
    return facts


def _school_and_region(id_: str) -> tuple[str, str]:
    school, region, *_ = id_.split(" ")
    return school, region


def _nameless(id_: str, place: Place) -> Finding:
    """An entry may leave out the name only when a folder below gives it."""
    sentence = message("“{id}” is new here and has no name.", id=id_)
    return Finding(
        "missing-key", "error", sentence, place, message("Add its name, or check the id: it may be misspelt.")
    )


class _Known(NamedTuple):
    """What a participation may name."""

    schools: Things[model.School]
    regions: Things[model.Region]
    left: Mapping[str, model.LeftSchool]

    def refers(self, fact: Stored, findings: list[Finding]) -> bool:
        """Whether the school and region of a participation are known; else a finding says which is not."""
        school, region = _school_and_region(fact.id)
        guessed = len(findings) < MOST_GUESSED
        if school not in self.schools:
            gone = self.left.get(school)
            near = _near(school, self.schools) if guessed and not gone else None
            findings.append(_left(gone, fact) if gone else _unknown("school", school, fact.place, near))
        if region not in self.regions:
            near = _near(region, self.regions) if guessed else None
            findings.append(_unknown("region", region, fact.place, near))
        return school in self.schools and region in self.regions


def _duplicate(id_: str, place: Place, first: Place) -> Finding:
    sentence = message("“{key}” stands here for the second time (first on line {line}).", key=id_, line=str(first.line))
    return Finding("duplicate-id", "error", sentence, place, message("Keep one of the two entries."))


def _left(school: model.LeftSchool, fact: Stored) -> Finding:
    """A code that was right once is no mistake: an own file must not stop working when a school closes."""
    sentence = message(
        "{name} ({id}) has left DUO's files on vmbo exams (last exams: {last}); this line no longer counts.",
        name=school.name,
        id=school.id,
        last=school.last or "?",
    )
    hint = message("Give the code under which its pupils go on, or take the line out.")
    return Finding("school-left", "warning", sentence, fact.place, hint)


MOST_GUESSED = 20
"""Findings up to which is said what may have been meant: guessing costs a millisecond, nobody reads more."""


def _near(id_: str, things: Iterable[str]) -> str | None:
    from difflib import get_close_matches  # noqa: PLC0415 - only where something is wrong

    return next(iter(get_close_matches(id_, things, n=1)), None)


def _unknown(key: str, id_: str, place: Place, near: str | None) -> Finding:
    sentence = (
        message("There is no school {id} in the register.", id=id_)
        if key == "school"
        else message("There is no region {id} in the register.", id=id_)
    )
    if near:
        hint = message("Did you mean “{near}”?", near=near)
    elif key == "school":
        hint = message("Look up the code with: sto find-region “name of the school”.")
    else:
        hint = message("See all regions with: sto region list.")
    return Finding(f"unknown-{key}", "error", sentence, place, hint)


def make_region(entry: model.Entry, place: Place, layer: int) -> model.Region:  # noqa: ARG001 - the same call for all parts
    """Make a region from an entry that fits the schema."""
    return model.Region(
        id=entry["id"],
        name=entry.get("name", ""),
        aliases=_texts(entry, "aliases"),
        kind=entry.get("kind"),
        provinces=_texts(entry, "provinces"),
        municipalities=_texts(entry, "municipalities"),
        certainty=entry.get("certainty", "high"),
        likely_municipalities=tuple(_likely_area(one) for one in entry.get("likely_municipalities") or ()),
        subregions=tuple(
            model.Subregion(**{**one, "municipalities": _texts(one, "municipalities")})
            for one in entry.get("subregions") or ()
        ),
        page=_address_on_the_web(entry, "page"),
        website=_address_on_the_web(entry, "website"),
        lead=entry.get("lead"),
        contact=_contact(entry.get("contact"), "programme-manager"),
        members=tuple(model.Member(**member) for member in entry.get("members") or ()),
        schools_named=tuple(_schools_named(one) for one in entry.get("schools_named") or ()),
        sources=tuple(map(_without_user, _texts(entry, "sources"))),
        as_of=entry.get("as_of"),
        place=place,
    )


def _likely_area(entry: model.Entry) -> model.LikelyArea:
    return model.LikelyArea(entry["name"], entry["certainty"], int(entry["order"]))


def _schools_named(entry: model.Entry) -> model.SchoolsNamed:
    return model.SchoolsNamed(int(entry["count"]), entry.get("words"), entry.get("as_of"), entry.get("source"))


def make_school(entry: model.Entry, place: Place, layer: int) -> model.School:  # noqa: ARG001
    """Make a school from an entry that fits the schema."""
    latitude_longitude = entry.get("coordinates")
    profiles = entry.get("profiles")
    return model.School(
        id=entry["id"],
        name=entry.get("name", ""),
        aliases=_texts(entry, "aliases"),
        former_names=_former_names(entry),
        names_in_use=tuple(model.NameInUse(**used) for used in entry.get("names_in_use") or ()),
        address=_address(entry.get("address") or {}),
        municipality=_interned(entry.get("municipality")),
        province=_interned(entry.get("province")),
        labour_market_region=_interned(entry.get("labour_market_region")),
        coordinates=(latitude_longitude[0], latitude_longitude[1]) if latitude_longitude else None,
        coordinates_about=entry.get("coordinates_about") == "yes",
        website=_address_on_the_web(entry, "website"),
        profiles=None if profiles is None else {intern(code): tuple(paths) for code, paths in profiles.items()},
        structure=_texts(entry, "structure"),
        last_exams=entry.get("last_exams"),
        other_exams=_texts(entry, "other_exams"),
        closed=entry.get("closed"),
        successors=_texts(entry, "successors"),
        place=place,
    )


def make_left(entry: model.Entry) -> model.LeftSchool:
    """Make a school that left from an entry that fits the schema."""
    lists = {key: _texts(entry, key) for key in ("other_exams", "successors")}
    return model.LeftSchool(**{**entry, "former_names": _former_names(entry), **lists})


def _former_names(entry: model.Entry) -> tuple[model.FormerName, ...]:
    """A former name is a text, or a name with the last year in which it was seen."""
    return tuple(
        model.FormerName(name) if isinstance(name, str) else model.FormerName(**name)
        for name in entry.get("former_names") or ()
    )


def make_participation(entry: model.Entry, place: Place, layer: int) -> model.Participation:
    """Make a participation from an entry that fits the schema."""
    return model.Participation(
        school=entry["school"],
        region=entry["region"],
        status=entry["status"],
        since=entry.get("since"),
        until=entry.get("until"),
        as_of=entry.get("as_of"),
        source=_address_on_the_web(entry, "source"),
        level=entry.get("level", "exact"),
        certainty=entry.get("certainty", "certain"),
        against=entry.get("against"),
        contact=_contact(entry.get("contact"), "school-contact"),
        note=entry.get("note"),
        layer=layer,
        place=place,
    )


def _address(entry: model.Entry) -> model.Address:
    postcode = entry.get("postcode")
    return model.Address(entry.get("street"), postcode.replace(" ", "") if postcode else None, entry.get("place"))


def _contact(entry: model.Entry | None, role: str) -> model.Contact | None:
    return model.Contact(**{"role": role, **entry, "url": _address_on_the_web(entry, "url")}) if entry else None


def _address_on_the_web(entry: model.Entry, key: str) -> str | None:
    """Return an address without the user name and password that a browser may have put in it: all answers repeat it."""
    address: str | None = entry.get(key)
    return _without_user(address) if address else address


def _without_user(address: str) -> str:
    if "@" not in address.partition("://")[2].partition("/")[0]:
        return address
    from sto_cli.files.personal import without_user  # noqa: PLC0415 - patterns that most addresses do not need

    return without_user(address)


def _texts(entry: model.Entry, key: str) -> tuple[str, ...]:
    return tuple(entry.get(key) or ())


def _interned(text: str | None) -> str | None:
    """Keep one copy of a name that thousands of schools share."""
    return intern(text) if text is not None else None
