"""From data under English names to a `Plan`. What has a wrong shape is left out; `unsound` says where that is."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, TypeVar, cast

from sto_cli.files.yaml.reader import KeyPath
from sto_cli.messages import Language
from sto_cli.plans.language.amounts import Amount, amount_meant, spent_meant
from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.language.dated_texts import dated_parts
from sto_cli.plans.language.dates import When
from sto_cli.plans.language.partner_kinds import kind_meant
from sto_cli.plans.language.spans import TimeRange
from sto_cli.plans.language.times import time_in, time_meant
from sto_cli.plans.model import (
    FORMS,
    Activity,
    Answer,
    Form,
    FreeText,
    Goal,
    Milestone,
    Partner,
    Plan,
    QuestionKey,
    Resource,
)
from sto_cli.plans.reading.cofinancing import Paid, paid_meant
from sto_cli.plans.reading.named_partners import partners_in
from sto_cli.plans.reading.period_said import DatedText, period_of_milestones, says_only_period, says_whole_period
from sto_cli.plans.reading.reached import reached_meant
from sto_cli.register.profiles import PROFILES

Made = TypeVar("Made")
Details = dict[str, Any]

LONGEST_POINT = 5_000
"""Characters of a point of a list that is taken apart."""


def build_plan(data: Details, language: Language, unsound: Collection[str]) -> Plan:
    """Build a plan; `unsound` names the answers with something in them that has a wrong shape."""

    def answer(key: QuestionKey, make: Callable[[Details, KeyPath], Made], main: str) -> Answer[Made]:
        sound = key not in unsound
        if key not in data:
            return Answer(key)
        value = data[key]
        if isinstance(value, str):
            text = _text(value)
            return Answer(key, "text", (make({main: text}, (key,)),), sound) if text else Answer(key, "empty")
        if isinstance(value, list):
            items = tuple(
                item for i, part in enumerate(value) if (item := _item(part, make, main, (key, i))) is not None
            )
            return Answer(key, "list" if items else "empty", items, sound)
        return Answer(key, "empty" if value is None else "wrong", sound=value is None)

    period = data.get("period")
    period = period if isinstance(period, dict) else {}
    start, end = _when(period.get("start")), _when(period.get("end"))
    within = (start.first, end.last) if start and end and start.first <= end.last else None
    goals, activities = answer("goals", _goal, "goal"), _activities_apart(answer("activities", _activity, "activity"))
    milestones = _told_apart(answer("milestones", partial(_milestone, within=within), "milestone"), within)
    said = period_of_milestones(
        DatedText(one.text, one.date.first, one.date.last) for one in milestones.items if one.date
    )
    return Plan(
        language=language,
        title=_text(data.get("title")),
        school=_text(data.get("school")),
        region=_text(data.get("region")),
        profiles=tuple(dict.fromkeys(code for code in _list(data.get("profiles")) if code in PROFILES)),
        forms=_forms(data.get("forms")),
        own_forms=_own_forms(data),
        start=start or _of_day(said.start),
        end=end or _of_day(said.end),
        vision=answer("vision", _paragraph, "text"),
        goals=goals,
        activities=activities,
        milestones=milestones,
        cooperation=_partners_apart(answer("cooperation", _partner, "partner")),
        resources=answer("resources", _resource, "item"),
        total=_amount(data.get("total")),
    )


def _item(value: object, make: Callable[[Details, KeyPath], Made], main: str, path: KeyPath) -> Made | None:
    if isinstance(value, dict):
        return make(value, path) if any(part is not None for part in value.values()) else None
    text = _text(value)
    return make({main: text}, path) if text else None


def _paragraph(details: Details, path: KeyPath) -> FreeText:
    return FreeText(_text(details.get("text")) or "", path)


def _goal(details: Details, path: KeyPath) -> Goal:
    return Goal(
        _text(details.get("goal")) or "",
        _text(details.get("id")),
        _text(details.get("measure")),
        path,
        _text(details.get("measured")),
    )


def _activity(details: Details, path: KeyPath) -> Activity:
    goals = tuple(text for part in _list(details.get("goals")) if (text := _text(part)))
    return Activity(_text(details.get("activity")) or "", goals, _forms(details.get("form")), path)


def _milestone(details: Details, path: KeyPath, within: TimeRange | None) -> Milestone:
    written = _text(details.get("date"))
    text = _text(details.get("milestone")) or ""
    when = time_in(text, within) if written is None else time_meant(written, within)
    reached = _text(details.get("reached"))
    return Milestone(text, when, written, path, *reached_meant(reached), reached)


def _told_apart(answer: Answer[Milestone], within: TimeRange | None) -> Answer[Milestone]:
    """Take the milestones apart that one text tells of; they keep its place. When the plan itself runs is none."""
    items: list[Milestone] = []
    for one in answer.items:
        if len(answer.items) > 1 and one.written is None and says_whole_period(one.text):
            continue
        parts = [one.text] if one.written is not None else dated_parts(one.text, within)
        told = [part for part in parts if len(parts) == 1 or not (part.endswith(".") and says_only_period(part))]
        apart = [_milestone({"milestone": part}, one.path, within) for part in told]
        items += [one] if len(parts) == 1 else apart
    return replace(answer, items=tuple(items))


_GOES_ON = frozenset(
    ("daarin", "daarmee", "daarvan", "dat", "dit", "die", "deze", "zo", "zij", "ze", "hij", "hiermee", "zodat", "dan",
     "this", "that", "they", "it")
)  # fmt: skip
"""Words with which a sentence begins that says more of the activity before it."""

FEWEST_WORDS = 5
"""Words of a sentence that is an activity."""


def _activities_apart(answer: Answer[Activity]) -> Answer[Activity]:
    """Take the activities of a text apart by its sentences; they keep its place."""
    if answer.style != "text" or len(answer.items) != 1:
        return answer
    [one] = answer.items
    read = annotate(one.text)
    texts: list[str] = []
    for sentence in read.sentences:
        words = [token.key for token in read.tokens[sentence.first : sentence.last] if token.kind == "word"]
        if texts and (len(words) < FEWEST_WORDS or words[0] in _GOES_ON):
            texts[-1] = f"{texts[-1]} {read.text_of(sentence)}"
        else:
            texts.append(read.text_of(sentence))
    return replace(answer, items=tuple(replace(one, text=text) for text in texts)) if len(texts) > 1 else answer


def _partners_apart(answer: Answer[Partner]) -> Answer[Partner]:
    """Take the partners apart that one text tells of, each with what it does; they keep its place."""
    items: list[Partner] = []
    for one in answer.items:
        named = partners_in(one.text) if one.how is None and one.kind is None else []
        several = len(named) > 1
        items += [Partner(part.name, None, part.how or None, one.path) for part in named] if several else [one]
    return replace(answer, items=tuple(items))


def _partner(details: Details, path: KeyPath) -> Partner:
    written, how = details.get("kind"), _text(details.get("how"))
    kind = kind_meant(written) if isinstance(written, str) else None
    text = _text(details.get("partner")) or ""
    if how is None and written is None and len(path) > 1 and len(text) <= LONGEST_POINT:
        return _partner_in(text, path)
    return Partner(text, kind, how, path)


_NAME_AND_HOW = re.compile(r"(?P<name>[^:]{2,100}?)\s*(?::\s+|\s[-–—]\s+)(?P<how>.{8,})", re.DOTALL)
_KIND_IN_NAME = re.compile(r"\(([^()]{2,30})\)")


def _partner_in(text: str, path: KeyPath) -> Partner:
    """Read a partner from a point of a list: “Firda (mbo): twee docenten schrijven mee”."""
    found = _NAME_AND_HOW.fullmatch(text)
    kinds = (kind_meant(one) for one in _KIND_IN_NAME.findall(found["name"] if found else text))
    kind = next((one for one in kinds if one is not None), None)
    return Partner(text, kind, found["how"] if found else None, path)


def _resource(details: Details, path: KeyPath) -> Resource:
    """Return a point on resources by its places for an amount and for who pays; the budget says the rest."""
    text, written, spent = (_text(details.get(name)) for name in ("item", "amount", "spent"))
    stated, amount = details.get("cofinancing"), amount_meant(written) if written else None
    if stated is None and written and not any(letter.isdigit() for letter in written):
        stated = written  # “in natura” in the place of the amount
    paid = Paid(stated) if isinstance(stated, bool) else None
    if isinstance(stated, str):
        paid = paid_meant(stated, amount.cents if amount else None)
    return Resource(
        text or "", amount, written, paid.stated if paid else None, path, paid=paid.cents if paid else None,
        spent=spent_meant(spent) if spent else None, spent_written=spent, payer_written=_text(details.get("payer")),
        year=_text(details.get("year")),
    )  # fmt: skip


def _text(value: object) -> str | None:
    """Return a text without the space around it; None when it is none, or nothing but space."""
    return (value.strip() or None) if isinstance(value, str) else None


def _list(value: object) -> list[Any]:
    return [part for part in value if isinstance(part, str)] if isinstance(value, list) else []


def _forms(value: object) -> tuple[Form, ...]:
    """Return the forms in a list, or the one that a text is, once each."""
    written = dict.fromkeys(_list(value if isinstance(value, list) else [value]))
    return cast("tuple[Form, ...]", tuple(form for form in written if form in FORMS))


def _own_forms(data: Details) -> tuple[str, ...]:
    """Return the forms that are none of those that are known, at the top and of activities, in the writer's words."""
    activities = data.get("activities")
    of_activities = (
        [one.get("form") for one in activities if isinstance(one, dict)] if isinstance(activities, list) else []
    )
    named = (
        part
        for value in (data.get("forms"), *of_activities)
        for part in (value if isinstance(value, list) else [value])
    )
    return tuple(dict.fromkeys(text for part in named if part not in FORMS and (text := _text(part))))


def _when(value: object) -> When | None:
    return time_meant(value) if isinstance(value, str) else None


def _of_day(day: date | None) -> When | None:
    return When(day, day, day.isoformat()) if day else None


def _amount(value: object) -> Amount | None:
    return amount_meant(value) if isinstance(value, str) else None
