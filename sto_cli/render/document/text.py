"""A document in blocks as text for a terminal or a mail."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from sto_cli.render.document.model import Block, Bullets, Facts, Heading, Paragraph, Table
from sto_cli.render.terminal.styled import Line
from sto_cli.render.visible import visible, width

ROOM = 88
"""Columns where the width of the screen is not known: what a mail program shows without breaking lines."""

NARROWEST = 20
"""A column of text is never made narrower."""

UNDERLINES = {1: "=", 2: "-"}


def blocks_text(blocks: Iterable[Block], room: int | None = None) -> Iterator[Line]:
    """Write a document as lines of at most `room` columns."""
    room = min(room or ROOM, ROOM)
    between = False
    for block in blocks:
        if between:
            yield []
        yield from _block(block, room)
        between = True


def _block(block: Block, room: int) -> Iterator[Line]:
    match block:
        case Heading():
            yield from _heading(block, room)
        case Paragraph():
            style = "aside" if block.quiet else ""
            yield from ([(piece, style)] for piece in _wrapped(block.text, room))
        case Bullets():
            yield from _bullets(block, room)
        case Facts():
            yield from _facts(block, room)
        case Table():
            yield from _table(block, room)


def _heading(heading: Heading, room: int) -> Iterator[Line]:
    pieces = _wrapped(heading.text, room)
    yield from ([(piece, "heading")] for piece in pieces)
    underline = UNDERLINES.get(heading.level)
    if underline:
        yield [(underline * max(map(width, pieces)), "aside")]


def _bullets(bullets: Bullets, room: int) -> Iterator[Line]:
    for text, details in bullets.entries:
        yield from _hanging("- ", text, room, "")
        for detail in details:
            yield from _hanging("  ", detail, room, "aside")


def _facts(facts: Facts, room: int) -> Iterator[Line]:
    column = max(width(label) for label, _ in facts.rows) + 2
    for label, value in facts.rows:
        head = visible(label) + " " * (column - width(label))
        for piece in _wrapped(value, room - column):
            yield [(head, "aside"), (piece, "")]
            head = " " * column


def _table(table: Table, room: int) -> Iterator[Line]:
    widths = _widths(table, room)
    yield from _row(table.headings, widths, table.numbers, "heading")
    for row in table.rows:
        yield from _row(row, widths, table.numbers, "")
    if table.last:
        yield [("-" * (sum(widths) + 2 * (len(widths) - 1)), "aside")]
    for row in table.last:
        yield from _row(row, widths, table.numbers, "heading")


def _widths(table: Table, room: int) -> list[int]:
    """Return the columns' widths: as wide as their text, the widest one cut down to what the room leaves."""
    rows = [table.headings, *table.rows, *table.last]
    widths = [max(width(visible(cell)) for cell in column) for column in zip(*rows, strict=True)]
    widest = widths.index(max(widths))
    over = sum(widths) + 2 * (len(widths) - 1) - room
    if over > 0:
        widths[widest] = max(NARROWEST, widths[widest] - over)
    return widths


def _row(cells: Sequence[str], widths: Sequence[int], numbers: frozenset[int], style: str) -> Iterator[Line]:
    columns = [_wrapped(cell, size) for cell, size in zip(cells, widths, strict=True)]
    for height in range(max(map(len, columns))):
        pieces = [column[height] if height < len(column) else "" for column in columns]
        padded = [_padded(piece, widths[at], right=at in numbers) for at, piece in enumerate(pieces)]
        yield [("  ".join(padded).rstrip(), style)]


def _padded(text: str, size: int, *, right: bool) -> str:
    space = " " * (size - width(text))
    return space + text if right else text + space


def _hanging(mark: str, text: str, room: int, style: str) -> Iterator[Line]:
    head = mark
    for piece in _wrapped(text, room - len(mark)):
        yield [(head + piece, style)]
        head = " " * len(mark)


def _wrapped(text: str, room: int) -> list[str]:
    """Return text in safe pieces that fit; line feeds stay, and blank lines between paragraphs too."""
    pieces: list[str] = []
    for line in text.split("\n"):
        pieces += textwrap.wrap(
            visible(line), max(room, NARROWEST), break_long_words=False, break_on_hyphens=False
        ) or [""]
    return pieces
