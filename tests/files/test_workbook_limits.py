"""Names that Excel allows for sheets, and lists that a workbook would hold in part only."""

from __future__ import annotations

import io

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from sto_cli.errors import UnwritableFile
from sto_cli.files.workbook.writer import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, SheetNames, refuse_too_large


@pytest.mark.parametrize(
    ("name", "fitting"),
    [
        ("Deelnemers", "Deelnemers"),
        ("a[b]", "a b"),
        ("x/y", "x y"),
        ("'q'", "q"),
        ("d'r in", "d'r in"),
        ("History", "History_"),
        ("HISTORY", "HISTORY_"),
        ("", "1"),
        ("[]", "1"),
        ("''", "1"),
        ("a\x07b", "a b"),
        ("a" * 40, "a" * 31),
        ("a" * 30 + "'b", "a" * 30),
        ("😀" * 20, "😀" * 15),
    ],
)
def test_names_are_made_fit(name, fitting):
    assert SheetNames().fit(name) == fitting


def test_names_that_become_the_same_are_numbered():
    names = SheetNames()
    assert [names.fit(name) for name in ("x/y", "X Y", "x?y", "a" * 40, "a" * 50)] == [
        "x y", "X Y (2)", "x y (3)", "a" * 31, "a" * 27 + " (2)",
    ]  # fmt: skip


@given(st.lists(st.text(), min_size=1, max_size=6))
def test_whatever_the_names_a_workbook_with_them_is_written(wished):
    names = SheetNames()
    with xlsxwriter.Workbook(io.BytesIO()) as book:
        for name in wished:
            book.add_worksheet(names.fit(name))


@pytest.mark.parametrize(
    "size", [(MOST_ROWS + 1, 1, 0), (1, MOST_COLUMNS + 1, 0), (1, 1, LONGEST_CELL + 1)], ids=["rows", "columns", "cell"]
)
def test_what_a_workbook_does_not_hold_is_refused(size):
    with pytest.raises(UnwritableFile):
        refuse_too_large(*size)


def test_what_it_just_holds_is_not():
    refuse_too_large(MOST_ROWS, MOST_COLUMNS, LONGEST_CELL)
