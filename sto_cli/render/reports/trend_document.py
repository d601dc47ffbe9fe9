"""The trend as a document, data and a page: a row per point and kind of school, then who joined and who left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from operator import attrgetter

from sto_cli.messages import N_, Message, Translator, counted, message
from sto_cli.render.document.fields import Field, data_of, table_of
from sto_cli.render.document.model import Block, Column, Document, Heading, Table, Value
from sto_cli.render.formats import Look
from sto_cli.render.reports.coverage_document import selection_data
from sto_cli.render.reports.coverage_html import asked, report_page
from sto_cli.render.reports.figures import groups_data, groups_fields
from sto_cli.render.reports.parts import SCHOOL, report, said_all, said_definitions, school_in_short
from sto_cli.render.reports.words import KINDS, region_names, title
from sto_cli.render.visible import visible
from sto_cli.render.words import STANDINGS
from sto_cli.reports.count import Standing
from sto_cli.reports.trend import Trend
from sto_cli.reports.trend_changes import Move, TrendChange, TrendPoint

NOT_COUNTED = N_("does not count")
"""The standing of a school at a point where it is not in the register, or offers no vocational vmbo."""

MOVES = {
    "joined": N_("joined"), "left": N_("left"), "declined": N_("now known not to take part"),
    "became_known": N_("known to take part, not since when"),
}  # fmt: skip


def trend_document(answer: Trend, translator: Translator) -> Document:
    """Make the document of a trend."""
    return report(
        answer,
        trend_title(answer),
        answer.headline,
        [_points_table(answer, translator), _changes_table(answer, translator), *_changes(answer, translator)],
        said_definitions(translator, theoretical=answer.points[-1].groups.theoretical is not None),
        translator,
    )


def trend_data(answer: Trend, translator: Translator) -> dict[str, object]:
    """Return the answer as plain data; `register` and `register_change` are always null."""
    return {
        "format": 1,
        "report": "trend",
        "as_of": answer.as_of.isoformat(),
        "selection": selection_data(answer.selection),
        "points": [
            {"date": point.on.isoformat(), "register": None, **groups_data(point.groups)} for point in answer.points
        ],
        "changes": [_change_data(change) for change in answer.changes],
        "register_change": None,
        "summary": said_all(answer.headline, translator),
        "remarks": said_all(answer.caveats, translator),
    }


def trend_title(answer: Trend) -> Message:
    """Name the report, its area and its day."""
    return title(message("Trend of participation in STO"), answer.selection, answer.as_of)


def moves_of(change: TrendChange) -> Iterator[tuple[str, tuple[Move, ...]]]:
    """Return the kinds of move that occur, in the order in which they are shown."""
    for kind in MOVES:
        if moves := getattr(change, kind):
            yield kind, moves


def standing_word(standing: Standing | None, translator: Translator) -> str:
    """Say how a school stood; None is a school that did not count."""
    return translator.text(STANDINGS[standing] if standing else NOT_COUNTED)


def point_name(point: TrendPoint, translator: Translator) -> str:
    """Name a point by its day."""
    return translator.date(point.on)


def _points_table(answer: Trend, translator: Translator) -> Table:
    fields: list[Field[TrendPoint]] = [
        Field("", N_("Day"), attrgetter("on"), point_name, use="read"),
        Field("", N_("Day"), attrgetter("on"), lambda point, _: point.on, width=14, use="reckon"),
        *groups_fields(answer.points[-1].groups, attrgetter("groups"), translator),
    ]
    return table_of(N_("Trend"), fields, answer.points, translator)


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
    columns = tuple(Column(translator.text(heading), width=width) for heading, width in headings)
    return Table(translator.text(N_("Changes")), columns, rows, use="look_up")


MOVE: tuple[Field[Move], ...] = (
    Field("", N_("School"), attrgetter("position"), lambda move, _: school_in_short(move.position)),
    Field(
        "", N_("Kind"), attrgetter("position"),
        lambda move, translator: translator.text(KINDS[move.position.school.kind]),
    ),
    Field(
        "", N_("STO region"), attrgetter("position"),
        lambda move, translator: region_names(move.position.regions, translator),
    ),
    Field(
        "", N_("Change"), attrgetter("was"),
        lambda move, translator: f"{standing_word(move.was, translator)} → {standing_word(move.now, translator)}",
    ),
)  # fmt: skip


def _changes(answer: Trend, translator: Translator) -> Iterator[Block]:
    """Return what changed, to read: the schools of each kind of move."""
    for change in answer.changes:
        for kind, moves in moves_of(change):
            number = translator.say(counted("{n} school", "{n} schools", len(moves)))
            yield Heading(f"{between_days(change, translator)}: {translator.text(MOVES[kind])} · {number}")
            yield table_of("", MOVE, moves, translator, use="entries")


def between_days(change: TrendChange, translator: Translator) -> str:
    """Name the two points of a change."""
    return f"{point_name(change.since, translator)} → {point_name(change.until, translator)}"


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


def _change_data(change: TrendChange) -> dict[str, object]:
    return {
        "from": change.since.on.isoformat(),
        "to": change.until.on.isoformat(),
        **{kind: [_move_data(move) for move in getattr(change, kind)] for kind in MOVES},
    }


def _move_data(move: Move) -> dict[str, object]:
    return {**data_of(SCHOOL, move.position), "was": move.was, "now": move.now}


@dataclass(frozen=True, slots=True)
class ChangeView:
    """The schools that made one kind of move between two points."""

    heading: str
    between: str
    moves: Sequence[Move]


def trend_html(answer: Trend, look: Look) -> str:
    """Write the page."""
    translator = look.translator
    return report_page(
        "trend.html",
        look,
        answer,
        trend_title(answer),
        question=asked(
            answer.selection, N_("How does participation in {area} change?"), N_("How does participation change?")
        ),
        groups=list(answer.points[-1].groups.kinds()),
        point_name=partial(point_name, translator=translator),
        changes=list(_changes_shown(answer, translator)),
    )


def _changes_shown(answer: Trend, translator: Translator) -> Iterator[ChangeView]:
    for change in answer.changes:
        for kind, moves in moves_of(change):
            yield ChangeView(translator.text(MOVES[kind]), between_days(change, translator), moves)
