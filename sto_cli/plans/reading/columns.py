"""The parts of a point: by the heading of a column, a label such as `Meetbaar:`, or what a value is beyond doubt."""

from __future__ import annotations

import re
from typing import NamedTuple

from sto_cli.plans.language.amounts import read_amount
from sto_cli.plans.language.partner_kinds import kind_of_word
from sto_cli.plans.language.plain import plain_word
from sto_cli.plans.language.times import time_meant
from sto_cli.plans.reading.labels import part_named
from sto_cli.plans.reading.shape import FORM_WORDS, KIND_WORDS, MAIN_PARTS, PLAN, YES_NO_WORDS, PlanHeading, TextKind


class Label(NamedTuple):
    """What stands before a colon at the start of a line: the English name of the part, and where the rest begins.

    `number` is that of the point: 2 in `Doel 2: …`.
    """

    name: str
    end: int
    number: str | None = None


_NUMBERED = re.compile(
    r"[*_\s]*(?P<word>(?:sub)?(?:doel(?:stelling)?|goal|activiteit|activity|actie|mijlpaal|milestone|partner|post))\s*"
    r"(?:(?P<number>\d+)\s*(?:[:.)–—-]+\s*|(?=[A-ZÀ-Ý]))|(?P<letter>[a-h])\s*[:.)–—-]+\s*|(?-i:(?P<capital>[A-H])\s+))",
    re.IGNORECASE,
)
_SHORT_NAME = re.compile(r"[*_\s]*(?P<name>[A-Z]{1,4}-?\d{1,2})\s*[:.)–—-]+\s+")
"""A name that a plan gives its goals: `SD1: …`."""

_LABEL = re.compile(r"[*_\s]*([A-Za-zÀ-ÿ€][\w '’()/€-]{0,40}?)\s*:(?=\s|$|[^\W\d])\s*")


def label_of(key: str, line: str) -> Label | None:
    """Return the label at the start of a line of a point, where its word names a part of that point."""
    numbered = _NUMBERED.match(line)
    if numbered and part_of(key, numbered["word"]) == MAIN_PARTS[key]:
        named = numbered["number"] or numbered["letter"] or numbered["capital"]
        return Label(MAIN_PARTS[key], numbered.end(), named if key == "goals" else None)
    if key == "goals" and (short := _SHORT_NAME.match(line)):
        return Label(MAIN_PARTS[key], short.end(), short["name"])
    found = _LABEL.match(line)
    name = part_of(key, found[1]) if found else None
    return Label(name, found.end()) if found and name else None


def _group(key: str) -> tuple[PlanHeading, ...]:
    items = next(heading.shape.items for heading in PLAN.group if heading.english == key)
    return items.group if items is not None else ()


def part_of(key: str, words: str) -> str | None:
    """Return the part of a point that words name, or None."""
    if " / " in words:  # in two languages: `Wanneer / when`
        named = (part_of(key, one) for one in words.split(" / "))
        return next((name for name in named if name is not None), None)
    plain = plain_word(words.strip(" *_:.?"))
    for heading in _group(key):
        if plain in (heading.english, heading.dutch):
            return heading.english
    return part_named(key, words) or next((heading.english for heading in _group(key) if plain in heading.also), None)


_GOAL_NAME = re.compile(r"(?:doel|goal|[dg])[ -]?\d{1,2}", re.IGNORECASE)
_FORMS = {plain_word(word): english for english, dutch in FORM_WORDS.items() for word in (english, dutch)}
_YES_NO = {word: english == "yes" for english, dutch in YES_NO_WORDS.items() for word in (english, dutch)}


def is_goal_name(text: str) -> bool:
    """Whether a text is the short name of a goal: d1, g2, Doel 3."""
    return _GOAL_NAME.fullmatch(text.strip()) is not None


def kinds_in(text: str) -> TextKind | None:
    """Return what a short text is beyond doubt: a date, an amount, yes or no, a kind of partner, or a form."""
    bare = text.strip()
    if time_meant(bare) is not None:
        return "date"
    if plain_word(bare) in _YES_NO:
        return "yes-no"
    if plain_word(bare) in _FORMS:
        return "form"
    if plain_word(bare) in KIND_WORDS.values() or kind_of_word(bare) is not None:
        return "kind"
    return "amount" if read_amount(bare) is not None else None
