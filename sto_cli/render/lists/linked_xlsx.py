"""A linked list as an Excel workbook: cells keep their kind, rows that need a person's eye have a colour and a word."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from sto_cli.files.cells import Cell, cell_text
from sto_cli.files.outgoing import outgoing
from sto_cli.files.workbook.writer import SheetNames, letters, new_workbook, refuse_too_large
from sto_cli.lists.columns import ADDED
from sto_cli.lists.results import LinkedList
from sto_cli.messages import N_, Translator
from sto_cli.render.lists.linked_rows import added_cells, added_headings

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
