"""docs/betrouwbaarheid.md says what is reached, rule by rule; `python tools/confusion.py` writes it anew."""

from __future__ import annotations

import confusion
import pytest

pytestmark = pytest.mark.slow


def test_the_page_says_what_is_reached(register):
    assert confusion.document(register) == confusion.PAGE.read_text("utf-8")
