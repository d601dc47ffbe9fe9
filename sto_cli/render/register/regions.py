"""Regions, and one region, in every format."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

from sto_cli.messages import N_, Message, Translator, counted, message
from sto_cli.register.dates import written_date
from sto_cli.register.facts import RegionFacts
from sto_cli.register.model import Member, Participation, Region, School, SchoolsNamed
from sto_cli.render.document.fields import Field, data_of, table_of
from sto_cli.render.document.model import Block, Bullets, Document, Facts, Heading, Paragraph, chapters
from sto_cli.render.formats import View
from sto_cli.render.visible import page_file, page_source, visible, web_address
from sto_cli.render.words import REGION_KINDS, STATUS_WORDS, short_region

OTHER_MEMBERS = N_("Other members, without vmbo exams or outside DUO's files")


def _by_name(facts: RegionFacts) -> str:
    return short_region(facts.region.name).casefold()


def _facts(region: Region, translator: Translator) -> list[tuple[str, str]]:
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
    return [(translator.text(label), visible(text or unknown)) for label, text in facts]


def _count(one: SchoolsNamed, translator: Translator) -> str:
    """How many schools a page says that there are, in its own words, with its date where that is known."""
    dated = translator.say(written_date(one.as_of)) if one.as_of else translator.text(N_("date not known"))
    return f"{one.words or one.number} ({dated})"


def _gathered(facts: RegionFacts, translator: Translator, *, passed_on: bool = False) -> str:
    name = page_file if passed_on else str
    return "; ".join(
        translator.say(message("{file} of {date}", file=name(part.path), date=written_date(part.as_of or "")))
        for part in facts.gathered
    )


def _contact(region: Region) -> dict[str, object] | None:
    contact = region.contact
    return None if contact is None else {"role": contact.role, "name": contact.name, "url": contact.url}


def _listed(key: str) -> Callable[[RegionFacts], list[str]]:
    return lambda facts: list(getattr(facts.region, key))


def _joined(key: str) -> Callable[[RegionFacts, Translator], str]:
    return lambda facts, _: visible(", ".join(getattr(facts.region, key)))


LIST: tuple[Field[RegionFacts], ...] = (
    Field("", N_("Region"), lambda facts: short_region(facts.region.name), use="read"),
    Field("name", N_("Region"), attrgetter("region.name"), width=40, use="reckon"),
    Field("id", N_("Id"), attrgetter("region.id"), width=24),
    Field("aliases", "", _listed("aliases")),
    Field("kind", "", attrgetter("region.kind")),
    Field("known_participating", N_("Takes part"), attrgetter("known_participating"), kind="count"),
    Field("provinces", N_("Province"), _listed("provinces"), _joined("provinces"), width=30),
    Field("municipalities", N_("Municipalities"), _listed("municipalities"), _joined("municipalities"),
          width=60, use="look_up"),
    Field("lead", N_("Lead (penvoerder)"), attrgetter("region.lead"), width=30, use="look_up"),
    Field("page", N_("Page"), attrgetter("region.page"), width=60, use="look_up"),
    Field("website", "", attrgetter("region.website")),
    Field("contact", "", lambda facts: _contact(facts.region)),
)  # fmt: skip
"""What a list of regions holds of each."""


def regions_document(regions: Sequence[RegionFacts], translator: Translator) -> Document:
    """Make the document of a list of regions, by name without the “Regio” or “STO” in front of it."""
    number = translator.say(counted("{n} region", "{n} regions", len(regions)))
    found = table_of(N_("Regions"), LIST, sorted(regions, key=_by_name), translator)
    return Document(found.name, [found, Paragraph(number, quiet=True)])


def region_facts_document(facts: RegionFacts, translator: Translator, *, passed_on: bool = False) -> Document:
    """Make the document of one region; one that is `passed_on` names no person and repeats no notes."""
    region, text = facts.region, translator.text
    shown = region._replace(contact=None) if passed_on else region
    blocks: list[Block] = [Facts(_facts(shown, translator)), Heading(translator.say(_recorded(facts)))]
    blocks += [table_of(N_("Schools"), _of_school(passed_on=passed_on), facts.members, translator)]
    if region.members:
        blocks += chapters(table_of(OTHER_MEMBERS, OTHER, region.members, translator))
    sources = [visible(one) for one in (map(web_address, region.sources) if passed_on else region.sources) if one]
    blocks += [Heading(text(N_("Sources"))), Bullets([(one, ()) for one in sources])] if sources else []
    gathered = Paragraph(_gathered(facts, translator, passed_on=passed_on), quiet=True)
    return Document(visible(region.name), [*blocks, gathered])


STATUS_LIKELY = N_("likely")
Recorded = tuple[Participation, School]


def _recorded(facts: RegionFacts) -> Message:
    return counted(
        "{n} school whose participation is recorded", "{n} schools whose participation is recorded", len(facts.members)
    )


def _status(member: Recorded, translator: Translator) -> str:
    entry = member[0]
    if entry.contradicted:
        return translator.text(N_("not known: pages say different things"))
    dated = f" ({translator.say(written_date(entry.as_of))})" if entry.as_of else ""
    likely = f", {translator.text(STATUS_LIKELY)}" if entry.certainty == "likely" else ""
    return translator.text(STATUS_WORDS[entry.status]) + likely + dated


MEMBER: tuple[Field[Recorded], ...] = (
    Field("id", N_("Code"), lambda member: member[0].school, width=10),
    Field("name", N_("Name"), lambda member: member[1].name, width=50),
    Field("place", N_("Place"), lambda member: member[1].town, width=24),
    Field("status", N_("Takes part"), lambda member: member[0].status, _status, width=30),
    Field("as_of", "", lambda member: member[0].as_of),
    Field("level", "", lambda member: member[0].level),
    Field("certainty", "", lambda member: member[0].certainty),
    Field("against", "", lambda member: member[0].against),
    Field("source", "", lambda member: page_source(member[0].source, own=member[0].layer > 0)),
)
OTHER: tuple[Field[Member], ...] = (
    Field("id", N_("Code"), attrgetter("id"), width=10),
    Field("name", N_("Name"), attrgetter("name"), width=50),
    Field("place", N_("Place"), attrgetter("place"), width=24),
    Field("source", "", attrgetter("source")),
)


def _of_school(*, passed_on: bool) -> tuple[Field[Recorded], ...]:
    def source(member: Recorded) -> str | None:
        entry = member[0]
        return page_source(entry.source, own=entry.layer > 0) if passed_on else entry.source

    return (*MEMBER, Field("", N_("Source"), source, width=60, use="look_up"))


def regions_json(regions: Sequence[RegionFacts]) -> dict[str, Any]:
    """Return the regions as plain data."""
    return {"format": 1, "regions": [data_of(LIST, facts) for facts in regions]}


def region_facts_json(facts: RegionFacts) -> dict[str, Any]:
    """Return one region as plain data, with its members and sources."""
    region = facts.region
    named = [
        {"count": one.number, "words": one.words, "as_of": one.as_of, "source": one.source}
        for one in region.schools_named
    ]
    lists = {
        "schools": [data_of(MEMBER, member) for member in facts.members],
        "members": [data_of(OTHER, member) for member in region.members],
        "schools_named": named,
        "sources": [one for one in map(web_address, region.sources) if one],
    }
    return {"format": 1, "region": {**data_of(LIST, facts), **lists}}


REGIONS: View[list[RegionFacts]] = View(lambda regions, _: regions_json(regions), regions_document)
ONE_REGION: View[RegionFacts] = View(
    lambda facts, _: region_facts_json(facts), region_facts_document, names_sources=True
)
