"""The mbo schools of the Netherlands by the names that people use, former names and those of parts included.

From public knowledge of the field in 2026. Only names: into which institution one went after a merger does not matter
to a plan, in which "het Leijgraaf" still means the mbo.
"""

from __future__ import annotations

import re
from functools import cache

NAMES = (
    "Aeres", "Albeda", "Alfa-college", "Alfa College", "AOC Oost", "Arcus College", "Astrum College", "Aventus",
    "Berechja", "Cibap", "CIOS", "Citaverde", "Clusius", "Da Vinci College", "De Groene Welle", "Deltion",
    "Drenthe College", "Edudelta", "Firda", "Florijn College", "Friese Poort", "Friesland College",
    "Gilde Opleidingen", "Graafschap College", "Graafschapcollege", "Grafisch Lyceum", "Groenhorst", "Hoornbeeck",
    "Horizon College", "Hout- en Meubileringscollege", "ID College", "Kellebeek College", "Koning Willem I",
    "Koning Willem 1", "KW1C", "Landstede", "Leeuwenborgh", "Leijgraaf", "Leidse instrumentmakers", "Lentiz",
    "Markiezaat College", "Mediacollege", "Menso Alting", "Nimeto", "Noorderpoort", "Noorderpoortcollege",
    "Nordwin", "Nova College", "Prinsentuin College", "Radius College", "Regio College", "Rijn IJssel", "RijnIJssel",
    "Rooi Pannen", "Scalda", "Scheepvaart en Transport College", "SintLucas", "Sint Lucas", "SOMA College",
    "Summa College", "Techniek College Rotterdam", "Ter AA", "VISTA college", "Vitalis College", "Wellant",
    "Wellantcollege", "Yuverta", "Zadkine", "Zone.college", "Zone college",
)  # fmt: skip
"""Names that mean nothing else, in any letters."""

ORDINARY = (
    "Arcus", "Curio", "Gilde", "Helicon", "HMC", "Horizon", "LiS", "Mondriaan", "Rivor", "SOMA", "STC", "Summa", "SVO",
    "TCR", "Terra", "VISTA", "Vista", "Vonk", "Yonder",
)  # fmt: skip
"""Names that are other words as well: only as they are written here, or in capitals."""

GENERAL = (
    r"mbo\w*", r"mbo's", r"rocs?", r"roc's", r"aoc", r"vakschool", r"vakscholen", r"bbl\w*", r"bol-opleiding\w*",
    r"(?<!voorbereidend )(?<!voorbereidend middelbaar )beroepsonderwijs",
    r"vocational (?:college|school|education)s?",
)  # fmt: skip
"""Words for an mbo school that are no name."""

_OF_THE_VMBO = r"(?! ?(?:[-–,(] ?)?(?:\w+ )?v(?:mbo|o)\b)"
"""Several institutions have schools for vmbo too: "Yuverta vmbo Houten" is no mbo school."""


def names_mbo(text: str) -> bool:
    """Whether a text names an mbo school."""
    anywhere, as_written = _patterns()
    return anywhere.search(text) is not None or as_written.search(text) is not None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = "|".join(re.escape(name).replace(r"\ ", r"[ -]") for name in NAMES)
    ordinary = "|".join(sorted({*ORDINARY, *map(str.upper, ORDINARY)}))
    return (
        re.compile(rf"\b(?:(?:{names})\b{_OF_THE_VMBO}|(?:{'|'.join(GENERAL)})\b)", re.IGNORECASE),
        re.compile(rf"(?<![\w-])(?:{ordinary})(?![\w-]){_OF_THE_VMBO}"),
    )
