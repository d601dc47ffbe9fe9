"""Where each part of the register comes from, how old it is, and how it is brought up to date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sto_cli.messages import N_, Message, Translator, counted, message
from sto_cli.register.ages import RegionAge
from sto_cli.register.dates import written_date
from sto_cli.register.origins import FileAge, Origins
from sto_cli.register.sources import Source
from sto_cli.render.document.model import Document, Table
from sto_cli.render.document.parts import chapters, columns
from sto_cli.render.look import Look
from sto_cli.render.page.sources import page_file, page_source
from sto_cli.render.reports.words import source_words
from sto_cli.render.terminal.layout import labelled
from sto_cli.render.terminal.styled import Line
from sto_cli.render.terminal.table import table, text
from sto_cli.render.view import View
from sto_cli.render.visible import visible

PART_WORDS = {
    "schools": N_("Schools"), "regions": N_("Regions"), "participation": N_("Participation"),
}  # fmt: skip


def origins_text(answer: Origins, look: Look) -> Iterator[Line]:
    """Write each file with its date, age and source, and below each part how it is brought up to date.

    At the end stands how old the facts of each region are.
    """
    translator, room = look.translator, look.room
    for kind, word in PART_WORDS.items():
        yield [(translator.text(word), "heading")]
        for file in answer.files:
            if file.part.kind == kind:
                yield from labelled(_file_rows(file, translator), room)
        yield []
        for source in answer.origins:
            if source.part == kind:
                yield from labelled(_source_rows(source, translator), room)
                yield []
    yield [(translator.text(N_("How old the facts are of who takes part, by region")), "heading")]
    yield from _ages_table(answer.regions, translator, room)


AGE_HEADS = (
    N_("Region"), N_("Facts"), N_("name this location"), N_("dated"), N_("old"), N_("Oldest"), N_("Newest"),
)  # fmt: skip


def _ages_table(ages: Sequence[RegionAge], translator: Translator, room: int | None) -> list[Line]:
    say = translator.say
    rows = [[text(translator.text(head), "aside") for head in AGE_HEADS]]
    for age in ages:
        numbers = (age.facts, age.exact, age.dated, age.old)
        dates = (say(written_date(one)) if one else "–" for one in (age.oldest, age.newest))
        rows.append([text(visible(age.region.name)), *(text(translator.number(n)) for n in numbers), *map(text, dates)])
    return table(rows, ["left", "right", "right", "right", "right", "left", "left"], room)


def origins_json(answer: Origins, translator: Translator) -> dict[str, Any]:
    """Return the same as plain data."""
    return {
        "format": 1,
        "parts": [
            {
                "part": part.kind,
                "path": part.path,
                "own": part.layer > 0,
                "entries": part.entries,
                "as_of": part.as_of,
                "months_old": months,
                "stale": stale,
                "source": part.source,
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


Rows = list[tuple[str, list[tuple[str, str]]]]


def _file_rows(file: FileAge, translator: Translator) -> Rows:
    say, text, part = translator.say, translator.text, file.part
    entries = counted("{n} entry", "{n} entries", part.entries)
    own = translator.text(N_("your own data")) if part.layer else translator.text(N_("ships with sto"))
    dated = [(f"{say(written_date(part.as_of or '?'))} ({say(_age(file.months))})", "")]
    if file.stale:
        dated.append((text(N_("This is old: bring it up to date.")), "warning"))
    return [
        (text(N_("File")), [(f"{part.path} · {say(entries)} · {own}", "")]),
        (text(N_("Date")), dated),
        (text(N_("Source")), [(part.source or "?", "aside")]),
    ]


def _source_rows(source: Source, translator: Translator) -> Rows:
    text = translator.text
    where = [(part, "") for part in (text(source.publisher), source.address) if part]
    return [
        ("  " + text(N_("Gives")), [(text(source.what), "")]),
        ("  " + text(N_("From")), where),
        ("  " + text(N_("Appears")), [(text(source.rhythm), "")]),
        ("  " + text(N_("Licence")), [(text(source.licence), "")]),
        ("  " + text(N_("Read with")), [(source.command, "aside")]),
    ]


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
    tables = (_files(answer, translator, passed_on=passed_on), _sources(answer, translator), _ages(answer, translator))
    return Document(title, chapters(*tables), answer.as_of)


def _files(answer: Origins, translator: Translator, *, passed_on: bool) -> Table:
    heads = ((N_("Part"), 14), (N_("File"), 30), (N_("Entries"), 10), (N_("Date"), 12), (N_("Months old"), 12),
             (N_("Source"), 90))  # fmt: skip
    rows = [
        (
            translator.text(PART_WORDS[part.kind]),
            visible(page_file(part.path) if passed_on else part.path),
            part.entries,
            part.as_of,
            months,
            visible(
                (page_source(part.source, own=True) if passed_on and part.layer else source_words(part, translator))
                or ""
            ),
        )
        for part, months, _ in answer.files
    ]
    name = translator.text(N_("Files"))
    return Table(name, columns(translator, *heads, counts={N_("Entries"), N_("Months old")}), rows)


def _sources(answer: Origins, translator: Translator) -> Table:
    heads = ((N_("Part"), 14), (N_("Gives"), 60), (N_("From"), 40), (N_("Appears"), 24), (N_("Licence"), 16),
             (N_("Read with"), 50))  # fmt: skip
    say = translator.text
    rows = [
        (
            say(PART_WORDS[one.part]), say(one.what), " ".join(filter(None, (say(one.publisher), one.address))),
            say(one.rhythm), say(one.licence), one.command,
        )
        for one in answer.origins
    ]  # fmt: skip
    return Table(say(N_("How it is brought up to date")), columns(translator, *heads), rows)


def _ages(answer: Origins, translator: Translator) -> Table:
    heads = [(head, 28 if head == AGE_HEADS[0] else 12) for head in AGE_HEADS]
    rows = [
        (visible(age.region.name), age.facts, age.exact, age.dated, age.old, age.oldest, age.newest)
        for age in answer.regions
    ]
    name = translator.text(N_("How old the facts are of who takes part, by region"))
    return Table(name, columns(translator, *heads, counts=set(AGE_HEADS[1:5])), rows)


def _page(answer: Origins, look: Look) -> str:
    from sto_cli.render.document.page import document_page

    return document_page(origins_document(answer, look.translator, passed_on=True), look)


ORIGINS: View[Origins] = View(
    origins_json, origins_document, own={"text": origins_text, "html": _page}, names_sources=True
)
