"""The trend on a terminal: what happened in words, a line per day, then who joined and who left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sto_cli.messages import N_, Translator, counted
from sto_cli.register.model import School
from sto_cli.render.look import Look
from sto_cli.render.reports.coverage_text import NUMBERS, legend, numbers
from sto_cli.render.reports.coverage_words import between
from sto_cli.render.reports.trend_document import (
    MOVES,
    REGISTER_MOVES,
    moves_of,
    point_name,
    standing_word,
    trend_title,
)
from sto_cli.render.reports.words import GROUPS, KINDS, region_names, said
from sto_cli.render.terminal.bar import bar
from sto_cli.render.terminal.layout import wrapped
from sto_cli.render.terminal.styled import Line
from sto_cli.render.terminal.table import first_that_fits, table, text
from sto_cli.render.visible import visible
from sto_cli.reports.trend import Trend
from sto_cli.reports.trend_changes import Move, RegisterChange, RegisterMove, TrendChange

LENGTHS = (24, 12, 6, 0)
"""Signs of a bar, from wide terminals to narrow ones."""


def trend_text(answer: Trend, look: Look) -> Iterator[Line]:
    """Write the report; without a terminal's width its lines are whole."""
    translator, room = look.translator, look.room
    yield [(said(trend_title(answer), translator), "heading")]
    yield []
    for sentence in answer.headline:
        yield from wrapped(said(sentence, translator), 0, room)
    yield []
    yield from first_that_fits((_points(answer, length, translator) for length in LENGTHS), room)
    yield []
    yield legend(translator)
    for change in answer.changes:
        yield from _change(change, translator)
    if answer.register_change is not None:
        yield from _register_change(answer.register_change, translator)
    if answer.caveats:
        yield []
    for caveat in answer.caveats:
        yield from wrapped(said(caveat, translator), 0, room, "aside")


def _points(answer: Trend, length: int, translator: Translator) -> list[Line]:
    words = (N_("day"), N_("kind of school"), *NUMBERS, "", N_("share"))
    rows: list[Sequence[Line]] = [[text(translator.text(word), "heading") for word in words]]
    for point in answer.points:
        for place, (group, count) in enumerate(point.groups.named().items()):
            name = point_name(point, translator) if place == 0 else ""
            kind = translator.text(GROUPS[group])
            cells = [*numbers(count, translator), bar(count, length), text(between(count, translator))]
            rows.append([text(name), text(kind), *cells])
    return table(rows, ["left", "left", "right", "right", "right", "right", "left", "left"])


def _change(change: TrendChange, translator: Translator) -> Iterator[Line]:
    between_days = f"{point_name(change.since, translator)} → {point_name(change.until, translator)}"
    for kind, moves in moves_of(change):
        number = translator.say(counted("{n} school", "{n} schools", len(moves)))
        yield []
        yield [(f"{between_days}: {translator.text(MOVES[kind])}", "heading"), (f" · {number}", "")]
        for move in moves:
            yield _move(move, translator)


def _move(move: Move, translator: Translator) -> Line:
    school = move.position.school
    region = region_names(move.position.regions, translator)
    aside = [translator.text(KINDS[school.kind]), *([region] if region else [])]
    return [
        ("  ", ""),
        (visible(f"{school.town}: " if school.town else ""), ""),
        (visible(school.name), "place"),
        (f" ({school.id}) · {' · '.join(aside)} · ", ""),
        (f"{standing_word(move.was, translator)} → {standing_word(move.now, translator)}", ""),
    ]


def _register_change(change: RegisterChange, translator: Translator) -> Iterator[Line]:
    for heading, lines in register_changes(change, translator):
        yield []
        yield [(heading, "heading"), (f" · {translator.number(len(lines))}", "")]
        yield from ([(f"  {line}", "")] for line in lines)


def register_changes(change: RegisterChange, translator: Translator) -> list[tuple[str, list[str]]]:
    """Return what is new in the register and what is gone: a heading and safe lines for each that occurs."""
    lists: dict[RegisterMove, list[str]] = {}
    for what, was, school in change.schools():
        line = f"{school.town}: {school.name} ({school.id}){_kinds(was, school, translator)}"
        lists.setdefault(what, []).append(visible(line))
    for what, region in change.regions():
        lists.setdefault(what, []).append(visible(region.name))
    return [(translator.text(REGISTER_MOVES[move]), lines) for move, lines in lists.items()]


def _kinds(was: School | None, now: School, translator: Translator) -> str:
    if was is None:
        return ""
    return f": {translator.text(KINDS[was.kind])} → {translator.text(KINDS[now.kind])}"
