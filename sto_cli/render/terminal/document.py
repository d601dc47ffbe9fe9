"""A document as text for a terminal or a mail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sto_cli.messages import Translator
from sto_cli.render.document.model import (
    Block,
    Bullets,
    Chart,
    Column,
    Document,
    Facts,
    Heading,
    Paragraph,
    Table,
    Terms,
    Value,
)
from sto_cli.render.document.values import written
from sto_cli.render.look import Look
from sto_cli.render.terminal.bar import bar
from sto_cli.render.terminal.layout import fitted, labelled, numbered
from sto_cli.render.terminal.styled import Line
from sto_cli.render.terminal.table import RULE, Side, table, text
from sto_cli.render.visible import visible, width

ROOM = 88
"""Columns where the width of the screen is not known, and at most: longer lines are hard to read."""

UNDERLINES = {1: "=", 2: "-"}

BAR = 24
"""Signs of a bar."""


def document_text(document: Document, look: Look) -> Iterator[Line]:
    """Write a document as lines that fit the room."""
    room = min(look.room or ROOM, ROOM)
    yield from _heading(Heading(document.title, 1), room)
    for block in document.read():
        lines = list(_block(block, room, look.translator))
        if lines:
            yield []
        yield from lines


def _block(block: Block, room: int, translator: Translator) -> Iterator[Line]:
    match block:
        case Heading():
            yield from _heading(block, room)
        case Paragraph():
            yield from ([(piece, "aside" if block.quiet else "")] for piece in _pieces(block.text, room))
        case Bullets():
            yield from _bullets(block.entries, room)
        case Facts():
            yield from labelled([(label, _texts(value)) for label, value in block.rows], room)
        case Terms():
            yield from _bullets([(term, [meaning]) for term, meaning in block.entries], room)
        case Chart():
            yield from _chart(block, translator)
        case Table():
            yield from _table(block, room, translator)


def _heading(heading: Heading, room: int) -> Iterator[Line]:
    pieces = _pieces(heading.text, room)
    yield from ([(piece, "heading")] for piece in pieces)
    underline = UNDERLINES.get(heading.level)
    if underline:
        yield [(underline * max(map(width, pieces)), "aside")]


def _bullets(entries: Sequence[tuple[str, Sequence[str]]], room: int) -> Iterator[Line]:
    for entry, details in entries:
        texts = [*_texts(entry), *(part for detail in details for part in _texts(detail, "aside"))]
        marks = [("- ", ""), *[("  ", "")] * (len(texts) - 1)]
        yield from numbered(marks, texts, room)


def _chart(chart: Chart, translator: Translator) -> list[Line]:
    number = translator.number
    rows = [
        [text(visible(label)), bar(count, BAR), text(f"{number(count.participating)}/{number(count.schools)}")]
        for label, count in chart.bars
    ]
    return table(rows, ["left", "left", "right"])


def _table(content: Table, room: int, translator: Translator) -> list[Line]:
    headings = [text(column.heading, "heading") for column in content.columns]
    body = [_cells(row, content.columns, translator, "") for row in content.rows]
    foot = [_cells(row, content.columns, translator, "heading") for row in content.last]
    sides: list[Side] = ["left" if column.kind == "text" else "right" for column in content.columns]
    return table([headings, *body, *([RULE] if foot else []), *foot], sides, room)


def _cells(row: Sequence[Value], columns: Sequence[Column], translator: Translator, style: str) -> list[Line]:
    return [text(written(value, column, translator), style) for value, column in zip(row, columns, strict=True)]


def _texts(value: str, style: str = "") -> list[tuple[str, str]]:
    return [(line, style) for line in value.split("\n")]


def _pieces(value: str, room: int) -> list[str]:
    """Return text in safe pieces that fit; line feeds stay, and blank lines between paragraphs too."""
    return [piece for line in value.split("\n") for piece in fitted(line, room)]
