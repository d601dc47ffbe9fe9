"""Reading a document of Word, of LibreOffice, or a PDF: all come out as the same blocks."""

import re
from collections.abc import Iterator

from sto_cli.files.pdf.reading import is_pdf, read_pdf
from sto_cli.files.word.blocks import (
    Anchor,
    ObjectKind,
    WordBlock,
    WordCell,
    WordDocument,
    WordObject,
    WordParagraph,
    WordRow,
    WordTable,
    paragraphs,
)
from sto_cli.files.word.body import MOST_COLUMNS, BodyReader, notes_of, tidy
from sto_cli.files.word.container import Container
from sto_cli.files.word.inline import WordLine
from sto_cli.files.word.other_kinds import WordProblem, refuse_old
from sto_cli.files.word.styles import BULLET, LARGER, Numbering, Styles, TextLook
from sto_cli.files.word.tree import Node, TreeBuilder, read_tree


def read_word(content: bytes) -> WordDocument:
    """Read a document from the bytes of its file.

    Raises:
        WordProblem: it is no document that can be read; the sentence says what it is and how to save it.
    """
    if is_pdf(content):
        return read_pdf(content)
    refuse_old(content)
    if is_open_text(content):
        return read_open_text(content)
    container = Container(content)
    parts = container.related(container.main)
    document = WordDocument(main=container.main, source=container.read(container.main))
    body = read_tree(document.source).child("w:body")
    if body is None:
        raise WordProblem("damaged")
    styles = Styles(container.tree(parts.get("styles", "")))
    reader = BodyReader(styles, Numbering(container.tree(parts.get("numbering", ""))))
    for kind in ("footnotes", "endnotes"):
        reader.notes.update(notes_of(container.tree(parts.get(kind, "")), reader))
    document.blocks.extend(reader.all_blocks(body))
    document.notes.extend(one for left in reader.notes.values() for one in left)
    for part in container.parts_of(container.main, "header", "footer"):
        document.margins.extend(paragraphs(tuple(reader.all_blocks(container.tree(part) or Node("", {}, 0)))))
    return document


TYPE = b"application/vnd.oasis.opendocument.text"
"""What stands at the start of the archive."""

_SPACE = re.compile(r"urn:oasis:names:tc:opendocument:xmlns:([\w-]+):")
_SIZE = re.compile(r"(\d{1,3})(?:\.\d+)?pt")
_GONE = frozenset({
    "text:table-of-content", "text:tracked-changes", "office:annotation", "text:placeholder", "text:label",
    "text:note-citation", "office:forms", "text:sequence-decls", "text:soft-page-break",
})  # fmt: skip
_SIGNS = {"text:s": " ", "text:tab": "\t", "text:line-break": "\n"}
_BODY_SIZE = 24
"""Half points of a plain text."""


def is_open_text(content: bytes) -> bool:
    """Whether an archive says at its start that it is a text of LibreOffice."""
    return content.startswith(b"PK\x03\x04") and TYPE in content[:120]


def read_open_text(content: bytes) -> WordDocument:
    """Read a document from the bytes of its file.

    Raises:
        WordProblem: it cannot be read; the sentence says what it is.
    """
    container = _OpenContainer(content)
    tree = _OpenBuilder().build(container.read("content.xml"))
    styles = _OpenBuilder().build(container.read("styles.xml")) if container.has("styles.xml") else None
    body = tree.child("office:body", "office:text")
    if body is None:
        raise WordProblem("damaged")
    reader = _OpenReader([one for one in (styles, tree) if one is not None])
    document = WordDocument(blocks=list(reader.blocks(body)))
    document.notes.extend(one for one in reader.notes if isinstance(one, WordParagraph))
    for name in ("style:header", "style:footer"):
        for one in styles.within(name) if styles else ():
            document.margins += [block for block in reader.blocks(one) if isinstance(block, WordParagraph)]
    return document


class _OpenContainer(Container):
    def _main_part(self) -> str:
        if b"encryption-data" in self.read("META-INF/manifest.xml"):
            raise WordProblem("password")
        return "content.xml"


class _OpenBuilder(TreeBuilder):
    """Reads the XML of the standard, in which texts stand between elements."""

    def characters(self, text: str) -> None:
        self.count_letters(text)
        node = Node("#", {}, 0)
        node.text = text
        self.open[-1].children.append(node)

    def prefix(self, space: str) -> str:
        found = _SPACE.match(space)
        return f"{found[1]}:" if found else "?:"


