"""Plain text as an outline: what was pasted from Word, written in a mail, or is YAML that went wrong.

Every line keeps its place. What only mail programs add (the marks of quoting, the lines with sender and date, what
stands below the closing) is left out, so that no name of a person gets into a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from sto_cli.files.decoding import BULLETS
from sto_cli.files.lines import split_lines, without_end
from sto_cli.findings import Place
from sto_cli.plans.reading.shape import HEADINGS
from sto_cli.plans.source.boxes import BOX_SIGNS, chosen, several_ticked
from sto_cli.plans.source.outline import (
    Outline,
    OutlineBlock,
    OutlineCell,
    OutlineHeading,
    OutlineParagraph,
    OutlinePoint,
    OutlineTable,
)

TAB = 4
"""Columns of a tab at the start of a line."""

FEWEST_KEYS = 2
"""Lines such as `doelen:` from which a `#` begins a remark, as in YAML, and no heading."""

_QUOTED = re.compile(r"(?:\s{0,3}>)+ ?")
_KEYS = "|".join(word for heading in HEADINGS for word in (heading.dutch, heading.english))
_REMARK = re.compile(r"(?<=\S)\s+#\s.*$")
_KEY = re.compile(rf"^(?:{_KEYS}):(?=\s|$)", re.MULTILINE)
_RULE = re.compile(r"\s*(?:[-=_*.~]\s*){3,}$")
_HEADING = re.compile(r"\s*(#{1,6})\s+")
_BULLET = re.compile(
    rf"\s*(?:[{''.join(sorted(BULLETS))}→✓✔☐☑▸·‣]\s*|\*(?!\*)\s+|o(?=\t| {{2,}})\s*"
    r"|[-–—](?=\s|[^\W\d])\s*"
    r"|(?P<number>\d{1,2})[.)](?=\s)\s+|(?P<letter>[a-z])[.)]\s+|\((?P<inside>\d{1,2})\)\s+)"
)
_PIPES = re.compile(r"\s*\|(.*)\|\s*$")
_BAR = re.compile(r"\S \| \S|-\s*\|\s*-")
_RUN_IN = re.compile(r"(?:\*\*|__)(?P<label>[^*_]{2,60}?)(?:\.(?:\*\*|__)|(?:\*\*|__)\.)\s*(?P<rest>.*)")
"""Bold words with a point that open a line: the heading of what follows."""

_PIPE_RULE = re.compile(r"[\s|:-]+$")
_GAP = re.compile(r"(?<=[^\s€])(?:\s*\.{4,}\s*|\s{3,}|\s{2}(?=€))(?=\S|$)")
_INSIDE_TAB = re.compile(r"\S\s*\t\s*\S")
_STRONG = re.compile(r"\s*(?:\*\*|__)(?P<text>(?:(?!\*\*|__).)+)(?:\*\*|__)\s*:?\s*$")
_EMPHASIS = re.compile(r"\*\*|__(?=\S)|(?<=\S)__|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])")
_MAIL_LINE = re.compile(
    r"\s*(?:(?:van|from|to)\s*:(?!\s*(?:(?:begin|eind|start|week|q)\w*\s)?\d)|"
    r"(?:aan|cc|bcc|datum|verzonden|date|sent|bijlagen?|attachments?|tel(?:efoon)?|e-?mail|mobiel)\s*:)",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"\s*(?:beste|geachte|hallo|hoi|hi|dag|dear|hello|goedemorgen|goedemiddag|l\.s\.?)\b"
    r"(?:[^.!?:]|(?<=\b\w)\.|(?<=\b(?:mw|dr|ir|mr))\.|(?<=\b(?:dhr|drs|ing|mrs))\.|(?<=\bmevr)\.){0,60}[,!]?\s*$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\s*(?:(?:met\s+)?(?:\w+\s+){0,2}groet\w*\b[^.?:]{0,40}|m\.?v\.?g\.?|hoogachtend|hgr?|"
    r"(?:kind|best|warm)(?:est)? regards|yours (?:sincerely|faithfully|truly)|cheers|--)[,.!]?\s*$",
    re.IGNORECASE,
)


class TextLine(NamedTuple):
    """A line of the file without quoting marks: its number, the column where it begins, and its text."""

    number: int
    column: int
    words: str

    @property
    def indent(self) -> int:
        """Columns of space at its start; a tab counts as `TAB`."""
        space = self.words[: len(self.words) - len(self.words.lstrip())]
        return sum(TAB if sign == "\t" else 1 for sign in space)


def text_outline(source: str, path: str) -> Outline:
    """Return the outline of a plain text (with line feeds); `path` is the file's name as the user knows it."""
    reader = _Reader(_lines(source), path, remarks=is_yaml(source))
    return Outline(path, tuple(reader.blocks()), tuple(reader.left_out))


