"""From DUO's open files to the entries of `schools.yaml`.

Each format is known by its headings, so files may be named in any order:

- exam results per profile ("geslaagden, gezakten en cijfers", the layout of 2024–2025), or a transcription with
  the columns vestigingscode, naam, gemeente, leerweg, afdeling, examenkandidaten; without leerweg: only tl;
- exam candidates 2019–2024: earlier names;
- "alle vestigingen VO": official names and addresses;
- locations: names, addresses, municipality, province, labour market region, coordinates, web site.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sto_cli.errors import UsageProblem
from sto_cli.files.tables import Table
from sto_cli.messages import message
from sto_cli.register.imports.spelling import place_name, same_name, tidy_name
from sto_cli.register.profiles import PROFILES, VOCATIONAL_PATHS, profile_code

Row = dict[str, str]
Entry = dict[str, Any]


@dataclass(slots=True)
class Facts:
    """What the files say of one school."""

    names: list[str] = field(default_factory=list)
    """Current names, the one of the newest exam first, then the official one."""

    former_names: list[str] = field(default_factory=list)
    vmbo: bool = False
    programmes: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    unknown_programmes: set[str] = field(default_factory=set)
    location: Entry = field(default_factory=dict)
    older_location: Entry = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Format:
    """One of DUO's layouts: known by `headings`, read row by row by `read`."""

    name: str
    headings: frozenset[str]
    read: Callable[[Row, Facts], None]
    code: str


def schools_from(tables: Iterable[Table]) -> list[Entry]:
    """Make the entries of `schools.yaml`, ordered by code, for every school with vmbo exam candidates.

    Raises:
        UsageProblem: a table is in none of the known formats, or none of them holds exam results.
    """
    facts: dict[str, Facts] = defaultdict(Facts)
    for table in sorted(tables, key=lambda table: FORMATS.index(format_of(table))):
        layout = format_of(table)
        for row in table.rows:
            layout.read(row, facts[row[layout.code].strip().upper()])
    found = [_entry(code, known) for code, known in sorted(facts.items()) if known.vmbo]
    if not found:
        raise UsageProblem(
            message("None of these files holds exam results for vmbo."),
            message("Add DUO's file “geslaagden, gezakten en cijfers” of the newest school year."),
        )
    return found


def format_of(table: Table) -> Format:
    """Tell which of DUO's formats a table is in.

    Raises:
        UsageProblem: none of them; names the headings it has.
    """
    for layout in FORMATS:
        if layout.headings <= set(table.headings):
            return layout
    raise UsageProblem(
        message("{path} is none of the files of DUO that are known here.", path=table.path),
        message("Its columns are: {headings}.", headings=", ".join(table.headings[:12])),
    )


def _read_exams(row: Row, facts: Facts) -> None:
    if row["ONDERWIJSTYPE VO"] != "VMBO" or row["EXAMENKANDIDATEN"] == "0":
        return
    _read_exam(row["INSTELLINGSNAAM VESTIGING"], row["LEERWEG VMBO"], row["AFDELING"], facts)
    facts.older_location.setdefault("municipality", place_name(row["GEMEENTENAAM VESTIGING"]))
    facts.older_location.setdefault("province", row["PROVINCIE VESTIGING"].replace("Friesland", "Fryslân"))


def _read_transcribed(row: Row, facts: Facts) -> None:
    if row["examenkandidaten"] != "0":
        _read_exam(row["naam"], row["leerweg"], row["afdeling"], facts)
        facts.older_location.setdefault("municipality", place_name(row["gemeente"]))


def _read_theoretical(row: Row, facts: Facts) -> None:
    _read_exam(row["naam"], "TL", "", facts)
    facts.older_location.setdefault("municipality", place_name(row["gemeente"]))


def _read_exam(name: str, path: str, programme: str, facts: Facts) -> None:
    """Take one line of exam results: a learning path and, for the vocational ones, a programme."""
    facts.vmbo = True
    facts.names.append(name)
    if path.lower() not in VOCATIONAL_PATHS:
        return
    code = profile_code(programme)
    if code is None:
        facts.unknown_programmes.add(programme)
    else:
        facts.programmes[code].add(path.lower())


def _read_history(row: Row, facts: Facts) -> None:
    facts.former_names.append(row["INSTELLINGSNAAM VESTIGING"])


