"""The words by which people name those they cooperate with."""

from __future__ import annotations

import re

from sto_cli.plans.language.mbo_schools import names_mbo
from sto_cli.register.profiles import profile_code

_SCHOOLS = (
    r"\w+school|basisscholen|basisonderwijs|primair onderwijs|po|po-scholen|groep [78]|groepen [78]|"
    r"\w*scholen|vo|\w*college|\w*lyceum|scholengemeenschap|hbo|hogeschool|"
    r"universiteit|praktijkonderwijs|kindcentr\w*|(?:primary|other|another|nearby|neighbouring) schools?|schools|"
    r"(?:een|andere) (?:\w+ )?school"
)
_COMPANIES = (
    r"\w*bedrijf|\w*bedrijven|bedrijfsleven|\w*onderneming\w*|\w*ondernemers?\w*|\w*kring|werkgevers\w*|werkgever|"
    r"\w*bureau|"
    r"\w*installateurs?|installatiebranche|aannemers?|\w*industrie|fabriek\w*|b\.?v\.?|n\.?v\.?|\w*kwekerij\w*|"
    r"\w*kwekers?|hoveniers?|\w*garage|\w*centrum|\w*centra|\w*huis|ziekenhuizen|"
    r"\w*instelling(?:en)?|\w*organisaties?|\w+partijen|thuiszorg\w*|"
    r"\w*hotel\w*|restaurants?|bakkers?|bakkerij\w*|horeca|winkels?|woningcorporatie\w*|brancheorganisatie\w*|"
    r"technolab|techniekpact|companies|company|employers?|businesses"
)
_OTHERS = (
    r"gemeenten?|provincie|waterschap\w*|bibliotheek|museum|stichting|vereniging|musea|lokale partners|"
    r"platform|dorpsbelang\w*|\w*krant|kerk|\w+club|scouting|brandweer|politie|defensie|kringloop\w*|supermarkt\w*|boer(?:en)?|"
    r"\w*boerderij|camping|scheepswerf|jachthaven|smid|smederij|drukkerij|wijkteam|ondernemersvereniging|"
    r"regionale partners|ouders|oud-leerlingen|vakmensen|partnerscholen|partnerschool|municipality|parents|alumni"
)

