"""Evidence that is not a word: a postcode, a web address."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sto_cli.search.index import Index
from sto_cli.search.results import Evidence
from sto_cli.search.web import site_of

POSTCODE_WEIGHT = 0.6
FAR_POSTCODE_WEIGHT = 0.2
"""A postcode that no school has is more often that of a post box than of another school."""

SITE_WEIGHT = 0.8

SAME_DIGITS = 0.8
SAME_AREA = 0.5
SAME_HOST = 0.85


@dataclass(frozen=True, slots=True)
class Clue:
    """How far a fact speaks for each entry (by number, from 0 to 1), and what it weighs beside the words."""

    weight: float
    shares: dict[int, float]
    evidence: Evidence


def postcode_clue(index: Index, written: str | None) -> Clue | None:
    """Make a clue of a postcode, or of its digits; None where it is none."""
    code = re.sub(r"[^0-9A-Z]", "", (written or "").upper())
    if not re.fullmatch(r"[1-9][0-9]{3}([A-Z]{2})?", code):
        return None
    shares = {}
    for entry in index.entries:
        own = entry.school.address.postcode if entry.school else None
        if own and own[:2] == code[:2]:
            shares[entry.number] = 1.0 if own == code else SAME_DIGITS if own[:4] == code[:4] else SAME_AREA
    near = any(share > SAME_AREA for share in shares.values())
    return Clue(POSTCODE_WEIGHT if near else FAR_POSTCODE_WEIGHT, shares, "postcode")


def site_clue(index: Index, written: str | None) -> Clue | None:
    """Make a clue of a web address; None where it is none, or none that the register knows."""
    site = site_of(written or "")
    if site is None:
        return None
    shares = {}
    for entry in index.entries:
        own = site_of(entry.school.website) if entry.school and entry.school.website else None
        if own and own[0] == site[0]:
            shares[entry.number] = 1.0 if own == site else SAME_HOST
    return Clue(SITE_WEIGHT, shares, "website") if shares else None
