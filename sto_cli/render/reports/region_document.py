"""All of one region as a document: for CSV and Excel a list to write from, for readers a table per standing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sto_cli.messages import N_, Message, Translator, counted, message
from sto_cli.register.model import Contact
from sto_cli.render.document.model import Block, Bullets, Column, Document, Heading, Kind, Paragraph, Table, Value
from sto_cli.render.document.parts import chapters
from sto_cli.render.reports.gaps_document import whom
from sto_cli.render.reports.parts import report, said_all, said_definitions
from sto_cli.render.reports.portfolio_words import (
    due_owner,
    due_text,
    left_out_sentence,
    money_sentences,
    plan_name,
)
from sto_cli.render.reports.words import KINDS, STANDINGS, profiles_of, said, title
from sto_cli.render.visible import visible
from sto_cli.reports.count import Standing
from sto_cli.reports.region import RegionReport
from sto_cli.reports.region_schools import RegionSchool
from sto_cli.reports.region_tasks import NOTHING_TO_DO

LIST_COLUMNS: tuple[tuple[str, Kind, int], ...] = (
    (N_("Code"), "text", 8),
    (N_("School"), "text", 40),
    (N_("Street"), "text", 28),
    (N_("Postcode"), "text", 9),
    (N_("Place"), "text", 20),
    (N_("Municipality"), "text", 20),
    (N_("Kind"), "text", 14),
    (N_("Profiles"), "text", 22),
    (N_("STO region"), "text", 34),
    (N_("Participation"), "text", 18),
    (N_("Distance (km)"), "km", 10),
    (N_("Write to"), "text", 26),
    (N_("Name"), "text", 20),
    (N_("E-mail"), "text", 26),
    (N_("Page"), "text", 36),
    (N_("Subject"), "text", 44),
    (N_("Text"), "text", 90),
    (N_("Source"), "text", 40),
)

HEADINGS: dict[Standing, str] = {
    "not_participating": N_("Do not take part"),
    "unknown": N_("Not known whether they take part"),
    "participating": N_("Take part"),
}
NEARBY = N_("Nearby, region not known")


def region_document(answer: RegionReport, translator: Translator) -> Document:
    """Make the document of a region."""
    return report(
        answer,
        region_title(answer),
        answer.headline,
        [_list(answer, translator), *_to_read(answer, translator)],
        said_definitions(translator, theoretical=answer.total.theoretical is not None),
        translator,
    )


def region_title(answer: RegionReport) -> Message:
    """Name the region and the day."""
    return title(message("Schools of the region"), answer.selection, answer.as_of)


def to_do(answer: RegionReport) -> tuple[Message, ...]:
    """Say what there is to do, or that there is nothing."""
    return tuple(task.sentence for task in answer.tasks) or (NOTHING_TO_DO,)


def plans_sentences(answer: RegionReport, translator: Translator) -> Iterator[Message]:
    """Say how many plans the region has, how far they are, and what they cost; nothing where none were named."""
    if answer.plans is None:
        return
    totals = answer.plans.totals
    if not totals.readable:
        yield message("There is no plan of this region among the files.")
    else:
        yield counted(
            "{n} plan was handed in, {complete} with an answer to all six questions.",
            "{n} plans were handed in, {complete} with an answer to all six questions.",
            totals.readable,
            complete=totals.complete,
        )
        yield from money_sentences(totals.money, totals.readable, translator)
    yield from left_out_sentence(answer.plans.left_out)


def addressee(contact: Contact, translator: Translator) -> str:
    """Say whom the region writes to at a school."""
    return whom(contact, translator)


def plan_state(school: RegionSchool, translator: Translator) -> str:
    """Say of each plan of a school how far it is."""
    return "; ".join(
        translator.say(
            message("complete")
            if entry.complete and not entry.findings.get("error")
            else message("{answered} of 6 questions answered", answered=entry.answered)
            if not entry.complete
            else counted("{n} error", "{n} errors", entry.findings["error"])
        )
        for entry in school.plans
    )


def certainty(school: RegionSchool, translator: Translator) -> str:
    """Say whether a school takes part, with what is not certain about it."""
    words = translator.text(STANDINGS[school.standing])
    if school.entry is not None and school.entry.certainty == "likely":
        return translator.say(message("{standing}, likely", standing=words))
    return words


def _list(answer: RegionReport, translator: Translator) -> Table:
    headings = tuple(Column(translator.text(heading), kind, width) for heading, kind, width in LIST_COLUMNS)
    rows = [_row(one, answer, translator) for one in (*answer.schools, *answer.nearby)]
    return Table(translator.text(N_("Schools to write to")), headings, rows, use="look_up")


def _row(one: RegionSchool, answer: RegionReport, translator: Translator) -> tuple[Value, ...]:
    school, letter, contact = one.school, answer.letter(one), one.addressee
    known = None if one.nearby else visible(answer.region.name)
    return (
        school.id,
        visible(school.name),
        visible(school.address.street or ""),
        visible(school.address.postcode or ""),
        visible(school.town),
        visible(school.municipality or ""),
        translator.text(KINDS[school.kind]),
        profiles_of(school),
        known or translator.text(N_("(no region known)")),
        certainty(one, translator),
        one.nearby.distance_km if one.nearby else None,
        whom(Contact(contact.role), translator),
        visible(contact.name or ""),
        visible(contact.email or ""),
        visible(contact.url or ""),
        said(letter.subject, translator),
        " ".join(said_all(letter.sentences, translator)),
        visible(one.entry.source or "") if one.entry else None,
    )


def _to_read(answer: RegionReport, translator: Translator) -> Iterator[Block]:
    yield Heading(translator.text(N_("To do")))
    yield Bullets([(sentence, ()) for sentence in said_all(to_do(answer), translator)])
    if answer.plans is not None:
        yield Heading(translator.text(N_("Plans")))
        yield from map(Paragraph, said_all(plans_sentences(answer, translator), translator))
        yield from chapters(*_due(answer, translator))
    for standing, heading in HEADINGS.items():
        yield from chapters(*_schools(heading, answer.standing(standing), answer, translator))
    yield from chapters(*_schools(NEARBY, answer.nearby, answer, translator))


def _schools(
    heading: str, schools: Iterable[RegionSchool], answer: RegionReport, translator: Translator
) -> Iterator[Table]:
    rows = [_short(one, answer, translator) for one in schools]
    if not rows:
        return
    fourth = N_("Distance") if heading == NEARBY else N_("Participation")
    words = [N_("School"), N_("Profiles"), fourth, N_("Write to"), *([N_("Plan")] if answer.plans else [])]
    columns = tuple(Column(translator.text(word)) for word in words)
    yield Table(translator.text(heading), columns, rows, use="read")


def _short(one: RegionSchool, answer: RegionReport, translator: Translator) -> tuple[Value, ...]:
    school = one.school
    return (
        visible(f"{school.name}, {school.town} ({school.id})"),
        profiles_of(school),
        said(distance_words(one), translator) if one.nearby else certainty(one, translator),
        addressee(one.addressee, translator),
        *([plan_state(one, translator)] if answer.plans else []),
    )


def distance_words(one: RegionSchool) -> Message:
    """Say how far a school nearby lies from the nearest school of the region."""
    near = one.nearby
    assert near is not None  # noqa: S101 - asked for schools nearby only
    return message(
        "{distance} km from {school}, {place}", distance=near.distance_km, school=near.via.name, place=near.via.town
    )


def _due(answer: RegionReport, translator: Translator) -> Iterator[Table]:
    if answer.plans is None or not answer.plans.due:
        return
    words = (N_("When"), N_("Milestone"), N_("School or programme"), N_("Plan"))
    rows = [
        (
            due.when.last,
            due_text(due, translator),
            due_owner(due, translator),
            plan_name(due.plan, translator) if due.plan else "",
        )
        for due in answer.plans.due
    ]
    columns = tuple(Column(translator.text(word)) for word in words)
    yield Table(translator.text(N_("What comes up")), columns, rows, use="read")
