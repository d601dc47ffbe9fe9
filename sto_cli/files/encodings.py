"""Finding out in which encoding a text was written.

UTF-8, UTF-16 and UTF-32 announce themselves; what is left is one of three old one-byte encodings, and the letters tell
which: `é` written by a DOS program reads as `‚` in Windows-1252, and no name has that inside it. (charset-normalizer
was tried: it takes every DOS list of Dutch names for Central European, cp1250.)
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

ONE_BYTE = ("cp1252", "cp850", "mac_roman")
"""Windows of Western Europe, DOS and old terminals, and Excel on a Mac when it saves a plain CSV; likeliest first."""

ENCODING_NAMES = {
    "utf-8": "UTF-8", "utf-16": "UTF-16", "utf-32": "UTF-32", "cp1252": "Windows-1252",
    "cp850": "DOS (cp850)", "mac_roman": "Mac Roman",
}  # fmt: skip
"""What people call them."""

_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32-le", codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be",
}  # fmt: skip
"""Longest first: the mark of UTF-32 begins as that of UTF-16."""

_LETTERS = frozenset("áàâäãåéèêëíìîïóòôöõúùûüýÿçñßøæÁÀÂÄÃÅÉÈÊËÍÌÎÏÓÒÔÖÕÚÙÛÜÝÇÑØÆ")
_MARKS = frozenset("€–—‘’“”„…°½¼¾´·•«»©®™±²³§×")
_STRANGE = re.compile(r"[^\x00-\x7f]")
_BROKEN = re.compile("[\udc80-\udcff]")
"""Bytes that are no UTF-8, as Python keeps them."""

_BROKEN_WORD = re.compile("[^\\W\\d_]?[\udc80-\udcff]+[^\\W\\d_]?")

_SAMPLE = 5_000
"""Non-ASCII letters looked at: enough to decide, and little on a large file."""

_LOOKED_AT = 4_000
"""Bytes in which UTF-16 without a mark shows itself."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and the encoding it was in: one of the keys of `ENCODING_NAMES`.

    `offset` is the position in `text` of the first character that is not written as UTF-8; None where all of it is.
    A text of UTF-8 with a few lines `pasted` from elsewhere counts as UTF-8, and has an offset.
    """

    text: str
    encoding: str = "utf-8"
    offset: int | None = None
    pasted: str | None = None

    @property
    def name(self) -> str:
        """What people call the encoding; of lines pasted from elsewhere that of those lines."""
        return ENCODING_NAMES[self.pasted or self.encoding]


def decode(data: bytes) -> Decoded:
    """Read bytes as UTF-8, with or without byte-order mark, else as UTF-16 or 32, else as what their letters tell."""
    if unit := wide(data):
        return Decoded(data.decode(unit, errors="replace").removeprefix("\ufeff"), unit[:6], 0)
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
        around = "\n".join(_around(text))
        pasted = max(
            ONE_BYTE, key=lambda name: _likelihood(_BROKEN.sub(lambda found: _one_byte(found[0], name), around))
        )
        return Decoded(_BROKEN.sub(lambda found: _one_byte(found[0], pasted), text), "utf-8", len(before), pasted)
    rest, encoding = likeliest(_like(before[-1:]) + body[start:])
    return Decoded(before + rest[1:], encoding, len(before))


def _like(letter: str) -> bytes:
    """Return an ASCII character of the kind of this one, for what follows it."""
    return (b"E" if letter.isupper() else b"e") if letter.isalpha() else b" "


def _around(text: str) -> Iterator[str]:
    """Yield the first bytes that are no UTF-8, each run of them with the letters on both sides."""
    for found, _ in zip(_BROKEN_WORD.finditer(text), range(_SAMPLE), strict=False):
        yield found[0]


def likeliest(data: bytes) -> tuple[str, str]:
    """Return the text and the one-byte encoding in which most letters stand where they belong."""
    return max(((data.decode(name, "replace"), name) for name in ONE_BYTE), key=lambda pair: _likelihood(pair[0]))


def wide(data: bytes) -> str | None:
    """Say which UTF-16 or 32 this is, by its mark or by the zero bytes of a text of Latin letters."""
    for mark, name in _BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return name
    head = data[:_LOOKED_AT]
    if len(head) < 4:  # noqa: PLR2004 - two letters
        return None
    for name, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        if head[first::2].count(0) > len(head) * 0.4 and head[1 - first :: 2].count(0) == 0:
            return name
    for name, letters in (("utf-32-le", 0), ("utf-32-be", 3)):
        if head.count(0) > len(head) * 0.7 and head[letters::4].count(0) == 0:
            return name
    return None


def _one_byte(kept: str, encoding: str) -> str:
    return kept.encode("utf-8", "surrogateescape").decode(encoding, "replace")


def _likelihood(text: str) -> int:
    """Count letters and marks that stand where they belong, less those that do not."""
    spots = [found.start() for _, found in zip(range(_SAMPLE), _STRANGE.finditer(text), strict=False)]
    return sum(_fits(text, spot) for spot in spots)


def _fits(text: str, spot: int) -> int:
    letter = text[spot]
    left, right = text[spot - 1 : spot], text[spot + 1 : spot + 2]
    before, after = left.isalpha(), right.isalpha()
    if letter in _LETTERS:
        if letter.isupper() and before and (left.islower() or right.islower()):  # no capital stands within a word
            return -1
        return 1 if before or after else -1
    if letter in _MARKS:
        return -1 if before and after and letter not in "’‘´" else 1
    return -2