ANYONE = re.compile(rf"\b(?:{_SCHOOLS}|{_COMPANIES}|{_OTHERS})\b", re.IGNORECASE)
NO_ONE = re.compile(
    r"\b(?:geen (?:\w+ )?(?:partners?|partij\w*|samenwerking)|alleen (?:intern|onze eigen|eigen)|nog niemand|niemand|"
    r"zelfstandig|binnen (?:de|onze) (?:eigen )?school|"
    r"(?:doen|kunnen|regelen|redden|maken|verzorgen|organiseren) (?:(?:we|wij|dit|het|dat|alles|allemaal) )+zelf|"
    r"(?:doen|regelen) (?:we|wij) (?:\w+ )?zelf|werken alleen\b|zonder (?:partners?|anderen|samenwerking)|"
    r"(?:samenwerk\w*|partners?) (?:\w+ ){0,5}(?:niet|geen) (?:nodig|sprake|noodzaak\w*|van toepassing|aan de orde)|"
    r"no partners?|no one|nobody|by ourselves|(?:haven'?t|have not|don'?t have|do not have) (?:\w+ ){0,3}partners?|"
    r"(?:in|inside|within) our own school)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    rf"\b(?:geen|no) (?:(?!van\b|of\b)[a-z]+ )?(?:{_SCHOOLS}|{_COMPANIES}|{_OTHERS}|mbo|roc)\b|"
    rf"^(?:zonder|without) (?:[a-z]+ )?(?:{_SCHOOLS}|{_COMPANIES}|{_OTHERS}|mbo|roc)\.?$|"
    r"\b(?:doe[tn]\b[^.;,]*? niet (?:\w+ )?mee|werk(?:t|en)\b[^.;,]*? niet samen|dra(?:agt|gen)\b[^.;,]*? niet bij|"
    r"(?:is|zijn) niet betrokken)\b|"
    r"\b(?:afgehaakt|haa?k(?:t|en) af|not (?:taking part|involved))\b|\b(?:does|do)(?: not|n'?t) (?:take part|join)\b",
    re.IGNORECASE,
)
"""What says of someone that he takes no part: “geen bedrijf”, “doet niet mee”, “is afgehaakt”."""
_CLAUSE = re.compile(r"(?<=[.;,!?\n])\s*|\s(?=(?:maar|but)\b)")
_OWN_WORD = (
    r"school(?:leiding)?|(?:school)?bestuur|\w*team|teams|projectgroep|werkgroep|docent(?:en|e)?|leraren|leraar|collega'?s?|collegae|"
    r"(?:vak)?secties?|vakgroep(?:en)?|afdeling(?:en)?|mentor(?:en|aat)?|leerlingen|klas(?:sen)?|directie|management|mt|"
    r"teamleid(?:er|ers|ing)|decaan|decanen|(?:lob|zorg|onderbouw|sto)-?\s?co[oö]rdinator(?:en)?|co[oö]rdinator(?:en)?|"
    r"roostermaker|ict(?:'er)?|systeembeheer(?:der)?|conci[eë]rges?|toa'?s?|(?:technisch )?onderwijsassistent(?:en)?|"
    r"(?:afdelings|unit|sector|jaarlaag)leid\w+|oop\w*|(?:ondersteunend )?personeel|amanuens\w+|mediathecaris\w*|"
    r"instructeurs?|rector|(?:locatie)?directeur|lokaal|materiaal|intern|staff|teachers?|colleagues|department|"
    r"team leaders?|school management"
)
_OWN = re.compile(
    rf"(?:(?:onze|ons|eigen|de|het|our|own|the|mijn) )*(?:{_OWN_WORD})(?: (?P<of>[^,;]{{1,40}}))?\s*", re.IGNORECASE
)
_LEAD = re.compile(r"^(?:in overleg met|samen met|met|together with|with)\s+", re.IGNORECASE)
_PARTS = re.compile(r"\s*[,;/+]\s*|\s+(?:en|and)\s+(?!\d)")
_DOES = re.compile(r"\s*(?::\s|\s[-–—]\s|\().*", re.DOTALL)


def is_own_school(text: str, school: str = "") -> bool:
    """Whether those that a text names are all people of the school itself: "onze docenten", "de sectie techniek".

    `school` is what the plan calls the school: its name behind such a word is no other.
    """
    named = _LEAD.sub("", _DOES.sub("", text.strip()))
    own = "|".join(map(re.escape, (word for word in re.findall(r"\w{5,}", school))))
    named = re.sub(rf"\b(?:{own})\b", "", named, flags=re.IGNORECASE) if own else named
    parts = [part for part in _PARTS.split(named) if part]
    return bool(parts) and all(_is_own(part, index) for index, part in enumerate(parts))


def _is_own(part: str, index: int) -> bool:
    """Whether a part between commas is one of the school; “docenten PIE en BWI” has more behind its first part."""
    found = _OWN.fullmatch(part)
    rest = re.sub(r"^(?:(?:van|uit|of) )?(?:de|het|the)?\s*", "", (found["of"] or "") if found else part)
    bare = " ".join(word for word in rest.split() if profile_code(word) is None and word not in {"ouders", "parents"})
    goes_on = index > 0 and (not bare or (bare.islower() and " " not in bare))
    return (found is not None or goes_on) and not names_anyone(f"de {bare}")


