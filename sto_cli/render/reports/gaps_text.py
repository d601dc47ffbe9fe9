"""The white spots on a terminal: per region whom to write to, then school by school why it matters."""

from __future__ import annotations

from collections.abc import Iterator

from sto_cli.messages import Message, Translator, counted, message
from sto_cli.register.model import Contact
from sto_cli.render.look import Look
from sto_cli.render.reports.gaps_document import gaps_title, group_name, whom, why
from sto_cli.render.reports.words import STANDINGS, said, school_line
from sto_cli.render.terminal.layout import wrapped
from sto_cli.render.terminal.styled import Line
from sto_cli.reports.gaps import Gap, GapGroup, Gaps


def gaps_text(answer: Gaps, look: Look) -> Iterator[Line]:
    """Write the report; without a terminal's width its lines are whole."""
    translator, room = look.translator, look.room
    yield [(said(gaps_title(answer), translator), "heading")]
    yield []
    for sentence in answer.headline:
        yield from wrapped(said(sentence, translator), 0, room)
    for group in answer.groups:
        yield []
        yield from _group(group, translator, room)
    if answer.caveats:
        yield []
    for caveat in answer.caveats:
        yield from wrapped(said(caveat, translator), 0, room, "aside")


def _group(group: GapGroup, translator: Translator, room: int | None) -> Iterator[Line]:
    name = group_name(group, translator)
    number = translator.say(counted("{n} school", "{n} schools", len(group.gaps)))
    yield [(name, "heading"), (f" · {number}", "")]
    yield from wrapped(said(_ask(group.gaps[0].contact, translator), translator), 2, room, "aside")
    for gap in group.gaps:
        yield from _gap(gap, translator, room)


def _ask(contact: Contact, translator: Translator) -> Message:
    return message("Write to: {whom}", whom=whom(contact, translator))


def _gap(gap: Gap, translator: Translator, room: int | None) -> Iterator[Line]:
    school = gap.position.school
    yield school_line(school, translator.text(STANDINGS[gap.position.standing]))
    yield from wrapped(why(gap, translator), 4, room, "aside")
