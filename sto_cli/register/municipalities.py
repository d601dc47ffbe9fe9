"""Municipalities that merged, so that an old name in a file is understood and a school is not said to have moved."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

Mergers = Mapping[str, frozenset[str]]
"""Former municipality → the ones that it became, or was divided over."""

_FORMER = {
    "Altena": "Aalburg, Werkendam, Woudrichem", "Amsterdam": "Weesp", "Beekdaelen": "Nuth, Onderbanken, Schinnen",
    "Boxtel": "Haaren", "Dijk en Waard": "Heerhugowaard, Langedijk", "Eemsdelta": "Appingedam, Delfzijl, Loppersum",
    "Groningen": "Haren, Ten Boer", "Het Hogeland": "Bedum, De Marne, Eemsmond, Winsum",
    "Hoeksche Waard": "Binnenmaas, Cromstrijen, Korendijk, Oud-Beijerland, Strijen",
    "Haarlemmermeer": "Haarlemmerliede en Spaarnwoude",
    "Land van Cuijk": "Boxmeer, Cuijk, Grave, Mill en Sint Hubert, Sint Anthonis", "Maashorst": "Landerd, Uden",
    "Meierijstad": "Schijndel, Sint-Oedenrode, Veghel", "Molenlanden": "Giessenlanden, Molenwaard",
    "Noardeast-Fryslân": "Dongeradeel, Ferwerderadiel, Kollumerland", "Noordwijk": "Noordwijkerhout",
    "Oisterwijk": "Haaren", "Purmerend": "Beemster", "Tilburg": "Haaren",
    "Vijfheerenlanden": "Leerdam, Vianen, Zederik", "Voorne aan Zee": "Brielle, Hellevoetsluis, Westvoorne",
    "Vught": "Haaren", "Waadhoeke": "Franekeradeel, Het Bildt, Menameradiel",
    "West Betuwe": "Geldermalsen, Lingewaal, Neerijnen", "Westerkwartier": "Grootegast, Leek, Marum, Zuidhorn",
}  # fmt: skip
"""Municipalities that merged between 2017 and 2023: present one → former ones (CBS and DUO, CC BY 4.0)."""

FORMER_MUNICIPALITIES = {now: former.split(", ") for now, former in _FORMER.items()}
MERGED: Mergers = {
    former: frozenset(now for now, others in FORMER_MUNICIPALITIES.items() if former in others)
    for some in FORMER_MUNICIPALITIES.values() for former in some
}  # fmt: skip
"""The same from the former ones. Later ones can be given to `sto data import duo` as a file with the columns oude_naam
and nieuwe_naam."""

ALSO_WRITTEN = {"nuenenca": "Nuenen, Gerwen en Nederwetten"}
"""Municipalities that DUO shortens, by the letters of what it writes."""


def current_name(municipality: str, mergers: Mergers = MERGED) -> str:
    """Return what a municipality is called now; one that was divided over several keeps its name."""
    now = mergers.get(municipality, frozenset())
    return next(iter(now)) if len(now) == 1 else municipality


def with_mergers(pairs: Iterable[tuple[str, str]]) -> Mergers:
    """Return the known mergers with these (former, now) added."""
    found: dict[str, frozenset[str]] = defaultdict(frozenset, MERGED)
    for former, now in pairs:
        if former != now:
            found[former] |= {now}
    return dict(found)


def seen_mergers(moves: Iterable[tuple[str, str]], now: Iterable[str]) -> set[tuple[str, str]]:
    """Return the (former, now) pairs that look like a merger that is not yet known here.

    `moves` are the municipalities before and after of the schools whose municipality changed, `now` all municipalities
    of the new files. Two schools or more, all to the same one, from a municipality that is gone: that is a merger.
    """
    to: dict[str, list[str]] = defaultdict(list)
    for former, new in moves:
        to[former].append(new)
    left = set(now)
    return {
        (former, found[0])
        for former, found in to.items()
        if former not in left and len(found) > 1 and len(set(found)) == 1
    }
