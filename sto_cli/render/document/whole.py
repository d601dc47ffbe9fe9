"""A report as tables with words around them, in one language: what CSV, Markdown and XLSX are written from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

Value = str | int | float | date | None
Kind = Literal["text", "count", "percent", "km", "euro"]
"""What a column holds. A percent is a share from 0 to 1; None is "nothing to divide" there, elsewhere empty."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `width` is a wish in characters, for those who can set one."""

    heading: str
    kind: Kind = "text"
    width: int = 12


@dataclass(frozen=True, slots=True)
class Table:
    """A table under a short name; `last` is a row that adds up the others, kept apart from them."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Value, ...]]
    last: tuple[Value, ...] | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report. `tables` come weightiest first: CSV, which can hold only one, takes that.

    `definitions` pairs a word with its meaning; `sources` are rows of file, content, date, number and origin.
    """

    title: str
    sentences: tuple[str, ...]
    tables: tuple[Table, ...]
    remarks: tuple[str, ...] = ()
    definitions: tuple[tuple[str, str], ...] = ()
    sources: Table | None = None
    day: date | None = None
    readable: tuple[Table, ...] = ()
    """The tables with fewer columns, for forms that are read rather than calculated with; if empty, `tables`."""
    extra: tuple[Table, ...] = ()
    """Tables for those who look things up (the schools behind the figures): in XLSX only."""
