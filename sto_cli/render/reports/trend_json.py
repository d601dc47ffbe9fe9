"""The trend as JSON."""

from __future__ import annotations

from sto_cli.messages import Translator
from sto_cli.register.model import School
from sto_cli.render.reports.coverage_json import groups_data, selection_data
from sto_cli.render.reports.gaps_json import region_data, school_data
from sto_cli.render.reports.parts import said_all
from sto_cli.reports.trend import Trend
from sto_cli.reports.trend_changes import Move, RegisterChange, TrendChange, TrendPoint


def trend_json(answer: Trend, translator: Translator) -> dict[str, object]:
    """Return the answer as plain data; `register` of a point and `register_change` are null with one register."""
    change = answer.register_change
    return {
        "format": 1,
        "report": "trend",
        "as_of": answer.as_of.isoformat(),
        "selection": selection_data(answer.selection),
        "points": [_point(point) for point in answer.points],
        "changes": [_change(change) for change in answer.changes],
        "register_change": _register_change(change) if change else None,
        "summary": said_all(answer.headline, translator),
        "remarks": said_all(answer.caveats, translator),
    }


def _point(point: TrendPoint) -> dict[str, object]:
    return {"date": point.on.isoformat(), "register": point.register, **groups_data(point.groups)}


def _change(change: TrendChange) -> dict[str, object]:
    return {
        "from": change.since.on.isoformat(),
        "to": change.until.on.isoformat(),
        "joined": [_move(move) for move in change.joined],
        "left": [_move(move) for move in change.left],
        "declined": [_move(move) for move in change.declined],
    }


def _move(move: Move) -> dict[str, object]:
    return {**school_data(move.position), "was": move.was, "now": move.now}


def _register_change(change: RegisterChange) -> dict[str, object]:
    return {
        "new_schools": [_school(school) for school in change.new_schools],
        "gone_schools": [_school(school) for school in change.gone_schools],
        "other_kind": [{**_school(now), "was": was.kind, "now": now.kind} for was, now in change.kinds],
        "new_regions": [region_data(region) for region in change.new_regions],
        "gone_regions": [region_data(region) for region in change.gone_regions],
    }


def _school(school: School) -> dict[str, object]:
    return {"id": school.id, "name": school.name, "place": school.town or None, "kind": school.kind}
