"""A mail as a file (.eml): its text, and what is attached to it, each with its own name."""

import html
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message as Part
from email.parser import BytesParser
from email.policy import compat32

from sto_cli.files.limits import MAIL_BYTES, MAIL_LINES, MAIL_NAME, MAIL_PARTS, PLAN_BYTES

_STYLES = ("style", "script", "head")
_BLOCKS = re.compile(r"<(?:/?(?:p|div|tr|li|ul|ol|table|h[1-6]|blockquote)\b[^<>]*|br\b[^<>]*)>", re.IGNORECASE)
_CELLS = re.compile(r"</t[dh]\b[^<>]*>", re.IGNORECASE)
_POINTS = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_NAMED_APART = re.compile(r"[/\\:\x00-\x1f\x7f]+")


class BrokenMail(Exception):
    """The file is no mail that can be read, or far larger than one with a plan."""


@dataclass(frozen=True, slots=True)
class Mail:
    """The text of a mail, and its attachments as (name, content), no two of one name."""

    text: str
    attached: tuple[tuple[str, bytes], ...]


def read_mail(content: bytes) -> Mail:
    """Read a mail from the bytes of its file.

    Raises:
        BrokenMail: it is none, or it is too large.
    """
    if len(content) > MAIL_BYTES or content.count(b"\n") > MAIL_LINES or content.count(b"\r") > MAIL_LINES:
        raise BrokenMail
    if len(re.findall(rb"boundary", content, re.IGNORECASE)) > MAIL_PARTS:  # each costs time on every line
        raise BrokenMail
    try:
        parsed = BytesParser(policy=compat32).parsebytes(content)
        parts = [part for part in parsed.walk() if not part.is_multipart()]
        if not parsed.keys() or len(parts) > MAIL_PARTS:
            raise BrokenMail
        texts = list(_texts(parts))
        return Mail("\n\n".join(texts)[:PLAN_BYTES], tuple(_named(parts)))
    except (LookupError, ValueError, TypeError, RecursionError, AttributeError) as problem:
        raise BrokenMail from problem


def _texts(parts: list[Part]) -> Iterator[str]:
    """Yield the texts of a mail; of one that is there twice, as text and as a page, the first."""
    inside = [part for part in parts if not _file_name(part) and part.get_content_maintype() == "text"]
    plain = [part for part in inside if part.get_content_subtype() != "html"]
    for part in plain or inside:
        text = _text(part)
        yield text if part in plain else _without_tags(text)


def _text(part: Part) -> str:
    content = _content(part)
    try:
        return content.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return content.decode("cp1252", "replace")


def _content(part: Part) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _without_tags(page: str) -> str:
    """Return the text of a page: a line for each block, a tab between cells, a sign before points."""
    for name in _STYLES:
        page = _without(page, name)
    page = re.sub(r"\s+", " ", page)
    page = _CELLS.sub("\t", _POINTS.sub("\n- ", page))
    text = html.unescape(_TAG.sub("", _BLOCKS.sub("\n", page)))
    return re.sub(r"[ \xa0]*\t?[ \xa0]*\n[ \xa0]*", "\n", text).strip()


def _without(page: str, name: str) -> str:
    """Leave out the elements of a name with all that is in them."""
    begin, end = f"<{name}", f"</{name}"
    small, kept, at = page.lower(), list[str](), 0
    while (start := small.find(begin, at)) >= 0:
        kept.append(page[at:start])
        at = small.find(end, start)
        if at < 0:
            return "".join(kept)
    return "".join((*kept, page[at:]))


def _named(parts: list[Part]) -> Iterator[tuple[str, bytes]]:
    taken = set[str]()
    for part in parts:
        name = _file_name(part)
        if not name or ("content-id" in part and part.get_content_maintype() == "image"):  # a picture in the text
            continue
        stem, dot, ending = name.rpartition(".")
        number = 1
        while name.lower() in taken:
            number += 1
            name = f"{stem}-{number}{dot}{ending}"
        taken.add(name.lower())
        yield name, _content(part)


def _file_name(part: Part) -> str:
    """Return the name that an attachment bears, without folders; "" where it bears none."""
    written = part.get_filename() or ""
    if "=?" in written and len(written) <= MAIL_NAME:
        with suppress(MessageError, ValueError, LookupError):  # then it stays as it is written
            written = str(make_header(decode_header(written)))
    return _NAMED_APART.split(written)[-1].strip()[-150:]
