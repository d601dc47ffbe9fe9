"""From what was read on public pages to the entries of `regions.yaml` and `participation.yaml`.

The sources: a list of regions with the pages they were read from (YAML), later facts (YAML), region → municipality
(CSV), member schools linked to vestigingscodes (CSV), and, of later reading, the page that names each school, more
members, what pages say against an entry, and single facts on regions (CSV). Only rows whose link is certain enough
count: a page that speaks of "all schools in the town" tells the region, not who takes part.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from likely_areas import evidence, land_of, likely_areas
from named_pages import (
    NamedPages,
    NumberedRow,
    RegionAndSchool,
    numbered,
    subregions,
    with_facts,
)

from sto_cli.errors import UsageProblem
from sto_cli.files.reading import read_text
from sto_cli.files.tables import DataTable, TextRow, read_csv
from sto_cli.files.yaml.reader import read_yaml
from sto_cli.messages import message
from sto_cli.register.imports.wrong_rows import WrongRow
from sto_cli.register.model import Entry

COUNTED_LINKS = {"exact", "school", "likely"}
"""How certain a link must be: by name, street or site; all locations of one school; or the only one that fits."""

NO_SCHOOL_OF_DUO = {"not-vo", "not-found"}

KINDS = {
    "techniekregio": "techniekregio",
    "techniekluwe regio": "techniekluw",
    "techniekarme (techniekluwe) regio": "techniekluw",
}

DATE_IN_ADDRESS = re.compile(r"/(20[12]\d)/(\d{2})(?:/(\d{2}))?/")


@dataclass(slots=True)
class Pages:
    """Everything that was read, by the region's name in the sources."""

    regions: list[Entry] = field(default_factory=list)
    more: list[Entry] = field(default_factory=list)
    areas: list[TextRow] = field(default_factory=list)
    links: list[TextRow] = field(default_factory=list)
    later_links: list[TextRow] = field(default_factory=list)
    naming: list[NumberedRow] = field(default_factory=list)
    more_members: list[NumberedRow] = field(default_factory=list)
    contradictions: list[NumberedRow] = field(default_factory=list)
    judged: dict[RegionAndSchool, str] = field(default_factory=dict)
    """Of contradictions that were looked into: `none` where it is none, `likely` where it weighs."""

    facts: list[TextRow] = field(default_factory=list)
    likely: list[TextRow] = field(default_factory=list)
    """The regions that municipalities likely belong to, as someone made them up from names and geography."""

    municipalities: list[TextRow] = field(default_factory=list)
    """CBS's table of municipalities."""


def read_pages(files: Iterable[Path]) -> Pages:
    """Read the files, each recognised by what it holds.

    Raises:
        UnreadableFile: a file cannot be read.
        UsageProblem: a file is none of the four kinds.
    """
    pages = Pages()
    for path in files:
        if path.suffix.lower() in {".yaml", ".yml"}:
            _take_yaml(pages, path)
        else:
            table = read_csv(path)
            take = next((take for headings, take in TABLES if headings <= set(table.headings)), None)
            if take is None:
                raise _stranger(table.path)
            take(pages, table)
    return pages


def _take_yaml(pages: Pages, path: Path) -> None:
    document = read_yaml(read_text(path), str(path))
    data: Any = document.data
    if isinstance(data, list):
        pages.regions += data
    elif isinstance(data, dict) and isinstance(data.get("regions"), list):
        pages.more += data["regions"]
    else:
        raise _stranger(str(path))


Take = Callable[[Pages, DataTable], object]

TABLES: tuple[tuple[frozenset[str], Take], ...] = (
    (frozenset({"region_name", "municipality", "basis"}), lambda pages, table: pages.areas.extend(table.rows)),
    (
        frozenset({"region_name", "school_name", "vestigingscodes", "certainty"}),
        lambda pages, table: pages.links.extend(table.rows),
    ),
    (
        frozenset({"region_name", "school_name_on_page", "vestigingscode", "certainty"}),
        lambda pages, table: pages.later_links.extend(table.rows),
    ),
    (
        frozenset({"region", "school", "level", "name_as_written"}),
        lambda pages, table: pages.more_members.extend(numbered(table)),
    ),
    (frozenset({"region", "school", "level", "source"}), lambda pages, table: pages.naming.extend(numbered(table))),
    (
        frozenset({"region", "school", "problem", "source"}),
        lambda pages, table: pages.contradictions.extend(numbered(table)),
    ),
    (
        frozenset({"region", "school", "effect"}),
        lambda pages, table: pages.judged.update({(row["region"], row["school"]): row["effect"] for row in table.rows}),
    ),
    (frozenset({"region", "field", "value", "source"}), lambda pages, table: pages.facts.extend(table.rows)),
    (
        frozenset({"municipality", "region", "certainty", "second"}),
        lambda pages, table: pages.likely.extend(table.rows),
    ),
    (
        frozenset({"gemeente", "rmc_regio", "arbeidsmarktregio"}),
        lambda pages, table: pages.municipalities.extend(table.rows),
    ),
)
"""The tables, each known by its headings."""


