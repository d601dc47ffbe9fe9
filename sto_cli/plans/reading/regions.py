"""Finding a region by what a plan calls it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from sto_cli.plans.language.plain import plain_word
from sto_cli.plans.reading.meant_headings import typing_errors

if TYPE_CHECKING:
    from sto_cli.register.model import Region
    from sto_cli.register.register import Register

MOST_NEAR = 3

SHORTEST_PART = 5
"""Letters of a name that is found inside another ("drechtsteden"); shorter ones are found in too many."""


def find_region(register: Register, written: str) -> Region | None:
    """Return a region by its id, name or another name, its municipality or its lead; None when there is none, or more.

    Letters and hyphens may differ, and both its names may stand there: “STO Noordoost Brabant – Het Techniek Loket”.
    """
    whole = named_so(register, written) or _by_what_it_holds(register).get(_plain(written))
    return whole or _by_parts(register, written) or _together(register).get(_plain(written).replace("-", ""))


@lru_cache(maxsize=4)
def _together(register: Register) -> dict[str, Region]:
    """Return regions by their names without hyphens and spaces, where that is the name of one: “Food Valley”."""
    found: dict[str, Region | None] = {}
    for name, region in _by_name(register).items():
        plain = name.replace("-", "")
        found[plain] = region if found.get(plain, region) is region else None
    return {name: region for name, region in found.items() if region is not None and len(name) >= SHORTEST_PART}


_BETWEEN_NAMES = re.compile(r"\s+[-–—|/]\s+|\s*[,;:()]\s*")


def _by_parts(register: Register, written: str) -> Region | None:
    """Return the one region that the parts of a text name; of a part that names none nothing is made."""
    parts = [part for part in _BETWEEN_NAMES.split(written) if part]
    found = {region.id: region for part in parts if (region := named_so(register, part))}
    if not found:
        found = {region.id: region for part in parts for region in _beginning_so(register, part)}
    return next(iter(found.values())) if len(found) == 1 else None


def _beginning_so(register: Register, written: str) -> list[Region]:
    """Return the regions whose name begins with these whole words: “Riverland”."""
    plain = _plain(written)
    if len(plain) < SHORTEST_PART:
        return []
    return [region for name, region in _by_name(register).items() if name.startswith(f"{plain}-")]


def named_so(register: Register, written: str) -> Region | None:
    """Return a region by its id, its name or another name, in any letters; None when there is none."""
    region = register.regions.get(written)
    return region if region is not None else _by_name(register).get(_plain(written))


_A_NAME = r"(?P<name>(?-i:[A-Z])[\w'’/-]*(?:,?\s+(?:(?:en|de|den|het|van|aan|in|en de)\s+)?(?-i:[A-Z])[\w'’/-]*){0,5})"
_VISION = r"(?:regio)?visie|vision"
_WHOSE_VISION = re.compile(
    rf"\b(?:{_VISION})\s+(?:(?:van|voor|of|in|de|het|the|sto|regio|sto-regio|techniekregio)\s+){{0,4}}{_A_NAME}|"
    rf"\b(?:regio|sto-regio)\s+{_A_NAME.replace('name', 'region')}"
    rf"(?=[^.]*\b(?:{_VISION})\b|\s+(?:kiest|wil|zet|noemt|vraagt)\b)|"
    rf"\b(?:sto|techniekregio|sto-regio)\s+{_A_NAME.replace('name', 'so')}",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\b(?:samen\w*|zoals|net als|buur\w*|grens\w*|ook|naast|like|with)\b[^.,;]{0,25}$", re.IGNORECASE)


def regions_of_the_vision(register: Register, text: str) -> list[Region]:
    """Return the regions of which a text says what they want: “De regiovisie van Zeeland noemt …”."""
    found: list[Region] = []
    for said in _WHOSE_VISION.finditer(text):
        name = said["name"] or said["region"] or said["so"]
        region = _by_its_beginning(register, name)
        if region is not None and _BESIDE.search(text[: said.start()]) is None:
            found.append(region)
    return found


def _by_its_beginning(register: Register, text: str) -> Region | None:
    """Return the region that the longest beginning of a text is the name of."""
    words = text.split()
    beginnings = (" ".join(words[:count]).rstrip(" ,.:") for count in range(len(words), 0, -1))
    return next((region for one in beginnings if (region := named_so(register, one))), None)


def near_regions(register: Register, written: str) -> list[Region]:
    """Return the regions whose name is a typing error or a word away, nearest first, at most three."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - 20 ms, only for a region that is not known

    plain = _plain(written[:100])
    limit = typing_errors(plain)
    best: dict[str, int] = {}
    for name, region in _by_name(register).items():
        shorter, longer = sorted((plain, name), key=len)
        within = len(shorter) >= SHORTEST_PART and shorter in longer
        distance = limit if within else OSA.distance(plain, name, score_cutoff=limit)
        if distance <= limit:
            best[region.id] = min(distance, best.get(region.id, distance))
    ranked = sorted(best, key=lambda region: (best[region], region))
    return [register.regions[region] for region in ranked[:MOST_NEAR]]


@lru_cache(maxsize=4)
def _by_name(register: Register) -> dict[str, Region]:
    found: dict[str, Region] = {}
    for region in register.regions.values():
        for name in (region.id, region.name, *region.aliases):
            found.setdefault(_plain(name), region)
    return found


@lru_cache(maxsize=4)
def _by_what_it_holds(register: Register) -> dict[str, Region]:
    """Return regions by a municipality that lies in no other, and by the lead of no other."""
    found: dict[str, Region | None] = {}
    for region in register.regions.values():
        for name in {_plain(name) for name in (*region.municipalities, region.lead or "") if name}:
            found[name] = region if name not in found else None
    return {name: region for name, region in found.items() if region is not None}


_PREFIXES = ("sterk-techniekonderwijs-", "techniekregio-", "sto-regio-", "sto-", "regio-")


_SUFFIXES = ("-e-o", "-en-omstreken", "-en-omgeving", "-en-regio")


def _plain(name: str) -> str:
    """Write a name in plain letters, without the words that many regions share."""
    plain = re.sub(r"[^a-z0-9]+", "-", plain_word(name)).strip("-")
    for prefix in _PREFIXES:
        plain = plain.removeprefix(prefix)
    for suffix in _SUFFIXES:
        plain = plain.removesuffix(suffix)
    return plain
