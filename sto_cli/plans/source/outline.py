"""A plan as a document: headings, paragraphs, points of lists and tables, in their order, each with its place.

Whoever reads a kind of file (a text, a Word document) hands in an `Outline` and knows nothing of plans; the reader of
meaning (`text_reading.py`) finds the six questions in it and makes the same tree of it that YAML gives. So a kind of
file says what it shows and does not judge: a bold paragraph stays a paragraph, and the words decide whether it is a
heading.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from sto_cli.findings import Finding, Place
from sto_cli.messages import N_, Message

FileKind = Literal["yaml", "text", "word"]
"""What a file is; a mail or Markdown is text."""


class OutlineHeading(NamedTuple):
    """A line that is shown as a heading (a style of Word, `##`); `level` 1 is the highest, 0 the title of the whole.

    `note` is what the writer remarks about it without making it part of the text: a comment in YAML.
    """

    text: str
    place: Place
    level: int = 1
    note: str = ""


class OutlineParagraph(NamedTuple):
    """A piece of text; line feeds in it are kept. `bold` when all of it is bold or underlined: it may be a heading.

    Plain text hands in every line: one that `continues` the block above it (no blank line between them) belongs to
    it, unless its words say otherwise. `indent` is the number of columns that it starts in; it tells lines apart that
    belong to a point.
    """

    text: str
    place: Place
    bold: bool = False
    continues: bool = False
    indent: int = 0


class OutlinePoint(NamedTuple):
    """A point of a list, without its bullet; a deeper one has a higher `level`. `number` is its number, if shown."""

    text: str
    place: Place
    level: int = 0
    number: str | None = None
    note: str = ""


class OutlinePair(NamedTuple):
    """A label and what stands beside it, each with its place; `level` counts the sections around it, from 0.

    `text` may have line feeds. `note` is as in a heading.
    """

    label: str
    text: str
    place: Place
    level: int = 0
    label_place: Place = Place("")
    note: str = ""


class OutlineCell(NamedTuple):
    """A cell of a table: its text (empty where nothing stands in it) and its place; `bold` when all of it is.

    `above` is the text of a cell that began in a row above and reaches over this one too.
    """

    text: str
    place: Place
    bold: bool = False
    above: str = ""


class OutlineTable(NamedTuple):
    """A table, row by row; `marked` rows at its top are marked as headings, the words of others say what they are.

    Rows may differ in length. A merged cell stands once, where it begins, with empty cells for the rest of it.
    """

    rows: Sequence[Sequence[OutlineCell]]
    place: Place
    marked: int = 0


class OutlineObject(NamedTuple):
    """Something that is there and cannot be read: a picture, a diagram, a chart, a document in the document."""

    kind: Literal["picture", "diagram", "chart", "document"]
    place: Place

    @property
    def named(self) -> Message:
        """What it is, in words."""
        return Message(_OBJECTS[self.kind])


_OBJECTS: dict[str, str] = {
    "picture": N_("a picture"),
    "diagram": N_("a diagram"),
    "chart": N_("a chart"),
    "document": N_("a document within the document"),
}


OutlineText = OutlineHeading | OutlineParagraph | OutlinePoint | OutlinePair
OutlineBlock = OutlineText | OutlineTable


@dataclass(frozen=True, slots=True)
class Outline:
    """A document as its blocks in reading order; `path` is the file's name as the user knows it.

    The lines of its places grow in that order: findings are shown by them. Where a document has no lines, a place
    counts its blocks instead, and carries `where`: the phrase by which a person finds it. `left_out` are the lines
    that only a mail program adds, `remarks` comments that are about no block; `margins` stand at the
    top and foot of its pages, `objects` are what is there and no text. `findings` say what is wrong with the
    file itself; where it could not be read there are no blocks.
    """

    path: str
    blocks: Sequence[OutlineBlock] = field(default=())
    left_out: Sequence[OutlineCell] = field(default=())
    remarks: Sequence[OutlineCell] = field(default=())
    margins: Sequence[OutlineCell] = field(default=())
    objects: Sequence[OutlineObject] = field(default=())
    kind: FileKind = "text"
    findings: Sequence[Finding] = field(default=())
