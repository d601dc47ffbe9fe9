"""What stands in the programme's own papers or in ours, so that it is no answer when it is copied into a plan."""

from __future__ import annotations

import re
from functools import cache

from sto_cli.messages import LANGUAGES, Message, Translator
from sto_cli.plans.model import QUESTIONS
from sto_cli.plans.reading.form_texts import EXAMPLES, example_of
from sto_cli.plans.reading.shape import HEADINGS

FLYER = (
    "sterk techniekonderwijs gaat door", "in 2025 start een nieuwe fase", "verdeeld over heel nederland",
    "duurzaam dekkend en kwalitatief hoogstaand techniekaanbod", "de focus in de nieuwe plannen",
    "verbreed van de harde techniekprofielen", "techniek en technologie in het po vmbo en mbo",
    "nu al doen bijna alle scholen", "is inmiddels 70 actief aangesloten", "mooi maar het kan dus nog beter",
    "opdracht om techniek niet alleen vorm te geven", "juist ook leerlingen die geen technisch profiel volgen",
    "activiteitenplan op hoofdlijnen", "verbetering van de kwaliteit binnen de vijf technische profielen",
    "technologisch vormgegeven andere profielen", "kan op veel verschillende manieren",
    "het volgen van een technisch beroepsgericht keuzevak het volgen van", "opdracht in de regeling is duidelijk",
    "techniek in een niet technisch profiel of techniek in de onderbouw van het vmbo",
    "aandacht besteden aan techniek in andere programma", "hoe de regio dit doet is aan de regio",
    "wat ze onder techniek verstaat", "welk budget er beschikbaar is voor techniek", "ga met een concreet plan",
    "welke plannen worden goedgekeurd", "automatisch recht op een deel", "ruimte voor mooie samenwerkingen",
    "welke doelen wilt u bereiken", "welke activiteiten onderneemt u", "welke activiteiten worden ondernomen",
    "welke mijlpalen gaat u bereiken", "wanneer worden mijlpalen bereikt", "hoe en met wie werkt u in de regio",
    "po andere vo scholen bedrijfsleven of het mbo", "met wie en hoe wordt er samengewerkt",
    "bijv met basisscholen andere middelbare scholen bedrijven of het mbo", "welke middelen zijn nodig",
    "wat is er nodig", "hoe sluit het plan aan bij de regiovisie", "wat zijn de specifieke doelen",
)  # fmt: skip
"""Phrases by which the flyer "Ook niet-techniekprofielen zijn welkom bij STO" is known, its questions among them."""

LONGEST = 500
"""Characters of an answer that may be a copy: the longest example has 160, the longest sentence of the flyer 250."""

FEWEST_OWN_WORDS = 6
"""With so many words of one's own beside it, a phrase of the flyer is quoted, not copied."""

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_SHORTENED = re.compile(r"\b(bijv|bv|evt|incl|o\.a|e\.g)\.", re.IGNORECASE)
"""Words with a point behind them that ends no sentence."""

_FOR_INSTANCE = re.compile(r"^(?:bijvoorbeeld|bijv|for instance|e g) ")
_NO_WORD = re.compile(r"[\W_]+")


def is_copied(text: str) -> bool:
    """Whether a text is an example or a question of the template, or says no more than the programme's flyer."""
    if len(text) > LONGEST:
        return False
    line = _FOR_INSTANCE.sub("", plain(text))
    return line in _ours() or (any(phrase in line for phrase in FLYER) and _own_words(text) < FEWEST_OWN_WORDS)


def is_flyer(text: str) -> bool:
    """Whether a whole text is the flyer itself, however it came: no plan quotes more than a few of its sentences."""
    words = plain(text)
    return sum(phrase in words for phrase in FLYER) > len(FLYER) / 2


def plain(text: str) -> str:
    """Return a text in small letters with one space between its words, and nothing else."""
    return _NO_WORD.sub(" ", text).strip().lower()


def _own_words(text: str) -> int:
    sentences = (plain(sentence) for sentence in _SENTENCE.split(_SHORTENED.sub(r"\1", text)))
    return sum(len(own.split()) for own in sentences if not any(phrase in own for phrase in FLYER))


@cache
def _ours() -> frozenset[str]:
    """Return the examples, questions and explanations of every template, in both languages."""
    msgids = [*(text for texts in EXAMPLES.values() for text in texts)]
    msgids += [text for heading in HEADINGS for text in (heading.title, heading.description)]
    messages = [*map(Message, msgids), *map(example_of, QUESTIONS)]
    said = (Translator(language).say(one) for language in LANGUAGES for one in messages)
    whole = {_FOR_INSTANCE.sub("", plain(text)) for text in said}
    return frozenset(whole | {text.lstrip("123456 ") for text in whole})
