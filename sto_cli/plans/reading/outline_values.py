"""What the values of cells and lines are beyond doubt: a date, an amount, the name of a goal."""

from __future__ import annotations

import re

from sto_cli.plans.language.amounts import read_amount
from sto_cli.plans.language.partner_kinds import kind_of_word
from sto_cli.plans.language.plain import plain_word
from sto_cli.plans.language.times import time_meant
from sto_cli.plans.reading.shape import FORM_WORDS, KIND_WORDS, YES_NO_WORDS, TextKind

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
