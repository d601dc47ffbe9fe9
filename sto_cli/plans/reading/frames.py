"""Tables of a document that are only its layout: a frame around text, questions with their answers beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sto_cli.plans.model import QUESTIONS, QuestionKey
from sto_cli.plans.reading.heading_words import Titled, label, titled
from sto_cli.plans.reading.outline_rows import heading_row
from sto_cli.plans.reading.roles import role_of
from sto_cli.plans.reading.shape import HEADINGS, Shape
from sto_cli.plans.source.letters import names_sender
from sto_cli.plans.source.outline import (
    Outline,
    OutlineBlock,
    OutlineCell,
    OutlineHeading,
    OutlineParagraph,
    OutlinePoint,
    OutlineTable,
)

FEWEST_QUESTIONS = 2
"""Questions in the first column of a table before it is one of questions with their answers."""

SURELY_QUESTIONS = 4
"""Questions there that decide, also where the first row looks like the headings of an answer: “Naam school”."""

_BULLET = re.compile(r"(?:[•▪◦●‣∙*·–—-]|(?P<number>\d{1,2})[.)])\s+")


def unframed(blocks: Sequence[OutlineBlock]) -> Iterator[OutlineBlock]:
    """Yield blocks as lines that stand below each other, with tables only where they are an answer, or facts.

    A box around one answer stays one: a line in it that looks like a heading is a text.
    """
    asked = headed(blocks)
    for block in blocks:
        if isinstance(block, OutlineTable):
            yield from _labelled(block) or ([block] if is_box(block, asked) else _table(block))
        elif isinstance(block, OutlineParagraph):
            first, *others = block.text.split("\n")
            yield from as_point(block._replace(text=first))
            for line in others:
                yield from as_point(block._replace(text=line.strip(), continues=True))
        else:
            yield block


def _labelled(table: OutlineTable) -> list[OutlineBlock]:
    """Return the lines of a box that holds the answers to several questions, each behind its label, as headings."""
    cell = only_cell(table)
    lines = cell.text.split("\n") if cell else []
    found = [one for line in lines if (one := titled(line, shown=False)) and one.rest and one.names[0] in QUESTIONS]
    if cell is None or len({one.names for one in found}) < len(lines) or len(lines) < FEWEST_QUESTIONS:
        return []
    made: list[OutlineBlock] = []
    for line, one in zip(lines, found, strict=True):
        made.append(OutlineHeading(line[: len(line) - len(one.rest)].rstrip(), cell.place))
        made.append(OutlineParagraph(one.rest, cell.place))
    return made


def laid_open(outline: Outline) -> Outline:
    """Lay tables of questions and answers in a text open, as lines that stand below each other."""
    blocks = [
        line for block in outline.blocks for line in (_table(block) if isinstance(block, OutlineTable) else (block,))
    ]
    return replace(outline, blocks=blocks)


def headed(blocks: Iterable[OutlineBlock]) -> frozenset[str]:
    """Name the questions that have a line of their own, in the style of a heading."""
    shown = (block for block in blocks if isinstance(block, OutlineHeading | OutlineParagraph) and is_shown(block))
    found = (titled(block.text, shown=True) for block in shown)
    return frozenset(one.names[0] for one in found if one and not one.rest and len(one.names) == 1)


def is_shown(block: OutlineBlock) -> bool:
    """Whether a block looks like a heading."""
    return isinstance(block, OutlineHeading) or (isinstance(block, OutlineParagraph) and block.bold)


def only_cell(table: OutlineTable) -> OutlineCell | None:
    """Return the only cell that a table has, of a box around one answer."""
    cells = [cell for row in table.rows for cell in row]
    return cells[0] if len(cells) == 1 and cells[0].text else None


def _table(table: OutlineTable) -> Iterator[OutlineBlock]:
    labels = labels_of(table)
    asked = {name for one in labels if one is not None for name in one.names if name in QUESTIONS}
    if is_frame(table):
        yield from (line for row in table.rows for cell in row if cell.text for line in lines_of(cell))
    elif len(asked) >= SURELY_QUESTIONS or (len(asked) >= FEWEST_QUESTIONS and question_of_columns(table) is None):
        for row, said in zip(table.rows, labels, strict=True):
            yield from _row(table, row, said)
    else:
        yield table


def question_of_columns(table: OutlineTable) -> QuestionKey | None:
    """Return the question whose answer has these headings above its columns, where there is one."""
    fitting = [key for key, shape in _SHAPES.items() if table.rows and heading_row(table.rows[0], shape)]
    return fitting[0] if len(fitting) == 1 else None


_SHAPES: dict[QuestionKey, Shape] = {
    key: heading.shape.items
    for key in QUESTIONS
    for heading in HEADINGS
    if heading.english == key and heading.shape.items is not None and heading.shape.items.group
}


def _row(table: OutlineTable, row: Sequence[OutlineCell], said: Titled | None) -> Iterator[OutlineBlock]:
    of_sender = said is None and len(row) > 1 and names_sender(f"{row[0].text}:")
    if of_sender or (said is not None and said.names[0] not in QUESTIONS):
        yield table._replace(rows=[row])
        return
    cells = [cell for cell in row if cell.text]
    if said is not None or (len(cells) > 1 and role_of(cells[0].text) in QUESTIONS):
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
    """Whether a table is a box around one answer: one cell, in which at most one question is asked, and not first.

    Of a question whose heading stands `elsewhere`, such a line in a cell is a text.
    """
    cells = [cell for row in table.rows for cell in row if cell.text]
    if not is_frame(table) or len(table.rows) != 1 or len(cells) != 1:
        return False
    first, *others = (titled(line, shown=False) for line in cells[0].text.split("\n"))
    if others and first is not None and not first.rest and {*first.names} & {*QUESTIONS} - elsewhere:
        return False  # the question and its answer, both in the box
    return len({name for one in (first, *others) if one for name in one.names if name in QUESTIONS} - elsewhere) <= 1


def lines_of(cell: OutlineCell) -> Iterator[OutlineBlock]:
    """Yield the lines of a cell as paragraphs and points."""
    for line in cell.text.split("\n"):
        if line.strip():
            yield from as_point(OutlineParagraph(line.strip(), cell.place, cell.bold))


def as_point(block: OutlineBlock) -> Iterator[OutlineBlock]:
    """Yield a paragraph that starts with a bullet or a number, typed by hand, as the point that it is."""
    found = _BULLET.match(block.text) if isinstance(block, OutlineParagraph) else None
    if found is None or isinstance(block, OutlineTable) or (found["number"] and is_shown(block)):
        yield block
    else:
        yield OutlinePoint(block.text[found.end() :], block.place, number=found["number"])
