"""The parts that the documents of all reports share: title, definitions, sources, the schools behind the figures."""

from collections.abc import Iterable, Sequence
from datetime import date
from operator import attrgetter
from typing import Protocol

from sto_cli.messages import N_, Message, Translator
from sto_cli.register.model import Part, Participation, Region
from sto_cli.render.document.fields import Field, in_data, table_of, under
from sto_cli.render.document.model import Block, Bullets, Document, Heading, Paragraph, Table, Terms
from sto_cli.render.reports.words import KINDS, definitions, part_name, profiles_of, region_names, said, source_words
from sto_cli.render.visible import page_file, page_source, visible
from sto_cli.render.words import STANDINGS
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
    appendix: list[Block] = [Heading(translator.text(WORDS)), Terms(terms)] if terms else []
    if answer.sources:
        table = sources_table(answer.sources, translator)
        appendix += [Heading(table.name), table]
    return Document(said(title, translator), blocks, answer.as_of, appendix)


def said_all(sentences: Iterable[Message], translator: Translator) -> tuple[str, ...]:
    """Say messages, each on a safe line."""
    return tuple(said(sentence, translator) for sentence in sentences)


def said_definitions(translator: Translator, *, theoretical: bool) -> tuple[tuple[str, str], ...]:
    """Say what the words mean."""
    return tuple(
        (said(entry.term, translator), said(entry.meaning, translator))
        for entry in definitions(theoretical=theoretical)
    )


def open_source(text: str | None, layer: int, translator: Translator) -> str | None:
    """Return what may be passed on of a source: a web address, or the words of the register that ships with sto."""
    if not text:
        return None
    return visible(page_source(text, own=layer > 0) or translator.text(N_("own file")))


SOURCES: tuple[Field[Part], ...] = (
    Field("", N_("What"), attrgetter("kind"), part_name, width=16),
    Field("", N_("File"), lambda part: page_file(part.path), width=24),
    Field("", N_("State of"), attrgetter("as_of"), width=12),
    Field("", N_("Entries"), attrgetter("entries"), kind="count", width=10),
    Field(
        "", N_("Source"), attrgetter("source"),
        lambda part, translator: open_source(source_words(part, translator), part.layer, translator), width=90,
    ),
)  # fmt: skip


def sources_table(parts: Iterable[Part], translator: Translator) -> Table:
    """Return where the facts come from and how old they are: one row per file of the register."""
    return table_of(N_("Sources"), SOURCES, parts, translator)


def region_data(region: Region) -> dict[str, object]:
    """Return a region: id and name."""
    return {"id": region.id, "name": region.name}


SCHOOL: tuple[Field[Position], ...] = (
    Field("id", N_("Code"), attrgetter("school.id"), width=8),
    Field("name", N_("School"), attrgetter("school.name"), width=40),
    Field("place", N_("Place"), lambda one: one.school.town or None, width=20),
    Field("municipality", N_("Municipality"), attrgetter("school.municipality"), width=20),
    Field("province", N_("Province"), attrgetter("school.province"), width=16),
    Field("labour_market_region", N_("Labour market region"), attrgetter("school.labour_market_region"), width=22),
    Field(
        "kind", N_("Kind"), attrgetter("school.kind"),
        lambda one, translator: translator.text(KINDS[one.school.kind]), width=14,
    ),
    Field(
        "profiles", N_("Profiles"), lambda one: sorted(one.school.profiles or ()),
        lambda one, _: profiles_of(one.school), width=22,
    ),
    Field(
        "regions", N_("STO region"), lambda one: [region_data(region) for region in one.regions],
        lambda one, translator: region_names(one.regions, translator), width=36,
    ),
    Field(
        "status", N_("Participation"), attrgetter("standing"),
        lambda one, translator: translator.text(STANDINGS[one.standing]), width=18,
    ),
)  # fmt: skip
"""What every report says of a school."""

ENTRY: tuple[Field[Participation | None], ...] = (
    Field("since", N_("Since"), lambda entry: entry.since if entry else None, width=11),
    Field("as_of", N_("State of"), lambda entry: entry.as_of if entry else None, width=11),
    Field("certainty", "", lambda entry: entry.certainty if entry else None),
    Field("against", "", lambda entry: entry.against if entry else None),
    Field(
        "source",
        N_("Source"),
        lambda entry: page_source(entry.source, own=entry.layer > 0) if entry else None,
        lambda entry, translator: open_source(entry.source, entry.layer, translator) if entry else None,
        width=60,
    ),
    Field("note", "", lambda entry: entry.note if entry and not entry.layer else None),
)
"""What is known of its participation; notes of the user's own stay in the user's own file."""


def school_in_short(position: Position) -> str:
    """Name a school with its place and code, safe to show."""
    school = position.school
    return visible(f"{school.name}, {school.town} ({school.id})" if school.town else f"{school.name} ({school.id})")


def schools_table(positions: Iterable[Position], translator: Translator) -> Table:
    """Return the schools behind the figures, each with where its standing comes from: for looking up."""
    fields = (*SCHOOL, *under(attrgetter("entry"), in_data(ENTRY, "certainty", "note")))
    return table_of(N_("Schools"), fields, positions, translator, use="look_up")
