"""The words around amounts: what is the total, what others pay of it, and what is asked of the region."""

from __future__ import annotations

import re

from sto_cli.plans.language.cost_words import COUNTED

PAYS_PART = re.compile(
    r"neemt|nemen|betaalt|betalen|betaald door|\bdraagt|\bdragen|eigen bijdrage|"
    r"\blegt|\bleggen|co-?financiering van|pays?\b|sponsort|vergoedt|vergoeden|doneert|"
    r"\b(?:geven|geeft|brengt|brengen|doet er|doen er)\b",
    re.IGNORECASE,
)
"""What people do who pay a part."""

OF_IT = re.compile(rf"(?:waarvan|of which|daarvan|hiervan)\b(?!{COUNTED})", re.IGNORECASE)
"""Words that point back to a total: a part of it follows."""

PART_PAID = re.compile(rf"{OF_IT.pattern}|{PAYS_PART.pattern}", re.IGNORECASE)
"""Before an amount that others pay of one before it."""

ALL_PAID = re.compile(
    r"co-?financier|in natura|in kind|\bgift\b|geschonken|gesponsord|schenkt|schenking|cofinanc|"
    r"betaald door|voor rekening van|ter beschikking gesteld|\bvoor niks\b|\bom niet\b|\bgratis\b|kosteloos|"
    r"ter waarde van|"
    r"\b(?:euro|€ ?[\d.,-]+) waard\b",
    re.IGNORECASE,
)
"""What costs the plan nothing."""

PAYS = re.compile(
    r"[^\w€]{0,9}(?:de |het |totale? |onze |dus |min(?:us)? |af:? |less |the |our )*(?:co-?\s?financiering|cofinancing|"
    r"cofin\b\.?|own contribution|eigen (?:bijdrage|geld|middelen|inbreng)|van wie\b|wie betaalt|who pays|"
    r"(?:inkomsten|baten|dekking)\b|"
    r"bijdragen? (?!(?:van |uit |door )?(?:de )?(?:sto|regio|sterk)\b)(?:van|door|school|bedrij\w+|partners?|derden|"
    r"gemeente|ouders|bestuur|stichting|fonds|mbo|roc|\w*instelling\w*|zorg\w*|(?-i:[A-Z])))",
    re.IGNORECASE,
)
"""The opening of a line that only says what others pay of costs that stand elsewhere."""

PAID_HERE = re.compile(
    r"co-?\s?fin|eigen (?:bijdrage|geld|middelen|inbreng)|\b(?:bijdrage|inbreng)\b|sponsor|in natura|own contribution",
    re.IGNORECASE,
)
"""Words right before a second amount that others pay of the first."""

NOT_PAID = re.compile(r"\b(?:geen|zonder|niet|no|without|nog)\b[^.;]{0,20}co-?financ", re.IGNORECASE)
WHOLE = re.compile(
    r"\b(?:totaal\w*|totale|total|tezamen|opgeteld|bij elkaar|al met al|altogether|in all|som|(?:dat|dit) maakt)\b|=+>|"
    r"(?:^|[,;:(.]\s?)(?:\W{0,3}(?:dat|dit|dus|en|alles|is|zijn|komt|kost|alle posten)\s)*samen\b(?! met\b)",
    re.IGNORECASE,
)
"""Words before an amount that is all of it together."""

WHOLE_BEHIND = re.compile(
    r"\s*(?:(?:alles )?bij elkaar|(?:in )?totaal|tezamen|voor alles|all together|altogether|in all|in total)\b(?!\s*:)",
    re.IGNORECASE,
)
"""Words behind such an amount."""

OPENS_WHOLE = re.compile(
    r"\W*(?:(?:en|dus|and|so)\b )*(?:dat|dit|alles|het (?:geheel|plan)|it|this|that|all)\b", re.IGNORECASE
)
"""The opening of a sentence on all costs."""

COSTS = re.compile(
    r"\W*(?:(?:(?:het|dit|de|ons|the|hele|plan|project|kosten)\s)*(?:kost|kosten|costs?)\b(?! per\b)|het gaat om\b|"
    r"(?:wij|we|ik) (?:begroten?|ramen|raam|schat(?:ten)?) (?:(?:dit|het|de|ons|hele|totale)\s)*"
    r"(?:project|plan|kosten|geheel)\b)",
    re.IGNORECASE,
)
"""The opening of a sentence whose first amount is the total, where the others make it up."""

ASKED = re.compile(
    r"\b(?:(?:wij|we|ik) vra(?:gen|ag)|vra(?:gen|ag) (?:wij|we|ik|aan)|gevraagde?|aangevraagde?|aan te vragen|aanvraag|"
    r"(?:gevraagde |sto-?)?subsidie(?:bedrag|aanvraag)?|sto-?(?:bijdrage|middelen|deel)|"
    r"(?:ten laste van|bijdrage (?:van|uit)|uit) (?:de )?(?:sto|regio)|(?:regio|sto) (?:betaalt|draagt)|"
    r"blijft over|resteert|restbedrag|(?:we|i) ask|ask(?:ed|ing)? (?:for|of)|requested)\b|"
    r"\b(?:sto|jullie|de regio|rest|aan u|van u)\W*(?:(?:dus|is|van|betaalt|draagt|vragen|sto|wij|we)\W+)*$",
    re.IGNORECASE,
)
"""Words around what is asked of the region: a part of the costs that stand elsewhere."""
