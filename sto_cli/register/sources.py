"""Where each part of the register comes from, under which licence, and how it is brought up to date."""

from __future__ import annotations

from dataclasses import dataclass

from sto_cli.messages import N_
from sto_cli.register.model import PartKind


@dataclass(frozen=True, slots=True)
class Source:
    """One source of a part: what it gives, who publishes it where and how often, and the command that reads it."""

    part: PartKind
    what: str
    publisher: str
    address: str
    rhythm: str
    licence: str
    command: str


SOURCES = (
    Source(
        "schools",
        N_("Which schools have vmbo exams, in which profiles and learning paths: “geslaagden, gezakten en cijfers”"),
        "DUO",
        "https://duo.nl/open_onderwijsdata/",
        N_("each year, some months after the exams"),
        "CC0",
        "sto data import duo FILE --as-of 2026-09 --output FOLDER",
    ),
    Source(
        "schools",
        N_("Former names and schools that left: “examenkandidaten en geslaagden” of five years"),
        "DUO",
        "https://duo.nl/open_onderwijsdata/databestanden/vo/leerlingen/",
        N_("each year"),
        "CC0",
        "sto data import duo FILE FILE --as-of 2026-09 --output FOLDER",
    ),
    Source(
        "schools",
        N_("Official names and addresses: “alle vestigingen vo”"),
        "DUO",
        "https://duo.nl/open_onderwijsdata/",
        N_("each month"),
        "CC0",
        "sto data import duo FILE FILE --as-of 2026-09 --output FOLDER",
    ),
    Source(
        "schools",
        N_("Coordinates of addresses"),
        "Kadaster (BAG)",
        "https://www.pdok.nl/",
        N_("each day; needed only for new or moved schools"),
        N_("public domain"),
        "sto data import duo FILE FILE --as-of 2026-09 --output FOLDER",
    ),
    Source(
        "schools",
        N_("Municipalities, provinces, labour market regions, merged municipalities: “Gebieden in Nederland”"),
        "CBS",
        "https://opendata.cbs.nl/",
        N_("each year in January"),
        "CC BY 4.0",
        "sto data import duo FILE FILE --as-of 2026-09 --output FOLDER",
    ),
    Source(
        "regions",
        N_("Names, areas, boards and pages of the regions, as public pages tell them"),
        "sterktechniekonderwijs.nl",
        "https://www.sterktechniekonderwijs.nl/regios-in-beeld/",
        N_("when a region changes; look each year"),
        N_("facts from public pages"),
        "python tools/import_regions.py FILE --as-of 2026-11 --source TEXT --output FOLDER",
    ),
    Source(
        "participation",
        N_("Which schools take part, as public pages tell it"),
        "sterktechniekonderwijs.nl",
        "https://www.sterktechniekonderwijs.nl/regios-in-beeld/",
        N_("when a region changes; look each year"),
        N_("facts from public pages"),
        "python tools/import_regions.py FILE --as-of 2026-11 --source TEXT --output FOLDER",
    ),
    Source(
        "participation",
        N_("Which schools of your own region take part"),
        N_("your own list"),
        "",
        N_("when your list changes"),
        N_("your own; not published"),
        "sto data import participation LIST.xlsx --region REGION --as-of 2026-10",
    ),
)
"""The sources of each part, the one to begin with first."""
