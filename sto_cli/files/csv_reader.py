"""Rows from CSV text as it comes: the separator found out, broken quotation marks survived.

A quotation mark that is never closed would make everything below it one cell. A row that cannot be read by the rules
is therefore read on its own line, cut at its separators, and said; the rows below it are not lost.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

SEPARATORS = ";\t,|"
"""Likeliest first: a Dutch Excel writes semicolons."""

NO_SEPARATOR = "\x1f"
"""Stands for the separator of a single column: a character that no list holds."""

SNIFFED_ROWS = 50
"""Rows from which the separator is found out."""

LEAST_PARTED = 0.5
"""Share of the rows that must hold a separator for it to be one."""

LONGEST_ROW = 20
"""Lines that one row may take (line breaks within quoted cells) before its quotation mark counts as forgotten."""

MOST_JOINED = 200
"""Rows with broken quotation marks after which each line is taken for a row: joining them is tried no more."""

CELL_LIMIT = 131_072
"""Letters in one cell, as Python's own reader bounds them (Excel: 32,767)."""


_SEPARATOR_LINE = re.compile(r'[ \t"]*sep=([^\r\n])[ \t"]*(?:\r\n?|\n|\Z)', re.IGNORECASE)


@dataclass(slots=True)
class CsvRows:
    """The rows as texts, the separator ("" for a single column), and the row numbers with broken quotation marks."""

    rows: list[list[str]]
    separator: str
    broken: list[int] = field(default_factory=list)


def read_rows(text: str) -> CsvRows:
    """Read all rows of a CSV text; an empty line is an empty row, so that row n is line n where no cell has breaks."""
    found = _SEPARATOR_LINE.match(text)
    separator, text = (found[1], text[found.end() :]) if found else (None, text)
    if separator is None:
        separator = find_separator(text)
    rows = _rows_by_the_rules(text, separator or NO_SEPARATOR)
    if rows is None or any("\n" in cell and cell.count("\n") > LONGEST_ROW for row in rows for cell in row):
        return _read_carefully(text, separator)
    return CsvRows(rows, separator)


def find_separator(text: str) -> str:
    """Return the separator under which most rows have equally many cells; "" when the text is a single column.

    At least half of the rows must have one: commas inside some names do not make columns of a single one.
    """
    sample = [line for _, line in zip(range(SNIFFED_ROWS), io.StringIO(text, newline=""), strict=False)]
    best, most = "", 0.0
    for separator in SEPARATORS:
        widths = [len(row) for row in _rows_leniently(sample, separator) if any(row)]
        parted = Counter(width for width in widths if width > 1)
        if not parted or parted.total() < len(widths) * LEAST_PARTED:
            continue
        width, times = parted.most_common(1)[0]
        share = times / len(widths) + 0.001 * min(width, 99)
        if share > most:
            best, most = separator, share
    return best


def _rows_by_the_rules(text: str, separator: str) -> list[list[str]] | None:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error:
        return None


def _rows_leniently(lines: Iterable[str], separator: str) -> Iterator[list[str]]:
    rows = csv.reader(lines, delimiter=separator)
    try:
        yield from rows
    except csv.Error:
        return


def _read_carefully(text: str, separator: str) -> CsvRows:
    """Read line by line, joining lines only while that makes a row that follows the rules."""
    lines = list(io.StringIO(text, newline=""))
    result = CsvRows([], separator)
    at = 0
    while at < len(lines):
        row, taken = _row_at(lines, at, separator or NO_SEPARATOR, joined=len(result.broken) < MOST_JOINED)
        if row is None:
            bare = lines[at].rstrip("\r\n")[: CELL_LIMIT * 10]
            cells = bare.split(separator) if separator else [bare]
            row, taken = [cell.strip().removeprefix('"').removesuffix('"').replace('""', '"') for cell in cells], 1
            result.broken.append(len(result.rows) + 1)
        result.rows.append(row)
        at += taken
    return result


def _row_at(lines: Sequence[str], at: int, separator: str, *, joined: bool) -> tuple[list[str] | None, int]:
    marks = 0
    for taken in range(1, min(LONGEST_ROW if joined else 1, len(lines) - at) + 1):
        marks += lines[at + taken - 1].count('"')
        row = None if marks % 2 else _strictly("".join(lines[at : at + taken]), separator)
        if row is not None:
            return row, taken
        if lines[at].count('"') % 2 == 0:  # closed marks that stand wrong: more lines do not mend them
            break
    return None, 1


def _strictly(text: str, separator: str) -> list[str] | None:
    rows = _rows_by_the_rules(text, separator)
    return rows[0] if rows and len(rows) == 1 else None
