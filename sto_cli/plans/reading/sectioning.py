"""Which block of a document belongs to which section: questions, what is said of the plan, and what is a letter's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile, takewhile

from sto_cli.plans.model import QUESTIONS
from sto_cli.plans.reading.budget_columns import cents_of
from sto_cli.plans.reading.frames import headed, question_of_columns
from sto_cli.plans.reading.question_headings import HeadingFound, heading_in
from sto_cli.plans.reading.roles import LabelledPart, assigned, role_of
from sto_cli.plans.reading.section_headings import (
    asks_for_pupils,
    beside_here,
    ends_answer,
    facts_on_line,
    heading_here,
    with_whole_questions,
)
from sto_cli.plans.reading.sections import Section, Sections, heading_word, shifted, words_of
from sto_cli.plans.reading.structure import structured
from sto_cli.plans.reading.told_facts import is_period_word
from sto_cli.plans.source.letters import is_closing, is_of_a_person, is_polite, is_signature, names_sender
from sto_cli.plans.source.outline import (
    Outline,
    OutlineBlock,
    OutlineCell,
    OutlineHeading,
    OutlineParagraph,
    OutlinePoint,
    OutlineTable,
    OutlineText,
)

_WIDE = re.compile(r"\s{3,}")
_LABEL_ENDS = re.compile(r":|\s{2,}")
_ANSWERED_BY = re.compile(r"(?:a|antwoord|answer)\s*:\s+(?=\S)", re.IGNORECASE)


def sectioned(outline: Outline) -> Sections:
    """Divide a document among the headings in it; where it has none, among the points that begin with their words."""
    blocks = structured(outline.blocks)
    made = _without_contents(_divided(blocks))
    labelled = _labelled_points(blocks) if len(made.questions()) < FEWEST_LABELLED else None
    made = _with_own_headings(_divided(labelled) if labelled is not None else made)
    made.margins = outline.margins
    return made


def _with_own_headings(made: Sections) -> Sections:
    """Take what stands under headings in words of one's own as answers to the questions that have none yet."""
    groups: list[list[OutlineBlock]] = []
    for block in made.head:
        if isinstance(block, OutlineHeading) or not groups:
            groups.append([block])
        else:
            groups[-1].append(block)
    own = [one for one in groups if isinstance(one[0], OutlineHeading) and one[0].level and len(one) > 1]
    parts = [LabelledPart(words_of(one[0]), [words_of(block) for block in one[1:]]) for one in own]
    for (heading, *blocks), role in zip(own, assigned(parts, frozenset(made.questions())), strict=True):
        if role in QUESTIONS and isinstance(heading, OutlineHeading):
            word, guessed = heading_word(heading.text), role_of(heading.text) != role
            section = Section((role,), heading.place, word, blocks, level=heading.level, guessed=guessed)
            made.sections.append(section)
            made.head = [one for one in made.head if one is not heading and all(one is not other for other in blocks)]
    return made


def _divided(blocks: Sequence[OutlineBlock]) -> Sections:
    reader = _Reader(headed(blocks))
    for block in with_whole_questions(blocks):
        reader.take(block)
    return reader.made


FEWEST_CONTENTS = 3
"""Headings in a row that only name what comes, before they are a table of contents."""

_PAGE = re.compile(r"[\s.…·_|-]*\d{0,3}\s*")


def _without_contents(made: Sections) -> Sections:
    """Divide anew without a table of contents: headings without an answer that all stand there again below."""
    asked = dropwhile(lambda one: not one.asks, made.sections)
    opening = list(takewhile(_says_nothing, asked))
    last = made.sections[made.sections.index(opening[-1]) + 1 :][:1] if opening else []
    places = {one.place[:3] for one in (*opening, *last)}  # the words of a place in a document have no hash
    if len(places) < FEWEST_CONTENTS:
        return made
    without = _divided([block for block in made.all_blocks if block.place[:3] not in places])
    return without if made.questions() <= without.questions() else made


def _says_nothing(section: Section) -> bool:
    return section.asks and all(_PAGE.fullmatch(words_of(block)) for block in section.blocks)


FEWEST_LABELLED = 3
"""Points that begin with the words of as many questions, before these words are taken for headings."""


