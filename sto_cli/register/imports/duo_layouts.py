"""The layouts of DUO's open files: how a row of each becomes facts about a school. A layout is known by its headings.

- exam results per profile ("geslaagden, gezakten en cijfers", the layout of 2024–2025), or a transcription with the
  columns vestigingscode, naam, gemeente, leerweg, afdeling, examenkandidaten; without leerweg: schools with only tl;
- exam candidates 2019–2024: earlier names, and schools that have left;
- "alle vestigingen VO", as DUO prints it or transcribed: every location, its official name,
  address and teaching;
- locations: names, addresses, municipality, province, labour market region, coordinates, web site;
- merged municipalities: former and present names;
- municipalities: the province and labour market region of each;
- former names: each with the last year in which it was seen;
- names in use: how newspapers, guides and pages call a school, with the source;
- former addresses: schools whose coordinates are those of a former address.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Set
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from sto_cli.files.tables import TextRow
from sto_cli.register.imports.spelling import Seen, letters_of, place_name, tidy_name
from sto_cli.register.imports.wrong_rows import Wrong, wrong_former_name, wrong_name_in_use
from sto_cli.register.model import Entry
from sto_cli.register.part_file import FURTHEST, degrees
from sto_cli.register.profiles import VOCATIONAL_PATHS, profile_code


class Listing(NamedTuple):
    """What a list of all locations says of one: its official name, where it is, and the teaching that it has."""

    name: str
    location: Entry
    structure: list[str]


@dataclass(slots=True)
class DuoFacts:
    """What the files say of one school."""

    names: list[str] = field(default_factory=list)
    """Current names, the one of the newest exam first, then the official one."""

    former_names: list[Seen] = field(default_factory=list)
    names_of_year: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    """Of a list of former names: the names by kind of file and year, as letters."""

    names_in_use: list[Entry] = field(default_factory=list)
    wrong_spot: str = ""
    """The street and place to which the coordinates of `location` do not belong."""

    vmbo: bool = False
    programmes: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    unknown_programmes: set[str] = field(default_factory=set)
    other_exams: set[str] = field(default_factory=set)
    """What it has or had exams in beside the vmbo: `havo`, `vwo`."""

    last_other: str = ""
    listing: Listing | None = None
    location: Entry = field(default_factory=dict)
    older_location: Entry = field(default_factory=dict)
    last_exams: str = ""
    """The year of the last vmbo exams that an older file tells."""


@dataclass(frozen=True, slots=True)
class DuoLayout:
    """One of DUO's layouts: known by `headings`, read row by row by `read`; `code` is the column of the code.

    `current` files say which schools there are now; in those with `once` each code stands once. `what` is the kind of
    facts, as an origin names it.
    """

    name: str
    headings: Set[str]
    read: Callable[[TextRow, DuoFacts], None]
    code: str = ""
    what: Literal["exams", "locations", "names", "areas"] = "areas"
    current: bool = False
    once: bool = False
    wrong: Callable[[TextRow, str], tuple[Wrong, str] | None] | None = None
    """Of a list of names: what is wrong with a row, and what stands there; the text is the year of the facts."""


def _read_exams(row: TextRow, facts: DuoFacts) -> None:
    if row["EXAMENKANDIDATEN"] == "0":
        return
    if row["ONDERWIJSTYPE VO"].upper() != "VMBO":
        facts.other_exams |= {row["ONDERWIJSTYPE VO"].lower()} & OTHER_EXAMS
        return
    _read_exam(row["INSTELLINGSNAAM VESTIGING"], row["LEERWEG VMBO"], row["AFDELING"], facts)
    facts.older_location.setdefault("municipality", place_name(row.get("GEMEENTENAAM VESTIGING", "")))
    facts.older_location.setdefault("province", _province(row.get("PROVINCIE VESTIGING", "")))


def _read_transcribed(row: TextRow, facts: DuoFacts) -> None:
    if row["examenkandidaten"] != "0":
        _read_exam(row["naam"], row["leerweg"], row["afdeling"], facts)
        facts.older_location.setdefault("municipality", place_name(row["gemeente"]))


def _read_theoretical(row: TextRow, facts: DuoFacts) -> None:
    _read_exam(row["naam"], "TL", "", facts)
    facts.older_location.setdefault("municipality", place_name(row["gemeente"]))


def _read_exam(name: str, path: str, programme: str, facts: DuoFacts) -> None:
    """Take one line of exam results: a learning path and, for the vocational ones, a programme."""
    facts.vmbo = True
    facts.names.append(name)
    if path.strip().lower() not in VOCATIONAL_PATHS:
        return
    code = profile_code(programme)
    if code is None:
        facts.unknown_programmes.add(programme)
    else:
        facts.programmes[code].add(path.strip().lower())


_YEAR = re.compile(r"EXAMENKANDIDATEN SCHOOLJAAR \d{4}-(\d{4}) - TOTAAL")


def _read_history(row: TextRow, facts: DuoFacts) -> None:
    with_candidates = (heading for heading, value in row.items() if value not in {"", "0"})
    years = [found[1] for heading in with_candidates if (found := _YEAR.match(heading))]
    facts.former_names.append(Seen(row["INSTELLINGSNAAM VESTIGING"], max(years, default="")))
    if row["ONDERWIJSTYPE VO"].upper() == "VMBO":
        facts.last_exams = max([facts.last_exams, *years])
    elif years:
        facts.other_exams |= {row["ONDERWIJSTYPE VO"].lower()} & OTHER_EXAMS
        facts.last_other = max([facts.last_other, *years])
    facts.older_location.setdefault("municipality", place_name(row.get("GEMEENTENAAM", "")))


def _read_location(row: TextRow, facts: DuoFacts) -> None:
    facts.names.append(row["name_official"])
    facts.location = without_empty(
        {
            "address": _address(f"{row['street']} {row['house_number']}", row["postcode"], row["place"]),
            "municipality": row["municipality"],
            "province": row["province"],
            "labour_market_region": row["labour_market_region"],
            "coordinates": _coordinates(row["latitude"], row["longitude"]),
            "website": _web_address(row["website"]),
        }
    )


def _read_establishment(row: TextRow, facts: DuoFacts) -> None:
    _read_listed({own: row.get(duos, "") for own, duos in AS_DUO_HEADS.items()}, facts)


def _read_listed(row: TextRow, facts: DuoFacts) -> None:
    location = without_empty(
        {
            "address": _address(f"{row['street']} {row['house_number']}", row["postcode"], row["place"]),
            "municipality": place_name(row["municipality"]),
            "province": _province(row.get("province", "")),
            "website": _web_address(row["website"]),
        }
    )
    named = [part.strip().lower() for part in row["structure"].split("/")]
    facts.listing = Listing(row["name"], location, [part for part in STRUCTURE if part in named])


def _read_of_an_area(row: TextRow, facts: DuoFacts) -> None:
    """A file of municipalities says nothing of schools; it is taken as a whole."""


def _read_former_name(row: TextRow, facts: DuoFacts) -> None:
    facts.former_names.append(Seen(row["name"], row["last_year"]))
    facts.names_of_year[row.get("file", ""), row["last_year"]].add(letters_of(tidy_name(row["name"])))


def _read_name_in_use(row: TextRow, facts: DuoFacts) -> None:
    facts.names_in_use.append({"name": row["name"], "source": row["source"]})


def _read_former_address(row: TextRow, facts: DuoFacts) -> None:
    """A move to the door next door, in one street, leaves the coordinates as good as they were."""
    if _street(row["address"]) != _street(row["former_address"]):
        facts.wrong_spot = row["address"]


def _street(address: str) -> str:
    """Return an address without its numbers and place: `Kanaalstraat 14, Someren` → `Kanaalstraat`."""
    return re.split(r"\s+\d", address.partition(",")[0])[0].strip()


OTHER_EXAMS = frozenset({"havo", "vwo"})
STRUCTURE = ("vbo", "mavo", "havo", "vwo", "pro", "brugjaar")
AS_DUO_HEADS = {
    "name": "VESTIGINGSNAAM", "street": "STRAATNAAM", "house_number": "HUISNUMMER-TOEVOEGING", "postcode": "POSTCODE",
    "place": "PLAATSNAAM", "municipality": "GEMEENTENAAM", "province": "PROVINCIE", "website": "INTERNETADRES",
    "structure": "ONDERWIJSSTRUCTUUR",
}  # fmt: skip
"""The columns of a list of locations, and what DUO calls them."""

_CODE = "VESTIGINGSCODE"
LAYOUTS = (
    DuoLayout("exams",
        {_CODE, "INSTELLINGSNAAM VESTIGING", "ONDERWIJSTYPE VO", "LEERWEG VMBO", "AFDELING", "EXAMENKANDIDATEN"},
        _read_exams, _CODE, "exams", current=True),
    DuoLayout("exams-transcribed",
        {"vestigingscode", "naam", "gemeente", "leerweg", "afdeling", "examenkandidaten"}, _read_transcribed,
        "vestigingscode", "exams", current=True),
    DuoLayout("theoretical-only",
        {"vestigingscode", "naam", "gemeente"}, _read_theoretical, "vestigingscode", "exams", current=True),
    DuoLayout("locations",
        {"code", "name_official", "street", "house_number", "postcode", "place", "municipality", "province",
        "labour_market_region", "website", "latitude", "longitude"}, _read_location, "code", "locations", once=True),
    DuoLayout("listed",
        {"code", "name", "street", "house_number", "postcode", "place", "municipality", "structure", "website"},
        _read_listed, "code", "locations", once=True),
    DuoLayout("establishments",
        {"VESTIGINGSNUMMER", *AS_DUO_HEADS.values()}, _read_establishment, "VESTIGINGSNUMMER", "locations",
        once=True),
    DuoLayout("exam-history",
        {_CODE, "INSTELLINGSNAAM VESTIGING", "ONDERWIJSTYPE VO", "INSPECTIECODE", "OPLEIDINGSNAAM"}, _read_history,
        _CODE),
    DuoLayout("former-names",
        {"id", "name", "first_year", "last_year"}, _read_former_name, "id", "names", wrong=wrong_former_name),
    DuoLayout("names-in-use",
        {"id", "name", "how", "source"}, _read_name_in_use, "id", "names", wrong=wrong_name_in_use),
    DuoLayout("former-addresses", {"id", "address", "former_address"}, _read_former_address, "id"),
    DuoLayout("mergers", {"oude_naam", "nieuwe_naam"}, _read_of_an_area),
    DuoLayout("municipalities", {"gemeente", "provincie", "arbeidsmarktregio"}, _read_of_an_area),
)  # fmt: skip
"""Newest facts first: a table's place here is the order in which it is read."""


def without_empty(entry: Entry) -> Entry:
    """Leave out keys that have no value."""
    return {key: value for key, value in entry.items() if value}


def _province(written: str) -> str:
    return written.strip().replace("Friesland", "Fryslân")


def _address(street: str, postcode: str, place: str) -> dict[str, str]:
    parts = {"street": street.strip(), "postcode": postcode.replace(" ", ""), "place": place_name(place)}
    return {key: value for key, value in parts.items() if value}


def _coordinates(latitude: str, longitude: str) -> list[float]:
    pair = [degrees(text, furthest) for text, furthest in zip((latitude, longitude), FURTHEST, strict=True)]
    numbers = [round(number, 5) for number in pair if number is not None]
    return numbers if len(numbers) == len(pair) else []


def _web_address(written: str) -> str:
    bare = "".join(written.split()).rstrip("/")
    return bare if not bare or bare.startswith(("http://", "https://")) else f"https://{bare}"
