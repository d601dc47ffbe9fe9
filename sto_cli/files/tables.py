"""Reading lists from CSV files and workbooks as people have them, as one kind of table.

Nothing of the list is lost: rows, their order, columns without or with the same heading, and cells behind the last
heading stay where they are. What was found out on the way (encoding, separator, sheet) and what was odd is kept
beside it as remarks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from sto_cli.errors import UnreadableFile, UsageProblem
from sto_cli.files import limits
from sto_cli.files.cells import Cell, cell_text
from sto_cli.files.csv_reader import SEPARATORS, read_rows
from sto_cli.files.decoding import ENCODING_NAMES, decode, is_binary
from sto_cli.files.reading import read_bytes, too_large
from sto_cli.files.workbook.reader import Book, is_workbook, open_book
from sto_cli.files.workbook.row_marks import NO_MARKS, RowMarks
from sto_cli.messages import N_, Message, counted, message

TextRow = dict[str, str]
"""A row as texts by heading."""

SPLIT_IT = message(
    "Lists up to 100,000 rows can be read: split it into smaller files, or look for a mark that is not closed."
)
SHOWN_ROWS = 5
"""Row numbers that a remark names."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet as it stands in a file, before it is known which row holds the headings.

    `rows[0]` is row 1 of the file. `spread` gives for the further cells of a merged block the value of the block, by
    (index of the row, index of the column). `name` is a workbook's sheet, `others` are its other sheets, `marks` its
    hidden rows and columns and struck-out cells.
    """

    path: str
    rows: Sequence[Sequence[Cell]]
    encoding: str = ""
    separator: str = ""
    name: str = ""
    others: tuple[str, ...] = ()
    spread: Mapping[tuple[int, int], Cell] = field(default_factory=dict)
    remarks: tuple[Message, ...] = ()
    marks: RowMarks = NO_MARKS

    def table(self, heading: int = 0) -> DataTable:
        """Return the table whose headings stand in the row with this index."""
        headings = tuple(cell_text(cell) for cell in self.rows[heading]) if heading < len(self.rows) else ()
        while headings and not headings[-1]:
            headings = headings[:-1]
        return DataTable(self.path, headings, self.rows[heading + 1 :], heading + 2, self)


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table: its headings and the rows below them, as they are.

    `first` is the number that the first of these rows has in the file (and in Excel).
    """

    path: str
    headings: tuple[str, ...]
    body: Sequence[Sequence[Cell]]
    first: int
    sheet: Sheet

    @property
    def rows(self) -> list[TextRow]:
        """The rows that are not empty as texts by heading, as the imports read them."""
        return [row for _, row in self.numbered_rows]

    @property
    def numbered_rows(self) -> list[tuple[int, TextRow]]:
        """The same, each with its number in the file."""
        return [
            (number, dict(zip(self.headings, (cell_text(cell) for cell in row), strict=False)))
            for number, row in enumerate(self.body, start=self.first)
            if filled(row)
        ]

    @property
    def heading_cells(self) -> Sequence[Cell]:
        """The row right above the body, as it stands: of headings in two rows the lower one."""
        return self.sheet.rows[self.first - 2] if self.first - 2 < len(self.sheet.rows) else ()

    @property
    def encoding(self) -> str:
        """The encoding of a CSV file as it was found, else nothing."""
        return self.sheet.encoding

    @property
    def separator(self) -> str:
        """What stands between the columns of a CSV file, else nothing."""
        return self.sheet.separator

    @property
    def width(self) -> int:
        """The number of columns, those behind the last heading included."""
        return max(len(self.headings), max(map(len, self.body), default=0))

    def cell(self, index: int, column: int) -> Cell:
        """Return a cell by its place below the headings; of a merged block every cell has the block's value."""
        row = self.body[index]
        value = row[column] if column < len(row) else ""
        if value == "" and self.sheet.spread:
            return self.sheet.spread.get((index + self.first - 1, column), "")
        return value

    def text(self, index: int, column: int) -> str:
        """Return the same cell as text."""
        return cell_text(self.cell(index, column))


def filled(row: Sequence[Cell]) -> bool:
    """Whether a row holds anything."""
    first = row[0] if row else ""  # most rows have one: asked of every row of a long list
    if isinstance(first, str) and first.strip():
        return True
    return any(not isinstance(cell, str) or cell.strip() for cell in row)


Wanted = Callable[[Sheet], bool]


def read_sheet(path: Path, name: str | None = None, wanted: Wanted | None = None) -> Sheet:
    """Read a CSV file, or one sheet of a workbook: the one of this name, or the first that is `wanted`, or the first.

    What a file is is told from its content, not from its name.

    Raises:
        UnreadableFile: it cannot be read, or is neither a workbook nor text.
        UsageProblem: it has no sheet of this name.
    """
    data = read_bytes(path, limits.LIST_BYTES)
    if len(data) > limits.LIST_BYTES:
        raise too_large(path, SPLIT_IT)
    if is_workbook(data):
        return _of_book(open_book(data, str(path)), name, wanted or filled_sheet)
    _refuse_foreign(data, path)
    return _of_text(data, path)


def filled_sheet(sheet: Sheet) -> bool:
    """Whether a sheet holds anything."""
    return any(map(filled, sheet.rows))


def read_csv(path: Path) -> DataTable:
    """Read a CSV file (or a workbook) whose first row holds the headings.

    Raises:
        UnreadableFile: it cannot be read, or holds no table.
    """
    table = read_sheet(path).table()
    if len(table.headings) < 2:  # noqa: PLR2004 - one column is no table
        raise UnreadableFile(
            message("{path} holds no table with headings.", path=path),
            message("The first line should name the columns, with a comma or semicolon between them."),
        )
    return table


