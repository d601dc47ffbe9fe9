"""A school's facts in every format."""

from collections.abc import Iterator
from operator import itemgetter
from typing import Any

from sto_cli.messages import N_, Translator, message
from sto_cli.register.dates import written_date
from sto_cli.register.facts import SchoolFacts
from sto_cli.register.model import School
from sto_cli.register.profiles import PROFILES
from sto_cli.render.advice.json import participation_json, region_json
from sto_cli.render.advice.json import school_json as identity_json
from sto_cli.render.advice.text import doubts, took_part
from sto_cli.render.document.fields import Field, safe, table_of
from sto_cli.render.document.model import Block, Document, Facts, Heading, chapters
from sto_cli.render.formats import View
from sto_cli.render.visible import page_file, page_source, visible
from sto_cli.render.words import PEOPLE_WRITE, SCHOOL_KINDS, takes_part
from sto_cli.search.results import SearchResult


def school_facts_document(facts: SchoolFacts, translator: Translator, *, passed_on: bool = False) -> Document:
    """Make the document of one school; one that is `passed_on` repeats no note of the user's own."""
    school, text, unknown = facts.school, translator.text, translator.text(N_("not known"))
    called = [] if passed_on else _other_names(school, translator)
    names = [(text(label), safe("\n".join(said))) for label, said in called]
    known = [(text(label), safe(said or unknown)) for label, said in _facts(school)]
    if facts.neighbours:
        shared = ", ".join(f"{other.name} ({other.id})" for other in facts.neighbours)
        known.insert(1, (text(N_("Same building")), visible(shared)))
    blocks: list[Block] = [Facts([row for row in (*names, *known) if row[1]])]
    if school.profiles:
        blocks += chapters(
            table_of(text(SCHOOL_KINDS[school.kind]).capitalize(), PROFILE, school.profiles.items(), translator)
        )
    region = [(label, safe("\n".join(said))) for label, said in _region_rows(facts, translator, passed_on=passed_on)]
    blocks += [Heading(text(N_("Region"))), Facts(region)]
    return Document(f"{visible(school.name)} ({school.id})", blocks)


PROFILE: tuple[Field[tuple[str, tuple[str, ...]]], ...] = (
    Field("", N_("Profile"), lambda one: PEOPLE_WRITE.get(one[0], one[0]), width=10),
    Field("", N_("Name"), itemgetter(0), lambda one, translator: translator.text(PROFILES[one[0]].name), width=40),
    Field("", N_("Learning paths"), lambda one: ", ".join(one[1]), width=20),
)


def _other_names(school: School, translator: Translator) -> list[tuple[str, list[str]]]:
    """The names beside its own, those of the past with the year in which they were last seen, the last one first."""
    return [
        (N_("Also called"), list(school.aliases)),
        (N_("Also known as"), [_with_remark(used.name, used.source) for used in school.names_in_use]),
        (N_("Formerly"), [_with_remark(name, _seen(until, translator)) for name, until in school.former_names]),
    ]


def _seen(until: str | None, translator: Translator) -> str | None:
    return translator.say(message("last seen in {year}", year=until)) if until else None


def _with_remark(name: str, remark: str | None) -> str:
    return f"{name}  ({remark})" if remark else name


def _facts(school: School) -> list[tuple[str, str | None]]:
    address = school.address
    return [
        (N_("Address"), ", ".join(part for part in (address.street, address.postcode, address.place) if part)),
        (N_("Municipality"), school.municipality),
        (N_("Province"), school.province),
        (N_("Labour market region"), school.labour_market_region),
        (N_("Web site"), school.website),
        (N_("Institution (BRIN)"), school.institution),
    ]


def _region_rows(facts: SchoolFacts, translator: Translator, *, passed_on: bool = False) -> list[tuple[str, list[str]]]:
    found, entry = facts.belonging, facts.participation
    names = ", ".join(option.region.name for option in found.options) or translator.text(N_("not known"))
    place = page_file if passed_on else str
    bases = {
        "recorded": N_("recorded: a page or your own data names the school"),
        "area": N_("by area: the region works in the school's municipality"),
        "likely_area": N_("most likely, by name and place: a suggestion only"),
        "nearest": N_("nearby: a suggestion only"),
        "unknown": N_("not known"),
    }
    rows = [(translator.text(N_("Region")), [names, translator.text(bases[found.basis])])]
    texts = [translator.say(took_part(facts.ended)) if facts.ended else translator.text(takes_part(entry))]
    if entry := entry or facts.ended:
        texts += [text for text, _ in doubts(entry, translator)]
        source = page_source(entry.source, own=entry.layer > 0) if passed_on else entry.source
        texts += [source or "", place(str(entry.place)), "" if passed_on else entry.note or ""]
    rows.append((translator.text(N_("Takes part")), [text for text in texts if text]))
    origin = message("{file} of {date}", file=place(str(facts.school.place)), date=written_date(facts.as_of))
    rows.append((translator.text(N_("Source")), [translator.say(origin)]))
    return rows


def no_school_json(answer: SearchResult) -> dict[str, Any]:
    """Return the candidates as plain data, where no school is found."""
    candidates = [{"id": match.id, "name": match.name, "place": match.town} for match in answer.candidates]
    return {"format": 1, "outcome": answer.outcome, "school": None, "candidates": candidates}


def school_facts_json(facts: SchoolFacts) -> dict[str, Any]:
    """Return all facts of a school as plain data."""
    school, entry = facts.school, facts.participation
    data = {
        **identity_json(school),
        "aliases": list(school.aliases),
        "former_names": [former.name for former in school.former_names],
        "names": list(_names_json(school)),
        "address": {
            "street": school.address.street,
            "postcode": school.address.postcode,
            "place": school.address.place,
        },
        "same_building": [other.id for other in facts.neighbours],
        "labour_market_region": school.labour_market_region,
        "coordinates": list(school.coordinates) if school.coordinates else None,
        "coordinates_about": school.coordinates_about,
        "website": school.website,
        "learning_paths": {code: list(paths) for code, paths in (school.profiles or {}).items()},
        "region": region_json(facts.belonging),
        "participation": participation_json(entry) if entry else None,
        "at": page_file(str(school.place)),
        "as_of": facts.as_of or None,
    }
    return {"format": 1, "outcome": "found", "school": data, "candidates": []}


def _names_json(school: School) -> Iterator[dict[str, str | None]]:
    """Every name that it bears or bore, with its kind (name, alias, in_use, former), last year and source."""
    nothing: dict[str, str | None] = {"until": None, "source": None}
    yield {"name": school.name, "kind": "name", **nothing}
    for alias in school.aliases:
        yield {"name": alias, "kind": "alias", **nothing}
    for used in school.names_in_use:
        yield {"name": used.name, "kind": "in_use", "until": None, "source": used.source}
    for former in school.former_names:
        yield {"name": former.name, "kind": "former", "until": former.until, "source": None}


ONE_SCHOOL: View[SchoolFacts] = View(
    lambda facts, _: school_facts_json(facts), school_facts_document, names_sources=True, is_table=False
)
