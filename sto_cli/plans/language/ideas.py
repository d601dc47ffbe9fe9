"""Sentences that say what the plan is, in the words of who has an idea: “Het idee is dat …”, “We zouden graag …”."""

from __future__ import annotations

import re

_WE = r"(?:we|wij|ik)"
_IDEA = re.compile(
    r"\b(?:idee|plan|voornemen|voorstel|bedoeling|gedachte|intentie|droom) (?:is|was|zou zijn)"
    r"(?: nu| hierbij| daarbij)? (?:om|dat)\b|"
    rf"\b{_WE} (?:zouden|zou) (?:\w+ )?(?:graag|willen)\b|\bgraag (?:zouden|zou) {_WE}\b|"
    rf"\b{_WE} (?:zijn|ben) (?:\w+ )?van plan (?:om )?\w|\b{_WE} (?:overweeg|overwegen|drom(?:en)?) (?:om|van)\b|"
    rf"\b(?:stel ik|ik stel|stellen {_WE}|{_WE} stellen) voor (?:om|dat)\b|\bhet idee opgevat om\b|"
    rf"\b{_WE} denk(?:en)? aan een\b|"
    r"\bhet lijkt (?:ons|mij|me) (?:\w+ )?(?:mooi|goed|zinvol|leuk|interessant) (?:om|als)\b|"
    r"^\W*(?:het|ons) (?:plan|idee|voorstel|voornemen)\s*:|\bconcreet gaat het (?:\w+ )?om een\b|"
    r"\b(?:idea|plan|intention|proposal) is (?:to|that)\b|\b(?:we|I) would (?:like|love) to\b|"
    r"\b(?:we|I) (?:intend|plan) to\b",
    re.IGNORECASE,
)
_OF_THE_REGION = re.compile(
    r"\b(?:mee(?:doen|denken|praten|werken aan)|deelnemen|aanmelden|aansluiten|aanhaken|afspraak|gesprek|bespreken|"
    r"praten|overleggen|toelicht\w*|langskomen|bellen|horen|weten|vragen|indienen|insturen|aanvragen|subsidie|steun|"
    r"bijdrage|join|take part|apply|talk|discuss|hear|know|ask|meet)\b",
    re.IGNORECASE,
)
"""What a school wants of the region, and not to do itself."""


def says_idea(text: str) -> bool:
    """Whether a sentence begins to say what the plan is."""
    return _IDEA.search(text) is not None and _OF_THE_REGION.search(text) is None