def _stranger(path: str) -> UsageProblem:
    return UsageProblem(
        message("{path} is none of the files that regions are made from.", path=path),
        message("Expected: a list of regions (YAML), and tables of municipalities and member schools (CSV)."),
    )


def regions_from(pages: Pages, schools: set[str]) -> list[Entry]:
    """Make the entries of `regions.yaml`, ordered by id. `schools` are the codes of `schools.yaml`."""
    more = {entry["name"]: entry for entry in pages.more}
    areas: dict[str, list[str]] = defaultdict(list)
    for row in pages.areas:
        areas[row["region_name"]].append(row["municipality"])
    members = _members(pages, schools)
    entries = [
        _region(read, more.get(read["name"], {}), areas[read["name"]], members[read["name"]])
        for read in pages.regions
        if counts(read)
    ]
    facts: dict[str, list[TextRow]] = defaultdict(list)
    for row in pages.facts:
        facts[row["region"]].append(row)
    return sorted((with_facts(entry, facts[entry["id"]]) for entry in entries), key=lambda entry: str(entry["id"]))


def counts(read: Entry) -> bool:
    """Whether an entry of the sources counts as a region of its own."""
    return "not counted" not in str(read["confidence"]).lower()


def participation_from(pages: Pages, schools: set[str], today: date) -> tuple[list[Entry], list[WrongRow]]:
    """Make the entries of `participation.yaml`, ordered by region and school, for the schools of `schools.yaml`.

    Returns the rows that were left out beside them; nothing can have been said after `today`.
    """
    regions = {read["name"]: read for read in pages.regions if counts(read)}
    found: dict[tuple[str, str], Entry] = {}
    for entry in [*_linked(pages.links, regions), *_linked_later(pages.later_links, regions)]:
        key = (entry["region"], entry["school"])
        if entry["school"] in schools and _better(entry, found.get(key)):
            found[key] = entry
    named = NamedPages(found, schools, {region_id(read) for read in regions.values()}, today)
    named.take_pages(pages.naming)
    named.take_members(pages.more_members)
    named.take_contradictions(pages.contradictions, pages.judged)
    return [found[key] for key in sorted(found)], named.wrong


def with_pages(regions: Iterable[Entry], participation: Iterable[Entry]) -> list[Entry]:
    """Add to each region's sources the pages that name its schools."""
    pages: dict[str, list[str]] = defaultdict(list)
    for entry in participation:
        pages[entry["region"]].append(entry["source"])
    return [{**entry, "sources": list(dict.fromkeys([*entry["sources"], *pages[entry["id"]]]))} for entry in regions]


def with_likely(
    regions: Sequence[Entry], schools: Sequence[Entry], participation: Iterable[Entry], pages: Pages, borders: Entry
) -> list[Entry]:
    """Add to each region the municipalities that likely belong to it, where the sources hold all municipalities."""
    if not pages.municipalities:
        return list(regions)
    known = evidence(regions, schools, participation)
    found = likely_areas(pages.likely, known, land_of(borders, pages.municipalities))
    return [
        region | ({"likely_municipalities": found[region["id"]]} if region["id"] in found else {}) for region in regions
    ]


def _better(new: Entry, known: Entry | None) -> bool:
    """A certain link goes before a likely one, and a dated page before an undated one."""
    if known is None:
        return True
    return ("certainty" not in new, new.get("as_of", "")) > ("certainty" not in known, known.get("as_of", ""))


def _linked(rows: Iterable[TextRow], regions: dict[str, Entry]) -> Iterable[Entry]:
    for row in rows:
        if row["certainty"] in COUNTED_LINKS and row["region_name"] in regions:
            read = regions[row["region_name"]]
            page = reference(read["sources"][0])
            for code in row["vestigingscodes"].split("+"):
                yield _participation(code, read, row["certainty"], page_date(page), page)


def _linked_later(rows: Iterable[TextRow], regions: dict[str, Entry]) -> Iterable[Entry]:
    for row in rows:
        if row["certainty"] in COUNTED_LINKS and row["region_name"] in regions:
            date = written_date(row["page_date"]) or page_date(row["url"])
            yield _participation(row["vestigingscode"], regions[row["region_name"]], row["certainty"], date, row["url"])


def _participation(school: str, read: Entry, certainty: str, date: str, page: str) -> Entry:
    entry = {"school": school, "region": region_id(read), "status": "participating"}
    if date:
        entry["as_of"] = date
    if certainty == "likely":
        entry["certainty"] = "likely"
    return entry | {"source": page}


