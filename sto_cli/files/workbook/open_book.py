"""The sheets of an OpenDocument workbook (.ods): what reading them would cost, and what their maker marked.

In it a cell or a row may say that it stands there a million times, which python-calamine lays out one by one. So the
cells are counted here first, each as often as it says; empty ones behind the last filled one cost nothing.
"""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from sto_cli.files.limits import LIST_COLUMNS, OPEN_TAGS, SHEET_BYTES, SHEET_CELLS, SHEET_MERGED, SHEET_REACH
from sto_cli.files.packed import TooLarge, open_archive, unpacked
from sto_cli.files.workbook.row_marks import ATTRIBUTES, RowMarks

CONTENT = "content.xml"
OPEN_SHEETS = b"application/vnd.oasis.opendocument.spreadsheet"
"""What the archive says first of itself, unpacked."""

_TAG = re.compile(
    rb"<(/?)(table:table-row|table:table-column|table:table-cell|table:covered-table-cell|table:table|style:style|style:text-properties|style:table-cell-properties)"
    rb"(?=[\s/>])" + ATTRIBUTES + rb">"
)
_ATTRIBUTE = re.compile(rb"\s([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_MARKUP = re.compile(rb"<[^<>]*>")
_LONGEST_NUMBER = 9
"""Digits of a number of repeats; a longer one is far too large already."""

MergedBlock = tuple[tuple[int, int], tuple[int, int]]


@dataclass(slots=True)
class OpenSheet:
    """One sheet: its merged blocks as (first cell, last cell), and its marked rows."""

    name: str
    hidden: set[int] = field(default_factory=set)
    struck: set[tuple[int, int]] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    merged: list[MergedBlock] = field(default_factory=list)

    @property
    def marks(self) -> RowMarks:
        """The rows and columns that are hidden and the cells that are struck out."""
        return RowMarks(frozenset(self.hidden), frozenset(self.struck), frozenset(self.columns))


@dataclass(frozen=True, slots=True)
class OpenBook:
    """All sheets by name, and how many formulas hold no result."""

    sheets: Mapping[str, OpenSheet]
    without_result: int


def look_through(data: bytes) -> OpenBook:
    """Look through a workbook.

    Raises:
        TooLarge: reading it would cost too much.
        DAMAGED: one of these.
    """
    with open_archive(data) as archive:
        parts = archive.infolist()
    read = {entry.filename: entry for entry in parts}
    if len(read) < len(parts):  # two of one name: who knows which one is read
        raise ValueError
    for name in ("mimetype", "META-INF/manifest.xml"):
        if name in read and read[name].file_size > SHEET_BYTES:
            raise TooLarge
    content = b"".join(unpacked(data, read[CONTENT], SHEET_BYTES))
    if content.count(b"<table:") > OPEN_TAGS:
        raise TooLarge
    reader = _Reader()
    for tag in _TAG.finditer(content):
        reader.take(tag)
    return OpenBook(reader.sheets, reader.without_result)


def _attributes(written: bytes) -> dict[bytes, bytes]:
    return {name: one or other for name, one, other in _ATTRIBUTE.findall(written)}


class _Reader:
    """Goes through the tags in their order, and counts what lies before each of them."""

    def __init__(self) -> None:
        self.sheets: dict[str, OpenSheet] = {}
        self.without_result = self.cells = self.letters = 0
        self.struck_styles: set[bytes] = set()
        self.white_styles: set[bytes] = set()
        self.filled_styles: set[bytes] = set()
        self.style = self.row_style = b""
        self.column_styles: dict[int, bytes] = {}
        self.struck_here: set[int] = set()
        """The cells of this row whose content is struck out or cannot be seen."""
        self.sheet = OpenSheet("")
        self.row = self.next_row = self.next_column = self.column = self.filled_to = self.repeated = 0
        self.cell: tuple[int, int, int, bool] | None = None
        """Where the content of the cell before this tag starts, its columns, and whether it has a value."""

    def take(self, tag: re.Match[bytes]) -> None:
        """Take one tag."""
        name = tag[2]
        if self.cell and name.startswith(b"table:"):
            start, first, last, value = self.cell
            content = tag.string[start : tag.start()]
            self.letters += len(content) * (last - first) * self.repeated
            if value and b"<text:p" in content and not _MARKUP.sub(b"", content).strip():
                self._mark(first, last)
            self.cell = None
        if tag[1]:
            if name == b"table:table-row":
                self._end_row()
        elif name.endswith(b"-cell"):
            self._cell(tag)
        else:
            self._other(name, _attributes(tag[3]))
        if self.cells > SHEET_CELLS or self.letters > SHEET_BYTES or len(self.sheet.merged) > SHEET_MERGED:
            raise TooLarge

    def _other(self, name: bytes, attributes: dict[bytes, bytes]) -> None:
        if name == b"table:table-row":
            self._begin_row(attributes)
        elif name == b"table:table-column":
            self._take_column(attributes)
        elif name == b"table:table":
            self._begin_sheet(attributes)
        elif name == b"style:style":
            self.style = attributes.get(b"style:name", b"")
        elif attributes.get(b"style:text-line-through-style", b"none") != b"none":
            self.struck_styles.add(self.style)
        elif attributes.get(b"fo:color", b"").lower() == b"#ffffff":
            self.white_styles.add(self.style)
        elif attributes.get(b"fo:background-color", b"transparent").lower() not in {b"transparent", b"#ffffff"}:
            self.filled_styles.add(self.style)

    def _begin_sheet(self, attributes: dict[bytes, bytes]) -> None:
        name = html.unescape(attributes.get(b"table:name", b"").decode("utf-8", "replace"))
        self.sheet = self.sheets[name] = OpenSheet(name)
        self.row = self.next_row = self.next_column = 0
        self.column_styles = {}

    def _take_column(self, attributes: dict[bytes, bytes]) -> None:
        first, self.next_column = (
            self.next_column, self.next_column + _times(attributes, b"table:number-columns-repeated"),
        )  # fmt: skip
        columns = range(first, min(self.next_column, LIST_COLUMNS))
        self.column_styles.update(dict.fromkeys(columns, attributes.get(b"table:default-cell-style-name", b"")))
        if attributes.get(b"table:visibility", b"visible") != b"visible":
            self.sheet.columns.update(columns)

    def _begin_row(self, attributes: dict[bytes, bytes]) -> None:
        self.row, self.repeated = self.next_row, _times(attributes, b"table:number-rows-repeated")
        self.next_row = self.row + self.repeated
        self.column = self.filled_to = 0
        self.struck_here, self.row_style = set(), attributes.get(b"table:default-cell-style-name", b"")
        if attributes.get(b"table:visibility", b"visible") != b"visible" and self.next_row <= SHEET_REACH:
            self.sheet.hidden.update(range(self.row, self.next_row))

    def _cell(self, tag: re.Match[bytes]) -> None:
        attributes = _attributes(tag[3])
        times = _times(attributes, b"table:number-columns-repeated")
        value = b"office:value-type" in attributes
        self.without_result += b"table:formula" in attributes and not value
        if value or not tag[3].endswith(b"/"):
            self.filled_to = self.column + times
            self.cell = tag.end(), self.column, self.column + times, value
            style = attributes.get(b"table:style-name") or self.row_style or self.column_styles.get(self.column)
            if style in self.struck_styles or (style in self.white_styles and style not in self.filled_styles):
                self._mark(self.column, self.column + times)
        down = _times(attributes, b"table:number-rows-spanned")
        across = _times(attributes, b"table:number-columns-spanned")
        if down > 1 or across > 1:
            last = (self.row + down - 1, self.column + across - 1)
            self.sheet.merged.append(((self.row, self.column), last))
        self.column += times

    def _end_row(self) -> None:
        """Count the cells of a row as often as it stands there."""
        if self.filled_to:
            if self.next_row > SHEET_REACH:
                raise TooLarge
            self.cells += self.filled_to * self.repeated
            if self.cells > SHEET_CELLS:
                raise TooLarge
            rows = range(self.row, self.next_row) if self.struck_here else ()
            self.sheet.struck.update((row, column) for row in rows for column in self.struck_here)

    def _mark(self, first: int, last: int) -> None:
        self.struck_here.update(range(first, min(last, LIST_COLUMNS)))


def _times(attributes: dict[bytes, bytes], name: bytes) -> int:
    """Return how often something stands there."""
    return int(attributes[name][:_LONGEST_NUMBER]) if name in attributes else 1
