"""The words of a report for what the code calls otherwise."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sto_cli.messages import N_, Message, Translator, message, one_of
from sto_cli.register.dates import written_date
from sto_cli.register.model import Part, Region, School
from sto_cli.register.profiles import PROFILES, VOCATIONAL_PATHS
from sto_cli.render.visible import visible
from sto_cli.render.words import PEOPLE_WRITE
from sto_cli.reports.selection import Selection


class Definition(NamedTuple):
    """A word and what it means."""

    term: Message
    meaning: Message


def definitions(*, theoretical: bool = False) -> tuple[Definition, ...]:
    """Return the definitions, in the order in which a reader meets the words."""
    return (*_SCHOOLS, _COUNTED if theoretical else _NOT_COUNTED, *_STANDINGS, *_SHARES, _REGION)


_SCHOOLS = (
    Definition(
        message("School"),
        message(
            "A location (vestiging) with its own six-character code that offers vocational vmbo: the basic, advanced "
            "or mixed learning path."
        ),
    ),
    Definition(
        message("Technical school"),
        message("Offers at least one of the technical profiles BWI, PIE, M&T, MVI and MaT."),
    ),
    Definition(
        message("Non-technical school"),
        message("Offers profiles, none of them technical: only D&P, Groen, Z&W, E&O or HBR."),
    ),
)
_NOT_COUNTED = Definition(
    message("Theoretical school"), message("Offers only the theoretical learning path. These schools do not count.")
)
_COUNTED = Definition(
    message("Theoretical school"),
    message("Offers only the theoretical learning path. These schools count here because that was asked for."),
)
_STANDINGS = (
    Definition(
        message("Takes part"),
        message("A source names the school or this location as taking part, and that holds on this day."),
    ),
    Definition(
        message("Likely takes part"), message("A source says so, and it may mean another location of the school.")
    ),
    Definition(
        message("In talks"), message("The school does not take part yet, and talks, registers or thinks about it.")
    ),
    Definition(message("Does not take part"), message("A source says that the school does not take part.")),
    Definition(
        message("Not known"),
        message(
            "No source tells whether the school takes part, or only of a later day, or one page says so and another "
            "one speaks against it. That never counts as no."
        ),
    ),
)
_SHARES = (
    Definition(message("Share at least"), message("Takes part, divided by all schools: only what is certain counts.")),
    Definition(
        message("Share at most"), message("All schools but those that do not take part, divided by all schools.")
    ),
    Definition(
        message("Share of the known"),
        message(
            "Takes part, divided by the schools that certainly do or do not. Only given where a source also names "
            "schools that do not take part, or where all take part: else it would always be 100%."
        ),
    ),
)
_REGION = Definition(
    message("Schools of a region"),
    message(
        "All schools that a source places in the region, and all other schools in the municipalities that only this "
        "region has: not only its members. Where regions share a municipality, its schools are counted apart in each "
        "of them. The schools of which no region is known have a row of their own."
    ),
)


GROUPS = {
    "technical": N_("technical"),
    "non_technical": N_("non-technical"),
    "theoretical": N_("theoretical"),
    "all": N_("all schools"),
}
KINDS = {
    **GROUPS,
    "lower_years": N_("lower years"),
    "practical": N_("practical education"),
    "havo_vwo": N_("havo/vwo"),
    "unknown": N_("not known"),
}
PARTS = {"regions": N_("STO regions"), "schools": N_("Schools"), "participation": N_("Participation")}
ROW_WORDS = {
    "none": N_("Area"),
    "region": N_("STO region"),
    "province": N_("Province"),
    "municipality": N_("Municipality"),
    "labour-market-region": N_("Labour market region"),
    "profile": N_("Profile"),
}
NOWHERE = {
    "region": N_("(no region known)"),
    "province": N_("(no province known)"),
    "municipality": N_("(no municipality known)"),
    "labour-market-region": N_("(no labour market region known)"),
    "profile": N_("(no profile)"),
}


SHIPPED_SOURCES = (
    N_(
        "Public web pages of the programme, regions, schools and press (2018–2026), facts only; each entry "
        "names its pages"
    ),
    N_(
        "DUO Open Onderwijsdata: geslaagden, gezakten en cijfers 2024-2025, examenkandidaten 2019-2024, "
        "adressen vestigingen vo, names in its files 2011-2025 (CC0); names in use: public lists and pages "
        "2017-2023, facts only; coordinates BAG (public domain); municipalities, provinces and labour market "
        "regions CBS (CC BY 4.0)"
    ),
    N_("DUO Open Onderwijsdata: alle vestigingen vo, October 2026 (CC0)"),
)
"""What the files that ship with the program say of their sources, for the Dutch of it."""


def source_words(part: Part, translator: Translator) -> str:
    """Say where a file's facts come from, as it says itself; of the files that ship with sto in the language."""
    if part.layer > 0 or not part.source:
        return part.source or ""
    dates: dict[str, str] = {origin.source: origin.as_of for origin in part.origins}
    if len(dates) < 2:  # noqa: PLR2004 - one source is the file's, and the file's date stands beside it
        return translator.text(part.source)
    apart = [f"{translator.text(source)} – {translator.say(written_date(date))}" for source, date in dates.items()]
    return "; ".join(apart)


def profiles_of(school: School) -> str:
    """Name the profiles that a school offers, as schools write them, technical ones first."""
    offered = {code for code, paths in (school.profiles or {}).items() if set(paths) & set(VOCATIONAL_PATHS)}
    return ", ".join(PEOPLE_WRITE.get(code, code) for code in PROFILES if code in offered)


def region_names(regions: Iterable[Region], translator: Translator, empty: str = "") -> str:
    """Name a school's regions; several are joined with "or", since it belongs to one of them."""
    return translator.say(one_of([visible(region.name) for region in regions])) or empty


def part_name(part: Part, translator: Translator) -> str:
    """Name a file of the register by what it holds."""
    return translator.text(PARTS[part.kind])


def said(sentence: Message, translator: Translator) -> str:
    """Say a message on one line that is safe to show."""
    return visible(translator.say(sentence))


def title(what: Message, selection: Selection, day: date) -> Message:
    """Name a report, its area and its day."""
    return Message("{what}: {area}, {day}", {"what": what, "area": selection.area, "day": day})
