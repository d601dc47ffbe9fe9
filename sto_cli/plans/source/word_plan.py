"""A Word document as an outline, and where in the document each place of it is.

The `line` of a place counts the pieces of the document; `anchors` gives for each the paragraph where a remark goes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sto_cli.files.word.blocks import (
    START,
    Anchor,
    ObjectKind,
    WordBlock,
    WordCell,
    WordObject,
    WordParagraph,
    WordRow,
    WordTable,
)
from sto_cli.files.word.reading import read_word
from sto_cli.files.word.styles import BULLET
from sto_cli.findings import Place
from sto_cli.messages import N_, Message, message
from sto_cli.plans.language.wording import quoted
from sto_cli.plans.source.boxes import chosen, several_ticked, ticked
from sto_cli.plans.source.outline import (
    Outline,
    OutlineBlock,
    OutlineCell,
    OutlineHeading,
    OutlineObject,
    OutlineParagraph,
    OutlinePoint,
    OutlineTable,
)

WHOLE = 1
"""The number of the place that stands for the whole document."""


@dataclass(slots=True)
class WordOutline:
    """An outline, with the anchor of each place by its number (from 1, the whole document)."""

    outline: Outline
    anchors: list[Anchor] = field(default_factory=lambda: [START])

    @property
    def whole(self) -> Place:
        """The place of what is about the whole document."""
        return Place(self.outline.path, WHOLE, 1, None, message("the whole document"))


def word_outline(content: bytes, path: str) -> WordOutline:
    """Read a Word document as an outline; `path` is its name as the user knows it.

    Raises:
        WordProblem: it is no Word document that can be read.
    """
    document = read_word(content)
    made = _Maker(path)
    blocks = _with_tables([block for one in (*document.blocks, *document.notes) for block in made.blocks(one)])
    blocks = list(_with_choices(blocks))
    foot = message("the top or foot of the page")
    texts = [text for one in document.margins for text in re.split(r"[\t\n]", one.text)]
    margins = [OutlineCell(text, made.place(START, foot)) for text in texts]
    return WordOutline(Outline(path, blocks, margins=margins, objects=made.objects, kind="word"), made.anchors)


def _with_choices(blocks: Sequence[OutlineBlock]) -> Iterator[OutlineBlock]:
    """Yield blocks without what stands at boxes that are not ticked, where others are."""
    lines = chosen(["" if isinstance(one, OutlineTable) else several_ticked(one.text) for one in blocks])
    for block, text in zip(blocks, lines, strict=True):
        if isinstance(block, OutlineTable):
            yield block
        elif text is not None:
            yield block._replace(text=text)


def _cells(table: WordTable) -> list[WordCell]:
    """Return the cells of a table, one over several rows once."""
    cells = {id(cell): cell for row in table.rows for cell in row if cell is not None}
    return list(cells.values())


def _box(table: WordTable) -> Message | None:
    """Say where a table is that is a box around one text; None for a table with more cells."""
    cells = [cell for row in table.rows for cell in row if cell is not None]
    return message("the box {words}", words=quoted(cells[0].text)) if len(cells) == 1 and cells[0].text else None


def _at(row: int, column: int, *, alone: bool) -> Message:
    """Say where a cell is; where it is `alone` in its row, the column says nothing."""
    if alone:
        return message("row {row}", row=str(row))
    return message("row {row}, column {column}", row=str(row), column=str(column))


def _with_tables(blocks: Sequence[OutlineBlock]) -> list[OutlineBlock]:
    """Make tables of paragraphs with tabs that follow one another: what a table becomes as text."""
    made: list[OutlineBlock] = []
    run: list[OutlineParagraph] = []
    for block in (*blocks, None):
        if isinstance(block, OutlineParagraph) and "\t" in block.text and "\n" not in block.text:
            run.append(block)
            continue
        made += [_as_table(run)] if len(run) > 1 else map(_without_tabs, run)
        run = []
        if block is not None:
            made.append(_without_tabs(block))
    return made


def _as_table(lines: Sequence[OutlineParagraph]) -> OutlineTable:
    rows = [[OutlineCell(text.strip(), line.place) for text in line.text.split("\t")] for line in lines]
    return OutlineTable(rows, lines[0].place)


def _without_tabs(block: OutlineBlock) -> OutlineBlock:
    if isinstance(block, OutlineTable):
        rows = [[cell._replace(text=cell.text.replace("\t", " ")) for cell in row] for row in block.rows]
        return block._replace(rows=rows)
    return block._replace(text=block.text.replace("\t", " "))


_OBJECTS: dict[ObjectKind, str] = {
    "picture": N_("the picture"),
    "diagram": N_("the diagram"),
    "chart": N_("the chart"),
    "document": N_("the document in the document"),
}


_FIGURE = re.compile(r"\d")


def _by_line(row: list[OutlineCell]) -> list[list[OutlineCell]]:
    """Part a row in which several things stand below each other: names in one cell, an amount or a day beside each."""
    lines = [cell.text.split("\n") for cell in row]
    counts = {len(one) for one in lines if len(one) > 1}
    figures = any(len(one) > 1 and all(map(_FIGURE.search, one)) for one in lines)
    if len(counts) != 1 or not figures or sum(len(one) > 1 for one in lines) < 2:  # noqa: PLR2004 - a name, an amount
        return [row]
    return [
        [cell._replace(text=one[at] if len(one) > 1 else one[0]) for cell, one in zip(row, lines, strict=True)]
        for at in range(max(counts))
    ]


def _tables(cell: WordCell) -> list[WordTable]:
    return [one for one in cell.blocks if isinstance(one, WordTable)]


def _headings_of_nested(table: WordTable) -> tuple[WordRow, ...]:
    """Return the rows above the one with a table in it, where nothing else stands there: its headings, and answers."""
    at = next(at for at, row in enumerate(table.rows) if any(_tables(cell) for cell in row if cell))
    beside = [cell for row in table.rows[at:] for cell in row if cell and not _tables(cell) and cell.text]
    above = table.rows[:at]
    return above if not beside and any(len(row) > 1 for row in above) else ()


class _Maker:
    def __init__(self, path: str) -> None:
        self.path = path
        self.anchors = [START]
        self.objects: list[OutlineObject] = []

    def place(self, anchor: Anchor, where: Message) -> Place:
        """Number a place, and remember where a remark about it goes."""
        self.anchors.append(anchor)
        return Place(self.path, len(self.anchors), 1, None, where)

    def blocks(self, block: WordBlock) -> Iterator[OutlineBlock]:
        """Yield a block; of a table that only lays out other tables, what is in it."""
        if isinstance(block, WordObject):
            self.objects.append(OutlineObject(block.kind, self.place(block.anchor, Message(_OBJECTS[block.kind]))))
        elif isinstance(block, WordParagraph):
            yield self.paragraph(block)
        elif not any(map(_tables, _cells(block))):
            yield self.table(block)
        elif headings := _headings_of_nested(block):
            yield self.table(replace(block, rows=headings))
            for nested in (table for cell in _cells(block) for table in _tables(cell)):
                yield from self.blocks(nested)
        else:
            for cell in _cells(block):
                for one in cell.blocks:
                    yield from self.blocks(one)

    def paragraph(self, block: WordParagraph) -> OutlineBlock:
        place = self.place(block.anchor, Message("{words}", {"words": quoted(block.text)}))
        if block.level is not None:
            return OutlineHeading(block.text, place, block.level)
        if block.marker:
            number = block.marker.strip("().") if block.marker != BULLET else None
            return OutlinePoint(block.text, place, block.indent, number)
        return OutlineParagraph(block.text, place, block.strong)

    def table(self, block: WordTable) -> OutlineTable:
        box, alone = _box(block), all(len(row) == 1 for row in block.rows)
        place = self.place(block.anchor, box or message("the table"))
        rows = []
        above: WordRow = ()
        for number, row in enumerate(block.rows, 1):
            rows += _by_line(
                [self.cell(cell, above, box or _at(number, index, alone=alone)) for index, cell in enumerate(row, 1)]
            )
            above = row
        return OutlineTable(rows, place, block.marked)

    def cell(self, cell: WordCell | None, above: WordRow, where: Message) -> OutlineCell:
        """Return a cell; one that began in the row above it stands there, and is empty here."""
        if cell is None:
            return OutlineCell("", self.place(START, where))
        if any(cell is one for one in above):
            return OutlineCell("", self.place(cell.anchor, where), above=cell.text)
        for one in cell.blocks:
            if isinstance(one, WordObject):
                self.objects.append(OutlineObject(one.kind, self.place(one.anchor, where)))
        text = several_ticked(cell.text) if ticked(cell.text) else ""
        return OutlineCell(text, self.place(cell.anchor, where), cell.strong)
