"""A document as an Excel workbook: numbers as numbers, headings that stay in sight, filters, and what it all means."""

import io
import math
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sto_cli.files.outgoing import outgoing
from sto_cli.files.workbook.writer import AS_A_PAGE, SheetNames, letters, new_workbook, refuse_too_large
from sto_cli.messages import N_, Translator
from sto_cli.render.document import model
from sto_cli.render.formats import Look
from sto_cli.render.words import LOOKS, occurring
from sto_cli.reports.count import Count, Standing

FIRST_DAY = date(1900, 1, 1)
"""Of Excel's calendar: an earlier day stands there as a text."""

WIDE = 100
"""Width of the column with sentences."""

WIDEST_PRINT = 260
"""Width of the columns that one sheet of paper shows in letters that can still be read; more go on a second one."""

FLOWS = 40
"""Width from which a column of texts lets them flow over several lines."""

LONGEST_PROPERTY = 255
"""Letters of what a workbook says of itself, and of the title of a chart, in Excel."""

StyleName = str
"""The name of a way in which a line of the summary is written: title, bold, wrapped."""


def document_xlsx(document: model.Document, look: Look) -> bytes:
    """Write a workbook: the running text on the first sheet, then each table, and each list of terms, on its own.

    Raises:
        UnwritableFile: a workbook does not hold it.
    """
    file = io.BytesIO()
    with new_workbook(file) as workbook:
        said = {"title": document.title, "comments": " ".join(document.lead)}
        workbook.set_properties({name: outgoing(text[:LONGEST_PROPERTY]) for name, text in said.items()})
        book = _Book(workbook, look.translator)
        book.summary(document)
        for block in document.whole:
            if isinstance(block, model.Table) and block.use not in {"read", "entries"}:
                book.table(block.to_reckon())
            elif isinstance(block, model.Chart) and block.use != "read" and block.bars:
                book.chart(block)
            elif isinstance(block, model.Terms):
                book.meaning(block, document.day)
    return file.getvalue()


def _summary(document: model.Document) -> Iterator[tuple[str, StyleName]]:
    """Return the lines of the first sheet; a heading stands there only above a text."""
    yield document.title, "title"
    above: list[model.Heading] = []
    for block in document.whole:
        lines = list(_said(block))
        if isinstance(block, model.Heading):
            above = [heading for heading in above if heading.level < block.level] + [block]
        elif lines:
            yield from ((heading.text, "bold") for heading in above)
            yield from lines
            above = []
        else:
            above = above[:-1]


def _said(block: object) -> Iterator[tuple[str, StyleName]]:
    match block:
        case model.Paragraph():
            yield block.text, "wrapped"
        case model.Bullets():
            yield from (("\n".join((text, *details)), "wrapped") for text, details in block.entries)
        case model.Facts():
            yield from ((f"{label}: {value}", "wrapped") for label, value in block.rows)


