"""Numbers in words, where people write amounts so: `drieduizend`, `twaalfhonderdvijftig`, `12 duizend`."""

from __future__ import annotations

import re
from fractions import Fraction

_VALUES = {
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
    "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16,
    "zeventien": 17, "achttien": 18, "negentien": 19, "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50,
    "zestig": 60, "zeventig": 70, "tachtig": 80, "negentig": 90,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_TIMES = {"honderd": 100, "duizend": 1000, "hundred": 100, "thousand": 1000}

_LARGE = "|".join(_TIMES)
_ATOM = "|".join(sorted((*_VALUES, *_TIMES), key=len, reverse=True))
_COMPOUND = rf"(?:(?:{_ATOM})(?:en(?={_ATOM})|ën(?={_ATOM}))?)+"
_NUMBER = re.compile(
    rf"(?<![\w.,])(?<!paar )(?<!enkele )(?<!enige )(?<!several )(?<!few )"
    rf"(?:(?P<digits>\d{{1,3}}(?:[.,]\d)?)\s?(?P<large>{_LARGE})|(?P<words>{_COMPOUND}(?: {_COMPOUND}){{0,4}}))(?!\w)",
    re.IGNORECASE,
)
_ATOMS = re.compile(_ATOM, re.IGNORECASE)
_TIMES_SOMETHING = re.compile(
    r"(?:\s(?!euro)[\w'&.-]+){0,3}?\s*(?:(?:x|maal|keer|times|stuks)\b|×|\(?[àáa@]\s*(?=€|\d)|"
    r"van\s(?=€|\d))",
    re.IGNORECASE,
)

LEAST = 100
"""Smaller numbers in words count things, and are no amounts."""


def in_digits(text: str) -> str:
    """Write the numbers in a text from a hundred in digits, and smaller ones where they are a factor: `twee keer`."""
    return _NUMBER.sub(_digits, text)


def numbers_in(text: str) -> set[int]:
    """Return the whole numbers under a thousand that a text names, in digits or in words."""
    named = {int(one) for one in re.findall(r"(?<![\d.,])\d{1,3}(?![\d]|[.,]\d)", text)}
    return named | {_VALUES[word] for word in re.findall(r"[^\W\d_]+", text.lower()) if word in _VALUES}


def _digits(found: re.Match[str]) -> str:
    if found["digits"]:
        times = _TIMES[found["large"].lower()]
        return str(int(Fraction(found["digits"].replace(",", ".")) * times)) if "." not in found["digits"] else found[0]
    value = _value(_ATOMS.findall(found["words"].lower()))
    factor = value > 1 and _TIMES_SOMETHING.match(found.string, found.end())
    return str(value) if value >= LEAST or factor else found[0]


def _value(atoms: list[str]) -> int:
    """Return the number that words are, from left to right: `twaalf honderd vijftig`, `drie duizend vijf honderd`."""
    whole = part = 0
    for atom in atoms:
        times = _TIMES.get(atom)
        if times is None:
            part += _VALUES[atom]
        elif times == 1000:  # noqa: PLR2004 - a thousand
            whole, part = whole + max(part, 1) * times, 0
        else:
            part = max(part, 1) * times
    return whole + part
