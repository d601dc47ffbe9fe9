"""From what DUO's files say of one school to its entry in `schools.yaml`, with what is kept of the entry it had."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property

from sto_cli.register.imports import spelling
from sto_cli.register.imports.duo_files import DuoFiles
from sto_cli.register.imports.duo_layouts import DuoFacts
from sto_cli.register.model import Entry
from sto_cli.register.municipalities import ALSO_WRITTEN, Mergers, current_name
from sto_cli.register.part_file import PartFile
from sto_cli.register.profiles import PROFILES, VOCATIONAL_PATHS

ABOUT = 2
"""Decimals of coordinates that say about where a school is: a kilometre."""


class Spots:
    """The coordinates that are known, by address, by postcode and by the digits of the postcode."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._at: dict[str, list[float]] = {}
        self._with_postcode: dict[str, list[float]] = {}
        self._in_area: dict[str, list[list[float]]] = defaultdict(list)
        for entry in entries:
            if entry.get("coordinates") and "coordinates_about" not in entry:
                self._at.setdefault(address_key(entry), entry["coordinates"])
                self._with_postcode.setdefault(_postcode(entry), entry["coordinates"])
                self._in_area[_postcode(entry)[:4]].append(entry["coordinates"])

    def of(self, entry: Entry) -> Entry:
        """Return the coordinates of an address: its own, else about where it is, else nothing."""
        if not _postcode(entry):
            return {}
        if spot := self._at.get(address_key(entry)):
            return {"coordinates": spot}
        if spot := self._with_postcode.get(_postcode(entry)):
            return {"coordinates": spot, "coordinates_about": "yes"}
        return self.about(entry)

    def about(self, entry: Entry) -> Entry:
        """Return the middle of the schools with nearly the same postcode, to about a kilometre, or nothing."""
        near = self._in_area.get(_postcode(entry)[:4])
        return about(near) if near else {}


def about(spots: list[list[float]]) -> Entry:
    """Return coordinates that say about where something is."""
    middle = [round(sum(values) / len(spots), ABOUT) for values in zip(*spots, strict=True)]
    return {"coordinates": middle, "coordinates_about": "yes"}


def address_key(entry: Entry) -> str:
    """What two addresses have in common that are the same building: postcode, street and the number's digits."""
    street, _, number = str((entry.get("address") or {}).get("street", "")).rpartition(" ")
    digits = number.split("-")[0]
    return f"{_postcode(entry)} {spelling.letters_of(street)} {spelling.letters_of(digits)}"


def _postcode(entry: Entry) -> str:
    return str((entry.get("address") or {}).get("postcode", ""))


KEYS = (
    "id", "name", "aliases", "former_names", "names_in_use", "address", "municipality", "province",
    "labour_market_region", "coordinates", "coordinates_about", "website", "structure", "last_exams", "other_exams",
    "closed", "successors",
)  # fmt: skip
"""The order in which an entry is written; `profiles` comes last."""

OF_THE_SPOT = ("address", "coordinates", "labour_market_region")
"""What no longer holds when a school is in another municipality."""

KEPT = ("address", "coordinates", "website", "municipality", "province", "labour_market_region")
"""What is kept from the register when the new files do not tell it, and is counted."""


