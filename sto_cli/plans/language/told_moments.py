"""Milestones that one text tells of, taken apart where each sentence or clause of it names its own time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from sto_cli.plans.language.dates import names_a_time
from sto_cli.plans.language.times import LONGEST_SAID, begins_with_time, time_in, without_times

LONGEST_MOMENT = timedelta(92)
"""A quarter of a year: what takes longer is a period, in which a milestone has no moment."""

_BETWEEN = re.compile(
    r"\n\s*|(?<=[.!?])\s+(?=[^\W\d_a-z])|(?<=[a-z]{3}[.!?])\s+(?=\d{1,2}\s)|(?P<clause>(?<=[,;])\s+(?!20\d\d\b)|"
    r"\s(?=en (?:in|op|vanaf|begin|eind|uiterlijk) (?:[\w’'-]+ ){1,4}(?:is|zijn|staan|staat|worden|wordt|hebben|heeft|"
    r"gaan|gaat|kunnen|kan|moeten|moet|komen|komt|beginnen|begint|starten|start|volgen|volgt)\b))"
)
"""Where a sentence or a clause ends: “…, in mei 2027 staat het er”, “… en in mei 2027 staat het er”."""

_OPENS = re.compile(r"(?:(?:en|daarna|dan|vervolgens|ten slotte|tot slot|and|then|finally),? )*", re.IGNORECASE)
_IDLE = re.compile(r"\b(?:en|of|and|or|in|op|on|by|van|vanaf|from|tot|de|het|the|ook|weer|also|again|daarna|dan)\b")


def told_moments(text: str) -> list[str]:
    """Return the texts of the milestones that a text tells of; the text alone where not each names its own time.

    What names no time belongs to the milestone before it. Nothing is taken apart where a time is open.
    """
    if len(text) > LONGEST_SAID:
        return [text]
    told: list[_Part] = []
    for sentence in _sentences(text):
        first, *others = _parts(sentence)
        _add(told, first, apart=True)
        told += others
    parts = [re.sub(r"^(?:en|and) ", "", part.text).rstrip(" ,;") for part in told]
    return parts if len(parts) > 1 and all(map(_tells_a_moment, parts)) else [text]


class _Part(NamedTuple):
    """A part of a text, and whether it names a time."""

    text: str
    timed: bool


def _sentences(text: str) -> Iterator[list[_Part]]:
    """Yield the sentences of a text, each as its clauses."""
    clauses: list[_Part] = []
    start = 0
    for found in (*_BETWEEN.finditer(text), None):
        clause = text[start : found.start() if found else len(text)]
        clauses.append(_Part(clause, names_a_time(clause)))
        start = found.end() if found else start
        if found is None or found["clause"] is None:
            yield clauses
            clauses = []


def _parts(clauses: list[_Part]) -> list[_Part]:
    """Put the clauses of a sentence together so that each part has its time; what may belong to two joins them."""
    parts: list[_Part] = []
    before = False  # whether the clause before names a time
    for clause in clauses:
        _add(parts, clause, apart=before or _begins_with_time(clause.text))
        before = clause.timed
    return parts


def _add(parts: list[_Part], part: _Part, *, apart: bool) -> None:
    """Add a part, or join it to the one before where not both name a time or they do not stand apart."""
    if parts and not (apart and part.timed and parts[-1].timed):
        last = parts.pop()
        part = _Part(f"{last.text} {part.text}", last.timed or part.timed)
    parts.append(part)


def _begins_with_time(clause: str) -> bool:
    found = _OPENS.match(clause)
    return begins_with_time(clause[found.end() if found else 0 :])


def _tells_a_moment(text: str) -> bool:
    """Whether a text names one time that is no long period, and says what is reached then."""
    when = time_in(text)
    if when is None or when.last - when.first > LONGEST_MOMENT:
        return False
    return re.search(r"\w", _IDLE.sub("", without_times(text))) is not None
