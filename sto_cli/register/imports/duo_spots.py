"""Where locations lie whose own coordinates no file tells: as others at their address or with their postcode do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sto_cli.register.imports.spelling import letters_of
from sto_cli.register.model import Entry

ABOUT = 2
"""Decimals of coordinates that say about where a school is: a kilometre."""


class Spots:
    """The coordinates that are known, by address, by postcode and by the digits of the postcode."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._at: dict[str, list[float]] = {}
        self._with_postcode: dict[str, list[float]] = {}
        self._in_area: dict[str, list[list[float]]] = defaultdict(list)
        for entry in entries:
            if entry.get("coordinates") and "coordinates_about" not in entry:
                self._at.setdefault(address_key(entry), entry["coordinates"])
                self._with_postcode.setdefault(_postcode(entry), entry["coordinates"])
                self._in_area[_postcode(entry)[:4]].append(entry["coordinates"])

    def of(self, entry: Entry) -> Entry:
        """Return the coordinates of an address: its own, else about where it is, else nothing."""
        if not _postcode(entry):
            return {}
        if spot := self._at.get(address_key(entry)):
            return {"coordinates": spot}
        if spot := self._with_postcode.get(_postcode(entry)):
            return {"coordinates": spot, "coordinates_about": "yes"}
        return self.about(entry)

    def about(self, entry: Entry) -> Entry:
        """Return the middle of the schools with nearly the same postcode, to about a kilometre, or nothing."""
        near = self._in_area.get(_postcode(entry)[:4])
        return about(near) if near else {}


def about(spots: list[list[float]]) -> Entry:
    """Return coordinates that say about where something is."""
    middle = [round(sum(values) / len(spots), ABOUT) for values in zip(*spots, strict=True)]
    return {"coordinates": middle, "coordinates_about": "yes"}


def address_key(entry: Entry) -> str:
    """What two addresses have in common that are the same building: postcode, street and the number's digits."""
    street, _, number = str((entry.get("address") or {}).get("street", "")).rpartition(" ")
    digits = number.split("-")[0]
    return f"{_postcode(entry)} {letters_of(street)} {letters_of(digits)}"


def _postcode(entry: Entry) -> str:
    return str((entry.get("address") or {}).get("postcode", ""))
