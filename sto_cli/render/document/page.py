"""A document in blocks as a page to print: one file that loads nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from sto_cli.messages import Language
from sto_cli.render.document.model import Block, Bullets, Facts, Heading, Paragraph, Table
from sto_cli.render.visible import visible

STYLE = """
body { font: 11pt/1.5 "Segoe UI", system-ui, sans-serif; color: #1a1a1a; max-width: 46rem; margin: 2rem auto;
       padding: 0 1rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; border-bottom: 2px solid #1f5c99; padding-bottom: .2rem; }
h3 { font-size: 1.05rem; margin: 1.4rem 0 .3rem; }
p, ul, dl, table { margin: .3rem 0 .8rem; }
li { margin: .25rem 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.2rem; }
dt { font-weight: 600; }
dd { margin: 0; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #c8c8c8; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; padding-right: 1.6rem; }
tfoot td { font-weight: 600; border-bottom: 0; }
.quiet { color: #555; font-size: .9rem; }
.detail { color: #444; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } h2, h3 { break-after: avoid; }
  li, tr { break-inside: avoid; } @page { margin: 18mm; } }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dt { margin-top: .4rem; } }
"""


def blocks_html(blocks: Iterable[Block], language: Language, title: str) -> Iterator[str]:
    """Write a document as a page; all text in it is escaped."""
    yield (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_safe(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
    )
    for block in blocks:
        yield _block(block) + "\n"
    yield "</main>\n</body>\n</html>\n"


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"<h{block.level}>{_safe(block.text)}</h{block.level}>"
        case Paragraph():
            return _paragraphs(block)
        case Bullets():
            return f"<ul>{''.join(_bullet(text, details) for text, details in block.entries)}</ul>"
        case Facts():
            rows = (f"<dt>{_safe(label)}</dt><dd>{_lines(value)}</dd>" for label, value in block.rows)
            return f"<dl>{''.join(rows)}</dl>"
        case Table():
            return _table(block)


def _paragraphs(paragraph: Paragraph) -> str:
    opening = '<p class="quiet">' if paragraph.quiet else "<p>"
    parts = [part for part in paragraph.text.split("\n\n") if part.strip()]
    return "\n".join(f"{opening}{_lines(part.strip())}</p>" for part in parts)


def _bullet(text: str, details: Sequence[str]) -> str:
    below = "".join(f'<br><span class="detail">{_lines(detail)}</span>' for detail in details)
    return f"<li>{_lines(text)}{below}</li>"


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col"{_number(at, table)}>{_safe(text)}</th>' for at, text in enumerate(table.headings))
    body = "".join(_row(row, table) for row in table.rows)
    foot = "".join(_row(row, table) for row in table.last)
    below = f"<tfoot>{foot}</tfoot>" if foot else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody>{below}</table>"


def _row(cells: Sequence[str], table: Table) -> str:
    written = (f"<td{_number(at, table)}>{_lines(cell)}</td>" for at, cell in enumerate(cells))
    return f"<tr>{''.join(written)}</tr>"


def _number(at: int, table: Table) -> str:
    return ' class="number"' if at in table.numbers else ""


def _lines(text: str) -> str:
    return "<br>".join(_safe(line) for line in text.split("\n"))


def _safe(text: str) -> str:
    return escape(visible(text))
