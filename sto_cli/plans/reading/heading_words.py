"""Lines and labels of a document as headings; `question_headings.py` knows the words."""

from __future__ import annotations

import re
from typing import NamedTuple

from sto_cli.plans.language.plain import plain_word
from sto_cli.plans.model import QUESTIONS
from sto_cli.plans.reading.question_headings import heading_in, styled_heading
from sto_cli.plans.reading.shape import HEADINGS

LONGEST_HEADING = 200
"""Characters of a line that may be a heading."""

PERIOD_WORDS = {
    word: one.english
    for heading in HEADINGS
    if heading.english == "period"
    for one in heading.shape.group
    for word in (one.english, one.dutch, *one.also)
}
"""The English names of the begin and the end of the period, by the words for them."""

_PERIOD_LINE = re.compile(
    r"(?P<word>begin|start|startdatum|begindatum|eind|einde|end|einddatum)\s*:\s*(?P<rest>\S.*)", re.IGNORECASE
)


class Titled(NamedTuple):
    """What a line says as a heading: the English names of the headings, and the text that stands behind it.

    `sure` is False for a plain line that is a heading only where its question has none yet.
    """

    names: tuple[str, ...]
    rest: str = ""
    sure: bool = True


def titled(text: str, *, shown: bool) -> Titled | None:
    """Return what a line stands for; `shown` says that it looks like a heading, so more words are believed."""
    head, _, more = text.partition("\n")
    if not head or (len(head) > LONGEST_HEADING and not shown):
        return None
    if not more and (period := _PERIOD_LINE.fullmatch(head)):
        return Titled((PERIOD_WORDS[period["word"].lower()],), period["rest"])
    found = heading_in(head, shown=shown)
    if found is None and shown and not more:
        found = heading_in(f"{head.rstrip(': ')}:") or styled_heading(head)
    if found is None or (more and not found.rest and found.keys[0] not in QUESTIONS):
        return None
    rest = "\n".join(part for part in (found.rest, more) if part)
    return Titled(found.keys, rest, found.sure)


def label(text: str) -> Titled | None:
    """Return what the first cell of a row stands for, with nothing behind it."""
    if not text or "\n" in text or len(text) > LONGEST_HEADING:
        return None
    named = PERIOD_WORDS.get(plain_word(text.strip(" :")))
    if named is not None:
        return Titled((named,))
    found = heading_in(text, shown=True) or heading_in(f"{text.rstrip(': ')}:")
    return Titled(found.keys) if found is not None and not found.rest else None
