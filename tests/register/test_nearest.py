"""The nearest of many points, as comparing all of them finds it."""

from __future__ import annotations

from sto_cli.register.belonging import Nearest, distance_km


def test_the_order_is_that_of_all_distances(register):
    spots = [school.coordinates for school in register.schools.values() if school.spot]
    nearest = Nearest(spots, lambda spot: spot, lambda spot: spot)
    for here in spots[::9]:
        found = [distance for _, distance in nearest.outwards(here)]
        everyone = sorted(distance_km(here, spot) for spot in set(spots))
        assert found == everyone


def test_from_far_away_too(register):
    spots = [school.coordinates for school in register.schools.values() if school.spot]
    here = (12.2, -68.3)
    thing, distance = Nearest(spots, lambda spot: spot).to(here)
    assert distance == min(distance_km(here, spot) for spot in spots)
    assert thing in spots


def test_of_nothing_there_is_no_nearest():
    assert Nearest([], lambda spot: spot).to((52.0, 5.0)) is None
