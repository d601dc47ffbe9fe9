"""Whether a text speaks of what is still hoped for, and not of what was agreed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_ASKED = (
    r"benader\w*|gevraagd|vragen|zoeken|vinden|polsen|bellen|mailen|regelen|bevestigen|bevestigd|navragen|nagevraagd|"
    r"uitzoeken|gezocht|uitgezocht|afspreken|geregeld|rondkomen|besproken|overlegd|gepland"
)

_MEET = (
    r"praten|spreken|bellen|mailen|polsen|langs(?:gaan)?|aankloppen|inventariseren|kijken (?:wie|of)|"
    r"contact (?:leggen|zoeken|opnemen)|kennis ?maken|uitnodigen voor een gesprek"
)
"""What one does with someone who is no partner yet: only where it is still to come."""
_MEETS = r"bel|mail|bellen|mailen|spreek|spreken|praat|praten|benader|benaderen|vraag|vragen"
_MEETING = r"kennismaking\w*|gesprek(?:ken)?|overleg|afspraak|bezoek|contact"
_SOON = (
    r"(?:binnenkort|straks|morgen|(?:volgende|komende) (?:week|weken|maand|maanden)|deze week|"
    r"(?:na|voor) de (?:kerst|zomer|vakantie|\w+vakantie)|(?:in|dit) (?:het )?(?:voorjaar|najaar))"
)
_WE = r"(?:er )?(?:we|wij|ik)"

_NOT_PUPILS = r"(?!(?: dat)? (?:\w+ ){0,2}(?:leerlingen|meisjes|jongeren|jongens|kinderen))"

_OF_THIS_GRANT = (
    r"(?! (?:van|dat) (?:de |deze |het |dit |onze )?"
    r"(?:(?:toekenn|honorer|verlen|goedkeur)\w+ (?:van )?(?:de |deze |het |dit )?)?"
    r"(?:sto\b|(?:sto-?)?(?:subsidie\w*|aanvraag|bijdrage|plan)\b(?! van (?!sto))|toekenning|honorering|beschikking))"
)
"""What was agreed on condition that this plan is granted is agreed."""

_WITH_WHOM = r"(?! met (?:leerlingen|ouders|elkaar))"

_WORDS = (
    r"misschien|wellicht|hopelijk|waarschijnlijk|vermoedelijk|beoogde?|eventueel|idealiter|liefst|bij voorkeur|"
    r"wie weet",
    r"(?<!zo )(?<!het )(?<!is )(?<!zijn )mogelijk(?! (?:om|te|maakt|gemaakt|wordt|is))",
    rf"naar verwachting|onder voorbehoud{_OF_THIS_GRANT}|in principe|in beginsel|afhankelijk van|mits|optie|concept|"
    r"kandida\w+|"
    r"t\.?z\.?t",
    r"als (?:het|dat) (?:lukt|kan|mag)|indien (?:mogelijk|het lukt)|als (?:\w+ ){1,4}(?:akkoord|meewil|wil meedoen)",
    rf"(?:nog|moet|moeten) (?:\w+ )?te (?:{_ASKED})|nog (?:uit|af|na) te \w+",
    rf"(?:moet|moeten|wordt|worden) (?:nog )?(?:\S+ ){{0,3}}(?:{_ASKED})",
    r"(?:moet|moeten) (?:nog )?(?:een |de )?(?:afspra\w+|overleg|contact|gesprek\w*) (?:\w+ )?(?:gemaakt|gevoerd|"
    r"gelegd|komen)|(?:afspra\w+|overleg|gesprek\w*|contact) (?:\w+ )?(?:moet|moeten) nog",
    r"(?:gaan|ga|gaat) (?:we |wij |ik )?(?:\w+ ){0,5}(?:benaderen|vragen|polsen|uitnodigen|zoeken|bellen|mailen)",
    rf"(?:we|wij|ik) (?:mikken|streven|proberen|hopen|hoop)\b{_NOT_PUPILS}|(?:hopen|hoop) dat{_NOT_PUPILS}",
    r"(?:weten|weet|horen|hoor) (?:we|wij|ik) (?:pas )?(?:in|na|eind|begin|volgende)\b|nog vorm|"
    r"nog mis(?:sen|t)\b|(?:missen|mis) (?:we|wij|ik) nog|ontbreekt nog|gesprekken gaande",
    rf"(?:we|wij|ik|zijn|nog|volop|gaan) (?:\w+ ){{0,4}}in (?:gesprek|overleg|onderhandeling){_WITH_WHOM}",
    r"gesprekken (?:lopen|zijn gaande|volgen)|(?:eerste|oriënterend\w*|verkennend\w*) (?:gesprek|contact)\w*",
    r"overleg volgt|mee bezig|in (?:nader|onderling) overleg|nog niet (?:aan toe|aan de slag)",
    r"nog (?:niet|geen) (?:\w+ ){0,2}(?:gereageerd|toegezegd|bevestigd|zeker|rond|bekend|benaderd|gevraagd|geregeld|"
    r"antwoord|reactie|toezegging|afspraken|afspraak|contact|bevestiging|gesproken|akkoord|handtekening|concreet|naam)",
    r"nog (?:even )?(?:bellen|vragen|mailen|benaderen|regelen|polsen|overleggen|bespreken|uitnodigen|afstemmen)|"
    r"(?:willen|wil) (?:we|wij|ik) (?:\w+ ){0,5}(?:gaan doen|oppakken|opzetten|opstarten|starten|verkennen|aanhalen|"
    r"opbouwen|iets doen)",
    r"(?:idee|wens|streven|ambitie|bedoeling) is (?:om|dat)(?! (?:de |onze |alle )?leerlingen)|"
    r"(?:afspraken|afspraak|details) (?:\S+ ){0,3}(?:moeten|moet) (?:we |wij |nog )+|in de maak",
    r"(?:zegt|zeggen|weten|weet|horen|hoort|blijkt) (?:\S+ ){0,3}of (?:het|dat|zij|ze) "
    r"(?:lukt|kan|past|mag|mee\w+|wil\w*|doorgaat)\b|"
    r"hang(?:t|en) (?:nog )?af van|lig(?:t|gen) (?:het |dat |nu )?stil|erover na te denken|"
    r"nog geen (?:\w+ ){0,2}(?:contactpersoon|datum|planning|idee|besluit)|"
    r"zou(?:den)? (?:het )?(?:\w+ )?(?:fijn|mooi|leuk|prettig|graag)",
    r"werken (?:we|wij) nog|wil(?:len)? graag (?:een keer |eens )?(?:praten|meedenken|komen|kennismaken)|"
    r"(?:wordt|worden) (?:\w+ )?(?:aangehaald|opgestart|gelegd|verkend|onderzocht|opgepakt)|"
    r"moet(?:en)? (?:er|hier) nog|"
    r"(?:beslist|beslissen|besluit) (?:pas|nog|in|na|eind|begin|volgende)\b|staan (?:we|wij) aan het begin|"
    r"ligt (?:\w+ ){0,3}(?:verzoek|aanvraag|voorstel)|(?:verzoek|aanvraag|voorstel) ligt",
    r"mail(?:tje)? gestuurd|gemaild|contact (?:gelegd|gezocht|opgenomen|opnemen|zoeken|leggen)|aangeschreven",
    r"(?:is|zijn|hebben|heb) (?:\w+ ){0,5}(?:gevraagd|gepolst|benaderd)|(?:wachten|wacht) (?:nog )?op|afwachting",
    r"(?:antwoord|reactie) (?:verwacht\w*|volgt|komt)|(?:volgt|volgen)(?: nog)?[.)]?$",
    r"(?:kijkt|kijken|bekijkt|bekijken|nagaan|verkennen|onderzoeken) of",
    r"(?:denken|denk|gedacht) (?:\w+ )?aan (?!de (?:toekomst|veiligheid))|overwegen|op zoek naar|zoeken (?:we )?nog",
    r"(?:is|zijn|hebben) (?:\w+ )?(?:de )?(?:intentie|het voornemen|van plan)",
    r"(?:willen|wil|zouden|hopen|zou) (?:(?:we|wij|ik|graag|ook|nog|wel) )*(?:(?!dat\b)\w+ ){0,8}"
    r"(?:samenwerken|samen te werken|samen gaan werken|gaan samenwerken|benaderen|betrekken|te betrekken|vragen|"
    r"aansluiten|aanhaken|uitnodigen|meedoen|mee te doen|meekrijgen|werken)",
    r"zou(?:den)? (?:\w+ ){0,4}(?:kunnen|mooi zijn|fijn zijn|leuk zijn|passen)",
    r"(?:toont|tonen|getoond|hebben|heeft|is|zijn) (?:\w+ )?(?:interesse|belangstelling|geïnteresseerd)",
    r"(?:mag|mogen|kan|kunnen) zich (?:aan)?melden|staat? (?:er )?(?:\w+ )?(?:open voor|welwillend)|balletje opge\w+|"
    r"laat op zich wachten|wacht\w* op een ja|aftasten|(?:lijkt|ziet|zien) het (?:naar verluidt )?wel zitten",
    r"lijkt (?:het|me|mij|ons) (?:\w+ )?(?:leuk|mooi|fijn|zinvol|een goed idee)|"
    r"(?:klinkt|klonk|klonken|is|zijn) positief(?! en)|"
    r"zal wel|zullen wel|moet(?:en)? (?:nog )?blijken|(?:nog|moet) op gang|reken(?:en)? (?:\w+ )?erop|erop rekenen|"
    r"nog gezocht|gewenst|wenselijk|in de toekomst|(?:kans|iets|wens|ambitie) voor (?:de toekomst|later)",
    r"moet(?:en)? (?:het )?(?:\w+ ){0,3}(?:ja zeggen|intern (?:bespreken|overleggen)|nog besluiten|nog beslissen)",
    r"(?:denkt|denken) (?:er )?(?:nog )?over na|in beraad|(?:laat|laten) (?:\w+ ){0,4}weten of|achteraan\b",
    r"(?:contract|afspraken|afspraak|toezegging|handtekening) volg(?:t|en)|om het te bespreken|"
    r"alleen (?:een )?(?:telefoontje|mail)",
    r"(?<!leerlingen )(?<!zij )(?<!ze )weten (?:we |wij )?nog niet|"
    r"nog (?:niet|geen) (?:\w+ ){0,3}(?:getekend|gevonden|afgesproken)|nader te bepalen",
    r"(?:gaan|ga) (?:we |wij |ik )?ervan uit|(?:verwachten|verwacht) dat|komt vast|zien (?:we )?wel wie|"
    r"kijken (?:we )?(?:\w+ )?met welk",
    r"(?:indien|als|zodra|mits) (?:zij|ze|hij|er|de bezetting|de planning|het rooster|het budget|daar|tijd)\b"
    r"[^.;]{0,30}(?:capaciteit|toelaat|budget|tijd|ruimte|past|plek|geld)\b|zou het (?:leuk|mooi|fijn) vinden",
    r"lijkt ons|open te staan|lopen (?:nog )?gesprekken|wil(?:len)? wel\b",
    r"weet(?:en)? (?:we|wij|ik) (?:\w+ ){0,2}niet\b|(?:we|wij|ik) weet(?:en)? (?:\w+ ){0,2}niet\b|"
    r"weet(?:en)? (?:er )?nog (?:van )?nik?s|nog de vraag|onzeker of|nog onzeker|"
    r"nog (?:niks|niets) (?:gehoord|vernomen|afgesproken|geregeld|concreets?|besproken)|nog (?:langs|achterheen)|"
    r"geen (?:gehoor|reactie|antwoord)|reage(?:ert|ren) (?:nog |\w+ )?niet",
    r"(?:inventariseren|inventariseer|verkennen|onderzoeken) (?:we |wij |ik )?(?:nog )?(?:of|wie|welke)\b|"
    r"kijken (?:we |wij )?(?:nog )?(?:of|wie)\b(?! leerlingen)|op het oog|"
    r"(?:vinden|vindt) (?:dit|het|dat) (?:\w+ )?vast\b|"
    r"vast (?:\w+ ){0,2}(?:leuk|graag|mee|interesse|enthousiast|interessant)\b|ze (?:\w+ )?zin hebben",
    r"(?:is|zou zijn) de bedoeling(?! dat (?:de |onze |alle )?leerlingen)|"
    r"bedoeling (?:is )?dat(?! (?:de |onze |alle )?leerlingen)",
    r"don'?t know (?:who|which|if|whether)|still (?:need|have) to find|would (?:like|love) (?:a|to)|we hope|"
    r"would think|still have to ask|(?:has|have) not (?:yet )?(?:answered|replied|agreed)|to be agreed",
    r"perhaps|maybe|possibly|hopefully|probably|if possible|would like to|hope to|hoping|plan to (?:ask|contact)",
    r"(?:we|i)(?: will|'ll| shall| still| want to| are going to)+ (?:look for|search|find|contact|approach|ask)\b",
    r"akkoord\W{1,4}(?:nee|nog niet|nog vragen|onbekend)|agreed\W{1,4}(?:no|not yet)|"
    r"in talks|looking for|to be (?:approached|asked|contacted|found|confirmed)|not (?:yet )?(?:confirmed|replied|"
    r"agreed)",
    r"no (?:reply|answer|agreement)|awaiting|waiting for|considering|thinking of|might|may join|interested",
)
"""Words for a hope; how well they judge is measured in tests/plans/test_single_answers.py."""

_TO_COME = (
    r"(?:we|wij|ik) (?:benaderen|benader|vragen|vraag|polsen)\b(?! (?:\w+ )?af)|"
    r"(?:benaderen|vragen|polsen) (?:we|wij|ik)",
    rf"(?:ga|gaan|moet|moeten|zal|zullen) {_WE} (?:\S+ ){{0,5}}(?:{_MEET})\b|"
    rf"{_WE} (?:ga|gaan|moet|moeten|zal|zullen) (?:\S+ ){{0,6}}(?:{_MEET})\b|"
    rf"(?:die|dat|hem|haar|hen) (?:ga|gaan|moet|moeten) {_WE} (?:\S+ ){{0,3}}(?:{_MEET})\b",
    rf"{_SOON} (?:\w+ )?(?:{_MEETS}) {_WE}\b|(?:{_MEETS}) {_WE} (?:\S+ ){{0,5}}{_SOON}\b|"
    rf"{_WE} (?:{_MEETS}) (?:\S+ ){{0,5}}{_SOON}\b",
    rf"(?:plannen {_WE}|plan ik|(?:we|wij) plannen) (?:\S+ ){{0,5}}(?:{_MEETING})\b|"
    rf"(?:{_MEETING}) (?:\w+ )?(?:gepland|in de agenda|op de agenda)|"
    rf"(?:contact|{_MEETING}) (?:\w+ ){{0,3}}lo(?:opt|pen) nog",
)
"""Words for a talk that is still to come: a hope, unless it comes back every year."""

_HOPE = re.compile(
    rf"\b(?:{'|'.join(_WORDS)})\b|[(,:–-] ?in (?:gesprek|overleg(?! met))|^in (?:gesprek|overleg(?! met))\b",
    re.IGNORECASE,
)
_TALK_TO_COME = re.compile(rf"\b(?:{'|'.join(_TO_COME)})", re.IGNORECASE)
_EVERY_TIME = re.compile(
    r"\b(?:elke?|iedere?|jaarlijks\w*|maandelijks|wekelijks|al jaren|per (?:jaar|maand|week)|every|each)\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:misschien|eventueel|wellicht|mogelijk|perhaps|maybe)\b[^.;]{0,25}\b(?:later|volgend jaar)\b|"
    r"\b(?:later|volgend jaar)\b[^.;]{0,15}\b(?:misschien|eventueel|wellicht|mogelijk)\b|"
    r"\bkunnen later (?:\w+ )?(?:aansluiten|instappen|meedoen|aanhaken)|^\W*later\b|\bvoorlopig niet\b",
    re.IGNORECASE,
)

_AGREED = re.compile(
    r"\b(?:toegezegd|ja gezegd|(?:zei|zeiden|zegt|zeggen) (?:\w+ )?ja|"
    r"akkoord gegaan|toezegging (?:ligt|is|hebben)|bevestigd|getekend|ondertekend|"
    r"afgesproken|doen al mee|agreed|signed|confirmed)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:nog (?:niet|geen)|niet|geen|not|nog te|moet\w* (?:nog )?worden|to be)\b", re.IGNORECASE)

SENTENCES = 64
"""Sentences that are remembered: several rules ask the same of the answer to question 5."""

_SENTENCES = re.compile(r"(?<=[.!?;])\s+")
_ASKS = re.compile(r"\b(?:wie|wat|hoe|waar\w*|welke?|wanneer|who|what|how|where|which)\b", re.IGNORECASE)
LONGEST_QUESTION = 6
"""Words of a question in the midst of a text that is a partner who is not certain: “ROC van Twente?”."""


def intention_in(text: str) -> str | None:
    """Return the first sentence of a text that is only a hope ("We gaan in gesprek met bedrijven"), or None."""
    return next(hopes_in(text), None)


def hopes_in(text: str) -> Iterator[str]:
    """Yield the sentences of a text that are only a hope."""
    for line in text.split("\n"):
        sentences = sentences_of(line)
        for index, sentence in enumerate(sentences, 1):
            if _is_hope(sentence) or _is_asked(sentence, last=index == len(sentences)):
                yield sentence


def hoped_for(sentence: str) -> str:
    """Return the part of a sentence that names several partners in which the hope stands; else all of it."""
    parts = _PARTS.split(sentence)
    hoping = [part for part in parts if _is_hope(part) or part.rstrip(" .)").endswith("?")]
    return hoping[0].strip(" .") if len(parts) > 1 and len(hoping) == 1 else sentence


_PARTS = re.compile(
    r"(?:,| en| and|;)\s+(?:ook )?(?=(?:(?:de|het|een|the|a) )?[A-ZÀ-Ý\d]|"
    r"(?:de|het|een|misschien|mogelijk|hopelijk|wellicht|eventueel|perhaps|maybe|hopefully)\b)(?![^(]*\))"
)
"""Between partners in one sentence, and not within brackets."""


def without_hopes(text: str) -> str:
    """Return a text without the sentences that are only a hope."""
    for hope in hopes_in(text):
        text = text.replace(hope, "", 1)
    return text.strip()


def sentences_of(line: str) -> list[str]:
    """Return the sentences of a line."""
    return _SENTENCES.split(line)


def is_for_later(sentence: str) -> bool:
    """Whether a sentence leaves a partner out for now: “basisschool nog niet, misschien later”."""
    return _LATER.search(sentence) is not None


def _is_asked(sentence: str, *, last: bool) -> bool:
    """Whether someone is asked for, and no answer follows: “ROC van Twente?”."""
    if not sentence.rstrip(" )\"'”’").endswith("?"):
        return False
    short = len(sentence.split()) <= LONGEST_QUESTION and "(" not in sentence and _ASKS.search(sentence) is None
    return last or short


@lru_cache(maxsize=SENTENCES)
def _is_hope(sentence: str) -> bool:
    to_come = _TALK_TO_COME.search(sentence) is not None and _EVERY_TIME.search(sentence) is None
    if not to_come and _HOPE.search(sentence) is None:
        return False
    return _AGREED.search(sentence) is None or _NOT.search(sentence) is not None
