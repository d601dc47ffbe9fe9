"""Plain text as a plan: which block of its outline belongs to which question, as the tree that YAML would give.

Values stay as they were written, and what they mean is for the modules behind
this one, which read YAML as well. `answers.py` makes the points of one answer.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from sto_cli.files.personal import without_addresses
from sto_cli.files.yaml_reader import YamlDocument
from sto_cli.findings import Place
from sto_cli.plans.answers import answer_of
from sto_cli.plans.dividing import FEWEST_ANSWERS, PlacedText, divided
from sto_cli.plans.frames import headed, question_of_columns
from sto_cli.plans.loose_text import LooseText, loose_texts
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
from sto_cli.plans.own_school import own_profiles, own_school
from sto_cli.plans.periods import period_told
from sto_cli.plans.plain_text import is_closing, is_greeting, is_polite, is_signature, names_sender
from sto_cli.plans.plan_facts import fact_of, is_period_word
from sto_cli.plans.plan_words import in_words, language_of
from sto_cli.plans.question_headings import HeadingFound, heading_in, lone_heading, styled_heading
from sto_cli.plans.question_of_text import CERTAIN, LIKELY, Said, together
from sto_cli.plans.schools import CODE
from sto_cli.plans.shape import HEADINGS
from sto_cli.plans.told_facts import told_in

LONGEST_SHOWN = 40
"""Characters of a heading that sentences repeat; a longer one is called by the plan's own word."""

FEWEST_QUESTIONS = 2
"""Questions of which the headings stand in a text before it is read as a plan without YAML."""

WORDS_OF_A_HEADING = 4
"""Words of a line that may be a heading though it does not look like one, and not all of its words are known."""

_LIKE_A_HEADING = re.compile(r"[A-ZÀ-Ý][^.,;:!?\d]*")

_NAMES_THE_PROGRAMME = re.compile(r"[Tt]echniekonderwijs|\bSTO\b")

LONGEST_FACT = 200
"""Characters behind `School:` or `Regio:`; more is a text that happens to begin so."""

LONGEST_TITLE = 100
"""Characters of a first line that may be the title."""