class _Book:
    """A workbook with its formats."""

    def __init__(self, workbook: Any, translator: Translator) -> None:
        self._workbook = workbook
        self._translator = translator
        self._plain = workbook.add_format({"valign": "top"})
        self._title = workbook.add_format({"bold": True, "font_size": 14})
        self._wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
        self._bold = workbook.add_format({"bold": True, "valign": "top"})
        heading = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#E7EEF4"}
        self._heading = workbook.add_format(heading)
        self._numbers = {kind: self._number(kind) for kind in _NUMBER_FORMATS}
        self._totals = {kind: self._number(kind, {"bold": True, "top": 1}) for kind in _NUMBER_FORMATS}
        self._names = SheetNames()

    def summary(self, document: model.Document) -> None:
        """Write the running text: the sentences that say the main thing, and what a reader must know."""
        sheet = self._sheet(self._translator.text(N_("Summary")))
        sheet.set_column(0, 0, WIDE)
        sheet.hide_gridlines(2)
        styles = {"title": self._title, "bold": self._bold, "wrapped": self._wrapped}
        for row, (text, style) in enumerate(_summary(document)):
            sheet.write_string(row, 0, _fitting(text), styles[style])

    def table(self, table: model.Table) -> None:
        """Write a table: headings frozen and filterable, the rows that add up below the filter."""
        refuse_too_large(1 + len(table.rows) + len(table.last), len(table.columns), hint=AS_A_PAGE)
        sheet = self._sheet(table.name)
        sheet.freeze_panes(1, _columns_in_sight(table.columns))
        for place, column in enumerate(table.columns):
            sheet.set_column(place, place, column.width)
            sheet.write_string(0, place, _fitting(column.heading), self._heading)
        for row, values in enumerate(table.rows, start=1):
            self._row(sheet, row, values, table.columns, self._numbers)
        sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
        for row, values in enumerate(table.last, start=len(table.rows) + 1):
            self._row(sheet, row, values, table.columns, self._totals)
        sheet.repeat_rows(0)
        sheet.print_area(0, 0, len(table.rows) + len(table.last), len(table.columns) - 1)
        across = math.ceil(sum(column.width for column in table.columns) / WIDEST_PRINT)
        if across > 1:
            sheet.fit_to_pages(across, 0)
            sheet.repeat_columns(0, max(_columns_in_sight(table.columns) - 1, 0))

    def chart(self, chart: model.Chart) -> None:
        """Write the figures of a chart, and beside them the chart itself: one bar for each label, all of it schools."""
        name = self._names.fit(self._translator.text(N_("Chart")))
        sheet = self._printed(self._workbook.add_worksheet(name), high=1)
        sheet.set_column(0, 0, 40)
        shown = occurring(sum((count for _, count in chart.bars), Count()))
        headings = [self._translator.text(LOOKS[standing].heading) for standing in shown]
        for place, heading in enumerate((chart.name, *headings)):
            sheet.write_string(0, place, _fitting(heading), self._heading)
        for row, (label, count) in enumerate(chart.bars, start=1):
            sheet.write_string(row, 0, _fitting(label), self._plain)
            for place, standing in enumerate(shown, start=1):
                sheet.write_number(row, place, getattr(count, standing), self._numbers["count"])
        sheet.insert_chart(1, len(shown) + 2, self._drawn(chart, name, shown))

    def _drawn(self, chart: model.Chart, sheet: str, shown: Sequence[Standing]) -> Any:
        last = len(chart.bars)
        drawn = self._workbook.add_chart({"type": "bar", "subtype": "stacked"})
        for place, look in enumerate((LOOKS[standing] for standing in shown), start=1):
            drawn.add_series(
                {
                    "name": [sheet, 0, place],
                    "categories": [sheet, 1, 0, last, 0],
                    "values": [sheet, 1, place, last, place],
                    "fill": {"color": look.colour},
                    "gap": 40,
                }
            )
        drawn.set_title({"name": outgoing(chart.name[:LONGEST_PROPERTY]), "name_font": {"size": 12}})
        drawn.set_y_axis({"reverse": True, "major_tick_mark": "none"})
        drawn.set_x_axis({"num_format": "0", "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}}})
        drawn.set_legend({"position": "bottom"})
        drawn.set_size({"width": 720, "height": 130 + 24 * last})
        return drawn

    def meaning(self, terms: model.Terms, day: date | None) -> None:
        """Write what the words mean."""
        sheet = self._sheet(self._translator.text(N_("Explanation")))
        sheet.set_column(0, 0, 26)
        sheet.set_column(1, 1, WIDE)
        said = [(self._translator.text(N_("Day of the report")), self._translator.date(day))] if day else []
        for row, (term, meaning) in enumerate([*said, *terms.entries]):
            sheet.write_string(row, 0, _fitting(term), self._bold)
            sheet.write_string(row, 1, _fitting(meaning), self._wrapped)

    def _row(
        self,
        sheet: Any,
        row: int,
        values: Sequence[model.Value],
        columns: Sequence[model.Column],
        formats: dict[str, Any],
    ) -> None:
        for place, (value, column) in enumerate(zip(values, columns, strict=True)):
            flows = column.kind == "text" and column.width >= FLOWS
            form = self._wrapped if flows and formats is self._numbers else formats[column.kind]
            if isinstance(value, date) and value < FIRST_DAY:
                sheet.write_string(row, place, value.isoformat(), form)
            elif isinstance(value, date):
                sheet.write_datetime(row, place, value, formats["date"])
            elif isinstance(value, int | float):
                sheet.write_number(row, place, value, formats["precise"] if _needs_decimals(value, column) else form)
            elif value is None and column.kind == "percent":
                sheet.write_string(row, place, self._translator.text(N_("n/a")), form)
            elif isinstance(value, str) and value:
                sheet.write_string(row, place, _fitting(value), form)

    def _sheet(self, name: str) -> Any:
        """Add a sheet, under a name that Excel allows."""
        return self._printed(self._workbook.add_worksheet(self._names.fit(name)))

    def _printed(self, sheet: Any, high: int = 0) -> Any:
        """Let a sheet print on A4, on its side, as wide as the paper, and at most so many pages high."""
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&L&8&A&R&8&P / &N")
        sheet.fit_to_pages(1, high)
        return sheet

    def _number(self, kind: str, more: dict[str, Any] | None = None) -> Any:
        return self._workbook.add_format({"num_format": _NUMBER_FORMATS[kind], "valign": "top", **(more or {})})


_NUMBER_FORMATS = {
    "text": "General",
    "count": "#,##0",
    "percent": "0.0%",
    "precise": "0.0000%",
    "km": "#,##0.0",
    "euro": '"€" #,##0.00',
    "date": "yyyy-mm-dd",
}


def _needs_decimals(value: float, column: model.Column) -> bool:
    """Whether a share would show as a false 0.0% or 100.0%."""
    return column.kind == "percent" and (0 < value < 0.0005 or 0.9995 <= value < 1)  # noqa: PLR2004 - half of 0.1%


def _columns_in_sight(columns: Sequence[model.Column]) -> int:
    """Return how many columns of names stay in sight: those before the first number, at most two."""
    names = next((place for place, column in enumerate(columns) if column.kind != "text"), 1)
    return min(names, 2)


def _fitting(text: str) -> str:
    refuse_too_large(1, 1, letters(text), AS_A_PAGE)
    return outgoing(text)
