"""What a plan that runs says of a milestone: reached or not, and when; whole phrases only, all else is asked."""

from __future__ import annotations

import re

from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.language.dates import When
from sto_cli.plans.language.times import time_meant

_YES = r"(?:ja|yes|x|v|bereikt|gehaald|klaar|afgerond|gereed|done|reached|✓|☒)"
_NO = r"(?:nee|neen|no)"
_NOT = r"(?:niet|nog niet|not|not yet)"
_OPEN = (
    r"(?:uitgesteld|verschoven|vertraagd|loopt(?: nog)?|lopend|(?:mee )?bezig|gestart|begonnen|gepland|volgt|"
    r"te doen|op (?:schema|koers)|in (?:uitvoering|voorbereiding|progress|preparation)|postponed|delayed|running|"
    r"ongoing|started|planned|pending|to do|on track|open|☐)"
)
_IS_REACHED = re.compile(rf"{_YES}(?:[ ,:]+{_YES})?")
_IS_NOT = re.compile(rf"{_NO}|(?:{_NO}[ ,:]+)?(?:{_NOT}(?: {_YES})?|(?:nog )?{_OPEN})")
_BEFORE_A_DAY = re.compile(rf"(?:{_YES}[ ,:]+)*(?:(?:op|in|sinds|on|since)\s+)?")


def reached_meant(written: str | None) -> tuple[bool | None, When | None]:
    """Return whether a milestone is reached and when, by what stands there; (None, None) where that is not said."""
    words = " ".join((written or "").lower().split()).rstrip(" .!,;:")
    if _IS_NOT.fullmatch(words):
        return False, None
    if _IS_REACHED.fullmatch(words):
        return True, None
    text = _BEFORE_A_DAY.sub("", words, count=1)
    spans = annotate(text).times
    alone = len(spans) == 1 and spans[0].words == text and spans[0].relation == "at"
    when = time_meant(text) if alone else None
    return (True, when) if when is not None else (None, None)
