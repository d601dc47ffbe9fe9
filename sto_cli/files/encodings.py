"""Finding out in which encoding a text was written.

UTF-8 and UTF-16 announce themselves; what is left is one of three old one-byte encodings, and the letters tell which:
`é` written by a DOS program reads as `‚` in Windows-1252, and no name has that inside it. (charset-normalizer was
tried: it takes every DOS list of Dutch names for Central European, cp1250.)
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

ONE_BYTE = ("cp1252", "cp850", "mac_roman")
"""Windows of Western Europe, DOS and old terminals, and Excel on a Mac when it saves a plain CSV; likeliest first."""

ENCODING_NAMES = {
    "utf-8": "UTF-8", "utf-16": "UTF-16", "cp1252": "Windows-1252", "cp850": "DOS (cp850)", "mac_roman": "Mac Roman",
}  # fmt: skip
"""What people call them."""

_BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_LETTERS = frozenset("áàâäãåéèêëíìîïóòôöõúùûüýÿçñßøæÁÀÂÄÃÅÉÈÊËÍÌÎÏÓÒÔÖÕÚÙÛÜÝÇÑØÆ")
_MARKS = frozenset("€–—‘’“”„…°½¼¾´·•«»©®™±²³§×")
_STRANGE = re.compile(r"[^\x00-\x7f]")
_BROKEN = re.compile("[\udc80-\udcff]")
"""Bytes that are no UTF-8, as Python keeps them."""

_SAMPLE = 5_000
"""Non-ASCII letters looked at: enough to decide, and little on a large file."""

_LOOKED_AT = 4_000
"""Bytes in which UTF-16 without a mark shows itself."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and the encoding it was in: one of the keys of `ENCODING_NAMES`.

    `offset` is the position in `text` of the first character that is not written as UTF-8; None where all of it is.
    A text of UTF-8 with a few lines pasted from elsewhere counts as UTF-8, and has an offset.
    """

    text: str
    encoding: str = "utf-8"
    offset: int | None = None

    @property
    def name(self) -> str:
        """What people call the encoding; of lines pasted from elsewhere that of those lines."""
        pasted = self.encoding == "utf-8" and self.offset is not None
        return ENCODING_NAMES["cp1252" if pasted else self.encoding]


def decode(data: bytes) -> Decoded:
    """Read bytes as UTF-8, with or without byte-order mark, else as UTF-16, else as what their letters tell."""
    if sixteen := wide(data):
        return Decoded(data.decode(sixteen, errors="replace").removeprefix("\ufeff"), "utf-16", 0)
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        return Decoded(body.decode())
    except UnicodeDecodeError as problem:
        return _mixed(body, problem.start)


def _mixed(body: bytes, start: int) -> Decoded:
    """Read bytes of which those before `start` are UTF-8, where a character may have more bytes than one."""
    before = body[:start].decode()
    text = body.decode(errors="surrogateescape")
    if len(_STRANGE.findall(text)) > 2 * len(_BROKEN.findall(text)):
        return Decoded(_BROKEN.sub(lambda found: _windows(found[0]), text), "utf-8", len(before))
    rest, encoding = likeliest(body[start:])
    return Decoded(before + rest, encoding, len(before))


def likeliest(data: bytes) -> tuple[str, str]:
    """Return the text and the one-byte encoding in which most letters stand where they belong."""
    return max(((data.decode(name, "replace"), name) for name in ONE_BYTE), key=lambda pair: _likelihood(pair[0]))


def wide(data: bytes) -> str | None:
    """Say which UTF-16 this is, by its mark or by its zero bytes: every second one in a text of Latin letters."""
    if data[:2] in _BYTE_ORDER_MARKS:
        return _BYTE_ORDER_MARKS[data[:2]]
    head = data[:_LOOKED_AT]
    if len(head) < 4:  # noqa: PLR2004 - two letters
        return None
    for name, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        if head[first::2].count(0) > len(head) * 0.4 and head[1 - first :: 2].count(0) == 0:
            return name
    return None


def _windows(kept: str) -> str:
    return kept.encode("utf-8", "surrogateescape").decode("cp1252", "replace")


def _likelihood(text: str) -> int:
    """Count letters and marks that stand where they belong, less those that do not."""
    spots = [found.start() for _, found in zip(range(_SAMPLE), _STRANGE.finditer(text), strict=False)]
    return sum(_fits(text, spot) for spot in spots)


def _fits(text: str, spot: int) -> int:
    letter = text[spot]
    before, after = text[spot - 1 : spot].isalpha(), text[spot + 1 : spot + 2].isalpha()
    if letter in _LETTERS:
        return 1 if before or after else -1
    if letter in _MARKS:
        return -1 if before and after and letter not in "’‘´" else 1
    return -2
