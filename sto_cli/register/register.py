"""The register as a whole, with the look-ups that everything else uses."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path

from sto_cli.register.dates import first_day, last_day
from sto_cli.register.model import Coordinates, LeftSchool, Member, Part, Participation, Region, School
from sto_cli.register.stored import Things

INSTITUTION = 4
"""Characters of a school's code that are the BRIN of its institution."""


class Register:
    """Regions, schools and participations of all folders, merged. Look-ups are built when first asked for.

    Participations are given by their id (`Participation.id`), whose first word is the school.
    """

    def __init__(
        self,
        regions: Mapping[str, Region],
        schools: Mapping[str, School],
        participations: Mapping[str, Participation],
        parts: Iterable[Part] = (),
        fingerprint: str = "",
        left: Mapping[str, LeftSchool] | None = None,
    ) -> None:
        self.regions = regions
        self.schools = schools
        self._facts = participations
        self.parts = tuple(parts)
        self.left = dict(left or {})
        """Schools that left DUO's files, by their code."""

        self.not_paid: tuple[str, ...] = ()
        """What the user's region does not pay, in the user's words."""

        self.fingerprint = fingerprint
        """Differs whenever any file of the register differs: the key for what is derived from it."""

        self.cache: Path | None = None
        """The folder that keeps what is derived from it; None where nothing is kept."""

    @cached_property
    def participations(self) -> tuple[Participation, ...]:
        """All participations, in the order of the files."""
        return tuple(self._facts.values())

    @cached_property
    def _facts_by_school(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for id_ in self._facts:
            found[id_.partition(" ")[0]].append(id_)
        return found

    @cached_property
    def regions_by_municipality(self) -> dict[str, tuple[Region, ...]]:
        """The regions that list a municipality, by its name."""
        found: dict[str, tuple[Region, ...]] = {}
        for region in self.regions.values():
            for municipality in region.municipalities:
                found[municipality] = (*found.get(municipality, ()), region)
        return found

    @cached_property
    def likely_regions(self) -> dict[str, tuple[Region, ...]]:
        """The regions that a municipality in no region likely belongs to, by its name, the likeliest first."""
        found: dict[str, list[tuple[int, Region]]] = defaultdict(list)
        for region in self.regions.values():
            for area in region.likely_municipalities:
                found[area.name].append((area.order, region))
        return {
            name: tuple(region for _, region in sorted(likely, key=lambda pair: pair[0]))
            for name, likely in found.items()
            if name not in self.regions_by_municipality
        }

    def recorded_spots(self, regions: Iterable[str], school: str, on: date | None) -> dict[str, list[Coordinates]]:
        """Where the schools lie that are recorded in each of some regions on a day, but for one school."""
        found: dict[str, list[Coordinates]] = {region: [] for region in regions}
        for id_ in self._facts:
            code, region, *_ = id_.split(" ")
            spot = self.schools[code].coordinates if region in found and code != school else None
            if spot and (on is None or holds_on(self._facts[id_], on)):
                found[region].append(spot)
        return found

    @cached_property
    def schools_by_municipality(self) -> dict[str, tuple[School, ...]]:
        """The schools in a municipality, by its name."""
        found: dict[str, list[School]] = defaultdict(list)
        for school in self.schools.values():
            found[school.municipality or ""].append(school)
        return {name: tuple(schools) for name, schools in found.items()}

    @cached_property
    def schools_by_institution(self) -> dict[str, tuple[School, ...]]:
        """The schools of an institution, by its BRIN."""
        found: dict[str, list[School]] = defaultdict(list)
        for school in self.schools.values():
            found[school.institution].append(school)
        return {brin: tuple(schools) for brin, schools in found.items()}

    @cached_property
    def codes_by_institution(self) -> dict[str, list[str]]:
        """The codes of the schools of an institution, by its BRIN; no school is made for it."""
        found: dict[str, list[str]] = defaultdict(list)
        for code in self.schools:
            found[code[:INSTITUTION]].append(code)
        return dict(found)

    def schools_of_postcode(self, start: str) -> list[School]:
        """The schools of which the postcode begins so; no others are made for it."""
        some = self._holding(f'"postcode":"{start}')
        return [school for school in some if (school.address.postcode or "").startswith(start)]

    def predecessors(self, code: str) -> list[School]:
        """The schools that closed of which this one took the place; no others are made for it."""
        return [school for school in self._holding('"successors":[') if code in school.successors]

    def vocational(self) -> list[School]:
        """The schools with vocational vmbo; hardly any others are made for it."""
        return [school for school in self._holding('"profiles":{"') if school.vocational]

    def examined(self) -> list[School]:
        """The schools with exam candidates in the vmbo; hardly any others are made for it."""
        return [school for school in self._holding('"profiles":{') if school.profiles is not None]

    def undescribed(self) -> list[School]:
        """The schools of which nothing says what they teach; hardly any others are made for it."""
        some = self._holding('"profiles":{', '"structure":[', none=True)
        return [school for school in some if school.kind == "unknown"]

    def _holding(self, *texts: str, none: bool = False) -> Iterable[School]:
        return self.schools.holding(*texts, none=none) if isinstance(self.schools, Things) else self.schools.values()

    @cached_property
    def members_by_institution(self) -> dict[str, list[tuple[Region, Member]]]:
        """The members of regions that are no school of the register, by BRIN ("" for those without a code)."""
        found: dict[str, list[tuple[Region, Member]]] = defaultdict(list)
        for region in self.regions.values():
            for member in region.members:
                if member.id not in self.schools:
                    found[(member.id or "")[:INSTITUTION]].append((region, member))
        return dict(found)

    def entries_of(self, school: str, on: date | None = None) -> tuple[Participation, ...]:
        """Return the participations of a school that hold on a day (all of them without one), weightiest first.

        One entry per region. The user's own entries go before shipped ones, whatever they say; among those of one kind
        taking part goes before not doing so, then a later folder weighs more, then the later start.
        """
        best: dict[str, Participation] = {}
        for entry in (self._facts[id_] for id_ in self._facts_by_school.get(school, ())):
            if (on is None or holds_on(entry, on)) and (
                entry.region not in best or _weight(entry) >= _weight(best[entry.region])
            ):
                best[entry.region] = entry
        return tuple(
            sorted(
                best.values(),
                key=lambda entry: (entry.layer > 0, entry.status == "participating", *_weight(entry)),
                reverse=True,
            )
        )

    def known_from(self, entry: Participation) -> date | None:
        """Return the first day of which an entry speaks, None where nothing of it and of its file has a date.

        That is its beginning. One without it speaks of the day of its source (of its file, where it names none), or of
        its last month or year where it is over.
        """
        gathered = entry.as_of or self._gathered.get(entry.layer)
        days = [first_day(one) for one in ([entry.since] if entry.since else [gathered, entry.until]) if one]
        return min((day for day in days if day), default=None)

    @cached_property
    def _gathered(self) -> dict[int, str | None]:
        """When the participations of each folder were gathered."""
        return {part.layer: part.as_of for part in self.parts if part.kind == "participation"}

    def participation_of(self, school: str, on: date | None = None) -> Participation | None:
        """Return the one entry that says whether a school takes part on a day, or None: not known."""
        entries = self.entries_of(school, on)
        return entries[0] if entries else None

    def ended_participation(self, school: str, on: date, region: str | None = None) -> Participation | None:
        """Return the last participation of a school (in a region) that ended before a day, or None: none is known."""
        ended = [
            entry
            for entry in (self._facts[id_] for id_ in self._facts_by_school.get(school, ()))
            if region in {None, entry.region}
            and entry.status == "participating"
            and (last_day(entry.until or "") or on) < on
        ]
        return max(ended, key=lambda entry: entry.until or "", default=None)

    def participation_at_another_time(self, school: str, on: date) -> Participation | None:
        """Return the first participation of a school that begins after a day, else the last that ended before it.

        Of one that is to come the end is left out.
        """
        facts = (self._facts[id_] for id_ in self._facts_by_school.get(school, ()))
        coming = [
            entry for entry in facts
            if entry.status == "participating" and entry.since and (first_day(entry.since) or on) > on
        ]  # fmt: skip
        first = min(coming, key=lambda entry: entry.since or "", default=None)
        return first._replace(until=None) if first else self.ended_participation(school, on)


def holds_on(entry: Participation, on: date) -> bool:
    """Whether an entry's period holds on a day. An unknown start or end leaves that side open."""
    start = first_day(entry.since) if entry.since else None
    end = last_day(entry.until) if entry.until else None
    return (start is None or start <= on) and (end is None or on <= end)


def _weight(entry: Participation) -> tuple[int, str]:
    return entry.layer, entry.since or ""
