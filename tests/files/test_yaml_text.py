"""A text written as a YAML value is read back as that text, by us and by others."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sto_cli.files.yaml.reader import read_yaml
from sto_cli.files.yaml.writer import yaml_text

TEXTS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\ufffe\uffff"))


@given(TEXTS, st.booleans())
def test_is_read_back_as_the_same_text(text, in_list):
    written = yaml_text(text, in_list=in_list)
    wanted = " ".join(text.split())
    source = f"a: [{written}]\n" if in_list else f"a: {written}\n"
    found = [wanted] if in_list else wanted
    assert "\n" not in written
    assert read_yaml(source, "p").data == {"a": found}
    assert yaml.safe_load(source) == {"a": found}


@pytest.mark.parametrize(
    "text", ["no", "Nee: dat niet", "2026-10-01", "12.500", "'t Wilgje", "€ 5", "- x", "# x", "a #b"]
)
def test_keeps_what_others_would_read_otherwise(text):
    assert yaml.safe_load(f"a: {yaml_text(text)}") == {"a": text}


@pytest.mark.parametrize("text", ["Basisschool De Wilg", "Auto's, fietsen en robots", "60 leerlingen per jaar"])
def test_writes_ordinary_text_without_marks(text):
    assert yaml_text(text) == text
