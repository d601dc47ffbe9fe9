"""Coverage as JSON: every group in every row."""

from __future__ import annotations

from collections.abc import Mapping

from sto_cli.messages import Translator
from sto_cli.render.reports.coverage_words import row_name
from sto_cli.render.reports.parts import said_all
from sto_cli.reports.count import Count, Groups
from sto_cli.reports.coverage import Coverage
from sto_cli.reports.selection import Selection


def coverage_json(answer: Coverage, translator: Translator) -> dict[str, object]:
    """Return the answer as plain data; `id` is null in the row of what belongs nowhere."""
    return {
        "format": 1,
        "report": "coverage",
        "as_of": answer.as_of.isoformat(),
        "by": answer.by,
        "selection": selection_data(answer.selection),
        "total": groups_data(answer.total),
        "rows": [
            {
                "id": row.id,
                "name": row_name(row.name, answer.by, translator),
                **groups_data(row.groups),
                **({} if row.nearby_unknown is None else {"nearby_unknown": row.nearby_unknown}),
            }
            for row in answer.rows
        ],
        **({"nearby_unknown": len(answer.nearby)} if answer.selection.regions else {}),
        "targets": [
            {"group": target.group, "target": target.target, "outcome": target.outcome} for target in answer.targets
        ],
        "reference": [
            {"group": figure.group, "rate": figure.rate, "source": figure.source} for figure in answer.reference
        ],
        "summary": said_all(answer.headline, translator),
        "remarks": said_all(answer.caveats, translator),
    }


def groups_data(groups: Groups) -> Mapping[str, object]:
    """Return the counts of every group."""
    return {group: count_data(count) for group, count in groups.named().items()}


def count_data(count: Count) -> dict[str, object]:
    """Return the three counts and the rates; a rate is null where there is nothing to divide."""
    return {
        "schools": count.schools,
        "participating": count.participating,
        "not_participating": count.not_participating,
        "unknown": count.unknown,
        "rate": count.rate,
        "rate_low": count.rate_low,
        "rate_high": count.rate_high,
    }


def selection_data(selection: Selection) -> dict[str, object]:
    """Return what a user asked for; empty lists mean: everything."""
    return {
        "regions": [region.id for region in selection.regions],
        "provinces": list(selection.provinces),
        "municipalities": list(selection.municipalities),
    }
