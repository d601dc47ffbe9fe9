"""Plain text as a plan: the sections of a document as the tree that YAML would give.

Values stay as they were written, and what they mean is for the modules behind this one, which read YAML as well.
`sectioning.py` finds the sections, `assigning.py` what answers a question without a heading, and `answers.py` makes
the points of one answer.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from sto_cli.files.yaml.reader import YamlDocument
from sto_cli.findings import Place
from sto_cli.messages import Language
from sto_cli.plans.language.copied import is_flyer
from sto_cli.plans.model import QUESTIONS, QuestionKey
from sto_cli.plans.reading.answers import answer_of
from sto_cli.plans.reading.assigning import assign_loose, divide_shared, set_reach_apart
from sto_cli.plans.reading.budget import BudgetLine
from sto_cli.plans.reading.budget_source import section_lines
from sto_cli.plans.reading.dividing import FEWEST_ANSWERS
from sto_cli.plans.reading.labels import OTHERS
from sto_cli.plans.reading.loose_text import texts_of
from sto_cli.plans.reading.own_location import location_beside, names_location, where_on_line, where_said
from sto_cli.plans.reading.own_school import own_profiles, own_school
from sto_cli.plans.reading.period_said import period_in_texts
from sto_cli.plans.reading.plan_words import in_words, language_of
from sto_cli.plans.reading.roles import role_of
from sto_cli.plans.reading.schools import CODE
from sto_cli.plans.reading.sectioning import sectioned
from sto_cli.plans.reading.sections import Section, Sections, cells_of, words_of
from sto_cli.plans.reading.signature import signed_from, take_signature
from sto_cli.plans.reading.told_facts import fact_of, told_in
from sto_cli.plans.source.letters import is_of_a_person
from sto_cli.plans.source.outline import (
    Outline,
    OutlineBlock,
    OutlineCell,
    OutlineHeading,
    OutlineParagraph,
    OutlineTable,
    OutlineText,
)

LONGEST_SHOWN = 40
"""Characters of a heading that sentences repeat; a longer one is called by the plan's own word."""

FEWEST_QUESTIONS = 2
"""Questions of which the headings stand in a text before it is read as a plan without YAML."""

LONGEST_TITLE = 100
"""Characters of a first line that may be the title."""

_BEFORE_A_SUBJECT = re.compile(r"(?:(?:re|fw|fwd|antw|betreft|betr)\s*:\s*)+", re.IGNORECASE)


@dataclass(slots=True)
class TextPlan:
    """What an outline says: a document with all places, the headings as they were written, and the rest.

    The keys of the document are a plan's own words. `unread` are texts that stand under no question, `led_up` lines
    that only lead up to an answer; `shown` are headings by their English path; `questions` is the number of questions
    of which a heading was found. `by_words` are the texts without a heading that were read as an answer, with their
    English keys; `told` are the keys of what is said of the plan without a label, with the text that says it.
    `of_a_letter` is what opens or closes a letter, and who sent it; `beside` what stands under headings that answer
    none of the six questions, by their role (`labels.OTHERS`); `budget_lines` what may speak of money.
    """

    document: YamlDocument
    shown: dict[tuple[str, ...], str] = field(default_factory=dict)
    unread: list[OutlineCell] = field(default_factory=list)
    led_up: list[OutlineCell] = field(default_factory=list)
    questions: int = 0
    by_words: list[tuple[QuestionKey, OutlineCell]] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)
    of_a_letter: list[OutlineCell] = field(default_factory=list)
    beside: dict[str, list[OutlineCell]] = field(default_factory=dict)
    budget_lines: list[BudgetLine] = field(default_factory=list)

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
    return read_sections(_sections(outline), outline.path, outline.left_out)


def read_sections(
    sections: Sections,
    path: str,
    left_out: Sequence[OutlineCell] = (),
    *,
    language: Language | None = None,
    known: Mapping[str, object] | None = None,
) -> TextPlan:
    """Read sections as a plan; its words are those of `language`, or of the one that most is written in.

    `known` is what stands elsewhere, by English key: nothing in the sections is taken for it.
    """
    known = known or {}
    made = TextPlan(YamlDocument(path), questions=len(sections.questions()))
    take_signature(sections)
    places = _labelled_places(sections)
    _take_by_words(made, sections)
    divide_shared(sections)
    set_reach_apart(sections)
    made.budget_lines = section_lines(sections)
    data = _answers(made, sections, known)
    _title(made, data, sections)
    _told(made, data, sections)
    _told_in_margins(made, data, sections.margins)
    data = {key: value for key, value in data.items() if key not in known}
    made.unread += _take_location(data, places, sections)
    _leave(made, sections, left_out)
    in_words(made.document, data, language or language_of(block.text for block in sections.texts()))
    return made


