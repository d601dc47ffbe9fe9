"""Splitting text into lines loses nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sto_cli.files.decoding import split_lines, without_end


@given(st.text(st.sampled_from("a \r\n\x0c\u2028")))
def test_lines_joined_give_the_text_back(text):
    lines = split_lines(text)
    assert "".join(lines) == text
    assert len(lines) == text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    assert not any(letter in without_end(line) for line in lines for letter in "\r\n")
