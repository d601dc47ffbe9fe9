"""Plain text as an outline: what was pasted from Word, written in a mail, or is YAML that went wrong.

Every line keeps its place. What only mail programs add (the marks of quoting, the lines with sender and date, what
stands below the closing) is left out, so that no name of a person gets into a finding.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sto_cli.files.decoding import split_lines, without_end
from sto_cli.findings import Place
from sto_cli.plans.reading.shape import HEADINGS
from sto_cli.plans.source.boxes import BOX_SIGNS, chosen, several_ticked
from sto_cli.plans.source.letters import is_of_a_mail
from sto_cli.plans.source.outline import (
    Outline,
    OutlineBlock,
    OutlineCell,
    OutlineHeading,
    OutlineParagraph,
    OutlinePoint,
    OutlineTable,
)
from sto_cli.plans.source.text_tables import BULLET, rows_of_table
from sto_cli.plans.source.wrapping import first_sentence, of_pages, quoted_lines, unwrapped

TAB = 4
"""Columns of a tab at the start of a line."""

FEWEST_KEYS = 2
"""Lines such as `doelen:` from which a `#` begins a remark, as in YAML, and no heading."""

_KEYS = "|".join(word for heading in HEADINGS for word in (heading.dutch, heading.english))
_REMARK = re.compile(r"(?<=\S)\s+#\s.*$")
_KEY = re.compile(rf"^(?:{_KEYS}):(?=\s|$)", re.MULTILINE)
_RULE = re.compile(r"\s*(?:(?:[-=_*.~]\s*){3,}|(?:antwoord|answer)\s*:\s*)$", re.IGNORECASE)
"""A line that says nothing of its own: a rule, or “Antwoord:” above an answer."""

_HEADING = re.compile(r"\s*(#{1,6})\s+")
_RUN_IN = re.compile(r"(?:\*\*|__)(?P<label>[^*_]{2,60}?)(?:\.(?:\*\*|__)|(?:\*\*|__)\.)\s*(?P<rest>.*)")
"""Bold words with a point that open a line: the heading of what follows."""

_NAME_OF_POINT = re.compile(
    r"(?:doel(?:stelling)?|goal|activiteit|activity|mijlpaal|milestone) \d{1,2}[:.]?", re.IGNORECASE
)
_PIPE_RULE = re.compile(r"[\s|:-]+$")
_STRONG = re.compile(r"\s*(?:\*\*|__)(?P<text>(?:(?!\*\*|__).)+)(?:\*\*|__)\s*:?\s*$")
_EMPHASIS = re.compile(r"\*\*|__(?=\S)|(?<=\S)__|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])")


class TextLine(NamedTuple):
    """A line of the file without quoting marks: its number, the column where it begins, and its text.

    `kind` is what quoting makes of it: a `text`, a `question` between the answers, or `old`, of an older mail.
    """

    number: int
    column: int
    words: str
    kind: str = "text"

    @property
    def indent(self) -> int:
        """Columns of space at its start; a tab counts as `TAB`."""
        space = self.words[: len(self.words) - len(self.words.lstrip())]
        return sum(TAB if sign == "\t" else 1 for sign in space)


def text_outline(source: str, path: str) -> Outline:
    """Return the outline of a plain text (with line feeds); `path` is the file's name as the user knows it."""
    lines: list[TextLine] = []
    texts = [without_end(ended) for ended in split_lines(source)]
    for number, (text, quoted) in enumerate(zip(texts, quoted_lines(texts), strict=True), 1):
        words = _LEADERS.sub("", _MANY_SPACES.sub(" " * WIDEST_GAP, text[quoted.marks :].translate(_LIGATURES)))
        if quoted.kind == "more" and words.strip():
            at = next(at for at in range(len(lines) - 1, -1, -1) if lines[at].kind == "question")
            lines[at] = lines[at]._replace(words=f"{lines[at].words.rstrip()} {words.strip()}")
            words = ""
        lines.append(TextLine(number, quoted.marks + 1, words, quoted.kind))
    reader = _Reader(lines, path, remarks=is_yaml(source))
    blocks = tuple(reader.blocks() if reader.remarks else unwrapped(_numbered(reader.blocks())))
    return Outline(path, blocks, tuple(reader.left_out), margins=tuple(reader.margins))


def _numbered(blocks: Iterable[OutlineBlock]) -> Iterator[OutlineBlock]:
    """Put the name of a point that stands on a line of its own before the text below it: “Doel 1”."""
    name: OutlineParagraph | None = None
    for block in blocks:
        if name is not None and isinstance(block, OutlineParagraph) and not _NAME_OF_POINT.fullmatch(block.text):
            yield block._replace(text=f"{name.text.rstrip(' :.')}: {block.text}", continues=False)
            name = None
            continue
        if name is not None:
            yield name
        name = block if isinstance(block, OutlineParagraph) and _NAME_OF_POINT.fullmatch(block.text) else None
        if name is None:
            yield block
    if name is not None:
        yield name


def text_blocks(lines: Sequence[TextLine], path: str) -> Iterator[OutlineBlock]:
    """Yield what lines of a text show, where the text is a part of a file of another kind."""
    return unwrapped(_Reader(lines, path).blocks())


def is_yaml(source: str, fewest: int = FEWEST_KEYS) -> bool:
    """Whether a text is meant as YAML: lines begin with the words of a plan and a colon, in small letters."""
    return len(_KEY.findall(source)) >= fewest


class _Reader:
    def __init__(self, lines: Sequence[TextLine], path: str, *, remarks: bool = False) -> None:
        self.path = path
        self.remarks = remarks
        self.lines = _chosen([line._replace(words=_REMARK.sub("", line.words)) for line in lines] if remarks else lines)
        self.left_out: list[OutlineCell] = []
        self.margins: list[OutlineCell] = []
        self.texts = [line.words for line in self.lines]
        self.of_pages = of_pages(self.texts)

    def blocks(self) -> Iterator[OutlineBlock]:
        row = 0
        blank = True
        while row < len(self.lines):
            line = self.lines[row]
            text = line.kind == "text" and row not in self.of_pages and not is_of_a_mail(line.words, line.number)
            rows = rows_of_table(self.texts, row) if text else ()
            if rows:
                yield self._as_table(row, rows)
                row += len(rows)
                blank = True
                continue
            if row in self.of_pages:
                self.margins.append(OutlineCell(line.words.strip(), self._place(line, 0)))
            elif not line.words.strip() or _RULE.match(line.words) or self._is_remark(line):
                blank = blank or not line.words.strip()
            elif line.kind == "question":
                place = self._place(line, len(line.words) - len(line.words.lstrip()))
                yield OutlineHeading(first_sentence(line.words.strip()), place._replace(end_column=None))
                blank = True
            elif line.kind == "old" or is_of_a_mail(line.words, line.number):
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
                _without_marks(text[found.end() :]).lstrip("# ").rstrip('# "”'),
                self._place(line, found.end()),
                len(found[1]),
            )
        if found := _STRONG.match(text):
            return OutlineParagraph(
                found["text"].strip(), self._place(line, found.start("text")), True, continues, line.indent
            )
        found = BULLET.match(text)
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


_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
"""Letters that a PDF joins."""

WIDEST_GAP = 250
"""Spaces in a line, at most; more say no more, and patterns look through each again from every space before it."""
_MANY_SPACES = re.compile(rf"[^\S\t]{{{WIDEST_GAP},}}")
_LEADERS = re.compile(r"(?<=\?)[ .…_]{5,}$")
"""What fills the line behind a question of a form: “Met wie? ………”."""


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
