"""Rows of a workbook that its maker hid, filtered away or struck out: they are read, and a list has to ask about them.

python-calamine tells nothing of them, so they are looked up in the parts of the workbook, which `guard` has
bounded before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree  # only parts that were bounded before; expat bounds entities itself

from sto_cli.files.limits import LAYOUT_BYTES, SHEET_BYTES, SHEET_NAMES_BYTES
from sto_cli.files.packed import open_archive, unpacked
from sto_cli.files.workbook.guard import BOOK, NAMES

ATTRIBUTES = rb"((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)"
"""What stands in a tag behind its name."""

_ROW = re.compile(rb"<(?:[\w.-]+:)?row(?=[\s/>])" + ATTRIBUTES + rb">")
_CELL = re.compile(rb"<(?:[\w.-]+:)?c(?=[\s/>])" + ATTRIBUTES + rb">")
_HIDDEN = re.compile(rb"\shidden\s*=\s*[\"'](?:1|true)[\"']")
_NUMBER = re.compile(rb"\sr\s*=\s*[\"'](\d{1,7})[\"']")
_PLACE = re.compile(rb"\sr\s*=\s*[\"']([A-Z]{1,3})(\d{1,7})[\"']")
_STYLE = re.compile(rb"\ss\s*=\s*[\"'](\d{1,6})[\"']")
_STYLES = "xl/styles.xml"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class RowMarks(NamedTuple):
    """The hidden rows (filtered ones too) by their index, and the cells that are struck out by (row, column)."""

    hidden: frozenset[int] = frozenset()
    struck: frozenset[tuple[int, int]] = frozenset()


NO_MARKS = RowMarks()


def marks_in_xlsx(data: bytes, sheet: str) -> RowMarks:
    """Look up the marks of a sheet of an Excel workbook; none where its parts are laid out in an unusual way.

    Raises:
        TooLarge: a part is larger than a reader may unpack.
        DAMAGED: one of these.
    """
    part = _sheet_part(data, sheet)
    content = _part(data, part, SHEET_BYTES) if part else b""
    struck = _struck_styles(_part(data, _STYLES, LAYOUT_BYTES))
    return RowMarks(
        frozenset(_hidden_rows(content)) if b"hidden" in content else frozenset(),
        frozenset(_struck_cells(content, struck)) if struck else frozenset(),
    )


def _part(data: bytes, name: str, most: int) -> bytes:
    """Return a part of an archive, or nothing where it has none of this name."""
    with open_archive(data) as archive:
        found = next((entry for entry in archive.infolist() if entry.filename.casefold() == name.casefold()), None)
    return b"".join(unpacked(data, found, most)) if found else b""


def _sheet_part(data: bytes, sheet: str) -> str | None:
    """Return the name of the part that holds a sheet."""
    book, names = (_xml(_part(data, name, SHEET_NAMES_BYTES)) for name in (BOOK, NAMES))
    if book is None or names is None:
        return None
    id_ = next((one.get(_RELATION) for one in book.iter() if _is(one, "sheet") and one.get("name") == sheet), None)
    target = next((one.get("Target") for one in names if one.get("Id") == id_), None) if id_ else None
    if target is None:
        return None
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _xml(part: bytes) -> ElementTree.Element | None:
    try:
        return ElementTree.fromstring(part)  # noqa: S314 - bounded
    except (ElementTree.ParseError, LookupError, ValueError):
        return None


def _is(element: ElementTree.Element, name: str) -> bool:
    return element.tag.rpartition("}")[2] == name


def _hidden_rows(content: bytes) -> Iterator[int]:
    row = -1
    for found in _ROW.finditer(content):
        number = _NUMBER.search(found[1])
        row = int(number[1]) - 1 if number else row + 1
        if _HIDDEN.search(found[1]):
            yield row


def _struck_styles(styles: bytes) -> set[int]:
    """Return the numbers of the formats whose letters are struck out."""
    root = _xml(styles) if b"strike" in styles else None
    if root is None:
        return set()
    fonts = [font for one in root if _is(one, "fonts") for font in one]
    struck = {str(at) for at, font in enumerate(fonts) if any(map(_strikes, font))}
    formats = [format_ for one in root if _is(one, "cellXfs") for format_ in one]
    return {at for at, format_ in enumerate(formats) if format_.get("fontId") in struck}


def _strikes(element: ElementTree.Element) -> bool:
    return _is(element, "strike") and element.get("val") not in {"0", "false"}


def _struck_cells(content: bytes, styles: set[int]) -> Iterator[tuple[int, int]]:
    for found in _CELL.finditer(content):
        style, place = _STYLE.search(found[1]), _PLACE.search(found[1])
        if style and place and int(style[1]) in styles:
            yield int(place[2]) - 1, column_number(place[1]) - 1


def column_number(letters: bytes) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
