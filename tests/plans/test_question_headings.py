"""Which line of a text is the heading of which question."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_cli.plans.reading.question_headings import heading_in

VALUES = Path(__file__).parent / "values"
LINES = [
    [part.strip() for part in line.split(" | ")]
    for line in (VALUES / "headings.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[1])
def test_a_line_is_the_heading_that_a_reader_sees_in_it(line):
    expected, text, *rest = line
    found = heading_in(text)
    assert ((found and "+".join(found.keys)) or "-", [found.rest] if found and found.rest else []) == (expected, rest)


@given(st.text(max_size=200))
def test_no_text_trips_it(text):
    for shown in (False, True):
        found = heading_in(text, shown=shown)
        assert found is None or (found.keys and text[found.start :].strip().startswith(found.rest))
