"""Lines, in pieces and whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sto_cli.render.terminal.table import as_lines, plain


@given(st.lists(st.text(st.sampled_from("ab\n"))))
def test_pieces_of_text_come_out_as_the_lines_that_they_hold(pieces):
    text = "".join(pieces)
    lines = [plain(line) for line in as_lines(pieces)]
    assert "\n".join(lines) == text.removesuffix("\n")
