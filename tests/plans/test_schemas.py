"""The schemas of a plan: made from one source, right for other validators, and equal to the quick look."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from plan_schemas import SCHEMA_NAMES, plan_schema

from sto_cli.files.schema import fits
from sto_cli.messages import LANGUAGES
from sto_cli.plans.model import QUESTIONS
from sto_cli.plans.reading.english import to_english
from sto_cli.plans.reading.reading import read_plan
from sto_cli.plans.reading.shape import PLAN, Shape

ROOT = Path(__file__).parent.parent.parent
GOOD = [path for path in sorted((ROOT / "examples" / "plans").glob("*.yaml")) if "met-fouten" not in path.name]
CASES = sorted((ROOT / "tests" / "cases").rglob("*.yaml"))


def schema(language):
    return json.loads((ROOT / "schemas" / f"{SCHEMA_NAMES[language]}.schema.json").read_text("utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_schema_files_are_made_from_the_table(language):
    """Fails when the table or a text changed: run `python tools/plan_schemas.py`."""
    assert schema(language) == plan_schema(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_schemas_are_draft_2020_12(language):
    Draft202012Validator.check_schema(schema(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_heading_has_a_title_and_a_description_in_its_language(language):
    def walk(node):
        for heading in node.get("properties", {}).values():
            assert heading["title"]
            assert heading["description"]
            walk(heading)
            walk(heading.get("items", {}))

    walk(schema(language))
    assert schema("nl")["properties"]["doelen"]["title"] == "2. Wat zijn de specifieke doelen van het plan?"
    assert schema("en")["properties"]["goals"]["title"] == "2. What are the specific goals of the plan?"


@pytest.mark.parametrize("plan", GOOD, ids=lambda path: path.stem)
def test_good_plans_are_right_for_other_validators(plan):
    """Read as YAML 1.1 by PyYAML, with its numbers, dates (as JSON has them: texts) and booleans."""
    data = json.loads(json.dumps(yaml.safe_load(plan.read_text("utf-8")), default=str))
    assert [error.message for error in Draft202012Validator(schema("nl")).iter_errors(data)] == []


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_quick_look_agrees_with_the_schema_on_every_case(case):
    data = read_plan(case.read_bytes(), case.name).english.data
    assert fits("plan", data) == Draft202012Validator(schema("en")).is_valid(data)


TEXTS = {
    "free": ["text", "Alle leerlingen", "2026"],
    "name": ["g1", "twente", "1"],
    "school": ["00AH17", "school"],
    "date": ["2026-10-01", "2026-10", " 2026-10 "],
    "amount": ["12500", "12.500", "veel"],
    "yes-no": ["yes", "no", True, False],
    "form": ["elective", "lower-years"],
    "kind": ["po", "mbo", "company"],
    "profile": ["ZW", "MT", "BPM"],
}
OTHERS = st.sampled_from(
    ["", " ", "\u00a0", "\u200b", "\n", "1-10-2026", "workshop", "XX", "ja", "keuzevak", None, True, [], {}, [""],
     [None], ["text"], [[]], {"other": "x"}, {"goal": "x"}, {"date": "2026-10"}, [{"item": ""}],
     [{"partner": "x", "kind": "roc"}]]
)  # fmt: skip


def right(shape: Shape):
    """Make values of the shape of a part of a plan."""
    strategies = [st.sampled_from(TEXTS[shape.text])] if shape.text else []
    if shape.items is not None:
        strategies.append(st.lists(right(shape.items), min_size=shape.filled, max_size=3))
    if shape.group:
        headings = {heading.english: right(heading.shape) for heading in shape.group}
        needed = {name for name in headings if name == shape.main or (shape is PLAN and name in QUESTIONS)}
        strategies.append(
            st.fixed_dictionaries(
                {name: headings[name] for name in needed},
                optional={name: one for name, one in headings.items() if name not in needed},
            )
        )
    if not shape.filled and shape is not PLAN:
        strategies.append(st.none())
    return st.one_of(strategies)


def spots(value, parent=None, key=None):
    """Yield every part of a plan as (group or list, heading or position)."""
    if parent is not None:
        yield parent, key
    for inside in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from spots(inside[1], value, inside[0])


@st.composite
def plans(draw):
    """Make a plan of the right shape, and change it in at most two places."""
    plan = deepcopy(draw(right(PLAN)))
    for _ in range(draw(st.integers(0, 2))):
        parent, key = draw(st.sampled_from(list(spots(plan))))
        if isinstance(parent, dict) and draw(st.booleans()):
            parent["other" if draw(st.booleans()) else key] = parent.pop(key)
        else:
            parent[key] = deepcopy(draw(OTHERS))
        if not plan or not list(spots(plan)):
            break
    return plan


@given(plans())
def test_the_quick_look_agrees_with_the_schema(data):
    assert fits("plan", data) == Draft202012Validator(schema("en")).is_valid(data)


@given(plans())
@example({"profiles": [["pie", ""], [[""]]], "vision": "text", "goals": "text"})
def test_data_under_english_names_stays_the_same_when_translated_again(data):
    once = to_english(data).data
    assert to_english(once).data == once
