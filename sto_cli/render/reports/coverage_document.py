"""Coverage as a document and as data: a table with every figure, the schools behind it, and what the figures mean."""

from collections.abc import Sequence
from operator import attrgetter

from sto_cli.messages import N_, Message, Translator, message
from sto_cli.render.document.fields import Field, data_of, in_data, table_of
from sto_cli.render.document.model import Block, Chart, Document, Paragraph, Table
from sto_cli.render.reports.figures import count_fields, groups_data, groups_fields
from sto_cli.render.reports.parts import report, said_all, said_definitions, schools_table
from sto_cli.render.reports.words import GROUPS, NOWHERE, ROW_WORDS, said, title
from sto_cli.render.visible import visible
from sto_cli.reports.count import Count, Group
from sto_cli.reports.coverage import Coverage, CoverageRow
from sto_cli.reports.selection import Selection

NEARBY = message(
    "“Nearby” counts schools of which no region is known, and to which this region lies nearest; “shared” schools in a "
    "municipality of several regions. Neither is in the figures of a region; the total counts each school once."
)

APART = {"nearby_unknown", "shared"}
"""Schools that may belong to a region, beside its figures."""

MOST_BARS = 25
"""A chart with more bars is no longer read; the table has them all."""


def coverage_title(answer: Coverage) -> Message:
    """Name the report, its area and its day."""
    return title(message("Participation in STO"), answer.selection, answer.as_of)


def coverage_document(answer: Coverage, translator: Translator) -> Document:
    """Make the document of a coverage report."""
    table = _groups_table(answer, translator) if answer.by == "none" else rows_table(answer, translator)
    nearby = [Paragraph(said(NEARBY, translator), quiet=True)] if answer.by == "region" else []
    compared = Paragraph(said(answer.compared, translator), quiet=True)
    found: list[Block] = [table, *nearby, compared, _chart(answer, translator)]
    return report(
        answer,
        coverage_title(answer),
        (*answer.headline, *(one.sentence for one in answer.targets)),
        [*found, schools_table((*answer.schools, *answer.shared), translator)],
        said_definitions(translator, theoretical=answer.total.theoretical is not None),
        translator,
    )


def coverage_data(answer: Coverage, translator: Translator) -> dict[str, object]:
    """Return the answer as plain data: every group in every row; `id` is null in the row of what belongs nowhere."""
    fields = _row_fields(answer, translator)
    return {
        "format": 1,
        "report": "coverage",
        "as_of": answer.as_of.isoformat(),
        "by": answer.by,
        "selection": selection_data(answer.selection),
        "total": groups_data(answer.total),
        "rows": [_row_data(row, fields) for row in answer.rows],
        **({"nearby_unknown": len(answer.nearby), "shared": len(answer.shared)} if answer.selection.regions else {}),
        "targets": [
            {"group": target.group, "target": target.target, "outcome": target.outcome} for target in answer.targets
        ],
        "reference": [
            {"group": figure.group, "rate": figure.rate, "source": figure.source} for figure in answer.reference
        ],
        "summary": said_all(answer.headline, translator),
        "remarks": said_all(answer.caveats, translator),
    }


def selection_data(selection: Selection) -> dict[str, object]:
    """Return what a user asked for; empty lists mean: everything."""
    return {
        "regions": [region.id for region in selection.regions],
        "provinces": list(selection.provinces),
        "municipalities": list(selection.municipalities),
        "since": selection.since,
    }


def _row_data(row: CoverageRow, fields: Sequence[Field[CoverageRow]]) -> dict[str, object]:
    """Return a row as data; schools nearby and shared ones are counted in rows of regions only."""
    found = {**data_of(fields, row), **groups_data(row.groups)}
    return {key: value for key, value in found.items() if key not in APART or value is not None}


def _row_fields(answer: Coverage, translator: Translator) -> list[Field[CoverageRow]]:
    """Return the columns of the table with a row for each of `by`."""

    def name(row: CoverageRow) -> str:
        return row.name if row.name is not None else translator.text(NOWHERE[answer.by])

    nearby, common = attrgetter("nearby_unknown"), attrgetter("shared")
    shown: Sequence[Field[CoverageRow]] = (
        Field("", N_("shared"), common, kind="count", use="read", spare=True),
        Field("shared", N_("in a shared municipality"), common, kind="count", use="reckon"),
        Field("", N_("nearby"), nearby, kind="count", use="read", spare=True),
        Field("nearby_unknown", N_("nearby, region not known"), nearby, kind="count", use="reckon"),
    )
    return [
        Field("id", N_("Id"), attrgetter("id"), width=16, use="look_up"),
        Field("name", ROW_WORDS[answer.by], name, width=40),
        *groups_fields(answer.total, attrgetter("groups"), translator),
        *(shown if answer.by == "region" else in_data(shown, "", "shared", "nearby_unknown")),
    ]


def rows_table(answer: Coverage, translator: Translator) -> Table:
    """Return one row per row of the report, and the total."""
    nearby = sum(row.nearby_unknown or 0 for row in answer.rows)
    shared = len(answer.shared) or sum(position.shared for position in answer.schools)
    total = CoverageRow("", translator.text(N_("Total")), answer.total, nearby, shared)
    return table_of(N_("Participation"), _row_fields(answer, translator), answer.rows, translator, [total])


def _groups_table(answer: Coverage, translator: Translator) -> Table:
    """Return one row per kind of school."""

    def count(row: tuple[Group, Count]) -> Count:
        return row[1]

    kind: Field[tuple[Group, Count]] = Field(
        "", N_("Kind of school"), lambda row: translator.text(GROUPS[row[0]]), width=24
    )
    *rows, last = answer.total.named().items()
    return table_of(N_("Participation"), [kind, *count_fields(answer.total, count)], rows, translator, [last])


def _chart(answer: Coverage, translator: Translator) -> Chart:
    """Return the bars for a workbook: of each kind of school, or of the first rows, which have most to win."""
    bars = [(translator.text(GROUPS[group]), count) for group, count in answer.total.named().items()]
    if answer.by != "none":
        bars = [(visible(row.name or translator.text(NOWHERE[answer.by])), row.groups.all) for row in answer.rows]
    drawn = [(label, count) for label, count in bars if count.schools][:MOST_BARS]
    return Chart(translator.text(N_("Schools that take part")), drawn, use="reckon")
