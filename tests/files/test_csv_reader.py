"""Which separator a CSV text has, and what a cell must begin with to be run."""

from __future__ import annotations

import pytest

from sto_cli.files.cells import as_written, harmless
from sto_cli.files.csv_reader import find_separator, read_rows

SEPARATED = {
    "a;b,c\nd;e,f\n": ";",
    "a,b;c\nd,e;f\n": ";",
    "a\tb,c\nd\te,f\n": "\t",
    "a,b|c\nd,e|f\n": ",",
    "a;b\tc\nd;e\tf\n": ";",
    "a;b,c,d\ne;f,g,h\n": ",",
    "a;b\nc,d\n": ";",
    "naam\nHet College, vmbo\nAlpha\n": "",
    "a;b\n\nc\n": ";",
    "a;b\n\nc\nd\n": "",
}


@pytest.mark.parametrize("text", SEPARATED, ids=repr)
def test_the_separator_of_most_rows_and_of_equals_the_likeliest(text):
    assert find_separator(text) == SEPARATED[text]
    assert read_rows(text).separator == SEPARATED[text]


RUN = ["=1+1", " =1+1", "\xa0=1+1", "\t=1+1", " \xa0\t@x", "+x", "-x", "\uff1d1", "=5", "+31=cmd", "- \n=x"]
SHOWN = ["1+1", "-5", "+31 6", "-", "\u2013", "a=b", "", " ", "-1.234,50", "(5)"]


@pytest.mark.parametrize("text", RUN, ids=repr)
def test_what_would_run_gets_an_apostrophe(text):
    assert harmless(text) == f"'{text}"
    assert as_written(harmless(text)) == text


@pytest.mark.parametrize("text", SHOWN, ids=repr)
def test_what_does_not_run_is_left_as_it_is(text):
    assert harmless(text) == text
    assert as_written(f"'{text}") == f"'{text}"
