"""A document's first table as CSV: as a Dutch Excel opens it, or as programs elsewhere read it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sto_cli.files.cells import harmless
from sto_cli.messages import N_, Translator
from sto_cli.render.document.model import Column, Document, Kind, Table, Value
from sto_cli.render.document.values import safe
from sto_cli.render.formats import CsvStyleName, Look


@dataclass(frozen=True, slots=True)
class CsvStyle:
    """How a kind of CSV is written.

    `percent_sign`: a share is "66,8%", which Excel reads as a number that is shown so; else 0.668, and nothing to
    divide is empty instead of a word. `mark` is the byte-order mark by which Excel knows UTF-8.
    """

    separator: str
    decimal: str
    mark: str
    percent_sign: bool
    day: str


STYLES: dict[CsvStyleName, CsvStyle] = {
    "dutch": CsvStyle(";", ",", "\ufeff", percent_sign=True, day="{2:02}-{1:02}-{0:04}"),
    "international": CsvStyle(",", ".", "", percent_sign=False, day="{0:04}-{1:02}-{2:02}"),
}


def document_csv(document: Document, look: Look) -> str:
    """Write the first table, its headings first and the rows that add up last; lines end as RFC 4180 says."""
    translator, style = look.translator, STYLES[look.csv_style]
    text = io.StringIO(newline="")
    text.write(style.mark)
    writer = csv.writer(text, delimiter=style.separator, lineterminator="\r\n")
    for table in document.tables():
        writer.writerows(_lines(table, translator, style))
        break
    return text.getvalue()


def _lines(table: Table, translator: Translator, style: CsvStyle) -> Iterator[list[str]]:
    yield [harmless(column.heading) for column in table.columns]
    for row in (*table.rows, *table.last):
        yield _cells(row, table.columns, translator, style)


def _cells(row: Sequence[Value], columns: Sequence[Column], translator: Translator, style: CsvStyle) -> list[str]:
    return [_written(value, column.kind, translator, style) for value, column in zip(row, columns, strict=True)]


def _written(value: Value, kind: Kind, translator: Translator, style: CsvStyle) -> str:
    match value:
        case None:
            return translator.text(N_("n/a")) if kind == "percent" and style.percent_sign else ""
        case float() if kind == "percent" and style.percent_sign:
            return _percentage(value).replace(".", style.decimal) + "%"
        case str() if kind == "percent" and not style.percent_sign:
            return ""
        case int() | float():
            return str(value).replace(".", style.decimal)
        case date():
            return style.day.format(value.year, value.month, value.day)
        case _:
            return harmless(safe(str(value)))


def _percentage(share: float) -> str:
    """Write two decimals, as many as tell all shares of some thousands of schools apart; no false 0 or 100."""
    if share in {0.0, 1.0}:
        return str(int(share * 100))
    if share > 1:  # more was spent than planned
        return f"{share * 100:.2f}"
    return f"{min(max(share * 100, 0.01), 99.99):.2f}"
