"""A quick look whether a plan has the right shape.

Most plans do, and then neither the import of `jsonschema` (45–90 ms) nor its walk through the plan (0.35 ms, as
much as all the rest together) is needed. The look reads the same table from which the schema is made, and a
property test holds it to the same answer as the schema, in both directions.
"""

from __future__ import annotations

import re

from sto_cli.plans.model import QUESTIONS
from sto_cli.plans.shape import DATE_PATTERN, PLAN, PROFILE_SPELLINGS, WORDS, Shape
from sto_cli.register.profiles import PROFILES

_DATE = re.compile(DATE_PATTERN)
_CHOICES = {
    "form": frozenset(WORDS["form"]),
    "kind": frozenset(WORDS["kind"]),
    "profile": frozenset((*PROFILES, *PROFILE_SPELLINGS)),
}
_BY_NAME = {
    id(shape): {heading.english: heading.shape for heading in shape.group}
    for shape in (PLAN, *(heading.shape.items or heading.shape for heading in PLAN.group))
    if shape.group
}


def fits(data: object) -> bool:
    """Whether data under English names is right by the schema of a plan with English headings."""
    return isinstance(data, dict) and all(question in data for question in QUESTIONS) and _fits(data, PLAN)


def _fits(value: object, shape: Shape) -> bool:
    if isinstance(value, str):
        return _text_fits(value, shape)
    if isinstance(value, dict):
        return _group_fits(value, shape)
    if isinstance(value, list):
        items = shape.items
        return items is not None and (bool(value) or not shape.filled) and all(_fits(item, items) for item in value)
    if value is None:
        return not shape.filled
    return isinstance(value, bool) and shape.text == "yes-no"


def _text_fits(value: str, shape: Shape) -> bool:
    match shape.text:
        case None:
            return False
        case "free":
            return not shape.filled or bool(value.strip())
        case "date":
            return _DATE.search(value) is not None
        case "amount" | "name" | "school" | "yes-no":
            return True
    return value in _CHOICES[shape.text]


def _group_fits(value: dict[str, object], shape: Shape) -> bool:
    shapes = _BY_NAME.get(id(shape))
    if shapes is None or (shape.main is not None and shape.main not in value):
        return False
    return all(name in shapes and _fits(inside, shapes[name]) for name, inside in value.items())