def has_headings(outline: Outline) -> bool:
    """Whether enough headings of questions stand in an outline for a plan; the answers are not read for it."""
    return len(_sections(outline).questions()) >= FEWEST_QUESTIONS


def _sections(outline: Outline) -> Sections:
    """Find the sections; the programme's flyer asks the six questions and answers none."""
    return sectioned(replace(outline, blocks=()) if is_flyer(" ".join(texts_of(outline.blocks))) else outline)


def _take_by_words(made: TextPlan, sections: Sections) -> None:
    """Take what answers a question without a heading."""
    made.led_up += sections.above_columns
    for one in assign_loose(sections):
        if one.heading is not None:
            made.led_up.append(OutlineCell(one.heading.text, one.heading.place))
        made.by_words.append((one.key, OutlineCell(one.words, one.place)))


def _answers(made: TextPlan, sections: Sections, known: Mapping[str, object]) -> dict[str, object]:
    """Return what is known, and what stands under each heading; the goals first, for others name them."""
    data: dict[str, object] = dict(known)
    for section in sorted(sections.sections, key=lambda one: "goals" not in one.keys):
        for key in section.keys:
            if key not in data and key not in {*OTHERS, "asked"}:
                data[key] = _answer(made, data, key, section, sections)
    return data


def _answer(made: TextPlan, data: dict[str, object], key: str, section: Section, sections: Sections) -> object:
    blocks, document = sections.answering(key), made.document
    document.key_places[key,] = section.place._replace(guessed=section.guessed)
    document.places[key,] = blocks[0].place if blocks else section.place
    if section.word and len(section.word) <= LONGEST_SHOWN:
        made.shown[key,] = section.word
    if key in QUESTIONS:
        return answer_of(key, blocks, document, data, made.led_up)
    return fact_of(key, blocks, document)


def _title(made: TextPlan, data: dict[str, object], sections: Sections) -> None:
    """Take the first heading or line above the answers as the title, where none is named."""
    if data.get("title") is not None:
        title = data["title"]
        data["title"] = _BEFORE_A_SUBJECT.sub("", title, count=1) if isinstance(title, str) else title
        return
    ends = min((section.place.line for section in sections.asked()), default=sys.maxsize)
    above = [block for block in sections.head if not isinstance(block, OutlineTable) and block.place.line < ends]
    lines = [block for block in above if not is_of_a_person(block.text)]
    first = next((block for block in lines if isinstance(block, OutlineHeading)), lines[0] if lines else None)
    if first is not None and len(first.text) <= LONGEST_TITLE and not first.text.endswith((".", ",")):
        sections.head.remove(first)
        _take(made, data, "title", first.text.strip("“”\"' "), first.place)


def _told(made: TextPlan, data: dict[str, object], sections: Sections) -> None:
    """Take what the text says of the school and the plan without a label, where no label says it."""
    named = [(code.upper(), block.place) for block in sections.all_blocks for code in CODE.findall(words_of(block))]
    if "school" not in data and len({code for code, _ in named}) == 1:
        _take(made, data, "school", *named[0])
    every = [*sections.texts(), *_cells_of_head(sections)]
    _say_period(made, data, every, whole=True)
    head = _first_lines(sections)
    for fact in told_in([block.text for block in head]):
        if fact.key not in data:
            _take_told(made, data, fact.key, fact.value, head[fact.line])
    _say_period(made, data, every, whole=False)
    partners = sections.blocks("cooperation")  # of whom others may be told
    own = [block for block in sections.texts() if block not in partners]
    for key, find, texts in (("school", own_school, own), ("profiles", own_profiles, own)):
        if key not in data and (found := find(block.text for block in texts)) is not None:
            value, index = found
            _take_told(made, data, key, value, texts[index])


def _cells_of_head(sections: Sections) -> Iterator[OutlineText]:
    """Yield the cells of tables under no question, which may be lines with spaces in them, as lines."""
    tables = (block for block in sections.head if isinstance(block, OutlineTable))
    yield from (OutlineParagraph(cell.text, cell.place) for table in tables for row in table.rows for cell in row)


_LABELS = re.compile(r"(\w+):\s")
"""Words that name what stands behind them, also in the midst of a paragraph."""

_NAME_AND_PLACE = re.compile(r"(?!.*\b[Rr]egio)[A-ZÀ-Ý][^,;:!?\d]{3,60}, (?:['’]s-)?[A-ZÀ-Ý][\w' -]{2,30}")


