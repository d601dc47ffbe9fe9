"""All of one region on a terminal: what there is to do, then the schools by how they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sto_cli.messages import N_, Translator, counted
from sto_cli.render.look import Look
from sto_cli.render.reports.portfolio_words import by_when, due_owner, due_text
from sto_cli.render.reports.region_document import (
    HEADINGS,
    NEARBY,
    addressee,
    distance_words,
    plan_state,
    plans_sentences,
    region_title,
    to_do,
)
from sto_cli.render.reports.words import said, school_line
from sto_cli.render.terminal.layout import wrapped
from sto_cli.render.terminal.styled import Line
from sto_cli.reports.region import RegionReport
from sto_cli.reports.region_schools import RegionSchool


def region_text(answer: RegionReport, look: Look) -> Iterator[Line]:
    """Write the report; without a terminal's width its lines are whole."""
    translator, room = look.translator, look.room
    yield [(said(region_title(answer), translator), "heading")]
    yield []
    for sentence in answer.headline:
        yield from wrapped(said(sentence, translator), 0, room)
    yield from _to_do(answer, translator, room)
    yield from _plans(answer, translator, room)
    for standing, heading in HEADINGS.items():
        yield from _schools(heading, answer.standing(standing), translator, room)
    yield from _schools(NEARBY, answer.nearby, translator, room)
    if answer.caveats:
        yield []
    for caveat in answer.caveats:
        yield from wrapped(said(caveat, translator), 0, room, "aside")


def _to_do(answer: RegionReport, translator: Translator, room: int | None) -> Iterator[Line]:
    yield []
    yield [(translator.text(N_("To do")), "heading")]
    for sentence in to_do(answer):
        yield from wrapped("– " + said(sentence, translator), 2, room)


def _plans(answer: RegionReport, translator: Translator, room: int | None) -> Iterator[Line]:
    if answer.plans is None:
        return
    yield []
    yield [(translator.text(N_("Plans")), "heading")]
    for sentence in plans_sentences(answer, translator):
        yield from wrapped(said(sentence, translator), 2, room)
    if not answer.plans.due:
        return
    yield []
    yield [(translator.text(N_("What comes up")), "heading")]
    for due in answer.plans.due:
        when, owner = said(by_when(due.when), translator), due_owner(due, translator)
        yield from wrapped(f"{when}: {due_text(due, translator)} ({owner})", 2, room)


def _schools(heading: str, schools: Sequence[RegionSchool], translator: Translator, room: int | None) -> Iterator[Line]:
    if not schools:
        return
    yield []
    number = translator.say(counted("{n} school", "{n} schools", len(schools)))
    yield [(translator.text(heading), "heading"), (f" · {number}", "")]
    for one in schools:
        yield from _school(one, translator, room)


def _school(one: RegionSchool, translator: Translator, room: int | None) -> Iterator[Line]:
    school = one.school
    yield school_line(school, plan_state(one, translator) if one.plans else "")
    if one.nearby:
        yield from wrapped(said(distance_words(one), translator), 4, room, "aside")
    if one.standing != "participating":
        yield from wrapped(addressee(one.addressee, translator), 4, room, "aside")
