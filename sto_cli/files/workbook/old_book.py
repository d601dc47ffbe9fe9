"""What an old Excel workbook (.xls) would cost, looked at before it is read.

Its container is a small file system of sectors (Microsoft's MS-CFB), in which one stream holds the records of all
sheets (MS-XLS). Only what decides about the cost is looked at: sizes that are announced, and where the cells stand.
"""

import struct
from collections.abc import Iterator

from sto_cli.files.limits import OLD_RECORDS, SHEET_CELLS
from sto_cli.files.packed import TooLarge
from sto_cli.files.workbook.guard import LEAST_AREA, LEAST_FILLED
from sto_cli.files.workbook.row_marks import RowMarks

_HEADER = 512
_END_OF_CHAIN = 0xFFFFFFFA
"""Numbers from here on are no sectors."""

_ENTRY = 128
_STREAMS = ("workbook", "book")
_BEGIN, _TEXTS, _MANY_NUMBERS, _MANY_BLANKS = 0x0809, 0x00FC, 0x00BD, 0x00BE
_CELLS = {0x0006, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x0206, 0x0406, 0x027E, _MANY_NUMBERS, _MANY_BLANKS}
"""Records of cells: each begins with its row and its (first) column."""

_FILLED = _CELLS - {_MANY_BLANKS}

_OLDER_BEGINS = {0x0009, 0x0209, 0x0409}
_LEAST_TEXT = 3
"""Bytes of the shortest text among those that cells share."""


class _Sectors:
    """The sectors of a container, and which one follows which."""

    def __init__(self, data: bytes) -> None:
        """Read the header and the table of what follows what."""
        self.data = data
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        self.tables, self.directory = struct.unpack_from("<LL", data, 44)
        self.limit, self.mini_start, self.mini_tables, self.more_start, self.more = struct.unpack_from("<5L", data, 56)
        if shift not in {9, 12} or mini_shift > shift:
            raise ValueError
        self.size, self.mini_size = 1 << shift, 1 << mini_shift
        if max(self.tables, self.mini_tables, self.more) * self.size > len(data):
            raise ValueError
        numbers = [number for number in self._table_numbers() if number < _END_OF_CHAIN]
        self.following = b"".join(map(self.sector, numbers))

    def sector(self, number: int) -> bytes:
        """Return a sector."""
        start = (number + 1) * self.size
        return self.data[start : start + self.size]

    def chain(self, start: int) -> bytes:
        """Return what stands in a sector and in those that follow it."""
        return b"".join(map(self.sector, _numbers(start, self.following)))

    def mini_chain(self, start: int, stream: bytes) -> bytes:
        """Return the same of a small stream, whose sectors lie in another stream."""
        numbers = _numbers(start, self.chain(self.mini_start))
        return b"".join(stream[at * self.mini_size : (at + 1) * self.mini_size] for at in numbers)

    def _table_numbers(self) -> Iterator[int]:
        yield from struct.unpack_from("<109L", self.data, 76)
        number, left = self.more_start, self.more
        while number < _END_OF_CHAIN and left:
            *numbers, number = struct.unpack(f"<{self.size // 4}L", self.sector(number))
            yield from numbers
            left -= 1


def _numbers(start: int, following: bytes) -> Iterator[int]:
    left = len(following) // 4
    while start < _END_OF_CHAIN:
        if left == 0:
            raise ValueError
        yield start
        (start,) = struct.unpack_from("<L", following, start * 4)
        left -= 1


def refuse_costly(data: bytes) -> None:
    """Refuse an old workbook whose cells span too large a rectangle, or that announces more than it holds.

    Raises:
        TooLarge: it is one.
        ValueError, struct.error: it is damaged.
    """
    rows = columns = cells = 0
    stream = _records(data)
    for kind, start, length in _headings(stream):
        if kind == _BEGIN or kind in _OLDER_BEGINS:
            rows = columns = cells = 0
        elif kind == _TEXTS and struct.unpack_from("<L", stream, start + 4)[0] > len(stream) // _LEAST_TEXT:
            raise ValueError
        elif kind in _CELLS and length >= 4:  # noqa: PLR2004 - its row and column
            row, column = struct.unpack_from("<HH", stream, start)
            if kind in {_MANY_NUMBERS, _MANY_BLANKS}:
                (column,) = struct.unpack_from("<H", stream, start + length - 2)
            rows, columns, cells = max(rows, row + 1), max(columns, column + 1), cells + 1
            area = rows * columns
            if area > SHEET_CELLS:
                raise TooLarge
        elif kind == _END and rows * columns > LEAST_AREA and cells < rows * columns * LEAST_FILLED:
            raise TooLarge


_END, _ROW, _COLUMN, _OF_BOOK = 0x000A, 0x0208, 0x007D, 0x0005
_ROW_FLAGS, _HIDDEN = 12, 0x20
"""Where a row's record holds its flags, and the one of a hidden row."""


_FONT, _FORMAT, _LOOK, _PALETTE = 0x0031, 0x041E, 0x00E0, 0x0092
_STRUCK = 0x0008
"""The flag of a font whose letters are struck out."""

