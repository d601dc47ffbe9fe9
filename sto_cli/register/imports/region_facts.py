"""Single facts on regions that pages tell: the lead, municipalities, a contact page, how many schools there are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from sto_cli.register.model import Entry

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
