"""Where each part of the register comes from, under which licence, how it is brought up to date, how old it is."""

from dataclasses import dataclass
from datetime import MINYEAR, date
from typing import NamedTuple

from sto_cli.messages import N_
from sto_cli.register.dates import last_day
from sto_cli.register.model import Part, Participation, PartKind, Region
from sto_cli.register.register import Register


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


OLD_SCHOOL_YEARS = 2
"""A fact of the school year before last may still hold; an older one is asked again."""

SCHOOL_YEAR_BEGINS = 8
"""The month: a school year runs from August."""


STALE_MONTHS: dict[PartKind, int] = {"schools": 18, "regions": 24, "participation": 18}
"""DUO publishes once a year, and half a year is given to bring the register up to date; regions change with a plan
period; a coordinator's list is made once a year."""


class RegionAge(NamedTuple):
    """The facts of one region: how many, how many name the very location, have a date, are old; the dates' range."""

    region: Region
    facts: int
    exact: int
    dated: int
    old: int
    oldest: str | None
    newest: str | None


def oldest_that_holds(today: date) -> date:
    """Return the first day of which a fact is no older than two school years: 1 August 2024 on 24 November 2026."""
    begun = today.year if today.month >= SCHOOL_YEAR_BEGINS else today.year - 1
    return date(max(begun - OLD_SCHOOL_YEARS, MINYEAR), SCHOOL_YEAR_BEGINS, 1)


def is_old(entry: Participation, today: date) -> bool:
    """Whether what a source said of a participation is older than two school years."""
    said = last_day(entry.as_of or "")
    return said is not None and said < oldest_that_holds(today)


def months_old(as_of: str | None, today: date) -> int | None:
    """Return how many whole months ago a year, month or day ended; None when it is not known."""
    day = last_day(as_of) if as_of else None
    if day is None:
        return None
    return max(0, (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day))


def is_stale(part: Part, today: date) -> bool:
    """Whether the facts in a file were gathered so long ago that it is time to look again."""
    months = months_old(part.as_of, today)
    return months is not None and months > STALE_MONTHS[part.kind]


def _age(region: Region, entries: list[Participation], today: date) -> RegionAge:
    dates = sorted(entry.as_of for entry in entries if entry.as_of)
    return RegionAge(
        region,
        len(entries),
        sum(entry.exact for entry in entries),
        len(dates),
        sum(is_old(entry, today) for entry in entries),
        dates[0] if dates else None,
        dates[-1] if dates else None,
    )


class FileAge(NamedTuple):
    """A file of the register: how many months old, None where that is not known, and whether it is time to look."""

    part: Part
    months: int | None
    stale: bool


class Origins(NamedTuple):
    """The files of the register, the sources that bring them up to date, and how old the facts of each region are."""

    as_of: date
    files: tuple[FileAge, ...]
    regions: tuple[RegionAge, ...]
    origins: tuple[Source, ...] = SOURCES

    @property
    def sources(self) -> tuple[Part, ...]:
        """The files without their age."""
        return tuple(one.part for one in self.files)


def origins(register: Register, today: date) -> Origins:
    """Tell where a register comes from."""
    files = tuple(FileAge(part, months_old(part.as_of, today), is_stale(part, today)) for part in register.parts)
    by_region: dict[str, list[Participation]] = {}
    for entry in register.participations:
        by_region.setdefault(entry.region, []).append(entry)
    found = [_age(register.regions[id_], entries, today) for id_, entries in by_region.items()]
    return Origins(
        today, files, tuple(sorted(found, key=lambda age: (age.dated - age.old - age.facts, age.region.name)))
    )
