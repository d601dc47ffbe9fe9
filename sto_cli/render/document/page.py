"""A document as a page to print: one file that loads nothing from elsewhere."""

from collections.abc import Iterator, Sequence
from functools import partial

from sto_cli.messages import Translator
from sto_cli.render.document.fields import written
from sto_cli.render.document.model import Chart, Document, Map, Table, Value
from sto_cli.render.formats import Look
from sto_cli.render.page.shell import render_page


def document_page(document: Document, look: Look) -> str:
    """Write a document as a page; all text in it is escaped."""
    blocks = list(document.read())
    drawn = any(isinstance(block, Chart | Map) for block in blocks)
    found = next((block for block in blocks if isinstance(block, Map)), None)
    return render_page(
        "document.html",
        look.translator,
        "page.css" if drawn else "document.css",
        title=document.title,
        blocks=[(type(block).__name__, block) for block in blocks],
        shown=partial(_rows, translator=look.translator),
        **(_drawing(found) if found else {"ground": None, "map": None}),
    )


def _drawing(found: Map) -> dict[str, object]:
    """Return what a map is drawn from; nothing where no school has a known place."""
    from sto_cli.render.page.school_map import MOST_NAMED, ground_of, school_map

    schools = [position.school for position in found.positions]
    ground = ground_of(schools, found.others, found.regions, found.selection)
    named = len(schools) <= MOST_NAMED
    return {"ground": ground, "map": school_map(found.name, found.positions, ground, named=named) if ground else None}


def _rows(table: Table, rows: Sequence[Sequence[Value]], translator: Translator) -> Iterator[list[str]]:
    """Return the cells of rows as texts."""
    for row in rows:
        yield [written(value, column, translator) for value, column in zip(row, table.columns, strict=True)]
