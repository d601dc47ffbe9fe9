"""Lines of a page of a PDF, and tables without rules among them: lines of which the texts begin below each other."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import NamedTuple

from sto_cli.files.word.blocks import START, WordBlock, WordCell, WordParagraph, WordTable
from sto_cli.files.word.styles import BULLET

LARGER = 1.15
"""Times the size of the body from which a line looks like a heading."""

LONGEST_HEADING = 160
"""Letters; larger text that is longer is an opening paragraph."""

DEEPEST = 9

FARTHEST = 2.1
"""Times its size that a line lies below the one it continues, at most."""

PITCH = 1.2
"""Times the least distance between two lines of a page that lines of one paragraph lie apart, at most."""

FULL = 0.86
"""Part of the widest line on the page from which the next word may have had no room."""

BROKEN = 0.6
"""The same where the next line goes on in the sentence."""

SAME_LINE = 0.45
"""Part of their size that pieces of one line lie above each other, at most."""

GAP, SPACE = 1.5, 0.2
"""Times their size that pieces of a line lie apart where a column begins, and where a space was meant."""

LETTER = 0.5
"""About the width of a letter, as part of its size."""

_POINT = re.compile(r"[•▪◦‣●○■□\uf0b7\uf0a7]\s*|[-–]\s+")
_NUMBERED = re.compile(r"\d{1,2}[.)]\s")
_LABEL = re.compile(r"[A-ZÀ-Ý]\w*(?: [\w.-]+){0,3}:(?:\s|$)")
_AND = re.compile(r"(?:en|of|and|or)\b")


_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}


class Piece(NamedTuple):
    """A text at a place, in points from the lower left; its width is an estimate."""

    x: float
    y: float
    size: float
    bold: bool
    width: float
    text: str


class PdfLine(NamedTuple):
    """A line of text; `end` is about where it ends, `starts` where its text begins and goes on behind each tab."""

    x: float
    y: float
    size: float
    bold: bool
    text: str
    end: float
    starts: tuple[float, ...]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the text of a document is, and its headings: the largest that stands once is the title."""

    body: float
    headings: tuple[float, ...]
    titled: bool

    @classmethod
    def of(cls, letters: Counter[float], pieces: Counter[float]) -> Sizes:
        """Measure a document by the number of letters, and of pieces, of each size."""
        body = letters.most_common(1)[0][0] if letters else 1.0
        larger = sorted((size for size in letters if size >= LARGER * body), reverse=True)
        return cls(body, tuple(larger), len(larger) > 1 and pieces[larger[0]] == 1)

    def level(self, size: float) -> int | None:
        """Return the level of a heading of a size, 0 for the title; None for what is not larger than the body."""
        if round(size, 1) not in self.headings:
            return None
        return min(self.headings.index(round(size, 1)) + (not self.titled), DEEPEST)


def lines_of(pieces: Sequence[Piece]) -> list[PdfLine]:
    """Lay pieces on lines, from top to bottom; wide gaps become tabs."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: (-one.y, one.x)):
        if rows and abs(rows[-1][0].y - piece.y) <= min(rows[-1][0].size, piece.size) * SAME_LINE:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [line_of(sorted(row)) for row in rows]


def line_of(row: Sequence[Piece], columns: Sequence[float] = ()) -> PdfLine:
    """Join pieces, from left to right, with tabs where wide gaps are or columns begin."""
    text, end, starts = "", row[0].x, [row[0].x]
    for piece in row:
        apart = piece.x - end
        if text and (apart > GAP * piece.size or any(abs(one - piece.x) < 1 for one in columns)):
            text += "\t"
            starts.append(piece.x)
        elif text and apart > SPACE * piece.size:
            text += " "
        text += piece.text
        end = piece.x + piece.width
    widest = max(row, key=lambda one: len(one.text))
    return PdfLine(
        row[0].x, row[0].y, widest.size, all(one.bold for one in row), _tidy(text), end, tuple(starts), tuple(row)
    )


def _tidy(text: str) -> str:
    return re.sub(r" *\t *", "\t", re.sub(r"[^\S\t]+", " ", text.translate(_LIGATURES))).strip()


def paragraphs_of(lines: Sequence[PdfLine], style: Sizes) -> Iterator[WordParagraph]:
    """Yield lines as paragraphs, those that go on in one."""
    widest = max((line.end for line in lines), default=0.0)
    near = _pitches(lines)
    run: list[PdfLine] = []
    for line in lines:
        if run and not (run[-1].y - line.y <= PITCH * near[round(line.size)] and _goes_on(run, line, widest)):
            yield _paragraph(run, style)
            run = []
        run.append(line)
    if run:
        yield _paragraph(run, style)


def _pitches(lines: Sequence[PdfLine]) -> dict[int, float]:
    """Return the least distance between lines of each size, in points."""
    pitches = dict.fromkeys((round(line.size) for line in lines), math.inf)
    for above, below in pairwise(line for line in lines if len(line.starts) == 1):
        size, apart = round(below.size), above.y - below.y
        if round(above.size) == size and apart > 0:
            pitches[size] = min(pitches[size], apart)
    return pitches


def _goes_on(run: Sequence[PdfLine], line: PdfLine, widest: float) -> bool:
    """Whether a line looks like the one above it, begins where that does, and had no room on it."""
    above = run[-1]
    if abs(above.size - line.size) > LETTER or above.bold != line.bold or "\t" in above.text + line.text:
        return False
    if above.y - line.y > FARTHEST * above.size or _POINT.match(line.text) or _NUMBERED.match(line.text):
        return False
    if above.text.endswith("?") or above.text.isupper() != line.text.isupper() or _LABEL.match(line.text):
        return False
    left = min(one.x for one in run)
    hangs = _POINT.match(run[0].text) or _NUMBERED.match(run[0].text)
    if abs(line.x - left) > LETTER * above.size and not (hangs and left <= line.x <= left + 4 * above.size):
        return False
    word = len(line.text.split(" ", 1)[0]) * above.size * LETTER
    in_sentence = line.text[:1].islower() and above.text[-1] not in ".!?"
    return above.end + word >= (BROKEN if in_sentence else FULL) * widest


def _paragraph(run: Sequence[PdfLine], style: Sizes) -> WordParagraph:
    text = run[0].text
    for line in run[1:]:
        parted = text.endswith("-") and line.text[:1].islower() and not _AND.match(line.text)
        text = text + line.text if parted else f"{text} {line.text}"
    point = _POINT.match(text)
    level = style.level(run[0].size) if len(text) <= LONGEST_HEADING else None
    marker = BULLET if point else ""
    strong = run[0].bold or level is not None
    return WordParagraph(text[point.end() :] if point else text, START, level, strong, marker)


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
