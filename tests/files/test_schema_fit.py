"""The quick check says yes only where the full checker does, for any data and schema."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from sto_cli.files.schema import compile_check, complaints, schema_path
from sto_cli.register.load import shipped_folder
from sto_cli.register.model import PART_KINDS
from sto_cli.register.part_file import read_part

TEXTS = st.sampled_from(["", "a", "bl", "kl", "ab c", "2021-10", "00AH17", "https://x.test/", "\n"])
DATA = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 3) | st.floats(allow_nan=False) | TEXTS,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.sampled_from("abc"), inside, max_size=3),
    max_leaves=8,
)
KINDS = st.sampled_from(["string", "object", "array", "null", "number", "integer", "boolean"])
SCHEMAS = st.recursive(
    st.fixed_dictionaries(
        {},
        optional={
            "type": KINDS | st.lists(KINDS, min_size=1, max_size=3, unique=True),
            "enum": st.lists(TEXTS | st.integers(0, 2) | st.booleans(), min_size=1, max_size=3),
            "pattern": st.sampled_from(["^a", "b", r"^\d{4}$"]),
            "required": st.lists(st.sampled_from("abc"), unique=True),
            "minLength": st.integers(0, 3),
            "maxLength": st.integers(0, 3),
            "minItems": st.integers(0, 2),
            "maxItems": st.integers(0, 2),
            "additionalProperties": st.booleans(),
            "not": st.just({}),
            "description": st.just("x"),
            "if": st.sampled_from([{"type": "string"}, {"type": "integer"}]),
            "then": st.fixed_dictionaries({"enum": st.lists(TEXTS, min_size=1, max_size=2)}),
        },
    ),
    lambda inside: st.fixed_dictionaries(
        {},
        optional={
            "items": inside,
            "properties": st.dictionaries(st.sampled_from("abc"), inside, max_size=2),
            "$ref": st.sampled_from(["#/$defs/one", "#/$defs/none"]),
            "additionalProperties": st.just(False),
        },
    ),
    max_leaves=4,
)


@given(SCHEMAS, SCHEMAS, DATA)
def test_yes_means_that_the_full_checker_says_yes(schema, one, data):
    schema = {**schema, "$defs": {"one": one, "none": {"type": "null"}}}
    if "$ref" in str(one):  # a definition that leads to itself never ends in the full checker
        return
    if compile_check(schema)(data):
        assert Draft202012Validator(schema).is_valid(data)


@pytest.mark.parametrize("kind", PART_KINDS)
def test_the_shipped_files_fit_without_the_full_checker(kind):
    schema = json.loads(schema_path(kind).read_text("utf-8"))
    part = read_part(kind, shipped_folder() / f"{kind}.yaml", kind)
    data = {"as_of": part.as_of, "source": part.source, kind: part.entries}
    assert part.entries
    assert compile_check(schema)(data)


@pytest.mark.parametrize(
    ("change", "keyword"),
    [
        ({"id": "00AH1"}, "pattern"),
        ({"nmae": "x"}, "additionalProperties"),
        ({"profiles": {"BWI": []}}, "minItems"),
        ({"profiles": {"BWI": ["tl"]}}, "enum"),
        ({"coordinates": [1.0]}, "minItems"),
        ({"name": None}, "type"),
        ({"name": ""}, "minLength"),
    ],
)
def test_what_does_not_fit_is_still_explained(change, keyword):
    data = {"as_of": "2026", "source": "x", "schools": [{"id": "00AH17", **change}]}
    assert keyword in [complaint.keyword for complaint in complaints("schools", data)]
