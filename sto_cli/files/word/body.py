"""From the XML of a Word document to paragraphs and tables.

Text counts as a reader sees it: tracked insertions and moves to a place do, deletions do not; text in content
controls does, unless it is the control's own prompt; field codes and tables of contents do not.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from sto_cli.files.word.blocks import START, Anchor, WordBlock, WordCell, WordObject, WordParagraph, WordRow, WordTable
from sto_cli.files.word.inline import AROUND, LineReader, WordLine, is_prompt
from sto_cli.files.word.styles import LARGER, Numbering, Styles, TextLook, WordStyle, level_of, numbering_of
from sto_cli.files.word.tree import Node

MOST_COLUMNS = 63
"""Columns of a table in Word; wider spans are cut off."""

_PROMPTS = frozenset({
    "Klik of tik om tekst in te voeren", "Klik of tik om een datum in te voeren", "Klik hier als u tekst wilt invoeren",
    "Klik hier als u een datum wilt invoeren", "Klik hier om tekst in te voeren", "Kies een item", "Kies een bouwsteen",
    "Click or tap here to enter text", "Click or tap to enter a date", "Click here to enter text",
    "Click here to enter a date", "Choose an item", "Choose a building block",
})  # fmt: skip
"""The prompts that Word puts into controls, without the point; programs that know no controls leave them as text."""

_PAGE = re.compile(r"(?:\t|\.{3,}|\s)\d{1,3}$")
"""How a line of a table of contents ends."""

_SPACES = re.compile(r"[^\S\n\t]+|[^\S\n]*\t[^\S\n]*")


class BodyReader:
    """Reads the blocks of one document."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.styles = styles
        self.numbering = numbering
        self.lines = LineReader(styles)
        self.host: Anchor | None = None
        self.carried: list[tuple[str, TextLook]] = []
        self.in_cell = False
        self.notes: dict[str, list[WordParagraph]] = {}

    def blocks(self, parent: Node) -> Iterator[WordBlock]:
        """Yield what stands below an element that holds paragraphs and tables."""
        for node in parent.children:
            if node.name == "w:p":
                yield from self._paragraph(node)
            elif node.name == "w:tbl":
                yield from self._table(node)
            elif node.name == "w:sdt":
                yield from () if is_prompt(node) else self.blocks(node)
            elif node.name == "w:altChunk":
                yield WordObject("document", self.host or Anchor(node.start, node.end))
            elif node.name in AROUND:
                yield from self.blocks(node)

    def all_blocks(self, parent: Node) -> Iterator[WordBlock]:
        """Yield the blocks, and text that was left over because the end of its last paragraph was deleted."""
        yield from self.blocks(parent)
        left, self.carried = self.carried, []
        yield from self._finished(
            WordLine(left), self.styles.plain, None, self.host or Anchor(parent.start, parent.end)
        )

    def _paragraph(self, node: Node) -> Iterator[WordBlock]:
        """Yield a paragraph when it has text, and what stands in the text boxes that hang on it."""
        properties = node.child("w:pPr")
        line = WordLine(self.carried)
        self.carried = []
        style = self.styles.of(properties.value("w:pStyle") if properties else None)
        self.lines.read(node, line)
        if line.contents and not self._is_contents(line, style):
            self.lines.close_contents()
            line.contents = False
        if properties is not None and properties.child("w:rPr", "w:del") is not None:
            self.carried = line.pieces  # its end was deleted: the text goes on in the next paragraph
        elif not (style.contents or line.contents):
            yield from self._finished(line, style, properties, self.host or anchor_of(node))
        yield from (WordObject(kind, self.host or anchor_of(node)) for kind in line.objects)
        for box in line.boxes:
            yield from self._text_box(box, anchor_of(node))
        if not self.in_cell:  # behind an amount in a cell a note would be part of it
            for note in line.notes:
                yield from (replace(one, anchor=self.host or anchor_of(node)) for one in self.notes.pop(note, ()))

    def _is_contents(self, line: WordLine, style: WordStyle) -> bool:
        """Whether a paragraph in a table of contents is one of its lines: by its style, or the number of a page."""
        text = tidy("".join(piece for piece, _ in line.pieces))
        return style.contents or not text or _PAGE.search(text) is not None or not self.lines.in_contents()

    def _finished(
        self, line: WordLine, style: WordStyle, properties: Node | None, anchor: Anchor
    ) -> Iterator[WordParagraph]:
        text = tidy("".join(piece for piece, _ in line.pieces))
        if not text or text.rstrip(".") in _PROMPTS:
            return
        numbering = numbering_of(properties) or style.numbering
        level = level_of(properties)
        yield WordParagraph(
            text,
            anchor,
            level if level is not None else style.level,
            self._is_strong(line, style),
            self.numbering.marker(numbering),
            numbering[1] if numbering else 0,
        )

    def _is_strong(self, line: WordLine, style: WordStyle) -> bool:
        looks = [look.over(style.look) for piece, look in line.pieces if piece.strip()]
        size = self.styles.body_size + LARGER
        return all(look.bold or look.underlined or (look.size or 0) >= size for look in looks)

    def _text_box(self, box: Node, anchor: Anchor) -> Iterator[WordBlock]:
        """Yield what stands in a text box; Word puts no remarks there, so they go to the paragraph it hangs on."""
        before, self.host = self.host, self.host or anchor
        yield from self.all_blocks(box)
        self.host = before

    # Tables

    def _table(self, node: Node) -> Iterator[WordTable]:
        """Yield a table when it has rows."""
        rows: list[WordRow] = []
        marked = 0
        for row, prompt in _through(node, "w:tr"):
            properties = row.child("w:trPr")
            if properties is not None and properties.child("w:del") is not None:
                continue
            if properties is not None and properties.switched("w:tblHeader") and marked == len(rows):
                marked += 1
            rows.append(self._row(row, rows[-1] if rows else (), prompt=prompt))
        first = next((cell for row in rows for cell in row if cell is not None), None)
        if first is not None:
            yield WordTable(tuple(rows), first.anchor, marked)

    def _row(self, node: Node, above: WordRow, *, prompt: bool) -> WordRow:
        cells: list[WordCell | None] = [None] * _count(node, "w:trPr", "w:gridBefore", least=0)
        for cell, empty in _cells(node, prompt=prompt):
            column = len(cells)
            over = cell.child("w:tcPr", "w:vMerge")
            if over is not None and over.get("w:val") != "restart" and column < len(above):
                cells.append(above[column])
            else:
                cells.append(self._cell(cell, prompt=empty))
            span = _count(cell, "w:tcPr", "w:gridSpan", least=1)
            cells.extend([None] * (min(span, MOST_COLUMNS) - 1))
        return tuple(cells[:MOST_COLUMNS])

    def _cell(self, node: Node, *, prompt: bool) -> WordCell:
        first = next(node.within("w:p"), None)
        anchor = self.host or (anchor_of(first) if first else Anchor(node.start, node.end))
        before, self.in_cell = self.in_cell, True
        blocks = () if prompt else tuple(self.all_blocks(node))
        self.in_cell = before
        return WordCell(blocks, anchor)


