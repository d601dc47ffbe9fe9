"""Which of the six questions a paragraph answers, by its words alone: for letters and texts without headings.

Only what leaves a careful reader no doubt is said. What a paragraph opens with weighs most (“De kosten ramen wij als
volgt”); then what there is much of in it: days, amounts, partners.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sto_cli.plans.mbo_schools import names_mbo
from sto_cli.plans.model import QUESTIONS, QuestionKey
from sto_cli.plans.money import money_in
from sto_cli.plans.partners import ANYONE
from sto_cli.plans.times import times_in

SURE = 3
"""What the words of a paragraph must weigh together before they say which question it answers."""

OPENING = 110
"""Characters in which a paragraph says what it is about."""

LONGEST = 3_000
"""Characters of a paragraph that is looked at."""

_WE = r"(?:ik|wij|we|de school)"
_MAKE = r"(?:inrichten|maken|bouwen|ontwikkelen|organiseren|kopen|aanschaffen|opzetten|schrijven|doen|geven)"
_OPENING_PHRASES: dict[QuestionKey, tuple[str, ...]] = {
    "vision": (
        r"\bregio-?visie\b", r"\bregional vision\b", r"\bvisie van (?:de |onze |het )?(?:regio|\w+regio|[A-Z])",
        r"\b(?:past|sluit\w*|aansluit\w*) (?:\w+ ){0,4}(?:bij|op) (?:de |jullie |uw |wat )?(?:regio|visie|plannen van)",
        r"^(?:de|onze|our|the) regio\w*\b(?: \S+){0,4}? (?:wil|vraagt|zet|kiest|noemt|zoekt|wants|asks)\b",
        r"\bvolgens (?:haar|de|hun|zijn|jullie) (?:regio-?)?visie\b",
    ),
    "goals": (
        r"\b(?:doel(?:en|stelling\w*)?|ambities?|goals?)\b", rf"\b(?:willen?|hopen?) (?:{_WE} )?(?:graag )?dat\b",
        rf"\bwillen? (?:{_WE} )?(?:\w+ ){{0,3}}(?:bereiken|staan|ervoor zorgen)\b", r"\bwe want\b",
        rf"\bstreven {_WE}? ?(?:er)?naar\b", r"\bour (?:goal|aim)\b",
        r"\b(?:twee|drie|vier) (?:dingen|zaken)\b.{0,40}\b(?:laten zien|bereiken)\b",
        r"\b(?:in|voor|eind|per|op)\b(?: \S+){0,4} 20\d\d (?:moet|moeten|kunnen|kan|hebben|heeft|halen|kiezen|volgen|"
        r"doen|werken|beheersen)\b",
    ),
    "activities": (
        rf"\b(?:om (?:dat|dit)|daarvoor|daartoe|hiervoor)\b.{{0,50}}\b(?:gaan|willen|richten|zetten|starten|{_MAKE})\b",
        rf"\b{_WE} (?:wil|willen|zullen|ga)\b(?!.{{0,20}}\bdat\b).{{0,80}}\b{_MAKE}\b", r"\bactivit(?:eiten|ies)\b",
        rf"\b{_WE} gaan\b", rf"\bgaan {_WE}\b", r"\bwe (?:will|plan to) (?:do|build|develop|organise)\b",
    ),
    "milestones": (
        r"\b(?:planning|mijlpa\w+|milestones?|tijdpad|tijdlijn|stappenplan)\b", rf"^{_WE} (?:starten?|beginn?en?)\b",
        r"^(?:het project|de voorbereiding|we) (?:start|begint|begin|starts)\b",
    ),
    "cooperation": (
        r"\b(?:samenwerk\w*|partners?)\b", r"\b(?:heeft|hebben) (?:toegezegd|ja gezegd)\b", r"\bsamen met\b",
        rf"\b{_WE} doen (?:dit|het|dat) (?:niet alleen|samen|met anderen)", r"\b(?:doet|doen|werkt|werken) mee\b",
        r"\bwe (?:work|cooperate) with\b",
    ),
    "resources": (
        r"\b(?:kosten|kost|begroting|budget|costs?)\b", r"\bnodig\b.{0,60}(?:€|euro)", r"(?:€|euro).{0,60}\bnodig\b",
    ),
}  # fmt: skip
_OPENS = {key: re.compile("|".join(phrases), re.IGNORECASE) for key, phrases in _OPENING_PHRASES.items()}
_DOES = re.compile(
    r"\b(?:inricht\w*|richten|aanschaf\w*|schaffen|koop|kopen|bouwen|bouwt|ontwikkel\w*|organiser\w*|schrijven|maken|"
    r"geven|volgen|bezoek\w*|excursies?|lessen|lessenserie|module|keuzevak|workshops?|cursus|scholing|bijgeschoold|project|"
    r"build|develop|visit|teach|lessons)\b",
    re.IGNORECASE,
)
_HELPS = re.compile(
    r"\b(?:toegezegd|levert|leveren|leent|lenen|stuurt|sturen|stelt|stellen|gastles\w*|ontvangt|ontvangen|meelopen|"
    r"geeft|geven|komt|komen|sponsort|betrokken|verzorgt|verzorgen|draagt bij|afgesproken|lends?|provides?|agreed)\b",
    re.IGNORECASE,
)
_AIMS = re.compile(
    r"\b(?:van|from) \d+(?:[.,]\d+)? ?%? (?:\w+ ){0,5}(?:naar|to) \d+|"
    r"\b(?:minstens|ten minste|minimaal|alle|at least) \d+|\bnu (?:zijn|is|doen|kiezen|nul|nog)\b|\b(?:tegen|nu) \d+|"
    r"\d+ ?(?:%|procent)|\b(?:stijg\w*|daalt|dalen|verdubbel\w*|toename|bereiken)\b",
    re.IGNORECASE,
)
_ABOUT_VISION = re.compile(r"\bregio-?visie\b|\b(?:uw|jullie|onze|de) visie\b|\bregional vision\b", re.IGNORECASE)


def question_of(text: str, among: Iterable[QuestionKey] = QUESTIONS) -> QuestionKey | None:
    """Return the question that a paragraph answers, of those that may be meant; None where there is any doubt."""
    weights = {key: weight for key, weight in _weights(text[:LONGEST]).items() if key in among}
    ranked = sorted(weights, key=lambda key: -weights[key])
    if not ranked or weights[ranked[0]] < SURE:
        return None
    return None if len(ranked) > 1 and weights[ranked[1]] == weights[ranked[0]] else ranked[0]


def _weights(text: str) -> dict[QuestionKey, int]:
    """Return how much the words of a paragraph speak for each question."""
    opening = text[:OPENING]
    weights = {key: 3 * (words.search(opening) is not None) for key, words in _OPENS.items()}
    weights["vision"] += 3 * (_ABOUT_VISION.search(text) is not None)
    weights["goals"] += min(len(_AIMS.findall(text)), 2)
    weights["activities"] += min(len(_DOES.findall(text)), 2)
    weights["milestones"] += _many(len(times_in(text)))
    weights["cooperation"] += (
        min(len(_HELPS.findall(text)), 2) + min(len(ANYONE.findall(text)) // 2, 2) + names_mbo(text)
    )
    money = money_in(text)
    weights["resources"] += _many(len([*money.costs, *money.paid, *money.asked]) + (money.total is not None))
    return weights


def _many(count: int) -> int:
    """Return the weight of so many days or amounts: three of them are what a paragraph is about."""
    return 5 if count > 2 else 3 if count > 1 else 0  # noqa: PLR2004 - two, and more
