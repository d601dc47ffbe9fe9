"""All of one region as a document and as data: for who writes a list, for readers a table per standing."""

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from sto_cli.messages import N_, Message, Translator, all_of, counted, message
from sto_cli.register.dates import written_date
from sto_cli.register.model import Contact, Participation, Region
from sto_cli.render.document.fields import Field, data_of, in_data, table_of, under
from sto_cli.render.document.model import Block, Bullets, Document, Heading, Paragraph, Table, chapters
from sto_cli.render.reports import portfolio_words as words
from sto_cli.render.reports.figures import groups_data
from sto_cli.render.reports.gaps_document import CONTACT, SHARED, contact_data, whom
from sto_cli.render.reports.parts import ENTRY, SCHOOL, region_data, report, said_all, said_definitions, school_in_short
from sto_cli.render.reports.portfolio_json import portfolio_json
from sto_cli.render.reports.words import NOWHERE, profiles_of, region_names, said, title
from sto_cli.render.visible import visible
from sto_cli.render.words import STANDINGS
from sto_cli.reports.count import Standing
from sto_cli.reports.portfolio import Due, LeftOut
from sto_cli.reports.region import RegionReport
from sto_cli.reports.region_letter import Letter
from sto_cli.reports.region_schools import NOTHING_TO_DO, RegionSchool, Task

HEADINGS: dict[Standing, str] = {
    "in_talks": N_("In talks"),
    "not_participating": N_("Do not take part"),
    "unknown": N_("Not known whether they take part"),
    "likely": N_("Likely take part"),
    "participating": N_("Take part"),
}
NEARBY = N_("Nearby, region not known")
UNCOUNTED = N_("In your own data, but not counted: no vocational exam class")


class SchoolRow(NamedTuple):
    """A school of the region, or one nearby, with what the region writes to it."""

    one: RegionSchool
    letter: Letter
    region: Region


def region_title(answer: RegionReport) -> Message:
    """Name the region and the day."""
    return title(message("Schools of the region"), answer.selection, answer.as_of)


def region_document(answer: RegionReport, translator: Translator) -> Document:
    """Make the document of a region."""
    rows = _rows((*answer.schools, *answer.apart, *answer.uncounted), answer)
    return report(
        answer,
        region_title(answer),
        answer.headline,
        [table_of(N_("Schools to write to"), LIST, rows, translator, use="look_up"), *_to_read(answer, translator)],
        said_definitions(translator, theoretical=answer.total.theoretical is not None),
        translator,
    )


def region_data_of(answer: RegionReport, translator: Translator) -> dict[str, object]:
    """Return the answer as plain data: a list of schools per standing, those nearby apart.

    `contact` of a school follows the step plan, `write_to` is whom the region writes to and `letter` what.
    `plans` is the answer of `sto report plans` for this region, or null where no plans were named.
    """
    left_out = answer.plans.left_out if answer.plans else LeftOut()
    lists: dict[str, Sequence[RegionSchool]] = {standing: answer.standing(standing) for standing in HEADINGS}
    lists |= {"shared": answer.shared, "nearby": answer.nearby, "uncounted": answer.uncounted}
    return {
        "format": 1,
        "report": "region",
        "as_of": answer.as_of.isoformat(),
        "region": _region(answer.region),
        "total": groups_data(answer.total),
        "nearby_unknown": len(answer.nearby),
        **{name: [_school(row, translator) for row in _rows(some, answer)] for name, some in lists.items()},
        "members": [{"id": one.id, "name": one.name, "place": one.place} for one in answer.region.members],
        "tasks": [_task(task, translator) for task in answer.tasks],
        "plans": portfolio_json(answer.plans, translator) if answer.plans else None,
        "plans_of_other_regions": len(left_out.elsewhere),
        "plans_in_data_region": len(left_out.adrift),
        "summary": said_all(answer.headline, translator),
        "remarks": said_all(answer.caveats, translator),
    }


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
        yield from words.versions_sentences(answer.plans.versions)
        yield from words.money_sentences(totals.money, totals.readable, translator)
        yield from words.progress_sentences(totals.came, translator)
        yield from words.partner_sentences(totals, translator)
    yield from words.left_out_sentence(answer.plans.left_out)


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


