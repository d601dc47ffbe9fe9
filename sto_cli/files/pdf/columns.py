"""Tables without rules on a page of a PDF: lines of which the texts begin below each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from sto_cli.files.pdf.lines import FARTHEST, PdfLine, Sizes, line_of, paragraphs_of
from sto_cli.files.word.blocks import START, WordBlock, WordCell, WordParagraph, WordTable

ALIGNED = 4.0
"""Points that the texts of one column begin apart, at most."""

FEWEST_ROWS = 2


def blocks_of(lines: Sequence[PdfLine], style: Sizes) -> Iterator[WordBlock]:
    """Yield lines as paragraphs, and those that stand in columns as tables."""
    marked = [-1] * len(lines)
    at = 0
    while at < len(lines):
        end = _table_end(lines, at)
        if end:
            marked[at:end] = [at] * (end - at)
        at = end or at + 1
    for start, group in groupby(range(len(lines)), marked.__getitem__):
        run = [lines[index] for index in group]
        if start < 0:
            yield from paragraphs_of(run, style)
        else:
            columns = lines[start].starts
            yield _table([line_of(line.pieces, columns[1:]) for line in run])


def _table_end(lines: Sequence[PdfLine], start: int) -> int:
    """Return behind which line a table ends that begins at one; 0 where none begins."""
    columns = list(lines[start].starts)
    if len(columns) < FEWEST_ROWS:
        return 0
    end, rows = start + 1, 1
    for at in range(start + 1, len(lines)):
        line, above = line_of(lines[at].pieces, columns[1:]), lines[at - 1]
        if above.y - line.y > FARTHEST * above.size or not all(_column(columns, x) is not None for x in line.starts):
            break
        alone = len(line.starts) == 1
        if alone and _column(columns, line.x) == 0 and not _continues(line):
            break
        rows += not alone
        end = at + 1
    return end if rows >= FEWEST_ROWS else 0


def _column(columns: Sequence[float], x: float) -> int | None:
    return next((index for index, one in enumerate(columns) if abs(one - x) <= ALIGNED), None)


def _continues(line: PdfLine) -> bool:
    """Whether a line goes on in the cells above it: none of its texts begins as a new one does."""
    cells = line.text.split("\t")
    return all(cell[:1] in "(+&/" or (len(cells) == 1 and cell[:1].islower()) for cell in cells)


def _table(lines: Sequence[PdfLine]) -> WordTable:
    columns = lines[0].starts
    rows: list[list[str]] = []
    for line in lines:
        cells = {_column(columns, x): text for x, text in zip(line.starts, line.text.split("\t"), strict=False)}
        if not rows or (0 in cells and not _continues(line)):
            rows.append([cells.get(index, "") for index in range(len(columns))])
            continue
        for index, text in cells.items():
            if index is not None:
                rows[-1][index] = f"{rows[-1][index]} {text}".strip()
    return WordTable(tuple(tuple(map(_cell, row)) for row in rows), START)


def _cell(text: str) -> WordCell:
    return WordCell((WordParagraph(text, START),) if text else (), START)
