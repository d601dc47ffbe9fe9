"""A school's facts in every format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sto_cli.messages import N_, Translator, message
from sto_cli.register.dates import written_date
from sto_cli.register.facts import SchoolFacts
from sto_cli.register.model import School
from sto_cli.register.profiles import PROFILES
from sto_cli.render.advice.json import participation_json, region_json
from sto_cli.render.advice.json import school_json as identity_json
from sto_cli.render.advice.text import doubts
from sto_cli.render.document.model import Block, Document, Facts, Heading, Table
from sto_cli.render.document.parts import chapters, columns
from sto_cli.render.document.values import safe
from sto_cli.render.look import Look
from sto_cli.render.page.sources import page_file, page_source
from sto_cli.render.terminal.layout import labelled
from sto_cli.render.terminal.styled import Line, Span
from sto_cli.render.terminal.table import in_columns
from sto_cli.render.view import View
from sto_cli.render.visible import visible
from sto_cli.render.words import PEOPLE_WRITE, SCHOOL_KINDS, TAKES_PART
from sto_cli.search.results import SearchResult


def school_facts_text(facts: SchoolFacts, look: Look) -> Iterator[Line]:
    """Write all that the register knows of a school, and where it comes from."""
    translator, room = look.translator, look.room
    school = facts.school
    yield [(school.name, "heading"), (f"  {school.id}", "aside")]
    yield []
    unknown = translator.text(N_("not known"))
    known = [(label, text or unknown, "" if text else "aside") for label, text in _facts(school)]
    if facts.neighbours:
        shared = ", ".join(f"{other.name} ({other.id})" for other in facts.neighbours)
        known.insert(1, (N_("Same building"), shared, ""))
    names = [(translator.text(label), texts) for label, texts in _other_names(school, translator) if texts]
    yield from labelled([*names, *((translator.text(label), [(text, style)]) for label, text, style in known)], room)
    yield []
    yield [(translator.text(SCHOOL_KINDS[school.kind]).capitalize(), "heading")]
    if school.profiles:
        profiles = [
            (PEOPLE_WRITE.get(code, code), PROFILES[code].name, ", ".join(paths))
            for code, paths in school.profiles.items()
        ]
        yield from in_columns(profiles, ("aside", "", ""))
    yield []
    yield from labelled(_region_rows(facts, translator), room)


def school_facts_document(facts: SchoolFacts, translator: Translator, *, passed_on: bool = False) -> Document:
    """Make the document of one school; one that is `passed_on` repeats no note of the user's own."""
    school, text, unknown = facts.school, translator.text, translator.text(N_("not known"))
    names = [] if passed_on else [(text(label), _in_a_row(texts)) for label, texts in _other_names(school, translator)]
    known = [(text(label), said or unknown) for label, said in _facts(school)]
    blocks: list[Block] = [Facts([(label, safe(said)) for label, said in (*names, *known) if said])]
    if school.profiles:
        heads = ((N_("Profile"), 10), (N_("Name"), 40), (N_("Learning paths"), 20))
        rows = [(PEOPLE_WRITE.get(code, code), text(PROFILES[code].name), ", ".join(paths))
                for code, paths in school.profiles.items()]  # fmt: skip
        blocks += chapters(Table(text(SCHOOL_KINDS[school.kind]).capitalize(), columns(translator, *heads), rows))
    region = [(label, safe(_in_a_row(texts))) for label, texts in _region_rows(facts, translator, passed_on=passed_on)]
    blocks += [Heading(text(N_("Region"))), Facts(region)]
    return Document(f"{visible(school.name)} ({school.id})", blocks)


def _in_a_row(texts: Sequence[Span]) -> str:
    return " · ".join(text for text, _ in texts)


def _other_names(school: School, translator: Translator) -> list[tuple[str, list[tuple[str, str]]]]:
    """The names beside its own, those of the past with the year in which they were last seen, the last one first."""
    return [
        (N_("Also called"), [(alias, "") for alias in school.aliases]),
        (N_("Also known as"), [(_with_remark(used.name, used.source), "") for used in school.names_in_use]),
        (N_("Formerly"), [(_with_remark(name, _seen(until, translator)), "") for name, until in school.former_names]),
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


def _region_rows(
    facts: SchoolFacts, translator: Translator, *, passed_on: bool = False
) -> list[tuple[str, list[Span]]]:
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
    rows = [(translator.text(N_("Region")), [(names, "heading"), (translator.text(bases[found.basis]), "aside")])]
    texts = [(translator.text(TAKES_PART[entry.status if entry else None]), "")]
    if entry:
        texts += doubts(entry, translator)
        source = page_source(entry.source, own=entry.layer > 0) if passed_on else entry.source
        texts += [(source or "", "aside"), (place(str(entry.place)), "aside")]
    rows.append((translator.text(N_("Takes part")), [text for text in texts if text[0]]))
    origin = message("{file} of {date}", file=place(str(facts.school.place)), date=written_date(facts.as_of))
    rows.append((translator.text(N_("Source")), [(translator.say(origin), "aside")]))
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
        "at": str(school.place),
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


def _page(facts: SchoolFacts, look: Look) -> str:
    from sto_cli.render.document.page import document_page

    return document_page(school_facts_document(facts, look.translator, passed_on=True), look)


ONE_SCHOOL: View[SchoolFacts] = View(
    lambda facts, _: school_facts_json(facts),
    school_facts_document,
    own={"text": school_facts_text, "html": _page},
    names_sources=True,
    is_table=False,
)
