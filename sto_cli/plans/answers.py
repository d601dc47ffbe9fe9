"""The points of one answer: from paragraphs, lists and tables to a text, or a list of texts and of groups."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, zip_longest
from typing import NamedTuple

from sto_cli.files.yaml_reader import YamlDocument, read_yaml
from sto_cli.findings import Place
from sto_cli.plans.amounts import YEAR, names_an_amount
from sto_cli.plans.columns import label_of, part_of
from sto_cli.plans.dates import names_a_time
from sto_cli.plans.dressed_amounts import amount_meant
from sto_cli.plans.frames import lines_of, only_cell
from sto_cli.plans.outline import (
    OutlineBlock,
    OutlineCell,
    OutlineHeading,
    OutlineParagraph,
    OutlinePoint,
    OutlineTable,
)
from sto_cli.plans.outline_rows import Names, is_labelled, item_of_line, rows_of_table
from sto_cli.plans.question_headings import heading_in
from sto_cli.plans.shape import PLAN, Shape

SHORT_LINE = 70
"""Characters: lines that are shorter stand below each other on purpose; mail programs break texts at more."""

SHORT_INTRODUCTION = 14
"""Words of a line that only leads up to the points below it."""


class Text(NamedTuple):
    """A text with its place."""

    text: str
    place: Place


@dataclass(slots=True)
class _Item:
    """A point of an answer: its lines, or the cells of its row; and how far in it stands."""

    lines: list[Text] = field(default_factory=list)
    level: int = 0
    point: bool = False
    cells: dict[str, Text] = field(default_factory=dict)
    goals: Text | None = None  # of a line above it: “Voor doel 1 en 2”
    number: str | None = None  # that it bears in its list
    whole: bool = False  # a text in a box of its own, which is not taken apart


def answer_of(
    key: str,
    blocks: Sequence[OutlineBlock],
    document: YamlDocument,
    data: dict[str, object],
    left_out: list[OutlineCell],
) -> object:
    """Return the answer to a question, and put its places into the document.

    A total goes into `data`, and a line that only leads up to the answer into `left_out`.
    """
    if key == "vision":
        return _points(key, blocks, document) if _is_list(blocks) else _joined(blocks)
    if (text := _one_paragraph(key, blocks)) is not None:
        return text
    names = _names(data)
    items = [one for item in _without_numbers(_Items(key, names).of(blocks)) for one in _enumerated(key, item)]
    if key == "activities":
        items = _with_goals(items)
    items = [item for item in items if not _take_total(key, item, document, data)]
    items = _without_introduction(items, left_out)
    if key == "goals" and len(items) == 1 and not items[0].cells and not items[0].whole:
        items = _told_apart(items[0])
    listed = len(items) > 1 or any(item.point or item.cells for item in items)
    if not items:
        return None
    values = [_value((key, index), item, document, names) for index, item in enumerate(items)]
    return values[0] if not listed and isinstance(values[0], str) else values


_RUNNING = re.compile(r"(\d)[.)]?\s+(?=[^\W\d])")


def _without_numbers(items: list[_Item]) -> list[_Item]:
    """Take off the numbers that people type behind the bullets of a list: “* 1 alle leerlingen …”, “* 2 ouders …”."""
    found = [_RUNNING.match(item.lines[0].text) if item.point and item.lines else None for item in items]
    if len(items) < 2 or [one and one[1] for one in found] != [str(at) for at in range(1, len(items) + 1)]:  # noqa: PLR2004 - a list
        return items
    return [_numbered(item, one) for item, one in zip(items, found, strict=True) if one is not None]


def _numbered(item: _Item, found: re.Match[str]) -> _Item:
    first, *others = item.lines
    line = Text(first.text[found.end() :], _from(first.place, found.end()))
    return replace(item, lines=[line, *others], number=item.number or found[1])


def unquoted(text: str, place: Place) -> str:
    """Take off the quotation marks or brackets around a whole text, and the sign of a YAML text block.

    Only in a file of text, where someone may have begun with YAML; in a document they are what was meant.
    """
    if place.where is not None:
        return text
    text = re.sub(r"^[|>][-+]?(?:\s+|$)", "", text.strip())
    for opener, closer in (('"', '"'), ("'", "'"), ("[", "]")):
        if len(text) > 1 and text[0] == opener and text[-1] == closer and opener not in text[1:-1]:
            return text[1:-1].strip()
    return text


def _one_paragraph(key: str, blocks: Sequence[OutlineBlock]) -> str | None:
    """Return the text of an answer that is one paragraph of a document, over lines, and begins without a label.

    A later line such as “Kosten: 1200” may be a label or just a sentence; as a text nothing of it is lost.
    """
    if len(blocks) < 2 or blocks[0].place.where is None:  # noqa: PLR2004 - one line
        return None
    first, *others = blocks
    one = isinstance(first, OutlineParagraph) and all(isinstance(b, OutlineParagraph) and b.continues for b in others)
    text = _joined(blocks) if one else None
    if text is None or not is_labelled(text, _shape(key)):
        return text
    return text if len(item_of_line(OutlineCell(text, first.place), _shape(key)).parts) == 1 else None


def _is_list(blocks: Sequence[OutlineBlock]) -> bool:
    return bool(blocks) and all(isinstance(block, OutlinePoint) for block in blocks)


def _points(key: str, blocks: Sequence[OutlineBlock], document: YamlDocument) -> list[str]:
    """Return free text that is written as points."""
    for index, block in enumerate(blocks):
        document.places[key, index] = block.place
    return [unquoted(block.text, block.place) for block in blocks if isinstance(block, OutlinePoint)]


def _joined(blocks: Sequence[OutlineBlock]) -> str | None:
    texts = [
        " ".join(cell.text for row in block.rows for cell in row) if isinstance(block, OutlineTable) else block.text
        for block in blocks
    ]
    if not blocks:
        return None
    place = blocks[0].place
    return unquoted(_between(place).join(filter(None, texts)), place) or None


def _between(place: Place) -> str:
    """Return what goes between lines: in a text file they go on, in a document someone ended them."""
    return " " if place.where is None else "\n"


class _Items:
    """Makes the points of an answer; a run of lines without bullets is one point, or one per line."""

    def __init__(self, key: str, names: Names) -> None:
        self.key = key
        self.names = names
        self.items: list[_Item] = []
        self.run: list[OutlineParagraph] = []

    def of(self, blocks: Iterable[OutlineBlock]) -> list[_Item]:
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
                case OutlineHeading():
                    self._flush()
                    self.items.append(_Item([Text(block.text, block.place)], -1, point=True))
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

    def _is_next_cost(self, last: _Item, text: str) -> bool:
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
            self.items.append(_Item([Text(cell.text, cell.place)], whole=True))

    def _point(self, block: OutlinePoint) -> None:
        last = self.items[-1] if self.items else None
        if last and last.point and block.level > last.level and _leads_up(last):
            last.lines.append(Text(block.text, block.place))
        else:
            self.items.append(_Item([Text(block.text, block.place)], block.level, point=True, number=block.number))

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
                self.items.append(_Item([text], block.indent))


_NEXT_GOAL = re.compile(
    r"(?:^|(?<=[.!?])\s+)(?=(?:en (?:dat|ten|we|wij)|"
    r"dat(?! (?:tellen|meten|zien|zie|blijkt|is|zijn|was|doen|merken|telt|\w+ (?:we|wij|ik)\b))|"
    r"ten (?:eerste|tweede|derde|vierde|slotte)|(?:het|een|ons) (?:eerste|tweede|derde|laatste|ander)(?: doel)?|"
    r"(?:daarnaast|ook|verder|bovendien|tot slot|tenslotte|ten slotte|daarbij)\b,? (?:wil|willen|hoop|hopen|streef|"
    r"streven|moet|moeten)|(?:we|wij|ik) (?:willen|wil|hopen|hoop|streven|streef)|"
    r"het zou (?:ook )?(?:mooi|fijn|goed) zijn|"
    r"(?:first|second|third|finally|we also want))\b)|(?<=,)\s+(?=en dat\b)",
    re.IGNORECASE,
)
"""Where a goal begins in a text that tells of several: “Ten slotte willen wij dat …”."""


_ANNOUNCES = re.compile(
    r"\b(?:twee|drie|vier|vijf|enkele|de volgende|two|three|four) (?:\w+ )?"
    r"(?:doelen|dingen|zaken|goals|things)\b[^,;]*$",
    re.IGNORECASE,
)
"""Said of the goals that follow: “Wij willen twee dingen bereiken.”."""


def _told_apart(item: _Item) -> list[_Item]:
    """Take the goals apart that one text tells of; a sentence that opens none belongs to the goal before it."""
    goals: list[_Item] = []
    for line in item.lines:
        starts = [found.end() for found in _NEXT_GOAL.finditer(line.text)]
        for start, end in pairwise(sorted({0, *starts, len(line.text)})):
            text = Text(line.text[start:end].strip(), _from(line.place, start))
            if goals and start not in starts:
                goals[-1].lines.append(text)
            else:
                goals.append(_Item([text], item.level, item.point))
    if (
        goals
        and len(goals) > 1
        and len(goals[0].lines[0].text.split()) <= SHORT_INTRODUCTION
        and (not _NEXT_GOAL.match(goals[0].lines[0].text) or _ANNOUNCES.search(goals[0].lines[0].text))
    ):
        goals = goals[1:]  # “We hebben twee doelen.”
    return goals if len(goals) > 1 else [item]


_ENUMERATED = ("goals", "activities", "milestones")
_MARK = re.compile(
    r"(?:^|(?<=[.:;,!?] )|(?<=[.:;,!?] en ))"
    r"(?:\((?P<inside>[1-9a-h])\)|(?P<mark>[1-9a-h])\)|(?P<named>[A-Z]{2,4}-?[1-9])(?=[:.)]|\s[(–-]))\s?"
)
"""What stands before a point within a text: `(2)`, `b)`, `SD2:`."""


def _enumerated(key: str, item: _Item) -> list[_Item]:
    """Take the points apart that one text tells of by marks that follow each other: “(1) … (2) …”."""
    if key not in _ENUMERATED or item.cells or item.whole or len(item.lines) != 1:
        return [item]
    [line] = item.lines
    marks = list(_MARK.finditer(line.text))
    signs = [item.number or "", *((found["inside"] or found["mark"] or found["named"])[-1] for found in marks)]
    if not _count_on([sign for sign in signs if sign]):
        return [item]
    starts = [found.start() if found["named"] else found.end() for found in marks]
    parts = zip((0, *starts), (*(found.start() for found in marks), len(line.text)), strict=True)
    texts = [Text(line.text[start:end].strip(" ;,"), _from(line.place, start)) for start, end in parts]
    return [_Item([text], item.level, point=True) for text in texts if text.text]


def _count_on(signs: Sequence[str]) -> bool:
    """Whether signs are those of points that follow each other from the first: 1, 2, 3."""
    first = signs[0] if signs else ""
    return len(signs) > 1 and first in ("1", "a") and signs == [chr(ord(first) + at) for at in range(len(signs))]


_FOR_GOALS = re.compile(
    r"(?:(?:activiteiten )?(?:voor|bij|ad|om)\s+)?(?:doel(?:en|stelling(?:en)?)?|goals?)\s*"
    r"(?P<names>(?:\d{1,2}|[a-h]\b)(?:\d|[\s,&+]|\ben\b|\band\b|(?<=[\s,&+])[a-h]\b)*)\s*",
    re.IGNORECASE,
)
"""How a line above activities begins that says which goals they serve."""


def _with_goals(items: Sequence[_Item]) -> list[_Item]:
    """Take away the lines that say for which goals the activities below them are, and say it of those."""
    goals: Text | None = None
    kept: list[_Item] = []
    for item, below in zip_longest(items, items[1:]):
        said = _FOR_GOALS.match(item.lines[0].text) if len(item.lines) == 1 else None
        if said and _stands_above(item, said, below):
            names = ", ".join(re.findall(r"\d+|\b[a-h]\b", said["names"].lower()))
            goals = Text(names, item.lines[0].place)
        else:
            kept.append(replace(item, goals=goals))
    return kept


def _stands_above(item: _Item, said: re.Match[str], below: _Item | None) -> bool:
    """Whether a line about goals says only that, or leads up to points below it and is none itself."""
    text = item.lines[0].text
    if not text[said.end() :].strip(" :."):
        return True
    heads = text.endswith(":") or item.level < 0 or (not item.point and len(text.split()) <= SHORT_INTRODUCTION)
    return heads and below is not None and below.point and below.level >= 0


def _leads_up(item: _Item) -> bool:
    """Whether a line of this point ends in a colon, so that the points further in belong to it."""
    return any(line.text.endswith(":") for line in item.lines)


_MAIN = re.compile(
    r"(?:sub)?(?:doel(?:stelling)?|goal|activiteit|activity|actie|mijlpaal|milestone|partner|post)\s*(?:\d+\b|[a-e]\s*[:.)–-])",
    re.IGNORECASE,
)
_ENDS_IN_AMOUNT = re.compile(rf"(?<=[a-z:=] )(?!{YEAR}$)\d{{2,6}}$")
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
    if key in _ENUMERATED and _SHORT_MARK.match(text):
        return True
    if key == "activities" and (found := _FOR_GOALS.match(text)):
        return text.endswith(":") or not text[found.end() :].strip()
    if key == "cooperation" and _NAMED_PARTNER.match(text):
        return True
    return key == "resources" and _TOTAL.match(text) is not None


def _stand_alone(key: str, run: Sequence[OutlineParagraph]) -> bool:
    """Whether each of these lines is a point of its own, and not a text that goes on over the lines."""
    texts = [block.text for block in run]
    if key == "resources" and len(run) > 2 and all(map(_is_cost_line, texts[:-1])) and _is_priced(texts[-1]):  # noqa: PLR2004 - a list
        return True
    if key == "cooperation" and _broken_on_purpose(texts):
        return True
    if len(run) < 2 or any(len(one) > SHORT_LINE for one in texts[:-1]):  # noqa: PLR2004 - a single line
        return False
    if key == "milestones":
        return sum(map(names_a_time, texts)) * 2 >= len(texts)
    if key == "resources":
        return sum(map(_is_priced, texts)) * 2 >= len(texts)
    if any(_UNFINISHED.search(text) for text in texts[:-1]):
        return False
    return all(map(_STARTS.match, texts)) or max(map(len, texts)) <= UNBROKEN_LINE


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


def _is_line(item: _Item) -> bool:
    return not item.point and not item.cells


def _without_introduction(items: list[_Item], left_out: list[OutlineCell]) -> list[_Item]:
    """Leave out the line that leads up to the points: “Wij willen:”."""
    if len(items) > 1 and _is_line(items[0]) and (not _is_line(items[1]) or items[0].lines[-1].text.endswith(":")):
        *lines, last = items[0].lines
        leads_up = last.text.endswith(":") or (
            len(last.text.split()) <= SHORT_INTRODUCTION and not re.search(r"\d", last.text)
        )
        if leads_up and (not lines or last.text.endswith(":")):
            left_out.append(OutlineCell(*last))
        if leads_up and not lines:
            return items[1:]
        if leads_up and last.text.endswith(":"):
            return [replace(items[0], lines=lines), *items[1:]]
    return items


_TOTAL = re.compile(
    r"(?:totaal|total|totale|totaalbedrag|samen|tezamen|opgeteld|alles bij elkaar)\b[\s/a-z’']{0,20}[:=]?\s*"
    r"(?=€|eur|\d|$)",
    re.IGNORECASE,
)


def _take_total(key: str, item: _Item, document: YamlDocument, data: dict[str, object]) -> bool:
    """Take the line of the total out of the resources; say whether it was one."""
    if key != "resources":
        return False
    label = item.cells.get("item") or (item.lines[0] if item.lines else None)
    if label is not None and _asks_total(item, label):
        return True
    found = _TOTAL.match(label.text) if label else None
    if label is None or found is None:
        return False
    amount = item.cells.get("amount") or Text(label.text[found.end() :].strip(), _from(label.place, found.end()))
    if amount_meant(amount.text.rstrip(". ")) is None:
        return False  # “Totaal € 900, waarvan € 90 van de school” says more
    if not item.cells and len(item.lines) > 1:
        return False  # and so do the lines below it
    if "total" not in data or _is_more(amount.text, data["total"]):
        data["total"] = amount.text.rstrip(". ")
        document.places["total",] = amount.place
        document.key_places["total",] = label.place
    return True


def _is_more(written: str, earlier: object) -> bool:
    """Whether a line of the total names more than an earlier one, which then was that of a part."""
    new, old = (amount_meant(str(one).rstrip(". ")) for one in (written, earlier))
    return old is None or (new is not None and new.cents > old.cents)


def _asks_total(item: _Item, label: Text) -> bool:
    """Whether a line is only the place for a total, with nothing in it."""
    found = heading_in(f"{label.text.rstrip(': ')}:") if len(item.lines) < 2 and "amount" not in item.cells else None  # noqa: PLR2004 - one line
    return found is not None and found.keys == ("total",) and not found.rest


def _from(place: Place, columns: int) -> Place:
    return place if place.where is not None else place._replace(column=place.column + columns)


def _shape(key: str) -> Shape:
    shape = next(heading.shape.items for heading in PLAN.group if heading.english == key)
    assert shape is not None  # noqa: S101 - an answer is a list of points
    return shape


def _names(data: dict[str, object]) -> Names:
    """Return the short names of the goals that were read."""
    goals = data.get("goals")
    found = (one.get("id") for one in goals if isinstance(one, dict)) if isinstance(goals, list) else ()
    return frozenset(name for name in found if isinstance(name, str))


def _rows(key: str, table: OutlineTable, names: Names) -> Iterator[_Item]:
    """Make a point of every row; the first row may hold the headings of the columns."""
    found = rows_of_table(table.rows, _shape(key), table.marked, names)
    for row in found.items:
        cells = {name: Text(cell.text, cell.place) for name, cell in row.parts.items()}
        yield _Item(cells=cells if found.heads else _by_what_it_is(cells))


def _by_what_it_is(cells: dict[str, Text]) -> dict[str, Text]:
    """Put an amount that is more than that (`2.200 (waarvan 1.200 van de boer)`) back in the text it stands behind."""
    amount, item = cells.get("amount"), cells.get("item")
    if amount is None or item is None or (amount_meant(amount.text) is not None and "(" not in amount.text):
        return cells
    rest = {name: cell for name, cell in cells.items() if name != "amount"}
    return rest | {"item": Text(f"{item.text} {amount.text}", item.place)}


def _value(path: tuple[str, int], item: _Item, document: YamlDocument, names: Names) -> object:
    """Return a point as a text, or as a group of texts by their English headings; and note the places."""
    key, _ = path
    first = item.cells.get(_main_of(key)) or next(iter(item.cells.values())) if item.cells else item.lines[0]
    document.places[path] = first.place
    if item.whole:
        return first.text
    parts = item.cells or _from_yaml(key, item) or _between_dashes(key, item, names) or _parts(key, item.lines)
    if item.goals is not None:
        parts.setdefault("goals", item.goals)
    if len(parts) == 1 and not item.cells:
        [text] = parts.values()
        return unquoted(*text)
    for name, text in parts.items():
        document.places[*path, name] = document.key_places[*path, name] = text.place
    return {name: unquoted(*text) or None for name, text in parts.items()}


def _between_dashes(key: str, item: _Item, names: Names) -> dict[str, Text] | None:
    """Read the cells of a row that someone typed with dashes between them: “Een lab inrichten – d1 – onderbouw”."""
    if len(item.lines) != 1 or item.whole:
        return None
    [line] = item.lines
    found = item_of_line(OutlineCell(*line), _shape(key), names)
    if len(found.parts) < 2:  # noqa: PLR2004 - a text alone
        return None
    return {name: Text(cell.text, cell.place) for name, cell in found.parts.items()}


def _from_yaml(key: str, item: _Item) -> dict[str, Text] | None:
    """Read a point that is written as `{datum: 2026-10, mijlpaal: …}`."""
    text = " ".join(line.text for line in item.lines)
    if item.lines[0].place.where is not None or not (text.startswith("{") and text.endswith("}")):
        return None
    found = read_yaml(text, "").data
    if not isinstance(found, dict):
        return None
    named = {part_of(key, str(name)) or str(name): as_text(value) for name, value in found.items()}
    return {name: Text(value, item.lines[0].place) for name, value in named.items()}


def as_text(value: object) -> str:
    """Write a value of YAML as a text: a list with commas."""
    return ", ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)


def _parts(key: str, lines: Sequence[Text]) -> dict[str, Text]:
    """Gather the lines of a point under the labels that stand before them (`Meetbaar: …`)."""
    main = _main_of(key)
    parts: dict[str, list[Text]] = {main: []}
    name = main
    for line in lines:
        label = label_of(key, line.text)
        if len(lines) == 1 and label is not None and label.name != main:
            label = None  # alone on its line it is a point by itself: `Cofinanciering bedrijf: 3.500`
        if label is not None and (label.name == main or label.name not in parts):
            name = label.name
            if label.number is not None and "id" not in parts:
                parts["id"] = [Text(label.number, line.place)]
        start = label.end if label is not None else 0
        rest = line.text[start:].strip()
        if rest:
            parts.setdefault(name, []).append(Text(rest, _from(line.place, start)))
    if not parts[main]:
        parts = {main: list(lines)}
    return {name: _one(texts) for name, texts in parts.items() if texts}


def _one(texts: Sequence[Text]) -> Text:
    return Text(_between(texts[0].place).join(text.text for text in texts), texts[0].place)


def _main_of(key: str) -> str:
    return {
        "goals": "goal", "activities": "activity", "milestones": "milestone", "cooperation": "partner",
        "resources": "item",
    }[key]  # fmt: skip
