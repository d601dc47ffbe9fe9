"""What the words of a goal say: which way its numbers go, and whether it only says what is bought or organised."""

from __future__ import annotations

import re

from sto_cli.plans.model import Goal

_NUMBER = r"(\d+(?:[.,]\d+)?)"
_FROM_TO = re.compile(
    rf"\b(?:van|from) (?:een |nu |a |an )?{_NUMBER} ?%?(?: ?\([^()]{{0,40}}\) ?)?"
    rf"(?:\W(?:\D|20[0-3]\d){{0,60}}?)?\b(?:naar|tot|to) (?:een |a |an )?{_NUMBER}",
    re.IGNORECASE,
)
_UP = re.compile(
    r"\b(?:stijg\w*|groei\w*|neemt toe|nemen toe|toenem\w*|toename|verhog\w*|meer|hoger|"
    r"rises?|grows?|increas\w*|more|higher)\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:daal\w*|dalen|daling|neemt af|nemen af|afnem\w*|afname|verlag\w*|verminder\w*|minder|lager|"
    r"falls?|drops?|decreas\w*|fewer|less|lower)\b",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"\b(?:leerlingen|lln|ll['’]?n|meisjes|jongens|aanmeldingen|inschrijvingen|instroom|doorstroom|deelnemers|geslaagden|voldoendes|gediplomeerden|certificaten|deelname|bedrijven|"
    r"docenten|stageplaatsen|stages|bezoekers|basisscholen|tevredenheid|keuzes|pupils|girls|boys|enrolments|companies|"
    r"teachers|visitors)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"\b(?:aantal|aandeel|percentage|number|share)\b.{{0,40}}?(?:{_WANTED.pattern})", re.IGNORECASE)
_COUNTS = re.compile(rf"\s?%?(?: (?:nieuwe|extra|new))? (?:{_WANTED.pattern})", re.IGNORECASE)
_UNWANTED = re.compile(
    r"uitval|wachtlijst|per klas|per groep|per docent|groepsgrootte|per class|"
    rf"verbruik|uitstoot|afval|\b(?:minder|fewer|less) (?!(?:\S+[ -]){{0,2}}{_WANTED.pattern})\w|"
    r"afstroom|verzuim|klacht|werkdruk|blijv|tekort|afhak|zonder|geen |niet |lesuitval|onvoldoende|"
    r"stopt|stoppen|verlaten|dropout|waiting|absen|complaint|shortage|without|not ",
    re.IGNORECASE,
)


def wrong_part(goal: str, measure: str) -> str | None:
    """Return the sentence of a goal or its measure whose two numbers go the wrong way; None where none does."""
    parts = (part for text in (goal, measure) for part in re.split(r"(?<=[.;!?])\s", text))
    return next((part for part in parts if goes_wrong(part, goal)), None)


_NOW = re.compile(
    rf"\b(?:nu|momenteel|op dit moment|now|at present)(?: nog| zijn dat er| is dat)? ({_NUMBER} ?%?)", re.IGNORECASE
)
_YEAR = re.compile(r"20[0-3]\d")


def baseline_in(text: str) -> str | None:
    """Return where a goal starts: `18` of “van 18 naar 36”, `41%` of “(nu 41%)”; None where it does not say."""
    found = _NOW.search(text)
    if found is not None:
        return None if _YEAR.fullmatch(found[2]) else found[1].strip()
    moved = _FROM_TO.search(text)
    if moved is None or _YEAR.fullmatch(moved[1]):
        return None
    grows = "naar" in moved[0].lower() or _UP.search(text) or _DOWN.search(text)  # “van 12 tot 16 jaar” is a range
    return moved[1] + "%" * text[moved.end(1) :].lstrip().startswith("%") if grows else None


def goes_wrong(text: str, goal: str) -> bool:
    """Whether two numbers in a text contradict its words, or what one wants more of falls; `goal` is the whole goal."""
    found = _FROM_TO.search(text)
    if found is None:
        return False
    before, after = (float(number.replace(",", ".")) for number in found.groups())
    up, down = _UP.search(text) or _UP.search(goal), _DOWN.search(text) or _DOWN.search(goal)
    if up and down:
        return False  # it cannot be told
    if not up and not down:
        counted = _COUNTED.search(goal) or _COUNTS.match(text, found.end()) or _COUNTS.match(text, found.end(1))
        return after < before and counted is not None and _UNWANTED.search(goal) is None
    if (up and after < before) or (down and after > before):
        return True
    return bool(down) and _WANTED.search(goal) is not None and _UNWANTED.search(goal) is None


_BUY = (
    r"aan(?:schaf(?:fen)?|kopen|koop)|koop|kopen|bestellen|huren|inrichten|inrichting|organiseren|organisatie|ombouwen|"
    r"buying|purchas\w+|organising|equipping"
)
_WE = r"(?:ik|wij|we|de school|het team|onze school|the school|our school)"
_VERB = r"(?:koop|koopt|kopen|schaft?|schaffen|organis\w+|bestellen|huren|richt|richten|buy|order|equip)"
_OPENS = re.compile(
    rf"(?:(?:het |de |om )?(?:{_BUY})\b|{_WE} (?:(?:gaan|gaat|will|are going to) )?(?:in 20\d\d )?{_VERB}\b|"
    r"er (?:wordt|worden)\b.{0,60}\b(?:aangeschaft|gekocht|ingericht|georganiseerd)\b)",
    re.IGNORECASE,
)
"""How a goal begins that is a purchase or an activity: “Het aanschaffen van”, “We organiseren”."""

_ENDS = re.compile(
    rf"(?:(?:om )?|{_WE} (?:willen|wil|gaan|gaat|zullen) )[^.;]*?\b"
    r"(?:aanschaffen|(?:aan|in) te (?:schaffen|kopen|richten)|te (?:kopen|organiseren)|inrichten|organiseren|kopen|"
    r"aankopen)\b(?: (?:in|voor|op|naar|met|en)\b[^.;]*)?",
    re.IGNORECASE,
)
"""How one ends: “Twee techniekdagen organiseren in 2027”."""

_COMES_OF_IT = re.compile(
    r"\b(?:dat|zodat|waardoor|waarmee|waarin|opdat|stijg\w*|groei\w*|kiezen|kiest|halen|behalen|kunnen|volgen|leren|"
    r"\w*(?:leerling|meisje|jongen|deelnemer|docent)\w*|lln|ll['’]n|klassen|pupils?|students?|so that|teachers?)\b",
    re.IGNORECASE,
)
"""What comes of it, or whom it reaches."""


def is_only_an_activity(goal: Goal) -> bool:
    """Whether a goal, with its measure, is only a purchase or something organised: nobody is named whom it reaches."""
    return says_only_an_activity(goal.text) and _COMES_OF_IT.search(goal.measure or "") is None


def says_only_an_activity(text: str) -> bool:
    """Whether a text is only a purchase or something that is organised."""
    line = " ".join(text.split()).strip(" .;")
    if _COMES_OF_IT.search(line) is not None:
        return False
    return _OPENS.match(line) is not None or _ENDS.fullmatch(line) is not None
