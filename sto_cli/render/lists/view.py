"""A linked list in every format: as it came, with what was found behind every row."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from sto_cli.files.cells import Cell, cell_text, harmless
from sto_cli.files.outgoing import outgoing, outgoing_json
from sto_cli.files.workbook.writer import SheetNames, letters, new_workbook, refuse_too_large
from sto_cli.lists.columns import ADDED
from sto_cli.lists.results import Link, LinkedList
from sto_cli.messages import N_, Translator
from sto_cli.render.formats import Look, View, Written
from sto_cli.render.lists.linked_rows import added_cells, added_headings
from sto_cli.render.terminal.table import as_lines
from sto_cli.search.results import Match


class LinkedAnswer(NamedTuple):
    """A linked list, with the regions of all candidates as far as they are certain, by the `choice` of each."""

    linked: LinkedList
    regions: Mapping[str, str]


def _csv(answer: LinkedAnswer, look: Look) -> Written:

    if not look.to_file:
        return "".join(linked_csv(answer.linked, look.translator, "\n"))
    content = bytearray("\ufeff".encode())  # the mark by which Excel knows UTF-8
    for line in linked_csv(answer.linked, look.translator, "\r\n"):
        content += outgoing(line).encode()  # one by one: a long list as one text would take twice the memory
    return content


def _xlsx(answer: LinkedAnswer, look: Look) -> Written:

    return linked_xlsx(answer.linked, look.translator)


def _json(answer: LinkedAnswer, _look: Look) -> Written:

    return as_lines(linked_json(answer.linked, answer.regions))


LINKED: View[LinkedAnswer] = View(own={"csv": _csv, "xlsx": _xlsx, "json": _json})


DUTCH_SEPARATOR = ";"
"""What a Dutch Excel expects; with it goes a comma in numbers."""

AT_A_TIME = 100_000
"""Letters that are handed over at a time."""


def linked_csv(linked: LinkedList, translator: Translator, line_end: str = "\r\n") -> Iterator[str]:
    """Write the list, some lines at a time, with the separator that it came with (a semicolon for a workbook's sheet).

    The cells are kept as they are; only a text that a spreadsheet program would run gets an apostrophe in front.
    """
    separator = linked.table.sheet.separator or DUTCH_SEPARATOR
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter=separator, lineterminator=line_end)
    for row in _rows(linked, translator, separator):
        writer.writerow(row)
        if lines.tell() > AT_A_TIME:
            yield lines.getvalue()
            lines.seek(0)
            lines.truncate()
    yield lines.getvalue()


def _rows(linked: LinkedList, translator: Translator, separator: str) -> Iterator[list[str]]:
    table, kept = linked.table, linked.own_columns
    for above in table.sheet.rows[: table.first - 2]:
        yield _own(above, range(len(above)))
    yield [*_own(table.heading_cells, kept), *added_headings(translator)]
    said: dict[int, list[str]] = {}  # by the link: rows that ask the same share it
    for row, link in zip(table.body, linked.links, strict=True):
        added = said.get(id(link))
        if added is None:
            added = said[id(link)] = _added(link, translator, separator)
        yield [*_own(row, kept), *added]


def _added(link: Link, translator: Translator, separator: str) -> list[str]:
    cells = added_cells(link, translator)
    return [harmless(_number(cell, separator) if isinstance(cell, float) else cell) for cell in cells]


def _own(row: Sequence[Cell], kept: Sequence[int]) -> list[str]:
    return [harmless(_as_it_was(row[at])) if at < len(row) else "" for at in kept]


def _as_it_was(cell: Cell) -> str:
    return cell if isinstance(cell, str) else cell_text(cell)


def _number(value: float, separator: str) -> str:
    return str(value).replace(".", ",") if separator == DUTCH_SEPARATOR else str(value)


def linked_json(linked: LinkedList, regions: Mapping[str, str]) -> Iterator[str]:
    """Write `{"format": 1, "rows": [...], "summary": {...}}` row by row; `row` is the row's number in the file.

    `regions` are those of the candidates, as far as they are certain, by their `choice`.
    """
    yield '{"format": 1, "rows": ['
    said: dict[int, str] = {}  # by the link: rows that ask the same share it
    for index, link in enumerate(linked.links):
        row = said.get(id(link))
        if row is None:
            row = said[id(link)] = outgoing_json(json.dumps(_row(link, regions), ensure_ascii=False))[1:]
        yield f'{"," if index else ""}\n{{"row": {linked.number(index)}, {row}'
    yield f'\n], "summary": {json.dumps(summary_json(linked))}}}\n'


def summary_json(linked: LinkedList) -> dict[str, Any]:
    """Return the counts of rows by outcome."""
    return {**asdict(linked.summary), "open": linked.summary.open}


def _row(link: Link, regions: Mapping[str, str]) -> dict[str, Any]:
    match, options = link.match, link.belonging.options
    return {
        "outcome": link.outcome,
        "school": match.id if match else None,
        "name": match.name if match else None,
        "region": options[0].region.id if options else None,
        "region_basis": link.belonging.basis if options else None,
        "alternatives": [option.region.id for option in options[1:]],
        "basis": link.basis or None,
        "matched": match.matched if match else None,
        "score": round(match.score, 2) if match else None,
        "reviewed": link.reviewed,
        "other": link.other,
        "candidates": [_candidate(candidate, regions) for candidate in link.candidates],
    }


def _candidate(match: Match, regions: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": match.id,
        "name": match.name,
        "place": match.town or None,
        "street": match.street,
        "region": regions.get(match.choice) or None,
        "score": round(match.score, 2),
    }


COLOURS = {"ambiguous": "#FFF2CC", "not_found": "#F8CBAD"}
"""Soft yellow and soft red: black text stays readable on both, and the word beside them says the same."""

DATE_FORMATS = {datetime: "dd-mm-yyyy hh:mm", date: "dd-mm-yyyy", time: "hh:mm", timedelta: "[h]:mm"}

WIDEST = 60
"""Letters: a wider column hides the ones beside it."""

MEASURED_ROWS = 300
"""Rows from which the width of a column is taken."""


def linked_xlsx(linked: LinkedList, translator: Translator) -> bytes:
    """Return the workbook. Formulas of the list come as the values that they had.

    Raises:
        UnwritableFile: a workbook does not hold the list.
    """
    rows = linked.table.sheet.rows
    longest = max((letters(cell) for row in rows for cell in row if isinstance(cell, str)), default=0)
    refuse_too_large(len(rows), len(linked.own_columns) + len(ADDED), longest)
    stream = io.BytesIO()
    with new_workbook(stream) as workbook:
        name = linked.table.sheet.name or translator.text(N_("List"))
        _SheetWriter(workbook, workbook.add_worksheet(SheetNames().fit(name))).write(linked, translator)
    return stream.getvalue()


class _SheetWriter:
    """Writes one sheet from top to bottom: in constant memory a row that is done cannot be reached again."""

    def __init__(self, workbook: Any, sheet: Any) -> None:
        self.workbook = workbook
        self.sheet = sheet
        self.formats: dict[tuple[type | None, str, bool], Any] = {}

    def write(self, linked: LinkedList, translator: Translator) -> None:
        table, kept = linked.table, linked.own_columns
        above = table.first - 2
        self._widths(linked, kept, translator)
        for number, row in enumerate(table.sheet.rows[:above]):
            self._row(number, row, range(len(row)))
        heading = [table.heading_cells[at] if at < len(table.heading_cells) else "" for at in kept]
        self._cells(above, [*heading, *added_headings(translator)], bold=True)
        for index, (row, link) in enumerate(zip(table.body, linked.links, strict=True)):
            colour = COLOURS.get(link.outcome, "") if link.open else ""
            self._row(above + 1 + index, row, kept, colour)
            self._cells(above + 1 + index, added_cells(link, translator), start=len(kept), colour=colour)
        self.sheet.freeze_panes(above + 1, 0)
        self.sheet.autofilter(above, 0, above + len(table.body), len(kept) + len(ADDED) - 1)

    def _row(self, number: int, row: Sequence[Cell], kept: Sequence[int], colour: str = "") -> None:
        self._cells(number, [row[at] if at < len(row) else "" for at in kept], colour=colour)

    def _cells(
        self, number: int, cells: Sequence[Cell], *, start: int = 0, colour: str = "", bold: bool = False
    ) -> None:
        for column, cell in enumerate(cells, start=start):
            style = self._format(type(cell) if type(cell) in DATE_FORMATS else None, colour, bold)
            if isinstance(cell, str):
                if cell or colour:
                    self.sheet.write_string(number, column, outgoing(cell), style)
            elif isinstance(cell, bool):
                self.sheet.write_boolean(number, column, cell, style)
            elif isinstance(cell, int | float):
                self._number(number, column, cell, style)
            else:
                self.sheet.write_datetime(number, column, cell, style)

    def _number(self, row: int, column: int, value: float, style: Any) -> None:
        """Write a number; Excel has none for infinity and the like."""
        if value == value and abs(value) < 1e308:  # noqa: PLR0124, PLR2004 - not a number is unequal to itself
            self.sheet.write_number(row, column, value, style)
        else:
            self.sheet.write_string(row, column, str(value), style)

    def _format(self, kind: type | None, colour: str, bold: bool) -> Any:
        key = (kind, colour, bold)
        if key == (None, "", False):
            return None
        if key not in self.formats:
            look = {"num_format": DATE_FORMATS[kind]} if kind else {}
            look |= {"bg_color": colour} if colour else {}
            self.formats[key] = self.workbook.add_format({**look, **({"bold": True} if bold else {})})
        return self.formats[key]

    def _widths(self, linked: LinkedList, kept: Sequence[int], translator: Translator) -> None:
        table = linked.table
        sample = list(zip(table.body[:MEASURED_ROWS], linked.links, strict=False))
        for column, at in enumerate(kept):
            heading = table.headings[at] if at < len(table.headings) else ""
            texts = [heading, *(cell_text(row[at]) for row, _ in sample if at < len(row))]
            self.sheet.set_column(column, column, min(WIDEST, max(map(len, texts)) + 2))
        added = [added_headings(translator), *(added_cells(link, translator) for _, link in sample)]
        for column, cells in enumerate(zip(*added, strict=True), start=len(kept)):
            self.sheet.set_column(column, column, min(WIDEST, max(len(str(cell)) for cell in cells) + 2))