def what_is_known(one: RegionSchool, translator: Translator) -> str:
    """Say what is known beside the standing: since when, until when a school took part, what speaks against it.

    Schools that do not count stand under no heading of a standing, so theirs is said too.
    """
    standing = [] if one.school.vocational else [translator.text(STANDINGS[one.standing])]
    return ". ".join([*standing, *said_all(_known(one), translator)])


def _known(one: RegionSchool) -> Iterator[Message]:
    entry = one.entry
    if one.nearby:
        yield distance_words(one)
    elif one.position.shared:
        yield message("one of {regions}", regions=all_of([region.name for region in one.position.regions]))
    elif one.position.contradicted:
        yield message("one page says that it takes part, another one speaks against that")
    elif one.position.known_later:
        yield message("only known of a later day")
    elif one.stopped:
        yield message("took part until {date}", date=written_date(one.stopped))
    elif entry is not None and (entry.since or entry.as_of):
        yield _dated(entry)


def _dated(entry: Participation) -> Message:
    if entry.since:
        return message("since {date}", date=written_date(entry.since))
    return message("known from {date}", date=written_date(entry.as_of or ""))


def distance_words(one: RegionSchool) -> Message:
    """Say how far a school nearby lies from the nearest school of the region."""
    near = one.nearby
    assert near is not None  # noqa: S101 - asked for schools nearby only
    return message(
        "{distance} km from {school}, {place}", distance=near.distance_km, school=near.via.name, place=near.via.town
    )


def _rows(schools: Iterable[RegionSchool], answer: RegionReport) -> list[SchoolRow]:
    return [SchoolRow(one, answer.letter(one), answer.region) for one in schools]


def _where(row: SchoolRow, translator: Translator) -> str:
    if row.one.nearby:
        return translator.text(NOWHERE["region"])
    return region_names(row.one.position.regions, translator) if row.one.apart else visible(row.region.name)


LIST: tuple[Field[SchoolRow], ...] = (
    *under(attrgetter("one.position"), in_data(SCHOOL, "regions", "status", "labour_market_region", "province")),
    Field("", N_("Street"), attrgetter("one.school.address.street"), width=28),
    Field("", N_("Postcode"), attrgetter("one.school.address.postcode"), width=9),
    Field("", N_("STO region"), attrgetter("region.name"), _where, width=34),
    Field(
        "", N_("Participation"), attrgetter("one.standing"),
        lambda row, translator: translator.text(STANDINGS[row.one.standing]), width=18,
    ),
    Field("stopped", N_("Took part until"), attrgetter("one.stopped"), width=12),
    Field(
        "", N_("Distance (km)"), lambda row: row.one.nearby.distance_km if row.one.nearby else None, kind="km", width=10
    ),
    Field("contact", "", lambda row: contact_data(row.one.contact)),
    Field(
        "write_to", N_("Write to"), lambda row: contact_data(row.one.addressee),
        lambda row, translator: whom(Contact(row.one.addressee.role), translator), width=26,
    ),
    *under(attrgetter("one.addressee"), CONTACT),
    Field(
        "", N_("Subject"), attrgetter("letter"), lambda row, translator: said(row.letter.subject, translator), width=44
    ),
    Field("", N_("Text"), attrgetter("letter"), lambda row, translator: _text(row.letter, translator), width=90),
    Field("plans", "", lambda row: [entry.path for entry in row.one.plans]),
    *under(attrgetter("one.entry"), ENTRY),
)  # fmt: skip
"""A list to write letters from."""


def _text(letter: Letter, translator: Translator) -> str:
    return " ".join(said_all(letter.sentences, translator))


