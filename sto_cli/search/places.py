"""Places and municipalities as people write them."""

from __future__ import annotations

import re

from sto_cli.search.words import plain, read

MUNICIPALITY_SHARE = 0.85
"""How far a municipality speaks for a school in another place of it."""

FORMER_SHARE = 0.7
"""The same for a municipality that is now part of this one."""

PROVINCE_SHARE = 0.6

FORMER_MUNICIPALITIES: dict[str, tuple[str, ...]] = {
    "Altena": ("Aalburg", "Werkendam", "Woudrichem"),
    "Amsterdam": ("Weesp",),
    "Beekdaelen": ("Nuth", "Onderbanken", "Schinnen"),
    "Boxtel": ("Haaren",),
    "Dijk en Waard": ("Heerhugowaard", "Langedijk"),
    "Eemsdelta": ("Appingedam", "Delfzijl", "Loppersum"),
    "Groningen": ("Haren", "Ten Boer"),
    "Het Hogeland": ("Bedum", "De Marne", "Eemsmond", "Winsum"),
    "Hoeksche Waard": ("Binnenmaas", "Cromstrijen", "Korendijk", "Oud-Beijerland", "Strijen"),
    "Haarlemmermeer": ("Haarlemmerliede en Spaarnwoude",),
    "Land van Cuijk": ("Boxmeer", "Cuijk", "Grave", "Mill en Sint Hubert", "Sint Anthonis"),
    "Maashorst": ("Landerd", "Uden"),
    "Meierijstad": ("Schijndel", "Sint-Oedenrode", "Veghel"),
    "Molenlanden": ("Giessenlanden", "Molenwaard"),
    "Noardeast-Fryslân": ("Dongeradeel", "Ferwerderadiel", "Kollumerland"),
    "Noordwijk": ("Noordwijkerhout",),
    "Oisterwijk": ("Haaren",),
    "Purmerend": ("Beemster",),
    "Tilburg": ("Haaren",),
    "Vijfheerenlanden": ("Leerdam", "Vianen", "Zederik"),
    "Voorne aan Zee": ("Brielle", "Hellevoetsluis", "Westvoorne"),
    "Vught": ("Haaren",),
    "Waadhoeke": ("Franekeradeel", "Het Bildt", "Menameradiel"),
    "West Betuwe": ("Geldermalsen", "Lingewaal", "Neerijnen"),
    "Westerkwartier": ("Grootegast", "Leek", "Marum", "Zuidhorn"),
}
"""Municipalities that merged between 2017 and 2023 and that people still name: present one → former ones (CBS)."""

PROVINCE_SIGNS = {
    "Drenthe": ("dr",), "Flevoland": ("fl",), "Fryslân": ("fr", "frl"), "Gelderland": ("gld", "gd"),
    "Groningen": ("gn", "gr"), "Limburg": ("lb", "lim"), "Noord-Brabant": ("nb", "nbr"), "Noord-Holland": ("nh",),
    "Overijssel": ("ov",), "Utrecht": ("ut",), "Zeeland": ("zl", "zld"), "Zuid-Holland": ("zh",),
}  # fmt: skip
"""What is written behind a place to tell it from another: Elst Gld, Hengelo OV."""

PROVINCE_WORDS = frozenset(sign for signs in PROVINCE_SIGNS.values() for sign in signs) | frozenset(
    {"drenthe", "flevoland", "fryslan", "gelderland", "limburg", "overijssel", "zeeland", "brabant", "holland"}
)
"""Words that only say in which province a place lies."""

SIGN_SHARE = 1.0

_SIGN = re.compile(r"\b(gem|" + "|".join(sign for signs in PROVINCE_SIGNS.values() for sign in signs) + r")\b")


def words_of_place(text: str) -> tuple[str, ...]:
    """Read a place: `Hengelo OV`, `Hengelo (O.)` → `hengelo`; `Den Haag` → `gravenhage`."""
    return tuple(word for word in read(text).words if not _SIGN.fullmatch(word))


def place_words(place: str | None, municipality: str | None, province: str | None) -> dict[str, float]:
    """The words that may be written for where a school stands, each with how far it speaks for it."""
    shares: dict[str, float] = {}
    shares |= dict.fromkeys(words_of_place(province or ""), PROVINCE_SHARE)
    shares |= dict.fromkeys(PROVINCE_SIGNS.get(province or "", ()), SIGN_SHARE)
    for former in FORMER_MUNICIPALITIES.get(municipality or "", ()):
        shares |= dict.fromkeys(words_of_place(former), FORMER_SHARE)
    shares |= dict.fromkeys(words_of_place(municipality or ""), MUNICIPALITY_SHARE)
    shares |= dict.fromkeys(words_of_place(place or ""), 1.0)
    return shares


def same_place(one: str, other: str) -> bool:
    """Whether two names are of one place: `Den Haag` and `'s-Gravenhage`."""
    return plain(one) == plain(other) or words_of_place(one) == words_of_place(other)
