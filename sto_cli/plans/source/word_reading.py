"""Reading a plan from a Word document."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from sto_cli.files.limits import PLAN_VALUES
from sto_cli.files.word.other_kinds import WordProblem
from sto_cli.files.yaml.reader import KeyPath
from sto_cli.findings import Finding, Place
from sto_cli.messages import Message, message
from sto_cli.plans.model import QUESTIONS
from sto_cli.plans.reading.as_read import Reading, build
from sto_cli.plans.reading.english import to_english
from sto_cli.plans.reading.form_texts import is_outside, unprinted
from sto_cli.plans.reading.frames import unframed
from sto_cli.plans.reading.shape import HEADINGS, PlanHeading
from sto_cli.plans.reading.text_reading import read_outline
from sto_cli.plans.source.outline import Outline, OutlineObject, OutlineTable
from sto_cli.plans.source.outlining import no_questions
from sto_cli.plans.source.word_plan import WordOutline, word_outline


def read_word_plan(content: bytes, path: str) -> Reading:
    """Read a plan from the bytes of a Word document; whatever is wrong with it is a finding."""
    reading = Reading(path, in_word=True)
    try:
        word = word_outline(content, path)
    except WordProblem as problem:
        return _refused(reading, problem, Place(path, where=message("the whole document")))
    if len(word.anchors) + _ended_lines(word.outline) > PLAN_VALUES:
        return _refused(reading, WordProblem("large"), word.whole)
    found = read_outline(replace(word.outline, blocks=list(unframed(list(unprinted(word.outline.blocks))))))
    if not found.is_plan and not found.questions:
        reading.findings.append(_no_questions(word))
        reading.foreign = bool(word.outline.blocks)
        return reading
    reading.document, reading.heads = found.document, found.shown
    reading.outside = tuple(cell for cell in found.unread if not is_outside(cell.text))
    reading.unread = (*found.led_up, *reading.outside)
    reading.of_a_letter = tuple(found.of_a_letter)
    reading.by_words, reading.told, reading.beside = tuple(found.by_words), found.told, found.beside
    reading.budget_lines = found.budget_lines
    reading.english = to_english(found.document.data)
    reading.objects = dict(_objects_in(reading, word.outline))
    reading.document.places[()] = word.whole
    _say_where(reading)
    build(reading)
    return reading


def _objects_in(reading: Reading, outline: Outline) -> Iterator[tuple[str, OutlineObject]]:
    """Yield the questions under which a picture or the like stands, with the first of each."""
    headings = {reading.key_place(key).line: key for key in QUESTIONS if key in reading.data}
    for one in reversed(outline.objects):
        above = [line for line in headings if line <= one.place.line]
        if above:
            yield headings[max(above)], one


def _ended_lines(outline: Outline) -> int:
    """Count the lines that are ended within paragraphs and cells: each is read as one of its own."""
    cells = (cell for block in outline.blocks if isinstance(block, OutlineTable) for row in block.rows for cell in row)
    texts = (block for block in outline.blocks if not isinstance(block, OutlineTable))
    return sum(one.text.count("\n") for one in chain(cells, texts))


def _say_where(reading: Reading) -> None:
    """Say of every place under which question, or at which label of the plan as a whole, it is."""
    numbers = {reading.written((key,)): number for number, key in enumerate(QUESTIONS, 1)}
    titles = {reading.written(path): Message(heading.title) for path, heading in _facts()}
    document = reading.document
    for places, whole in ((document.places, False), (document.key_places, True)):
        for path, place in places.items():
            if path[:1] in numbers:
                places[path] = asked(place, numbers[path[:1]], whole=whole and len(path) == 1)
            elif path in titles:
                places[path] = at_fact(place, titles[path])


def _facts() -> Iterator[tuple[KeyPath, PlanHeading]]:
    """Yield the headings at the top of a plan, and those of its period, with their English paths."""
    for heading in HEADINGS:
        yield (heading.english,), heading
        yield from (((heading.english, one.english), one) for one in heading.shape.group)


def _refused(reading: Reading, problem: WordProblem, whole: Place) -> Reading:
    reading.findings.append(Finding(problem.rule, "error", problem.message, whole, problem.hint))
    return reading


def _no_questions(word: WordOutline) -> Finding:
    if not word.outline.blocks and word.outline.objects:
        sentence = message("This document holds only pictures: the text in them cannot be read.")
        hint = message("Type the text in, or ask for the document that the picture was made of.")
    elif not word.outline.blocks:
        sentence, hint = (
            message("This document is empty."),
            message("Start a plan with: sto plan new --output plan.docx"),
        )
    else:
        return no_questions(word.whole)
    return Finding("not-a-plan", "error", sentence, word.whole, hint)


def asked(place: Place, number: int, *, whole: bool = False) -> Place:
    """Say of a place under which question it is, where a document has no lines."""
    if place.where is None:
        return place
    if whole:
        return place._replace(where=message("question {number}", number=str(number)))
    return place._replace(where=message("question {number}, {where}", number=str(number), where=place.where))


def at_fact(place: Place, title: Message) -> Place:
    """Say of a place at which of the facts it is, where a document has no lines."""
    return place if place.where is None else place._replace(where=message("at “{title}”", title=title))
