"""The pages of rules and of the scheme, for people and for programs."""

from collections.abc import Iterator, Sequence

from sto_cli.findings import SEVERITIES, Severity
from sto_cli.messages import N_, Message, Translator, message
from sto_cli.plans.rule_pages import FROM_NO_TEXT, RulePage
from sto_cli.register.dates import written_date
from sto_cli.register.scheme import TOPICS, Certainty, Scheme, Statement, Topic, scheme
from sto_cli.render.document.model import Block, Bullets, Document, Heading, Paragraph
from sto_cli.render.findings.text import SEVERITY_WORDS
from sto_cli.render.formats import View
from sto_cli.render.terminal.table import Line, fitted
from sto_cli.render.visible import width

ROOM = 88
"""Columns where the width of the screen is not known, and at most: longer lines are hard to read."""

HEADINGS: dict[Severity, str] = {
    "error": N_("Errors: a plan with one is not complete or not right"),
    "warning": N_("Warnings: worth a look before the talk"),
    "tip": N_("Tips: what would make the plan better"),
}


def rule_text(page: RulePage, translator: Translator, room: int | None) -> Iterator[Line]:
    """Write a rule's page."""
    room = min(room or ROOM, ROOM)
    say = translator.text
    yield [(page.id, "heading"), (f"  ({say(SEVERITY_WORDS[page.severity])})", page.severity)]
    yield from _paragraph(say(page.sentence), room)
    lighter = " ".join(map(say, page.lighter))
    parts = (
        (N_("Why"), say(page.why)),
        (N_("Weighs less"), lighter),
        (N_("How to mend it"), say(page.mend)),
        (N_("Source"), source_text(page.source, translator)),
    )
    for heading, text in (part for part in parts if part[1]):
        if heading == "How to mend it":
            yield []
            yield [(say(N_("Example")), "heading")]
            yield from ([("  " + line, "")] for line in say(page.example).split("\n"))
        yield []
        yield [(say(heading), "heading")]
        yield from _paragraph(text, room)


def rule_list(pages: Sequence[RulePage], translator: Translator, room: int | None) -> Iterator[Line]:
    """Write all rules, one line each, worst first."""
    room = min(room or ROOM, ROOM)
    column = max(width(page.id) for page in pages) + 2
    for severity in SEVERITIES:
        yield [(translator.text(HEADINGS[severity]), severity)]
        for page in pages:
            if page.severity == severity:
                head = "  " + page.id.ljust(column)
                for piece in fitted(translator.text(page.sentence), room - column - 2):
                    yield [(head, "place"), (piece, "")]
                    head = " " * (column + 2)
        yield []
    yield [(translator.text(N_("More about a rule: sto explain, and its name.")), "aside")]


def rule_data(page: RulePage, translator: Translator) -> dict[str, str | list[str]]:
    """Return a rule's page: id, severity, the cases in which it weighs less, and its texts in the language."""
    return {
        "id": page.id,
        "severity": page.severity,
        "summary": translator.text(page.sentence),
        "why": translator.text(page.why),
        "example": translator.text(page.example),
        "mend": translator.text(page.mend),
        "source": source_text(page.source, translator),
        "lighter": [translator.text(case) for case in page.lighter],
    }


def rule_markdown(page: RulePage, translator: Translator) -> str:
    """Return a rule's page as Markdown, for programs that show it beside a finding."""
    data = rule_data(page, translator)
    why, example, mend, source = (
        translator.text(word) for word in (N_("Why"), N_("Example"), N_("How to mend it"), N_("Source"))
    )
    return (
        f"{data['summary']}\n\n**{why}** {data['why']}\n\n**{example}**\n\n```yaml\n{data['example']}\n```\n\n"
        f"**{mend}** {data['mend']}\n\n**{source}** {data['source']}\n"
    )


def source_text(source: str, translator: Translator) -> str:
    """Return what a rule rests on: a statement on the scheme, with its page and certainty, or no text at all."""
    if source in FROM_NO_TEXT:
        return translator.text(FROM_NO_TEXT[source])
    statement = scheme().statements[source]
    certainty = "" if statement.certainty == "quoted" else f"; {translator.text(CERTAINTY_WORDS[statement.certainty])}"
    return f"{statement.texts[translator.language]} {named_source(statement, translator)}{certainty}."


def _paragraph(text: str, room: int) -> Iterator[Line]:
    return ([(piece, "")] for piece in fitted(text, room))


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
    "undated": N_("a page without a date says this; whether it is so in 2025–2028 is not certain"),
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
