"""Whether a text says how one can see that a goal is reached.

A goal names what is counted ("60 leerlingen", "de helft"), or a thing that is there at some time ("het keuzevak staat
vanaf augustus 2027 op het rooster"), or what all of a group do. A class, a year or "elke" alone counts nothing.
"""

from __future__ import annotations

import re

from sto_cli.plans.language.placeholders import is_placeholder
from sto_cli.plans.language.times import names_a_time
from sto_cli.plans.model import Goal

_NUMBERS = (
    "twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|"
    "negentien|twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|honderd|tweehonderd|"
    r"two|three|four|five|six|seven|eight|nine|"
    r"ten(?! (?:\w+ste|slotte|opzichte|tweede|derde|behoeve|gevolge|aanzien)\b)|"
    "eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred"
)

_AMOUNT_WORDS = (
    r"procent|percent|(?:de |een )?helft|half (?:of|the)|(?:drie ?)?kwart (?:van|meer|minder)|met een kwart|"
    r"driekwart|(?:een|twee|one|two) ?derde|tweederde|a quarter|"
    r"an? third|two thirds|verdubbel\w*|halve(?:er|re)\w*|gehalveerd|double[sd]?|geen enkele|ten ?minste (?:een|één)|"
    r"minstens (?:een|één)|minimaal (?:een|één)|at least one|(?:een|één|1) op de|one in|"
    r"(?:behaal\w*|behalen|haalt|halen|heeft|hebben|krijg\w*|ontvang\w*|met) (?:\w+ ){0,4}(?:certifica\w*|diploma\w*)|"
    r"(?:certifica\w*|diploma\w*) (?:\w+ )?(?:behaald|gehaald|behalen|per)|(?:earn|get|receive|"
    r"hold)\w* (?:\w+ ){0,3}certificat\w*|"
    r"(?:meer|minder|hoger|lager|more|fewer|higher|lower)\b[^.;]{0,20}"
    r"(?:leerling|meisje|jongen|aanmelding|inschrijving|uren|lessen|bedrij|stage|docent|deelnem|schol|bezoek|"
    r"pupil|girl|"
    r"enrol|teacher|hours|lesson)[^.;]{0,20}\b(?:dan|than) "
    r"(?:(?:in )?20\d\d|nu\b|vorig|het (?:jaar|schooljaar)|dit|now\b|last|this)"
)
"""Quantities in words, and a comparison with something that is known."""

_PLACES = (
    r"klas(?:sen)?|leerjaar|leerjaren|jaar|jaren|groep(?:en)?|fase|stap|lokaal|doel|vraag|bijlage|niveau|blok|"
    r"week|weken|year|years|grade|class(?:es)?|group|goal|question|schooljaar"
)
_LABEL = re.compile(
    rf"\b(?:{_PLACES})\.?:? (?:[1-9]\d?(?:,? ?(?:en|of|t/m|tot|and|to|or|[-/–+,]) ?)?)+(?![\d%])|"  # klas 1 en 2
    rf"\b(?:onze|our|de|deze|the) (?:\d+|{_NUMBERS}) (?:\w+ )?(?:locaties|vestigingen|gebouwen|afdelingen|leerwegen|"
    r"profielen|teams|secties|locations|profiles|departments)|"
    r"\b(?:onze|our) (?:\d+|twee|drie|vier) (?:scholen|schools)|"
    r"\b\d+(?:e|ste|de|st|nd|rd|th|D|d|e-\w+)\b[-\w]*|\b\w*[A-Za-z]\d+\w*|\b\d\.0\b|"
    r"\b\d{1,2} ?(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    r"january|february|march|may|june|july|august|october)\b|"
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}\b|"
    r"\b\d{1,4}[-/]\d{1,2}[-/]\d{1,4}\b|\b20\d\d(?: ?[-/–] ?(?:20)?\d\d)?\b|'\d\d\b|"
    rf"\b(?:binnen|over|in|within) (?:\d+|{_NUMBERS}) (?:jaar|jaren|maanden|years|months)(?: tijd)?",
    re.IGNORECASE,
)
"""Numbers that only say which class, which place or when."""

_ALONE = re.compile(r"^\W*\d+\W*$")
"""A number of nothing."""

_QUANTITY = re.compile(rf"\d|%|\b(?:{_NUMBERS}|{_AMOUNT_WORDS})\b", re.IGNORECASE)

_WHOLE_GROUP = re.compile(
    r"\b(?:iedereen|everyone|(?:al(?:le)?|elke?|iedere?|all|every|each)(?:\W+\w+){0,3}?\W+\w*"
    r"(?:leerling|docent|klas|klassen|groepje|school|scholen|meisje|jongen|mentor|team|profiel|bedrij|les|lokaal|"
    r"pupil|student|teacher|girl|class|company|companies|lesson|profile)\w*|"
    r"jaarlijks\w*|wekelijks\w*|maandelijks\w*|(?:elk|ieder|per) (?:school)?(?:jaar|kwartaal|half ?jaar)|"
    r"(?:elke|iedere|per) (?:week|maand|dag|periode)|yearly|weekly|monthly|(?:every|each|a|per) (?:year|week|month))\b",
    re.IGNORECASE,
)
"""All of a group, or as often as that: counted when it is something that they do."""

