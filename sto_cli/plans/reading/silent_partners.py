"""Partners of which a plan says only that they take part, and not what they do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.language.intentions import intention_in
from sto_cli.plans.language.mbo_schools import names_mbo
from sto_cli.plans.language.partner_kinds import kind_meant
from sto_cli.plans.language.partners import ANYONE, NO_ONE, names_anyone
from sto_cli.plans.language.spans import StanceSpan
from sto_cli.plans.model import Partner
from sto_cli.plans.reading.labels import SURE, roles_of

MOST_WORDS_OF_A_NAME = 4
"""Words between two commas that are a name: “Zes basisscholen in Aalten”; more of them say what a partner does."""

_KIND = re.compile(r" ?\(([^()]{2,30})\)")
_PARTS = re.compile(r"[,;+&\n]|\ben\b|\band\b")
_DOES = re.compile(
    r"[:(–—]| - |→|=|\b(?:komt|komen|geeft|geven|levert|leveren|helpt|helpen|betaalt|betalen|doet|doen|denkt|denken|"
    r"leent|lenen|stelt|stellen|ontvangt|ontvangen|begeleidt|begeleiden|verzorgt|verzorgen|bezoekt|bezoeken|werkt|werken|"
    r"maakt|maken|neemt|nemen|biedt|bieden|deelt|delen|is|zijn|heeft|hebben|gastles\w*|stage\w*|excursie\w*|"
    r"schrijft|schrijven|sponsort|sponsoren|stuurt|sturen|zet|zetten|kijkt|kijken|mag|mogen|gebruikt|gebruiken|opent|"
    r"beoordeelt|beoordelen|ontwikkelt|ontwikkelen|bouwt|bouwen|traint|trainen|leidt|leiden|organiseert|organiseren|"
    r"regelt|regelen|brengt|brengen|krijgt|krijgen|adviseert|adviseren|toetst|toetsen|toont|tonen|verhuurt|verhuren|"
    r"keurt|keuren|kopen|koopt|opleid\w*|certifice\w*|examine\w*|coach\w*|"
    r"rondleiding\w*|workshop\w*|gives?|helps?|visits?|pays?|lends?|teach\w*)\b",
    re.IGNORECASE,
)
"""Such a mark or word says what a partner does."""


MOST_OTHERS = 100
"""Other partners that may tell more of one: no plan has so many."""


def silent_in(partner: Partner, partners: Sequence[Partner]) -> str | None:
    """Return what of a point only says who takes part: its text, or a sentence of it; None when it tells more."""
    others = [f"{one.text} {one.how or ''}" for one in partners[:MOST_OTHERS] if one is not partner]
    if intention_in(f"{partner.text}. {partner.how or ''}") is None and _is_silent(partner):
        told = partner.how and _names_of(partner.text) & _names_of(" ".join(others))
        return None if told else partner.text
    sentences = _sentences(partner.how or partner.text)
    mine = sentences[1:] if partner.how else sentences
    return next((one for one in mine if _is_silent_sentence(one, sentences, others)), None)


def _sentences(text: str) -> list[str]:
    return [part.strip() for line in text.split("\n") for one in _ENDS.split(line) for part in _CLAUSE.split(one)]


_ENDS = re.compile(r"(?<=\w[.])\s+(?=[A-ZÀ-Ý])")
_CLAUSE = re.compile(r", en (?=(?:ook )?(?:we|wij|ik)\b)")
_THOSE = re.compile(r"(?:(?:met|ook|al|with|all) )*(?:deze|die|dit|al onze|beide|these|those|both)\b", re.IGNORECASE)
_VERB = re.compile(r"\b(?:is|zijn|wordt|worden|werk(?:en|t)?|heb(?:ben)?|heeft|doen|doet|trekken|zoeken|are|work)\b")


def _is_silent_sentence(sentence: str, sentences: Sequence[str], others: Sequence[str]) -> bool:
    """Whether a sentence beside others only says who takes part, and they do not say more of the same partner."""
    if not says_only_who(sentence) or intention_in(sentence) or _THOSE.match(sentence) or _is_said_of_all(sentence):
        return False
    leads_in = sentence == sentences[0] and len(sentences) > 1 and _VERB.search(sentence) is not None
    told = " ".join([*(one for one in sentences if one != sentence), *others])
    return not leads_in and not _names_of(sentence) & _names_of(told)


def _is_said_of_all(sentence: str) -> bool:
    """Whether a sentence is no more than “Getekend.”, or the heading: “Samenwerking.”."""
    read = annotate(sentence)
    agreed = any(one.name == "agreed" for one in read.of(StanceSpan))
    return len(read.tokens) <= MOST_WORDS_OF_A_NAME and (agreed or SURE in roles_of(sentence).values())


def _names_of(text: str) -> set[str]:
    """Return the words by which a partner is known in another sentence: names, and the mbo as one."""
    return {*re.findall(r"[A-ZÀ-Ý][\w’'-]{3,}", text)} | ({"mbo"} if names_mbo(text) else set())


_NOTHING = re.compile(
    r"\W*(?:(?:wij |we |een |de |onze |als )?(?:goede?|nauwe|prettige|vaste|bestaande|good|close)? ?(?:contact(?:en)?|"
    r"samenwerk(?:ing|en|t)?|relatie|band|partner|overleg|afspraken|lijnen|cooperation|contacts)|ja|yes|x|"
    r"n\.?v\.?t\.?|diverse?|van alles|in overleg|samen|samen doen|meedoen|doet mee|doen mee)\W*",
    re.IGNORECASE,
)
"""What stands under “how” and does not say it: “goede contacten”, “partner”."""


def _is_silent(partner: Partner) -> bool:
    if partner.how:
        return _says_nothing(partner.how)
    name, _, behind = partner.text.partition(":")
    alone = bool(behind) and "," not in name and _says_nothing(behind)
    return alone or says_only_who(partner.text) or _is_only_a_name(partner)


def _says_nothing(how: str) -> bool:
    words = _WORD.findall(how.lower())
    return _NOTHING.fullmatch(how) is not None or (bool(words) and _EMPTY.issuperset(words))


def _is_only_a_name(partner: Partner) -> bool:
    text = _KIND.sub(lambda found: "" if kind_meant(found[1]) else found[0], partner.text).rstrip()
    first, *others = _PARTS.split(partner.text)
    named = all(re.search(r"[A-ZÀ-Ý]", part) for part in (first, *others))
    if _DOES.search(text) or (text.endswith(".") and len(text.split()) > MOST_WORDS_OF_A_NAME and not named):
        return False
    return all(len(part.split()) <= MOST_WORDS_OF_A_NAME for part in (first, *others)) and all(map(_may_name, others))


def _may_name(part: str) -> bool:
    """Whether a part behind a comma names one more partner: “hout voor de werkstukken” says what is done."""
    return not part.strip() or names_anyone(f"de {part.strip()}") or len(part.split()) == 1


_SMALL = (
    "a aan al all alle allemaal allen als also an and ander andere anderen beide bij bovendien daarbij daarnaast "
    "dan dat de deze die dit door drie een eigen elk en enkele er ervan etc from further haar heb hebben heeft "
    "het hier hun ik in is kan kunnen maar met mijn naar natuurlijk nog o.a of om omgeving onder ons onze ook op "
    "other our over rond samen several some te tevens the tien tot twee uit uiteraard van vanuit veel verder vier "
    "vijf voor waarmee waaronder we wel wij with worden wordt zal ze zes zich zij zijn zo zoals zullen"
)
"""Words that mean nothing by themselves."""
_VAGUE = (
    "aantal actief actieve allerlei area belangrijk belangrijke bestaande brede breed buurt divers diverse dorp "
    "enige gebied gemeente genoeg goed goede graag groot grote innovatieve intensief intensieve kort korte local "
    "lokaal lokale many meerdere nabij nader nauw nauwe neighbourhood omgeving omliggende omstreken plaatselijke "
    "prettige provincie regelmatig regio region regionaal regional regionale stad sterke streek technisch "
    "technische various vast vaste verschillende warme wijk"
)
"""Words for how many, how good and where."""
_TOGETHER = (
    "hoogte lid onderwijs weet weten zit zitten "
    "aangesloten aanhaken aansluiten afspraken ambassadeur ambassadeurs band banden beschikken bestaat betrekken "
    "betrokken betrokkenheid contact contacten contacts cooperate cooperation deel deelnemen deelnemer deelname "
    "doen doet erbij gewerkt haken initiatief neemt nemen "
    "involved kring lijn lijnen mee meedoen meewerken netwerk netwerken network onderhouden ondersteunen "
    "ondersteunt optrekken overleg partij partijen partner partners partnerschap plan project relatie relaties "
    "samengewerkt samenwerken samenwerking samenwerkingen samenwerkt steunen together trekken verband verbinden "
    "verbindt verbonden vormen vormt werk werken werkrelatie werkt work working zoek zoeken zoekt"
)
"""Words that say only that one works together."""
_EMPTY = frozenset(f"{_SMALL} {_VAGUE} {_TOGETHER}".split())
_WORD = re.compile(r"[\w&'’.+-]*\w|&")
_INTO_NAME = frozenset(("in", "te", "uit", "en", "the", "de"))
LONGEST = 25
"""Words of such a sentence."""


def says_only_who(sentence: str) -> bool:
    """Whether a sentence names partners, and has no word of what they do."""
    words = [word for word in _WORD.findall(sentence) if not word.isdigit()]
    if not words or len(words) > LONGEST or NO_ONE.search(sentence):
        return False
    return all(_is_empty(words, index) for index in range(len(words))) and names_anyone(f"de {sentence}")


def _is_empty(words: Sequence[str], index: int) -> bool:
    word = words[index]
    plain = word.lower()
    if plain in _EMPTY or ANYONE.fullmatch(word.rsplit("-")[-1]) or names_mbo(word):
        return True
    return word[0].isupper() and (index > 0 or (len(words) == 1 or words[1] in _INTO_NAME or words[1][0].isupper()))
