"""Codes, postcodes and web addresses in a query: what needs no search by words."""

import re
from typing import NamedTuple

LONGEST_TEXT = 300
"""Letters of a query that are read; the longest name of the register has 84, the rest is noise or an attack."""

CODE = (
    r"(?<![A-Z0-9])(?!OO[A-Z]{2}[ .-])([0-9O]{2})[ .-]?([A-Z0]{2})[ .-]?"
    r"(?:,? ?(?:VEST|LOC)[A-Z]*[ .:]*)?([0-9O]{2})(?![A-Z0-9])"
)
"""A vestigingscode: two digits, two letters, two digits (`19XH vestiging 05`). An O is a zero where a digit belongs;
`Oost 32` is a street."""

BRIN = r"([0-9]{2}|[0-9]O|O[0-9])[ .-]?([A-Z]{2})"
POSTCODE = r"(?<![A-Z0-9])([1-9][0-9]{3})[ -]?([A-Z]{2})(?![A-Z0-9])"
DIGITS = r"[1-9][0-9]{3}"
SITE = r"(?i:(?:https?://|www\.)[^\s()<>,;]+|(?<![\w@])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:nl|com|eu|frl|nu)\b(?:/[^\s()<>,;]*)?)"
"""A web address, alone or in other text; a name such as `Zone.college` is none."""

LABEL = r"(?i:\b(?:brin(?:[ -]?(?:nummer|code|nr))?|vestigings(?:code|nummer))\b[ .:]*(?=[0-9o]{2}[ .-]?[a-z]{2}))"
"""What people write before a code: `BRIN 00AH`."""

TURNED = r"(?i:\b(?:vest(?:iging)?|loc(?:atie)?)\b[ .:]*([0-9]{2}) (?:van|bij|of) ([0-9]{2}[a-z]{2})\b)"
"""The two parts of a code the other way round: `vestiging 12 van 20DH`."""

DIGITS_BEHIND = r"(?<=[^\W\d] )[1-9][0-9]{3}$"
"""The digits of a postcode behind a name: `Pius X 7606`."""

PERHAPS = r"[0-9./:]|[oO][ .-]?[oO]|[^\x00-\x7f]"
"""What a code, a postcode or a web address always holds; most names hold none of it."""

# Patterns are compiled where they are used: a query by code needs two of them.

CODE_LENGTH = 6

_ZERO, _LETTER_O = str.maketrans("O", "0"), str.maketrans("0", "O")


class Marks(NamedTuple):
    """What a query holds besides words: at most one of each, as the register writes it. `rest` is the other text."""

    rest: str
    code: str | None = None
    institution: str | None = None
    postcode: str | None = None
    digits: str | None = None
    site: str | None = None
    parted: bool = False
    """Whether the code was written in parts (`00AH 17`), as a few words may be that are no code at all."""

    @property
    def text(self) -> str:
        """What is to be searched by words: the other text, or else the site, whose name may be one."""
        return self.rest.strip() or self.site or ""


def marks_in(query: str) -> Marks:
    """Read a query as a code, a BRIN, a postcode (or its digits) or a web address; codes may stand in other text."""
    text = " ".join(query[:LONGEST_TEXT].split())
    if not re.search(PERHAPS, text):
        return Marks(text)
    if not text.isalnum():
        text = re.sub(TURNED, r"\2\1", re.sub(LABEL, "", text))
    loud = text.upper()
    whole = _whole(text, loud)
    if whole is not None:
        return whole
    marks = Marks(text)
    for key, pattern in (("code", CODE), ("site", SITE), ("postcode", POSTCODE), ("postcode", DIGITS_BEHIND)):
        marks = _marked(marks, key, pattern)
    return marks


def _marked(marks: Marks, key: str, pattern: str) -> Marks:
    """Take one more mark out of what is left of a text; a site says more than the digits of a postcode behind it."""
    loud = marks.rest if key == "site" else marks.rest.upper()
    found = re.search(pattern, loud)
    if found is None or len(loud) != len(marks.rest) or getattr(marks, key):
        return marks
    marks = marks._replace(rest=_without(marks.rest, found))
    if key == "code":
        return marks._replace(code=_as_code(found), parted=len(found.group()) > CODE_LENGTH)
    if key == "site":
        return marks._replace(site=found.group())
    return marks._replace(postcode=re.sub(r"[ -]", "", found.group()))


def more_codes(rest: str) -> list[str]:
    """The vestigingscodes in the text beside a code: someone may ask for several schools at once."""
    return [_as_code(found) for found in re.finditer(CODE, rest.upper()) if len(found.group()) == CODE_LENGTH]


def _whole(text: str, loud: str) -> Marks | None:
    bare = loud.strip(" .,;:()[]'\"")
    if found := re.fullmatch(CODE, bare):
        return Marks("", code=_as_code(found))
    if found := re.fullmatch(BRIN, bare):
        return Marks("", institution=found[1].translate(_ZERO) + found[2])
    if found := re.fullmatch(POSTCODE, bare):
        return Marks("", postcode="".join(found.groups()))
    if re.fullmatch(DIGITS, bare):
        return Marks("", digits=bare)
    if re.fullmatch(SITE, text):
        return Marks("", site=text)
    return None


def _as_code(found: re.Match[str]) -> str:
    first, letters, last = found.groups()
    return first.translate(_ZERO) + letters.translate(_LETTER_O) + last.translate(_ZERO)


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"
