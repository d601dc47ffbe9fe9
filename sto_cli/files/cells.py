"""What a cell of a table may hold, and cell texts that a spreadsheet program would run instead of show."""

import re
import string
from datetime import date, datetime, time, timedelta

Cell = str | int | float | bool | date | datetime | time | timedelta
"""A value of a cell; an empty cell is the empty text. Cells of a CSV file are always texts."""


def cell_text(cell: Cell) -> str:
    """Write a value as text: whole numbers without a point, dates as 2023-08-01, spaces at the ends left out."""
    if isinstance(cell, str):
        return " ".join(cell.split()) if "\n" in cell or "\xa0" in cell else cell.strip()
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ", timespec="minutes")
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)


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
