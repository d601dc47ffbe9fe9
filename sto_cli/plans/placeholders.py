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
    your text|your text here|text here|your answer|example|n/a yet|
    n.v.t|nvt|niet van toepassing|n/a|n.a|not applicable|does not apply
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
) | {""}
"""Those that say that a question does not apply are among them: the six questions apply to every plan.

The last one is what is left of a text of points, dashes or question marks."""

_MARKED = re.compile(r"\b(?:TODO|TBD|NTB|FIXME|XXX+)\b|\bLorem ipsum\b|^(?:todo|tbd|ntb|n\.t\.b\.)\b")
_BRACKETED = re.compile(r"^[<\[{]+[^<>\[\]{}]{0,200}[>\]}]+$")
_AROUND = " \t\n.…-–—_:!?*\"'“”‘’()[]<>{}"

_PERHAPS = re.compile(r"TODO|TBD|NTB|FIXME|XXX|Lorem|^[tTnN]")
"""A quick look before `_MARKED`, which is slow on long texts."""

LONGEST_PHRASE = 40
"""Characters of a text that may be one of the phrases."""


def is_placeholder(text: str) -> bool:
    """Whether a text stands where an answer is still to come: `TODO`, `...`, "nog invullen", "n.v.t.", `<naam>`."""
    if _PERHAPS.search(text) and _MARKED.search(text):
        return True
    if text[:1] in "<[{" and _BRACKETED.match(text.strip()):
        return True
    if len(text) > LONGEST_PHRASE:
        return False
    return " ".join(text.split()).strip(_AROUND).lower() in _WHOLE
