"""The reader of meaning: finds the six questions in an outline, and makes the same tree of it that YAML gives.

A heading ends the answer before it. Under a question a table, points and paragraphs are equally good: a paragraph
alone is a text, several are a list. What stands under no question is kept apart (`unread`), never lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sto_cli.files.yaml_reader import KeyPath, YamlDocument
from sto_cli.findings import Place
from sto_cli.messages import Language, Message, message
from sto_cli.plans.amounts import read_amount
from sto_cli.plans.asked_places import asked
from sto_cli.plans.dividing import FEWEST_ANSWERS, PlacedText, divided
from sto_cli.plans.form_texts import is_outside, is_printed
from sto_cli.plans.frames import as_point, is_box, is_frame, labels_of, lines_of
from sto_cli.plans.heading_words import Titled, label, titled, without_number
from sto_cli.plans.loose_text import loose_texts
from sto_cli.plans.model import QUESTIONS, QuestionKey
from sto_cli.plans.outline import (
    Outline,
    OutlineBlock,
    OutlineCell,
    OutlineHeading,
    OutlineParagraph,
    OutlinePoint,
    OutlineTable,
)
from sto_cli.plans.outline_rows import RowItem, heading_row, is_labelled, item_of_line, rows_of_table, values_of
from sto_cli.plans.outline_values import value_of
from sto_cli.plans.shape import HEADINGS, Shape

_SHAPES: dict[str, Shape] = {heading.english: heading.shape for heading in HEADINGS}
_WORDS = {heading.english: heading for heading in HEADINGS}
_PERIOD = {heading.english: heading for heading in _SHAPES["period"].group}
_FACTS = ("title", "school", "region", "profiles", "forms", "period", "start", "end", "total")

_ENGLISH = frozenset({"the", "of", "and", "our", "will", "with", "for", "pupils", "are", "to"})
_DUTCH = frozenset({"de", "het", "een", "van", "en", "wij", "onze", "met", "voor", "leerlingen", "zijn", "te"})

_SINCE = re.compile(r"\s*(?:–|—|\bt/m\b|\btot en met\b|\btot\b|\buntil\b|\bto\b|\s-\s)\s*", re.IGNORECASE)

TITLE_WORDS = 15
"""Words of a title."""

LEAD_IN_WORDS = 15
"""Words of a line that only leads in what follows ("Wij werken samen met:")."""


@dataclass(slots=True)
class Outlined:
    """What an outline says as a plan: the document for the reader of plans, and the texts that belong to no question.

    `found` are the English names of the headings that were found, `words` how they (and columns of tables) are
    called in the document, by English path. `by_words` are texts without a heading, with the
    question that they answer. `unread` holds what is not in the plan; of it, `outside` stands under no question (the
    rest leads in a list).
    """

    document: YamlDocument
    found: set[str] = field(default_factory=set)
    unread: list[OutlineCell] = field(default_factory=list)
    outside: list[OutlineCell] = field(default_factory=list)
    words: dict[tuple[str, ...], str] = field(default_factory=dict)
    by_words: list[tuple[QuestionKey, OutlineCell]] = field(default_factory=list)

    @property
    def is_plan(self) -> bool:
        """Whether it has a heading of a plan, or answers most questions without."""
        headed = self.found & set(QUESTIONS)
        return bool(headed) or len({key for key, _ in self.by_words}) >= FEWEST_ANSWERS


class _Section(NamedTuple):
    """What stands under one heading; `names` is empty under a heading that is none of a plan's."""

    names: tuple[str, ...]
    heading: Place | None
    blocks: list[OutlineBlock]
    level: int = 0


def outlined(outline: Outline, whole: Place) -> Outlined:
    """Read an outline as a plan; `whole` is the place of what is about all of it."""
    blocks = list(_plain_blocks(outline.blocks))
    result = Outlined(YamlDocument(outline.path, {}))
    result.document.places[()] = whole
    _Reader(result, _language(blocks)).read(blocks)
    return result


def is_form(outline: Outline) -> bool:
    """Whether a document is the form: anything that it prints stands in it."""
    return any(is_printed(line) for block in outline.blocks for line in _text(block).split("\n"))


def _language(blocks: Sequence[OutlineBlock]) -> Language:
    """Say in which language a document is, by its small words; Dutch when that is not clear."""
    words = [word.lower() for block in blocks for word in _text(block).split()]
    dutch, english = (sum(word in known for word in words) for known in (_DUTCH, _ENGLISH))
    return "en" if english > dutch else "nl"


