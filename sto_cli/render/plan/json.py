"""A plan as JSON, in English names, whatever language it was written in."""

from sto_cli.messages import Translator
from sto_cli.plans.language.amounts import Amount
from sto_cli.plans.language.dates import When
from sto_cli.plans.model import Plan
from sto_cli.plans.reading.budget import OTHERS
from sto_cli.plans.talk import Talk
from sto_cli.register.model import School
from sto_cli.render.findings.json import finding_as_data
from sto_cli.render.words import in_euros


def plan_json(talk: Talk, translator: Translator) -> dict[str, object]:
    """Return `{"format": 1, "path", "plan", "school", "region", "costs", "open_questions", "findings"}`.

    Milestones stand in order of date; amounts are in euros; what the plan does not say is null.
    """
    return {
        "format": 1,
        "path": talk.path,
        "plan": _plan(talk),
        "school": _school(talk),
        "schools": [_known(school) for school in talk.schools],
        "region": _region(talk),
        "costs": _costs(talk),
        "open_questions": list(talk.open_questions),
        "findings": [finding_as_data(finding, translator) for finding in talk.findings],
    }


def _plan(talk: Talk) -> dict[str, object]:
    plan = talk.plan
    return {
        "language": plan.language,
        "title": plan.title,
        "school": plan.school,
        "region": plan.region,
        "profiles": list(plan.profiles),
        "forms": list(plan.all_forms),
        "own_forms": list(plan.own_forms),
        "period": {"start": _date(plan.start), "end": _date(plan.end)},
        **_answers(talk, plan),
        "total": _euros(plan.total),
        "pupils": plan.pupils,
    }


def _answers(talk: Talk, plan: Plan) -> dict[str, object]:
    return {
        "vision": [part.text for part in plan.vision.items],
        "goals": [
            {"id": goal.id, "goal": goal.text, "measure": goal.measure, "measured": goal.measured}
            for goal in plan.goals.items
        ],
        "activities": [
            {"activity": activity.text, "goals": list(activity.goals), "form": activity.form}
            for activity in plan.activities.items
        ],
        "milestones": [
            {
                "date": _date(one.date),
                "milestone": one.text,
                "reached": one.reached,
                "reached_on": _date(one.reached_on),
                "reached_written": one.reached_written,
            }
            for one in talk.milestones
        ],
        "cooperation": [{"partner": one.text, "kind": one.kind, "how": one.how} for one in plan.cooperation.items],
        "resources": [
            {
                "item": one.text,
                "amount": _euros(one.amount),
                "cofinancing": one.cofinancing,
                "cofinanced": in_euros(one.cofinanced or None),
                "payer": one.payer,
                "payer_written": one.payer_written,
                "year": one.year,
                "spent": _euros(one.spent),
                "spent_written": one.spent_written,
            }
            for one in plan.resources.items
        ],
    }


def _school(talk: Talk) -> dict[str, object] | None:
    """Return the school of a plan of one school; by its name as written where the register cannot tell which."""
    if talk.schools or not talk.plan.school:
        return _known(talk.school) if talk.school else None
    return {"id": None, "name": talk.plan.school, "place": None, "kind": None}


def _known(school: School) -> dict[str, object]:
    return {"id": school.id, "name": school.name, "place": school.town or None, "kind": school.kind}


def _region(talk: Talk) -> dict[str, object] | None:
    if talk.region is None:
        return None
    return {"id": talk.region.id, "name": talk.region.name, "basis": talk.region_basis or "plan"}


def _costs(talk: Talk) -> dict[str, object]:
    costs, halves = talk.costs, talk.costs.budget.halves
    return {
        "total": in_euros(costs.whole),
        "cofinancing": in_euros(costs.cofinancing),
        "subsidy": in_euros(costs.subsidy),
        "cofinancing_share": None if costs.share is None else round(costs.share, 4),
        "stated_total": in_euros(costs.stated),
        "items_without_amount": costs.unpriced,
        "asked": in_euros(costs.budget.asked),
        "others": in_euros(costs.budget.others),
        "payers": {payer: in_euros(costs.budget.payers.get(payer)) for payer in OTHERS},
        "kinds": {name: in_euros(cents) for name, cents in costs.kinds.items()},
        "halves": {half: in_euros(one) for half, one in halves.items()} if halves is not None else None,
        "certain": costs.budget.certain,
    }


def _date(when: When | None) -> str | None:
    return when.iso if when else None


def _euros(amount: Amount | None) -> int | float | None:
    return amount.euros if amount else None
