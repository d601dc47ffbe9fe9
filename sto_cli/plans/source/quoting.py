"""What a mail quotes: questions between the answers are headings, the older mail below it is no part of the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

_MARKS = re.compile(r"(?:\s{0,3}>)+ ?")
_HEADER = re.compile(
    r"\s*(?P<label>van|from|aan|to|verzonden|sent|datum|date|onderwerp|subject)\s*:|"
    r"\s*(?P<sender>(?:op|on)\b.{6,80}\b(?:schreef|wrote)\b|-{3,}\s*(?:oorspronkelijk|original|doorgestuurd|forwarded)\b)",
    re.IGNORECASE,
)
_SENDERS = frozenset({"van", "from"})
_FIRST_SENTENCE = re.compile(r"(.+?[^.\s][?!.])(?=\s|$)", re.DOTALL)

MOST_LINES = 4
"""Lines of a quoted question."""

FEWEST_HEADERS = 2
"""Lines with sender, day and subject with which an older mail begins."""


class QuotedLine(NamedTuple):
    """A line with the length of the marks of quoting before it, and what it is: a text, a question, or `old`."""

    marks: int
    kind: str = "text"


def quoted_lines(lines: Sequence[str]) -> list[QuotedLine]:
    """Say of each line of a text what its marks of quoting make of it.

    Marks before every line, or before most of the text, say nothing: a plan that was passed on. In a reply a few
    quoted lines between the answers are a `question` (the further lines of it are `more`), and an older mail at the
    end is `old`, with marks or with the lines that a mail program puts above it.
    """
    made = [QuotedLine(found.end() if (found := _MARKS.match(line)) else 0) for line in lines]
    if any(one.marks for one in made) and _weight(lines, made, quoted=False) > _weight(lines, made, quoted=True):
        made = list(_in_a_reply(lines, made))
    start = _begin_of_older(lines, made)
    return made if start is None else [*made[:start], *(one._replace(kind="old") for one in made[start:])]


def first_sentence(text: str) -> str:
    """Return the question that quoted lines ask: their first sentence, without the point at its end."""
    found = _FIRST_SENTENCE.match(text)
    return (found[1] if found else text).rstrip(". ")


def _weight(lines: Sequence[str], made: Sequence[QuotedLine], *, quoted: bool) -> int:
    return sum(len(line) for line, one in zip(lines, made, strict=True) if bool(one.marks) is quoted)


def _in_a_reply(lines: Sequence[str], made: Sequence[QuotedLine]) -> Iterator[QuotedLine]:
    at = 0
    for quoted, run in groupby(made, key=lambda one: bool(one.marks)):
        rows = list(run)
        words = [line[one.marks :].strip() for line, one in zip(lines[at : at + len(rows)], rows, strict=True)]
        at += len(rows)
        said = [bool(one) for one in words]
        if not quoted:
            yield from rows
        elif sum(said) <= MOST_LINES and any(line.strip() for line in lines[at:]):
            first = said.index(True) if any(said) else -1
            yield from (one._replace(kind="question" if row == first else "more") for row, one in enumerate(rows))
        else:
            yield from (one._replace(kind="old") for one in rows)


def _begin_of_older(lines: Sequence[str], made: Sequence[QuotedLine]) -> int | None:
    """Return where an older mail begins, below a longer text: at the lines that a mail program puts above it."""
    labels: list[str] = []
    for at, (line, one) in enumerate(zip(lines, made, strict=True)):
        found = _HEADER.match(line[one.marks :])
        labels = [*labels, (found["label"] or "from").lower()] if found else []
        if len({*labels}) == FEWEST_HEADERS and not _SENDERS.isdisjoint(labels):
            start = at + 1 - len(labels)
            above = sum(map(len, lines[:start]))
            if above > sum(map(len, lines[start:])):
                return start
    return None