_NOT_SEEN = re.compile(
    r"\b(?:kennen|kent|weten|weet|vinden|vindt|voelen|voelt|begrijp\w*|enthousias\w*|ervar\w+|ontdek\w+|"
    r"(?:maakt?|maken|te maken|gemaakt|mee) kennis|kennis ?(?:te )?ma\w+|kennisgemaakt|kennismaking|bewust\w*|beeld|"
    r"gemotiveerd\w*|zelfvertrouwen|interesse\w*|ge[iï]nteresseerd\w*|belangstelling|plezier|leuk|voorbereid\w*|"
    r"aandacht|kansen|talent\w*|zichtbaar\w*|"
    r"kwaliteit|beter\w*|meer|sterker\w*|aantrekkelijk\w*|know|feel|understand|enjoy|aware\w*|interest\w*|more|"
    r"better)\b",
    re.IGNORECASE,
)
"""What nobody sees: what people know or feel, and a direction without an end."""

_CONCRETE = re.compile(
    r"module|opdracht|bezoek|bezocht|dagdeel|dagen|middag|ochtend|werkplaats|les|uur|uren|project|keuzevak|stage|"
    r"workshop|"
    r"excursie|bedrij|cursus|training|scholing|geschoold|opgeleid|gecertific|portfolio|toets|werkstuk|product|"
    r"programma|"
    r"\blab|machine|drone|printer|robot|praktijk|verlaat|lesson|assignment|visit|hour|internship|course|trained|"
    r"elective|presenteer|presenteren|presentatie",
    re.IGNORECASE,
)
"""What one can do or have done, and what one cannot only feel."""

_VAGUE = re.compile(
    r"\b(?:versterk\w*|verbeter\w*|vernieuw\w*|(?:ge)?borg\w*|modern\w*|innovati\w*|duurza\w*|toekomst\w*|"
    r"aantrekkelijk\w*|"
    r"beter\w*|kwaliteit|strengthen\w*|improv\w*|attractive\w*|renew\w*)\b",
    re.IGNORECASE,
)
"""What may be said of any thing at any time."""

_TWICE = re.compile(
    r"nulmeting|nameting|voormeting|(?:vragenlijst|enqu[eê]te|meting|toets|peiling|survey|test)\w*\b[^.;]{0,60}"
    r"\b(?:en|and|eind)\b[^.;]{0,20}(?:januari|februari|maart|april|mei|juni|juli|september|oktober|november|"
    r"december|na\b|"
    r"achteraf|eind|june|july|after|end)",
    re.IGNORECASE,
)
"""The same question asked at the start and at the end."""

_DONE = re.compile(
    r"\b(?:in het pta|op het rooster|in het rooster|in gebruik|in bedrijf|"
    r"(?:is|zijn) (?:\w+ ){0,4}?(?:klaar(?! voor\b)|gereed|af|weg(?! te)|ingericht|"
    r"geplaatst|gestart|opgenomen|ingevoerd|geopend|vastgesteld|getekend|ondertekend|"
    r"afgerond|opgeleverd|opgelost|weggewerkt|verdwenen|gebouwd)|"
    r"on the timetable|(?:is|are) (?:\w+ ){0,3}?(?:ready|finished|opened|signed|gone))\b",
    re.IGNORECASE,
)
"""A thing that is there, or gone: everyone can see that."""

_THING = re.compile(
    r"\w*(?:keuzevak|lokaal|lokalen|leerlijn|programma|module|lessen|lessenserie|lesmateriaal|werkplaats|overeenkomst|"
    r"contract|convenant|rooster|opdracht|pta|curriculum|werkplek|studio)\w*|\b(?:\w*lab|elective|programme|lessons|"
    r"workshop|agreement|timetable|classroom)\b",
    re.IGNORECASE,
)
_STARTS = re.compile(
    r"\b(?:start\w*|gestart|begin\w*|begint|begonnen|staat|staan|draai\w*|is er|zijn er|hebben we|"
    r"heeft|is|zijn|wordt|worden|geven|geeft|werkt|werken|bieden|biedt|aangeboden|ontwikkeld|starts?|begins?|runs?|offers?|is|"
    r"are|has|have|will)\b",
    re.IGNORECASE,
)
"""With a time beside it: a thing that is there from then on."""


def goal_is_measurable(goal: Goal) -> bool:
    """Whether a goal can be measured, with what stands under "measure" unless that is still open."""
    measure = goal.measure if goal.measure and not is_placeholder(goal.measure) else ""
    return is_measurable(f"{goal.text}; {measure}") or (bool(measure) and is_measurable(measure))


