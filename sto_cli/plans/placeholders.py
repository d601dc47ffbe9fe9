"""Texts that stand where an answer is still to come."""

from __future__ import annotations

import re

from sto_cli.messages import Language

TEMPLATE_TEXT: dict[Language, str] = {"nl": "nog invullen", "en": "to be filled in"}
"""What a new plan holds in the place of each answer."""

_WHOLE = frozenset(
    """
    nog invullen|nog in te vullen|in te vullen|invullen|invullen aub|hier invullen|vul in|vul hier in|
    nog te bepalen|nog bepalen|te bepalen|nog onbekend|nog niet bekend|onbekend|niet bekend|
    nog uitwerken|nog uit te werken|uit te werken|nader uit te werken|nader te bepalen|nader in te vullen|
    volgt|volgt nog|volgt later|komt nog|komt later|later|later invullen|zie later|
    ntb|n.t.b.|n.t.b|nnb|n.n.b.|n.n.b|tbd|t.b.d.|tba|todo|to do|pm|p.m.|p.m|xxx|xx|x|
    lorem ipsum|tekst|tekst hier|uw tekst|uw tekst hier|uw antwoord|antwoord|voorbeeld|voorbeeldtekst|
    to be filled in|fill in|fill in here|to be decided|to be determined|to be done|to follow|unknown|not known yet|
    your text|your text here|text here|your answer|example|n/a yet
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
_SIGNS = re.compile(r"[\W_]*")
_MARKED = re.compile(r"\b(?:TODO|TBD|NTB|FIXME|XXX+)\b|\bLorem ipsum\b|^(?:todo|tbd|ntb|n\.t\.b\.)\b|^[.…]{2,}$")
_BRACKETED = re.compile(r"^[<\[{]+[^<>\[\]{}]{0,200}[>\]}]+$")
_AROUND = " \t\n.…-–—_:!?*\"'“”‘’()[]<>{}"

LONGEST = 200
"""A longer text is an answer, whatever it starts with; a TODO in capitals counts in any text."""


def is_placeholder(text: str) -> bool:
    """Whether a text stands where an answer is still to come: `TODO`, `...`, "nog invullen", `<naam>`."""
    if _MARKED.search(text):
        return True
    if len(text) > LONGEST:
        return False
    if _SIGNS.fullmatch(text):  # nothing but points, dashes or question marks
        return True
    plain = " ".join(text.split()).strip(_AROUND).lower()
    return plain in _WHOLE or _BRACKETED.match(text.strip()) is not None
