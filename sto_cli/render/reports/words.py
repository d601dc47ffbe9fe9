"""The words of a report for what the code calls otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sto_cli.messages import N_, Message, Translator, one_of
from sto_cli.register.dates import written_date
from sto_cli.register.model import Part, Region, School
from sto_cli.register.profiles import PROFILES, VOCATIONAL_PATHS
from sto_cli.render.visible import visible
from sto_cli.render.words import PEOPLE_WRITE
from sto_cli.reports.selection import Selection

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
