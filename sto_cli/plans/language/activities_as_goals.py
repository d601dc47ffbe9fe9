"""Whether a goal only says what is bought or organised, and not what comes of it."""

from __future__ import annotations

import re

from sto_cli.plans.model import Goal

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
