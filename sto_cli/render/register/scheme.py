"""What is known of the scheme, as a document and as data."""

from __future__ import annotations

from collections.abc import Iterator

from sto_cli.messages import N_, Message, Translator, message
from sto_cli.register.dates import written_date
from sto_cli.register.scheme import TOPICS, Certainty, Scheme, Statement, Topic
from sto_cli.render.document.model import Block, Bullets, Document, Heading, Paragraph
from sto_cli.render.view import View

TOPIC_WORDS: dict[Topic, str] = {
    "scheme": N_("The scheme and the regions"),
    "scope": N_("What it is for"),
    "plan": N_("What a school's plan answers"),
    "partners": N_("With whom"),
    "money": N_("Money"),
    "dates": N_("Dates"),
    "data": N_("Open data that sto compares plans with"),
}

CERTAINTY_WORDS: dict[Certainty, str] = {
    "quoted": N_("a page on 2025–2028 says this"),
    "draft": N_("a page from before the scheme says this of 2025–2028; whether it came to be so is not certain"),
    "older": N_("this held in 2018–2024; whether it still does is not certain"),
    "inferred": N_("derived by us: no page says it in so many words"),
    "data": N_("published as open data"),
}


def scheme_document(scheme: Scheme, translator: Translator) -> Document:
    """Return the page on the scheme: the statements by topic, and what is not known."""
    return Document(translator.text(N_("What sto knows of the scheme")), [*_blocks(scheme, translator)])


def _blocks(scheme: Scheme, translator: Translator) -> Iterator[Block]:
    yield Paragraph(
        translator.say(
            message(
                "This was read on public pages up to {day}. Of many pages only the first part could be read. The "
                "region and DUS-I decide; sto does not.",
                day=written_date(scheme.as_of),
            )
        )
    )
    for topic in TOPICS:
        yield Heading(translator.text(TOPIC_WORDS[topic]))
        of_topic = [one for one in scheme.statements.values() if one.topic == topic]
        yield Bullets([(one.texts[translator.language], _origin(one, translator)) for one in of_topic])
    yield Heading(translator.text(N_("What could not be found out")))
    yield Bullets([(texts[translator.language], ()) for texts in scheme.not_known])


def _origin(statement: Statement, translator: Translator) -> list[str]:
    address = [statement.url] if statement.url else []
    return [translator.text(CERTAINTY_WORDS[statement.certainty]), named_source(statement, translator), *address]


def named_source(statement: Statement, translator: Translator) -> str:
    """Return where a statement comes from, with the date of the page or the time that it must be of."""
    source, when = statement.sources[translator.language], _when(statement)
    return translator.say(message("{source} ({when})", source=source, when=when))


def _when(statement: Statement) -> Message:
    if statement.date is not None:
        return written_date(statement.date)
    first = written_date(statement.not_before or "")
    if statement.not_after is None:
        return message("no date on the page; from {first} or later", first=first)
    return message("no date on the page; from {first} to {last}", first=first, last=written_date(statement.not_after))


def scheme_data(scheme: Scheme, translator: Translator) -> dict[str, object]:
    """Return the statements for programs: id, topic, certainty, text in the language, source, address and date."""
    return {
        "format": 1,
        "as_of": scheme.as_of,
        "statements": [
            {"id": one.id, "topic": one.topic, "certainty": one.certainty, "text": one.texts[translator.language],
             "source": one.sources[translator.language], "url": one.url, "date": one.date, "not_before": one.not_before,
             "not_after": one.not_after}
            for one in scheme.statements.values()
        ],
        "not_known": [texts[translator.language] for texts in scheme.not_known],
    }  # fmt: skip


SCHEME_VIEW: View[Scheme] = View(scheme_data, scheme_document, is_table=False)
