"""The answer of `sto find-region` as JSON."""

from typing import Any

from sto_cli.messages import Translator
from sto_cli.register.belonging import Belonging, Option
from sto_cli.register.model import Contact, Participation, School
from sto_cli.render.visible import page_source
from sto_cli.search.results import Match
from sto_cli.steps.advice import Advice, Candidate
from sto_cli.steps.plan import with_command


def advice_json(advice: Advice, translator: Translator) -> dict[str, Any]:
    """Return the advice as plain data; keys that have nothing to say are null or empty, never absent."""
    answer = advice.answer
    return {
        "format": 1,
        "query": answer.query,
        "outcome": answer.outcome,
        "match": _match(answer.best) if answer.best else None,
        "school": _found(advice),
        "region": region_json(advice.belonging) if advice.belonging else None,
        "participation": participation_json(advice.participation) if advice.participation else None,
        "contact": contact_json(advice.contact) if advice.contact else None,
        "steps": [
            {"number": step.number, "state": step.state, "text": translator.say(with_command(step)), "url": step.url}
            for step in advice.steps
        ],
        "remarks": [translator.say(one) for one in advice.remarks],
        "beside": [school_json(match.school) for match in answer.beside if match.school],
        "candidates": [_candidate(one) for one in advice.undecided.candidates] if advice.undecided else [],
    }


def school_json(school: School) -> dict[str, Any]:
    """Return what identifies a school, and what it offers."""
    return {
        "id": school.id,
        "name": school.name,
        "place": school.address.place,
        "municipality": school.municipality,
        "province": school.province,
        "kind": school.kind,
        "profiles": sorted(school.profiles or ()),
    }


def region_json(belonging: Belonging) -> dict[str, Any] | None:
    """Return the region with its basis, and the other regions that it may be."""
    if not belonging.options:
        return None
    first, *others = (_option(option) for option in belonging.options)
    page = first.pop("page")
    certainty = belonging.options[0].region.certainty
    return {**first, "basis": belonging.basis, "page": page, "certainty": certainty, "alternatives": others}


def participation_json(participation: Participation) -> dict[str, Any]:
    """Return whether a school takes part, since when, and who says so."""
    return {
        "status": "unknown" if participation.contradicted else participation.status,
        "since": participation.since,
        "until": participation.until,
        "as_of": participation.as_of,
        "level": participation.level,
        "certainty": participation.certainty,
        "against": participation.against,
        "source": page_source(participation.source, own=participation.layer > 0),
    }


def contact_json(contact: Contact) -> dict[str, Any]:
    """Return whom to write to."""
    return {"role": contact.role, "name": contact.name, "email": contact.email, "url": contact.url}


def _match(match: Match) -> dict[str, Any]:
    return {"basis": match.basis, "matched": match.matched, "score": round(match.score, 2)}


def _found(advice: Advice) -> dict[str, Any] | None:
    if advice.school is not None:
        return school_json(advice.school)
    member = advice.member
    if member is None:
        return None
    unknown: dict[str, Any] = {"municipality": None, "province": None, "kind": "unknown", "profiles": []}
    return {"id": member.id, "name": member.name, "place": member.place, **unknown}


def _option(option: Option) -> dict[str, Any]:
    shape: dict[str, Any] = {"id": option.region.id, "name": option.region.name, "page": option.region.page}
    if option.distance_km is not None and option.via is not None:
        shape |= {"distance_km": option.distance_km, "via": {"id": option.via.id, "name": option.via.name}}
        shape |= {"about": True} if option.about else {}
    return shape


def _candidate(candidate: Candidate) -> dict[str, Any]:
    match, region = candidate.match, candidate.region
    return {
        "id": match.id,
        "name": match.name,
        "place": match.town or None,
        "street": match.street,
        "profiles": sorted((match.school.profiles if match.school else None) or ()),
        "region": region.id if region else None,
        "score": round(match.score, 2),
    }