def text_blocks(lines: Sequence[TextLine], path: str) -> Iterator[OutlineBlock]:
    """Yield what lines of a text show, where the text is a part of a file of another kind."""
    return _Reader(lines, path).blocks()


def is_yaml(source: str, fewest: int = FEWEST_KEYS) -> bool:
    """Whether a text is meant as YAML: lines begin with the words of a plan and a colon, in small letters."""
    return len(_KEY.findall(source)) >= fewest


_POLITE = re.compile(
    r"(?:(?:laat|(?:ik|wij|we) hoo?r(?:en)?|alvast|let me know|i look forward|graag)\b.{0,60}?"
    r"\b(?:weten|graag|bedankt|dank|know|hearing|reactie)|let me know|tot zover|tot ziens|tot dan|tot gauw|"
    r"(?:ik|wij|we) licht(?:en)? .{0,40}toe)\b.{0,40}$",
    re.IGNORECASE,
)


def is_polite(line: str) -> bool:
    """Whether a line only rounds off a letter: “Laat maar weten of ik iets vergeten ben!”."""
    return len(line) <= LONGEST_POLITE and _POLITE.match(line) is not None


LONGEST_POLITE = 100
"""Characters of such a line."""


def is_closing(line: str) -> bool:
    """Whether a line closes a letter: what follows is a name and an address, until a heading comes."""
    return _CLOSING.match(line) is not None


_SENDER = re.compile(
    r"\W*(?:(?:(?:in|op)(?:gevuld|gesteld)|(?:onder)?getekend|geschreven) door\b|"
    r"(?:written|filled in|submitted) by\b|"
    r"(?:naam )?(?:contact(?:persoon|gegevens)?|aangevraagd door|"
    r"auteurs?|aanvrager|indiener|inzender|steller|projectleider|contact person|"
    r"authors?|tel(?:efoon)?(?:nummer)?|mobiel|e-?mail(?:adres)?|mail|phone|mobile|06)\b\W{0,4}[:=])",
    re.IGNORECASE,
)


def names_sender(line: str) -> bool:
    """Whether a line says who wrote a plan, or how to reach them: “Ingevuld door: …”."""
    return _SENDER.match(line) is not None


def is_of_a_person(line: str) -> bool:
    """Whether a line only greets, or says by whom a plan was written."""
    return is_greeting(line) or names_sender(line)


def is_signature(label: str) -> bool:
    """Whether a cell asks for a signature: the table is signed, and no answer."""
    return _SIGNATURE.match(label) is not None


_SIGNATURE = re.compile(r"\W*(?:handtekening|paraaf|ondertekening|signature)\b", re.IGNORECASE)


def is_greeting(line: str) -> bool:
    """Whether a line opens a letter."""
    return _GREETING.match(line) is not None


class _Reader:
    def __init__(self, lines: Sequence[TextLine], path: str, *, remarks: bool = False) -> None:
        self.path = path
        self.remarks = remarks
        self.lines = _chosen(_without_remarks(lines) if remarks else lines)
        self.left_out: list[OutlineCell] = []

    def blocks(self) -> Iterator[OutlineBlock]:
        row = 0
        blank = True
        while row < len(self.lines):
            line = self.lines[row]
            rows = self._table(row)
            if rows:
                yield self._as_table(row, rows)
                row += len(rows)
                blank = True
                continue
            if not line.words.strip() or _RULE.match(line.words) or self._is_remark(line):
                blank = blank or not line.words.strip()
            elif _is_of_a_mail(line):
                self.left_out.append(OutlineCell(line.words.strip(), self._place(line, 0)))
            else:
                yield self._block(line, continues=not blank)
                blank = False
            row += 1

    def _is_remark(self, line: TextLine) -> bool:
        return line.words.lstrip()[:1] == "#" and self.remarks

    def _block(self, line: TextLine, *, continues: bool) -> OutlineBlock:
        text = line.words.rstrip()
        if found := _HEADING.match(text):
            return OutlineHeading(
                _without_marks(text[found.end() :]).strip("# "), self._place(line, found.end()), len(found[1])
            )
        if found := _STRONG.match(text):
            return OutlineParagraph(
                found["text"].strip(), self._place(line, found.start("text")), True, continues, line.indent
            )
        found = _BULLET.match(text)
        if found and found.end() < len(text):
            number = found["number"] or found["inside"]
            return OutlinePoint(
                _without_marks(text[found.end() :]), self._place(line, found.end()), line.indent, number
            )
        start = len(text) - len(text.lstrip())
        return OutlineParagraph(_without_marks(text.strip()), self._place(line, start), False, continues, line.indent)

    def _place(self, line: TextLine, start: int) -> Place:
        end = line.column + len(line.words.rstrip())
        return Place(self.path, line.number, line.column + start, max(end, line.column + start + 1))

    def _table(self, row: int) -> Sequence[list[tuple[int, str]]]:
        """Return the rows of a table that begins here, as cells with the position in the line; nothing if none does."""
        words = self.lines[row].words
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
        for at in range(row, len(self.lines)):
            found = cells(self.lines[at].words)
            if not found and cells is _spaced:
                found = _below(columns, self.lines[at].words)
            if not found:
                break
            rows.append(found)
            columns.update(start for start, _ in found[1:])
        if cells is _spaced:
            rows = _with_whole_cells(rows)
        return rows if len(rows) > 1 else ()

    def _as_table(self, row: int, rows: Sequence[list[tuple[int, str]]]) -> OutlineTable:
        made = [
            [OutlineCell(_without_marks(text.strip()), self._place_of(line, start, text)) for start, text in cells]
            for line, cells in zip(self.lines[row : row + len(rows)], rows, strict=True)
            if cells and not _PIPE_RULE.match(line.words)
        ]
        marked = len(rows) > 1 and _PIPE_RULE.match(self.lines[row + 1].words) is not None
        return OutlineTable(made, self._place(self.lines[row], 0), marked=int(marked))

    def _place_of(self, line: TextLine, start: int, text: str) -> Place:
        begin = start + len(text) - len(text.lstrip())
        column = line.column + begin
        return Place(self.path, line.number, column, max(column + len(text.strip()), column + 1))


