"""The white spots as a document: one row per school, with why it matters and whom to write to."""

from __future__ import annotations

from sto_cli.messages import N_, Message, Translator, message
from sto_cli.register.model import Contact
from sto_cli.render.document.whole import Column, Document, Table, Value
from sto_cli.render.reports.parts import said_all, said_definitions, school_cells, sources_table
from sto_cli.render.reports.words import BY_THE_MAP, ROLES, STANDINGS, nowhere, profiles_of, region_names, said
from sto_cli.render.visible import visible
from sto_cli.reports.gaps import Gap, GapGroup, Gaps, Reason
from sto_cli.reports.headline import gaps_headline, title
from sto_cli.steps.contact import MAP

COLUMNS = (
    (N_("STO region"), "text", 36),
    (N_("Code"), "text", 8),
    (N_("School"), "text", 40),
    (N_("Place"), "text", 20),
    (N_("Municipality"), "text", 20),
    (N_("Province"), "text", 16),
    (N_("Labour market region"), "text", 22),
    (N_("Kind"), "text", 14),
    (N_("Profiles"), "text", 22),
    (N_("Participation"), "text", 18),
    (N_("Why it matters"), "text", 60),
    (N_("Nearest school that takes part"), "text", 40),
    (N_("Distance (km)"), "km", 10),
    (N_("Whom to write to"), "text", 30),
    (N_("Name"), "text", 20),
    (N_("E-mail"), "text", 26),
    (N_("Page"), "text", 60),
    (N_("Source"), "text", 40),
)


def gaps_document(answer: Gaps, translator: Translator) -> Document:
    """Make the document of the white spots."""
    headings = tuple(
        Column(translator.text(heading), "km" if kind == "km" else "text", width) for heading, kind, width in COLUMNS
    )
    rows = [_row(gap, group, translator) for group in answer.groups for gap in group.gaps]
    return Document(
        title=said(gaps_title(answer), translator),
        sentences=said_all(gaps_headline(answer.total, answer.nearby), translator),
        tables=(Table(translator.text(N_("White spots")), headings, rows),),
        readable=(_readable(answer, translator),),
        remarks=said_all(answer.caveats, translator),
        definitions=said_definitions(translator, theoretical=answer.total.theoretical is not None),
        sources=sources_table(answer.sources, translator),
        day=answer.as_of,
    )


def _readable(answer: Gaps, translator: Translator) -> Table:
    headings = (
        N_("STO region"),
        N_("School"),
        N_("Profiles"),
        N_("Participation"),
        N_("Why it matters"),
        N_("Whom to write to"),
    )
    rows = [_short_row(gap, group, translator) for group in answer.groups for gap in group.gaps]
    return Table(translator.text(N_("White spots")), tuple(Column(translator.text(word)) for word in headings), rows)


def _short_row(gap: Gap, group: GapGroup, translator: Translator) -> tuple[Value, ...]:
    school = gap.position.school
    return (
        group_name(group, translator),
        visible(f"{school.name}, {school.town} ({school.id})"),
        profiles_of(school),
        translator.text(STANDINGS[gap.position.standing]),
        why(gap, translator),
        whom(gap.contact, translator),
    )


def group_name(group: GapGroup, translator: Translator) -> str:
    """Name the region of a group, or say that it is not known."""
    return region_names(group.regions, translator, nowhere("region", translator))


def gaps_title(answer: Gaps) -> Message:
    """Name the report, its area and its day."""
    return title(message("White spots of STO"), answer.selection, answer.as_of)


def reason_words(reason: Reason, gap: Gap) -> Message:
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
    """Say whom to write to, with what is known: role, name, e-mail, page."""
    known = (contact.name, contact.email, contact.url)
    return ", ".join([role(contact, translator), *(visible(part) for part in known if part)])


def role(contact: Contact, translator: Translator) -> str:
    """Say who a contact is."""
    return translator.text(BY_THE_MAP if contact.url == MAP else ROLES[contact.role])


def _row(gap: Gap, group: GapGroup, translator: Translator) -> tuple[Value, ...]:
    near, contact, entry = gap.nearest, gap.contact, gap.position.entry
    reasons = "; ".join(said(reason_words(reason, gap), translator) for reason in gap.reasons)
    return (
        group_name(group, translator),
        *school_cells(gap.position, translator),
        translator.text(STANDINGS[gap.position.standing]),
        reasons,
        visible(f"{near.school.name}, {near.school.town}") if near else None,
        near.distance_km if near else None,
        role(contact, translator),
        visible(contact.name or ""),
        visible(contact.email or ""),
        visible(contact.url or ""),
        visible(entry.source or "") if entry else None,
    )
