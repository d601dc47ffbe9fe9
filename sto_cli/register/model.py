"""What the register is about: regions, schools, and which school takes part in which region."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from sto_cli.findings import Place
from sto_cli.register.profiles import PROFILES, VOCATIONAL_PATHS

SchoolKind = Literal["technical", "non_technical", "theoretical", "lower_years", "practical", "havo_vwo", "unknown"]
RegionKind = Literal["techniekregio", "techniekluw"]
Status = Literal["participating", "in_talks", "not_participating"]
"""`in_talks`: a school that does not take part yet and is talking, registering or thinking about it."""

PartKind = Literal["regions", "schools", "participation"]
PART_KINDS: tuple[PartKind, ...] = ("regions", "schools", "participation")
"""The files of a register, in the order in which they are read."""

NOT_PAID = "not-paid.txt"
"""The file in which a user lists what the region does not pay: a word or phrase a line; `#` begins a remark."""

WITH_VMBO_CLASSES = frozenset({"vbo", "mavo", "brugjaar"})
"""Kinds of teaching in DUO's list with which a location has, or may have, pupils of the vmbo."""

_VOCATIONAL = frozenset(VOCATIONAL_PATHS)

Entry = dict[str, Any]
"""One entry of these files as it is written there."""

Coordinates = tuple[float, float]
"""Latitude and longitude in degrees."""

NOWHERE = Place("")


class Address(NamedTuple):
    """Where a school stands. `street` holds the number too; `postcode` is written `7543BK`."""

    street: str | None = None
    postcode: str | None = None
    place: str | None = None


NO_ADDRESS = Address()


class Contact(NamedTuple):
    """Whom to write to. The shipped register holds only `url`; name and email come from a user's own files."""

    role: str
    name: str | None = None
    email: str | None = None
    url: str | None = None


class FormerName(NamedTuple):
    """A name that a school bore. `until` is the last year in which a file or page calls it so, where that is known."""

    name: str
    until: str | None = None


class NameInUse(NamedTuple):
    """A name that newspapers, school guides and pages use and DUO does not, with where it is used."""

    name: str
    source: str | None = None


class School(NamedTuple):
    """Vestiging: one location, known by its six-character vestigingscode.

    `profiles` maps a profile's code to the vocational learning paths in which the school has exams; empty means
    that it has them in tl only, None that it has none, or that it is not known. `structure` is the teaching that DUO's
    list of locations names: `vbo`, `mavo`, `havo`, `vwo`, `pro`, `brugjaar`; empty where no list names the location.
    `last_exams` is the year of its last vmbo exams where it has none now, `other_exams` what it has exams in beside
    the vmbo. `closed` is the date of the first list that no longer holds it, `successors` the locations at its address
    since.

    `coordinates` are latitude and longitude (WGS 84);
    `coordinates_about` says that they are those of its surroundings, good for a distance and not for a map.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    former_names: tuple[FormerName, ...] = ()
    names_in_use: tuple[NameInUse, ...] = ()
    address: Address = NO_ADDRESS
    municipality: str | None = None
    province: str | None = None
    labour_market_region: str | None = None
    coordinates: Coordinates | None = None
    coordinates_about: bool = False
    website: str | None = None
    profiles: Mapping[str, tuple[str, ...]] | None = None
    structure: tuple[str, ...] = ()
    last_exams: str | None = None
    other_exams: tuple[str, ...] = ()
    closed: str | None = None
    successors: tuple[str, ...] = ()
    place: Place = NOWHERE

    def __eq__(self, other: object) -> bool:
        """Whether the facts are the same, wherever they stand."""
        return isinstance(other, School) and self[:-1] == other[:-1]

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def spot(self) -> Coordinates | None:
        """Its coordinates, where they are its own and not those of its surroundings."""
        return None if self.coordinates_about else self.coordinates

    @property
    def institution(self) -> str:
        """The BRIN: the first four characters of the code."""
        return self.id[:4]

    @property
    def town(self) -> str:
        """The place of the address, or the municipality where the address is not known, or nothing."""
        return self.address.place or self.municipality or ""

    @property
    def kind(self) -> SchoolKind:
        """`technical` with at least one technical profile in a vocational learning path; see glossary, kind."""
        if self.profiles is None:
            return self._kind_without_exams()
        offered = [code for code, paths in self.profiles.items() if not _VOCATIONAL.isdisjoint(paths)]
        if not offered:
            return "theoretical"
        return "technical" if any(PROFILES[code].technical for code in offered) else "non_technical"

    def _kind_without_exams(self) -> SchoolKind:
        if not self.structure:
            return "unknown"
        if WITH_VMBO_CLASSES & set(self.structure):
            return "lower_years"
        return "practical" if self.structure == ("pro",) else "havo_vwo"

    @property
    def with_vmbo(self) -> bool:
        """Whether the programme is for it: it has pupils of the vmbo, or nothing says that it has none."""
        return self.kind not in {"practical", "havo_vwo"}

    @property
    def vocational(self) -> bool:
        """Whether it counts in the coverage figures."""
        return self.kind in {"technical", "non_technical"}


class LeftSchool(NamedTuple):
    """A school that is in none of DUO's newest files: closed or merged.

    `last` is the year of its last exams that are known: of the vmbo, or of `other_exams` where it had only those.
    `successors` are the locations at its address since.
    """

    id: str
    name: str
    municipality: str | None = None
    last: str | None = None
    former_names: tuple[FormerName, ...] = ()
    other_exams: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()


class Member(NamedTuple):
    """A member of a region that is no vmbo school of the register.

    Practical or special education, upper years only, a closed school, or one outside DUO's files. `id` is its
    vestigingscode where that is known.
    """

    name: str
    place: str | None = None
    id: str | None = None
    source: str | None = None


class SchoolsNamed(NamedTuple):
    """How many schools a page says that a region has, with its words: "30 vmbo, 6 pro/so"."""

    number: int
    words: str | None = None
    as_of: str | None = None
    source: str | None = None


class Subregion(NamedTuple):
    """A part in which a region works, with the page that says so."""

    name: str
    municipalities: tuple[str, ...] = ()
    website: str | None = None
    source: str | None = None


AreaCertainty = Literal["sure", "likely", "guess", "second", "near"]


class LikelyArea(NamedTuple):
    """A municipality that likely belongs to a region; `order` is the region's place among those of the municipality.

    `sure`, `likely`, `guess` and `second` are of a table that someone made; `near` follows from what lies around.
    """

    name: str
    certainty: AreaCertainty
    order: int


class Region(NamedTuple):
    """STO-regio. `id` is the slug of its page on the programme's site, or made from the name.

    `kind` is None where it is not known; `certainty` is `medium` where hardly a page names the region. `lead` is
    the penvoerder: the board that applies for the subsidy.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: RegionKind | None = None
    certainty: Literal["high", "medium"] = "high"
    provinces: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    likely_municipalities: tuple[LikelyArea, ...] = ()
    subregions: tuple[Subregion, ...] = ()
    page: str | None = None
    website: str | None = None
    lead: str | None = None
    contact: Contact | None = None
    members: tuple[Member, ...] = ()
    schools_named: tuple[SchoolsNamed, ...] = ()
    sources: tuple[str, ...] = ()
    as_of: str | None = None
    place: Place = NOWHERE

    def __eq__(self, other: object) -> bool:
        """Whether the facts are the same, wherever they stand."""
        return isinstance(other, Region) and self[:-1] == other[:-1]

    def __hash__(self) -> int:
        return hash(self.id)


