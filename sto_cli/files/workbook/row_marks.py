"""What the maker of a workbook hid, filtered away or struck out: it is read, and a list has to ask about it.

python-calamine tells nothing of them, so they are looked up in the parts of the workbook, which `guard` has
bounded before.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree  # only parts that were bounded before; expat bounds entities itself

from sto_cli.files.limits import LAYOUT_BYTES, LIST_COLUMNS, SHEET_BYTES, SHEET_NAMES_BYTES
from sto_cli.files.packed import open_archive, unpacked
from sto_cli.files.workbook.guard import BOOK, NAMES

ATTRIBUTES = rb"((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)"
"""What stands in a tag behind its name."""

_ROW = re.compile(rb"<(?:[\w.-]+:)?row(?=[\s/>])" + ATTRIBUTES + rb">")
_CELL = re.compile(rb"<(?:[\w.-]+:)?c(?=[\s/>])" + ATTRIBUTES + rb">")
_COLUMN = re.compile(rb"<(?:[\w.-]+:)?col(?=[\s/>])" + ATTRIBUTES + rb">")
_HIDDEN = re.compile(rb"\s(?:hidden\s*=\s*[\"'](?:1|true)|(?:ht|width)\s*=\s*[\"']0(?:\.0*)?)[\"']")
"""A row or column is hidden too when it has no height or width."""
_BOUND = re.compile(rb"\s(min|max)\s*=\s*[\"'](\d{1,5})[\"']")
_NUMBER = re.compile(rb"\sr\s*=\s*[\"'](\d{1,7})[\"']")
_PLACE = re.compile(rb"\sr\s*=\s*[\"']([A-Z]{1,3})(\d{1,7})[\"']")
_STYLE = re.compile(rb"\ss\s*=\s*[\"'](\d{1,6})[\"']")
_STYLES = "xl/styles.xml"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class RowMarks(NamedTuple):
    """The hidden rows (filtered ones too) and columns by their index, and cells by (row, column).

    Those cells are struck out, or written in white on white or in a format that shows nothing.
    """

    hidden: frozenset[int] = frozenset()
    struck: frozenset[tuple[int, int]] = frozenset()
    columns: frozenset[int] = frozenset()


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
        frozenset(_hidden_rows(content)),
        frozenset(_struck_cells(content, struck)) if struck else frozenset(),
        frozenset(_hidden_columns(content)),
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


def _hidden_columns(content: bytes) -> Iterator[int]:
    for found in _COLUMN.finditer(content):
        bounds = dict(_BOUND.findall(found[1]))
        if _HIDDEN.search(found[1]) and len(bounds) == 2:  # noqa: PLR2004 - the first column and the last
            yield from range(int(bounds[b"min"]) - 1, min(int(bounds[b"max"]), LIST_COLUMNS))


def _struck_styles(styles: bytes) -> set[int]:
    """Return the numbers of the formats whose letters are struck out or cannot be seen."""
    root = _xml(styles)
    if root is None:
        return set()
    parts = {one.tag.rpartition("}")[2]: one for one in root}
    struck, white, filled = (
        {str(at) for at, one in enumerate(parts.get(part, ())) if any(map(holds, one.iter()))}
        for part, holds in (("fonts", _strikes), ("fonts", _is_white), ("fills", _fills))
    )
    nothing = {one.get("numFmtId") for one in parts.get("numFmts", ()) if one.get("formatCode") == ";;;"}
    return {
        at for at, one in enumerate(parts.get("cellXfs", ()))
        if one.get("fontId") in struck or one.get("numFmtId") in nothing
        or (one.get("fontId") in white and one.get("fillId") not in filled)
    }  # fmt: skip


def _strikes(element: ElementTree.Element) -> bool:
    return _is(element, "strike") and element.get("val") not in {"0", "false"}


def _is_white(element: ElementTree.Element) -> bool:
    plain = not (element.get("tint") or "").strip("-0.")
    white = element.get("rgb", "").upper().endswith("FFFFFF") or element.get("indexed") in {"1", "9"}
    return white or (element.get("theme") == "0" and plain)


def _fills(element: ElementTree.Element) -> bool:
    """Whether a part of a fill gives a cell a colour that shows white letters."""
    if _is(element, "fgColor"):
        return not _is_white(element)
    return _is(element, "gradientFill")


def _struck_cells(content: bytes, styles: set[int]) -> Iterator[tuple[int, int]]:
    for found in _CELL.finditer(content):
        style, place = _STYLE.search(found[1]), _PLACE.search(found[1])
        if style and place and int(style[1]) in styles:
            number = 0
            for letter in place[1]:
                number = number * 26 + letter - 64
            yield int(place[2]) - 1, number - 1
