"""The points of an answer as they stand there: paragraphs, points of lists, rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from sto_cli.findings import Place
from sto_cli.plans.language.amounts import amount_meant, names_an_amount, read_amount
from sto_cli.plans.language.times import names_a_time, time_meant
from sto_cli.plans.reading.columns import is_goal_name
from sto_cli.plans.reading.frames import lines_of, only_cell
from sto_cli.plans.reading.goal_references import split_names
from sto_cli.plans.reading.outline_rows import Names, rows_of_table
from sto_cli.plans.reading.shape import PLAN, Shape
from sto_cli.plans.source.outline import (
    OutlineBlock,
    OutlineHeading,
    OutlinePair,
    OutlineParagraph,
    OutlinePoint,
    OutlineTable,
)

SHORT_LINE = 70
"""Characters: lines that are shorter stand below each other on purpose; mail programs break texts at more."""

SHORT_INTRODUCTION = 14
"""Words of a line that only leads up to the points below it."""


class Text(NamedTuple):
    """A text with its place."""

    text: str
    place: Place


@dataclass(slots=True)
class AnswerPoint:
    """A point of an answer: its lines, or the cells of its row; and how far in it stands."""

    lines: list[Text] = field(default_factory=list)
    level: int = 0
    point: bool = False
    cells: dict[str, Text] = field(default_factory=dict)
    goals: Text | None = None  # of a line above it: “Voor doel 1 en 2”
    number: str | None = None  # that it bears in its list
    whole: bool = False  # a text in a box of its own, which is not taken apart


def between(place: Place) -> str:
    """Return what goes between lines: in a text file they go on, in a document someone ended them."""
    return " " if place.where is None else "\n"


class _Points:
    """Makes the points of an answer; a run of lines without bullets is one point, or one per line."""

    def __init__(self, key: str, names: Names) -> None:
        self.key = key
        self.names = names
        self.items: list[AnswerPoint] = []
        self.run: list[OutlineParagraph] = []

    def of(self, blocks: Iterable[OutlineBlock]) -> list[AnswerPoint]:
        for block in blocks:
            match block:
                case OutlineParagraph():
                    self._paragraph(block)
                case OutlineTable():
                    self._flush()
                    self._table(block)
                case OutlinePoint():
                    self._flush()
                    self._point(block)
                case OutlinePair():
                    self._flush()
                    self.items.append(_of_pair(self.key, block, self.names))
                case OutlineHeading():
                    self._flush()
                    self.items.append(AnswerPoint([Text(block.text, block.place)], -1, point=True))
        self._flush()
        return self.items

    def _paragraph(self, block: OutlineParagraph) -> None:
        last = self.items[-1] if self.items and not self.run else None
        goes_on = last and last.point and (block.continues or block.indent > last.level)
        if last and goes_on and not (_opens(self.key, block.text) or self._is_next_cost(last, block.text)):
            last.lines.append(Text(block.text, block.place))
            return
        if not block.continues:
            self._flush()
        self.run.append(block)

    def _is_next_cost(self, last: AnswerPoint, text: str) -> bool:
        """Whether a line below a cost is one of its own, though it has no bullet."""
        both = _is_priced(text) and any(_is_priced(line.text) for line in last.lines)
        return self.key == "resources" and both and _STARTS.match(text) is not None

    def _table(self, table: OutlineTable) -> None:
        """Take the rows of a table, or what stands in a box: its points, or else one text."""
        cell = only_cell(table)
        if cell is None:
            self.items += _rows(self.key, table, self.names)
            return
        lines = list(lines_of(cell))
        if any(isinstance(line, OutlinePoint) for line in lines):
            self.of(lines)
        else:
            self.items.append(AnswerPoint([Text(cell.text, cell.place)], whole=True))

    def _point(self, block: OutlinePoint) -> None:
        last = self.items[-1] if self.items else None
        if last and last.point and block.level > last.level and leads_up(last):
            last.lines.append(Text(block.text, block.place))
        else:
            self.items.append(
                AnswerPoint([Text(block.text, block.place)], block.level, point=True, number=block.number)
            )

    def _flush(self) -> None:
        run, self.run = self.run, []
        alone = _stand_alone(self.key, run)
        for block in run:
            text = Text(block.text, block.place)
            if (
                self.items
                and self.items[-1].lines
                and block is not run[0]
                and (not (alone or _opens(self.key, block.text)) or _GOES_ON.match(block.text))
            ):
                self.items[-1].lines.append(text)
            else:
                self.items.append(AnswerPoint([text], block.indent))


def _of_pair(key: str, pair: OutlinePair, names: Names) -> AnswerPoint:
    """Return a label with its text as a point in two parts: `Firda: a teacher`, `15 juni: lab`, `robots: 2400`."""
    label, text = Text(pair.label, pair.label_place), Text(pair.text, pair.place)
    cells: dict[str, Text] = {}
    match key:
        case "goals":
            cells = {"id": label, "goal": text}
        case "cooperation":
            cells = {"partner": label, "how": text}
        case "milestones" if time_meant(pair.label) is not None:
            cells = {"date": label, "milestone": text}
        case "milestones" if time_meant(pair.text) is not None:
            cells = {"milestone": label, "date": text}
        case "activities" if all(is_goal_name(name) or name in names for name in split_names(pair.text)):
            cells = {"activity": label, "goals": text}
        case "resources" if read_amount(pair.text) is not None:
            cells = {"item": label, "amount": text}
    return AnswerPoint([Text(f"{pair.label}: {pair.text}", pair.label_place)], point=True, cells=cells)


ENUMERATED = ("goals", "activities", "milestones")

FOR_GOALS = re.compile(
    r"(?:(?:activiteiten )?(?:voor|bij|ad|om)\s+)?(?:doel(?:en|stelling(?:en)?)?|goals?)\s*"
    r"(?P<names>(?:\d{1,2}|[a-h]\b)(?:\d|[\s,&+]|\ben\b|\band\b|(?<=[\s,&+])[a-h]\b)*)\s*",
    re.IGNORECASE,
)
"""How a line above activities begins that says which goals they serve."""

TOTAL = re.compile(
    r"(?:totaal|total|totale|totaalbedrag|samen|tezamen|opgeteld|alles bij elkaar)\b[\s/a-z’']{0,20}[:=]?\s*"
    r"(?=€|eur|\d|$)",
    re.IGNORECASE,
)


def is_line(item: AnswerPoint) -> bool:
    """Whether a point is only a line of text, without a bullet and without columns."""
    return not item.point and not item.cells


def points_of(key: str, blocks: Iterable[OutlineBlock], names: Names) -> list[AnswerPoint]:
    """Return the points of the blocks of an answer; `names` are the short names of the goals."""
    return _Points(key, names).of(blocks)


def leads_up(item: AnswerPoint) -> bool:
    """Whether a line of this point ends in a colon, so that the points further in belong to it."""
    return any(line.text.endswith(":") for line in item.lines)


_MAIN = re.compile(
    r"(?:sub)?(?:doel(?:stelling)?|goal|activiteit|activity|actie|mijlpaal|milestone|partner|post)\s*(?:\d+\b|[a-e]\s*[:.)–-])",
    re.IGNORECASE,
)
_ENDS_IN_AMOUNT = re.compile(r"(?<=[a-z:=] )(?!20(?:0[1-9]|[12]\d|3[0-5])$)\d{2,6}$")
_NAMED_PARTNER = re.compile(r"(?=[^:]{3,70}:\s)(?:[A-ZÀ-Ý]|dr\.|de |het )[^:.!?]*(?:\. ?[A-Z][^:.!?]*)?:\s")
_UNFINISHED = re.compile(
    r"(?:,|\b(?:en|of|de|het|een|van|voor|met|in|op|aan|te|dat|die|om|and|or|the|a|of|for|with|to))$"
)
"""How a line ends that goes on below."""

UNBROKEN_LINE = 50
"""Characters: no mail program breaks a text into lines that are all this short."""

_SHORT_MARK = re.compile(r"[A-Z]{1,4}-?\d{1,2}\s*[:(.)–-]")
_STARTS = re.compile(r"[A-Z0-9€“\"'‘]")


def _opens(key: str, text: str) -> bool:
    """Whether a line begins a point of its own by its words: `Doel 2: …`, or a date in question 4."""
    if _MAIN.match(text):
        return True
    if key == "milestones":
        head = re.split(r"[:–]|\s-\s|\t", text, maxsplit=1)
        return len(head) > 1 and len(head[0]) < SHORT_LINE / 2 and names_a_time(head[0])
    if key in ENUMERATED and _SHORT_MARK.match(text):
        return True
    if key == "activities" and (found := FOR_GOALS.match(text)):
        return text.endswith(":") or not text[found.end() :].strip()
    if key == "cooperation" and _NAMED_PARTNER.match(text):
        return True
    return key == "resources" and TOTAL.match(text) is not None


def _stand_alone(key: str, run: Sequence[OutlineParagraph]) -> bool:
    """Whether each of these lines is a point of its own, and not a text that goes on over the lines."""
    texts = [block.text for block in run]
    if key == "resources" and len(run) > 2 and all(map(_is_cost_line, texts[:-1])) and _is_priced(texts[-1]):  # noqa: PLR2004 - a list
        return True
    each_in_brackets = key in ENUMERATED and all(text.endswith(")") for text in texts)
    if each_in_brackets or (key == "cooperation" and _broken_on_purpose(texts)):
        return True
    if len(run) < 2 or any(len(one) > SHORT_LINE for one in texts[:-1]):  # noqa: PLR2004 - a single line
        return False
    if key == "milestones" and _goes_over_lines(texts):
        return False
    if key == "milestones":
        return sum(map(names_a_time, texts)) * 2 >= len(texts)
    if key == "resources":
        return sum(map(_is_priced, texts)) * 2 >= len(texts)
    if any(_UNFINISHED.search(text) for text in texts[:-1]):
        return False
    return all(map(_STARTS.match, texts)) or max(map(len, texts)) <= UNBROKEN_LINE


def _goes_over_lines(texts: Sequence[str]) -> bool:
    """Whether these are the lines of a text that a mail program broke: sentences end within them and go on below."""
    starts_small = sum(text[:1].islower() for text in texts[1:])
    ends = sum(1 for text in texts if re.search(r"\w\. [A-Z]", text))
    return bool(starts_small and ends) and max(map(len, texts)) > UNBROKEN_LINE


def _broken_on_purpose(texts: Sequence[str]) -> bool:
    """Whether lines end where more would have fitted: beside the longest line, the next word had room."""
    width = max(map(len, texts), default=0)
    breaks = [(line, below.split()[0]) for line, below in pairwise(texts) if len(line) < width]
    return bool(breaks) and all(
        len(line) + len(word) + SPARE <= width and not _UNFINISHED.search(line) for line, word in breaks
    )


SPARE = 8
"""Characters more than a word and its space that fit behind a line that was ended on purpose."""


_IN_PROSE = re.compile(r"[a-z)€]\. [A-ZÀ-Ý]|[=+×,(]$")
_GOES_ON = re.compile(r"[à×+]|=(?!=)|x\s")
"""How a line begins that goes on with the sum above it."""


def _is_cost_line(text: str) -> bool:
    """Whether a line is a cost by itself, and no part of a text that goes on over the lines."""
    unfinished = _IN_PROSE.search(text) or _UNFINISHED.search(text)
    return names_an_amount(text) and _STARTS.match(text) is not None and not unfinished


def _is_priced(text: str) -> bool:
    return names_an_amount(text) or _ENDS_IN_AMOUNT.search(text) is not None


def moved(place: Place, columns: int) -> Place:
    """Return the place so many columns further on its line, where there are lines."""
    return place if place.where is not None else place._replace(column=place.column + columns)


def shape_of(key: str) -> Shape:
    """Return the shape of one point of an answer."""
    shape = next(heading.shape.items for heading in PLAN.group if heading.english == key)
    assert shape is not None  # noqa: S101 - an answer is a list of points
    return shape


def _rows(key: str, table: OutlineTable, names: Names) -> Iterator[AnswerPoint]:
    """Make a point of every row; the first row may hold the headings of the columns."""
    found = rows_of_table(table.rows, shape_of(key), table.marked, names)
    for row in found.items:
        cells = {name: Text(cell.text, cell.place) for name, cell in row.parts.items()}
        if cells:
            yield AnswerPoint(cells=cells if found.heads else _by_what_it_is(cells))


def _by_what_it_is(cells: dict[str, Text]) -> dict[str, Text]:
    """Put an amount that is more than that (`2.200 (waarvan 1.200 van de boer)`) back in the text it stands behind."""
    amount, item = cells.get("amount"), cells.get("item")
    if amount is None or item is None or (amount_meant(amount.text) is not None and "(" not in amount.text):
        return cells
    rest = {name: cell for name, cell in cells.items() if name != "amount"}
    return rest | {"item": Text(f"{item.text} {amount.text}", item.place)}
