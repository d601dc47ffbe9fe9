"""Evidence that is not a word: a postcode, a web address."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sto_cli.register.register import Register
from sto_cli.search.index import Index
from sto_cli.search.lookup import schools_of_site
from sto_cli.search.question import Term
from sto_cli.search.reading import number_fits
from sto_cli.search.results import Evidence

POSTCODE_WEIGHT = 0.6
FAR_POSTCODE_WEIGHT = 0.2
"""A postcode that no school has is more often that of a post box than of another school."""

SITE_WEIGHT = 0.8

SAME_DIGITS = 0.8
SAME_AREA = 0.5


class Clue(NamedTuple):
    """How far a fact speaks for each entry (by number, from 0 to 1), and what it weighs beside the words."""

    weight: float
    shares: dict[int, float]
    evidence: Evidence
    whole: bool = True
    """Whether it was written in full: a postcode with its letters."""


Postcodes = Mapping[str, Sequence[tuple[int, str]]]
"""The first two digits of a postcode → the entries there: number, postcode."""


def house_clue(index: Index, terms: Sequence[Term], written: str) -> list[Clue]:
    """Make a clue of the number of a house, where schools stand in the street that is named beside it."""
    named = {word for term in terms for word, likeness in term.likes.items() if likeness == 1} & index.street_words
    there = [index.entry(number) for number in {number for word in named for number in index.postings[word]}]
    schools = {entry.number: entry.school for entry in there if entry.school and entry.street_words & named}
    shares = {number: number_fits(written, school.address.street or "") for number, school in schools.items()}
    return [Clue(HOUSE_WEIGHT, shares, "street")] if any(shares.values()) else []


HOUSE_WEIGHT = 0.4


def postcodes_of(register: Register) -> Postcodes:
    """Lay the schools of a register out by their postcodes."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, school in enumerate(register.schools.values()):
        if own := school.address.postcode:
            found[own[:2]].append((number, own))
    return found


def postcode_clue(postcodes: Postcodes, code: str) -> Clue:
    """Make a clue of a postcode or of its digits, as `plain_postcode` gives it."""
    shares = {}
    for number, own in postcodes.get(code[:2], ()):
        shares[number] = 1.0 if own == code else SAME_DIGITS if own[:4] == code[:4] else SAME_AREA
    near = any(share > SAME_AREA for share in shares.values())
    return Clue(POSTCODE_WEIGHT if near else FAR_POSTCODE_WEIGHT, shares, "postcode", not code.isdigit())


def plain_postcode(written: str | None) -> str | None:
    """Return a postcode, or its digits, without spaces and in capitals; None where it is none."""
    code = re.sub(r"[^0-9A-Z]", "", (written or "").upper())
    return code if re.fullmatch(r"[1-9][0-9]{3}([A-Z]{2})?", code) else None


def site_clue(register: Register, numbers: Mapping[str, int], written: str) -> Clue | None:
    """Make a clue of a web address; None where it is none, or none that the register knows.

    `numbers` are those of the schools, by their codes.
    """
    shares = dict.fromkeys(sorted(numbers[school.id] for school in schools_of_site(register, written)), 1.0)
    return Clue(SITE_WEIGHT, shares, "website") if shares else None