class _OpenReader:
    def __init__(self, trees: list[Node]) -> None:
        self.styles = {one.get("style:name"): one for tree in trees for one in tree.within("style:style")}
        self.lists = {one.get("style:name"): one for tree in trees for one in tree.within("text:list-style")}
        self.places = 0
        self.in_cell = False
        self.notes: list[WordBlock] = []
        """Those in tables: behind an amount in a cell a note would be part of it."""

    def blocks(self, parent: Node, lists: tuple[str, ...] = (), marker: str = "") -> Iterator[WordBlock]:
        """Yield what stands below an element; `lists` are the styles of the lists around it, outermost first."""
        for node in parent.children:
            match node.name:
                case "text:p" | "text:h":
                    yield from self._paragraph(node, len(lists), marker)
                    marker = ""
                case "text:list":
                    yield from self._list(node, (*lists, node.get("text:style-name") or (lists[-1] if lists else "")))
                case "table:table":
                    yield self._table(node)
                case name if name not in _GONE:
                    yield from self.blocks(node, lists, marker)

    def _list(self, node: Node, lists: tuple[str, ...]) -> Iterator[WordBlock]:
        for number, item in enumerate((one for one in node.children if one.name == "text:list-item"), 1):
            yield from self.blocks(item, lists, self._marker(lists, number))

    def _marker(self, lists: tuple[str, ...], number: int) -> str:
        depth = str(len(lists))
        levels = self.lists[lists[-1]].children if lists[-1] in self.lists else []
        level = next((one for one in levels if one.get("text:level") == depth), None)
        form = level.get("style:num-format") if level is not None else ""
        if level is None or level.name != "text:list-level-style-number" or not form:
            return BULLET
        shown = chr(ord("a") + (number - 1) % 26) if form in "aA" else str(number)
        return f"{level.get('style:num-prefix')}{shown}{level.get('style:num-suffix')}"

    def _paragraph(self, node: Node, depth: int, marker: str) -> Iterator[WordBlock]:
        line, inside = WordLine(), list[WordBlock]()
        look, level = self._style(node.get("text:style-name"))
        self._inline(node, line, look, inside)
        text = tidy("".join(piece for piece, _ in line.pieces))
        if node.name == "text:h":
            written = node.get("text:outline-level") or "1"
            level = int(written) if written in tuple("123456789") else 1
        if text:
            strong = all(_is_strong(one) for piece, one in line.pieces if piece.strip())
            yield WordParagraph(text, self._anchor(), level, strong, marker, max(depth - 1, 0))
        yield from (WordObject(kind, self._anchor()) for kind in line.objects)
        yield from inside

    def _inline(self, parent: Node, line: WordLine, look: TextLook, inside: list[WordBlock]) -> None:
        for node in parent.children:
            match node.name:
                case "#":
                    line.add(re.sub(r"\s+", " ", node.text), look)
                case "text:s" | "text:tab" | "text:line-break":
                    line.add(_SIGNS[node.name], look)
                case "draw:text-box":
                    inside += self.blocks(node)
                case "text:note-body":
                    (self.notes if self.in_cell else inside).extend(self.blocks(node))
                case "draw:image" | "draw:object" | "draw:object-ole":
                    kind: ObjectKind = "picture" if node.name == "draw:image" else "document"
                    line.objects = [*line.objects, kind] if not line.objects else line.objects
                case name if name not in _GONE and node.get("loext:showing-place-holder") != "true":
                    over = self._style(node.get("text:style-name"))[0] if name == "text:span" else TextLook()
                    self._inline(node, line, over.over(look), inside)

    def _style(self, name: str, depth: int = 0) -> tuple[TextLook, int | None]:
        """Return how a style looks, and the level of its headings."""
        node = self.styles.get(name)
        if node is None or depth > MOST_STYLES:
            return TextLook(), 0 if name == "Title" else None
        base, level = self._style(node.get("style:parent-style-name"), depth + 1)
        own = node.child("style:text-properties")
        return (_look(own).over(base) if own else base), 0 if name == "Title" else level

    def _table(self, node: Node) -> WordTable:
        rows: list[WordRow] = []
        marked = 0
        for row, heads in _open_rows(node):
            marked += heads and marked == len(rows)
            rows.append(self._row(row, rows[-1] if rows else ()))
        return WordTable(tuple(rows), self._anchor(), marked)

    def _row(self, node: Node, above: WordRow) -> WordRow:
        cells: list[WordCell | None] = []
        spans = 0  # cells to the right that the last one reaches over
        for cell in node.children:
            if cell.name == "table:covered-table-cell" and not spans and len(cells) < len(above):
                cells.append(above[len(cells)])
            elif cell.name == "table:covered-table-cell":
                cells.append(None)
                spans = max(spans - 1, 0)
            elif cell.name == "table:table-cell":
                before, self.in_cell = self.in_cell, True
                cells.append(WordCell(tuple(self.blocks(cell)), self._anchor()))
                self.in_cell = before
                spans = _number(cell.get("table:number-columns-spanned")) - 1
        return tuple(cells[:MOST_COLUMNS])

    def _anchor(self) -> Anchor:
        self.places += 1
        return Anchor(self.places, self.places)


MOST_STYLES = 12
"""Styles that are based on one another."""


def _open_rows(node: Node, *, heads: bool = False) -> Iterator[tuple[Node, bool]]:
    for child in node.children:
        if child.name == "table:table-row":
            yield child, heads
        elif child.name in {"table:table-header-rows", "table:table-rows", "table:table-row-group"}:
            yield from _open_rows(child, heads=heads or child.name == "table:table-header-rows")


def _number(written: str) -> int:
    return int(written) if written.isdecimal() and len(written) < 3 else 1  # noqa: PLR2004 - tables have 63 columns


def _look(node: Node) -> TextLook:
    def switched(name: str, *, none: tuple[str, ...] = ("none",)) -> bool | None:
        value = node.get(name)
        return None if not value else value not in none

    size = _SIZE.match(node.get("fo:font-size") or node.get("xsl-fo-compatible:font-size"))
    weight = node.get("fo:font-weight") or node.get("xsl-fo-compatible:font-weight")
    return TextLook(
        weight == "bold" if weight else None,
        switched("style:text-underline-style"),
        2 * int(size[1]) if size else None,
        not switched("text:display") if node.get("text:display") else None,
        switched("style:text-line-through-style"),
        node.get("style:text-position").startswith("super") if node.get("style:text-position") else None,
    )


def _is_strong(look: TextLook) -> bool:
    return bool(look.bold or look.underlined or (look.size or 0) >= _BODY_SIZE + LARGER)
