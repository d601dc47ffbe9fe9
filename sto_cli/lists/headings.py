"""Headings in plain words, and those that name a school year."""

import re
import unicodedata
from collections.abc import Sequence

_YEARS = re.compile(r"(?:20)?(\d{2}) (?:20)?(\d{2})")
_FIRST, _LAST = 2010, 2045
"""School years that a list may be about; other pairs of numbers are something else."""

BESIDE = {
    "schooljaar", "cursusjaar", "jaar", "sj", "deelname", "deelnemer", "deelnemers", "deelnemend", "sto", "doet", "mee",
    "in", "status", "school", "year", "participation", "takes", "part",
}  # fmt: skip
"""Words that may stand beside the years in a heading: "Deelname schooljaar 2025-2026"."""


def plain_heading(text: str) -> str:
    """Write a heading in small letters without accents and marks, with single spaces."""
    return " ".join(_MARKS.sub(" ", small_letters(text)).split())


def small_letters(text: str) -> str:
    """Write a text in small letters without accents; marks stay."""
    letters = text.casefold()
    if letters.isascii():
        return letters
    return "".join(letter for letter in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(letter))


_MARKS = re.compile(r"[^a-z0-9]+")


def first_year(heading: str) -> int | None:
    """Return in which year the school year of a heading begins: `2024-2025`, `25/26`, `schooljaar 2026-2027`."""
    words = plain_heading(heading)
    found = _YEARS.search(words)
    if found is None or (int(found[1]) + 1) % 100 != int(found[2]):
        return None
    rest = f"{words[: found.start()]} {words[found.end() :]}".split()
    year = 2000 + int(found[1])
    return year if set(rest) <= BESIDE and _FIRST <= year <= _LAST else None


def year_columns(headings: Sequence[str]) -> dict[int, int]:
    """Return the column of each school year by the year in which it begins; none where two columns are of one year."""
    found: dict[int, int] = {}
    for at, heading in enumerate(headings):
        year = first_year(heading)
        if year is not None and year in found:
            return {}
        if year is not None:
            found[year] = at
    return dict(sorted(found.items()))