def _of_text(data: bytes, path: Path) -> Sheet:
    if _is_no_list(data):
        raise too_large(path, SPLIT_IT)
    decoded = decode(data)
    found = read_rows(decoded.text)
    if any(len(row) > limits.LIST_COLUMNS or max(map(len, row), default=0) > limits.CELL_LETTERS for row in found.rows):
        raise too_large(path, SPLIT_IT)
    _refuse_long(found.rows, path)
    remarks = [_how_it_was_read(path, decoded.encoding, found.separator)]
    if found.broken:
        remarks.append(_broken_marks(found.broken))
    return Sheet(str(path), found.rows, decoded.encoding, found.separator, remarks=tuple(remarks))


def _refuse_long(rows: Sequence[Sequence[Cell]], path: Path) -> None:
    if len(rows) > limits.LIST_ROWS and sum(map(filled, rows)) > limits.LIST_ROWS:
        raise too_large(path, SPLIT_IT)


def _is_no_list(data: bytes) -> bool:
    """Whether a text has more lines or cells than a list, or a line that is far longer than any row."""
    if data.count(b"\n") + data.count(b"\r") > 2 * limits.SHEET_REACH:
        return True
    if any(data.count(one.encode()) > limits.SHEET_CELLS for one in SEPARATORS):
        return True
    return any(len(line) > limits.LIST_LINE_BYTES for line in re.split(rb"[\r\n]+", data))


SEPARATOR_NAMES = {
    ";": N_("semicolons between the columns"), ",": N_("commas between the columns"),
    "\t": N_("tabs between the columns"), "|": N_("upright strokes between the columns"), "": N_("a single column"),
}  # fmt: skip


def _how_it_was_read(path: Path, encoding: str, separator: str) -> Message:
    columns = Message(SEPARATOR_NAMES.get(separator, separator))
    return message(
        "{path}: read as {encoding}, {columns}.", path=path, encoding=ENCODING_NAMES[encoding], columns=columns
    )


def _broken_marks(rows: Sequence[int]) -> Message:
    return counted(
        "Row {rows} has a quotation mark that is not closed; it was read as it stands.",
        "{n} rows have quotation marks that are not closed (row {rows}); they were read as they stand.",
        len(rows),
        rows=shown_rows(rows),
    )


def shown_rows(rows: Sequence[int]) -> str:
    """Return the first of these row numbers as people list them: `3, 7, 12, …`."""
    shown = ", ".join(map(str, rows[:SHOWN_ROWS]))
    return f"{shown}, …" if len(rows) > SHOWN_ROWS else shown


def _of_book(book: Book, name: str | None, wanted: Wanted) -> Sheet:
    if name is not None and name not in (*book.sheets, *book.hidden):
        raise UsageProblem(
            message("{path} has no sheet “{name}”.", path=book.path, name=name),
            message("Its sheets are: {names}.", names=_listed(book.sheets)),
        )
    asked = (name,) if name is not None else book.sheets
    first: Sheet | None = None
    for each in asked:
        sheet = _sheet(book, each)
        if wanted(sheet):
            return replace(sheet, marks=book.marks(sheet.name))
        if first is None or (not filled_sheet(first) and filled_sheet(sheet)):
            first = sheet
    assert first is not None  # noqa: S101 - a book that opens has a sheet
    return replace(first, marks=book.marks(first.name))


MOST_SHEETS_NAMED = 20


def _listed(sheets: Sequence[str]) -> str:
    return ", ".join([*sheets[:MOST_SHEETS_NAMED], *(["…"] if len(sheets) > MOST_SHEETS_NAMED else [])])


def _sheet(book: Book, name: str) -> Sheet:
    rows, spread = book.rows(name)
    _refuse_long(rows, Path(book.path))
    others = tuple(other for other in book.sheets if other != name)
    remarks = []
    if others:
        remarks.append(
            message("{path}: read the sheet “{name}”; not read: {others}.", path=book.path, name=name,
                    others=_listed([f"“{other}”" for other in others]))
        )  # fmt: skip
    if unseen := [f"“{other}”" for other in book.hidden if other != name]:
        remarks.append(
            counted(
                "{path}: the sheet {names} is hidden and was not read; with --sheet it is.",
                "{path}: {n} sheets are hidden and were not read ({names}); with --sheet one is.",
                len(unseen), path=book.path, names=_listed(unseen),
            )
        )  # fmt: skip
    if book.without_result:
        remarks.append(
            counted(
                "A formula in {path} has no result yet: open it in Excel and save it, then read it again.",
                "{n} formulas in {path} have no result yet: open it in Excel and save it, then read it again.",
                book.without_result,
                path=book.path,
            )
        )
    return Sheet(book.path, rows, name=name, others=others, spread=spread, remarks=tuple(remarks))


def _refuse_foreign(data: bytes, path: Path) -> None:
    start = data[:2000].lstrip().lower()
    if start.startswith((b"<html", b"<!doctype html", b"<table", b"<?xml")):
        raise UnreadableFile(
            message("{path} is a web page, not a list, whatever its name says.", path=path),
            message("Open it in Excel and save it as an Excel workbook (.xlsx)."),
        )
    if start.startswith((b"%pdf", b"{\\rtf")) or is_binary(data):
        raise UnreadableFile(
            message("{path} is neither a CSV file nor an Excel workbook.", path=path),
            message("Save the list as an Excel workbook (.xlsx) or as CSV."),
        )
