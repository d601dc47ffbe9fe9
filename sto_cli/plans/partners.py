"""The words by which people name those they cooperate with."""

from __future__ import annotations

import re

from sto_cli.plans.mbo_schools import names_mbo

_SCHOOLS = (
    r"\w+school|basisscholen|basisonderwijs|primair onderwijs|po|po-scholen|groep [78]|groepen [78]|"
    r"\w*scholen|vo|\w*college|\w*lyceum|scholengemeenschap|hbo|hogeschool|"
    r"universiteit|praktijkonderwijs|kindcentr\w*|primary schools?|schools?"
)
_COMPANIES = (
    r"\w*bedrijf|\w*bedrijven|bedrijfsleven|\w*onderneming\w*|\w*ondernemers?\w*|\w*kring|werkgevers\w*|werkgever|"
    r"\w*bureau|"
    r"\w*installateurs?|installatiebranche|aannemers?|\w*industrie|fabriek\w*|b\.?v\.?|n\.?v\.?|\w*kwekerij\w*|"
    r"\w*kwekers?|hoveniers?|\w*garage|\w*centrum|\w*centra|\w*huis|ziekenhuizen|zorginstelling\w*|thuiszorg\w*|"
    r"\w*hotel\w*|restaurants?|bakkers?|bakkerij\w*|horeca|winkels?|woningcorporatie\w*|brancheorganisatie\w*|"
    r"technolab|techniekpact|companies|company|employers?|businesses"
)
_OTHERS = (
    r"gemeenten?|provincie|waterschap\w*|bibliotheek|museum|stichting|vereniging|musea|lokale partners|"
    r"regionale partners|ouders|oud-leerlingen|vakmensen|partnerscholen|partnerschool|municipality|parents|alumni"
)

ANYONE = re.compile(rf"\b(?:{_SCHOOLS}|{_COMPANIES}|{_OTHERS})\b", re.IGNORECASE)
NO_ONE = re.compile(
    r"\b(?:geen (?:\w+ )?(?:partners?|partij\w*|samenwerking)|alleen (?:intern|onze eigen|eigen)|nog niemand|niemand|"
    r"zelfstandig|(?:doen|kunnen|regelen|redden|maken|verzorgen|organiseren) (?:(?:we|wij|dit|het|dat|alles|"
    r"allemaal) )+zelf|"
    r"(?:doen|regelen) (?:we|wij) (?:\w+ )?zelf|werken alleen\b|zonder (?:partners?|anderen|samenwerking)|"
    r"(?:samenwerk\w*|partners?) (?:\w+ ){0,5}(?:niet|geen) (?:nodig|sprake|noodzaak\w*|van toepassing|aan de orde)|"
    r"no partners?|no one|nobody|by ourselves)\b",
    re.IGNORECASE,
)
OWN_SCHOOL = re.compile(
    r"^(?:onze|ons|eigen|de|het|intern\w*|our|own)? ?(?:eigen )?(?:school|team|teams|docent\w*|collega'?s?|"
    r"secties?|vakgroep\w*|afdeling\w*|"
    r"mentor\w*|leerling\w*|directie|management|bestuur|teamleider\w*|lokaal|lokalen|materiaal|lob-?\w*|decaan|"
    r"staff|teachers?|intern|onderbouwteam|bovenbouwteam)\b[^,;]*$",
    re.IGNORECASE,
)
"""A partner that is the school itself: "onze docenten", "het eigen team"."""


_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w'’.-]+")
_NO_NAMES = frozenset(
    (
        "STO", "Regiovisie", "Zorg", "Welzijn", "Groen", "Economie", "Ondernemen", "Dienstverlening", "Producten",
        "Horeca", "Bakkerij", "Recreatie", "VMBO", "Nederlands", "Engels",
    )
)  # fmt: skip
"""Words with a capital inside a sentence that are no partner: profiles, subjects, the programme."""


def names_anyone(text: str) -> bool:
    """Whether a text names someone outside the school: by a word such as “basisschool”, or by a name of its own."""
    if NO_ONE.search(text):
        return False
    return (
        ANYONE.search(text) is not None or names_mbo(text) or any(name not in _NO_NAMES for name in _NAME.findall(text))
    )
