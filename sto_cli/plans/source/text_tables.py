"""Tables in a plain text: columns between bars or tabs, or made with spaces and rows of points."""

import re
from collections.abc import Mapping, Sequence, Set

from sto_cli.files.decoding import BULLETS

BULLET = re.compile(
    rf"\s*(?:[{''.join(sorted(BULLETS))}→✓✔☐☑▸·‣]\s*|\*(?!\*)\s+|o(?=\t| {{2,}})\s*"
    r"|[-–—](?=\s|[^\W\d])\s*"
    r"|(?P<number>\d{1,2})[.)](?=\s)\s+|(?P<letter>[a-z])[.)]\s+|\((?P<inside>\d{1,2})\)\s+)"
)
"""What stands before a point of a list: a sign, a dash, a number or a letter."""

_PIPES = re.compile(r"\s*\|(.*)\|\s*$")
_BAR = re.compile(r"\S \| \S|-\s*\|\s*-")
_GAP = re.compile(r"(?<=[^\s€])(?:\s*\.{4,}\s*|\s{3,}|\s{2}(?=€))(?=\S|$)")
_INSIDE_TAB = re.compile(r"\S\s*\t\s*\S")


def rows_of_table(lines: Sequence[str], row: int) -> Sequence[list[tuple[int, str]]]:
    """Return the rows of a table that begins at a line, as cells with their position; nothing if none does."""
    words = lines[row]
    cells = (
        _piped
        if _PIPES.match(words)
        else _barred
        if _BAR.search(words)
        else _tabbed
        if "\t" in words.strip()
        else _spaced
    )
    rows: list[list[tuple[int, str]]] = []
    columns: set[int] = set()  # where further cells of these rows begin
    for at in range(row, len(lines)):
        found = cells(lines[at])
        if not found and cells is _spaced:
            found = _through(columns, lines, at) or _below(columns, lines[at])
            if not found and _is_line_within(lines, at, rows):
                rows.append([])
                continue
        if not found:
            break
        rows.append(found)
        columns.update(start for start, _ in found[1:])
    if cells is _spaced:
        rows = _with_whole_cells(rows)
    return rows if len(rows) > 1 else ()


def _piped(text: str) -> list[tuple[int, str]]:
    found = _PIPES.match(text)
    return _split(found[1], "|", found.start(1)) if found else []


def _barred(text: str) -> list[tuple[int, str]]:
    """Split a row of a table without bars at its ends: `juni 2027 | lessen klaar`."""
    if not _BAR.search(text) or BULLET.match(text):
        return []
    start = len(text) - len(text.lstrip())
    return _split(text[start:], "|", start)


def _tabbed(text: str) -> list[tuple[int, str]]:
    bullet = BULLET.match(text)
    if bullet or not _INSIDE_TAB.search(text):
        return []
    return _split(text, "\t", 0)


def _spaced(text: str) -> list[tuple[int, str]]:
    """Split a line whose columns are made with spaces or with a row of points."""
    if BULLET.match(text) or not _GAP.search(text.strip()):
        return []
    start = len(text) - len(text.lstrip())
    cells: list[tuple[int, str]] = []
    for gap in _GAP.finditer(text, start):
        cells.append((start, text[start : gap.start()]))
        start = gap.end()
    return [*cells, (start, text[start:])] if text[start:].strip() else cells


_LINE = re.compile(r"\s*[-=_]{3,}\s*$")
SEVERAL = 3
"""Columns of a table that goes on below a line; with two, what stands there is read as well by itself."""


def _is_line_within(lines: Sequence[str], at: int, rows: Sequence[list[tuple[int, str]]]) -> bool:
    """Whether a line of dashes stands between the rows of a table and that of their totals, with as many columns."""
    if not _LINE.match(lines[at]) or at + 1 >= len(lines) or not rows:
        return False
    return SEVERAL <= len(rows[-1]) == len(_spaced(lines[at + 1]))


_ASIDE = 2
"""Columns by which cells below each other may differ in where they begin."""


def _below(columns: Set[int], text: str) -> list[tuple[int, str]]:
    """Return a line that goes on with a cell of the rows above it: it begins where one of their further cells does."""
    start = len(text) - len(text.lstrip())
    beside = range(start - _ASIDE, start + _ASIDE + 1)
    goes_on = text.strip() and not BULLET.match(text) and not columns.isdisjoint(beside)
    return [(start, text.strip())] if goes_on else []


def _through(columns: Set[int], lines: Sequence[str], at: int) -> list[tuple[int, str]]:
    """Return the two cells of a line of which the first fills its column, between rows whose second begins there."""
    text, below = lines[at], _spaced(lines[at + 1]) if at + 1 < len(lines) else []
    if len(columns) != 1 or len(below) != 2 or below[1][0] not in columns or BULLET.match(text):  # noqa: PLR2004 - two
        return []
    start = len(text) - len(text.lstrip())
    [column] = columns
    ends = [one.end() for one in re.finditer(r"\S (?=\S)", text) if 0 <= one.end() - column <= _ASIDE]
    return [(start, text[start : ends[0] - 1]), (ends[0], text[ends[0] :])] if ends and start < column else []


def _with_whole_cells(rows: Sequence[list[tuple[int, str]]]) -> list[list[tuple[int, str]]]:
    """Put what stands below cells, in rows without a first one, back into these; such rows are left empty."""
    made: list[list[tuple[int, str]]] = []
    above: list[tuple[int, str]] = []
    columns: dict[int, int] = {}
    for cells in rows:
        places = [_column(columns, start) for start, _ in cells]
        if above and all(places) and all(re.search(r"[^\W\d_]", text) for _, text in cells):
            for at, (_, text) in zip(places, cells, strict=True):
                above[at] = (above[at][0], f"{above[at][1].rstrip()} {text.strip()}")
            made.append([])
        else:
            above = list(cells)
            columns = {start: at for at, (start, _) in enumerate(above)}
            made.append(above)
    return made


def _column(columns: Mapping[int, int], start: int) -> int:
    """Return which cell begins there; the first one where none does."""
    beside = range(start - _ASIDE, start + _ASIDE + 1)
    return next((columns[at] for at in beside if at in columns), 0)


def _split(text: str, sign: str, start: int) -> list[tuple[int, str]]:
    cells: list[tuple[int, str]] = []
    for part in text.split(sign):
        cells.append((start, part))
        start += len(part) + 1
    return cells
