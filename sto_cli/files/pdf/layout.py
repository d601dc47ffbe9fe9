"""The pages of a PDF as paragraphs and tables: what stands on a line, and what the rules of a table keep together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from sto_cli.files.pdf.grid import Grid, Stroke, grids
from sto_cli.files.pdf.lines import PdfLine, Piece, Sizes, blocks_of, lines_of, paragraphs_of
from sto_cli.files.pdf.text_columns import PageColumn, parts_of
from sto_cli.files.word.blocks import START, WordBlock, WordCell, WordDocument, WordParagraph, WordTable

_PAGE_NUMBER = re.compile(r"\W*(?:\w+\s+)?#(?:\W{1,4}(?:van\s|of\s)?#)?\W*.$|\W{1,3}.$")
_OF_BROWSER = re.compile(r"#/#/#, #:#|(?:file|https?):/")
"""What a browser prints at the top and foot of a page: the day and the address."""

_TOP, _FOOT = 0.93, 0.07
"""Parts of the height of a page above and below which its margins lie."""


class PdfPage(NamedTuple):
    """A page as it was read."""

    texts: tuple[Piece, ...]
    rules: tuple[Stroke, ...]
    pictures: int
    width: float
    height: float

    @classmethod
    def of(cls, texts: Any, rules: Any, pictures: int, width: float, height: float) -> PdfPage:
        """Make a page of what the reading process says of it."""
        return cls(tuple(Piece(*one) for one in texts), tuple(Stroke(*one) for one in rules), pictures, width, height)


@dataclass(frozen=True, slots=True)
class _PageTable(WordTable):
    """A table with the places of its columns, by which it is known on the next page."""

    columns: tuple[int, ...] = field(default=())


def laid_out(pages: Sequence[PdfPage]) -> WordDocument:
    """Return the pages as one document; what stands at the top or foot of them all is apart."""
    style = _style(pages)
    repeated = _repeated(pages)
    document = WordDocument()
    margins = dict[str, None]()
    for page in pages:
        kept = []
        for piece in page.texts:
            if _marginal(piece, page) in repeated:
                margins[piece.text.strip()] = None
            else:
                kept.append(piece)
        for part in _blocks(page, kept, style):
            for at, block in enumerate(part):
                _add(document.blocks, block, first=not at)
    document.margins += [WordParagraph(text, START) for text in margins]
    return document


def _style(pages: Sequence[PdfPage]) -> Sizes:
    """Measure the letters: the size of the body is that of most of them."""
    sizes = Counter[float]()
    lines = Counter[float]()
    for piece in (piece for page in pages for piece in page.texts):
        sizes[round(piece.size, 1)] += len(piece.text)
        lines[round(piece.size, 1)] += 1
    return Sizes.of(sizes, lines)


def _marginal(piece: Piece, page: PdfPage) -> str:
    """Return what stands at the top or foot of a page, its numbers as #; "" for what stands elsewhere."""
    share = piece.y / page.height if page.height else 0.5
    if _FOOT < share < _TOP:
        return ""
    return re.sub(r"\d+", "#", piece.text.strip().replace("\ufb01", "fi")) + ("^" if share >= _TOP else "_")


def _repeated(pages: Sequence[PdfPage]) -> frozenset[str]:
    """Return the texts at the top or foot of more than half of the pages, and the numbers of pages."""
    counts = Counter(one for page in pages for one in {_marginal(piece, page) for piece in page.texts} if one)
    often = {one for one, times in counts.items() if len(pages) > 1 and times > len(pages) / 2}
    return frozenset(often | {one for one in counts if _PAGE_NUMBER.match(one) or _OF_BROWSER.match(one)})


def _add(blocks: list[WordBlock], block: WordBlock, *, first: bool) -> None:
    """Add a block; what goes on, on the next page or in the next column, is one with the first part of it."""
    above = blocks[-1] if blocks else None
    if isinstance(block, _PageTable) and isinstance(above, _PageTable) and block.columns == above.columns:
        rows = block.rows[1:] if _words(block) == _words(above) else block.rows
        blocks[-1] = _PageTable((*above.rows, *rows), START, 0, above.columns)
    elif first and isinstance(block, WordParagraph) and isinstance(above, WordParagraph) and _goes_on(above, block):
        blocks[-1] = replace(above, text=f"{above.text} {block.text}")
    else:
        blocks.append(block)


def _goes_on(above: WordParagraph, below: WordParagraph) -> bool:
    return above.level is below.level is None and below.text[:1].islower() and above.text[-1:] not in ".!?:;"


def _words(table: WordTable) -> list[str]:
    return [cell.text if cell else "" for cell in table.rows[0]]


def _blocks(page: PdfPage, pieces: Sequence[Piece], style: Sizes) -> Iterator[Iterator[WordBlock]]:
    """Yield what stands on a page, column by column, from top to bottom."""
    tables = [grid for grid in grids(page.rules) if any(grid.holds(one.x, one.y) for one in pieces)]
    loose = [one for one in pieces if not any(grid.holds(one.x, one.y) for grid in tables)]
    for part in parts_of(loose, tables):
        yield _in_part(part, pieces, style)


def _in_part(part: PageColumn, pieces: Sequence[Piece], style: Sizes) -> Iterator[WordBlock]:
    found: list[tuple[float, PdfLine | Grid | None]] = [(grid.top, grid) for grid in part.tables]
    found += [(line.y, line) for line in lines_of(part.pieces)]
    found.sort(key=lambda one: -one[0])
    run: list[PdfLine] = []
    for _, one in (*found, (0.0, None)):
        if isinstance(one, PdfLine):
            run.append(one)
            continue
        yield from blocks_of(run, style)
        run = []
        if one is not None:
            yield _table(one, pieces, style)


def _table(grid: Grid, pieces: Sequence[Piece], style: Sizes) -> WordTable:
    cells: dict[tuple[int, int], list[Piece]] = {}
    for piece in pieces:
        if grid.holds(piece.x, piece.y):
            cells.setdefault(grid.at(piece.x, piece.y), []).append(piece)
    rows = (
        tuple(_cell(cells.get((row, column), ()), style) for column in range(len(grid.columns) - 1))
        for row in range(len(grid.rows) - 1)
    )
    kept = tuple(row for row in rows if any(cell.blocks for cell in row))
    return _PageTable(kept, START, 0, tuple(round(one) for one in grid.columns))


def _cell(pieces: Sequence[Piece], style: Sizes) -> WordCell:
    return WordCell(tuple(paragraphs_of(lines_of(pieces), style)), START)