def _school(row: SchoolRow, translator: Translator) -> dict[str, object]:
    letter = {"subject": said(row.letter.subject, translator), "text": _text(row.letter, translator)}
    near = row.one.nearby
    nearest = near and {
        "id": near.via.id, "name": near.via.name, "place": near.via.town or None, "distance_km": near.distance_km,
    }  # fmt: skip
    return {**data_of(LIST, row), "letter": letter, **({"nearest": nearest} if nearest else {})}


def _region(region: Region) -> dict[str, object]:
    return {
        **region_data(region),
        "kind": region.kind,
        "provinces": list(region.provinces),
        "municipalities": list(region.municipalities),
        "lead": region.lead,
        "page": region.page,
        "website": region.website,
        "contact": contact_data(region.contact or Contact("programme-manager", url=region.page or region.website)),
    }


def _task(task: Task, translator: Translator) -> dict[str, object]:
    return {
        "task": task.kind,
        "schools": [one.school.id for one in task.schools],
        "text": said(task.sentence, translator),
    }


SCHOOL_TO_READ: Field[RegionSchool] = Field(
    "", N_("School"), attrgetter("position"), lambda one, _: school_in_short(one.position)
)
PROFILES: Field[RegionSchool] = Field("", N_("Profiles"), lambda one: profiles_of(one.school))
KNOWN: Field[RegionSchool] = Field("", N_("What is known"), attrgetter("standing"), what_is_known)
WRITE_TO: Field[RegionSchool] = Field(
    "", N_("Write to"), attrgetter("addressee"), lambda one, translator: whom(one.addressee, translator)
)
PLAN: Field[RegionSchool] = Field("", N_("Plan"), attrgetter("plans"), plan_state)


def _to_read(answer: RegionReport, translator: Translator) -> Iterator[Block]:
    yield Heading(translator.text(N_("To do")))
    yield Bullets([(sentence, ()) for sentence in said_all(to_do(answer), translator)])
    if answer.plans is not None:
        yield Heading(translator.text(N_("Plans")))
        yield from map(Paragraph, said_all(plans_sentences(answer, translator), translator))
        yield from chapters(*_due(answer, translator))
    for heading, schools in chapters_of(answer):
        fields = [SCHOOL_TO_READ, PROFILES, KNOWN, WRITE_TO, *([PLAN] if answer.plans else [])]
        if schools:
            number = translator.say(counted("{n} school", "{n} schools", len(schools)))
            yield Heading(f"{translator.text(heading)} · {number}")
            yield table_of(heading, fields, schools, translator, use="entries")


def chapters_of(answer: RegionReport) -> Iterator[tuple[str, Sequence[RegionSchool]]]:
    """Return the lists of schools with their headings, first those to write to; none is empty."""
    by_standing = {standing: answer.standing(standing) for standing in HEADINGS}
    apart = ((SHARED, answer.shared), (NEARBY, answer.nearby))
    own = (UNCOUNTED, answer.uncounted)
    *open_, likely, certain = ((heading, by_standing[standing]) for standing, heading in HEADINGS.items())
    yield from ((heading, some) for heading, some in (*open_, *apart, likely, certain, own) if some)


DUE: tuple[Field[Due], ...] = (
    Field("", N_("When"), attrgetter("when"), lambda due, _: due.when.last),
    Field("", N_("Milestone"), attrgetter("when"), words.due_text),
    Field("", N_("School or programme"), attrgetter("when"), words.due_owner),
    Field(
        "",
        N_("Plan"),
        attrgetter("plan"),
        lambda due, translator: words.plan_name(due.plan, translator) if due.plan else "",
    ),
)


def _due(answer: RegionReport, translator: Translator) -> Iterator[Table]:
    if answer.plans is not None and answer.plans.due:
        yield table_of(N_("What comes up"), DUE, answer.plans.due, translator, use="read")