def _labelled_points(blocks: Sequence[OutlineBlock]) -> list[OutlineBlock] | None:
    """Return the blocks with points such as “- Doel: …”, “- Planning: …” as lines; None where they are no headings."""
    made: list[OutlineBlock] = []
    keys: list[str] = []
    for block in blocks:
        found = heading_in(block.text) if isinstance(block, OutlinePoint) and not block.level else None
        if isinstance(block, OutlinePoint) and found is not None and found.rest and ":" in block.text[: found.start]:
            keys += found.keys
            made.append(OutlineParagraph(block.text, block.place))
        else:
            made.append(block)
    asked = [key for key in keys if key in QUESTIONS]
    return made if len(asked) >= FEWEST_LABELLED and len(set(asked)) == len(asked) else None


class _Reader:
    def __init__(self, styled: frozenset[str]) -> None:
        self.made = Sections(styled)

    def take(self, block: OutlineBlock) -> None:
        """Put a block where it belongs."""
        self.made.all_blocks.append(block)
        if isinstance(block, OutlineTable):
            self._take_table(block)
            return
        block = self._without_columns(block)
        found = heading_here(self.made, block)
        beside = beside_here(self.made, block) if found is None else None
        if beside is not None:
            self._open_beside(block, *beside)
        elif found is None and self._says_period(block):
            word, value = _LABEL_ENDS.split(block.text, maxsplit=1)
            self._take_period_row(OutlineCell(word, block.place), OutlineCell(value.strip(), block.place))
        elif found is not None:
            self._open(block, found)
        elif ends_answer(self.made, block):
            self.made.current, self.made.closed = None, False
            self.made.head.append(block)
        elif is_closing(block.text):
            self.made.current, self.made.closed = None, True
            self.made.of_a_letter.append(block)
        elif self.made.closed or is_polite(block.text) or (self.made.at_top and is_of_a_person(block.text)):
            self.made.of_a_letter.append(block)
        else:
            self._add(block)

    def _without_columns(self, block: OutlineText) -> OutlineText:
        """Take off what stands far behind a heading, above the columns below it: “6. MIDDELEN      STO      school”."""
        head, *columns = _WIDE.split(block.text, maxsplit=1)
        if not columns or (found := heading_here(self.made, block._replace(text=head))) is None or found.rest:
            return block
        self.made.above_columns.append(OutlineCell(columns[0], block.place))
        return block._replace(text=head)

    def _open(self, block: OutlineText, found: HeadingFound) -> None:
        self.made.closed = False
        if self.made.head_ends is None and found.keys[0] in QUESTIONS:
            self.made.head_ends = len(self.made.all_blocks) - 1
        for text, start, one in facts_on_line(block.text, found):
            word = text[: one.start].strip() if one.rest else text
            place = shifted(block.place, start)
            level = block.level if isinstance(block, OutlineHeading) else 0
            bold = isinstance(block, OutlineParagraph) and block.bold
            self.made.current = Section(one.keys, place, heading_word(word), level=level, bold=bold)
            self.made.sections.append(self.made.current)
            if one.rest:
                rest = OutlineParagraph(one.rest, shifted(block.place, start + one.start))
                self.made.current.blocks.append(rest)
                self.made.current.filled = True

    def _open_beside(self, block: OutlineText, role: str, start: int) -> None:
        """Open what answers none of the six questions: the target group, how it goes on, the signature."""
        level = block.level if isinstance(block, OutlineHeading) else 0
        bold = isinstance(block, OutlineParagraph) and block.bold
        self.made.closed = False
        self.made.current = Section((role,), block.place, heading_word(block.text), level=level, bold=bold)
        self.made.sections.append(self.made.current)
        if start:
            rest = OutlineParagraph(block.text[start:].strip(), shifted(block.place, start))
            self.made.current.blocks.append(rest)
            self.made.current.filled = True

    def _add(self, block: OutlineBlock) -> None:
        if isinstance(block, OutlineParagraph) and (answered := _ANSWERED_BY.match(block.text)):
            end = answered.end()
            block = block._replace(text=block.text[end:], place=shifted(block.place, end), continues=False)
        section = self.made.current
        if section is not None and not section.asks and section.filled:
            named = section.keys[0] in {"school", "region", "title"}  # on one line
            inside = (isinstance(block, OutlinePoint) and not named) or (
                isinstance(block, OutlineParagraph) and block.indent > 0
            )
            if not inside:
                section = self.made.current = None
        (self.made.head if section is None else section.blocks).append(block)

    def _take_table(self, table: OutlineTable) -> None:
        current = self.made.current
        if current is None or "cooperation" not in current.keys:
            table = self._without_sender(table)
        if current is None or not current.asks:
            self._take_table_of_facts(table)
        elif not self.made.closed:
            among_costs = "resources" in current.keys and len(table.rows) > 1  # its answer knows its total
            left = [row for row in table.rows if among_costs or not self._take_total(row)]
            current.blocks += [table if len(left) == len(table.rows) else table._replace(rows=left)] if left else []

    def _take_table_of_facts(self, table: OutlineTable) -> None:
        """Take a table under no question: it may say things of the plan, a label before each, or be an answer."""
        left = [row for row in table.rows if not self._take_row(row)]
        asked = question_of_columns(table) if len(left) == len(table.rows) else None
        if asked is not None and not self.made.has((asked,)):
            self.made.current = Section((asked,), table.place, "", [table])
            self.made.sections.append(self.made.current)
        elif left:
            (self.made.of_a_letter if self.made.closed else self.made.head).append(table._replace(rows=left))

    def _without_sender(self, table: OutlineTable) -> OutlineTable:
        """Take off the rows that say by whom a plan was written, and how to reach them."""
        signed = not self.made.at_top and any(is_signature(row[0].text) for row in table.rows if row)
        sent = [row for row in table.rows if signed or (len(row) > 1 and names_sender(f"{row[0].text}:"))]
        if not sent:
            return table
        self.made.of_a_letter.append(table._replace(rows=sent))
        return table._replace(rows=[row for row in table.rows if row not in sent])

    def _take_total(self, row: Sequence[OutlineCell]) -> bool:
        """Take the total of the whole plan, where it stands apart from the costs."""
        if len(row) < 2 or sum(bool(cell.text) for cell in row) > 2 or self.made.has(("total",)):  # noqa: PLR2004
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
        paid = found is not None and found.keys == ("school",) and cents_of(value.text) is not None  # what it pays
        if found and not paid and found.keys[0] not in QUESTIONS and not self.made.has(found.keys):
            self._fact(label, value, found)
        elif found is None and self.made.current is not None and self.made.current.keys == ("period",):
            self.made.current.blocks.append(OutlineParagraph(f"{label.text}: {value.text}", label.place))
        elif (
            found is None
            and value.text
            and not any(cell.text for cell in row[2:])
            and asks_for_pupils(label.text, value.text)
        ):
            self._fact(label, value, HeadingFound(("target_group",)))
        else:
            return False
        return True

    def _says_period(self, block: OutlineText) -> bool:
        """Whether a line above the questions says when the plan begins or ends: `Begin: 2026-08`, `TOT   juli 2028`."""
        word, *values = _LABEL_ENDS.split(block.text, maxsplit=1)
        return self.made.at_top and any(value.strip() for value in values) and is_period_word(word)

    def _take_period_row(self, label: OutlineCell, value: OutlineCell) -> None:
        period = next((section for section in self.made.sections if section.keys == ("period",)), None)
        if period is None:
            period = Section(("period",), label.place, label.text, filled=True)
            self.made.sections.append(period)
        if value.text:
            period.blocks.append(OutlineParagraph(f"{label.text.rstrip(': ')}: {value.text}", value.place))

    def _fact(self, label: OutlineCell, value: OutlineCell, found: HeadingFound) -> None:
        section = Section(found.keys, label.place, label.text)
        if value.text:
            section.blocks.append(OutlineParagraph(value.text, value.place))
        section.filled = True
        self.made.sections.append(section)


def _label_and_value(row: Sequence[OutlineCell]) -> tuple[OutlineCell, OutlineCell]:
    """Return the label and the value of a row; who writes `school: X    # the name` has both in its first cell."""
    label, _, rest = row[0].text.partition(": ")
    if rest.strip() and row[1].text.startswith("#"):  # a remark behind the value
        return OutlineCell(label, row[0].place), OutlineCell(rest.strip(), shifted(row[0].place, len(label) + 2))
    return row[0], row[1]
