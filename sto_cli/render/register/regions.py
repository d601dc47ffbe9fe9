"""Regions, and one region, in every format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sto_cli.messages import N_, Translator, counted, message
from sto_cli.register.dates import written_date
from sto_cli.register.facts import RegionFacts
from sto_cli.register.model import Participation, Region, School, SchoolsNamed
from sto_cli.render.document.model import Block, Bullets, Document, Facts, Heading, Paragraph, Table
from sto_cli.render.document.parts import chapters, columns
from sto_cli.render.look import Look
from sto_cli.render.page.sources import page_file, page_source, web_address
from sto_cli.render.terminal.layout import labelled
from sto_cli.render.terminal.styled import Line, Span
from sto_cli.render.terminal.table import in_columns, table, text
from sto_cli.render.view import View
from sto_cli.render.visible import visible
from sto_cli.render.words import REGION_KINDS, STATUS_WORDS, short_region

WIDE = 125
"""Columns that the longest name, provinces and id need beside each other."""


OTHER_MEMBERS = N_("Other members, without vmbo exams or outside DUO's files")


def regions_text(regions: Sequence[RegionFacts], look: Look) -> Iterator[Line]:
    """Write the regions as a table by name, without the "Regio" or "STO" in front of it; the id stands beside it.

    On a narrow terminal the id stands below the name; nothing is left out, and nothing breaks inside a word.
    """
    translator, room = look.translator, look.room
    heads = [
        text(translator.text(head), "aside") for head in (N_("Region"), N_("Takes part"), N_("Province"), N_("Id"))
    ]
    rows, wide = [heads], room is None or room >= WIDE
    for facts in sorted(regions, key=_by_name):
        region, known = facts.region, translator.number(facts.known_participating)
        name, id_ = text(visible(short_region(region.name)), "heading"), text(visible(region.id), "aside")
        row = [name, text(known), text(visible(", ".join(region.provinces)))]
        rows += (
            [[*row, id_]] if wide else [[*row, text("")], [text(f"  {visible(region.id)}", "aside"), *[text("")] * 3]]
        )
    if not wide:
        rows[0][0] = text(f"{translator.text(N_('Region'))}, {translator.text(N_('Id')).lower()}", "aside")
        rows[0][3] = text("")
    yield from table(rows, ["left", "right", "left", "left"], room)
    yield []
    yield [(translator.say(counted("{n} region", "{n} regions", len(regions))), "")]


def region_facts_text(facts: RegionFacts, look: Look) -> Iterator[Line]:
    """Write all facts of a region, its members, and the pages that say so."""
    translator, room = look.translator, look.room
    region = facts.region
    yield [(region.name, "heading"), (f"  {region.id}", "aside")]
    yield []
    yield from labelled(_facts(region, translator), room)
    yield []
    yield [
        (
            translator.say(
                counted(
                    "{n} school whose participation is recorded",
                    "{n} schools whose participation is recorded",
                    len(facts.members),
                )
            ),
            "heading",
        )
    ]
    yield from in_columns(
        [_member_row(entry, school, translator) for entry, school in facts.members], ("aside", "", "", "")
    )
    if region.members:
        yield []
        yield [(translator.text(OTHER_MEMBERS), "heading")]
        yield from in_columns([(one.id or "", one.name, one.place or "") for one in region.members], ("aside", "", ""))
    yield []
    yield from labelled([(translator.text(N_("Sources")), [(source, "aside") for source in region.sources])], room)
    yield from labelled([(translator.text(N_("Gathered")), [(_gathered(facts, translator), "aside")])], room)


def _by_name(facts: RegionFacts) -> str:
    return short_region(facts.region.name).casefold()


def _facts(region: Region, translator: Translator) -> list[tuple[str, list[Span]]]:
    contact = region.contact
    person = ", ".join(part for part in (contact.name, contact.email, contact.url) if part) if contact else None
    facts: list[tuple[str, str | None]] = [
        (N_("Also called"), ", ".join(region.aliases)),
        (N_("Kind"), translator.text(REGION_KINDS[region.kind]) if region.kind else None),
        (N_("Province"), ", ".join(region.provinces)),
        (N_("Municipalities"), ", ".join(region.municipalities)),
        (N_("Lead (penvoerder)"), region.lead),
        (N_("Page"), region.page),
        (N_("Web site"), region.website),
        (N_("Contact"), person),
    ]
    if region.schools_named:
        facts.append((N_("Pages count"), "; ".join(_count(one, translator) for one in region.schools_named)))
    unknown = translator.text(N_("not known"))
    return [(translator.text(label), [(text or unknown, "" if text else "aside")]) for label, text in facts]


def _count(one: SchoolsNamed, translator: Translator) -> str:
    """How many schools a page says that there are, in its own words, with its date where that is known."""
    dated = translator.say(written_date(one.as_of)) if one.as_of else translator.text(N_("date not known"))
    return f"{one.words or one.number} ({dated})"


def _member_row(entry: Participation, school: School, translator: Translator) -> tuple[str, ...]:
    dated = f" ({translator.say(written_date(entry.as_of))})" if entry.as_of else ""
    likely = f", {translator.text(N_('likely'))}" if entry.certainty == "likely" else ""
    return school.id, school.name, school.town, translator.text(STATUS_WORDS[entry.status]) + likely + dated


def _gathered(facts: RegionFacts, translator: Translator, *, passed_on: bool = False) -> str:
    name = page_file if passed_on else str
    return "; ".join(
        translator.say(message("{file} of {date}", file=name(part.path), date=written_date(part.as_of or "")))
        for part in facts.gathered
    )


def regions_document(regions: Sequence[RegionFacts], translator: Translator) -> Document:
    """Make the document of a list of regions."""
    heads = ((N_("Region"), 40), (N_("Id"), 24), (N_("Takes part"), 12), (N_("Province"), 30),
             (N_("Municipalities"), 60), (N_("Lead (penvoerder)"), 30), (N_("Page"), 60))  # fmt: skip
    rows = [
        (
            visible(one.region.name), visible(one.region.id), one.known_participating,
            visible(", ".join(one.region.provinces)), visible(", ".join(one.region.municipalities)),
            visible(one.region.lead or ""), visible(one.region.page or ""),
        )
        for one in sorted(regions, key=_by_name)
    ]  # fmt: skip
    name = translator.text(N_("Regions"))
    return Document(name, [Table(name, columns(translator, *heads, counts={N_("Takes part")}), rows)])


def region_facts_document(facts: RegionFacts, translator: Translator, *, passed_on: bool = False) -> Document:
    """Make the document of one region; one that is `passed_on` names no person and repeats no notes."""
    region, text = facts.region, translator.text
    shown = region._replace(contact=None) if passed_on else region
    rows = [(label, visible(" ".join(piece for piece, _ in pieces))) for label, pieces in _facts(shown, translator)]
    blocks: list[Block] = [Facts(rows), *chapters(_schools(facts, translator, passed_on=passed_on))]
    if region.members:
        heads = ((N_("Code"), 10), (N_("Name"), 50), (N_("Place"), 24))
        members = [(one.id or "", visible(one.name), visible(one.place or "")) for one in region.members]
        blocks += chapters(Table(text(OTHER_MEMBERS), columns(translator, *heads), members))
    sources = [visible(one) for one in (map(web_address, region.sources) if passed_on else region.sources) if one]
    blocks += [Heading(text(N_("Sources"))), Bullets([(one, ()) for one in sources])] if sources else []
    gathered = Paragraph(_gathered(facts, translator, passed_on=passed_on), quiet=True)
    return Document(visible(region.name), [*blocks, gathered])


def _schools(facts: RegionFacts, translator: Translator, *, passed_on: bool) -> Table:
    heads = ((N_("Code"), 10), (N_("Name"), 50), (N_("Place"), 24), (N_("Takes part"), 30), (N_("Source"), 60))
    rows = [
        (*map(visible, _member_row(entry, school, translator)),
         visible((page_source(entry.source, own=entry.layer > 0) if passed_on else entry.source) or ""))
        for entry, school in facts.members
    ]  # fmt: skip
    return Table(translator.text(N_("Schools")), columns(translator, *heads), rows)


def regions_json(regions: Sequence[RegionFacts]) -> dict[str, Any]:
    """Return the regions as plain data."""
    return {"format": 1, "regions": [_region(facts) for facts in regions]}


def region_facts_json(facts: RegionFacts) -> dict[str, Any]:
    """Return one region as plain data, with its members and sources."""
    region = facts.region
    schools = [
        {
            "id": entry.school,
            "name": school.name,
            "place": school.address.place,
            "status": entry.status,
            "as_of": entry.as_of,
            "level": entry.level,
            "certainty": entry.certainty,
            "against": entry.against,
            "source": entry.source,
        }
        for entry, school in facts.members
    ]
    others = [{"id": one.id, "name": one.name, "place": one.place, "source": one.source} for one in region.members]
    found = _region(facts)
    named = [
        {"count": one.number, "words": one.words, "as_of": one.as_of, "source": one.source}
        for one in region.schools_named
    ]
    lists = {"schools": schools, "members": others, "schools_named": named, "sources": list(region.sources)}
    return {"format": 1, "region": {**found, **lists}}


def _region(facts: RegionFacts) -> dict[str, Any]:
    region, contact = facts.region, facts.region.contact
    return {
        "id": region.id,
        "name": region.name,
        "aliases": list(region.aliases),
        "kind": region.kind,
        "provinces": list(region.provinces),
        "municipalities": list(region.municipalities),
        "page": region.page,
        "website": region.website,
        "lead": region.lead,
        "contact": None if contact is None else {"role": contact.role, "name": contact.name, "url": contact.url},
        "known_participating": facts.known_participating,
    }


def _page(facts: RegionFacts, look: Look) -> str:
    from sto_cli.render.document.page import document_page

    return document_page(region_facts_document(facts, look.translator, passed_on=True), look)


REGIONS: View[Sequence[RegionFacts]] = View(
    lambda regions, _: regions_json(regions), regions_document, own={"text": regions_text}
)
ONE_REGION: View[RegionFacts] = View(
    lambda facts, _: region_facts_json(facts),
    region_facts_document,
    own={"text": region_facts_text, "html": _page},
    names_sources=True,
    names_people=("csv", "markdown", "xlsx", "docx"),
)
