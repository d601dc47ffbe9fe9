"""Tables of a document that are only its layout: a frame around text, questions with their answers beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sto_cli.plans.heading_words import Titled, label, titled
from sto_cli.plans.model import QUESTIONS
from sto_cli.plans.outline import (
    OutlineBlock,
    OutlineCell,
    OutlineHeading,
    OutlineParagraph,
    OutlinePoint,
    OutlineTable,
)

FEWEST_QUESTIONS = 2
"""Questions in the first column of a table before it is one of questions with their answers."""

_BULLET = re.compile(r"^[•▪◦●‣∙*·–—-]\s+")


def unframed(blocks: Iterable[OutlineBlock]) -> Iterator[OutlineBlock]:
    """Yield blocks as lines that stand below each other, with tables only where they are an answer, or facts."""
    for block in blocks:
        if isinstance(block, OutlineTable):
            yield from _table(block)
        elif isinstance(block, OutlineParagraph):
            yield from _lines(block)
        else:
            yield block


def _lines(block: OutlineParagraph) -> Iterator[OutlineBlock]:
    first, *others = block.text.split("\n")
    yield from as_point(block._replace(text=first))
    for line in others:
        yield from as_point(block._replace(text=line.strip(), continues=True))


def _table(table: OutlineTable) -> Iterator[OutlineBlock]:
    labels = labels_of(table)
    asked = {name for one in labels if one is not None for name in one.names if name in QUESTIONS}
    if is_frame(table):
        yield from (line for row in table.rows for cell in row if cell.text for line in lines_of(cell))
    elif len(asked) >= FEWEST_QUESTIONS:
        for row, said in zip(table.rows, labels, strict=True):
            yield from _row(table, row, said)
    else:
        yield table


def _row(table: OutlineTable, row: Sequence[OutlineCell], said: Titled | None) -> Iterator[OutlineBlock]:
    if said is not None and said.names[0] not in QUESTIONS:
        yield table._replace(rows=[row])
        return
    cells = [cell for cell in row if cell.text]
    if said is not None:
        head, *cells = cells
        yield OutlineHeading(head.text, head.place)
    yield from (line for cell in cells for line in lines_of(cell))


def labels_of(table: OutlineTable) -> list[Titled | None]:
    """Return what the first cell of each row stands for as a heading."""
    return [label(row[0].text) if row else None for row in table.rows]


def is_frame(table: OutlineTable) -> bool:
    """Whether a table is only a frame around text: one column, or one cell a row without labels."""
    if table.marked:
        return False
    if all(len(row) <= 1 for row in table.rows):
        return True
    return all(sum(bool(cell.text) for cell in row) <= 1 for row in table.rows) and not any(labels_of(table))


def is_box(table: OutlineTable, elsewhere: frozenset[str] = frozenset()) -> bool:
    """Whether a table is a box around one answer: one cell, in which at most one question is asked.

    Of a question whose heading stands `elsewhere`, such a line in a cell is a text.
    """
    cells = [cell for row in table.rows for cell in row if cell.text]
    if not is_frame(table) or len(table.rows) != 1 or len(cells) != 1:
        return False
    found = (titled(line, shown=False) for line in cells[0].text.split("\n"))
    return len({name for one in found if one for name in one.names if name in QUESTIONS} - elsewhere) <= 1


def lines_of(cell: OutlineCell) -> Iterator[OutlineBlock]:
    """Yield the lines of a cell as paragraphs and points."""
    for line in cell.text.split("\n"):
        if line.strip():
            yield from as_point(OutlineParagraph(line.strip(), cell.place, cell.bold))


def as_point(block: OutlineBlock) -> Iterator[OutlineBlock]:
    """Yield a paragraph that starts with a bullet as the point that it is."""
    if isinstance(block, OutlineParagraph) and (found := _BULLET.match(block.text)):
        yield OutlinePoint(block.text[found.end() :], block.place)
    else:
        yield block
