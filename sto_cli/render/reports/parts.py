"""The parts that the documents of all reports share: title, definitions, sources, the schools behind the figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from sto_cli.messages import N_, Message, Translator
from sto_cli.register.model import Part
from sto_cli.render.document.model import Block, Bullets, Document, Heading, Paragraph, Table, Terms, Value
from sto_cli.render.document.parts import columns
from sto_cli.render.reports.words import KINDS, STANDINGS, part_name, profiles_of, region_names, said, source_words
from sto_cli.render.visible import visible
from sto_cli.reports.definitions import definitions
from sto_cli.reports.standing import Position

REMARKS, WORDS = N_("Good to know"), N_("What the words mean")


class Reported(Protocol):
    """What every report tells beside its findings: its day, what a reader must know, and the files it rests on."""

    @property
    def as_of(self) -> date:
        """The day that it speaks of."""

    @property
    def caveats(self) -> Sequence[Message]:
        """What a reader must know not to be misled."""

    @property
    def sources(self) -> Sequence[Part]:
        """The files of the register that it rests on."""


def report(
    answer: Reported,
    title: Message,
    sentences: Iterable[Message],
    findings: Sequence[Block],
    terms: Sequence[tuple[str, str]],
    translator: Translator,
) -> Document:
    """Make the document of a report: the main thing in sentences, what was found, and how to read it."""
    good_to_know = said_all(answer.caveats, translator)
    blocks: list[Block] = [Paragraph(sentence) for sentence in said_all(sentences, translator)]
    blocks += findings
    blocks += (
        [Heading(translator.text(REMARKS)), Bullets([(remark, ()) for remark in good_to_know])] if good_to_know else []
    )
    blocks += [Heading(translator.text(WORDS)), Terms(terms)] if terms else []
    if answer.sources:
        table = sources_table(answer.sources, translator)
        blocks += [Heading(table.name), table]
    return Document(said(title, translator), blocks, answer.as_of)


def said_all(sentences: Iterable[Message], translator: Translator) -> tuple[str, ...]:
    """Say messages, each on a safe line."""
    return tuple(said(sentence, translator) for sentence in sentences)


def said_definitions(translator: Translator, *, theoretical: bool) -> tuple[tuple[str, str], ...]:
    """Say what the words mean."""
    return tuple(
        (said(entry.term, translator), said(entry.meaning, translator))
        for entry in definitions(theoretical=theoretical)
    )


def sources_table(parts: Iterable[Part], translator: Translator) -> Table:
    """Return where the facts come from and how old they are: one row per file of the register."""
    headings = columns(
        translator,
        (N_("What"), 16),
        (N_("File"), 24),
        (N_("State of"), 12),
        (N_("Entries"), 10),
        (N_("Source"), 90),
        counts={N_("Entries")},
    )
    rows = [
        (
            part_name(part, translator),
            visible(part.path),
            part.as_of,
            part.entries,
            visible(source_words(part, translator)),
        )
        for part in parts
    ]
    return Table(translator.text(N_("Sources")), headings, rows)


def schools_table(positions: Iterable[Position], translator: Translator) -> Table:
    """Return the schools behind the figures, each with where its standing comes from: for looking up."""
    headings = columns(
        translator,
        (N_("Code"), 8),
        (N_("School"), 40),
        (N_("Place"), 20),
        (N_("Municipality"), 20),
        (N_("Province"), 16),
        (N_("Labour market region"), 22),
        (N_("Kind"), 14),
        (N_("Profiles"), 22),
        (N_("Participation"), 18),
        (N_("STO region"), 36),
        (N_("Since"), 11),
        (N_("State of"), 11),
        (N_("Source"), 60),
    )
    rows = [_school(one, translator) for one in positions]
    return Table(translator.text(N_("Schools")), headings, rows, use="look_up")


def school_cells(position: Position, translator: Translator) -> tuple[Value, ...]:
    """Return code, name, place, municipality, province, labour market region, kind and profiles of a school."""
    school = position.school
    return (
        school.id,
        visible(school.name),
        visible(school.town),
        visible(school.municipality or ""),
        visible(school.province or ""),
        visible(school.labour_market_region or ""),
        translator.text(KINDS[school.kind]),
        profiles_of(school),
    )


def _school(position: Position, translator: Translator) -> tuple[Value, ...]:
    entry = position.entry
    return (
        *school_cells(position, translator),
        translator.text(STANDINGS[position.standing]),
        region_names(position.regions, translator),
        entry.since if entry else None,
        entry.as_of if entry else None,
        visible(entry.source or "") if entry else None,
    )
