"""All of one region as JSON."""

from __future__ import annotations

from sto_cli.messages import Translator
from sto_cli.register.model import Contact, Region
from sto_cli.render.reports.coverage_json import groups_data
from sto_cli.render.reports.gaps_json import contact_data, region_data, school_data
from sto_cli.render.reports.parts import said_all
from sto_cli.render.reports.portfolio_json import portfolio_json
from sto_cli.render.reports.words import said
from sto_cli.reports.portfolio import LeftOut
from sto_cli.reports.region import RegionReport
from sto_cli.reports.region_schools import RegionSchool
from sto_cli.reports.region_tasks import Task


def region_json(answer: RegionReport, translator: Translator) -> dict[str, object]:
    """Return the answer as plain data: a list of schools per standing, those nearby apart.

    `contact` of a school follows the step plan, `write_to` is whom the region writes to and `letter` what.
    `plans` is the answer of `sto report plans` for this region, or null where no plans were named.
    """
    left_out = answer.plans.left_out if answer.plans else LeftOut()
    return {
        "format": 1,
        "report": "region",
        "as_of": answer.as_of.isoformat(),
        "region": _region(answer.region),
        "total": groups_data(answer.total),
        "nearby_unknown": len(answer.nearby),
        "not_participating": [_school(one, answer, translator) for one in answer.standing("not_participating")],
        "unknown": [_school(one, answer, translator) for one in answer.standing("unknown")],
        "nearby": [_school(one, answer, translator) for one in answer.nearby],
        "participating": [_school(one, answer, translator) for one in answer.standing("participating")],
        "members": [{"id": one.id, "name": one.name, "place": one.place} for one in answer.region.members],
        "tasks": [_task(task, translator) for task in answer.tasks],
        "plans": portfolio_json(answer.plans, translator) if answer.plans else None,
        "plans_of_other_regions": len(left_out.elsewhere),
        "plans_without_region": len(left_out.adrift),
        "summary": said_all(answer.headline, translator),
        "remarks": said_all(answer.caveats, translator),
    }


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


def _school(one: RegionSchool, answer: RegionReport, translator: Translator) -> dict[str, object]:
    entry, letter = one.entry, answer.letter(one)
    data = {
        **school_data(one.position),
        "since": entry.since if entry else None,
        "as_of": entry.as_of if entry else None,
        "certainty": entry.certainty if entry else None,
        "source": entry.source if entry else None,
        "contact": contact_data(one.contact),
        "write_to": contact_data(one.addressee),
        "letter": {
            "subject": said(letter.subject, translator),
            "text": " ".join(said_all(letter.sentences, translator)),
        },
        "plans": [entry.path for entry in one.plans],
    }
    if one.nearby is not None:
        via = one.nearby.via
        data["nearest"] = {
            "id": via.id, "name": via.name, "place": via.town or None, "distance_km": one.nearby.distance_km,
        }  # fmt: skip
    return data


def _task(task: Task, translator: Translator) -> dict[str, object]:
    return {
        "task": task.kind,
        "schools": [one.school.id for one in task.schools],
        "text": said(task.sentence, translator),
    }
