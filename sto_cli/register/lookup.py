"""Looking up regions, provinces and municipalities by the words that people use for them."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from sto_cli.errors import UsageProblem
from sto_cli.messages import Message, message, one_of
from sto_cli.register.model import Region
from sto_cli.register.register import Register

ALSO_CALLED = {"friesland": "Fryslân", "brabant": "Noord-Brabant", "bes": "Caribisch Nederland"}
"""Provinces by another name."""


def regions_in(register: Register, province: str | None) -> list[Region]:
    """Return the regions, those of one province where it is given, by name.

    Raises:
        UsageProblem: there is no such province; names the ones that there are.
    """
    regions = sorted(register.regions.values(), key=lambda region: region.name)
    if province is None:
        return regions
    known = sorted({name for region in regions for name in region.provinces})
    name = _one_of(known, ALSO_CALLED.get(province.casefold(), province))
    if name is None:
        raise UsageProblem(
            message("There is no province “{name}”.", name=province),
            message("Possible: {names}.", names=", ".join(known)),
        )
    return [region for region in regions if name in region.provinces]


def region_named(register: Register, written: str) -> Region:
    """Return the region with this id, name or alias; capitals, hyphens and the word `regio` do not matter.

    Where no region bears the name, the one that has this lead, or that alone works in this municipality.

    Raises:
        UsageProblem: there is none, or more than one; names those that come near.
    """
    by_word: dict[str, list[Region]] = {}
    for region in register.regions.values():
        for name in {_bare(word) for word in (region.id, region.name, *region.aliases)}:
            by_word.setdefault(name, []).append(region)
    wanted = _bare(written)
    found = by_word.get(wanted) or _containing(by_word, wanted)
    working = [] if found else regions_working_in(register, written)
    meant = found or _led_by(register, wanted) or working
    if len(meant) == 1:
        return meant[0]
    if working:
        names = ", ".join(f"{region.name} ({region.id})" for region in working)
        hint = message("In the municipality {municipality} work: {names}.", municipality=written, names=names)
        raise UsageProblem(message("There is no region “{name}”.", name=written), hint)
    near = meant or _near(register, by_word, wanted)
    raise UsageProblem(message("There is no region “{name}”.", name=written), _or_one_of(near))


def _near(register: Register, by_word: dict[str, list[Region]], wanted: str) -> list[Region]:
    """Return the regions that may be meant by a slip: by their own name, or by that of a municipality they work in."""
    places: dict[str, list[Region]] = {}
    for region in register.regions.values():
        for name in region.municipalities:
            places.setdefault(_bare(name.split(" (")[0]), []).append(region)
    named = by_word | {name: regions for name, regions in places.items() if name not in by_word}
    return [region for name in get_close_matches(wanted, named, n=3, cutoff=SLIP) for region in named[name]]


SLIP = 0.75
"""How alike a name must be to be offered: Hengello and Hengelo are for 0.93, Twnte and Twente for 0.91."""

LEADS_APART = re.compile(r"[/(),]")


def _led_by(register: Register, wanted: str) -> list[Region]:
    """Return the regions whose lead bears this name, alone or as one of several: "A / B", "A (B)"."""
    leads = ((region, LEADS_APART.split(region.lead or "")) for region in register.regions.values())
    return [region for region, names in leads if wanted and any(_bare(name) == wanted for name in names)]


def regions_working_in(register: Register, municipality: str) -> list[Region]:
    """Return the regions that list this municipality; capitals and hyphens do not matter, nor `(O.)` behind it."""
    wanted = _bare(municipality)
    return [
        region
        for region in register.regions.values()
        if wanted and any(wanted in {_bare(name), _bare(name.split(" (")[0])} for name in region.municipalities)
    ]


SMALL = frozenset(
    {"regio", "techniekregio", "sto", "sterk", "techniek", "onderwijs", "techniekonderwijs", "techniekpact"}
    | {"school", "scholen", "in", "de", "het", "van", "en", "eo"}
)
PARTS = frozenset({"noord", "oost", "zuid", "west", "midden", "stad", "land", "groot"})
"""Words that do not name a region by themselves."""


def regions_named(register: Register, query: str) -> list[Region]:
    """Return the regions that a query may mean, whose name or alias holds all its words: "Achterhoek" means two."""
    wanted = _words(query) - SMALL
    if not wanted - PARTS:
        return []
    names = ((region, (region.name, *region.aliases)) for region in register.regions.values())
    return [region for region, own in names if any(wanted <= _words(name) for name in own)]


def _words(text: str) -> set[str]:
    return set("".join(letter if letter.isalnum() else " " for letter in text.casefold()).split())


def _containing(by_word: dict[str, list[Region]], wanted: str) -> list[Region]:
    found = {region.id: region for name, regions in by_word.items() for region in regions if wanted and wanted in name}
    return list(found.values())


def _or_one_of(near: Iterable[Region]) -> Message:
    names = list(dict.fromkeys(f"{region.name} ({region.id})" for region in near))
    if names:
        return message("Did you mean {names}?", names=one_of(names))
    return message("See all regions with: sto region list.")


def _one_of(known: Iterable[str], written: str) -> str | None:
    return next((name for name in known if _bare(name) == _bare(written)), None)


def _bare(word: str) -> str:
    letters = "".join(letter for letter in word.casefold() if letter.isalnum())
    return letters.removeprefix("regio") or letters