_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w'’.-]+")
_NO_NAMES = frozenset(
    (
        "STO", "Regiovisie", "Zorg", "Welzijn", "Groen", "Economie", "Ondernemen", "Dienstverlening", "Producten",
        "Horeca", "Bakkerij", "Recreatie", "VMBO", "Nederlands", "Engels", "Duits", "Frans", "ICT", "TOA", "LOB", "MT",
        "Techniek", "Technologie", "NaSk", "Nask", "Biologie", "Wiskunde", "BB", "KB", "GL", "TL", "BBL", "KBL", "OB",
        "OOP", "PR", "MR", "GMR", "OR", "Teams", "CNC",
    )
)  # fmt: skip
"""Words with a capital inside a sentence that are no partner: profiles, subjects, the programme, own services."""


_DOER = re.compile(
    rf"(?:^|(?<=[.!?\n] ))(?!(?i:{_OWN_WORD}|de|het|een|wij|we|ik|zij|ze|hij|dit|dat|die|deze|er|iedereen|niemand|"
    r"iemand|allen|alles|wie|wat|samen|daar|daarbij|zo|ook|dan|nu|dus|it|we|they|this|that|everyone|everybody)\b)"
    r"(?P<name>[A-ZÀ-Ý][\w'’-]{2,})(?: [A-ZÀ-Ý][\w'’-]+)* (?:geeft|geven|levert|leveren|doet|doen|komt|komen|helpt|"
    r"zoekt|heeft|opent|regelt|sponsort|traint|begeleidt|helpen|leent|lenen|stuurt|sturen|betaalt|betalen|verzorgt|ontvangt|maakt|biedt|stelt|gives?|lends?|pays?|sends?)\b"
)
"""A name that begins a sentence and does something: “Droneservice doet de vlieglessen”."""

_PROJECT = re.compile(
    r"\b(?!(?i:technolab|techniekhuis))(?:[A-Z][\w&-]+ ){0,5}"
    r"[A-Z]?\w*(?:[Ll]ab|[Hh]ub|[Ww]erkplaats|[Mm]akerspace|[Aa]telier|[Pp]lein)\b"
)
"""A name for the plan's own room or project: “het Future Lab”."""


_SENTENCE = re.compile(r"(?:we|wij|ik|dit|dat|er|het (?:is|gaat)|this|it)\b", re.IGNORECASE)
"""How a point begins that is a sentence, and no name."""


def is_sentence(text: str) -> bool:
    """Whether a point is a sentence, and no name."""
    return text[0].islower() or _SENTENCE.match(text) is not None or begins_with_own_people(text)


def names_nobody(text: str) -> bool:
    """Whether a text says that nobody takes part: “geen partners”, “dit doen wij zelf”, “geen bedrijf doet mee”."""
    return NO_ONE.search(text) is not None or not without_denials(text)


def without_denials(text: str) -> str:
    """Leave out what says who takes no part: “Het ROC doet niet mee, Jansen BV wel” names Jansen BV only."""
    clauses = [clause for clause in _CLAUSE.split(text) if clause]
    left = [clause for clause in clauses if _DENIED.search(clause.rstrip(",; ")) is None]
    return text if len(left) == len(clauses) else " ".join(left)


def names_anyone(text: str) -> bool:
    """Whether a text names someone outside the school: by a word such as “basisschool”, or by a name of its own."""
    if NO_ONE.search(text):
        return False
    text = _PROJECT.sub("lab", without_denials(text))
    named = [*_NAME.findall(text), *(found["name"] for found in _DOER.finditer(text))]
    return ANYONE.search(text) is not None or names_mbo(text) or any(map(_is_name, named))


def _is_name(word: str) -> bool:
    """Whether a word with a capital inside a sentence is a name: no profile, subject or service of a school."""
    bare = re.split(r"[-'’.]", word)[0]
    return bare not in _NO_NAMES and profile_code(bare) is None


_OWN_SUBJECT = re.compile(
    rf"(?:(?:de|het|onze|ons|mijn|alle|twee|drie|our|the|my) )?(?:\w+ )?(?:{_OWN_WORD})\b", re.IGNORECASE
)


def begins_with_own_people(text: str) -> bool:
    """Whether a point begins with people of the school: “De collega's van natuurkunde doen mee”."""
    return _OWN_SUBJECT.match(text) is not None
