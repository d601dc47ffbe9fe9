"""A document as Markdown: CommonMark, with the tables of GitHub Flavored Markdown."""

import re
from collections.abc import Iterable, Iterator, Sequence

from sto_cli.messages import Translator
from sto_cli.render.document import model
from sto_cli.render.document.fields import written
from sto_cli.render.formats import Look
from sto_cli.render.visible import visible


def document_markdown(document: model.Document, look: Look) -> str:
    """Write a document; text in it can make no headings, links, formulas or HTML of its own."""
    lines = [f"# {escaped(document.title)}"]
    for block in document.read():
        written_block = list(_block(block, look.translator))
        lines += ["", *written_block] if written_block else []
    return "\n".join(lines) + "\n"


def _block(block: model.Block, translator: Translator) -> Iterator[str]:
    match block:
        case model.Heading():
            yield f"{'#' * block.level} {_line(block.text)}"
        case model.Paragraph():
            mark = "*" if block.quiet else ""
            paragraphs = re.split(r"\n\s*\n", block.text.strip("\n"))
            yield "\n\n".join(f"{mark}{_hard_lines(part, '')}{mark}" for part in paragraphs)
        case model.Bullets():
            yield from _bullets(block.entries)
        case model.Facts():
            yield from _table(
                ("", ""),
                [(f"**{escaped(label)}**", escaped("; ".join(value.split("\n")))) for label, value in block.rows],
            )
        case model.Terms():
            yield from (f"- **{escaped(term)}**: {escaped(meaning)}" for term, meaning in block.entries)
        case model.Chart():
            yield from (f"- {escaped(label)}: {bar.participating}/{bar.schools}" for label, bar in block.bars)
        case model.Table():
            yield from _typed_table(block, translator)


def _bullets(entries: Iterable[tuple[str, Sequence[str]]]) -> Iterator[str]:
    for text, details in entries:
        yield f"- {_hard_lines(text, '  ')}"
        for detail in details:
            yield f"  - {_hard_lines(detail, '    ')}"


def _typed_table(table: model.Table, translator: Translator) -> Iterator[str]:
    rows = (_cells(row, table.columns, translator) for row in table.rows)
    last = ([f"**{cell}**" if cell else "" for cell in _cells(row, table.columns, translator)] for row in table.last)
    right = {place for place, column in enumerate(table.columns) if column.kind != "text"}
    yield from _table([escaped(column.heading) for column in table.columns], [*rows, *last], right)


def _cells(row: Sequence[model.Value], columns: Sequence[model.Column], translator: Translator) -> list[str]:
    return [escaped(written(value, column, translator)) for value, column in zip(row, columns, strict=True)]


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()) -> Iterator[str]:
    right = set(right)
    yield f"| {' | '.join(headings)} |"
    yield f"| {' | '.join('---:' if place in right else '---' for place in range(len(headings)))} |"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _hard_lines(text: str, margin: str) -> str:
    return f"\\\n{margin}".join(_line(line.strip()) for line in text.split("\n") if line.strip())


_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~$])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_AT_START = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")


def escaped(text: str) -> str:
    """Return text on one line that shows as it stands: no markup, HTML, formula or link of its own making."""
    return _ENTITY.sub("&amp;", _SPECIAL.sub(r"\\\1", visible(text.replace("\n", " "))))


def _line(text: str) -> str:
    """Return text that starts a line; it starts no list, and underlines no heading."""
    return _AT_START.sub(_start_escaped, escaped(text))


def _start_escaped(found: re.Match[str]) -> str:
    mark = found[2]
    return found[1] + (f"\\{mark}" if not mark.isdigit() else mark + "\\")