def _text(block: OutlineBlock) -> str:
    if isinstance(block, OutlineTable):
        return "\n".join(cell.text for row in block.rows for cell in row if cell.text)
    return block.text


def _plain_blocks(blocks: Sequence[OutlineBlock]) -> Iterator[OutlineBlock]:
    """Yield blocks without what the form prints, and a paragraph that starts with a bullet as a point."""
    for block in blocks:
        if isinstance(block, OutlineTable):
            yield block._replace(rows=[[_unprinted(cell) for cell in row] for row in block.rows])
        elif not is_printed(block.text):
            yield from as_point(block)


def _unprinted(cell: OutlineCell) -> OutlineCell:
    lines = (line for line in cell.text.split("\n") if not is_printed(line))
    return cell._replace(text="\n".join(lines))


class _Reader:
    """Reads the blocks of one outline."""

    def __init__(self, result: Outlined, language: Language) -> None:
        self.result = result
        self.document = result.document
        self.language = language
        self.data: dict[str, object] = {}
        self.document.data = self.data
        self.shown: frozenset[str] = frozenset()  # questions with a line that looks like a heading

    def read(self, blocks: Sequence[OutlineBlock]) -> None:
        sections = list(self.sections(blocks))
        self.untitled(sections)
        sections += self.by_words(sections)
        answers: dict[tuple[str, ...], _Section] = {}
        for section in sections:
            if section.names and section.names[0] in QUESTIONS:
                if section.names in answers:
                    answers[section.names].blocks.extend(section.blocks)
                else:
                    answers[section.names] = section
            else:
                self.outside(section)
        for name, section in sorted(
            ((name, section) for names, section in answers.items() for name in names),
            key=lambda pair: QUESTIONS.index(pair[0]),  # activities name the goals
        ):
            self.answer(name, section)

    def by_words(self, sections: Sequence[_Section]) -> list[_Section]:
        """Take paragraphs under no question that answer one all the same, by their words, out of their sections."""
        missing = [question for question in QUESTIONS if question not in self.result.found]
        found: list[_Section] = []
        loose = [section for section in sections if missing and not section.names]
        texts = [(section, text) for section in loose for text in loose_texts(section.blocks)]
        parts = divided([PlacedText(text) for _, text in texts], missing)
        for section in loose:
            kept = zip(texts, parts.left, strict=True)
            section.blocks[:] = [block for (own, _), left in kept if own is section for block in left]
        for one in parts.answers:
            found.append(_Section((one.key,), one.place, list(one.blocks)))
            self.result.by_words.append((one.key, OutlineCell(one.words, one.place)))
        return found

    def untitled(self, sections: Sequence[_Section]) -> None:
        """Take the first line of a document as its title when it looks like one and none is named."""
        first = next((section.blocks for section in sections if section.blocks), None)
        if first is None or sections[0].names or first is not sections[0].blocks or "title" in self.result.found:
            return
        block = first[0]
        if not isinstance(block, OutlineTable) and _shown(block) and len(block.text.split()) <= TITLE_WORDS:
            self.fact("title", OutlineCell(block.text, block.place))
            del first[0]

    # Where the answers are

    def sections(self, blocks: Sequence[OutlineBlock]) -> Iterator[_Section]:
        """Yield the parts of a document, each under its heading; facts are taken out on the way."""
        strong = self.strong(blocks)
        self.shown = self.strong([block for block in blocks if not isinstance(block, OutlineTable) and _shown(block)])
        current = _Section((), None, [])
        for block in self.unframed(blocks):
            if isinstance(block, OutlineTable):
                made = [] if current.names and is_box(block, self.shown) else list(self.table(block, current))
            else:
                found = self.heading(block, current, strong)
                made = [found] if found is not None else []
            if made:
                yield current
                yield from made[:-1]
                current = made[-1]
            else:
                current.blocks.append(block)
        yield current

    def unframed(self, blocks: Sequence[OutlineBlock]) -> Iterator[OutlineBlock]:
        """Yield the blocks, those within a frame one by one; a frame around one answer stays whole."""
        for block in blocks:
            if isinstance(block, OutlineTable) and is_frame(block) and not is_box(block, self.shown):
                yield from (line for row in block.rows for cell in row if cell.text for line in lines_of(cell))
            else:
                yield block

    def strong(self, blocks: Sequence[OutlineBlock]) -> frozenset[str]:
        """Name the questions that have a line of their own as a heading."""
        found = (titled(block.text, shown=_shown(block)) for block in blocks if not isinstance(block, OutlineTable))
        return frozenset(name for one in found if one and not one.rest for name in one.names)

    def heading(
        self, block: OutlineHeading | OutlineParagraph | OutlinePoint, current: _Section, strong: frozenset[str]
    ) -> _Section | None:
        """Return the section that a block begins, if it is a heading; a fact is taken on the way."""
        level = block.level if isinstance(block, OutlineHeading) else 0
        found = titled(block.text, shown=_shown(block))
        if found is None or not self.believed(found, block, current, strong):
            return self.other_heading(block, current)
        if found.names[0] in _FACTS:
            return self.fact_line(found, block, current)
        rest: list[OutlineBlock] = [OutlineParagraph(found.rest, block.place)] if found.rest else []
        self.note(found.names, block.text[: len(block.text) - len(found.rest)])
        return _Section(found.names, block.place, rest, level)

    def believed(
        self,
        found: Titled,
        block: OutlineHeading | OutlineParagraph | OutlinePoint,
        current: _Section,
        strong: frozenset[str],
    ) -> bool:
        """Whether a line that may be a heading is one here, and no sentence of an answer."""
        if isinstance(block, OutlineHeading):
            return found.names != current.names
        if found.names[0] in _FACTS:
            total = found.names == ("total",) and read_amount(found.rest) is not None
            at_top = not current.names or current.names[0] in _FACTS
            return not isinstance(block, OutlinePoint) and (at_top or total)
        if found.rest:
            return not isinstance(block, OutlinePoint) and not strong & set(found.names)
        if (
            isinstance(block, OutlinePoint)
            and block.number is None
            and ("?" not in block.text or self.shown & {*found.names})
        ):
            return False
        return found.names != current.names and (found.sure or not self.result.found & set(found.names))

    def note(self, names: Sequence[str], written: str) -> None:
        """Remember that headings were found, and how they are called."""
        for name in names:
            self.result.found.add(name)
            self.result.words.setdefault((name,), without_number(written).strip(" :"))

    def fact_line(
        self, found: Titled, block: OutlineHeading | OutlineParagraph | OutlinePoint, current: _Section
    ) -> _Section | None:
        """Take a fact that stands on one line; a label without a text is left out."""
        if found.rest:
            self.fact(found.names[0], OutlineCell(found.rest, block.place))
            asked = current.names and current.names[0] in QUESTIONS
            return _Section(current.names if asked else (), current.heading, [], current.level)
        return _Section((found.names[0],), block.place, [], current.level)

    def other_heading(self, block: OutlineBlock, current: _Section) -> _Section | None:
        """Return the section under a heading that is none of a plan's, when it ends the answer before it."""
        if not isinstance(block, OutlineHeading):
            return None
        if block.level == 0:
            if "title" not in self.result.found:
                self.fact("title", OutlineCell(block.text, block.place))
            return _Section(current.names, current.heading, [], current.level)
        if current.names and block.level > max(current.level, 1):
            return None  # a smaller heading within the answer
        return _Section((), block.place, [OutlineParagraph(block.text, block.place)], block.level)

    # Tables that are more than an answer

    def table(self, table: OutlineTable, current: _Section) -> Iterator[_Section]:
        """Yield the sections of a table whose first column, or whose headings, say what stands in it."""
        labels = labels_of(table)
        known = [one for one in labels if one is not None]
        asked = {name for one in known for name in one.names}
        own = _SHAPES[current.names[0]].items if current.names and current.names[0] in QUESTIONS else None
        if own is not None and own.group and table.rows and heading_row(table.rows[0], own):
            return
        if len(asked) >= 2 or (known and (asked <= set(_FACTS) or not current.names) and len(known) == len(labels)):  # noqa: PLR2004
            yield from self.labelled(table, labels, current)
        elif (key := self.question_of(table)) is not None and not current.names:
            self.result.found.add(key)
            yield _Section((key,), table.place, [table])

    def labelled(self, table: OutlineTable, labels: Sequence[Titled | None], current: _Section) -> Iterator[_Section]:
        """Read a table of labels with values: facts, or questions with their answers beside or below them."""
        section = _Section(current.names, current.heading, [], current.level)
        for row, said in zip(table.rows, labels, strict=True):
            values = [cell for cell in row[1:] if cell.text]
            if said is None:
                section.blocks.extend(block for cell in row if cell.text for block in lines_of(cell))
            elif said.names[0] in _FACTS:
                if values:
                    self.fact(said.names[0], _joined(values))
            else:
                yield section
                self.note(said.names, row[0].text)
                inside = [block for cell in values for block in lines_of(cell)]
                section = _Section(said.names, row[0].place, inside)
        yield section

    def question_of(self, table: OutlineTable) -> str | None:
        """Return the question whose headings a table has."""
        if not table.rows:
            return None
        fitting = [
            name
            for name in QUESTIONS
            if (items := _SHAPES[name].items) is not None and items.group and heading_row(table.rows[0], items)
        ]
        return fitting[0] if len(fitting) == 1 else None

    # Facts

    def fact(self, name: str, cell: OutlineCell) -> None:
        """Take a value for a heading at the top; the first one counts."""
        if name == "period":
            self.period(cell)
            return
        group = self.data.setdefault(self.word("period"), {}) if name in _PERIOD else self.data
        assert isinstance(group, dict)  # noqa: S101 - only `period` writes there
        path: KeyPath = (*((self.word("period"),) if name in _PERIOD else ()), self.word(name))
        shape = (_PERIOD if name in _PERIOD else _WORDS)[name].shape
        self.result.found.add(name)
        if path[-1] in group:
            self.unread(cell, outside=True)
            return
        group[str(path[-1])] = value_of(cell.text, shape)
        place = _at_fact(cell.place, Message((_PERIOD if name in _PERIOD else _WORDS)[name].title))
        self.document.places[path] = self.document.key_places[path] = place
        if name in _PERIOD:
            self.document.places.setdefault(path[:1], place)
            self.document.key_places.setdefault(path[:1], place)

    def period(self, cell: OutlineCell) -> None:
        """Take "augustus 2026 – juli 2028" as begin and end."""
        parts = [part for part in _SINCE.split(cell.text) if part.strip()]
        names = ("start", "end") if len(parts) == len(_PERIOD) else ("start",)
        for name, part in zip(names, parts if len(parts) == len(names) else [cell.text], strict=True):
            self.fact(name, OutlineCell(part.strip(), cell.place))

    # Answers

    def answer(self, name: str, section: _Section) -> None:
        """Take what stands under a question."""
        word = self.word(name)
        before = set(self.document.places)
        shape = _SHAPES[name].items
        if name == "vision" or shape is None or not shape.group:
            self.data[word] = self.texts(word, section.blocks)
        else:
            self.data[word] = self.listed(name, section.blocks, shape)
        number = QUESTIONS.index(name) + 1
        for path in set(self.document.places) - before:
            if path[0] == word:
                self.document.places[path] = self.document.key_places[path] = asked(self.document.places[path], number)
        self.document.key_places[word,] = asked(section.heading or Place(self.document.path), number, whole=True)

    def texts(self, word: str, blocks: Sequence[OutlineBlock]) -> object:
        """Return free text: one text, or a list when it is written as points."""
        lines = [line for block in blocks for line in _as_lines(block)]
        if not lines:
            return None
        points = [block for block in blocks if isinstance(block, OutlinePoint)]
        if len(points) == len(blocks):
            self.place_all(word, lines)
            return [line.text for line in lines]
        self.document.places[word,] = lines[0].place
        return "\n".join(line.text for line in lines)

    def listed(self, name: str, blocks: Sequence[OutlineBlock], shape: Shape) -> object:
        """Return a list of parts; one paragraph alone is a text."""
        word = self.word(name)
        if (text := _one_text(blocks, shape)) is not None:
            self.document.places[word,] = text.place
            return text.text
        items = list(self.items(name, blocks, shape))
        if not items:
            return None
        value, _ = values_of(items[0], shape)
        alone = len(items) == len(blocks) == 1 and isinstance(value, str)
        if alone and (
            isinstance(blocks[0], OutlineParagraph)
            or (isinstance(blocks[0], OutlineTable) and is_box(blocks[0], self.shown))
        ):
            self.document.places[word,] = items[0].place
            return value
        self.document.places[word,] = items[0].place
        return [self.value(word, index, item, shape) for index, item in enumerate(items)]

    def items(self, name: str, blocks: Sequence[OutlineBlock], shape: Shape) -> Iterator[RowItem]:
        """Yield the parts of an answer."""
        goals = self.goals()
        listed = any(not isinstance(block, OutlineParagraph) for block in blocks)
        for block in blocks:
            if isinstance(block, OutlineTable) and is_box(block, self.shown):
                yield from (
                    item_of_line(OutlineCell(_text(line), line.place), shape, goals) for line in lines_of(_only(block))
                )
            elif isinstance(block, OutlineTable):
                table = rows_of_table(self.without_total(block), shape, block.marked, goals)
                self.result.words.update({(name, key): text for key, text in table.heads.items()})
                yield from table.items
            elif listed and isinstance(block, OutlineParagraph) and _leads_in(block.text):
                self.unread(OutlineCell(block.text, block.place), outside=False)
            else:
                yield from (item_of_line(line, shape, goals) for line in _as_lines(block))

    def goals(self) -> frozenset[str]:
        """Return the names of the goals that were read."""
        found = self.data.get(self.word("goals"))
        names = (one.get("id") for one in found if isinstance(one, dict)) if isinstance(found, list) else ()
        return frozenset(name for name in names if isinstance(name, str))

    def without_total(self, table: OutlineTable) -> list[Sequence[OutlineCell]]:
        """Return the rows of a table but for the one with the total, which is taken as that."""
        kept: list[Sequence[OutlineCell]] = []
        for row in table.rows:
            filled = [cell for cell in row if cell.text]
            said = label(filled[0].text) if len(filled) == 2 else None  # noqa: PLR2004 - label and amount
            if said is not None and said.names == ("total",):
                self.fact("total", filled[1])
            else:
                kept.append(row)
        return kept

    def value(self, word: str, index: int, item: RowItem, shape: Shape) -> object:
        value, places = values_of(item, shape)
        path = (word, index)
        self.document.places[path] = self.document.key_places[path] = item.place
        if isinstance(value, str):
            return value
        words = {heading.english: heading.word(self.language) for heading in shape.group}
        for name, place in places.items():
            self.document.places[*path, words[name]] = self.document.key_places[*path, words[name]] = place
        return {words[name]: text for name, text in value.items()}

    def place_all(self, word: str, lines: Sequence[OutlineCell]) -> None:
        self.document.places[word,] = lines[0].place
        for index, line in enumerate(lines):
            self.document.places[word, index] = self.document.key_places[word, index] = line.place

    # What is left

    def outside(self, section: _Section) -> None:
        """Take a fact under a heading of its own; keep all else as text that stands under no question."""
        lines = [line for block in section.blocks for line in _as_lines(block)]
        if section.names and lines:
            self.fact(section.names[0], _joined(lines))
        else:
            for line in lines:
                self.unread(line, outside=True)

    def unread(self, line: OutlineCell, *, outside: bool) -> None:
        if is_outside(line.text):
            return  # of the form
        self.result.unread.append(line)
        if outside:
            self.result.outside.append(line)

    def word(self, name: str) -> str:
        heading = _WORDS.get(name) or _PERIOD[name]
        return heading.word(self.language)


