"""Codes, postcodes and web addresses in a query: what needs no search by words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sto_cli.search.web import site_of

CODE = re.compile(r"(?<![A-Z0-9])([0-9O]{2})[ .-]?([A-Z0]{2})[ .-]?([0-9O]{2})(?![A-Z0-9])")
"""A vestigingscode: two digits, two letters, two digits. A letter O is read as a zero where a digit belongs."""

BRIN = re.compile(r"(?<![A-Z0-9])([0-9O]{2})[ .-]?([A-Z]{2})(?![A-Z0-9])")
POSTCODE = re.compile(r"(?<![A-Z0-9])([1-9][0-9]{3})[ -]?([A-Z]{2})(?![A-Z0-9])")
DIGITS = re.compile(r"[1-9][0-9]{3}")
_SITE_IN_TEXT = re.compile(r"\b(?:https?://|www\.)\S+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:nl|com|eu|frl|nu)\b\S*", re.IGNORECASE)
"""A web address in other text; a name such as `Zone.college` is none."""
_ZERO, _LETTER_O = str.maketrans("O", "0"), str.maketrans("0", "O")


@dataclass(frozen=True, slots=True)
class Marks:
    """What a query holds besides words: at most one of each, as the register writes it. `rest` is the other text."""

    rest: str
    code: str | None = None
    institution: str | None = None
    postcode: str | None = None
    digits: str | None = None
    site: str | None = None


def marks_in(query: str) -> Marks:
    """Read a query as a code, a BRIN, a postcode (or its digits) or a web address; codes may stand in other text."""
    text = " ".join(query.split())
    loud = text.upper()
    whole = _whole(text, loud)
    if whole is not None:
        return whole
    code = CODE.search(loud)
    if code and len(text) == len(loud):
        return Marks(_without(text, code), code=_as_code(code))
    site = _SITE_IN_TEXT.search(text)
    if site and site_of(site.group()):
        return Marks(_without(text, site), site=site.group())
    postcode = POSTCODE.search(loud)
    if postcode and len(text) == len(loud):
        return Marks(_without(text, postcode), postcode="".join(postcode.groups()))
    return Marks(text)


def _whole(text: str, loud: str) -> Marks | None:
    bare = loud.strip(" .,;:()[]'\"")
    if found := CODE.fullmatch(bare):
        return Marks("", code=_as_code(found))
    if found := BRIN.fullmatch(bare):
        return Marks("", institution=found[1].translate(_ZERO) + found[2])
    if found := POSTCODE.fullmatch(bare):
        return Marks("", postcode="".join(found.groups()))
    if DIGITS.fullmatch(bare):
        return Marks("", digits=bare)
    if site_of(text):
        return Marks("", site=text)
    return None


def _as_code(found: re.Match[str]) -> str:
    first, letters, last = found.groups()
    return first.translate(_ZERO) + letters.translate(_LETTER_O) + last.translate(_ZERO)


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"
