"""From the plain entries of a file to the register's own things."""

from __future__ import annotations

from sys import intern

from sto_cli.findings import Place
from sto_cli.register.model import (
    Address,
    Contact,
    Entry,
    FormerName,
    LeftSchool,
    LikelyArea,
    Member,
    NameInUse,
    Participation,
    Region,
    School,
    SchoolsNamed,
    Subregion,
)


def make_region(entry: Entry, place: Place, layer: int) -> Region:  # noqa: ARG001 - the same call for all parts
    """Make a region from an entry that fits the schema."""
    return Region(
        id=entry["id"],
        name=entry.get("name", ""),
        aliases=_texts(entry, "aliases"),
        kind=entry.get("kind"),
        provinces=_texts(entry, "provinces"),
        municipalities=_texts(entry, "municipalities"),
        certainty=entry.get("certainty", "high"),
        likely_municipalities=tuple(_likely_area(one) for one in entry.get("likely_municipalities") or ()),
        subregions=tuple(
            Subregion(**{**one, "municipalities": _texts(one, "municipalities")})
            for one in entry.get("subregions") or ()
        ),
        page=_address_on_the_web(entry, "page"),
        website=_address_on_the_web(entry, "website"),
        lead=entry.get("lead"),
        contact=_contact(entry.get("contact"), "programme-manager"),
        members=tuple(Member(**member) for member in entry.get("members") or ()),
        schools_named=tuple(_schools_named(one) for one in entry.get("schools_named") or ()),
        sources=tuple(map(_without_user, _texts(entry, "sources"))),
        as_of=entry.get("as_of"),
        place=place,
    )


def _likely_area(entry: Entry) -> LikelyArea:
    return LikelyArea(entry["name"], entry["certainty"], int(entry["order"]))


def _schools_named(entry: Entry) -> SchoolsNamed:
    return SchoolsNamed(int(entry["count"]), entry.get("words"), entry.get("as_of"), entry.get("source"))


def make_school(entry: Entry, place: Place, layer: int) -> School:  # noqa: ARG001
    """Make a school from an entry that fits the schema."""
    latitude_longitude = entry.get("coordinates")
    profiles = entry.get("profiles")
    return School(
        id=entry["id"],
        name=entry.get("name", ""),
        aliases=_texts(entry, "aliases"),
        former_names=_former_names(entry),
        names_in_use=tuple(NameInUse(**used) for used in entry.get("names_in_use") or ()),
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


def make_left(entry: Entry) -> LeftSchool:
    """Make a school that left from an entry that fits the schema."""
    lists = {key: _texts(entry, key) for key in ("other_exams", "successors")}
    return LeftSchool(**{**entry, "former_names": _former_names(entry), **lists})


def _former_names(entry: Entry) -> tuple[FormerName, ...]:
    """A former name is a text, or a name with the last year in which it was seen."""
    return tuple(
        FormerName(name) if isinstance(name, str) else FormerName(**name) for name in entry.get("former_names") or ()
    )


def make_participation(entry: Entry, place: Place, layer: int) -> Participation:
    """Make a participation from an entry that fits the schema."""
    return Participation(
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


def _address(entry: Entry) -> Address:
    postcode = entry.get("postcode")
    return Address(entry.get("street"), postcode.replace(" ", "") if postcode else None, entry.get("place"))


def _contact(entry: Entry | None, role: str) -> Contact | None:
    return Contact(**{"role": role, **entry, "url": _address_on_the_web(entry, "url")}) if entry else None


def _address_on_the_web(entry: Entry, key: str) -> str | None:
    """Return an address without the user name and password that a browser may have put in it: all answers repeat it."""
    address: str | None = entry.get(key)
    return _without_user(address) if address else address


def _without_user(address: str) -> str:
    if "@" not in address.partition("://")[2].partition("/")[0]:
        return address
    from sto_cli.files.personal import without_user  # noqa: PLC0415 - patterns that most addresses do not need

    return without_user(address)


def _texts(entry: Entry, key: str) -> tuple[str, ...]:
    return tuple(entry.get(key) or ())


def _interned(text: str | None) -> str | None:
    """Keep one copy of a name that thousands of schools share."""
    return intern(text) if text is not None else None
