"""Where each part of the register comes from, how old it is, and how it is brought up to date."""

from operator import attrgetter
from typing import Any

from sto_cli.messages import N_, Message, Translator, counted, message
from sto_cli.register.dates import written_date
from sto_cli.register.sources import FileAge, Origins, RegionAge, Source
from sto_cli.render.document.fields import Field, safe, table_of
from sto_cli.render.document.model import Block, Document, Facts, Heading, chapters
from sto_cli.render.formats import View
from sto_cli.render.reports.words import source_words
from sto_cli.render.visible import page_file, page_source, visible

PART_WORDS = {
    "schools": N_("Schools"), "regions": N_("Regions"), "participation": N_("Participation"),
}  # fmt: skip


def origins_json(answer: Origins, translator: Translator) -> dict[str, Any]:
    """Return the same as plain data."""
    return {
        "format": 1,
        "parts": [
            {
                "part": part.kind,
                "path": page_file(part.path),
                "own": part.layer > 0,
                "entries": part.entries,
                "as_of": part.as_of,
                "months_old": months,
                "stale": stale,
                "source": page_source(part.source, own=part.layer > 0),
            }
            for part, months, stale in answer.files
        ],
        "sources": [
            {
                "part": source.part,
                "what": translator.text(source.what),
                "publisher": translator.text(source.publisher),
                "address": source.address or None,
                "rhythm": translator.text(source.rhythm),
                "licence": translator.text(source.licence),
                "command": source.command,
            }
            for source in answer.origins
        ],
        "regions": [{**age._asdict(), "region": age.region.id} for age in answer.regions],
    }


def _age(months: int | None) -> Message:
    if months is None:
        return message("age not known")
    if months == 0:
        return message("less than a month old")
    return counted("{n} month old", "{n} months old", months)


def origins_document(answer: Origins, translator: Translator, *, passed_on: bool = False) -> Document:
    """Make the document: the files, the sources that bring them up to date, and the ages by region.

    One that is `passed_on` leaves out what the user noted in own words.
    """
    title = translator.text(N_("Where the register comes from"))
    blocks: list[Block] = []
    for kind, word in PART_WORDS.items():
        blocks.append(Heading(translator.text(word)))
        blocks += [_file(file, translator, passed_on=passed_on) for file in answer.files if file.part.kind == kind]
        blocks += [_source(source, translator) for source in answer.origins if source.part == kind]
    files = table_of(N_("Files"), _file_fields(passed_on=passed_on), answer.files, translator, use="reckon")
    origins = table_of(N_("How it is brought up to date"), SOURCE, answer.origins, translator, use="reckon")
    ages = chapters(table_of(N_("How old the facts are of who takes part, by region"), AGE, answer.regions, translator))
    return Document(title, [files, origins, *blocks, *ages], answer.as_of)


def _file(file: FileAge, translator: Translator, *, passed_on: bool) -> Facts:
    say, text, part = translator.say, translator.text, file.part
    entries = say(counted("{n} entry", "{n} entries", part.entries))
    own = text(N_("your own data")) if part.layer else text(N_("ships with sto"))
    dated = f"{say(written_date(part.as_of or '?'))} ({say(_age(file.months))})"
    old = text(N_("This is old: bring it up to date.")) if file.stale else ""
    path = page_file(part.path) if passed_on else part.path
    rows = (
        (N_("File"), f"{path} · {entries} · {own}"),
        (N_("Date"), "\n".join(filter(None, (dated, old)))),
        (N_("Source"), _said_source(file, translator, passed_on=passed_on) or "?"),
    )
    return Facts([(text(label), safe(value)) for label, value in rows])


def _said_source(file: FileAge, translator: Translator, *, passed_on: bool) -> str | None:
    part = file.part
    return page_source(part.source, own=True) if passed_on and part.layer else source_words(part, translator)


def _source(source: Source, translator: Translator) -> Facts:
    fields = [field for field in SOURCE if field.heading != PART]
    rows = ((field.heading, str(field.cell(source, translator) or "")) for field in fields)
    return Facts([(translator.text(heading), value) for heading, value in rows])


PART = N_("Part")


def _file_fields(*, passed_on: bool) -> tuple[Field[FileAge], ...]:
    return (
        Field("", PART, attrgetter("part.kind"), lambda one, translator: _part(one.part.kind, translator), width=14),
        Field("", N_("File"), lambda one: page_file(one.part.path) if passed_on else one.part.path, width=30),
        Field("", N_("Entries"), attrgetter("part.entries"), kind="count", width=10),
        Field("", N_("Date"), attrgetter("part.as_of")),
        Field("", N_("Months old"), attrgetter("months"), kind="count"),
        Field("", N_("Source"), attrgetter("part.source"),
              lambda one, translator: visible(_said_source(one, translator, passed_on=passed_on) or ""), width=90),
    )  # fmt: skip


def _part(kind: str, translator: Translator) -> str:
    return translator.text(PART_WORDS[kind])


SOURCE: tuple[Field[Source], ...] = (
    Field("", PART, attrgetter("part"), lambda one, translator: _part(one.part, translator), width=14),
    Field("", N_("Gives"), attrgetter("what"), lambda one, translator: translator.text(one.what), width=60),
    Field("", N_("From"), attrgetter("publisher"),
          lambda one, translator: " ".join(filter(None, (translator.text(one.publisher), one.address))), width=40),
    Field("", N_("Appears"), attrgetter("rhythm"), lambda one, translator: translator.text(one.rhythm), width=24),
    Field("", N_("Licence"), attrgetter("licence"), lambda one, translator: translator.text(one.licence), width=16),
    Field("", N_("Read with"), attrgetter("command"), width=50),
)  # fmt: skip

AGE: tuple[Field[RegionAge], ...] = (
    Field("", N_("Region"), attrgetter("region.name"), width=28),
    Field("", N_("Facts"), attrgetter("facts"), kind="count"),
    Field("", N_("name this location"), attrgetter("exact"), kind="count"),
    Field("", N_("dated"), attrgetter("dated"), kind="count"),
    Field("", N_("old"), attrgetter("old"), kind="count"),
    Field("", N_("Oldest"), attrgetter("oldest"), width=12),
    Field("", N_("Newest"), attrgetter("newest"), width=12),
)


ORIGINS: View[Origins] = View(origins_json, origins_document, names_sources=True)
