"""Whether bytes are text at all, and what in a text does not show."""

from __future__ import annotations

import re

from sto_cli.files.encodings import wide
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
    if _is_mail(content[: 4 * _SAMPLE]):
        return N_("a mail with its wrapping (.eml)")
    return N_("no text") if is_binary(start) else None


def _is_mail(start: bytes) -> bool:
    head = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    return (
        re.search(rb"^mime-version:", head, re.IGNORECASE | re.MULTILINE) is not None and _MAIL.search(head) is not None
    )


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
