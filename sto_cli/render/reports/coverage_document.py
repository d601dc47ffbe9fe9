"""Coverage as a document: a table with every figure, the schools behind it, and what the figures mean."""

from __future__ import annotations

from collections.abc import Sequence

from sto_cli.messages import N_, Message, Translator, message
from sto_cli.render.document.model import Column, Document, Kind, Table, Value
from sto_cli.render.reports.parts import report, said_definitions, schools_table
from sto_cli.render.reports.words import GROUPS, ROW_WORDS, STANDINGS, nowhere
from sto_cli.render.visible import visible
from sto_cli.reports.count import Count, Groups
from sto_cli.reports.coverage import Coverage, Row
from sto_cli.reports.headline import any_known, headline, reference_sentence, title
from sto_cli.reports.share import share
from sto_cli.reports.target import sentences as target_sentences

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

TOGETHER = (N_("together"), N_("do not"), N_("unknown"), N_("share"))
"""What a short table says of all schools: those that take part of all, then these three."""


NEARBY = message("“Nearby” counts schools of which no region is known, and to which this region lies nearest.")


def coverage_document(answer: Coverage, translator: Translator) -> Document:
    """Make the document of a coverage report."""
    sentences = (
        *headline(answer.total, answer.nearby, known=any_known(answer.total, answer.selection)),
        *target_sentences(answer.targets),
    )
    return report(
        coverage_title(answer),
        (*sentences, reference_sentence(answer.reference)),
        [coverage_table(answer, translator), schools_table(answer.schools, translator)],
        answer.caveats,
        said_definitions(translator, theoretical=answer.total.theoretical is not None),
        answer.sources,
        answer.as_of,
        translator,
    )


def coverage_title(answer: Coverage) -> Message:
    """Name the report, its area and its day."""
    return title(message("Participation in STO"), answer.selection, answer.as_of)


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


def whole_row(answer: Coverage) -> Row:
    """Return the row that adds up all others; its share is not known where that holds of all of them."""
    return Row(None, None, answer.total, known=any_known(answer.total, answer.selection))


def nearby_total(answer: Coverage) -> int:
    """Return how many schools without a known region lie nearest to one of the regions of the table."""
    return sum(row.nearby_unknown or 0 for row in answer.rows)


def _cells(row: Row, translator: Translator) -> tuple[Value, ...]:
    figures = figure_cells(row.groups)
    if not row.known:
        figures = tuple(translator.text(STANDINGS["unknown"]) if cell is None else cell for cell in figures)
    return (*short_cells(row.groups, translator, known=row.known), *figures)


def short_columns(groups: Groups, translator: Translator) -> tuple[Column, ...]:
    """Return what a reader wants: a column per kind of school, and those for all schools together."""
    words = [*(GROUPS[group] for group in groups.named() if group != "all"), *TOGETHER]
    return tuple(Column(translator.text(word), use="read") for word in words)


def short_cells(groups: Groups, translator: Translator, *, known: bool = True) -> tuple[str, ...]:
    """Return the kinds of school as fractions, then all schools: fraction, do not, unknown, share.

    `known` False: the register knows no schools at all here, so that the share is not known.
    """
    every = groups.all
    return (
        *(fraction(count, translator) for group, count in groups.named().items() if group != "all"),
        fraction(every, translator),
        translator.number(every.not_participating),
        translator.number(every.unknown),
        between(every, translator) if known else translator.text(STANDINGS["unknown"]),
    )


def fraction(count: Count, translator: Translator) -> str:
    """Say how many take part, of how many."""
    if not count.schools:
        return "–"
    return f"{translator.number(count.participating)}/{translator.number(count.schools)}"


def between(count: Count, translator: Translator) -> str:
    """Say within which bounds the share lies: one figure when all is known."""
    low, high = (translator.say(share(rate)) for rate in (count.rate_low, count.rate_high))
    return low if low == high else f"{low.removesuffix('%')}–{high}"


def row_name(name: str | None, by: str, translator: Translator) -> str:
    """Name a row, also the one of what belongs nowhere."""
    return visible(name) if name is not None else nowhere(by, translator)


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