def _read_location(row: Row, facts: Facts) -> None:
    facts.names.append(row["name_official"])
    facts.location = _without_empty(
        {
            "address": _address(f"{row['street']} {row['house_number']}", row["postcode"], row["place"]),
            "municipality": row["municipality"],
            "province": row["province"],
            "labour_market_region": row["labour_market_region"],
            "coordinates": [round(float(row["latitude"]), 5), round(float(row["longitude"]), 5)],
            "website": _web_address(row["website"]),
        }
    )


def _read_establishment(row: Row, facts: Facts) -> None:
    facts.former_names.append(row["VESTIGINGSNAAM"])
    street = f"{row['STRAATNAAM']} {row['HUISNUMMER-TOEVOEGING']}"
    facts.older_location |= _without_empty(
        {
            "address": _address(street, row["POSTCODE"], row["PLAATSNAAM"]),
            "municipality": place_name(row["GEMEENTENAAM"]),
            "province": row["PROVINCIE"].replace("Friesland", "Fryslân"),
            "website": _web_address(row["INTERNETADRES"]),
        }
    )


FORMATS = (
    Format(
        "exams",
        frozenset({"VESTIGINGSCODE", "INSTELLINGSNAAM VESTIGING", "LEERWEG VMBO", "AFDELING", "EXAMENKANDIDATEN"}),
        _read_exams,
        "VESTIGINGSCODE",
    ),
    Format(
        "exams-transcribed",
        frozenset({"vestigingscode", "naam", "gemeente", "leerweg", "afdeling", "examenkandidaten"}),
        _read_transcribed,
        "vestigingscode",
    ),
    Format("theoretical-only", frozenset({"vestigingscode", "naam", "gemeente"}), _read_theoretical, "vestigingscode"),
    Format(
        "locations",
        frozenset({"code", "name_official", "street", "house_number", "postcode", "place", "latitude", "longitude"}),
        _read_location,
        "code",
    ),
    Format(
        "establishments",
        frozenset({"VESTIGINGSNUMMER", "VESTIGINGSNAAM", "STRAATNAAM", "POSTCODE", "PLAATSNAAM"}),
        _read_establishment,
        "VESTIGINGSNUMMER",
    ),
    Format(
        "exam-history",
        frozenset({"VESTIGINGSCODE", "INSTELLINGSNAAM VESTIGING", "INSPECTIECODE", "OPLEIDINGSNAAM"}),
        _read_history,
        "VESTIGINGSCODE",
    ),
)
"""Newest facts first: a table's place here is the order in which it is read."""


def _entry(code: str, facts: Facts) -> Entry:
    """Make one school's entry; the first name is the name, the others are aliases or former names."""
    current = _distinct(map(tidy_name, facts.names))
    former = [name for name in _distinct(map(tidy_name, facts.former_names)) if not _among(name, current)]
    entry = facts.older_location | facts.location
    entry |= {"id": code, "name": current[0], "aliases": current[1:], "former_names": former}
    return {key: entry[key] for key in KEYS if entry.get(key)} | {"profiles": _profiles(facts)}


KEYS = (
    "id", "name", "aliases", "former_names", "address", "municipality", "province", "labour_market_region",
    "coordinates", "website",
)  # fmt: skip
"""The order in which an entry is written."""


def _profiles(facts: Facts) -> dict[str, list[str]]:
    order: list[str] = list(VOCATIONAL_PATHS)
    return {code: sorted(facts.programmes[code], key=order.index) for code in PROFILES if code in facts.programmes}


def _distinct(names: Iterable[str]) -> list[str]:
    kept: list[str] = []
    for name in names:
        if name and not _among(name, kept):
            kept.append(name)
    return kept


def _among(name: str, names: Sequence[str]) -> bool:
    return any(same_name(name, other) for other in names)


def _address(street: str, postcode: str, place: str) -> dict[str, str]:
    parts = {"street": street.strip(), "postcode": postcode.replace(" ", ""), "place": place_name(place)}
    return {key: value for key, value in parts.items() if value}


def _web_address(written: str) -> str:
    bare = written.strip().rstrip("/")
    return bare if not bare or bare.startswith(("http://", "https://")) else f"https://{bare}"


def _without_empty(entry: Entry) -> Entry:
    return {key: value for key, value in entry.items() if value}
