"""The trend as a document: a table of the points, a table of what changed."""

from __future__ import annotations

from collections.abc import Iterator

from sto_cli.messages import N_, Message, Translator, message
from sto_cli.render.document.model import Column, Document, Table, Value
from sto_cli.render.document.parts import chapters
from sto_cli.render.reports.coverage_document import figure_cells, figure_columns, short_columns
from sto_cli.render.reports.coverage_words import short_cells
from sto_cli.render.reports.parts import report, said_definitions
from sto_cli.render.reports.words import KINDS, STANDINGS, region_names, title
from sto_cli.render.visible import visible
from sto_cli.reports.trend import Trend
from sto_cli.reports.trend_changes import Move, RegisterChange, TrendChange, TrendPoint

REGISTERS = {"former": N_("former register"), "current": N_("current register")}
NOT_COUNTED = N_("does not count")
"""The standing of a school at a point where it is not in the register, or offers no vocational vmbo."""

MOVES = {"joined": N_("joined"), "left": N_("left"), "declined": N_("now known not to take part")}
REGISTER_MOVES = {
    "new_school": N_("new in the register"),
    "gone_school": N_("gone from the register"),
    "other_kind": N_("other kind of school"),
    "new_region": N_("new region"),
    "gone_region": N_("region gone"),
}


def trend_document(answer: Trend, translator: Translator) -> Document:
    """Make the document of a trend."""
    return report(
        answer,
        trend_title(answer),
        answer.headline,
        chapters(_points_table(answer, translator), _changes_table(answer, translator)),
        said_definitions(translator, theoretical=answer.points[-1].groups.theoretical is not None),
        translator,
    )


def trend_title(answer: Trend) -> Message:
    """Name the report, its area and its day."""
    return title(message("Trend of participation in STO"), answer.selection, answer.as_of)


def moves_of(change: TrendChange) -> Iterator[tuple[str, tuple[Move, ...]]]:
    """Return the kinds of move that occur, in the order in which they are shown."""
    for kind, moves in (("joined", change.joined), ("left", change.left), ("declined", change.declined)):
        if moves:
            yield kind, moves


def standing_word(standing: str | None, translator: Translator) -> str:
    """Say how a school stood; None is a school that did not count."""
    return translator.text(STANDINGS[standing] if standing else NOT_COUNTED)


def point_name(point: TrendPoint, translator: Translator) -> str:
    """Name a point: its day, or its register where there are two."""
    return register_name(point, translator) or translator.date(point.on)


def register_name(point: TrendPoint, translator: Translator) -> str:
    """Name the register of a point; nothing where there is only one."""
    return translator.text(REGISTERS[point.register]) if point.register else ""


def _points_table(answer: Trend, translator: Translator) -> Table:
    groups = answer.points[-1].groups
    register = [Column(translator.text(N_("Register")), width=20, use="look_up")] if answer.register_change else []
    columns = [
        Column(translator.text(N_("Day")), use="read"),
        *short_columns(groups, translator),
        *register,
        Column(translator.text(N_("Day")), width=14, use="reckon"),
        *figure_columns(groups, translator),
    ]
    rows = [_point_row(point, translator, register=bool(register)) for point in answer.points]
    return Table(translator.text(N_("Trend")), columns, rows)


def _point_row(point: TrendPoint, translator: Translator, *, register: bool) -> tuple[Value, ...]:
    return (
        point_name(point, translator),
        *short_cells(point.groups, translator),
        *([register_name(point, translator)] if register else []),
        point.on,
        *figure_cells(point.groups),
    )


def _changes_table(answer: Trend, translator: Translator) -> Table:
    headings = (
        (N_("From"), 14),
        (N_("To"), 14),
        (N_("What"), 24),
        (N_("Code"), 8),
        (N_("Name"), 40),
        (N_("Place"), 20),
        (N_("Kind"), 14),
        (N_("STO region"), 36),
        (N_("Was"), 20),
        (N_("Is"), 20),
    )
    rows = [row for change in answer.changes for row in _change_rows(change, translator)]
    if answer.register_change is not None:
        first, last = answer.points[0].on, answer.points[-1].on
        rows += [(first, last, *row) for row in _register_rows(answer.register_change, translator)]
    columns = tuple(Column(translator.text(heading), width=width) for heading, width in headings)
    return Table(translator.text(N_("Changes")), columns, rows)


def _change_rows(change: TrendChange, translator: Translator) -> Iterator[tuple[Value, ...]]:
    for kind, moves in moves_of(change):
        for move in moves:
            school = move.position.school
            yield (
                change.since.on,
                change.until.on,
                translator.text(MOVES[kind]),
                school.id,
                visible(school.name),
                visible(school.town),
                translator.text(KINDS[school.kind]),
                region_names(move.position.regions, translator),
                standing_word(move.was, translator),
                standing_word(move.now, translator),
            )


def _register_rows(change: RegisterChange, translator: Translator) -> Iterator[tuple[Value, ...]]:
    for what, old, school in change.schools():
        kind = translator.text(KINDS[school.kind])
        was = translator.text(KINDS[old.kind]) if old else ""
        what_said = translator.text(REGISTER_MOVES[what])
        yield what_said, school.id, visible(school.name), visible(school.town), kind, "", was, kind if old else ""
    for what, region in change.regions():
        yield translator.text(REGISTER_MOVES[what]), "", "", "", "", visible(region.name), "", ""