def _told_in_margins(made: TextPlan, data: dict[str, object], margins: Sequence[OutlineCell]) -> None:
    """Take the school that stands only at the top or foot of the pages."""
    if data.get("school") is not None:
        return
    texts = [cell.text for cell in margins]
    lines = [(text, at) for at, text in enumerate(texts) if _NAME_AND_PLACE.fullmatch(text)]
    named = own_school(texts) or next(iter(lines), None)
    if named is not None:
        value, index = named
        made.told["school"] = texts[index]
        _take(made, data, "school", value, margins[index].place)


def _say_period(made: TextPlan, data: dict[str, object], texts: Sequence[OutlineText], *, whole: bool) -> None:
    """Take the period that sentences say, where no label does; `whole` asks for both its begin and its end."""
    said = None if "period" in data else period_in_texts([block.text for block in texts])
    if said is None or said.at is None or said.whole < whole:
        return
    days = {"start": said.start, "end": said.end}
    block = texts[said.at]
    guessed = all(role_of(label) != "period" for label in _LABELS.findall(block.text))
    block = block._replace(place=block.place._replace(guessed=guessed))
    _take_told(made, data, "period", {key: day.isoformat() for key, day in days.items() if day}, block)
    for key in ("start", "end"):
        made.document.places["period", key] = made.document.key_places["period", key] = block.place


def _take_location(
    data: dict[str, object], places: Sequence[tuple[str, OutlineCell]], sections: Sections
) -> list[OutlineCell]:
    """Put behind the name of the school which location is meant, where that stands elsewhere; return what is left."""
    school = data.get("school")
    if not isinstance(school, str) or CODE.search(school):
        return [cell for _, cell in places]
    texts = [str(data.get("title", "")), *(block.text for block in sections.texts())]
    beside = None if names_location(school) else location_beside(texts, school)
    said = [one for one in (*(where for where, _ in places), beside) if one is not None and one not in school]
    data["school"] = ", ".join(dict.fromkeys([school, *said]))
    return []


def _labelled_places(sections: Sections) -> list[tuple[str, OutlineCell]]:
    """Take the lines above the first question that say where the school is: “Locatie: …”, “Plaats | …”."""
    ends = min((section.place.line for section in sections.asked()), default=sys.maxsize)
    found: list[tuple[str, OutlineCell]] = []
    kept: list[OutlineBlock] = []
    for block in sections.head:
        if block.place.line >= ends:
            kept.append(block)
        elif isinstance(block, OutlineTable):
            said = [where_said(row[0].text, row[1].text) if len(row) > 1 else None for row in block.rows]
            pairs = list(zip(block.rows, said, strict=True))
            found += [(where, row[1]._replace(text=f"{row[0].text}: {row[1].text}")) for row, where in pairs if where]
            rows = [row for row, where in pairs if not where]
            kept += [block._replace(rows=rows)] if rows else []
        elif (where := where_on_line(block.text)) is not None:
            found.append((where, OutlineCell(block.text, block.place)))
        else:
            kept.append(block)
    sections.head = kept
    return found


def _first_lines(sections: Sections) -> list[OutlineText]:
    """Return what stands above the first question, each sentence whole."""
    head: list[OutlineText] = []
    for block in sections.all_blocks[: sections.head_ends]:
        if head and isinstance(block, OutlineParagraph) and block.continues and block.text[:1].islower():
            head[-1] = head[-1]._replace(text=f"{head[-1].text} {block.text}")
        elif not isinstance(block, OutlineTable):
            head.append(block)
    return head


def _take_told(made: TextPlan, data: dict[str, object], key: str, value: object, block: OutlineText) -> None:
    made.told[key] = block.text
    _take(made, data, key, value, block.place)


def _take(made: TextPlan, data: dict[str, object], key: str, value: object, place: Place) -> None:
    data[key] = value
    made.document.places[key,] = made.document.key_places[key,] = place


def _leave(made: TextPlan, sections: Sections, left_out: Sequence[OutlineCell]) -> None:
    """Keep what is no part of a plan apart: what opens or closes a letter, and what stands under no question."""
    signed = signed_from(sections)
    made.of_a_letter += left_out
    for block in sections.head:
        (made.unread if block.place.line < signed else made.of_a_letter).extend(cells_of(block))
    made.of_a_letter += chain.from_iterable(map(cells_of, sections.of_a_letter))
    for section in sections.sections:
        for role in OTHERS.intersection(section.keys):
            cells = [OutlineCell(section.word, section.place), *chain.from_iterable(map(cells_of, section.blocks))]
            made.beside.setdefault(role, []).extend(cells[1:])
            made.unread += cells
    made.unread.sort(key=lambda cell: cell.place.line)
