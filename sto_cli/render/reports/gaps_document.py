"""The white spots as a document: one row per school, with why it matters and whom to write to."""

from __future__ import annotations

from sto_cli.messages import N_, Message, Translator, message
from sto_cli.register.model import Contact
from sto_cli.render.document.model import Column, Document, Kind, Table, Use, Value
from sto_cli.render.reports.parts import report, said_definitions, school_cells
from sto_cli.render.reports.words import STANDINGS, nowhere, region_names, said, title
from sto_cli.render.visible import visible
from sto_cli.render.words import BY_THE_MAP, ROLES
from sto_cli.reports.gaps import Gap, GapGroup, GapReason, Gaps
from sto_cli.steps.contact import MAP

COLUMNS: tuple[tuple[str, Kind, int, Use], ...] = (
    (N_("STO region"), "text", 36, "all"),
    (N_("School"), "text", 40, "read"),
    (N_("Code"), "text", 8, "look_up"),
    (N_("School"), "text", 40, "look_up"),
    (N_("Place"), "text", 20, "look_up"),
    (N_("Municipality"), "text", 20, "look_up"),
    (N_("Province"), "text", 16, "look_up"),
    (N_("Labour market region"), "text", 22, "look_up"),
    (N_("Kind"), "text", 14, "look_up"),
    (N_("Profiles"), "text", 22, "all"),
    (N_("Participation"), "text", 18, "all"),
    (N_("Why it matters"), "text", 60, "read"),
    (N_("Whom to write to"), "text", 30, "read"),
    (N_("Why it matters"), "text", 60, "look_up"),
    (N_("Nearest school that takes part"), "text", 40, "look_up"),
    (N_("Distance (km)"), "km", 10, "reckon"),
    (N_("Whom to write to"), "text", 30, "look_up"),
    (N_("Name"), "text", 20, "look_up"),
    (N_("E-mail"), "text", 26, "look_up"),
    (N_("Page"), "text", 60, "look_up"),
    (N_("Source"), "text", 40, "look_up"),
)
"""A reader gets the school, why it matters and whom to write to each in one column; a spreadsheet gets their parts."""


def gaps_document(answer: Gaps, translator: Translator) -> Document:
    """Make the document of the white spots."""
    columns = [Column(translator.text(heading), kind, width, use) for heading, kind, width, use in COLUMNS]
    rows = [_row(gap, group, translator) for group in answer.groups for gap in group.gaps]
    return report(
        answer,
        gaps_title(answer),
        answer.headline,
        [Table(translator.text(N_("White spots")), columns, rows)],
        said_definitions(translator, theoretical=answer.total.theoretical is not None),
        translator,
    )


def group_name(group: GapGroup, translator: Translator) -> str:
    """Name the region of a group, or say that it is not known."""
    return region_names(group.regions, translator, nowhere("region", translator))


def gaps_title(answer: Gaps) -> Message:
    """Name the report, its area and its day."""
    return title(message("White spots of STO"), answer.selection, answer.as_of)


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
    """Say whom to write to, with what is known: role, name, e-mail, page."""
    known = (contact.name, contact.email, contact.url)
    return ", ".join([role(contact, translator), *(visible(part) for part in known if part)])


def role(contact: Contact, translator: Translator) -> str:
    """Say who a contact is."""
    return translator.text(BY_THE_MAP if contact.url == MAP else ROLES[contact.role])


def _row(gap: Gap, group: GapGroup, translator: Translator) -> tuple[Value, ...]:
    school, near, contact, entry = gap.position.school, gap.nearest, gap.contact, gap.position.entry
    reasons = "; ".join(said(reason_words(reason, gap), translator) for reason in gap.reasons)
    return (
        group_name(group, translator),
        visible(f"{school.name}, {school.town} ({school.id})"),
        *school_cells(gap.position, translator),
        translator.text(STANDINGS[gap.position.standing]),
        why(gap, translator),
        whom(gap.contact, translator),
        reasons,
        visible(f"{near.school.name}, {near.school.town}") if near else None,
        near.distance_km if near else None,
        role(contact, translator),
        visible(contact.name or ""),
        visible(contact.email or ""),
        visible(contact.url or ""),
        visible(entry.source or "") if entry else None,
    )
