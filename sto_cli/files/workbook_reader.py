"""Sheets of an Excel workbook (XLSX, and the older XLS) as rows of values.

python-calamine reads them: 100,000 rows of 8 columns in 0.5 s and 120 MB, where openpyxl takes 20 times as long and
four times the memory, and it knows merged cells. It lays a sheet out as one full rectangle, so a single stray cell
in the last corner would cost all memory there is: the sizes are therefore looked at before it is asked.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sto_cli.errors import UnreadableFile
from sto_cli.messages import Message, message

if TYPE_CHECKING:
    from sto_cli.files.cells import Cell

LARGEST_UNPACKED = 200_000_000
"""Bytes of XML in a workbook: 100,000 rows of 8 columns of text are 51 million."""

LARGEST_AREA = 4_000_000
"""Cells of the rectangle that a sheet fills: 100,000 rows of 40 columns; 32 bytes each while it is read."""

LONGEST_NUMBER = 12
"""Digits of a row's number that are looked at; any longer one is far too large already."""

_CHUNK = 1 << 20
_POSITION = re.compile(rb"\sr\s*=\s*[\"']\$?([A-Za-z]*)\$?(\d+)[\"']")
_COUNT = re.compile(rb"[cC]ount\s*=\s*[\"'](\d+)")
"""How many entries a part says to hold: room for them is made before they are read."""

_NO_RESULT = (b"</f></c>", b"</f><v/>", b"</f><v />", b"</f><v></v>")
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
"""The name of the part of a container in which Excel puts a workbook that has a password."""

_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook that was opened: `sheets` are the names of its visible sheets that can be asked for."""

    path: str
    sheets: tuple[str, ...]
    without_result: int
    """Formulas that hold no result, since no spreadsheet program has worked them out."""

    reader: Any

    def rows(self, sheet: str) -> tuple[list[list[Cell]], dict[tuple[int, int], Cell]]:
        """Return the rows of a sheet, and the value of every further cell of a merged block by (row, column)."""
        from python_calamine import CalamineError  # noqa: PLC0415

        try:
            found = self.reader.get_sheet_by_name(sheet)
            rows = found.to_python(skip_empty_area=False)
            return rows, _merged(rows, found.merged_cell_ranges or ())
        except (CalamineError, ValueError) as problem:
            raise _damaged(self.path) from problem


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
    without_result = _look_inside(data, path) if data.startswith(b"PK") else 0
    try:
        reader = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError:
        raise _protected(path) from None
    except (CalamineError, ValueError) as problem:
        raise _damaged(path) from problem
    visible = tuple(sheet.name for sheet in reader.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible)
    if not visible:
        raise _damaged(path)
    return Book(path, visible, without_result, reader)


def _merged(rows: list[list[Cell]], ranges: Any) -> dict[tuple[int, int], Cell]:
    """Spread the value of each merged block over its cells, as far as the sheet reaches and the bound allows."""
    spread: dict[tuple[int, int], Cell] = {}
    left = LARGEST_AREA
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


def _look_inside(data: bytes, path: str) -> int:
    """Check a packed workbook's kind and sizes; return how many formulas hold no result."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if "xl/workbook.xml" not in names:
                raise _no_xlsx(names, path)
            if sum(entry.file_size for entry in archive.infolist()) > LARGEST_UNPACKED:
                raise _too_large(path)
            return sum(_check_part(archive, name, path) for name in names if not name.endswith("/"))
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError, ValueError, zlib.error):
        raise _damaged(path) from None


def _check_part(archive: zipfile.ZipFile, name: str, path: str) -> int:
    """Refuse a part whose cells span too large a rectangle, or that claims more entries than it can hold.

    Which part is a sheet stands in other parts, so all are looked at. Returns its formulas without result.
    """
    lowest, most, without_result = 0, 0, 0
    columns: set[bytes] = set()
    for part in _parts(archive, name):
        for letters, row in _POSITION.findall(part):
            columns.add(letters)
            lowest = max(lowest, int(row[:LONGEST_NUMBER]))
        most = max([most, *(int(number[:LONGEST_NUMBER]) for number in _COUNT.findall(part))])
        without_result += sum(part.count(mark) for mark in _NO_RESULT)
    if max(most, lowest, lowest * max(map(_column, columns), default=0)) > LARGEST_AREA:
        raise _too_large(path)
    return without_result


def _parts(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """Yield an XML file in parts that end at the end of a cell, or at least of a tag."""
    with archive.open(name) as stream:
        rest = b""
        while chunk := stream.read(_CHUNK):
            data = rest + chunk
            cut = data.rfind(b"</c>") + 4
            cut = cut if cut > 3 else data.rfind(b">") + 1  # noqa: PLR2004 - not found gives -1 + 4
            cut = cut or len(data)  # no tag in a megabyte: no XML, such as a picture
            yield data[:cut]
            rest = data[cut:]
        yield rest


def _column(letters: bytes) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters[:LONGEST_NUMBER].upper():
        number = number * _LETTERS + letter - 64
    return number


def _no_xlsx(names: list[str], path: str) -> UnreadableFile:
    if "xl/workbook.bin" in names or "content.xml" in names:
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


def _too_large(path: str) -> UnreadableFile:
    return _refused(
        message("{path} has a sheet that is too large to read.", path=path),
        message(
            "Often one forgotten cell far below or to the right is the reason: copy the list to a new workbook. "
            "Lists up to 100,000 rows can be read."
        ),
    )


def _refused(sentence: Message, hint: Message) -> UnreadableFile:
    return UnreadableFile(sentence, hint)