_WHITES, _FIRST_COLOUR = {1, 9, 65}, 8
"""The numbers of white, where no palette says otherwise, and the one of a palette's first colour."""


def _struck_looks(stream: bytes) -> set[int]:
    """Return the numbers of the looks of cells that are struck out or cannot be seen (of Excel 97 and later)."""
    fonts: list[tuple[int, int]] = []
    looks: list[tuple[int, int, int, int]] = []
    nothing: set[int] = set()
    whites = _WHITES
    for kind, start, length in _headings(stream):
        if kind == _FONT:
            fonts.append(struct.unpack_from("<HH", stream, start + 2))
            if len(fonts) == 4:  # noqa: PLR2004 - no font has the number 4
                fonts.append((0, 0))
        elif kind == _LOOK and length >= 20:  # noqa: PLR2004 - with its fill
            looks.append((*struct.unpack_from("<HH", stream, start), *struct.unpack_from("<LH", stream, start + 14)))
        elif kind == _FORMAT and stream[start + 5 : start + length] == b";;;":
            nothing.update(struct.unpack_from("<H", stream, start))
        elif kind == _PALETTE:
            colours = [stream[at : at + 3] for at in range(start + 2, start + length, 4)]
            whites = {1, 65} | {at for at, one in enumerate(colours, _FIRST_COLOUR) if one == b"\xff\xff\xff"}
    return {
        at for at, (font, form, fill, colour) in enumerate(looks)
        if form in nothing or (font < len(fonts) and (fonts[font][0] & _STRUCK
        or (fonts[font][1] in whites and (not fill >> 26 or colour & 0x7F in whites))))
    }  # fmt: skip


def marks_in_xls(data: bytes, at: int) -> RowMarks:
    """Return the hidden rows and columns of the sheet at a place among all, and its cells that cannot be read."""
    stream = _records(data)
    sheet, depth = -1, 0
    looks = _struck_looks(stream)
    hidden: set[int] = set()
    columns: set[int] = set()
    struck: set[tuple[int, int]] = set()
    for kind, start, length in _headings(stream):
        if kind == _BEGIN and length >= 4:  # noqa: PLR2004 - its version and its kind
            of_book = struct.unpack_from("<H", stream, start + 2)[0] == _OF_BOOK
            sheet, depth = sheet + (depth == 0 and not of_book), depth + (not of_book)
        elif kind == _END and depth:
            depth -= 1
        elif kind == _ROW and length >= _ROW_FLAGS + 2 and (sheet, depth) == (at, 1):
            (row,) = struct.unpack_from("<H", stream, start)
            if struct.unpack_from("<H", stream, start + _ROW_FLAGS)[0] & _HIDDEN:
                hidden.add(row)
        elif kind == _COLUMN and length >= 10 and (sheet, depth) == (at, 1):  # noqa: PLR2004 - with its flags
            first, last, wide, _, flags = struct.unpack_from("<5H", stream, start)
            columns.update(range(first, last + 1) if flags & 1 or not wide else ())
        elif looks and kind in _FILLED and length >= 6 and (sheet, depth) == (at, 1):  # noqa: PLR2004 - with its look
            struck.update(_of_looks(stream[start : start + length], looks, several=kind == _MANY_NUMBERS))
    return RowMarks(frozenset(hidden), frozenset(struck), frozenset(columns))


def _of_looks(cell: bytes, looks: set[int], *, several: bool) -> Iterator[tuple[int, int]]:
    """Yield the places of a record of cells that have one of these looks."""
    row, column = struct.unpack_from("<HH", cell)
    for at in range(4, len(cell) - 2 if several else 6, 6):
        if struct.unpack_from("<H", cell, at)[0] in looks:
            yield row, column + at // 6


def _headings(stream: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield the kind of each record, where its content starts, and how long it is."""
    at = 0
    for _ in range(OLD_RECORDS):
        if at + 4 > len(stream):
            return
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, at + 4, length
        at += 4 + length
    raise TooLarge


def _records(data: bytes) -> bytes:
    """Return the stream with the records of a workbook; nothing where there is none."""
    if len(data) < _HEADER:
        raise ValueError
    sectors = _Sectors(data)
    directory = sectors.chain(sectors.directory)
    if len(directory) % _ENTRY:  # cut off
        raise ValueError
    entries: dict[str, tuple[int, int]] = {}
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        length = min(struct.unpack_from("<H", directory, at + 64)[0], 64)
        name = directory[at : at + max(length - 2, 0)].decode("utf-16-le", "replace").lower()
        start, size = struct.unpack_from("<LL", directory, at + 116)
        entries.setdefault(name, (start, size))
    root = sectors.chain(next(iter(entries.values()), (_END_OF_CHAIN, 0))[0])
    for name in _STREAMS:
        if name in entries:
            start, size = entries[name]
            found = sectors.mini_chain(start, root) if size < sectors.limit else sectors.chain(start)
            return found[:size]
    return b""