def fact_id(school: str, region: str, since: str | None) -> str:
    """Name a participation: one file holds one entry of a school per region and start."""
    return f"{school} {region} {since}" if since else f"{school} {region}"


class Participation(NamedTuple):
    """Deelname of one school in one region.

    `since`, `until` and `as_of` are a year, a month or a day (`2021`, `2021-10`, `2021-10-01`). `as_of` is when
    the source said so; `level` is `school` when it names the institution and not this very location, `certainty`
    is `likely` when it may mean another one; `against` is a page that speaks against it. `contact` is the
    school's own STO contact, from a user's own files only. `layer` counts the folder it came from: 0 is the
    shipped register, later folders weigh more.
    """

    school: str
    region: str
    status: Status
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    source: str | None = None
    level: Literal["exact", "school"] = "exact"
    certainty: Literal["certain", "likely"] = "certain"
    against: str | None = None
    contact: Contact | None = None
    note: str | None = None
    layer: int = 0
    place: Place = NOWHERE

    @property
    def exact(self) -> bool:
        """Whether its source names this very location, as far as is known."""
        return self.level == "exact" and self.certainty == "certain"

    @property
    def likely(self) -> bool:
        """Whether it says that a school takes part, but may mean another one."""
        return self.status == "participating" and self.certainty == "likely"

    @property
    def contradicted(self) -> bool:
        """Whether a page speaks against it, so that it counts as not known."""
        return bool(self.against)

    def __eq__(self, other: object) -> bool:
        """Whether the facts are the same, wherever they stand."""
        return isinstance(other, Participation) and self[:-1] == other[:-1]

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def id(self) -> str:
        """What makes two entries of one file the same fact."""
        return fact_id(self.school, self.region, self.since)


class Origin(NamedTuple):
    """When and where one kind of facts in a file comes from: `exams`, `locations`, `names`."""

    what: str
    as_of: str
    source: str


class Part(NamedTuple):
    """One file of the register: which part it is, and when and where its facts come from.

    `origins` says it for each kind of facts, where they were gathered apart.
    """

    kind: PartKind
    path: str
    as_of: str | None
    source: str | None
    entries: int
    layer: int
    origins: tuple[Origin, ...] = ()

    def as_of_part(self, what: str) -> str | None:
        """Return when one kind of facts was gathered; the whole file's date where that is not said apart."""
        return next((origin.as_of for origin in self.origins if origin.what == what), self.as_of)
