"""A document as text for a terminal or a mail."""

import sys
from collections.abc import Iterable, Iterator, Sequence

from sto_cli.messages import N_, Translator
from sto_cli.render.document import model
from sto_cli.render.document.fields import written
from sto_cli.render.formats import Look
from sto_cli.render.terminal.table import RULE, Line, Side, fitted, labelled, numbered, table, text, widest, wrapped
from sto_cli.render.visible import width
from sto_cli.render.words import LOOKS, occurring
from sto_cli.reports.count import Count


def bar(count: Count, length: int) -> Line:
    """Draw a count as a bar of `length` signs; without schools it is empty."""
    if not length:
        return [("", "")]
    cells = shares_of(length, tuple(getattr(count, standing) for standing in LOOKS))
    spans = [(look.sign * n, look.style) for look, n in zip(LOOKS.values(), cells, strict=True) if n]
    return spans or [(" " * length, "")]


def legend(counts: Iterable[Count], translator: Translator) -> Line:
    """Say what the signs of these bars mean."""
    line: Line = []
    for look in (LOOKS[standing] for standing in occurring(sum(counts, Count()))):
        line += [("   " if line else "", ""), (look.sign, look.style), (f" {translator.text(look.word)}", "")]
    return line


def shares_of(length: int, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Divide `length` in proportion; whatever is not nothing gets at least one, the rest goes by largest remainder."""
    total = sum(numbers)
    if not total:
        return tuple(0 for _ in numbers)
    exact = [length * number / total for number in numbers]
    cells = [max(int(share), 1) if number else 0 for share, number in zip(exact, numbers, strict=True)]
    while sum(cells) != length:
        step = 1 if sum(cells) < length else -1
        movable = [place for place, n in enumerate(cells) if numbers[place] and (step > 0 or n > 1)]
        if not movable:  # more parts than room
            break
        cells[max(movable, key=lambda place: step * (exact[place] - cells[place]))] += step
    return tuple(cells)


ROOM = 88
"""Columns where the width of the screen is not known, and at most: longer lines are hard to read."""

UNDERLINES = {1: "=", 2: "-"}

BARS = (24, 12, 8, 5, 0)
"""Signs of the bars that share a row, from wide screens to narrow ones; the longest that fits is drawn."""

NO_ROOM = N_("What has no room here: {columns}. Make the window wider, or write to a file with --output.")


def document_text(document: model.Document, look: Look) -> Iterator[Line]:
    """Write a document as lines that fit the room; in a table with bars a row is one line where no width is known."""
    writer = _Writer(look)
    yield from writer.heading(model.Heading(document.title, 1))
    before: model.Block | None = None
    for block in document.read(appendix=False):
        lines = list(writer.block(block))
        if lines and (document.letter or not _close(before, block)):
            yield []
        yield from lines
        before = block if lines else before


class _Writer:
    """Writes blocks in one language, for one width; running text is never wider than `ROOM`."""

    def __init__(self, look: Look) -> None:
        self.translator = look.translator
        self.width = look.room
        self.room = min(look.room or ROOM, ROOM)

    def block(self, block: model.Block) -> Iterator[Line]:
        match block:
            case model.Heading():
                yield from self.heading(block)
            case model.Paragraph():
                yield from ([(piece, "aside" if block.quiet else "")] for piece in _pieces(block.text, self.room))
            case model.Bullets():
                yield from _bullets(block.entries, self.room)
            case model.Facts():
                yield from labelled([(label, _texts(value)) for label, value in block.rows], self.room)
            case model.Terms():
                yield from _bullets([(term, [meaning]) for term, meaning in block.entries], self.room)
            case model.Chart():
                yield from self.drawn(model.Table("", CHART, block.bars))
            case model.Table():
                yield from self.table(block)

    def heading(self, heading: model.Heading) -> Iterator[Line]:
        pieces = _pieces(heading.text, self.room)
        yield from ([(piece, "heading")] for piece in pieces)
        underline = UNDERLINES.get(heading.level)
        if underline:
            yield [(underline * max(map(width, pieces)), "aside")]

    def table(self, content: model.Table) -> Iterator[Line]:
        if content.use == "entries":
            yield from (line for row in content.rows for line in self.entry(self.texts(row, content.columns)))
        elif any(column.kind == "bar" or column.spare for column in content.columns):
            yield from self.drawn(content)
        else:
            yield from self.lines(content, 0, self.width or ROOM)

    def entry(self, texts: Sequence[str]) -> Iterator[Line]:
        """Write a row on one line where it fits, else what follows its name below it."""
        name, *rest = texts
        further = " · ".join(text for text in rest if text)
        whole = "".join(f"{part} · " for part in (name, further) if part).removesuffix(" · ")
        if width(whole) + INDENT <= self.room:
            yield [(" " * INDENT, ""), (name, "place"), (whole.removeprefix(name), "")]
            return
        yield from wrapped(name, INDENT, self.room, "place")
        yield from wrapped(further, 2 * INDENT, self.room)

    def drawn(self, content: model.Table) -> Iterator[Line]:
        """Write a table with the longest bars for which there is room, else without; names may go on below.

        Where that does not fit either, columns that can be spared go one by one, and it is said.
        """
        names = max((width(self.texts(row[:1], content.columns)[0]) for row in content.rows), default=0)
        spare = [place for place, column in enumerate(content.columns) if column.spare]
        for gone, length in (
            *((0, length) for length in self.lengths(content)),
            *((n + 1, 0) for n in range(len(spare))),
        ):
            left = content.without(spare[:gone])
            over = widest(self.lines(left, length, None)) - (self.width or sys.maxsize)
            if over <= 0 or names - over >= NAMES or gone == len(spare):
                yield from self.lines(left, length, self.width)
                yield from ([], legend(_counts(content), self.translator)) if length else ()
                yield from self.no_room([content.columns[place].heading for place in spare[:gone]])
                return

    def lengths(self, content: model.Table) -> Sequence[int]:
        """Return how long the bars may be: where several share a row, the longest have no room."""
        bars = sum(column.kind == "bar" for column in content.columns)
        return BARS[0 if bars == 1 else 1 :] if bars else (0,)

    def no_room(self, columns: Sequence[str]) -> Iterator[Line]:
        if columns:
            said = self.translator.text(NO_ROOM).format(columns=", ".join(columns))
            yield from wrapped(said, 0, self.room, "aside")

    def lines(self, content: model.Table, length: int, room: int | None) -> list[Line]:
        columns = content.columns
        headings = [text(column.heading, "heading") for column in columns]
        body = [self.cells(row, columns, length, "") for row in content.rows]
        foot = [self.cells(row, columns, length, "heading") for row in content.last]
        sides: list[Side] = ["left" if column.kind in {"text", "bar", "share"} else "right" for column in columns]
        above = [headings] if any(column.heading for column in columns) else []
        return table([*above, *body, *([RULE] if foot else []), *foot], sides, room)

    def cells(self, row: Sequence[model.Value], columns: Sequence[model.Column], length: int, style: str) -> list[Line]:
        drawn: list[Line] = [
            [*bar(value, length), (" ", "")] if length and column.kind == "bar" and isinstance(value, Count) else []
            for value, column in zip(row, columns, strict=True)
        ]
        return [[*bars, (said, style)] for bars, said in zip(drawn, self.texts(row, columns), strict=True)]

    def texts(self, row: Sequence[model.Value], columns: Sequence[model.Column]) -> list[str]:
        return [written(value, column, self.translator) for value, column in zip(row, columns, strict=False)]


CHART = (model.Column(""), model.Column("", "bar"))
INDENT = 2

NAMES = 24
"""Signs that the names of the rows keep beside bars; they go on below."""


def _close(before: model.Block | None, block: model.Block) -> bool:
    """Whether no blank line comes before a block: sentences of one kind, and a remark below a small heading."""
    if isinstance(before, model.Paragraph) and isinstance(block, model.Paragraph):
        return before.quiet == block.quiet
    small = isinstance(before, model.Heading) and before.level not in UNDERLINES
    return small and isinstance(block, model.Paragraph) and block.quiet


def _counts(content: model.Table) -> Iterator[Count]:
    return (value for row in content.rows for value in row if isinstance(value, Count))


def _bullets(entries: Sequence[tuple[str, Sequence[str]]], room: int) -> Iterator[Line]:
    for entry, details in entries:
        texts = [*_texts(entry), *(part for detail in details for part in _texts(detail, "aside"))]
        marks = [("- ", ""), *[("  ", "")] * (len(texts) - 1)]
        yield from numbered(marks, texts, room)


def _texts(value: str, style: str = "") -> list[tuple[str, str]]:
    return [(line, style) for line in value.split("\n")]


def _pieces(value: str, room: int) -> list[str]:
    """Return text in safe pieces that fit; line feeds stay, and blank lines between paragraphs too."""
    return [piece for line in value.split("\n") for piece in fitted(line, room)]
