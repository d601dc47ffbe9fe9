"""What the very page that names it says of a school or a region: how near it names it, when, what speaks against it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from sto_cli.files.tables import DataTable
from sto_cli.register.dates import first_day
from sto_cli.register.imports.wrong_rows import Wrong, WrongRow, is_no_address
from sto_cli.register.model import Entry

RegionAndSchool = tuple[str, str]
"""A region and a school."""

LEVELS = ("likely", "school", "exact")
"""How near a page names a school, the nearest last: perhaps it, its institution, this very location."""

NAMED_NOWHERE = "not_found"

NumberedRow = tuple[str, int, Mapping[str, str]]
"""A row with its file and its number there."""


def numbered(table: DataTable) -> list[NumberedRow]:
    """Return the rows of a table with their places."""
    return [(table.path, number, row) for number, row in table.numbered_rows]


class NamedPages:
    """Lays what pages say of single schools over participations; rows that cannot be are left out and named.

    `schools` and `regions` are the codes and ids that there are; nothing can have been said after `today`.
    """

    def __init__(self, found: dict[RegionAndSchool, Entry], schools: set[str], regions: set[str], today: date) -> None:
        self.found = found
        self.wrong: list[WrongRow] = []
        self._schools = schools
        self._regions = regions
        self._today = today

    def take_pages(self, rows: Iterable[NumberedRow]) -> None:
        """Let each participation cite the page that names its school; what no page names is taken out."""
        for key, row in self._right(rows):
            if row["level"] == NAMED_NOWHERE:
                self.found.pop(key, None)
            else:
                self.found[key] = _participation(key, row)

    def take_members(self, rows: Iterable[NumberedRow]) -> None:
        """Add schools that pages name as taking part; one that is known already is named again only if nearer."""
        for key, row in self._right(row for row in rows if row[2]["school"] and row[2]["status"] == "participating"):
            if key not in self.found or LEVELS.index(row["level"]) > _nearness(self.found[key]):
                self.found[key] = _participation(key, row)

    def take_contradictions(self, rows: Iterable[NumberedRow], judged: Mapping[RegionAndSchool, str]) -> None:
        """Mark what a page speaks against as likely, with that page, unless it was judged to be no contradiction."""
        for key, row in self._right(row for row in rows if row[2]["school"]):
            if key in self.found and judged.get(key, "likely") == "likely":
                entry = {name: value for name, value in self.found[key].items() if name != "level"}
                self.found[key] = entry | {"certainty": "likely", "against": row["source"]}

    def _right(self, rows: Iterable[NumberedRow]) -> Iterable[tuple[RegionAndSchool, Mapping[str, str]]]:
        for path, number, row in rows:
            wrong = next((problem for check in CHECKS if (problem := check(self, row))), None)
            if wrong:
                self.wrong.append(WrongRow(wrong[0], path, number, wrong[1]))
            else:
                yield (row["region"], row["school"]), row

    def knows_school(self, row: Mapping[str, str]) -> tuple[Wrong, str] | None:
        """Tell whether a row's code is none of the register."""
        return None if row["school"] in self._schools else ("unknown-school", row["school"])

    def knows_region(self, row: Mapping[str, str]) -> tuple[Wrong, str] | None:
        """Tell whether a row's region is none of the register."""
        return None if row["region"] in self._regions else ("unknown-region", row["region"])

    def is_dated(self, row: Mapping[str, str]) -> tuple[Wrong, str] | None:
        """Tell whether a row's date is none, or lies in the future."""
        written = row.get("as_of", "")
        day = first_day(written) if written else self._today
        if day is None:
            return "no-date", written
        return ("future-date", written) if day > self._today else None


def _has_page(_pages: NamedPages, row: Mapping[str, str]) -> tuple[Wrong, str] | None:
    page = row["source"]
    if row.get("level") == NAMED_NOWHERE:
        return None
    return ("no-address", page) if is_no_address(page) or not page.startswith("http") else None


def _has_level(_pages: NamedPages, row: Mapping[str, str]) -> tuple[Wrong, str] | None:
    level = row.get("level", LEVELS[0])
    return None if level in {*LEVELS, NAMED_NOWHERE} else ("no-level", level)


