"""Rows of a list that say something that cannot be: each is left out and named, the others are read."""

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

Wrong = Literal[
    "no-name", "no-year", "years-turned", "future-year", "no-address", "unknown-school", "unknown-region", "no-level",
    "no-date", "future-date",
]  # fmt: skip


class WrongRow(NamedTuple):
    """A row that was left out: what is wrong, in which file and row, and what stands there."""

    wrong: Wrong
    path: str
    row: int
    written: str


YEAR = re.compile(r"(?:19|20)\d\d")
LIKE_AN_ADDRESS = re.compile(r"h\w*:\S*|\S*:/\S*|www\.\S+", re.IGNORECASE)
ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s]+", re.IGNORECASE)


def wrong_former_name(row: Mapping[str, str], year: str) -> tuple[Wrong, str] | None:
    """Tell what is wrong with a row of former names; `year` is that of the facts, empty where it is not known."""
    first, last = row["first_year"].strip(), row["last_year"].strip()
    if not row["name"].strip():
        return "no-name", row["id"]
    for written in filter(None, (first, last)):
        if not YEAR.fullmatch(written):
            return "no-year", written
    if first and last and first > last:
        return "years-turned", f"{first}–{last}"
    if year and max(first, last) > year:
        return "future-year", max(first, last)
    return None


def wrong_name_in_use(row: Mapping[str, str], _year: str) -> tuple[Wrong, str] | None:
    """Tell what is wrong with a row of names in use: its source is the name of a publication or an address."""
    if not row["name"].strip():
        return "no-name", row["id"]
    return ("no-address", row["source"]) if is_no_address(row["source"]) else None


def is_no_address(source: str) -> bool:
    """Whether a source looks like a web address and is none: `htps://…`, `www.school`, `https://school`."""
    return bool(LIKE_AN_ADDRESS.fullmatch(source.strip())) and not ADDRESS.fullmatch(source.strip())