def page_date(address: str) -> str:
    """Return the date that a page's address carries (`…/2025/02/10/…` → `2025-02-10`), or nothing."""
    found = DATE_IN_ADDRESS.search(address)
    return "-".join(part for part in found.groups() if part) if found else ""


def written_date(written: str) -> str:
    """Return a page's date as the register writes it; of a school year (`2021/2022`) the first year."""
    found = re.match(r"\d{4}(-\d{2}){0,2}", written)
    return found[0] if found else ""


def reference(source: str) -> str:
    """Return a source without the remark behind it: a web address, or the name of a publication."""
    return source.split(maxsplit=1)[0] if source.startswith("http") else source.split(" (", maxsplit=1)[0]


REMARK = re.compile(r"\(([^)]*)\)")
NO_NAME = re.compile(r"official|since|press|used by|label|\?|\d{4}")
"""What stands in brackets behind a name and is a remark, not another name."""

GENERIC = re.compile(r"^(sto[ -]regio|regio|sto|sterk techniek ?onderwijs)\s+", re.IGNORECASE)
AND_AROUND = re.compile(r"\s+(e\.o\.|en omstreken|en regio)$", re.IGNORECASE)


def clean_names(written: str, others: Sequence[str]) -> tuple[str, list[str]]:
    """Return the name and the aliases: `Techniekregio Twente (STO Twente)` → that name, and `STO Twente`."""
    name, *alternatives = (part.strip() for part in REMARK.sub("", written).split(" / "))
    for remark in REMARK.findall(written):
        if not NO_NAME.search(remark):
            alternatives += [part.strip() for part in remark.split(", ")]
    alternatives += [REMARK.sub("", other).strip() for other in others]
    return " ".join(name.split()), [other for other in dict.fromkeys(alternatives) if other != name]


def slug(name: str) -> str:
    """Make an id from a name: small letters, digits and hyphens, without `Regio`, `STO` and `e.o.`."""
    short = AND_AROUND.sub("", GENERIC.sub("", name))
    plain = unicodedata.normalize("NFKD", short).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def region_id(read: Entry) -> str:
    """Return a region's id: its slug on the programme's site, or one made from its name."""
    return str(read.get("slug") or slug(clean_names(read["name"], ())[0]))


def _region(read: Entry, more: Entry, areas: Sequence[str], members: Sequence[Entry]) -> Entry:
    name, aliases = clean_names(read["name"], [*(read.get("other_names") or ()), *(more.get("other_names") or ())])
    contact = read.get("contact") or {}
    page = contact.get("region_page")
    facts = more.get("facts") or ()
    website = contact.get("website") or next((fact["website"] for fact in facts if fact.get("website")), None)
    later = [fact["url"] for fact in facts if fact.get("url")]
    entry: Entry = {
        "id": region_id(read),
        "name": name,
        "aliases": aliases,
        "kind": KINDS.get(read.get("kind") or ""),
        "certainty": "medium" if str(read["confidence"]).startswith("medium") else None,
        "provinces": [part.strip().replace("Friesland", "Fryslân") for part in read["province"].split(" / ")],
        "municipalities": sorted({*areas, *(read.get("municipalities") or ())}),
        "subregions": subregions(facts),
        "page": page,
        "website": website,
        "lead": read.get("penvoerder"),
        "contact": _contact(contact.get("contact_page") or page or website),
        "members": list(members),
        "sources": list(dict.fromkeys([*map(reference, read["sources"]), *later])),
    }
    return {key: value for key, value in entry.items() if value}


def _contact(address: str | None) -> Entry | None:
    return {"role": "programme-manager", "url": address} if address else None


def _members(pages: Pages, schools: set[str]) -> dict[str, list[Entry]]:
    """Collect members that are no vmbo school of `schools.yaml`, with their code where it is known."""
    sources = {read["name"]: reference(read["sources"][0]) for read in pages.regions}
    found: dict[str, list[Entry]] = defaultdict(list)
    for row in pages.links:
        page = sources[row["region_name"]]
        for code in _codes_outside(row, schools):
            member = {"name": row["school_name"], "place": row["place"], "id": code, "source": page}
            found[row["region_name"]].append({key: value for key, value in member.items() if value})
    return found


def _codes_outside(row: TextRow, schools: set[str]) -> list[str]:
    """Return the codes that are not in `schools`; one empty code for a school that has none, nothing for a board."""
    if row["certainty"] in NO_SCHOOL_OF_DUO:
        return [] if "board" in row["reason"] else [""]
    if row["certainty"] not in COUNTED_LINKS:
        return []
    return [code for code in row["vestigingscodes"].split("+") if code not in schools]
