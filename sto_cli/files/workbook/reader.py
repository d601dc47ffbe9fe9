"""Sheets of a workbook (XLSX, the older XLS, ODS of LibreOffice) as rows of values.

python-calamine reads them: 100,000 rows of 8 columns in 0.5 s and 120 MB, where openpyxl takes 20 times as long and
four times the memory, and it knows merged cells. What a workbook would cost is looked at before it is asked.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sto_cli.errors import UnreadableFile
from sto_cli.files.limits import CELL_LETTERS, SHEET_CELLS
from sto_cli.files.packed import DAMAGED, TooLarge
from sto_cli.files.reading import too_large
from sto_cli.files.workbook.guard import BOOK, formulas_without_result, names_in
from sto_cli.files.workbook.old_book import marks_in_xls, refuse_costly
from sto_cli.files.workbook.open_book import CONTENT, OPEN_SHEETS, MergedBlock, OpenBook, look_through
from sto_cli.files.workbook.row_marks import NO_MARKS, RowMarks, marks_in_xlsx
from sto_cli.messages import Message, message

if TYPE_CHECKING:
    from sto_cli.files.cells import Cell

_PROTECTED = "EncryptedPackage".encode("utf-16-le")
"""The name of the part of a container in which Excel puts a workbook that has a password."""


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook that was opened: the names of its visible `sheets`, and of the `hidden` ones, read when asked for."""

    path: str
    sheets: tuple[str, ...]
    hidden: tuple[str, ...]
    inside: Inside
    reader: Any

    def rows(self, sheet: str) -> tuple[list[list[Cell]], dict[tuple[int, int], Cell]]:
        """Return the rows of a sheet, and the value of every further cell of a merged block by (row, column)."""
        from python_calamine import CalamineError  # noqa: PLC0415

        try:
            with _no_panic():
                found = self.reader.get_sheet_by_name(sheet)
                rows = found.to_python(skip_empty_area=False)
            if any(isinstance(cell, str) and len(cell) > CELL_LETTERS for row in rows for cell in row):
                raise too_large(self.path, FORGOTTEN_CELL)
            return rows, _merged(rows, found.merged_cell_ranges or self.inside.merged(sheet))
        except OverflowError:
            raise _off_the_calendar(self.path, sheet) from None
        except (CalamineError, ValueError) as problem:
            raise _damaged(self.path) from problem

    @property
    def without_result(self) -> int:
        """Formulas that hold no result, since no spreadsheet program has worked them out."""
        return self.inside.without_result

    def marks(self, sheet: str) -> RowMarks:
        """Return which rows of a sheet are hidden or struck out."""
        try:
            return self.inside.marks(sheet, self.reader.sheet_names.index(sheet))
        except (TooLarge, *DAMAGED):
            raise _damaged(self.path) from None


@dataclass(frozen=True, slots=True)
class Inside:
    """What was looked up in the bytes of a workbook; `open_book` is None where it is one of Excel's."""

    data: bytes
    without_result: int = 0
    open_book: OpenBook | None = None

    def merged(self, sheet: str) -> list[MergedBlock]:
        """Return the merged blocks of a sheet, where the reader does not tell them."""
        return self.open_book.sheets[sheet].merged if self.open_book and sheet in self.open_book.sheets else []

    def marks(self, sheet: str, at: int) -> RowMarks:
        """Return which rows of a sheet, the one at a place among all, are hidden or struck out."""
        if self.open_book:
            return self.open_book.sheets[sheet].marks if sheet in self.open_book.sheets else NO_MARKS
        return marks_in_xlsx(self.data, sheet) if self.data.startswith(b"PK") else marks_in_xls(self.data, at)