CHECKS: tuple[Callable[[NamedPages, Mapping[str, str]], tuple[Wrong, str] | None], ...] = (
    NamedPages.knows_region,
    NamedPages.knows_school,
    _has_level,
    NamedPages.is_dated,
    _has_page,
)
"""What can be wrong with a row, the first thing that is."""


def _participation(key: RegionAndSchool, row: Mapping[str, str]) -> Entry:
    """Make an entry: `level` says that a page names the institution only, `certainty` that it may mean another."""
    region, school = key
    entry = {"school": school, "region": region, "status": "participating"}
    if row["as_of"]:
        entry["as_of"] = row["as_of"]
    if row["level"] == "school":
        entry["level"] = "school"
    if row["level"] == "likely":
        entry["certainty"] = "likely"
    return entry | {"source": row["source"]}


def _nearness(entry: Entry) -> int:
    level = "likely" if "certainty" in entry else entry.get("level", "exact")
    return LEVELS.index(level)


REMARK = re.compile(r"\s*\(([^)]*)\)")
"""What stands in brackets behind a value."""

NOT_SAID_SO = re.compile(r"project of|candidate")
"""The page tells of a project of that school, not that it applies for the region."""

NUMBER = re.compile(r"(\d+) ?(vmbo|vo|scholen)")
DATE = re.compile(r"20\d\d(-\d\d){0,2}")


def with_facts(entry: Entry, rows: Iterable[Mapping[str, str]]) -> Entry:
    """Lay facts over a region's entry: what it has already stays, lists grow; other fields are left alone."""
    found = dict(entry)
    for row in rows:
        field, value = row["field"], row["value"]
        if field == "lead" and not NOT_SAID_SO.search(value):
            found.setdefault("lead", REMARK.sub("", value).removesuffix(": confirmed"))
        elif field == "contact_url" and not found.get("contact"):
            found["contact"] = {"role": "programme-manager", "url": value}
        elif field.startswith("alias"):
            found["aliases"] = list(dict.fromkeys([*found.get("aliases", ()), value]))
        elif field == "number of schools":
            found["schools_named"] = [*found.get("schools_named", ()), *_count(row)]
        elif named := _municipalities(field, value):
            found["municipalities"] = sorted({*found.get("municipalities", ()), *named})
        else:
            continue
        found["sources"] = list(dict.fromkeys([*found["sources"], row["source"]]))
    return found


SUBREGION = re.compile(r"subregion (?P<name>[^:=]+?)(?: = municipalities (?P<areas>.+)|: .+)")
SITE_OF_SUBREGION = "own web site of subregion "


def subregions(facts: Sequence[Entry]) -> list[Entry]:
    """Return the parts in which a region works, with their municipalities and web site, as pages tell them.

    A part is called after its municipality where no page says which ones belong to it.
    """
    sites = {fact["what"].removeprefix(SITE_OF_SUBREGION): fact["website"] for fact in facts if fact.get("website")}
    found = []
    for fact in facts:
        if part := SUBREGION.fullmatch(fact.get("what", "")):
            name = part["name"]
            areas = [area.strip() for area in (part["areas"] or name).split(",")]
            site = sites.get(name.removesuffix(" e.o."))
            entry = {"name": name, "municipalities": areas, "website": site, "source": fact["url"]}
            found.append({key: value for key, value in entry.items() if value})
    return found


def _count(row: Mapping[str, str]) -> list[Entry]:
    """Return how many schools a page names, with the words that it uses: "26 vo-scholen"."""
    number = NUMBER.search(row["value"])
    if not number:
        return []
    count: Entry = {"count": int(number[1]), "words": row["value"]}
    if DATE.fullmatch(row["year"]):
        count["as_of"] = row["year"]
    return [count | {"source": row["source"]}]


def _municipalities(field: str, value: str) -> list[str]:
    """Return the municipalities that a value lists: "municipalities Bergen op Zoom, Steenbergen, Woensdrecht"."""
    text = value if field.startswith("municipalities") else value.partition("municipalities ")[2]
    return [name.strip() for name in REMARK.sub("", text).split(",") if name.strip()]
