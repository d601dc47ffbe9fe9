"""Whether bytes are text at all, in which encoding it was written, and what in a text does not show.

UTF-8, UTF-16 and UTF-32 announce themselves; what is left is one of three old one-byte encodings, and the letters tell
which: `é` written by a DOS program reads as `‚` in Windows-1252, and no name has that inside it. (charset-normalizer
was tried: it takes every DOS list of Dutch names for Central European, cp1250.)
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sto_cli.messages import N_

_SAMPLE = 4096
"""Bytes that are looked at to tell what a file is; every format below shows itself in the first hundred."""

_FEWEST_LETTERS = 20
"""Bytes of a text for each zero byte in it: programs and pictures have far fewer."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", N_("a PDF document")),
    (b"PK\x03\x04", N_("a Word or Excel document")),
    (b"\xd0\xcf\x11\xe0", N_("an old Word or Excel document")),
    (b"{\\rtf", N_("a text document with layout (RTF)")),
    (b"\x89PNG", N_("a picture")),
    (b"\xff\xd8\xff", N_("a picture")),
    (b"GIF8", N_("a picture")),
    (b"II*\0", N_("a picture")),
    (b"MM\0*", N_("a picture")),
    (b"\x1f\x8b", N_("a compressed file")),
)
_PHOTO = re.compile(rb"(?s:.{4})ftyp(?:hei|mif|avif|msf)|RIFF(?s:.{4})WEBP")
_PAGE = re.compile(rb"\s*<(?:!doctype|html|\?xml)", re.IGNORECASE)
_MAIL = re.compile(
    rb"^content-(?:transfer-encoding:\s*(?:base64|quoted-printable)|type:\s*(?:multipart|text/html))",
    re.IGNORECASE | re.MULTILINE,
)
"""What stands above a mail of which the text itself is packed, or stands between marks."""


def other_kind(content: bytes) -> str | None:
    """Name what the bytes are when they are no text (a msgid such as "a PDF document"), or None for text."""
    start = content[:_SAMPLE]
    for signature, name in _SIGNATURES:
        if start.startswith(signature):
            return name
    if _PHOTO.match(start):
        return N_("a picture")
    if _PAGE.match(start):
        return N_("a web page")
    head = re.split(rb"\r?\n\r?\n", content[: 4 * _SAMPLE], maxsplit=1)[0]
    if re.search(rb"^mime-version:", head, re.IGNORECASE | re.MULTILINE) is not None and _MAIL.search(head) is not None:
        return N_("a mail with its wrapping (.eml)")
    return N_("no text") if is_binary(start) else None


def is_binary(data: bytes) -> bool:
    """Whether the start of a file is no text; a zero byte or two may have come into one by accident."""
    start = data[:_SAMPLE]
    return start.count(0) * _FEWEST_LETTERS > len(start) and wide(start) is None


ODD_SPACES = frozenset("\u00a0\u202f\u3000\ufeff") | {chr(code) for code in range(0x2000, 0x200B)}
"""Spaces that a word processor or a web page makes, and the mark with which a file begins; to YAML they are letters."""

BULLETS = frozenset("•▪◦●‣∙")
"""Signs that a word processor puts before the points of a list; to YAML they are letters."""

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")

_BREAKS = re.compile("\r\n?")
OTHER_BREAKS = "\x0b\x0c\x85\u2028\u2029"


def with_line_feeds(text: str) -> str:
    """Write line ends as line feeds, and other breaks as spaces.

    Those stand in texts pasted from Word, a PDF or a drawing; no editor counts them as lines, the YAML parser would.
    """
    if "\r" in text:
        text = _BREAKS.sub("\n", text)
    for sign in OTHER_BREAKS:
        if sign in text:
            text = text.replace(sign, " ")
    return text


SHAPELESS = "\xad\u034f\u061c\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u2060\u2800\u3164\ufeff"
"""Signs that no reader sees, without the two that make one picture of several (a joiner, a choice of shape)."""

_SPACES = "".join(sorted(ODD_SPACES | {"\u1680", "\u205f"}))
_AS_SPACE = re.compile(
    rf"(?m)^[\s{SHAPELESS}\u200d]+$|(?<=\S)[{_SPACES}]|(?<!\w)[{SHAPELESS}]+|^\u200d+|[{SHAPELESS}]+(?!\w)|"
    rf"(?<=\d)[{SHAPELESS}](?=\d)"
)


def with_plain_spaces(text: str) -> str:
    """Write odd spaces as spaces, and signs that do not show at the edge of a word or within a number: no letter moves.

    An odd space before the first letter of a line stays: in YAML it is an accident to tell of.
    """
    if text.isascii():
        return text
    return _AS_SPACE.sub(lambda found: "".join("\n" if sign == "\n" else " " for sign in found[0]), text)


def has_invisible(text: str) -> bool:
    """Whether a text holds characters that YAML forbids: control characters, halves of characters, no-characters."""
    if _CONTROLS.search(text):
        return True
    if text.isascii():
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return "\ufffe" in text or "\uffff" in text


def invisible_signs() -> re.Pattern[str]:
    """Return the pattern of all those characters; made only when there are some, as making it takes 3 ms."""
    return re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


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

_LETTERS_LOOKED_AT = 5_000
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
    for found, _ in zip(_BROKEN_WORD.finditer(text), range(_LETTERS_LOOKED_AT), strict=False):
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
    spots = [found.start() for _, found in zip(range(_LETTERS_LOOKED_AT), _STRANGE.finditer(text), strict=False)]
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


_LINE = re.compile(r"[^\r\n]*(?:\r\n|[\r\n]|$)")


def split_lines(text: str) -> list[str]:
    """Split a text into lines that keep their ends; joined they give the text back. The last one may be empty."""
    lines = _LINE.findall(text)
    return lines[:-1] if len(lines) > 1 and lines[-1] == "" and not lines[-2].endswith(("\r", "\n")) else lines


def without_end(line: str) -> str:
    """Return a line without its line end."""
    return line.rstrip("\r\n")


class Spot(NamedTuple):
    """A character in a text: line and column from 0 (a `Place`, for people, counts from 1)."""

    line: int
    column: int