def tidy(text: str) -> str:
    """Make one space of several, one tab of what holds a tab, and take away those around lines and empty lines."""
    lines = (_SPACES.sub(_space, line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _space(found: re.Match[str]) -> str:
    return "\t" if "\t" in found[0] else " "


def anchor_of(node: Node) -> Anchor:
    """Return where a remark about a paragraph can be put."""
    properties = node.child("w:pPr")
    return Anchor(node.start, node.end, properties.end if properties else -1)


def _cells(row: Node, *, prompt: bool) -> Iterator[tuple[Node, bool]]:
    found = _through(row, "w:tc", prompt=prompt)
    return (one for one in found if one[0].child("w:tcPr", "w:cellDel") is None)


def _through(parent: Node, name: str, *, prompt: bool = False) -> Iterator[tuple[Node, bool]]:
    """Yield children of a name, also where content controls and marks of changes lie around them.

    With each, whether all that it holds is the prompt of a control: such a row or cell is there, and empty.
    """
    for child in parent.children:
        if child.name == name:
            yield child, prompt
        elif child.name in AROUND or child.name == "w:sdt":
            yield from _through(child, name, prompt=prompt or is_prompt(child))


def _count(node: Node, *names: str, least: int) -> int:
    written = node.value(*names) or ""
    return max(least, min(int(written), MOST_COLUMNS)) if written.isdecimal() and len(written) < 4 else least  # noqa: PLR2004


def notes_of(tree: Node | None, reader: BodyReader) -> Iterator[tuple[str, list[WordParagraph]]]:
    """Yield the paragraphs of each footnote or endnote by its name; a remark goes to the start of the document."""
    for note in tree.children if tree else ():
        if note.get("w:type") in {"", "normal"}:
            blocks = reader.all_blocks(note)
            yield (
                f"{note.name} {note.get('w:id')}",
                [replace(block, anchor=START) for block in blocks if isinstance(block, WordParagraph)],
            )
