"""The white spots as a document, data and a page: per region the schools, why each matters, whom to write to."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from sto_cli.messages import N_, Message, Translator, counted, message
from sto_cli.register.dates import written_date
from sto_cli.register.model import Contact
from sto_cli.render.document.fields import Field, data_of, in_data, table_of, under
from sto_cli.render.document.model import Block, Document, Heading, Paragraph
from sto_cli.render.formats import Look
from sto_cli.render.page.dot_map import drawable
from sto_cli.render.page.school_map import MOST_NAMED, Ground, SchoolMap, ground_of, school_map
from sto_cli.render.reports.coverage_document import selection_data
from sto_cli.render.reports.coverage_html import asked, report_page
from sto_cli.render.reports.figures import groups_data
from sto_cli.render.reports.parts import ENTRY, SCHOOL, region_data, report, said_all, said_definitions, school_in_short
from sto_cli.render.reports.words import NOWHERE, profiles_of, region_names, said, title
from sto_cli.render.visible import visible
from sto_cli.render.words import BY_THE_MAP, ROLES, STANDINGS
from sto_cli.reports.count import Group
from sto_cli.reports.gaps import Gap, GapGroup, GapReason, Gaps
from sto_cli.steps.plan import MAP

SHARED = N_("In a municipality that regions share")


class GapRow(NamedTuple):
    """A school with the group under which it stands."""

    gap: Gap
    group: GapGroup


def gaps_title(answer: Gaps) -> Message:
    """Name the report, its area and its day."""
    return title(message("Gaps of STO"), answer.selection, answer.as_of)


def gaps_document(answer: Gaps, translator: Translator) -> Document:
    """Make the document of the white spots: a list of all for who looks things up, and a table per region to read."""
    everything = table_of(N_("Gaps"), LIST, (*_rows(answer), *_shared(answer)), translator, use="look_up")
    apart = _group(SHARED, answer.shared, _ask(Contact("programme-manager", url=MAP), translator), translator)
    return report(
        answer,
        gaps_title(answer),
        answer.headline,
        [everything, *(block for group in answer.groups for block in _of_group(group, answer, translator)), *apart],
        said_definitions(translator, theoretical=answer.total.theoretical is not None),
        translator,
    )


def gaps_data(answer: Gaps, translator: Translator) -> dict[str, object]:
    """Return the answer as plain data: `rows` holds every school once, region by region.

    `regions` of a school are those in which it counts: none when no region is known, several when regions share
    its municipality. `reasons` are names; `contact` follows the step plan.
    """
    return {
        "format": 1,
        "report": "gaps",
        "as_of": answer.as_of.isoformat(),
        "selection": selection_data(answer.selection),
        "total": groups_data(answer.total),
        "rows": [data_of(LIST, row) for row in _rows(answer)],
        "shared": [data_of(LIST, row) for row in _shared(answer)],
        "summary": said_all(answer.headline, translator),
        "remarks": said_all(answer.caveats, translator),
    }


def group_name(group: GapGroup, translator: Translator) -> str:
    """Name the region of a group, or say that it is not known."""
    return region_names(group.regions, translator, translator.text(NOWHERE["region"]))


def reason_words(reason: GapReason, gap: Gap) -> Message:
    """Say one reason why a school matters."""
    match reason:
        case "technical":
            return message("technical")
        case "non_technical":
            return message("non-technical")
        case "alone_in_municipality":
            return message("as far as known the first in {municipality}", municipality=gap.position.school.municipality)
        case "neighbour":
            return message("a school that takes part is near")


def why(gap: Gap, translator: Translator) -> str:
    """Say on one line why a school matters and which school that takes part is nearest."""
    reasons = [said(reason_words(reason, gap), translator) for reason in gap.reasons if reason != "neighbour"]
    near = nearest_words(gap)
    return " · ".join([*reasons, *([said(near, translator)] if near else [])])


def nearest_words(gap: Gap) -> Message | None:
    """Name the nearest school that takes part and its distance; its region too, where that is another one."""
    near = gap.nearest
    if near is None:
        return None
    name = Message("{school}, {place}", {"school": near.school.name, "place": near.school.town})
    if near.region is not None and near.region not in gap.position.regions:
        name = Message("{school}, {place} ({region})", {**name.values, "region": near.region.name})
    return message("nearest that takes part: {name}, {distance} km", name=name, distance=near.distance_km)


def whom(contact: Contact, translator: Translator) -> str:
    """Say whom to write to: the role, and a page."""
    return ", ".join([role(contact, translator), *([visible(contact.url)] if contact.url else [])])


def role(contact: Contact, translator: Translator) -> str:
    """Say who a contact is."""
    return translator.text(BY_THE_MAP if contact.url == MAP else ROLES[contact.role])


def contact_data(contact: Contact) -> dict[str, object]:
    """Return a contact: role, name, email, url."""
    return {"role": contact.role, "name": contact.name, "email": contact.email, "url": contact.url}


def _rows(answer: Gaps) -> Iterator[GapRow]:
    return (GapRow(gap, group) for group in answer.groups for gap in group.gaps)


def _shared(answer: Gaps) -> Iterator[GapRow]:
    return (GapRow(gap, GapGroup(gap.position.regions, ())) for gap in answer.shared)


def _nearest(row: GapRow) -> dict[str, object] | None:
    near = row.gap.nearest
    if near is None:
        return None
    return {
        "id": near.school.id,
        "name": near.school.name,
        "place": near.school.town or None,
        "region": region_data(near.region) if near.region else None,
        "distance_km": near.distance_km,
    }


def _nearest_name(row: GapRow, _translator: Translator) -> str | None:
    near = row.gap.nearest
    return visible(f"{near.school.name}, {near.school.town}") if near else None


def _reasons(row: GapRow, translator: Translator) -> str:
    return "; ".join(said(reason_words(reason, row.gap), translator) for reason in row.gap.reasons)


def _standing(gap: Gap, translator: Translator) -> str:
    """Say how a school stands; of one that is in talks since when, where that is known."""
    standing, entry = gap.position.standing, gap.position.entry
    words = translator.text(STANDINGS[standing])
    if standing != "in_talks" or entry is None or not entry.since:
        return words
    return translator.say(message("{standing} since {date}", standing=words, date=written_date(entry.since)))


CONTACT: tuple[Field[Contact], ...] = (
    Field("", N_("Name"), attrgetter("name"), width=20, use="own"),
    Field("", N_("E-mail"), attrgetter("email"), width=26, use="own"),
    Field("", N_("Page"), attrgetter("url"), width=40),
)

LIST: tuple[Field[GapRow], ...] = (
    Field(
        "", N_("STO region"), attrgetter("group"), lambda row, translator: group_name(row.group, translator), width=36
    ),
    *under(attrgetter("gap.position"), in_data(SCHOOL, "regions")),
    Field("reasons", N_("Why it matters"), lambda row: list(row.gap.reasons), _reasons, width=60),
    Field("nearest", N_("Nearest school that takes part"), _nearest, _nearest_name, width=40),
    Field(
        "", N_("Distance (km)"), lambda row: row.gap.nearest.distance_km if row.gap.nearest else None,
        kind="km", width=10,
    ),
    Field(
        "contact", N_("Whom to write to"), lambda row: contact_data(row.gap.contact),
        lambda row, translator: role(row.gap.contact, translator), width=30,
    ),
    *under(attrgetter("gap.contact"), CONTACT),
    *under(attrgetter("gap.position.entry"), in_data(ENTRY, "since", "certainty")),
)  # fmt: skip
"""Every figure and code by itself, for a spreadsheet and for JSON."""

SHORT: tuple[Field[Gap], ...] = (
    Field("", N_("School"), attrgetter("position"), lambda gap, _: school_in_short(gap.position)),
    Field("", N_("Profiles"), lambda gap: profiles_of(gap.position.school)),
    Field(
        "", N_("Participation"), attrgetter("position.standing"),
        _standing,
    ),
    Field("", N_("Why it matters"), attrgetter("reasons"), why),
)  # fmt: skip
"""What a reader wants."""


def _of_group(group: GapGroup, answer: Gaps, translator: Translator) -> Iterator[Block]:
    contact = group.gaps[0].contact
    ask = _ask(contact, translator)
    if len(answer.selection.regions) == 1:  # its own programme manager may well be who asks
        ask = message(
            "Are you the programme manager? Then you write to these schools yourself. If not, write to: {whom}",
            whom=whom(contact, translator),
        )
    return _group(group_name(group, translator), group.gaps, ask, translator)


def _ask(contact: Contact, translator: Translator) -> Message:
    return message("Write to: {whom}", whom=whom(contact, translator))


def _group(name: str, gaps: Sequence[Gap], ask: Message, translator: Translator) -> Iterator[Block]:
    """Return a heading with whom to write to, and the schools; nothing where there are none."""
    if gaps:
        number = translator.say(counted("{n} school", "{n} schools", len(gaps)))
        yield Heading(f"{translator.text(name)} · {number}", 3)
        yield Paragraph(said(ask, translator), quiet=True)
        yield table_of("", SHORT, gaps, translator, use="entries")


HEADINGS: dict[Group, str] = {
    "technical": N_("Technical schools to win or to ask"),
    "non_technical": N_("Non-technical schools to invite or to ask"),
    "theoretical": N_("Theoretical schools to win or to ask"),
}


def gaps_html(answer: Gaps, look: Look) -> str:
    """Write the page."""
    translator = look.translator
    ground = ground_of(
        [gap.position.school for gap in (*answer.gaps, *answer.shared)], answer.others, answer.regions, answer.selection
    )
    counts = answer.total.kinds()
    return report_page(
        "gaps.html",
        look,
        answer,
        gaps_title(answer),
        groups=(*answer.groups, *(GapGroup(gap.position.regions, (gap,)) for gap in answer.shared)),
        question=asked(
            answer.selection,
            N_("Where in {area} are schools still to be won?"),
            N_("Where are schools still to be won?"),
        ),
        counts=[(HEADINGS[group], count) for group, count in counts.items()],
        ground=ground,
        map=_map(answer, ground, translator) if ground else None,
        undrawn=sum(not drawable(gap.position.school) for gap in answer.gaps),
        listed=len(answer.gaps) <= MOST_NAMED,
        kinds_here=list(counts),
        nearest_words=nearest_words,
        reason_words=reason_words,
    )


def _map(answer: Gaps, ground: Ground, translator: Translator) -> SchoolMap:
    shown = [gap.position for gap in (*answer.gaps, *answer.shared)]
    name = translator.text(N_("Map of the schools to win or to ask"))
    drawn = school_map(name, shown, ground, named=len(shown) <= MOST_NAMED)
    return replace(drawn, apart={gap.position.school.id for gap in answer.shared})
