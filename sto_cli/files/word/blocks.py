"""What a Word document holds, in reading order: paragraphs and tables, each with the place of a remark about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Anchor:
    """The paragraph at which a remark can be put: the bytes of the main part at which its tags begin.

    `properties` is the byte at which the last tag of its properties begins; -1 when it has none.
    """

    start: int
    end: int
    properties: int = -1


START = Anchor(-1, -1)
"""The first paragraph of the document, for what is about the whole, or stands where no remark can be put."""


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """A paragraph with a text; line breaks within it are line feeds.

    `level` is that of a heading by its style or outline (0 for the title), None otherwise. `strong` says that the
    whole text is bold, underlined or larger than the body. `marker` is `•` or `1.` where the program puts a sign
    or a number before it, and `indent` how deep that list is.
    """

    text: str
    anchor: Anchor
    level: int | None = None
    strong: bool = False
    marker: str = ""
    indent: int = 0


@dataclass(frozen=True, slots=True)
class WordCell:
    """A cell of a table. A cell without text has no blocks, but its paragraph can bear a remark."""

    blocks: tuple[WordBlock, ...]
    anchor: Anchor

    @property
    def paragraphs(self) -> Iterator[WordParagraph]:
        """All paragraphs in it, those of tables within it too."""
        return paragraphs(self.blocks)

    @property
    def text(self) -> str:
        """Its whole text, a line feed between paragraphs; points of a list keep a sign."""
        return "\n".join(f"{one.marker} {one.text}" if one.marker else one.text for one in self.paragraphs)

    @property
    def strong(self) -> bool:
        """Whether all of its text is bold or larger."""
        texts = list(self.paragraphs)
        return bool(texts) and all(one.strong or one.level is not None for one in texts)


WordRow = tuple[WordCell | None, ...]
"""The cells of a row by their column. A cell over several rows stands in each of them; one over several columns
stands in the first and leaves None in the others."""


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table; `marked` is the number of rows at its top that are marked as headings."""

    rows: tuple[WordRow, ...]
    anchor: Anchor
    marked: int = 0


ObjectKind = Literal["picture", "diagram", "chart", "document"]
"""What stands in a document and is no text: `document` is one that is put into another."""


@dataclass(frozen=True, slots=True)
class WordObject:
    """Something in a document that is no text, and is not read."""

    kind: ObjectKind
    anchor: Anchor


WordBlock = WordParagraph | WordTable | WordObject


@dataclass(slots=True)
class WordDocument:
    """A document: its blocks, its notes (footnotes and endnotes), and the lines at the top and foot of its pages.

    `main` is the name of the main part, `source` its bytes: what anchors count in.
    """

    blocks: list[WordBlock] = field(default_factory=list)
    notes: list[WordParagraph] = field(default_factory=list)
    margins: list[WordParagraph] = field(default_factory=list)
    main: str = ""
    source: bytes = field(default=b"", repr=False)


def paragraphs(blocks: tuple[WordBlock, ...] | list[WordBlock]) -> Iterator[WordParagraph]:
    """Yield all paragraphs in reading order; a cell over several rows once."""
    for block in blocks:
        if isinstance(block, WordParagraph):
            yield block
        if not isinstance(block, WordTable):
            continue
        seen: set[int] = set()
        for cell in (cell for row in block.rows for cell in row if cell is not None):
            if id(cell) not in seen:
                seen.add(id(cell))
                yield from cell.paragraphs
