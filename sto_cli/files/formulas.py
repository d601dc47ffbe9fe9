"""Cell texts that a spreadsheet program would run instead of show, when it opens a CSV file.

In an XLSX file a text is marked as text and never runs; a CSV file has no such mark, so a text that begins like a
formula gets an apostrophe before it, by which Excel and LibreOffice know a text.
"""

from __future__ import annotations

import re
import string

_UNSEEN = (
    r"\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\u2400-\u2426\u2800\u3164\ufe00-\ufe0f\ufeff\ufffd"
)
"""Signs without a shape, and those that take the place of what may not leave the program."""

_BEGINS = re.compile(rf"[\s{_UNSEEN}]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
"""How a formula begins, full-width signs included; what does not show in front of it does not save a cell."""

_HARMLESS = re.compile(r"\s*(?:[+-]?\(?\d[\d\s.,/()%:-]*|[-–+\s]+)\s*")
"""Numbers, amounts, dates, telephone numbers; dashes that mean "nothing"."""


_PLAIN = frozenset(["", *string.ascii_letters, *string.digits])
"""What nearly every cell begins with: then it is no formula."""


def harmless(text: str) -> str:
    """Return a text that shows as it is; one that would run gets an apostrophe in front."""
    if text[:1] not in _PLAIN and _BEGINS.match(text) and not _HARMLESS.fullmatch(text):
        return f"'{text}"
    return text


def as_written(text: str) -> str:
    """Return a text without the apostrophe that `harmless` put before it."""
    return text[1:] if text.startswith("'") and harmless(text[1:]) == text else text
