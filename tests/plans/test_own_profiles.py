"""Which profiles a letter speaks of as those of its own school."""

from __future__ import annotations

from pathlib import Path

import pytest

from sto_cli.plans.reading.own_school import own_profiles

FILE = Path(__file__).parent / "values" / "own_profiles.txt"


def lines():
    return [tuple(line.rsplit(" = ", 1)) for line in FILE.read_text("utf-8").splitlines() if not line.startswith("# ")]


@pytest.mark.parametrize(("written", "expected"), lines())
def test_only_the_own_profiles_are_taken(written, expected):
    found = own_profiles([written])
    assert (" ".join(found[0]) if found else "-") == expected