def is_workbook(data: bytes) -> bool:
    """Whether a file is a ZIP archive or an OLE container: what workbooks are packed in."""
    return data[:4] in {b"PK\x03\x04", b"PK\x05\x06"} or data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def open_book(data: bytes, path: str) -> Book:
    """Open a workbook from its bytes.

    Raises:
        UnreadableFile: it is damaged, protected, too large, or of a kind that is not read.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum  # noqa: PLC0415

    if not data.startswith(b"PK") and _PROTECTED in data:
        raise _protected(path)
    inside = _look_inside(data, path)
    try:
        with _no_panic():
            reader = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError:
        raise _protected(path) from None
    except (CalamineError, ValueError) as problem:
        raise _damaged(path) from problem
    visible = tuple(sheet.name for sheet in reader.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible)
    hidden = tuple(sheet.name for sheet in reader.sheets_metadata if sheet.name not in visible)
    if not visible and not hidden:
        raise _damaged(path)
    if not visible:
        raise _refused(
            message("All sheets of {path} are hidden.", path=path),
            message("Name the one that holds the list, for instance --sheet “{name}”, or show it in Excel "
                    "(right mouse button on a tab, Unhide).", name=hidden[0]),
        )  # fmt: skip
    if len(set(visible)) < len(visible):
        twice = max(visible, key=visible.count)
        raise _refused(
            message("{path} has two sheets that are called “{name}”, and only one of them could be read.",
                    path=path, name=twice),
            message("Give one of them another name."),
        )  # fmt: skip
    return Book(path, visible, hidden, inside, reader)


@contextmanager
def _no_panic() -> Iterator[None]:
    """Call a damaged book damaged where python-calamine panics: what it raises then is no ordinary exception.

    What it says of it goes nowhere: it writes to standard error by itself, in words that help nobody here.
    """
    try:
        with _unheard():
            yield
    except BaseException as problem:
        if type(problem).__name__ == "PanicException":
            raise ValueError from problem
        raise


@contextmanager
def _unheard() -> Iterator[None]:
    try:
        kept, nowhere = os.dup(STANDARD_ERROR), os.open(os.devnull, os.O_WRONLY)
    except OSError:  # it is closed
        yield
        return
    try:
        os.dup2(nowhere, STANDARD_ERROR)
        yield
    finally:
        os.dup2(kept, STANDARD_ERROR)
        os.close(kept)
        os.close(nowhere)


STANDARD_ERROR = 2


def _merged(rows: list[list[Cell]], ranges: Any) -> dict[tuple[int, int], Cell]:
    """Spread the value of each merged block over its cells, as far as the sheet reaches and the bound allows."""
    spread: dict[tuple[int, int], Cell] = {}
    left = SHEET_CELLS
    for (top, first), (bottom, last) in ranges:
        if top >= len(rows) or first >= len(rows[top]):
            continue
        bottom, last = min(bottom, len(rows) - 1), min(last, len(rows[top]) - 1)  # noqa: PLW2901 - clipped
        left -= (bottom - top + 1) * (last - first + 1)
        if left < 0:
            break
        inside = ((row, column) for row in range(top, bottom + 1) for column in range(first, last + 1))
        spread.update({cell: rows[top][first] for cell in inside if cell != (top, first)})
    return spread


def _look_inside(data: bytes, path: str) -> Inside:
    """Check a workbook's kind and sizes."""
    try:
        if not data.startswith(b"PK"):
            refuse_costly(data)
            return Inside(data)
        names = names_in(data)
        if BOOK in names:
            return Inside(data, formulas_without_result(data))
        if CONTENT not in names or OPEN_SHEETS not in data[:200]:
            raise _no_workbook(names, path)
        book = look_through(data)
        return Inside(data, book.without_result, book)
    except TooLarge:
        raise too_large(path, FORGOTTEN_CELL) from None
    except DAMAGED:
        raise _damaged(path) from None


def _no_workbook(names: list[str], path: str) -> UnreadableFile:
    if "xl/workbook.bin" in names or CONTENT in names:
        return _refused(
            message("{path} is a workbook of a kind that is not read here.", path=path),
            message("Save it as an Excel workbook (.xlsx) or as CSV."),
        )
    return _refused(
        message("{path} is no Excel workbook.", path=path), message("Choose an Excel workbook (.xlsx) or a CSV file.")
    )


def _protected(path: str) -> UnreadableFile:
    return _refused(
        message("{path} is protected with a password.", path=path),
        message("Open it in Excel and save a copy without a password."),
    )


def _damaged(path: str) -> UnreadableFile:
    return _refused(
        message("{path} is damaged and cannot be read as a workbook.", path=path),
        message("Open it in Excel, let Excel repair it, and save it again; or save the sheet as CSV."),
    )


def _off_the_calendar(path: str, sheet: str) -> UnreadableFile:
    return _refused(
        message("{path}: a cell of the sheet “{name}” is a date that no calendar has.", path=path, name=sheet),
        message(
            "In Excel it shows as ######. Give that cell, or its column, the format Number or Text, and save it again."
        ),
    )


FORGOTTEN_CELL = message(
    "Often one forgotten cell far below or to the right is the reason: copy the list to a new workbook. "
    "Lists up to 100,000 rows can be read."
)


def _refused(sentence: Message, hint: Message) -> UnreadableFile:
    return UnreadableFile(sentence, hint)
