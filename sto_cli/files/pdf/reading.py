"""Reading a PDF: the file goes to a process of its own, and comes back as what a Word document holds."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any, NamedTuple

from sto_cli.files.limits import PDF_BYTES, PDF_SECONDS
from sto_cli.files.pdf.grid import Grid, Stroke, grids
from sto_cli.files.pdf.lines import PdfLine, Piece, Sizes, blocks_of, lines_of, paragraphs_of
from sto_cli.files.word.blocks import START, WordBlock, WordCell, WordDocument, WordParagraph, WordTable
from sto_cli.files.word.other_kinds import Why, WordProblem

SIGNATURE = b"%PDF-"

FEWEST_LETTERS = 20
"""Letters of a document of which the pages are pictures; a scanner may put its name on them."""

_PROBLEMS: dict[str, Why] = {"password": "pdf-password", "large": "pdf-large"}

_WAITS = 20 * PDF_SECONDS
"""Seconds of a busy machine in which so many seconds of processor time are had."""


def is_pdf(content: bytes) -> bool:
    """Whether bytes are a PDF."""
    return content.startswith(SIGNATURE)


def read_pdf(content: bytes) -> WordDocument:
    """Read a document from the bytes of its file.

    Raises:
        WordProblem: it cannot be read; the sentence says why, with the way out.
    """
    if len(content) > PDF_BYTES:
        raise WordProblem("pdf-large")
    answer = _answer(content)
    if "problem" in answer:
        raise WordProblem(_PROBLEMS.get(answer["problem"], "pdf-damaged"))
    pages = [PdfPage.of(**one) for one in answer["pages"]]
    letters = sum(len(piece.text) for page in pages for piece in page.texts)
    if letters < FEWEST_LETTERS and any(page.pictures for page in pages):
        raise WordProblem("pdf-scan")
    return laid_out(pages)


def _answer(content: bytes) -> dict[str, Any]:
    call = [sys.executable, "-P", "-m", "sto_cli.files.pdf.child"]
    try:
        done = subprocess.run(call, input=content, capture_output=True, timeout=_WAITS, check=False)  # noqa: S603
        answer = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return {"problem": "large"}
    except (OSError, ValueError):
        return {"problem": "large" if done.returncode < 0 else "damaged"}
    return answer if isinstance(answer, dict) else {"problem": "damaged"}


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
    counts = Counter(one for page in pages for one in {_marginal(piece, page) for piece in page.texts} if one)
    often = {one for one, times in counts.items() if len(pages) > 1 and times > len(pages) / 2}
    repeated = frozenset(often | {one for one in counts if _PAGE_NUMBER.match(one) or _OF_BROWSER.match(one)})
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


FEWEST_LINES = 6
"""Lines of running text that a column has at least."""

FILLED, MOSTLY = 0.7, 0.5
"""Part of the width of a column that a line of running text fills, and part of the lines that do: cells are shorter."""

NARROWEST = 0.3
"""Part of the width of what stands on the page from which on a second column of text can begin."""

SURELY = 0.8
"""Part of the width of a piece, which is an estimate, that it has for sure."""


class PageColumn(NamedTuple):
    """What is read from top to bottom: pieces of text and tables."""

    pieces: list[Piece]
    tables: list[Grid]


def parts_of(pieces: Sequence[Piece], tables: Sequence[Grid]) -> Iterator[PageColumn]:
    """Yield what stands on a page in the order in which it is read."""
    lines = lines_of(pieces)
    starts = Counter(round(x) for line in lines for x in line.starts)
    left, right = min(starts, default=0), max((line.end for line in lines), default=0.0)
    far = {x: number for x, number in starts.items() if x > left + NARROWEST * (right - left)}
    most = max(far, key=far.__getitem__, default=0)
    start = most - 1.0 if far.get(most, 0) >= FEWEST_LINES else None
    if start is None:
        yield PageColumn(list(pieces), list(tables))
        return
    things: list[tuple[float, bool, PdfLine | Grid]] = [(one.y, _crosses(one, start), one) for one in lines_of(pieces)]
    things += [(one.top, one.columns[0] < start < one.columns[-1], one) for one in tables]
    things.sort(key=lambda one: -one[0])
    for _, band in groupby(things, lambda one: one[1]):
        yield from _columns(_part([one for _, _, one in band]), start)


def _crosses(line: PdfLine, start: float) -> bool:
    return any(one.x < start < one.x + SURELY * one.width for one in line.pieces)


def _part(things: Sequence[PdfLine | Grid]) -> PageColumn:
    lines = [one for one in things if isinstance(one, PdfLine)]
    tables = [one for one in things if isinstance(one, Grid)]
    return PageColumn([piece for line in lines for piece in line.pieces], tables)


def _columns(part: PageColumn, start: float) -> Iterator[PageColumn]:
    """Yield a part as two where both sides are running text; else it is a table without rules, or one column."""
    left, right = PageColumn([], []), PageColumn([], [])
    for piece in part.pieces:
        (left if piece.x < start else right).pieces.append(piece)
    for table in part.tables:
        (left if table.columns[0] < start else right).tables.append(table)
    yield from (left, right) if _is_running(left) and _is_running(right) else (part,)


def _is_running(part: PageColumn) -> bool:
    lines = lines_of(part.pieces)
    if len(lines) < FEWEST_LINES:
        return False
    left, right = min(line.x for line in lines), max(line.end for line in lines)
    return sum(line.end - line.x >= FILLED * (right - left) for line in lines) >= MOSTLY * len(lines)