class EntryMaker:
    """Makes entries, and counts what was kept and what is missing."""

    def __init__(self, files: DuoFiles, former: PartFile | None, mergers: Mergers) -> None:
        entries = former.entries if former else []
        left = former.left if former else []
        self.files = files
        self.known: dict[str, Entry] = {entry["id"]: entry for entry in (*left, *entries)}
        self.left = {entry["id"] for entry in left}
        self.year = (former.as_of or "")[:4] if former else ""
        self.mergers = mergers
        self.kept: dict[str, int] = {}
        self.without_address: list[str] = []
        self.without_spot: list[str] = []
        self.unknown_programmes: dict[str, list[str]] = {}
        self.areas = {entry["municipality"]: entry for entry in entries if entry.get("municipality")} | files.areas
        found: dict[str, set[str]] = {}
        for name in self.areas:
            found.setdefault(plain_letters(name.partition(" (")[0]), set()).add(name)
            found.setdefault(plain_letters(name), set()).add(name)
        self.full_names = {bare: min(names) for bare, names in found.items() if len(names) == 1} | ALSO_WRITTEN
        self.gone = self.areas.keys() - {self._municipality(self._location(facts)) for facts in files.schools.values()}
        self._spots = self._known_spots(entries)

    def entry(self, code: str, *, listed: bool, closed: str | None) -> Entry:
        """Make one school's entry; `closed` is the date of the list that no longer holds it."""
        facts, former = self.files.schools.get(code, DuoFacts()), self.known.get(code, {})
        entry = self._location(facts)
        entry["municipality"] = self._municipality(entry)
        entry |= {"id": code, **self._names(facts, former), **self._teaching(facts, former, listed=listed)}
        entry["closed"] = closed
        profiles = self._profiles(facts, former)
        if profiles is None:
            entry["last_exams"] = self._last_exams(facts, former)
        self._place(code, entry, facts, former)
        for programme in sorted(facts.unknown_programmes):
            self.unknown_programmes.setdefault(programme, []).append(code)
        written = {key: entry[key] for key in KEYS if entry.get(key)}
        return written if profiles is None else written | {"profiles": profiles}

    def _place(self, code: str, entry: Entry, facts: DuoFacts, former: Entry) -> None:
        """Say where a school is: by the new files, by what is known of it, or by others at that address."""
        by_files = "coordinates" in entry
        if spelling.letters_of(str(entry.get("address"))) == spelling.letters_of(str(former.get("address", ""))):
            entry["address"] = former["address"]
        self._keep(entry, former, moved=self._moved(entry, former))
        if not by_files and "coordinates" in entry and "coordinates_about" in former:
            entry["coordinates_about"] = former["coordinates_about"]
        street = (entry.get("address") or {}).get("street", "")
        if (
            bool(facts.wrong_spot)
            and "coordinates" in entry
            and spelling.same_name(facts.wrong_spot.partition(",")[0], street)
        ):
            entry |= self._spots.about(entry) or about([entry["coordinates"]])
        elif not entry.get("coordinates"):
            entry |= self._spots.of(entry)
        area = self.areas.get(entry.get("municipality", ""), {})
        for key in ("province", "labour_market_region"):
            entry[key] = entry.get(key) or area.get(key)
        if not entry.get("address"):
            self.without_address.append(code)
        elif not entry.get("coordinates"):
            self.without_spot.append(code)

    def _names(self, facts: DuoFacts, former: Entry) -> Entry:
        """The first name is the name, the others are aliases; a name that it had before is a former name."""
        official = [spelling.tidy_name(facts.listing.name)] if facts.listing else []
        current = spelling.distinct([*facts.names, *official])
        if not facts.names:
            current = spelling.distinct([self._name_by_list(former, facts, official), *official])
        if not facts.location and not official:  # no file of this year tells the official name: the known one holds
            current = spelling.distinct([*current, *former.get("aliases", ())])
        earlier = spelling.former_names([*borne(former, self.year), *facts.former_names], current)
        known = [*current, *(seen.name for seen in spelling.seen_before({"former_names": earlier}))]
        return {
            "name": current[0],
            "aliases": current[1:],
            "former_names": earlier,
            "names_in_use": spelling.names_in_use([*former.get("names_in_use", ()), *facts.names_in_use], known),
        }

    def _name_by_list(self, former: Entry, facts: DuoFacts, official: list[str]) -> str:
        """Return what a school is called of which the new files hold no exams: as before, or as the list has it since.

        A list says "voor Lyceum Havo Mavo Vbo" in one year and "voor Vwo Havo Mavo Vbo" in the next: that is no other
        name; nor is one that the list gives all locations of the institution.
        """
        if not former:
            exams = max(facts.former_names, key=lambda seen: seen.until, default=spelling.Seen(""))
            return spelling.tidy_name(exams.name) or spelling.short_name(official[0])
        name = str(former["name"])
        if not official or self._shared(former["id"][:4], official[0]) or spelling.is_like(name, official[0]):
            return name
        as_before = any(
            spelling.without_levels(alias) == spelling.without_levels(official[0])
            for alias in former.get("aliases", ())
        )
        return name if as_before else spelling.short_name(official[0])

    def _shared(self, institution: str, official: str) -> bool:
        """Whether the list gives several locations of an institution this name."""
        own = spelling.without_levels(official)
        return self._listed_names[institution, own] > 1

    @cached_property
    def _listed_names(self) -> Counter[tuple[str, frozenset[str]]]:
        listed = ((code[:4], facts.listing) for code, facts in self.files.schools.items())
        return Counter((brin, spelling.without_levels(spelling.tidy_name(one.name))) for brin, one in listed if one)

    def _teaching(self, facts: DuoFacts, former: Entry, *, listed: bool) -> Entry:
        """What the list says of its teaching; what it says no more, for a location that is closed, is kept."""
        structure = facts.listing.structure if facts.listing and listed else former.get("structure")
        other = [] if self._has_exams(facts, former) else sorted(facts.other_exams) or former.get("other_exams")
        return {"structure": structure, "other_exams": other}

    def _has_exams(self, facts: DuoFacts, former: Entry) -> bool:
        return facts.vmbo if self.files.with_exams else "profiles" in former

    def _profiles(self, facts: DuoFacts, former: Entry) -> dict[str, list[str]] | None:
        if not self.files.with_exams:
            return former.get("profiles")
        order: list[str] = list(VOCATIONAL_PATHS)
        known = facts.programmes
        offered = {code: sorted(known[code], key=order.index) for code in PROFILES if code in known}
        return offered if facts.vmbo else None

    def _last_exams(self, facts: DuoFacts, former: Entry) -> str:
        before = self.year if "profiles" in former else former.get("last_exams", "")
        if former.get("id") in self.left and not former.get("other_exams"):
            before = former.get("last", "")
        return max(facts.last_exams, before)

    def _location(self, facts: DuoFacts) -> Entry:
        """Lay what the files say of the place over each other; coordinates of another address do not hold."""
        listing = facts.listing.location if facts.listing else {}
        location = facts.older_location | facts.location
        if _other_postcode(location, listing):
            location = {key: value for key, value in location.items() if key not in OF_THE_SPOT}
        return location | listing

    def _municipality(self, entry: Entry) -> str:
        name = current_name(entry.get("municipality", ""), self.mergers)
        return self.full_names.get(plain_letters(name), name)

    def _moved(self, entry: Entry, former: Entry) -> bool:
        """Whether the school is elsewhere than before: in another municipality, not by a merger, or address."""
        was, now = former.get("municipality"), entry.get("municipality")
        elsewhere = bool(was and now) and was != now and now not in self.mergers.get(str(was), ())
        return (elsewhere and was not in self.gone) or _other_postcode(former, entry)

    def _keep(self, entry: Entry, former: Entry, *, moved: bool) -> None:
        for key in KEPT:
            if not entry.get(key) and former.get(key) and not (moved and key in OF_THE_SPOT):
                entry[key] = former[key]
                self.kept[key] = self.kept.get(key, 0) + 1

    def _known_spots(self, entries: Iterable[Entry]) -> Spots:
        """Where the schools are known to lie: by the new files, else by the register as it was."""
        known = {entry["id"]: entry for entry in entries}
        told = {
            code: facts.location
            for code, facts in sorted(self.files.schools.items())
            if "coordinates" in facts.location
        }
        wrong = {code for code in told if self.files.schools[code].wrong_spot}
        return Spots(entry for code, entry in (known | told).items() if code not in wrong)


def plain_letters(name: str) -> str:
    """Return the letters of a name without accents, as DUO's capitals have them: `SUDWEST-FRYSLAN`."""
    return spelling.letters_of(unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode())


def borne(entry: Entry, year: str) -> list[spelling.Seen]:
    """Return the names that an entry of the former register bore then, and those before."""
    until = entry.get("last", year)
    names = [entry["name"], *entry.get("aliases", ())] if entry else []
    return [*(spelling.Seen(name, until) for name in names), *spelling.seen_before(entry)]


def _other_postcode(former: Entry, entry: Entry) -> bool:
    was, now = (str((one.get("address") or {}).get("postcode", "")) for one in (former, entry))
    return bool(was and now) and was != now
