"""Reading a plan from a Word document."""

from __future__ import annotations

from sto_cli.files.limits import PLAN_VALUES
from sto_cli.files.word.other_kinds import too_large
from sto_cli.files.word.problem import WordProblem
from sto_cli.findings import Finding, Place
from sto_cli.messages import message
from sto_cli.plans.asked_places import asked
from sto_cli.plans.english import to_english
from sto_cli.plans.frames import unframed
from sto_cli.plans.model import QUESTIONS
from sto_cli.plans.other_files import heading_hint
from sto_cli.plans.outline import Outline
from sto_cli.plans.outlined import is_form, outlined
from sto_cli.plans.reading import Reading, build
from sto_cli.plans.text_reading import read_outline
from sto_cli.plans.word_plan import WordOutline, word_outline


def read_word_plan(content: bytes, path: str) -> Reading:
    """Read a plan from the bytes of a Word document; whatever is wrong with it is a finding."""
    reading = Reading(path, in_word=True)
    try:
        word = word_outline(content, path)
    except WordProblem as problem:
        return _refused(reading, problem, Place(path, where=message("the whole document")))
    if len(word.anchors) > PLAN_VALUES:
        return _refused(reading, too_large(), word.whole)
    if not (_take_form if is_form(word.outline) else _take_text)(reading, word):
        reading.findings.append(_no_questions(word))
        return reading
    reading.english = to_english(reading.document.data)
    build(reading)
    return reading


def _take_form(reading: Reading, word: WordOutline) -> bool:
    """Take what is written on the form; say whether it is a plan."""
    found = outlined(word.outline, word.whole)
    reading.document, reading.heads = found.document, found.words
    reading.unread, reading.outside = tuple(found.unread), tuple(found.outside)
    reading.by_words = tuple(found.by_words)
    return found.is_plan


def _take_text(reading: Reading, word: WordOutline) -> bool:
    """Take what a document of a school's own says, as a text is read; say whether it is a plan."""
    found = read_outline(Outline(word.outline.path, list(unframed(word.outline.blocks))))
    reading.document, reading.heads = found.document, found.shown
    _say_questions(reading)
    reading.document.places[()] = word.whole
    reading.unread, reading.outside = (*found.led_up, *found.unread), tuple(found.unread)
    reading.by_words, reading.told = tuple(found.by_words), frozenset(found.told)
    return found.is_plan or found.questions > 0


def _say_questions(reading: Reading) -> None:
    """Say of every place under which question it is."""
    english = to_english(reading.document.data)
    numbers = {english.words.get((key,), key): number for number, key in enumerate(QUESTIONS, 1)}
    for places in (reading.document.places, reading.document.key_places):
        for path, place in places.items():
            if path and path[0] in numbers:
                whole = places is reading.document.key_places and len(path) == 1
                places[path] = asked(place, numbers[path[0]], whole=whole)


def _refused(reading: Reading, problem: WordProblem, whole: Place) -> Reading:
    reading.findings.append(Finding(problem.rule, "error", problem.message, whole, problem.hint))
    return reading


def _no_questions(word: WordOutline) -> Finding:
    if not word.outline.blocks and word.pictures:
        sentence = message("This document holds only pictures: the text in them cannot be read.")
        hint = message("Type the text in, or ask for the document that the picture was made of.")
    elif not word.outline.blocks:
        sentence, hint = (
            message("This document is empty."),
            message("Start a plan with: sto plan new --output plan.docx"),
        )
    else:
        sentence = message("None of the six questions can be found in this document.")
        hint = heading_hint()
    return Finding("not-a-plan", "error", sentence, word.whole, hint)
