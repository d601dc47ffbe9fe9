"""Places and municipalities as people write them."""

from sto_cli.register.municipalities import FORMER_MUNICIPALITIES
from sto_cli.search.words import PROVINCE_SIGNS, read

MUNICIPALITY_SHARE = 0.85
"""How far a municipality speaks for a school in another place of it."""

FORMER_SHARE = 0.65
"""The same for a municipality that is now part of this one."""

PROVINCE_SHARE = 0.6

SIGN_SHARE = 0.99
"""Just less than a place, from which it must be told apart."""

_SIGNS = frozenset(sign for signs in PROVINCE_SIGNS.values() for sign in signs) | {"gemeentelijk"}


def words_of_place(text: str) -> tuple[str, ...]:
    """Read a place: `Hengelo OV`, `Hengelo (O.)` → `hengelo`; `Den Haag` → `gravenhage`."""
    return tuple(word for word in read(text).words if word not in _SIGNS)


def place_names(
    place: str | None, municipality: str | None, province: str | None
) -> list[tuple[tuple[str, ...], float]]:
    """The names that may be written for where a school stands, as words, each with how far it speaks for it."""
    names = [(words_of_place(place or ""), 1.0), (words_of_place(municipality or ""), MUNICIPALITY_SHARE)]
    names += [(words_of_place(former), FORMER_SHARE) for former in FORMER_MUNICIPALITIES.get(municipality or "", ())]
    names += [(words_of_place(province or ""), PROVINCE_SHARE)]
    names += [((sign,), SIGN_SHARE) for sign in PROVINCE_SIGNS.get(province or "", ())]
    return [(words, share) for words, share in names if words]
