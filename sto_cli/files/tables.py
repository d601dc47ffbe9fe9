"""Reading tables from CSV files as they come: any common separator, UTF-8 or Windows encoding."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from sto_cli.errors import UnreadableFile
from sto_cli.files.reading import read_bytes
from sto_cli.messages import message

SEPARATORS = ";,\t|"


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its headings, and rows as dicts by heading; `encoding` and `separator` as they were found."""

    path: str
    headings: tuple[str, ...]
    rows: list[dict[str, str]]
    encoding: str
    separator: str


def read_csv(path: Path) -> Table:
    """Read a CSV file whose first line holds the headings.

    Raises:
        UnreadableFile: it cannot be read, or holds no table.
    """
    data = read_bytes(path)
    text, encoding = decode(data)
    first = text.split("\n", 1)[0]
    separator = max(SEPARATORS, key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    headings = tuple(heading.strip() for heading in next(rows, ()))
    if len(headings) < 2:  # noqa: PLR2004 - one column is no table
        raise UnreadableFile(
            message("{path} holds no table with headings.", path=path),
            message("The first line should name the columns, with a comma or semicolon between them."),
        )
    filled = [dict(zip(headings, (cell.strip() for cell in row), strict=False)) for row in rows if any(row)]
    return Table(str(path), headings, filled, encoding, separator)


def decode(data: bytes) -> tuple[str, str]:
    """Return text and the encoding it was in: UTF-8 (also with a mark), else Windows-1252."""
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), "cp1252"
