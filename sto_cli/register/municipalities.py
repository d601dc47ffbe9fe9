"""Municipalities that merged, so that an old name in a file is understood and a school is not said to have moved."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

Mergers = Mapping[str, frozenset[str]]
"""Former municipality → the ones that it became, or was divided over."""

MERGED: Mergers = {
    former: frozenset(now)
    for former, now in {
        "Appingedam": ["Eemsdelta"], "Delfzijl": ["Eemsdelta"], "Loppersum": ["Eemsdelta"],
        "Haaren": ["Oisterwijk", "Vught", "Tilburg", "Boxtel"],
        "Beemster": ["Purmerend"], "Heerhugowaard": ["Dijk en Waard"], "Langedijk": ["Dijk en Waard"],
        "Boxmeer": ["Land van Cuijk"], "Cuijk": ["Land van Cuijk"], "Grave": ["Land van Cuijk"],
        "Mill en Sint Hubert": ["Land van Cuijk"], "Sint Anthonis": ["Land van Cuijk"],
        "Uden": ["Maashorst"], "Landerd": ["Maashorst"],
        "Weesp": ["Amsterdam"],
        "Brielle": ["Voorne aan Zee"], "Hellevoetsluis": ["Voorne aan Zee"], "Westvoorne": ["Voorne aan Zee"],
    }.items()
}  # fmt: skip
"""Those of 2021 (the first four), 2022 (down to Weesp) and 2023: CBS and DUO, CC BY 4.0. Later ones can be given to
`sto data import duo` as a file with the columns oude_naam and nieuwe_naam."""


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
