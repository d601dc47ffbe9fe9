"""What an Excel workbook would cost, looked at before it is read.

python-calamine lays a sheet out as one full rectangle of 32 bytes a cell, makes room for as many entries as a part
says to hold, and unpacks whatever an archive holds. So a few bytes may cost all memory there is. Here the parts that it
would read are unpacked within bounds, and the rectangle is reckoned that their cells may fill at the most.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sto_cli.files import limits
from sto_cli.files.packed import TooLarge, open_archive, unpacked

LEAST_AREA = 500_000
"""A rectangle of so many cells costs little, however few of them are filled."""

LEAST_FILLED = 0.05
"""Share of a larger rectangle that must be cells: what is nearly empty is a list with forgotten cells far away."""

BOOK, NAMES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_LIMITS = {BOOK: limits.SHEET_NAMES_BYTES, NAMES: limits.SHEET_NAMES_BYTES, "xl/styles.xml": limits.LAYOUT_BYTES}
SHARED = "xl/sharedstrings.xml"
_OWN = {*_LIMITS, SHARED}
"""The parts of the book itself, in small letters."""

_LONGEST_NUMBER = 12
"""Digits of a row's number that are looked at; any longer one is far too large already."""

_LETTERS = 26
_POSITION = re.compile(rb"r(?<=\sr)\s*=\s*[\"']\$?([A-Za-z]*)\$?(\d+)[\"']")
_COUNT = re.compile(rb"ount\s*=\s*[\"'](\d+)")
"""How many entries a part says to hold: room for them is made before they are read."""

_ROW = re.compile(rb"<(?:[\w.-]+:)?row(?=[\s/>])")
_PREFIXED = {name: re.compile(rb"<[\w.-]+:%b(?=[\s/>])" % name) for name in (b"row", b"c", b"si", b"mergeCell")}
_BEHIND_NAME = (b" ", b">", b"/", b"\t", b"\n", b"\r", b"\f", b"\v")
_PLACED = rb"<(?:[\w.-]+:)?%b(?:\s+[\w:]+=\"[^\"<]*\")*?\s+r=\"%b\""
_PLACED_ROW = re.compile(_PLACED % (b"row", rb"\d+"))
_PLACED_CELL = re.compile(_PLACED % (b"c", rb"[A-Z]+\d+"))
"""Those that say where they stand. One that does not stands behind the one before it."""

_TEXT = re.compile(rb"<(?:[\w.-]+:)?si(?=[\s/>])")
_VALUE = re.compile(rb"<(?:[\w.-]+:)?v(?:\s[^<>]*)?>([^<]*)")
_LEAST_CELL = 12
"""Bytes of the smallest cell with a value."""

_NO_RESULT = (b"</f></c>", b"</f><v/>", b"</f><v />", b"</f><v></v>")


def names_in(data: bytes) -> list[str]:
    """Return the names of the parts of an archive.

    Raises:
        TooLarge: there are too many.
        DAMAGED: one of these.
    """
    with open_archive(data) as archive:
        return archive.namelist()


def formulas_without_result(data: bytes) -> int:
    """Look through a packed workbook; return how many formulas hold no result.

    Raises:
        TooLarge: reading it would cost too much.
        DAMAGED: one of these.
    """
    with open_archive(data) as archive:
        entries = {entry: entry.filename.replace("\\", "/").lower() for entry in archive.infolist()}
        read = _that_are_read(data, entries)
    if sum(entry.file_size for entry in read) > limits.WORKBOOK_BYTES:
        raise TooLarge
    without = sum(_check_part(unpacked(data, entry, _LIMITS.get(entries[entry], limits.SHEET_BYTES))) for entry in read)
    _check_shared(data, {entry: entries[entry] for entry in read})
    return without


def _check_shared(data: bytes, read: Mapping[zipfile.ZipInfo, str]) -> None:
    """Refuse a book whose cells would hold too many letters, since many share a long text.

    Such a text stands once in the file, and once for every cell in memory.

    Raises:
        TooLarge: it is one.
    """
    texts = [entry for entry, name in read.items() if name == SHARED]
    lengths = _lengths_of(b"".join(piece for entry in texts for piece in unpacked(data, entry, limits.SHEET_BYTES)))
    sheets = [entry for entry, name in read.items() if name not in _OWN]
    most = sum(entry.file_size for entry in sheets) // _LEAST_CELL * max(lengths, default=0)
    if (
        most > limits.SHEET_BYTES
        and sum(_letters_in(_at_tags(unpacked(data, entry, limits.SHEET_BYTES)), lengths) for entry in sheets)
        > limits.SHEET_BYTES
    ):
        raise TooLarge


def _lengths_of(part: bytes) -> list[int]:
    """Return the bytes of each shared text, with its tags."""
    return [len(text) for text in _TEXT.split(part)[1:]]


def _letters_in(pieces: Iterable[bytes], lengths: Sequence[int]) -> int:
    """Count the bytes of the texts that a sheet's values may name; what is no plain number may name the longest."""
    longest = max(lengths, default=0)
    total = 0
    for piece in pieces:
        total += piece.count(b"<!") * longest
        for value in _VALUE.findall(piece):
            if value.isdigit():
                number = int(value[:9])
                total += lengths[number] if number < len(lengths) else 0
            elif b"&" in value or value != value.strip():
                total += longest
    return total


