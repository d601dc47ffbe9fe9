"""A document in blocks, in one language, that each format writes in its own way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the document's title."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; line feeds in it stay. `quiet` is for remarks about the document itself."""

    text: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; every entry is a text with texts that belong to it."""

    entries: Sequence[tuple[str, Sequence[str]]]


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels, each with its value."""

    rows: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `numbers` are the columns that hold amounts, `last` rows add up the others."""

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    last: Sequence[Sequence[str]] = field(default=())
    numbers: frozenset[int] = frozenset()


Block = Heading | Paragraph | Bullets | Facts | Table
