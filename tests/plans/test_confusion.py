"""docs/betrouwbaarheid.md promises no more than is reached; `python tools/confusion.py` writes it anew."""

from __future__ import annotations

import re

import confusion
import pytest

PAGE = confusion.PAGE.read_text("utf-8")


def numbers(line):
    """Return the two cells of a row of the page, each as its first number."""
    [row] = re.findall(rf"^\| {re.escape(line)} \| (\d+)[^|]*\| (\d+)[^|]*\|$", PAGE, re.MULTILINE)
    return dict(zip(confusion.HALVES, map(int, row), strict=True))


@pytest.mark.parametrize("half", confusion.HALVES)
def test_the_page_promises_no_more_than_is_reached(half, register):
    reached = confusion.confusion(half, register)
    assert numbers("plannen")[half] == reached.plans
    assert numbers("opmerkingen gezien")[half] <= reached.caught.total()
    assert numbers("onterecht")[half] >= reached.false.total()