def _that_are_read(data: bytes, entries: Mapping[zipfile.ZipInfo, str]) -> list[zipfile.ZipInfo]:
    """Return the parts that a reader of workbooks unpacks: those of the book itself, and those that it names.

    A picture is not among them, and may be as large as it likes.
    """
    own = {name: entry for entry, name in entries.items() if name in _OWN}
    if len(own) < sum(name in _OWN for name in entries.values()):  # two of one name: who knows which one is read
        raise zipfile.BadZipFile
    if NAMES not in own:
        return list(entries)
    book, names = (b"".join(unpacked(data, own[name], limits.SHEET_NAMES_BYTES)) for name in (BOOK, NAMES))
    _refuse_repeated(book, names)
    last = names.lower()
    others = (entry for entry, name in entries.items() if name not in _OWN)
    return [*own.values(), *(entry for entry in others if entries[entry].rpartition("/")[2].encode() in last)]


def _refuse_repeated(book: bytes, names: bytes) -> None:
    """Refuse a book of which several sheets are one part, which would be read again and again."""
    from xml.etree import ElementTree  # noqa: PLC0415 - bounded, and expat bounds entities itself

    try:
        sheets = sum(one.tag.endswith("}sheet") for one in ElementTree.fromstring(book).iter())  # noqa: S314
        relations = list(ElementTree.fromstring(names))  # noqa: S314
    except (ElementTree.ParseError, LookupError, ValueError):  # the last two: an encoding that no one knows
        raise zipfile.BadZipFile from None
    parts = {one.get("Target", "") for one in relations}
    if b"&" in names or len(parts) < len(relations) or sheets > len(parts):
        raise zipfile.BadZipFile


def _check_part(pieces: Iterable[bytes]) -> int:
    """Refuse a part whose cells may span too large a rectangle, or that holds or claims too many entries.

    Which part is a sheet stands in other parts, so all are looked at. Returns its formulas without result.

    Raises:
        TooLarge: it is one.
    """
    reach, without_result = _Reach(), 0
    for part in _at_tags(pieces):
        reach.add(part)
        if reach.is_too_far:
            raise TooLarge
        without_result += sum(part.count(mark) for mark in _NO_RESULT)
    if reach.is_too_empty or reach.is_too_full:
        raise TooLarge
    return without_result


def _at_tags(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the same in pieces that begin where a tag begins, as far as there are any."""
    rest = b""
    for piece in pieces:
        data = rest + piece
        cut = data.rfind(b"<")
        if cut <= 0:  # no tag, or one only: no part of it is lost when it is cut
            cut = len(data)
        yield data[:cut]
        rest = data[cut:]
    yield rest


class _Reach:
    """How far down and to the right the cells of a part may reach at the most; it need not be a sheet."""

    def __init__(self) -> None:
        self.lowest = self.unplaced_rows = self.unplaced_cells = self.entries = 0
        self.tags = self.cells = self.texts = self.merged = 0
        self.letters: set[bytes] = set()
        self.in_row = 0
        """Cells without a place in the row that is not ended yet."""

    def add(self, part: bytes) -> None:
        """Look at a piece that begins at a tag."""
        for letters, row in _POSITION.findall(part):
            self.letters.add(letters)
            self.lowest = max(self.lowest, int(row[:_LONGEST_NUMBER]))
        self.entries = max([self.entries, *(int(number[:_LONGEST_NUMBER]) for number in _COUNT.findall(part))])
        self.tags += part.count(b"<")
        cells, rows = _count(part, b"c"), _count(part, b"row")
        self.cells += cells
        self.texts += _count(part, b"si")
        self.merged += _count(part, b"mergeCell")
        self.unplaced_rows += rows - len(_PLACED_ROW.findall(part))
        if cells > len(_PLACED_CELL.findall(part)):
            self._add_unplaced(part)
        elif rows:
            self.in_row = 0

    def _add_unplaced(self, part: bytes) -> None:
        for number, row in enumerate(_ROW.split(part)):
            self.in_row = (self.in_row if number == 0 else 0) + _unplaced(row)
            self.unplaced_cells = max(self.unplaced_cells, self.in_row)

    @property
    def rows(self) -> int:
        """Rows down to the lowest one."""
        return self.lowest + self.unplaced_rows

    @property
    def columns(self) -> int:
        """Columns to the last one."""
        return max(map(_column, self.letters), default=0) + self.unplaced_cells

    @property
    def is_too_far(self) -> bool:
        """Whether reading it would cost too much."""
        return (
            self.rows > limits.SHEET_REACH
            or max(self.rows * self.columns, self.columns, self.entries) > limits.SHEET_CELLS
            or self.texts > limits.SHARED_TEXTS
            or self.merged > limits.SHEET_MERGED
            or self.tags > limits.SHEET_TAGS
        )

    @property
    def is_too_empty(self) -> bool:
        """Whether it is a large rectangle with hardly any cells."""
        area = self.rows * self.columns
        return area > LEAST_AREA and self.cells < area * LEAST_FILLED

    @property
    def is_too_full(self) -> bool:
        """Whether there are more cells than places: the same place is filled again and again."""
        return self.cells > max(self.rows * self.columns, LEAST_AREA)


def _count(part: bytes, name: bytes) -> int:
    """Count the tags of a name, with or without a prefix; one expression for both costs many times as much."""
    prefixed = len(_PREFIXED[name].findall(part)) if b":" + name in part else 0
    return prefixed + sum(part.count(b"<" + name + sign) for sign in _BEHIND_NAME)


def _unplaced(part: bytes) -> int:
    return _count(part, b"c") - len(_PLACED_CELL.findall(part))


def _column(letters: bytes) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters[:_LONGEST_NUMBER].upper():
        number = number * _LETTERS + letter - 64
    return number
