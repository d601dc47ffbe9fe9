"""The sections of a plan that is no YAML: what stands under which heading, while a document is read and afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sto_cli.findings import Place
from sto_cli.plans.model import QUESTIONS
from sto_cli.plans.source.outline import OutlineBlock, OutlineCell, OutlineTable, OutlineText


@dataclass(slots=True)
class Section:
    """What stands under a heading that names one or more English keys; `word` is the heading as a sentence shows it."""

    keys: tuple[str, ...]
    place: Place
    word: str
    blocks: list[OutlineBlock] = field(default_factory=list)
    filled: bool = False  # the heading's own line held an answer
    level: int = 0  # of a heading that is shown as one
    bold: bool = False  # its heading is a bold line
    guessed: bool = False  # its key was found by its words or its order, not by a label that is sure

    @property
    def asks(self) -> bool:
        """Whether it is the section of a question."""
        return self.keys[0] in QUESTIONS


@dataclass(slots=True)
class Sections:
    """The sections of a document in their order, and what stands under none.

    `head` are the blocks that stand under no heading of a plan, wherever they are; `of_a_letter` is what opens or
    closes a letter; `above_columns` are headings of columns that stand behind the heading of a question. While it is
    read, `current` is the section that is open, and `closed` says that the letter has ended.
    """

    styled: frozenset[str] = frozenset()  # questions that have a heading in the style of one: no other line is theirs
    sections: list[Section] = field(default_factory=list)
    head: list[OutlineBlock] = field(default_factory=list)
    of_a_letter: list[OutlineBlock] = field(default_factory=list)
    above_columns: list[OutlineCell] = field(default_factory=list)
    all_blocks: list[OutlineBlock] = field(default_factory=list)
    head_ends: int | None = None  # the position of the first question
    current: Section | None = None
    closed: bool = False
    margins: Sequence[OutlineCell] = ()  # what stands at the top and foot of the pages

    @property
    def at_top(self) -> bool:
        """Whether what comes stands under no question."""
        return self.current is None or not self.current.asks

    def has(self, keys: tuple[str, ...]) -> bool:
        """Whether one of the keys has a heading."""
        return any(key in section.keys for section in self.sections for key in keys)

    def questions(self) -> set[str]:
        """Return the questions that have a heading."""
        return {key for section in self.sections for key in section.keys if key in QUESTIONS}

    def asked(self) -> list[Section]:
        """Return the sections of questions."""
        return [section for section in self.sections if section.asks]

    def answering(self, key: str) -> list[OutlineBlock]:
        """Return all that stands under a key, with what was guessed marked as such."""
        asked = [section for section in self.sections if key in section.keys]
        return [as_guessed(block) if one.guessed else block for one in asked for block in one.blocks]

    def blocks(self, key: str) -> list[OutlineBlock]:
        """Return all that stands under a key, which may have several headings."""
        return [block for section in self.sections if key in section.keys for block in section.blocks]

    def texts(self) -> Iterator[OutlineText]:
        """Yield all but tables, first what stands under no heading."""
        for block in [*self.head, *(block for section in self.sections for block in section.blocks)]:
            if not isinstance(block, OutlineTable):
                yield block


def cells_of(block: OutlineBlock) -> list[OutlineCell]:
    """Return the cells of a table in which something stands, or a text as one."""
    if isinstance(block, OutlineTable):
        return [cell for row in block.rows for cell in row if cell.text]
    return [OutlineCell(block.text, block.place)]


def as_guessed(block: OutlineBlock) -> OutlineBlock:
    """Return a block of which every place says that it was guessed what it answers."""
    if isinstance(block, OutlineTable):
        rows = [[cell._replace(place=cell.place._replace(guessed=True)) for cell in row] for row in block.rows]
        block = block._replace(rows=rows)
    return block._replace(place=block.place._replace(guessed=True))


def words_of(block: OutlineBlock) -> str:
    """Return all words of a block."""
    if isinstance(block, OutlineTable):
        return "\n".join(" ".join(cell.text for cell in row) for row in block.rows)
    return block.text


def shifted(place: Place, columns: int) -> Place:
    """Return the place of what stands behind the first columns of a line."""
    if place.where is not None or not columns:
        return place
    column = place.column + columns
    return place._replace(column=column, end_column=place.end_column and max(place.end_column, column + 1))


def heading_word(text: str) -> str:
    """Return a heading without its number, its marks and its colon."""
    return re.sub(r"^[\W\d_]*(?:\d[.)]?\s+)?|[\s:*_]+$", "", text)
