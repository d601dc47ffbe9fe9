"""Which regions are offered for a name that no region has."""

from __future__ import annotations

import pytest

from sto_cli.plans.reading.regions import near_regions


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Atlantis", set()),
        ("Friesland", {"Regio Noordoost-Friesland", "Noordwest-Friesland", "TechniekPact West-Friesland"}),
        ("drechtsteden", {"Regio Noordelijke Drechtsteden"}),
    ],
)
def test_only_names_that_are_like_it_are_offered(register, written, names):
    """Not a region with an alias that is left empty, or is a few letters that many words hold."""
    assert {region.name for region in near_regions(register, written)} == names
