"""Points that one text tells of, taken apart: goals in a paragraph, “(1) … (2) …”; and lines that lead up to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from sto_cli.plans.language.annotate import Annotated, annotate
from sto_cli.plans.language.numbers import number_at
from sto_cli.plans.language.partners import names_anyone
from sto_cli.plans.language.sentences import SentenceSpan
from sto_cli.plans.reading.answer_points import (
    ENUMERATED,
    FOR_GOALS,
    SHORT_INTRODUCTION,
    AnswerPoint,
    Text,
    is_line,
    moved,
    shape_of,
)
from sto_cli.plans.reading.outline_rows import is_labelled
from sto_cli.plans.source.outline import OutlineCell

_RUNNING = re.compile(r"(\d)[.)]?\s+(?=[^\W\d])")


def without_numbers(items: list[AnswerPoint]) -> list[AnswerPoint]:
    """Take off the numbers that people type behind the bullets of a list: “* 1 alle leerlingen …”, “* 2 ouders …”."""
    found = [_RUNNING.match(item.lines[0].text) if item.point and item.lines else None for item in items]
    if len(items) < 2 or [one and one[1] for one in found] != [str(at) for at in range(1, len(items) + 1)]:  # noqa: PLR2004 - a list
        return items
    return [_numbered(item, one) for item, one in zip(items, found, strict=True) if one is not None]


def _numbered(item: AnswerPoint, found: re.Match[str]) -> AnswerPoint:
    first, *others = item.lines
    line = Text(first.text[found.end() :], moved(first.place, found.end()))
    return replace(item, lines=[line, *others], number=item.number or found[1])


_NEXT_GOAL = re.compile(
    r"(?:^|(?<=[.!?])\s+)(?=(?:en (?:dat|ten|we|wij)|"
    r"dat(?! (?:tellen|meten|zien|zie|blijkt|is|zijn|was|doen|merken|telt|\w+ (?:we|wij|ik)\b))|"
    r"ten (?:eerste|tweede|derde|vierde|slotte)|(?:het|een|ons) (?:eerste|tweede|derde|laatste|ander)(?: doel)?|"
    r"(?:en )?(?:het |een |ons )?(?:tweede|derde|andere) doel|"
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


def told_apart(item: AnswerPoint, left_out: list[OutlineCell]) -> list[AnswerPoint]:
    """Take the goals apart that one text tells of; a sentence that opens none belongs to the goal before it.

    One that only leads up to them (“We hebben twee doelen.”) is left out.
    """
    goals: list[AnswerPoint] = []
    for line in item.lines:
        starts = [found.end() for found in _NEXT_GOAL.finditer(line.text)]
        for start, end in pairwise(sorted({0, *starts, len(line.text)})):
            text = Text(line.text[start:end].strip(), moved(line.place, start))
            if goals and start not in starts:
                goals[-1].lines.append(text)
            else:
                goals.append(AnswerPoint([text], item.level, item.point))
    if (
        goals
        and len(goals) > 1
        and len(goals[0].lines[0].text.split()) <= SHORT_INTRODUCTION
        and (not _NEXT_GOAL.match(goals[0].lines[0].text) or _ANNOUNCES.search(goals[0].lines[0].text))
    ):
        left_out += [OutlineCell(*line) for line in goals[0].lines]
        goals = goals[1:]
    return goals if len(goals) > 1 else [item]


def counted_apart(key: str, item: AnswerPoint, left_out: list[OutlineCell]) -> list[AnswerPoint]:
    """Take the points apart that a text counts by words: “Het eerste doel is … Het tweede …”, “Eén: … Twee: …”.

    What stands before the first only leads up to them, and is left out.
    """
    if key not in COUNTED or item.cells or item.whole:
        return [item]
    read = annotate(" ".join(line.text for line in item.lines))
    points: list[list[str]] = []
    before: list[str] = []
    for sentence in read.sentences:
        last = bool(points) and read.text_of(sentence).lower().startswith(_LAST)
        if last or _count_of(read, sentence) == str(len(points) + 1):
            points.append([])
        (points[-1] if points else before).append(read.text_of(sentence))
    if len(points) < 2:  # noqa: PLR2004 - one is not counted
        return [item]
    place = item.lines[0].place
    left_out += [OutlineCell(text, place) for text in before]
    return [AnswerPoint([Text(" ".join(texts), place)], item.level, point=True) for texts in points]


COUNTED = ("goals", "activities")
_LAST = ("tot slot", "ten slotte", "tenslotte", "finally", "lastly")

FIRST_WORDS = 5
"""Words of a sentence in which it is counted: “In de tweede plaats worden …”."""


def _count_of(read: Annotated, sentence: SentenceSpan) -> str | None:
    """Return the number by which a sentence is counted: an ordinal in its first words, “Twee:”, “Doel twee”."""
    first, stream = sentence.first, read.stream
    if stream.sign(first + 1, ":") and (number := number_at(stream, first)) is not None:
        return str(number.value)
    opening = range(first, min(first + FIRST_WORDS, sentence.last))
    named = (number_at(stream, at + 1) for at in opening if stream.key(at) in _NAMED and at + 1 < sentence.last)
    found = (stream.value(at, "ordinals") for at in opening)
    return next((str(one.value) for one in named if one), None) or next((one for one in found if one), None)


_NAMED = frozenset(("doel", "doelstelling", "goal", "activiteit", "actie", "activity"))
"""Words that are counted in a text: “Doel een is dat …”."""


def _stands_above_named(key: str, items: Sequence[AnswerPoint]) -> bool:
    """Whether a line without a label stands above goals that each have one: “Doel A: …”, “Doel B: …”."""
    first, *others = items or [AnswerPoint()]
    labelled = [bool(one.lines) and is_labelled(one.lines[0].text, shape_of(key)) for one in others]
    return key == "goals" and len(others) > 1 and is_line(first) and bool(first.lines) and all(labelled) and not (
        is_labelled(first.lines[0].text, shape_of(key))
    )  # fmt: skip


def _leads_up_to_list(items: list[AnswerPoint]) -> bool:
    listed = len(items) > FEWEST_LISTED and items[1].point and items[2].point
    return listed and is_line(items[0]) and items[0].lines[-1].text.endswith(":")


FEWEST_LISTED = 2
"""Points of a list, at least; what stands above one point may be one too."""

_MARK = re.compile(
    r"(?:^|(?<=[.:;,!?] )|(?<=[.:;,!?] en ))"
    r"(?:\((?P<inside>[1-9a-h])\)|(?P<mark>[1-9a-h])\)|(?P<ends>[1-9])\.(?= )|"
    r"(?P<named>[A-Z]{2,4}-?[1-9])(?=[:.)]|\s[(–-]))\s?"
)
"""What stands before a point within a text: `(2)`, `b)`, `2.`, `SD2:`."""


def enumerated(key: str, item: AnswerPoint) -> list[AnswerPoint]:
    """Take the points apart that one text tells of by marks that follow each other: “(1) … (2) …”."""
    if key not in ENUMERATED or item.cells or item.whole or len(item.lines) != 1:
        return [item]
    [line] = item.lines
    marks = list(_MARK.finditer(line.text))
    signs = [
        item.number or "",
        *((found["inside"] or found["mark"] or found["ends"] or found["named"])[-1] for found in marks),
    ]
    if not _count_on([sign for sign in signs if sign]):
        return [item]
    starts = [found.start() if found["named"] else found.end() for found in marks]
    parts = zip((0, *starts), (*(found.start() for found in marks), len(line.text)), strict=True)
    texts = [Text(line.text[start:end].strip(" ;,"), moved(line.place, start)) for start, end in parts]
    return [AnswerPoint([text], item.level, point=True) for text in texts if text.text]


def _count_on(signs: Sequence[str]) -> bool:
    """Whether signs are those of points that follow each other from the first: 1, 2, 3."""
    first = signs[0] if signs else ""
    return len(signs) > 1 and first in ("1", "a") and signs == [chr(ord(first) + at) for at in range(len(signs))]


def with_goals(items: Sequence[AnswerPoint], left_out: list[OutlineCell]) -> list[AnswerPoint]:
    """Take away the lines that say for which goals the activities below them are, and say it of those.

    What else they say is left out of the answer.
    """
    goals: Text | None = None
    kept: list[AnswerPoint] = []
    for item, below in zip_longest(items, items[1:]):
        said = FOR_GOALS.match(item.lines[0].text) if len(item.lines) == 1 else None
        if said and _stands_above(item, said, below):
            names = ", ".join(re.findall(r"\d+|\b[a-h]\b", said["names"].lower()))
            goals = Text(names, item.lines[0].place)
            if item.lines[0].text[said.end() :].strip(" :."):
                left_out.append(OutlineCell(*item.lines[0]))
        else:
            kept.append(replace(item, goals=goals))
    return kept


def _stands_above(item: AnswerPoint, said: re.Match[str], below: AnswerPoint | None) -> bool:
    """Whether a line about goals says only that, or leads up to points below it and is none itself."""
    text = item.lines[0].text
    if not text[said.end() :].strip(" :."):
        return True
    heads = text.endswith(":") or item.level < 0 or (not item.point and len(text.split()) <= SHORT_INTRODUCTION)
    return heads and below is not None and below.point and below.level >= 0


MOST_OF_AN_AGREEMENT = 8
"""Words of a sentence that only says that something is agreed."""


def with_agreements(key: str, items: Sequence[AnswerPoint]) -> list[AnswerPoint]:
    """Put what only says that it is agreed, “Getekend in maart 2026.”, with the partner before it."""
    kept: list[AnswerPoint] = []
    for item in items:
        if key == "cooperation" and kept and not item.cells and _only_agrees(item):
            kept[-1] = replace(kept[-1], lines=[*kept[-1].lines, *item.lines])
        else:
            kept.append(item)
    return kept


def _only_agrees(item: AnswerPoint) -> bool:
    """Whether a point is a few words that begin with an agreement and name nobody."""
    text = " ".join(line.text for line in item.lines)
    agreed = annotate(text).stream.value(0, "stances") == "agreed"
    return agreed and len(text.split()) <= MOST_OF_AN_AGREEMENT and not names_anyone(text)


def without_rejected(key: str, items: list[AnswerPoint], left_out: list[OutlineCell]) -> list[AnswerPoint]:
    """Leave out a line beside a list of activities that says what will not be done: “Een kartbaan is afgewezen.”."""
    if key != "activities" or not any(item.point for item in items):
        return items
    rejected = [item for item in items if is_line(item) and all(_is_rejected(line.text) for line in item.lines[-1:])]
    left_out += [OutlineCell(*line) for item in rejected for line in item.lines]
    return [item for item in items if item not in rejected]


def _is_rejected(text: str) -> bool:
    return any(one.value == "rejected" for one in annotate(text).terms("stances"))


def without_introduction(key: str, items: list[AnswerPoint], left_out: list[OutlineCell]) -> list[AnswerPoint]:
    """Leave out the line that leads up to the points: “Wij willen:”; of a list of goals or activities all lines do."""
    if (key in {"goals", "activities"} and _leads_up_to_list(items)) or _stands_above_named(key, items):
        left_out += [OutlineCell(*line) for line in items[0].lines]
        return items[1:]
    if len(items) > 1 and is_line(items[0]) and (not is_line(items[1]) or items[0].lines[-1].text.endswith(":")):
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
