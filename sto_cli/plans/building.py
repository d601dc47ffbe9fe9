"""From data under English names to a `Plan`. What has a wrong shape is left out; `unsound` says where that is."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import Any, TypeVar, cast

from sto_cli.files.yaml_reader import KeyPath
from sto_cli.messages import Language
from sto_cli.plans.amounts import Amount, read_amount
from sto_cli.plans.dates import When
from sto_cli.plans.english import plain_word
from sto_cli.plans.model import (
    FORMS,
    PARTNER_KINDS,
    Activity,
    Answer,
    Form,
    Goal,
    Milestone,
    Paragraph,
    Partner,
    PartnerKind,
    Plan,
    QuestionKey,
    Resource,
)
from sto_cli.plans.shape import KINDS_ALSO
from sto_cli.plans.times import Within, time_in, time_meant
from sto_cli.register.profiles import PROFILES

Item = TypeVar("Item")
Details = dict[str, Any]


def build_plan(data: Details, language: Language, unsound: Collection[str]) -> Plan:
    """Build a plan; `unsound` names the answers with something in them that has a wrong shape."""

    def answer(key: QuestionKey, make: Callable[[Details, KeyPath], Item], main: str) -> Answer[Item]:
        return _answer(data, key, make, main, sound=key not in unsound)

    period = data.get("period")
    period = period if isinstance(period, dict) else {}
    start, end = _when(period.get("start")), _when(period.get("end"))
    within = (start.first, end.last) if start and end and start.first <= end.last else None
    return Plan(
        language=language,
        title=_text(data.get("title")),
        school=_text(data.get("school")),
        region=_text(data.get("region")),
        profiles=tuple(code for code in _list(data.get("profiles")) if code in PROFILES),
        forms=cast("tuple[Form, ...]", tuple(form for form in _list(data.get("forms")) if form in FORMS)),
        start=start,
        end=end,
        vision=answer("vision", _paragraph, "text"),
        goals=answer("goals", _goal, "goal"),
        activities=answer("activities", _activity, "activity"),
        milestones=answer("milestones", partial(_milestone, within=within), "milestone"),
        cooperation=answer("cooperation", _partner, "partner"),
        resources=answer("resources", _resource, "item"),
        total=_amount(data.get("total")),
    )


def _answer(
    data: Details, key: QuestionKey, make: Callable[[Details, KeyPath], Item], main: str, *, sound: bool
) -> Answer[Item]:
    if key not in data:
        return Answer(key)
    value = data[key]
    if isinstance(value, str):
        text = _text(value)
        return Answer(key, "text", (make({main: text}, (key,)),), sound) if text else Answer(key, "empty")
    if isinstance(value, list):
        items = tuple(item for i, part in enumerate(value) if (item := _item(part, make, main, (key, i))) is not None)
        return Answer(key, "list" if items else "empty", items, sound)
    return Answer(key, "empty" if value is None else "wrong", sound=value is None)


def _item(value: object, make: Callable[[Details, KeyPath], Item], main: str, path: KeyPath) -> Item | None:
    if isinstance(value, dict):
        return make(value, path) if any(part is not None for part in value.values()) else None
    text = _text(value)
    return make({main: text}, path) if text else None


def _paragraph(details: Details, path: KeyPath) -> Paragraph:
    return Paragraph(_text(details.get("text")) or "", path)


def _goal(details: Details, path: KeyPath) -> Goal:
    return Goal(_text(details.get("goal")) or "", _text(details.get("id")), _text(details.get("measure")), path)


def _activity(details: Details, path: KeyPath) -> Activity:
    form = details.get("form")
    goals = tuple(text for part in _list(details.get("goals")) if (text := _text(part)))
    return Activity(_text(details.get("activity")) or "", goals, cast("Form", form) if form in FORMS else None, path)


def _milestone(details: Details, path: KeyPath, within: Within | None) -> Milestone:
    written = _text(details.get("date"))
    text = _text(details.get("milestone")) or ""
    when = time_in(text, within) if written is None else time_meant(written, within)
    return Milestone(text, when, written, path)


def _partner(details: Details, path: KeyPath) -> Partner:
    written = details.get("kind")
    kind = kind_meant(written) if isinstance(written, str) else None
    return Partner(_text(details.get("partner")) or "", kind, _text(details.get("how")), path)


def kind_meant(written: str) -> PartnerKind | None:
    """Return the kind of partner that a word stands for; other words for it than a plan knows count as well."""
    if written in PARTNER_KINDS:
        return written
    plain = plain_word(written)
    return next((kind for kind, words in KINDS_ALSO.items() if plain in words), None)


def _resource(details: Details, path: KeyPath) -> Resource:
    written, paid = _text(details.get("amount")), details.get("cofinancing")
    return Resource(
        _text(details.get("item")) or "", _amount(written), written, paid if isinstance(paid, bool) else None, path
    )


def _text(value: object) -> str | None:
    """Return a text without the space around it; None when it is none, or nothing but space."""
    return (value.strip() or None) if isinstance(value, str) else None


def _list(value: object) -> list[Any]:
    return [part for part in value if isinstance(part, str)] if isinstance(value, list) else []


def _when(value: object) -> When | None:
    return time_meant(value) if isinstance(value, str) else None


def _amount(value: object) -> Amount | None:
    return read_amount(value) if isinstance(value, str) else None