@dataclass(slots=True)
class TextPlan:
    """What an outline says: a document with all places, the headings as they were written, and the rest.

    The keys of the document are a plan's own words. `unread` are texts that stand under no question, `led_up` lines
    that only lead up to an answer; `shown` are
    headings by their English path; `questions` is the number of questions of which a heading was found. `by_words`
    are the texts without a heading that were read as an answer, with their English keys; `told` are the keys of what
    the first lines say of the plan without a label. `of_a_letter` is what opens or closes a letter, and who sent it.
    """

    document: YamlDocument
    shown: dict[tuple[str, ...], str] = field(default_factory=dict)
    unread: list[OutlineCell] = field(default_factory=list)
    led_up: list[OutlineCell] = field(default_factory=list)
    questions: int = 0
    by_words: list[tuple[QuestionKey, OutlineCell]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    of_a_letter: list[OutlineCell] = field(default_factory=list)

    @property
    def answered(self) -> int:
        """The number of questions that are answered, with or without a heading."""
        return self.questions + len({key for key, _ in self.by_words})

    @property
    def is_plan(self) -> bool:
        """Whether it is a plan: it has headings of a plan, or answers most questions without."""
        return self.questions >= FEWEST_QUESTIONS or self.answered >= FEWEST_ANSWERS


def read_outline(outline: Outline) -> TextPlan:
    """Find the questions and what is said of the school in an outline."""
    made = _taken(outline).outlined()
    made.of_a_letter[:0] = outline.left_out
    return made


def has_headings(outline: Outline) -> bool:
    """Whether enough headings of questions stand in an outline for a plan; the answers are not read for it."""
    found = {key for section in _taken(outline).sections for key in section.keys if key in QUESTIONS}
    return len(found) >= FEWEST_QUESTIONS


def _taken(outline: Outline) -> _Reader:
    reader = _Reader(outline.path, headed(outline.blocks))
    for block in _with_whole_questions(outline.blocks):
        reader.take(block)
    return reader


MOST_LINES = 4
"""Lines of a question: the longest of the flyer, in a narrow mail."""


def _with_whole_questions(blocks: Sequence[OutlineBlock]) -> Iterator[OutlineBlock]:
    """Yield blocks with every question whole that a mail program broke into lines."""
    at = 0
    while at < len(blocks):
        block = blocks[at]
        more = _lines_of_question(block, blocks[at + 1 : at + MOST_LINES])
        if more and not isinstance(block, OutlineTable):
            block = block._replace(text=" ".join((block.text, *(one.text for one in more))))
        at += 1 + len(more)
        yield block


def _lines_of_question(block: OutlineBlock, following: Sequence[OutlineBlock]) -> list[OutlineParagraph]:
    """Return the lines in which a question goes on up to its mark; none where it does not."""
    if isinstance(block, OutlineTable) or "?" in block.text or not any(map(_ends_question, following)):
        return []
    if heading_in(f"{block.text}?") is None:
        return []
    lines: list[OutlineParagraph] = []
    for one in following:
        if not isinstance(one, OutlineParagraph) or not one.continues or one.bold:
            break
        lines.append(one)
        if "?" in one.text:
            whole = " ".join((block.text, *(line.text for line in lines)))
            return lines if one.text.rstrip(" *_:)").endswith("?") and heading_in(whole) is not None else []
    return []


def _ends_question(block: OutlineBlock) -> bool:
    return isinstance(block, OutlineParagraph) and "?" in block.text


@dataclass(slots=True)
class _Section:
    """What stands under a heading that names one or more English keys."""

    keys: tuple[str, ...]
    place: Place
    word: str
    blocks: list[OutlineBlock] = field(default_factory=list)
    filled: bool = False  # the heading's own line held an answer
    level: int = 0  # of a heading that is shown as one
    bold: bool = False  # its heading is a bold line


class _Reader:
    def __init__(self, path: str, styled: frozenset[str]) -> None:
        self.path = path
        self.sections: list[_Section] = []
        self.head: list[OutlineBlock] = []
        self.of_a_letter: list[OutlineBlock] = []
        self.current: _Section | None = None
        self.closed = False
        self.all_blocks: list[OutlineBlock] = []
        self.head_ends: int | None = None  # the position of the first question
        self.above_columns: list[OutlineCell] = []  # headings of columns that stand behind the heading of a question
        self.styled = styled  # questions that have a heading in the style of one: no other line is theirs

    def take(self, block: OutlineBlock) -> None:
        """Put a block where it belongs."""
        self.all_blocks.append(block)
        if isinstance(block, OutlineTable):
            self._take_table(block)
            return
        block = self._without_columns(block)
        found = self._heading(block)
        if found is None and self._says_period(block):
            word, _, value = block.text.partition(":")
            self._take_period_row(OutlineCell(word, block.place), OutlineCell(value.strip(), block.place))
        elif found is not None:
            self._open(block, found)
        elif (isinstance(block, OutlineHeading) and self._ends(block)) or self._ends_bold(block):
            self.current, self.closed = None, False
            self.head.append(block)
        elif is_closing(block.text):
            self.current, self.closed = None, True
            self.of_a_letter.append(block)
        elif self.closed or is_polite(block.text) or (self._at_top and _is_of_a_person(block.text)):
            self.of_a_letter.append(block)
        else:
            self._add(block)

    @property
    def _at_top(self) -> bool:
        """Whether what comes stands under no question."""
        return self.current is None or self.current.keys[0] not in QUESTIONS

    def _without_columns(
        self, block: OutlineHeading | OutlineParagraph | OutlinePoint
    ) -> OutlineHeading | OutlineParagraph | OutlinePoint:
        """Take off what stands far behind a heading, above the columns below it: “6. MIDDELEN      STO      school”."""
        head, *columns = _WIDE.split(block.text, maxsplit=1)
        if not columns or (found := self._heading(block._replace(text=head))) is None or found.rest:
            return block
        self.above_columns.append(OutlineCell(columns[0], block.place))
        return block._replace(text=head)

    def _heading(self, block: OutlineHeading | OutlineParagraph | OutlinePoint) -> HeadingFound | None:
        numbered = isinstance(block, OutlinePoint) and block.number is not None
        shown = isinstance(block, OutlineHeading) or numbered or (isinstance(block, OutlineParagraph) and block.bold)
        styled = isinstance(block, OutlineHeading) or (isinstance(block, OutlineParagraph) and block.bold)
        found = styled_heading(block.text) if styled else heading_in(block.text, shown=shown)
        if found is None and self._stands_alone(block):
            found = lone_heading(block.text) or self._like_a_heading(block) or self._by_number(block.text)
        if found is None or (not styled and self.styled.issuperset(found.keys)):
            return None
        of_questions = all(key in QUESTIONS for key in found.keys)
        fits = self._may_ask(block, found) if of_questions else self._may_say(block, found)
        return found if fits else None

    def _like_a_heading(self, block: OutlineHeading | OutlineParagraph | OutlinePoint) -> HeadingFound | None:
        """Take a short line with a capital as the heading of a question that has none yet: “Partners en rollen”."""
        short = isinstance(block, OutlineParagraph) and not block.indent and not block.continues
        if not short or len(block.text.split()) > WORDS_OF_A_HEADING or not _LIKE_A_HEADING.fullmatch(block.text):
            return None
        if _NAMES_THE_PROGRAMME.search(block.text):
            return None  # the title: “Activiteitenplan Sterk Techniekonderwijs”
        found = styled_heading(block.text, plain=True)
        return found if found is not None and not self._has(found.keys) else None

    def _by_number(self, text: str) -> HeadingFound | None:
        """Take a line that holds only the number of the next question as its heading."""
        answered = sum(section.keys[0] in QUESTIONS for section in self.sections)
        is_next = answered < len(QUESTIONS) and text.strip(".):- ") == str(answered + 1)
        return HeadingFound((QUESTIONS[answered],)) if is_next else None

    def _stands_alone(self, block: OutlineHeading | OutlineParagraph | OutlinePoint) -> bool:
        """Whether a line is set apart from what is above it, or bears a number."""
        above = self.all_blocks[-2] if len(self.all_blocks) > 1 else None
        in_document = block.place.where is not None  # where every line is a paragraph
        apart = above is None or in_document or block.place.line - above.place.line > 1
        return apart or (isinstance(block, OutlinePoint) and block.number is not None)

    def _may_ask(self, block: OutlineHeading | OutlineParagraph | OutlinePoint, found: HeadingFound) -> bool:
        """Whether a line that names questions opens them here, and is not a text under another one."""
        if isinstance(block, OutlineHeading) or (isinstance(block, OutlineParagraph) and block.bold):
            return True
        known = self._has(found.keys)
        if isinstance(block, OutlinePoint):
            asks = "?" in block.text
            return (asks or self._numbers_questions(block, found)) and not known
        if found.rest and block.continues and self._in_a_point():
            return self._own_word(block.text) and block.indent == 0 and not known
        if block.indent and self.current is not None and not found.sure:
            return False
        return not known or (found.sure and not found.rest and not block.indent)

    def _numbers_questions(self, block: OutlinePoint, found: HeadingFound) -> bool:
        """Whether a point without a question mark is a heading: alone on its line, or with its question's number."""
        if found.rest:
            return block.number == str(QUESTIONS.index(found.keys[0]) + 1) if found.keys[0] in QUESTIONS else False
        return block.level == 0 or block.number is not None

    def _may_say(self, block: OutlineHeading | OutlineParagraph | OutlinePoint, found: HeadingFound) -> bool:
        """Whether a line such as `School: …` says something of the whole plan."""
        if self._has(found.keys) or len(found.rest) > LONGEST_FACT:
            return False
        if found.keys == ("total",):
            return False  # the answer to question 6 knows its total
        if self._at_top or isinstance(block, OutlineHeading):
            return not isinstance(block, OutlinePoint) or bool(found.rest)
        return isinstance(block, OutlineParagraph) and not block.indent and self._own_word(block.text)

    def _own_word(self, text: str) -> bool:
        word = text.split(":", 1)[0].strip().lower()
        return any(word in (heading.english, heading.dutch) for heading in HEADINGS)

    def _ends(self, block: OutlineHeading) -> bool:
        """Whether a heading that is none of a plan's ends the answer before it; a smaller one stands within it."""
        apart = self.current is None or _APPENDIX.match(block.text) is not None
        return apart or block.level <= max(self.current.level if self.current else 0, 1)

    def _ends_bold(self, block: OutlineHeading | OutlineParagraph | OutlinePoint) -> bool:
        """Whether a line is a heading of a person's own (“Tot slot”): in bold, where the answer's heading is so too."""
        short = len(block.text.split()) <= WORDS_OF_A_HEADING and not block.text.endswith((".", ":", ",", ";"))
        bold = isinstance(block, OutlineParagraph) and block.bold and not block.continues
        return bold and short and self.current is not None and self.current.bold

    def _has(self, keys: tuple[str, ...]) -> bool:
        return any(key in section.keys for section in self.sections for key in keys)

    def _in_a_point(self) -> bool:
        return self.current is not None and any(isinstance(block, OutlinePoint) for block in self.current.blocks)

    def _open(self, block: OutlineHeading | OutlineParagraph | OutlinePoint, found: HeadingFound) -> None:
        self.closed = False
        if self.head_ends is None and found.keys[0] in QUESTIONS:
            self.head_ends = len(self.all_blocks) - 1
        for text, start, one in _facts(block.text, found):
            word = text[: one.start].strip() if one.rest else text
            place = _shift(block.place, start)
            level = block.level if isinstance(block, OutlineHeading) else 0
            bold = isinstance(block, OutlineParagraph) and block.bold
            self.current = _Section(one.keys, place, _heading_word(word), level=level, bold=bold)
            self.sections.append(self.current)
            if one.rest:
                rest = OutlineParagraph(one.rest, _shift(block.place, start + one.start))
                self.current.blocks.append(rest)
                self.current.filled = True

    def _add(self, block: OutlineBlock) -> None:
        if isinstance(block, OutlineParagraph) and (answered := _ANSWERED_BY.match(block.text)):
            end = answered.end()
            block = block._replace(text=block.text[end:], place=_shift(block.place, end), continues=False)
        section = self.current
        if section is not None and section.keys[0] not in QUESTIONS and section.filled:
            inside = isinstance(block, OutlinePoint) or (isinstance(block, OutlineParagraph) and block.indent > 0)
            if not inside:
                section = self.current = None
        (self.head if section is None else section.blocks).append(block)

    def _take_table(self, table: OutlineTable) -> None:
        """Add a table to its question; at the top it may hold what is said of the plan, a label before each value."""
        if self.current is None or "cooperation" not in self.current.keys:
            table = self._without_sender(table)
        if self.current is None or self._at_top:
            left = [row for row in table.rows if not self._take_row(row)]
            asked = question_of_columns(table) if len(left) == len(table.rows) else None
            if asked is not None and not self._has((asked,)):
                self.current = _Section((asked,), table.place, "", [table])
                self.sections.append(self.current)
            elif left:
                (self.of_a_letter if self.closed else self.head).append(table._replace(rows=left))
        elif not self.closed:
            among_costs = "resources" in self.current.keys and len(table.rows) > 1  # its answer knows its total
            left = [row for row in table.rows if among_costs or not self._take_total(row)]
            if left:
                self.current.blocks.append(table._replace(rows=left))

    def _without_sender(self, table: OutlineTable) -> OutlineTable:
        """Take off the rows that say by whom a plan was written, and how to reach them."""
        signed = not self._at_top and any(is_signature(row[0].text) for row in table.rows if row)
        sent = [row for row in table.rows if signed or (len(row) > 1 and names_sender(f"{row[0].text}:"))]
        if not sent:
            return table
        self.of_a_letter.append(table._replace(rows=sent))
        return table._replace(rows=[row for row in table.rows if row not in sent])

    def _take_total(self, row: Sequence[OutlineCell]) -> bool:
        """Take the total of the whole plan, where it stands apart from the costs."""
        if len(row) < 2 or self._has(("total",)):  # noqa: PLR2004 - a label and a value
            return False
        label, value = _label_and_value(row)
        found = heading_in(f"{label.text.rstrip(':')}:")
        if found is None or found.keys != ("total",):
            return False
        self._fact(label, value, found)
        return True

    def _take_row(self, row: Sequence[OutlineCell]) -> bool:
        """Take a row that says something of the plan, behind its label; say whether it does."""
        if len(row) < 2:  # noqa: PLR2004 - a label and a value
            return False
        label, value = _label_and_value(row)
        if is_period_word(label.text):
            self._take_period_row(label, value)
            return True
        found = heading_in(f"{label.text.rstrip(':')}:")
        if found and found.keys[0] not in QUESTIONS and not self._has(found.keys):
            self._fact(label, value, found)
        elif found is None and self.current is not None and self.current.keys == ("period",):
            self.current.blocks.append(OutlineParagraph(f"{label.text}: {value.text}", label.place))
        else:
            return False
        return True

    def _says_period(self, block: OutlineHeading | OutlineParagraph | OutlinePoint) -> bool:
        """Whether a line above the questions says when the plan begins or ends: `Begin: 2026-08`."""
        word, colon, value = block.text.partition(":")
        return self._at_top and bool(colon and value.strip()) and is_period_word(word)

    def _take_period_row(self, label: OutlineCell, value: OutlineCell) -> None:
        period = next((section for section in self.sections if section.keys == ("period",)), None)
        if period is None:
            period = _Section(("period",), label.place, label.text, filled=True)
            self.sections.append(period)
        if value.text:
            period.blocks.append(OutlineParagraph(f"{label.text.rstrip(': ')}: {value.text}", value.place))

    def _fact(self, label: OutlineCell, value: OutlineCell, found: HeadingFound) -> None:
        section = _Section(found.keys, label.place, label.text)
        if value.text:
            section.blocks.append(OutlineParagraph(value.text, value.place))
        section.filled = True
        self.sections.append(section)

    def outlined(self) -> TextPlan:
        """Make the tree."""
        made = TextPlan(YamlDocument(self.path), led_up=list(self.above_columns))
        made.questions = len({key for section in self.sections for key in section.keys if key in QUESTIONS})
        self._take_signature()
        self._assign_loose(made)
        self._divide()
        data: dict[str, object] = {}
        for section in sorted(self.sections, key=lambda one: "goals" not in one.keys):  # others name the goals
            for key in section.keys:
                if key not in data:
                    _put(made, data, key, section, self._blocks(key))
        answers = (section.place.line for section in self.sections if section.keys[0] in QUESTIONS)
        _title(made, data, self.head, min(answers, default=sys.maxsize))
        self._school(made, data)
        self._told(made, data)
        signed = self._signature()
        for block in self.head:
            kept = made.unread if block.place.line < signed else made.of_a_letter
            kept += [cell for row in _rows(block) for cell in row]
        made.of_a_letter += [cell for block in self.of_a_letter for row in _rows(block) for cell in row]
        in_words(made.document, data, language_of(block.text for block in self._texts()))
        return made

    def _take_signature(self) -> None:
        """Take who wrote a plan, and how to reach them, off the end of the last answer; a partner's stays."""
        if self.current is None or self._at_top or "cooperation" in self.current.keys:
            return
        blocks = self.current.blocks
        run = list(takewhile(_may_sign, reversed(blocks[-MOST_SIGNED:])))
        if len(run) < len(blocks) and any(map(_reaches, run)):
            self.of_a_letter += run[::-1]
            del blocks[-len(run) :]

    def _signature(self) -> float:
        """Return the line from which short lines behind all answers end a letter with how to reach who wrote it."""
        answered = max((block.place.line for one in self.sections for block in one.blocks), default=0)
        end = [block for block in self.head if block.place.line > answered][-MOST_SIGNED:]
        run = list(takewhile(_may_sign, reversed(end)))
        return run[-1].place.line if answered and any(map(_reaches, run)) else math.inf

    def _school(self, made: TextPlan, data: dict[str, object]) -> None:
        """Take the code of a school that stands anywhere in the text, where it is the only one and none is named."""
        named = [(code.upper(), block.place) for block in self.all_blocks for code in CODE.findall(_words(block))]
        if "school" not in data and len({code for code, _ in named}) == 1:
            [(data["school"], place), *_] = named
            made.document.places["school",] = made.document.key_places["school",] = place

    def _told(self, made: TextPlan, data: dict[str, object]) -> None:
        """Take what the first lines say of the school and the plan without a label."""
        head: list[OutlineHeading | OutlineParagraph | OutlinePoint] = []
        for block in self.all_blocks[: self.head_ends]:
            if head and isinstance(block, OutlineParagraph) and block.continues and block.text[:1].islower():
                head[-1] = head[-1]._replace(text=f"{head[-1].text} {block.text}")  # a sentence over two lines
            elif not isinstance(block, OutlineTable):
                head.append(block)
        for fact in told_in([block.text for block in head]):
            if fact.key not in data:
                data[fact.key] = fact.value
                made.told.append(fact.key)
                place = head[fact.line].place
                made.document.places[fact.key,] = made.document.key_places[fact.key,] = place
        self._own_school(made, data)
        if "period" not in data:
            self._told_period(made, data)

    def _own_school(self, made: TextPlan, data: dict[str, object]) -> None:
        """Take the school and the profiles that sentences, but not those about partners, speak of as their own."""
        partners = [block for section in self.sections if "cooperation" in section.keys for block in section.blocks]
        texts = [block for block in self._texts() if block not in partners]
        for key, found in (("school", own_school), ("profiles", own_profiles)):
            if key not in data and (own := found(block.text for block in texts)) is not None:
                data[key], index = own
                made.told.append(key)
                made.document.places[key,] = made.document.key_places[key,] = texts[index].place

    def _told_period(self, made: TextPlan, data: dict[str, object]) -> None:
        """Take the period of which a sentence anywhere says that it is that of the plan."""
        texts = list(self._texts())
        if (told := period_told(block.text for block in texts)) is not None:
            data["period"], index = told
            made.told.append("period")
            made.document.places["period",] = made.document.key_places["period",] = texts[index].place

    def _assign_loose(self, made: TextPlan) -> None:
        """Give the questions without a heading what answers them by its words."""
        missing = [question for question in QUESTIONS if not self._has((question,))]
        if not missing:
            return
        holders = [(self.head, None), *((one.blocks, one) for one in self.sections if one.keys[0] in QUESTIONS)]
        texts = [
            (blocks, PlacedText(text) if section is None else _standing(text, section, first=not at))
            for blocks, section in holders
            for at, text in enumerate(loose_texts(blocks))
        ]
        texts.sort(key=lambda pair: pair[1].text.blocks[0].place.line)
        found = divided([text for _, text in texts], missing)
        for blocks, _ in holders:
            blocks[:] = [one for (own, _), left in zip(texts, found.left, strict=True) if own is blocks for one in left]
        self.head += found.outside
        for one in found.answers:
            word = _heading_word(one.heading.text) if one.heading is not None else ""
            if one.heading is not None:
                made.led_up.append(OutlineCell(one.heading.text, one.heading.place))
            self.sections.append(_Section((one.key,), one.place, word, list(one.blocks)))
            made.by_words.append((one.key, OutlineCell(one.words, one.place)))

    def _divide(self) -> None:
        """Divide what stands under a heading for two questions (“Partners en kosten”), where its words tell."""
        alone = {section.keys[0] for section in self.sections if len(section.keys) == 1}
        for section in [one for one in self.sections if len(one.keys) > 1]:
            section.keys = tuple(key for key in section.keys if key not in alone) or section.keys
            asked = [question for question in QUESTIONS if question in section.keys]
            if len(asked) > 1:
                parts = _parts_of(section, asked)
                if all(part.blocks for part in parts):
                    self.sections += parts
                    self.sections.remove(section)

    def _blocks(self, key: str) -> list[OutlineBlock]:
        """Return all that stands under a key, which may have several headings."""
        return [block for section in self.sections if key in section.keys for block in section.blocks]

    def _texts(self) -> Iterator[OutlineHeading | OutlineParagraph | OutlinePoint]:
        for block in [*self.head, *(block for section in self.sections for block in section.blocks)]:
            if not isinstance(block, OutlineTable):
                yield block


_APPENDIX = re.compile(r"\W*(?:bijlage|appendix|annex)\b", re.IGNORECASE)
_WIDE = re.compile(r"\s{3,}")
_ANSWERED_BY = re.compile(r"(?:a|antwoord|answer)\s*:\s+(?=\S)", re.IGNORECASE)
_BESIDE = re.compile(r"\s+[·•|;–—-]\s+|\s*[;|]\s+|\.\s+(?=[A-ZÀ-Ý][\w ()-]{1,20}:)")


def _label_and_value(row: Sequence[OutlineCell]) -> tuple[OutlineCell, OutlineCell]:
    """Return the label and the value of a row; who writes `school: X    # the name` has both in its first cell."""
    label, _, rest = row[0].text.partition(": ")
    if rest.strip() and row[1].text.startswith("#"):  # a remark behind the value
        return OutlineCell(label, row[0].place), OutlineCell(rest.strip(), _shift(row[0].place, len(label) + 2))
    return row[0], row[1]


def _standing(text: LooseText, section: _Section, *, first: bool) -> PlacedText:
    own = next(question for question in QUESTIONS if question == section.keys[0])
    if section.filled:
        return PlacedText(text, own, LIKELY if first else 0.0, opens=first)
    return PlacedText(text, own, CERTAIN if first else LIKELY)


def _rows(block: OutlineBlock) -> Iterator[list[OutlineCell]]:
    """Yield the cells of each row of a table in which something stands, or a text."""
    if isinstance(block, OutlineTable):
        yield from ([cell for cell in row if cell.text] for row in block.rows)
    else:
        yield [OutlineCell(block.text, block.place)]


MOST_SIGNED, WORDS_SIGNED = 6, 6
"""Lines below a letter with the name of who wrote it, and words of such a line."""


def _may_sign(block: OutlineBlock) -> bool:
    """Whether a block may be a line of a signature: it is short, and no sentence, number or amount."""
    if not isinstance(block, OutlineParagraph):
        return False
    short = len(block.text.split()) <= WORDS_SIGNED and not block.text.endswith((".", "!", "?", ":"))
    return short and not re.search(r"[\d€]", without_addresses(block.text))


def _reaches(block: OutlineBlock) -> bool:
    return not isinstance(block, OutlineTable) and without_addresses(block.text) != block.text


def _is_of_a_person(text: str) -> bool:
    """Whether a line only greets, or says by whom a plan was written."""
    return is_greeting(text) or names_sender(text)


def _words(block: OutlineBlock) -> str:
    if isinstance(block, OutlineTable):
        return "\n".join(" ".join(cell.text for cell in row) for row in block.rows)
    return block.text


def _parts_of(section: _Section, asked: Sequence[QuestionKey]) -> list[_Section]:
    """Return a section for each question of a heading, with the blocks that answer it."""
    parts = {key: replace(section, keys=(key,), blocks=[]) for key in asked}
    said = [Said(_words(block), opens=True, under=asked, weight=CERTAIN) for block in section.blocks]
    for block, chances in zip(section.blocks, together(said), strict=True):
        parts[max(asked, key=lambda key: chances[QUESTIONS.index(key) + 1])].blocks.append(block)
    return list(parts.values())


def _facts(text: str, found: HeadingFound) -> list[tuple[str, int, HeadingFound]]:
    """Split `School: X · Regio: Y` in its parts, each with its position."""
    parts = [(text, 0, found)]
    if found.keys[0] in QUESTIONS or not found.rest:
        return parts
    for between in _BESIDE.finditer(text, found.start):
        behind = heading_in(text[between.end() :])
        if behind and behind.rest and behind.keys[0] not in QUESTIONS:
            earlier, start, one = parts[-1]
            end = between.start() - start
            parts[-1] = (earlier, start, one._replace(rest=earlier[one.start : end].strip()))
            parts.append((text[between.end() :], between.end(), behind))
    return parts


def _shift(place: Place, columns: int) -> Place:
    if place.where is not None or not columns:
        return place
    column = place.column + columns
    return place._replace(column=column, end_column=place.end_column and max(place.end_column, column + 1))


def _heading_word(text: str) -> str:
    return re.sub(r"^[\W\d_]*(?:\d[.)]?\s+)?|[\s:*_]+$", "", text)


def _put(made: TextPlan, data: dict[str, object], key: str, section: _Section, blocks: list[OutlineBlock]) -> None:
    """Put the answer under a key into the tree."""
    document = made.document
    document.key_places[key,] = section.place
    document.places[key,] = blocks[0].place if blocks else section.place
    if section.word and len(section.word) <= LONGEST_SHOWN:
        made.shown[key,] = section.word
    data[key] = (
        answer_of(key, blocks, document, data, made.led_up) if key in QUESTIONS else fact_of(key, blocks, document)
    )


def _title(made: TextPlan, data: dict[str, object], head: list[OutlineBlock], first_answer: int) -> None:
    """Take the first heading or line above the answers as the title, where none is named."""
    above = [block for block in head if not isinstance(block, OutlineTable) and block.place.line < first_answer]
    lines = [block for block in above if not _is_of_a_person(block.text)]
    first = next((block for block in lines if isinstance(block, OutlineHeading)), lines[0] if lines else None)
    if "title" in data:
        title = data["title"]
        if isinstance(title, str):
            data["title"] = re.sub(r"^(?:(?:re|fw|fwd|antw|betreft|betr)\s*:\s*)+", "", title, flags=re.IGNORECASE)
    elif first is not None and len(first.text) <= LONGEST_TITLE and not first.text.endswith((".", ",")):
        head.remove(first)
        data["title"] = first.text.strip("“”\"' ")
        made.document.places["title",] = made.document.key_places["title",] = first.place
