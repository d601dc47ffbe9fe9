"""Coverage as a document: a table with every figure, the schools behind it, and what the figures mean."""

from __future__ import annotations

from collections.abc import Sequence

from sto_cli.messages import N_, Translator
from sto_cli.render.document.model import Chart, Column, Document, Kind, Table, Value
from sto_cli.render.reports.coverage_words import (
    coverage_title,
    nearby_total,
    row_name,
    short_cells,
    short_headings,
    whole_row,
)
from sto_cli.render.reports.parts import report, said_definitions, schools_table
from sto_cli.render.reports.words import GROUPS, ROW_WORDS, STANDINGS
from sto_cli.reports.count import Count, Groups
from sto_cli.reports.coverage import Coverage, CoverageRow

FIGURES: tuple[tuple[str, Kind], ...] = (
    (N_("schools"), "count"),
    (N_("take part"), "count"),
    (N_("do not take part"), "count"),
    (N_("not known"), "count"),
    (N_("share at least"), "percent"),
    (N_("share at most"), "percent"),
    (N_("share of the known"), "percent"),
)
"""What every group has, in order; see the definitions."""


def coverage_document(answer: Coverage, translator: Translator) -> Document:
    """Make the document of a coverage report."""
    sentences = (
        *answer.headline,
        *(one.sentence for one in answer.targets),
    )
    return report(
        answer,
        coverage_title(answer),
        (*sentences, answer.compared),
        [coverage_table(answer, translator), _chart(answer, translator), schools_table(answer.schools, translator)],
        said_definitions(translator, theoretical=answer.total.theoretical is not None),
        translator,
    )


MOST_BARS = 25
"""A chart with more bars is no longer read; the table has them all."""


def _chart(answer: Coverage, translator: Translator) -> Chart:
    """Return the bars for a workbook: of each kind of school, or of the first rows, which have most to win."""
    if answer.by == "none":
        bars = [(translator.text(GROUPS[group]), count) for group, count in answer.total.named().items()]
    else:
        bars = [(row_name(row.name, answer.by, translator), row.groups.all) for row in answer.rows]
    drawn = [(label, count) for label, count in bars if count.schools][:MOST_BARS]
    return Chart(translator.text(N_("Schools that take part")), drawn, use="reckon")


def coverage_table(answer: Coverage, translator: Translator) -> Table:
    """Return one row per row of the report, and the total; without rows one row per group."""
    if answer.by == "none":
        return _groups_table(answer, translator)
    columns = (
        Column(translator.text(N_("Id")), width=16, use="look_up"),
        Column(translator.text(ROW_WORDS[answer.by]), width=40),
        *short_columns(answer.total, translator),
        *figure_columns(answer.total, translator),
        *_nearby_column(answer, translator),
    )
    rows = [(row.id or "", row_name(row.name, answer.by, translator), *_cells(row, translator)) for row in answer.rows]
    total = ("", translator.text(N_("Total")), *_cells(whole_row(answer), translator))
    return Table(
        translator.text(N_("Participation")), columns, _beside(rows, answer), [(*total, *_total_nearby(answer))]
    )


def _nearby_column(answer: Coverage, translator: Translator) -> tuple[Column, ...]:
    return (Column(translator.text(N_("nearby, region not known")), "count", 12),) if answer.by == "region" else ()


def _beside(rows: Sequence[tuple[Value, ...]], answer: Coverage) -> list[tuple[Value, ...]]:
    if answer.by != "region":
        return list(rows)
    return [(*cells, row.nearby_unknown) for cells, row in zip(rows, answer.rows, strict=True)]


def _total_nearby(answer: Coverage) -> tuple[Value, ...]:
    return (nearby_total(answer),) if answer.by == "region" else ()


def _cells(row: CoverageRow, translator: Translator) -> tuple[Value, ...]:
    figures = figure_cells(row.groups)
    if not row.known:
        figures = tuple(translator.text(STANDINGS["unknown"]) if cell is None else cell for cell in figures)
    return (*short_cells(row.groups, translator, known=row.known), *figures)


def short_columns(groups: Groups, translator: Translator) -> tuple[Column, ...]:
    """Return what a reader wants: a column per kind of school, and those for all schools together."""
    return tuple(Column(heading, use="read") for heading in short_headings(groups, translator))


def _groups_table(answer: Coverage, translator: Translator) -> Table:
    headings = (
        Column(translator.text(N_("Kind of school")), width=24),
        *(Column(translator.text(figure), kind, 16) for figure, kind in FIGURES),
    )
    *rows, last = ((translator.text(GROUPS[group]), *_figures(count)) for group, count in answer.total.named().items())
    return Table(translator.text(N_("Participation")), headings, rows, [last])


def figure_columns(groups: Groups, translator: Translator) -> tuple[Column, ...]:
    """Return the columns of every figure of every group: "technical: schools" and so on."""
    return tuple(
        Column(f"{translator.text(GROUPS[group])}: {translator.text(figure)}", kind, 11, "reckon")
        for group in groups.named()
        for figure, kind in FIGURES
    )


def figure_cells(groups: Groups) -> tuple[Value, ...]:
    """Return the figures of every group, in the order of the columns."""
    return tuple(cell for count in groups.named().values() for cell in _figures(count))


def _figures(count: Count) -> tuple[Value, ...]:
    """Return the figures of a group; a share of the known that is 100% only because nobody records a no is left out."""
    return (
        count.schools,
        count.participating,
        count.not_participating,
        count.unknown,
        count.rate_low,
        count.rate_high,
        count.rate if count.not_participating or not count.unknown else None,
    )
