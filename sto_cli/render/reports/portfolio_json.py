"""The portfolio as data: amounts in euros, days as 2026-10-01, months as 2026-10."""

from sto_cli.messages import Translator
from sto_cli.render.document.fields import data_of
from sto_cli.render.reports.coverage_document import selection_data
from sto_cli.render.reports.parts import said_all
from sto_cli.render.reports.portfolio_document import REMARKS
from sto_cli.render.reports.portfolio_fields import HOW_FAR, WHO, after, partners_data
from sto_cli.render.reports.portfolio_words import due_text, file_name, partner_sentences, portfolio_headline
from sto_cli.render.words import in_euros
from sto_cli.reports.portfolio import Due, LeftOut, Portfolio, Totals
from sto_cli.reports.versions import Versions


def portfolio_json(answer: Portfolio, translator: Translator) -> dict[str, object]:
    """Return the answer as plain data, what a plan does not say is null."""
    fields = [*WHO, *HOW_FAR, *after(answer)]
    return {
        "format": 1,
        "report": "plans",
        "as_of": answer.as_of.isoformat(),
        "until": answer.until.isoformat(),
        "selection": selection_data(answer.selection),
        "plans": [data_of(fields, plan) for plan in answer.plans],
        "left_out": _left_out(answer.left_out),
        "versions": [_versions(one) for one in answer.versions],
        "rules": [data_of(REMARKS, one) for one in answer.remarks],
        "totals": _totals(answer.totals),
        "due": [_due_data(due, translator) for due in answer.due],
        "summary": said_all(
            [*portfolio_headline(answer, translator), *partner_sentences(answer.totals, translator)], translator
        ),
        "remarks": said_all(answer.caveats, translator),
    }


def _versions(versions: Versions) -> dict[str, object]:
    return {
        "counts": file_name(versions.newest),
        "copies": [file_name(plan) for plan in versions.copies],
        "older": [file_name(plan) for plan in versions.older],
        "told_by": versions.told_by,
    }


def _left_out(left_out: LeftOut) -> dict[str, list[str]]:
    return {
        "other_region": [file_name(plan) for plan in left_out.elsewhere],
        "region_unknown": [file_name(plan) for plan in left_out.adrift],
        "unreadable": [file_name(plan) for plan in left_out.unreadable],
    }


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
        "partners": partners_data(totals.partners),
        "plans_with_partner": dict(totals.with_partner),
        "partners_lacking": list(totals.lacking),
        "themes": dict(totals.themes),
        "progress": {
            "reached": totals.came.reached,
            "late": totals.came.late,
            "unreported": totals.came.unreported,
            "unclear": totals.came.unclear,
            "planned": in_euros(totals.came.planned) if totals.came.spent is not None else None,
            "spent": in_euros(totals.came.spent),
            "items_reported": totals.came.reported,
            "items": totals.came.items,
        },
        "costs": {
            "total": in_euros(money.costs) if money.priced else None,
            "plans_with_costs": money.priced,
            "cofinancing": in_euros(money.cofinancing) if money.stated else None,
            "plans_with_cofinancing": money.stated,
            "cofinancing_share": money.share,
            "kinds": {kind: in_euros(cents) for kind, cents in money.kinds.items()},
        },
    }


def _due_data(due: Due, translator: Translator) -> dict[str, object]:
    school = due.plan.school if due.plan else None
    return {
        "date": due.when.iso,
        "last_day": due.when.last.isoformat(),
        "milestone": due_text(due, translator),
        "path": file_name(due.plan) if due.plan else None,
        "school": school.id if school else None,
        "programme": due.programme.key if due.programme else None,
        "source": due.programme.source if due.programme else None,
    }
