"""Which of a plan's headings the words of a line stand for, as people write them in a document.

The words come from the one table of headings (`shape.py`); what is added here are the words of whole questions ("Met
wie en hoe werkt u samen?"), of which the first that is known says which question it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from sto_cli.messages import LANGUAGES, Translator
from sto_cli.plans.english import plain_word
from sto_cli.plans.model import QUESTIONS, QuestionKey
from sto_cli.plans.shape import HEADINGS, Heading

MOST_WORDS = 16
"""Words of a heading; the longest of the flyer's questions has 13."""

LONGEST_HEADING = 200
"""Characters of a line that may be a heading."""

_NUMBER = re.compile(
    r"^(?:(?:vraag|question|onderdeel|deel|hoofdstuk|chapter|part)\s+)?(?:\d{1,2}(?:\.\d{0,2})?|[a-h]|[ivx]{1,4})"
    r"\s*[.):\-–—|]\s*|^(?:vraag|question)\s+\d\s*(?:[.):\-–—|]\s*)?|^\d{1,2}\s+(?=[a-z])",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(?:vraag|question)\s+([1-6])\s*[.):]?$", re.IGNORECASE)

_BETWEEN = re.compile(r"\s*(?:/|&|,|;|\+|\ben\b|\band\b)\s*")
_WORD = re.compile(r"[a-z][a-z-]*")

_FILLERS = frozenset(
    [
        *(
            "de",
            "het",
            "een",
            "van",
            "voor",
            "in",
            "op",
            "bij",
            "met",
            "onze",
            "ons",
            "wij",
            "we",
            "dit",
            "deze",
            "plan",
        ),
        *("project", "plannen", "school", "scholen", "regio", "specifieke", "concrete", "korte", "omschrijving"),
        *(
            "beschrijving",
            "overzicht",
            "zijn",
            "wat",
            "welke",
            "jullie",
            "uw",
            "je",
            "the",
            "of",
            "our",
            "for",
            "a",
            "an",
        ),
        *("with", "this", "specific", "short", "description", "overview", "region", "and", "to", "euro", "euros"),
        *("belangrijkste", "gewenste", "geplande", "verwachte", "benodigde", "regionale"),
    ]
)

_STEMS: dict[QuestionKey, tuple[str, ...]] = {
    "vision": ("regiovisie", "regioplan", "visie", "vision"),
    "goals": ("doel", "doelen", "doelstelling", "doelstellingen", "goal", "goals", "objectives", "ambities"),
    "activities": ("activiteit", "activiteiten", "activity", "activities", "aanpak", "acties", "uitvoering"),
    "milestones": (
        "mijlpaal", "mijlpalen", "milestone", "milestones", "planning", "tijdpad", "tijdlijn", "tijdsplanning",
        "wanneer", "when", "timeline",
    ),
    "cooperation": (
        "samenwerking", "samenwerken", "samenwerkt", "samen", "samenwerkingspartners", "partners", "partner",
        "met-wie", "cooperation", "cooperate", "collaboration",
    ),
    "resources": (
        "middelen", "begroting", "kosten", "budget", "financiering", "financien", "benodigdheden", "nodig",
        "resources", "costs", "needed", "kostenraming",
    ),
}  # fmt: skip
"""Words by which a longer heading is known."""


_TOO_BARE = frozenset({"naam", "name", "plan", "van", "from", "tot", "to", "until", "tm"})
"""Words for a heading in YAML that in a document may as well stand for something else."""


class Titled(NamedTuple):
    """What a line says as a heading: the English names of the headings, and the text that stands behind its colon."""

    names: tuple[str, ...]
    rest: str = ""


def titled(text: str, *, shown: bool) -> Titled | None:
    """Return what a whole line stands for; `shown` says that it looks like a heading, so more words are believed."""
    if len(text) > LONGEST_HEADING or "\n" in text or not text:
        return None
    if found := _NUMBERED.match(text):
        return Titled((QUESTIONS[int(found[1]) - 1],))
    bare = without_number(text)
    names = _by_words(bare) or _by_several(bare)
    if not names and (shown or text.rstrip().endswith("?")):
        names = _by_stems(bare)
    return Titled(names) if names else None


def titled_with_text(text: str) -> Titled | None:
    """Return what stands before the first colon, when that is a heading, and the text behind it."""
    head, colon, rest = text.partition(":")
    if not colon or not rest.strip() or "\n" in head:
        return None
    found = titled(head, shown=False)
    return Titled(found.names, rest.strip()) if found else None


def without_number(text: str) -> str:
    """Take away a number, a letter or "Vraag 2" before a heading."""
    return _NUMBER.sub("", text.strip(), count=1)


def _by_words(text: str) -> tuple[str, ...]:
    word = _plain(text)
    name = _known().get(word) or _known().get(_filtered(word))
    return (name,) if name else ()


def _by_several(text: str) -> tuple[str, ...]:
    """Return the headings of "Doelen en activiteiten", when each part is one."""
    parts = [_by_words(part) for part in _BETWEEN.split(text.lower()) if part.strip()]
    return tuple(dict.fromkeys(part[0] for part in parts)) if len(parts) > 1 and all(parts) else ()


def _by_stems(text: str) -> tuple[str, ...]:
    """Return the question whose word comes first in a longer heading."""
    plain = _plain(text)
    words = plain.split("-")
    if len(words) > MOST_WORDS or any(word.isdecimal() for word in words):
        return ()
    both = [*words, *("-".join(pair) for pair in pairwise(words))]
    places = [(plain.index(word), key) for word in both if (key := _stems().get(word))]
    return (min(places)[1],) if places else ()


def _plain(text: str) -> str:
    return plain_word(text.strip(" \t?:.!*_-–—")[:LONGEST_HEADING]).replace("?", "").replace("'", "")


def _filtered(word: str) -> str:
    return "-".join(part for part in word.split("-") if part not in _FILLERS)


@cache
def _known() -> dict[str, str]:
    """Word → English name; made when the first document is read."""
    known: dict[str, str] = {}
    period = next(heading.shape.group for heading in HEADINGS if heading.english == "period")
    for heading in (*HEADINGS, *period):
        for word in _words_of(heading):
            if word not in _TOO_BARE:
                known.setdefault(word, heading.english)
    return known


def _words_of(heading: Heading) -> Iterator[str]:
    yield from (heading.english, heading.dutch, *heading.also)
    yield from (_plain(without_number(Translator(language).text(heading.title))) for language in LANGUAGES)


@cache
def _stems() -> dict[str, QuestionKey]:
    return {stem: key for key, stems in _STEMS.items() for stem in stems}
