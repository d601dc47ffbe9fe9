"""Making an Excel workbook: what one holds, the names that its sheets may have, and the writer of it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from sto_cli.errors import UnwritableFile
from sto_cli.files.outgoing import outgoing
from sto_cli.messages import N_, Message, message

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384

LONGEST_CELL = 32_767
"""Characters that a cell can hold."""

LONGEST_NAME = 31
"""Characters of a sheet's name."""

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f-\x9f]+")
_RESERVED = {"history"}
"""Excel keeps this name for itself: it calls a workbook that has such a sheet damaged."""


class SheetNames:
    """Makes names fit for the sheets of one workbook: allowed by Excel, and no two the same."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def fit(self, name: str) -> str:
        """Return a name like this one that can be given to a sheet."""
        short = _cut(" ".join(outgoing(_FORBIDDEN.sub(" ", name)).split()), LONGEST_NAME) or "1"
        short = f"{short}_" if short.casefold() in _RESERVED else short
        fitting, number = short, 1
        while fitting.casefold() in self._taken:
            number += 1
            mark = f" ({number})"
            fitting = f"{_cut(short, LONGEST_NAME - len(mark))}{mark}"
        self._taken.add(fitting.casefold())
        return fitting


def _cut(name: str, length: int) -> str:
    """Shorten a name; it may neither begin nor end with an apostrophe. Excel counts in UTF-16, so do we."""
    while len(name.encode("utf-16-le", "surrogatepass")) // 2 > length:
        name = name[:-1]
    return name.strip("' ")


def letters(text: str) -> int:
    """Count the letters of a text as Excel does, to which one beyond the first 65,536 is two."""
    if text.isascii() or 2 * len(text) <= LONGEST_CELL:
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


AS_CSV = message("Write it as CSV, which holds it all: let the name of the file end in .csv.")
AS_A_PAGE = message("Choose another form, which holds it all: let the name of the file end in .html or .docx.")


def refuse_too_large(rows: int, columns: int, longest: int = 0, hint: Message = AS_CSV) -> None:
    """Refuse a list of which a workbook would hold a part only: by its rows, columns, and letters of its longest cell.

    Raises:
        UnwritableFile: it has more than a workbook holds; `hint` names a form that holds it.
    """
    measures = (
        (rows, MOST_ROWS, N_("An Excel workbook holds at most {most} rows, and here there are {number}.")),
        (columns, MOST_COLUMNS, N_("An Excel workbook holds at most {most} columns, and here there are {number}.")),
        (longest, LONGEST_CELL, N_("A cell of an Excel workbook holds at most {most} letters, and a text here has "
                                   "{number}.")),
    )  # fmt: skip
    for number, most, sentence in measures:
        if number > most:
            raise UnwritableFile(message(sentence, number=number, most=most), hint)


OPTIONS = {
    "constant_memory": True,  # rows go to disk as they are written: a register of 100,000 schools fits
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""Texts stay texts: nothing that stands in a list becomes a formula or a link."""


@contextmanager
def new_workbook(stream: IO[bytes]) -> Iterator[Any]:
    """Yield a workbook of XlsxWriter that is packed into a stream at the end.

    Raises:
        UnwritableFile: there is no room for the rows that wait on the disk.
    """
    import xlsxwriter  # noqa: PLC0415 - 60 ms
    from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415

    try:
        with xlsxwriter.Workbook(stream, OPTIONS) as workbook:
            yield workbook
    except (OSError, FileCreateError):
        raise UnwritableFile(
            message("The workbook cannot be made: there is no room for it."),
            message("The disk is full, or its folder for temporary files is: make room, and try again."),
        ) from None
