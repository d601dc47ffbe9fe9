"""Making an Excel workbook."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from sto_cli.errors import UnwritableFile
from sto_cli.messages import message

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
