"""Cutting a line around a place, and counting the columns that it takes on a screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_cli.findings import Place
from sto_cli.render.terminal.table import excerpt
from sto_cli.render.visible import visible, width


@pytest.mark.parametrize(
    ("line", "column", "end", "shown"),
    [
        ("titel: Lab", 1, 6, ("titel: Lab", 0, 5)),
        ("titel: Lab   ", 8, None, ("titel: Lab", 7, 3)),
        ("titel: 東京 lab", 11, 14, ("titel: 東京 lab", 12, 3)),
        ("\tx: 1", 1, 2, ("→x: 1", 0, 1)),
        ("kort", 40, 44, ("kort", 4, 1)),
        ("a" * 50 + "DAAR" + "b" * 50, 51, 55, ("…" + "a" * 30 + "DAAR" + "bbbb…", 31, 4)),
        ("a" * 200, 1, None, ("a" * 39 + "…", 0, 40)),
    ],
    ids=[
        "start",
        "to the end of the text",
        "wide letters",
        "tab",
        "past the end",
        "far away",
        "all of a long line",
    ],
)
def test_shows_the_place(line, column, end, shown):
    part = excerpt(line, Place("p", 1, column, end), 40)
    assert (part.text, part.offset, part.length) == shown


@given(st.text(max_size=120), st.integers(1, 130), st.integers(0, 30) | st.none(), st.integers(40, 120))
def test_never_leaves_the_room_and_always_marks_something(line, column, length, room):
    end = None if length is None else column + length
    part = excerpt(line, Place("p", 1, column, end), room)
    assert width(part.text) <= room
    assert part.length >= 1
    assert part.text.isprintable()


@given(st.text())
def test_visible_text_keeps_its_length_and_shows_everything(text):
    assert len(visible(text)) == len(text)
    assert visible(text).isprintable()