def _one_text(blocks: Sequence[OutlineBlock], shape: Shape) -> OutlineParagraph | None:
    """Return the only paragraph of an answer when it has lines and begins without a label: one text, as YAML has it.

    A later line such as "Doelen: meer techniek" may be a label or just a sentence; as text nothing of it is lost.
    """
    match blocks:
        case [OutlineParagraph(text=text) as only] if "\n" in text and not is_labelled(text, shape):
            return only
    return None


def _only(box: OutlineTable) -> OutlineCell:
    return next(cell for row in box.rows for cell in row if cell.text)


def _at_fact(place: Place, title: Message) -> Place:
    """Say of a place at which of the facts it is, where a document has no lines."""
    return place if place.where is None else place._replace(where=message("at “{title}”", title=title))


def _shown(block: OutlineBlock) -> bool:
    """Whether a block looks like a heading."""
    return isinstance(block, OutlineHeading) or (isinstance(block, OutlineParagraph) and block.bold)


def _leads_in(text: str) -> bool:
    return text.endswith(":") and len(text.split()) <= LEAD_IN_WORDS


def _as_lines(block: OutlineBlock) -> Iterator[OutlineCell]:
    """Yield a block as texts: a table by its rows."""
    if isinstance(block, OutlineTable):
        for row in block.rows:
            filled = [cell for cell in row if cell.text]
            if filled:
                yield OutlineCell(" – ".join(cell.text for cell in filled), filled[0].place)
    elif block.text:
        yield OutlineCell(block.text, block.place)


def _joined(cells: Sequence[OutlineCell]) -> OutlineCell:
    return OutlineCell("\n".join(cell.text for cell in cells), cells[0].place)