def _is_of_a_mail(line: TextLine) -> bool:
    return _MAIL_LINE.match(line.words) is not None and line.number <= LAST_MAIL_LINE


LAST_MAIL_LINE = 12
"""The lines with sender and date stand at the top of a mail."""


def _lines(source: str) -> list[TextLine]:
    lines: list[TextLine] = []
    for number, ended in enumerate(split_lines(source), 1):
        text = without_end(ended)
        quoted = _QUOTED.match(text)
        start = quoted.end() if quoted else 0
        lines.append(TextLine(number, start + 1, _MANY_SPACES.sub(" " * WIDEST_GAP, text[start:])))
    return lines


WIDEST_GAP = 250
"""Spaces in a line, at most; more say no more, and patterns look through each again from every space before it."""
_MANY_SPACES = re.compile(rf"[^\S\t]{{{WIDEST_GAP},}}")


def _without_remarks(lines: Sequence[TextLine]) -> list[TextLine]:
    """Leave out what stands behind a `#` on a line, as in YAML."""
    return [line._replace(words=_REMARK.sub("", line.words)) for line in lines]


def _chosen(lines: Sequence[TextLine]) -> Sequence[TextLine]:
    """Leave out what stands at boxes that are not ticked, where others are."""
    if not any(sign in line.words for line in lines for sign in BOX_SIGNS):
        return lines
    words = chosen([several_ticked(line.words) for line in lines])
    return [line._replace(words=text) for line, text in zip(lines, words, strict=True) if text is not None]


def _without_marks(text: str) -> str:
    """Leave out the marks of bold and emphasis; bold words with a point that open a line become its label."""
    if run_in := _RUN_IN.match(text):
        text = f"{run_in['label']}: {run_in['rest']}"
    return _EMPHASIS.sub("", text).strip() if "*" in text or "__" in text else text.strip()


def _piped(text: str) -> list[tuple[int, str]]:
    found = _PIPES.match(text)
    return _split(found[1], "|", found.start(1)) if found else []


def _barred(text: str) -> list[tuple[int, str]]:
    """Split a row of a table without bars at its ends: `juni 2027 | lessen klaar`."""
    if not _BAR.search(text) or _BULLET.match(text):
        return []
    start = len(text) - len(text.lstrip())
    return _split(text[start:], "|", start)


def _tabbed(text: str) -> list[tuple[int, str]]:
    bullet = _BULLET.match(text)
    if bullet or not _INSIDE_TAB.search(text):
        return []
    return _split(text, "\t", 0)


def _spaced(text: str) -> list[tuple[int, str]]:
    """Split a line whose columns are made with spaces or with a row of points."""
    if _BULLET.match(text) or not _GAP.search(text.strip()):
        return []
    start = len(text) - len(text.lstrip())
    cells: list[tuple[int, str]] = []
    for gap in _GAP.finditer(text, start):
        cells.append((start, text[start : gap.start()]))
        start = gap.end()
    return [*cells, (start, text[start:])] if text[start:].strip() else cells


_ASIDE = 2
"""Columns by which cells below each other may differ in where they begin."""


def _below(columns: Set[int], text: str) -> list[tuple[int, str]]:
    """Return a line that goes on with a cell of the rows above it: it begins where one of their further cells does."""
    start = len(text) - len(text.lstrip())
    beside = range(start - _ASIDE, start + _ASIDE + 1)
    goes_on = text.strip() and not _BULLET.match(text) and not columns.isdisjoint(beside)
    return [(start, text.strip())] if goes_on else []


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
