"""What a school is that is no vmbo school, by the words of its name or, for the larger ones, by the name itself.

A name that also says vmbo or mavo is never set apart.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from sto_cli.files.limits import QUESTION_LETTERS
from sto_cli.search.words import plain

OtherKind = Literal[
    "total", "mbo", "higher", "primary", "practical", "special", "general", "company", "government", "subheading",
]  # fmt: skip
"""What a row is that is no vmbo school. `higher`: hogescholen and universities; `general`: havo and vwo only."""

NOT_SECONDARY: frozenset[OtherKind] = frozenset({"mbo", "higher", "primary"})
"""Kinds of school of which the register holds none, but as a member of a region."""

_VMBO = re.compile(r"\b(?:vmbo\w*|v?mavo\w*|\w+mavo|vbo|bb|kb|gl|tl|bbl|kbl|gtl)\b")
"""What says that a row is about vmbo, whatever else it says."""

_NAMED: tuple[tuple[OtherKind, re.Pattern[str]], ...] = (
    ("total", re.compile(r"^(?:eind ?|sub ?)?tota(?:al|len|l|ls)\b|^som$|^aantal(?: scholen| deelnemers)?(?: \d+)?$")),
    ("mbo", re.compile(r"\b(?:roc|mbo|aoc|middelbaar beroepsonderwijs)\b|\bmbo(?:rijnland|\w*college)\b")),
    ("higher", re.compile(r"\b(?:hbo|hogeschool\w*|hogescholen|universiteit\w*|university|pabo)\b")),
    ("primary", re.compile(
        r"\b(?:\w*basisscho(?:ol|len)|basisonderwijs|primair onderwijs|obs|cbs|rkbs|kbs|pcbs|ikc|kindcentrum|po)\b")),
    ("practical", re.compile(r"\b(?:praktijkscho(?:ol|len)|praktijkonderwijs|praktijkcollege)\b|\bpro(?:$| school\b)")),
    ("special", re.compile(r"\b(?:vso|speciaal (?:voortgezet )?onderwijs|voortgezet speciaal onderwijs)\b")),
    ("company", re.compile(r"\b(?:b ?v|n ?v|v ?o ?f|\w*bedrijf|bedrijven|ltd|gmbh)$|^bedrijf(?:sleven)?\b")),
    ("government", re.compile(r"^(?:gemeente|provincie|waterschap)\b")),
    ("general", re.compile(r"\bgymnasium\b|\b(?:havo|vwo|atheneum)\b")),
)  # fmt: skip
"""Words in a name, in small letters without marks, surest kind first."""

_OTHER_SCHOOLS: dict[OtherKind, tuple[str, ...]] = {
    "mbo": (
        "deltion", "firda", "friesland college", "vista college", "noorderpoort", "noorderpoortcollege",
        "alfa college", "albeda", "zadkine", "scalda", "graafschap college", "rijn ijssel",
        "horizon college", "koning willem i college", "hoornbeeck college", "techniek college rotterdam", "aventus",
        "gilde opleidingen", "cibap", "astrum college", "summa",
    ),
    "higher": ("saxion", "windesheim", "fontys", "avans", "hanzehogeschool"),
}  # fmt: skip
"""Schools that lists of regions name as partners without saying what they are. No vmbo school has such a name: a test
holds that against the register."""

_MARKS = re.compile(r"[^a-z0-9]+")


def other_kind(name: str) -> OtherKind | None:
    """Return what a row is when it is no vmbo school, by its name. None: it may be one."""
    spelt = plain_words(name)
    return None if names_vmbo(name) else next((kind for kind, words in _NAMED if words.search(spelt)), None)


def other_school(name: str) -> OtherKind | None:
    """Return what a school is that is known by its name to be no vmbo school; surely so only where none is found."""
    spelt = f"{plain_words(name)} "
    of_its_name = (kind for kind, names in _OTHER_SCHOOLS.items() if any(spelt.startswith(f"{one} ") for one in names))
    return None if names_vmbo(name) else next(of_its_name, None)


@lru_cache(maxsize=4096)
def plain_words(text: str) -> str:
    """Write a name in small letters without accents and marks, with single spaces; a list repeats its cells."""
    return " ".join(_MARKS.sub(" ", plain(text[:QUESTION_LETTERS])).split())


def names_vmbo(name: str) -> bool:
    """Whether a name speaks of the vmbo, whatever else it says."""
    return bool(_VMBO.search(plain_words(name)))