def is_measurable(text: str) -> bool:
    """Whether a text names what is counted, what is there at a given time, or what all of a group do."""
    line = " ".join(text.split())
    if _ALONE.match(line) or _counts_a_feeling(line):
        return False
    return (
        _QUANTITY.search(_LABEL.sub(" ", line)) is not None
        or _TWICE.search(line) is not None
        or _DONE.search(line) is not None
        or any(_in_sentence(sentence) for sentence in re.split(r"(?<=[.;!?])\s", line))
    )


def _counts_a_feeling(line: str) -> bool:
    """Whether the number in a text is of something that nobody sees, and it is not said how it is asked or counted."""
    if _FEELING.search(line) is None or _ASKED_FOR.search(line) is not None or _DONE.search(line) is not None:
        return False
    return "tussen de oren" in line or _COUNTED.search(_LABEL.sub(" ", _GROUP_SIZE.sub(" ", line))) is None


_FEELING = re.compile(
    r"beleving|affiniteit|\btrots\b|plezier|enthousias|motivatie|gemotiveerd|zelfvertrouwen|\bpassie\b|\bliefde\b|"
    r"\bsfeer\b|tussen de oren|bewustzijn|\bhouding\b|\bgevoel\b|technisch hart|uitstraling|begeleiding van|\bimago\b|"
    r"\bbeeld\b|zekerder|\binteresse|geïnteresseerd|belangstelling|toegerust|waardering|\bbewust|draagvlak|confident|"
    r"nieuwsgierig|\binzet voor|\bpride\b|\bfun\b|enthusias|motivation|confidence|attitude",
    re.IGNORECASE,
)
_ASKED_FOR = re.compile(
    r"enqu[eê]te|vragenlijst|\w*meting|peiling|\btoets\w*|\bscore|\bscoren|monitor|interview|survey|questionnaire|"
    r"(?:tevredenheids|rapport)cijfer|cijfer van|geturfd|\bteld?\b|\btellen\b|telling|ingevuld|formulier|\bloggen\b|"
    r"stemming",
    re.IGNORECASE,
)
"""How one asks people what nobody sees, or counts it."""

_COUNTED = re.compile(
    rf"(?:\d+%?|\b(?:{_NUMBERS}|helft|procent|percent|iedereen|alle|elke?|iedere?|all|every)\b)"
    r"(?: (?:van de|van|of|the|de|\d+|meer|extra|ander\w*|nieuwe|onze|our)){0,4} (?:\w+[- ])?\w*"
    r"(?:leerling|lln|meisje|jongen|docent|les\b|lessen|uur|uren|bedrij|school|scholen|stage|certific|diploma|aanmelding|"
    r"module|project|opdracht|bezoek|pupil|student|teacher|girl|lesson|hour|compan|visit)\w*|"
    r"\b(?:keuzes?|kiezen|kiest|aanmelding\w*|instroom|inschrijving\w*|deelname|enrol\w*)\b.{0,25}\d",
    re.IGNORECASE,
)
_GROUP_SIZE = re.compile(
    r"(?<!\d )(?<!\d van )(?<!\d of )\b(?:onze|our|de|bij|door|van|voor|by) (?:onze |de |our )?"
    rf"(?:\d+|{_NUMBERS}) \w+",
    re.IGNORECASE,
)
"""How large a group is says nothing of what it reaches."""


def _in_sentence(sentence: str) -> bool:
    """Whether one sentence says what all of a group do, or which thing is there at some time."""
    if _WHOLE_GROUP.search(sentence) and _CONCRETE.search(sentence) and not _NOT_SEEN.search(sentence):
        return True
    if _VAGUE.search(sentence):
        return False
    if _WHOLE_GROUP.search(sentence) and names_a_time(sentence) and not _NOT_SEEN.search(sentence):
        return True
    if names_a_time(sentence) and _PLACED.search(sentence):
        return True
    timed = names_a_time(sentence) or _LABEL_OF_TIME.search(sentence) is not None
    return timed and _THING.search(sentence) is not None and _STARTS.search(sentence) is not None


_PLACED = re.compile(
    r"\b\w*(?:machine|printer|robot|apparat|toestel|opstelling|kas|werkbank|meubel|installatie)\w*\b.{0,30}\bsta(?:an|at)\b"
    r".{0,30}\b(?:lokaal|school|werkplaats|klaar|kas|hal|lab)|"
    r"\b(?:geleverd|geïnstalleerd|geplaatst|aangesloten|delivered|installed)\b",
    re.IGNORECASE,
)
"""With a day beside it: a machine that stands there from then on."""

_LABEL_OF_TIME = re.compile(rf"\b(?:binnen|within) (?:\d+|{_NUMBERS}) (?:jaar|maanden|years|months)", re.IGNORECASE)
