"""Where each part of the register comes from, how old it is, and how it is brought up to date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sto_cli.messages import N_, Message, Translator, counted, message
from sto_cli.register.ages import RegionAge
from sto_cli.register.checks.age import STALE_MONTHS, months_old
from sto_cli.register.model import Part
from sto_cli.register.sources import SOURCES, Source
from sto_cli.render.terminal.layout import labelled
from sto_cli.render.terminal.styled import Line
from sto_cli.render.terminal.table import table, text
from sto_cli.render.visible import visible
from sto_cli.render.words import written_date

PART_WORDS = {
    "schools": N_("Schools"), "regions": N_("Regions"), "participation": N_("Participation"),
}  # fmt: skip


def sources_text(
    parts: Sequence[Part], ages: Sequence[RegionAge], translator: Translator, today: date, room: int | None
) -> Iterator[Line]:
    """Write each file with its date, age and source, and below each part how it is brought up to date.

    At the end stands how old the facts of each region are.
    """
    for kind, word in PART_WORDS.items():
        yield [(translator.text(word), "heading")]
        for part in parts:
            if part.kind == kind:
                yield from labelled(_part_rows(part, translator, today), room)
        yield []
        for source in SOURCES:
            if source.part == kind:
                yield from labelled(_source_rows(source, translator), room)
                yield []
    yield [(translator.text(N_("How old the facts are of who takes part, by region")), "heading")]
    yield from _ages_table(ages, translator, room)


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


def sources_json(
    parts: Sequence[Part], ages: Sequence[RegionAge], translator: Translator, today: date
) -> dict[str, Any]:
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
                "months_old": months_old(part.as_of, today),
                "stale": _stale(part, today),
                "source": part.source,
            }
            for part in parts
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
            for source in SOURCES
        ],
        "regions": [{**age._asdict(), "region": age.region.id} for age in ages],
    }


Rows = list[tuple[str, list[tuple[str, str]]]]


def _part_rows(part: Part, translator: Translator, today: date) -> Rows:
    say, text = translator.say, translator.text
    entries = counted("{n} entry", "{n} entries", part.entries)
    own = translator.text(N_("your own data")) if part.layer else translator.text(N_("ships with sto"))
    dated = [(f"{say(written_date(part.as_of or '?'))} ({say(_age(part, today))})", "")]
    if _stale(part, today):
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


def _age(part: Part, today: date) -> Message:
    months = months_old(part.as_of, today)
    if months is None:
        return message("age not known")
    if months == 0:
        return message("less than a month old")
    return counted("{n} month old", "{n} months old", months)


def _stale(part: Part, today: date) -> bool:
    months = months_old(part.as_of, today)
    return months is not None and months > STALE_MONTHS[part.kind]
