"""A document as Markdown: headings, sentences, tables with a bar between the cells (GitHub Flavored Markdown)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sto_cli.messages import N_, Translator
from sto_cli.render.document.whole import Column, Document, Kind, Table, Value
from sto_cli.render.formats import Look
from sto_cli.render.plan.words import euros
from sto_cli.reports.share import share

REMARKS, WORDS = N_("Good to know"), N_("What the words mean")

_MEANINGFUL = re.compile(r"([\\`*_\[\]<>|#~$])")
_ENTITY = re.compile(r"&(?=#?\w+;)")


def document_markdown(document: Document, look: Look) -> str:
    """Write the whole document; text from files is escaped, so that none of it becomes markup or a link."""
    return "\n".join(_lines(document, look.translator)) + "\n"


def _lines(document: Document, translator: Translator) -> Iterator[str]:
    yield f"# {escaped(document.title)}"
    for sentence in document.sentences:
        yield from ("", escaped(sentence))
    tables = document.readable or document.tables
    for table in tables:
        if len(tables) > 1:
            yield from ("", f"## {escaped(table.name)}")
        yield ""
        yield from _table(table, translator)
    if document.remarks:
        yield from ("", f"## {translator.text(REMARKS)}", "")
        yield from (f"- {escaped(remark)}" for remark in document.remarks)
    if document.definitions:
        yield from ("", f"## {translator.text(WORDS)}", "")
        yield from (f"- **{escaped(term)}**: {escaped(meaning)}" for term, meaning in document.definitions)
    if document.sources:
        yield from ("", f"## {escaped(document.sources.name)}", "")
        yield from _table(document.sources, translator)


def _table(table: Table, translator: Translator) -> Iterator[str]:
    yield _row(escaped(column.heading) for column in table.columns)
    yield _row("---" if column.kind == "text" else "---:" for column in table.columns)
    for row in table.rows:
        yield _row(_cells(row, table.columns, translator))
    if table.last:
        yield _row(f"**{cell}**" if cell else "" for cell in _cells(table.last, table.columns, translator))


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(row: tuple[Value, ...], columns: tuple[Column, ...], translator: Translator) -> Iterator[str]:
    for value, column in zip(row, columns, strict=True):
        yield escaped(written(value, column.kind, translator))


def written(value: Value, kind: Kind, translator: Translator) -> str:
    """Write a value as people of this language read it."""
    match value:
        case float() | None if kind == "percent":
            return translator.say(share(value))
        case None:
            return ""
        case int() | float() if kind == "euro":
            return euros(round(value * 100), translator)
        case float():
            return translator.number(value, 1)
        case int() | date():
            return translator.value(value)
        case _:
            return value


def escaped(text: str) -> str:
    """Escape what Markdown would read as markup, HTML, a formula or a link of its own making."""
    return _ENTITY.sub("&amp;", _MEANINGFUL.sub(r"\\\1", text)).replace("\n", " ")
