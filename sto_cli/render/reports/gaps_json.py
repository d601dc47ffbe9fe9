"""The white spots as JSON."""

from __future__ import annotations

from sto_cli.messages import Translator
from sto_cli.register.model import Contact, Region
from sto_cli.render.reports.coverage_json import groups_data, selection_data
from sto_cli.render.reports.parts import said_all
from sto_cli.reports.gaps import Gap, Gaps, Near
from sto_cli.reports.standing import Position


def gaps_json(answer: Gaps, translator: Translator) -> dict[str, object]:
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
        "rows": [_gap(gap) for gap in answer.gaps],
        "summary": said_all(answer.headline, translator),
        "remarks": said_all(answer.caveats, translator),
    }


def school_data(position: Position) -> dict[str, object]:
    """Return a school: id, name, place, municipality, province, kind, profiles, regions, standing."""
    school = position.school
    return {
        "id": school.id,
        "name": school.name,
        "place": school.town or None,
        "municipality": school.municipality,
        "province": school.province,
        "kind": school.kind,
        "profiles": sorted(school.profiles or ()),
        "regions": [region_data(region) for region in position.regions],
        "status": position.standing,
    }


def region_data(region: Region) -> dict[str, object]:
    """Return a region: id and name."""
    return {"id": region.id, "name": region.name}


def _gap(gap: Gap) -> dict[str, object]:
    entry = gap.position.entry
    return {
        **school_data(gap.position),
        "as_of": entry.as_of if entry else None,
        "source": entry.source if entry else None,
        "reasons": list(gap.reasons),
        "nearest": _near(gap.nearest) if gap.nearest else None,
        "contact": contact_data(gap.contact),
    }


def _near(near: Near) -> dict[str, object]:
    return {
        "id": near.school.id,
        "name": near.school.name,
        "place": near.school.town or None,
        "region": region_data(near.region) if near.region else None,
        "distance_km": near.distance_km,
    }


def contact_data(contact: Contact) -> dict[str, object]:
    """Return a contact: role, name, email, url."""
    return {"role": contact.role, "name": contact.name, "email": contact.email, "url": contact.url}
