"""The values of a document's cells and lines, written as a plan asks for them where that is beyond doubt.

A document is made by hand, so "oktober 2026", "€ 2.400,-" and "basisschool" are as good there as `2026-10`, `2400`
and `po`. What is not understood stays as it is, for the rules to speak of.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from sto_cli.plans.amounts import read_amount
from sto_cli.plans.dates import read_when
from sto_cli.plans.partner_kinds import kind_of_word
from sto_cli.plans.plain import plain_word
from sto_cli.plans.shape import FORM_WORDS, KIND_WORDS, YES_NO_WORDS, Shape, TextKind
from sto_cli.plans.times import time_meant
from sto_cli.register.profiles import profile_code

_CODE = re.compile(r"(?<!\w)\d\d[A-Za-z]{2}\d\d(?!\w)")
_GOAL_NAME = re.compile(r"(?:doel|goal|[dg])[ -]?\d{1,2}", re.IGNORECASE)
_AND = re.compile(r"\s+(?:en|and)\s+|\s*[;/\n]\s*")
_TICKED = re.compile(r"[☒☑✓✔]\s*([^☐☒☑✓✔\n;,]+)")
_FORMS = {plain_word(word): english for english, dutch in FORM_WORDS.items() for word in (english, dutch)}
_YES_NO = {word: english == "yes" for english, dutch in YES_NO_WORDS.items() for word in (english, dutch)}


def is_goal_name(text: str) -> bool:
    """Whether a text is the short name of a goal: d1, g2, Doel 3."""
    return _GOAL_NAME.fullmatch(text.strip()) is not None


def value_of(text: str, shape: Shape) -> str:
    """Write a value as a plan asks for it, if it is understood."""
    listed = shape.text == "name" and shape.items is not None
    kind: TextKind | None = "name" if listed and shape.items and shape.items.text != "profile" else shape.text
    if listed and shape.items is not None and shape.items.text == "profile":
        kind = "profile"
    if kind == "name" and not listed:
        return text
    return _WRITERS[kind](text) if kind in _WRITERS else text


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


def _date(text: str) -> str:
    when = read_when(text)
    return when.iso if when is not None else text


def _amount(text: str) -> str:
    amount = read_amount(text)
    return amount.digits if amount is not None and amount.sure and not amount.ambiguous else text


def _kind(text: str) -> str:
    return kind_of_word(text) or text


def _school(text: str) -> str:
    codes = {code.upper() for code in _CODE.findall(text)}
    return codes.pop() if len(codes) == 1 else text


def _listed(text: str) -> str:
    """Write what is named as a list with commas; of boxes that can be ticked, those that are."""
    ticked = [one.strip() for one in _TICKED.findall(text)]
    return ", ".join(ticked) if ticked else _AND.sub(", ", text)


def _names(text: str) -> str:
    """Write names of goals as a list with commas: "d1 en d2"."""
    return _listed(text) if all(map(is_goal_name, _AND.sub(",", text).split(","))) else text.replace("\n", ", ")


def _chosen(text: str) -> str:
    """Return the one box that is ticked, without its sign; any other text as it is."""
    ticked = [one.strip() for one in _TICKED.findall(text)]
    return ticked[0] if len(ticked) == 1 else text


def _profiles(text: str) -> str:
    if profile_code(text) is not None:
        return text
    listed = _listed(text)
    parts = [part.strip() for part in listed.split(",")]
    return listed if all(profile_code(part) for part in parts) else text


_WRITERS: dict[TextKind, Callable[[str], str]] = {
    "date": _date, "amount": _amount, "kind": _kind, "school": _school, "profile": _profiles, "form": _chosen,
    "yes-no": _chosen, "name": _names,
}  # fmt: skip
