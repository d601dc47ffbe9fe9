"""A document's first table as CSV: as a Dutch Excel opens it."""

import csv
import io
from datetime import date
from itertools import islice

from sto_cli.files.cells import harmless
from sto_cli.messages import N_, Translator
from sto_cli.render.document.fields import safe
from sto_cli.render.document.model import Document, Kind, Value
from sto_cli.render.formats import Look


def document_csv(document: Document, look: Look) -> str:
    """Write the first table, its headings first and the rows that add up last; lines end as RFC 4180 says."""
    text = io.StringIO(newline="")
    text.write("\ufeff")  # the byte-order mark by which Excel knows UTF-8
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for table in islice(document.tables(), 1):
        writer.writerow([harmless(column.heading) for column in table.columns])
        for row in (*table.rows, *table.last):
            cells = zip(row, table.columns, strict=True)
            writer.writerow([_written(value, column.kind, look.translator) for value, column in cells])
    return text.getvalue()


def _written(value: Value, kind: Kind, translator: Translator) -> str:
    match value:
        case None:
            return translator.text(N_("n/a")) if kind == "percent" else ""
        case float() if kind == "percent":
            return _percentage(value).replace(".", ",") + "%"
        case int() | float():
            return str(value).replace(".", ",")
        case date():
            return f"{value.day:02}-{value.month:02}-{value.year:04}"
        case _:
            return harmless(safe(str(value)))


def _percentage(share: float) -> str:
    """Write two decimals, as many as tell all shares of some thousands of schools apart; no false 0 or 100."""
    if share in {0.0, 1.0}:
        return str(int(share * 100))
    if share > 1:  # more was spent than planned
        return f"{share * 100:.2f}"
    return f"{min(max(share * 100, 0.01), 99.99):.2f}"
