"""The parts that documents are put together from."""

from __future__ import annotations

from collections.abc import Iterable

from sto_cli.messages import Translator
from sto_cli.render.document.model import Block, Column, Heading, Table


def chapters(*tables: Table) -> list[Block]:
    """Put its name above each table."""
    return [block for table in tables for block in (Heading(table.name), table)]


def columns(translator: Translator, *headings: tuple[str, int], counts: Iterable[str] = ()) -> tuple[Column, ...]:
    """Make columns of headings and widths; the headings in `counts` hold numbers."""
    return tuple(
        Column(translator.text(heading), "count" if heading in counts else "text", width) for heading, width in headings
    )
