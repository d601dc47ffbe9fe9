"""The portfolio as JSON: amounts in euros, days as 2026-10-01, months as 2026-10."""

from __future__ import annotations

from collections.abc import Mapping

from sto_cli.messages import Translator
from sto_cli.plans.model import PartnerKind
from sto_cli.plans.talk import Costs
from sto_cli.render.reports.coverage_json import selection_data
from sto_cli.render.reports.gaps_json import region_data
from sto_cli.render.reports.parts import said_all
from sto_cli.render.reports.portfolio_words import due_text, portfolio_headline
from sto_cli.reports.plan_summary import PlanSummary
from sto_cli.reports.portfolio import Due, Portfolio, Totals


def portfolio_json(answer: Portfolio, translator: Translator) -> dict[str, object]:
    """Return the answer as plain data; what a plan does not say is null."""
    return {
        "format": 1,
        "report": "plans",
        "as_of": answer.as_of.isoformat(),
        "until": answer.until.isoformat(),
        "selection": selection_data(answer.selection),
        "plans": [_entry(entry) for entry in answer.entries],
        "totals": _totals(answer.totals),
        "due": [_due(due, translator) for due in answer.due],
        "summary": said_all(portfolio_headline(answer, translator), translator),
        "remarks": said_all(answer.caveats, translator),
    }


def _entry(entry: PlanSummary) -> dict[str, object]:
    return {
        "path": entry.path,
        "readable": entry.readable,
        "title": entry.title,
        "school": _school(entry),
        "school_written": entry.school_written,
        "kind": entry.kind,
        "region": region_data(entry.region) if entry.region else None,
        "region_written": entry.region_written,
        "region_basis": entry.region_basis,
        "standing": entry.standing,
        "answered": entry.answered if entry.readable else None,
        "open_questions": list(entry.open_questions),
        "findings": {severity: entry.findings.get(severity, 0) for severity in ("error", "warning", "tip")},
        "costs": _costs(entry.costs),
        "forms": list(entry.forms),
        "partners": _partners(entry.partners or {}),
        "milestones": [{"date": step.when.iso if step.when else None, "milestone": step.text} for step in entry.steps],
    }


def _school(entry: PlanSummary) -> dict[str, object] | None:
    if entry.school is None:
        return None
    return {"id": entry.school.id, "name": entry.school.name, "place": entry.school.town or None}


def _costs(costs: Costs) -> dict[str, object]:
    return {
        "total": _euros(costs.whole),
        "stated_total": _euros(costs.stated),
        "cofinancing": _euros(costs.cofinancing),
        "cofinancing_share": costs.share,
        "items_without_amount": costs.unpriced,
    }


def _partners(partners: Mapping[PartnerKind | None, int]) -> dict[str, int]:
    return {kind or "not_said": number for kind, number in partners.items()}


def _totals(totals: Totals) -> dict[str, object]:
    money = totals.money
    return {
        "plans": totals.plans,
        "readable": totals.readable,
        "complete": totals.complete,
        "without_errors": totals.without_errors,
        "schools": totals.schools,
        "kinds": dict(totals.kinds),
        "findings": dict(totals.findings),
        "forms": {form or "not_said": number for form, number in totals.forms.items()},
        "partners": _partners(totals.partners),
        "costs": {
            "total": _euros(money.costs) if money.priced else None,
            "plans_with_costs": money.priced,
            "cofinancing": _euros(money.cofinancing) if money.stated else None,
            "plans_with_cofinancing": money.stated,
            "cofinancing_share": money.share,
        },
    }


def _due(due: Due, translator: Translator) -> dict[str, object]:
    school = due.entry.school if due.entry else None
    return {
        "date": due.when.iso,
        "last_day": due.when.last.isoformat(),
        "milestone": due_text(due, translator),
        "path": due.entry.path if due.entry else None,
        "school": school.id if school else None,
        "programme": due.programme.key if due.programme else None,
        "source": due.programme.source if due.programme else None,
    }


def _euros(cents: int | None) -> int | float | None:
    if cents is None:
        return None
    return cents // 100 if cents % 100 == 0 else cents / 100
