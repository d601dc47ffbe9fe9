"""The land of the maps, as it ships: neighbours share their borders, nothing is lost where areas are joined."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_cli.register.load import load_register
from sto_cli.render.page.land import Land, _box, land, tones
from sto_cli.render.page.school_map import ground_of, school_map
from sto_cli.reports.gaps import gaps
from sto_cli.reports.selection import select

SHIPPED = land()
NAMES = sorted(name for names in SHIPPED.provinces.values() for name in names)


def area(ring):
    """The area within a closed line, in square degrees; a hole runs the other way and counts against it."""
    closed = [*ring, ring[0]]
    return sum(x1 * y2 - x2 * y1 for (y1, x1), (y2, x2) in pairwise(closed)) / 2


def total(municipalities):
    return sum(map(area, SHIPPED.outline(municipalities)))


def test_every_municipality_of_the_register_has_borders():
    register = load_register()
    named = {school.municipality for school in register.schools.values()}
    named |= {name for region in register.regions.values() for name in region.municipalities}
    assert named <= set(NAMES)


def test_there_are_twelve_provinces_and_342_municipalities():
    assert len(SHIPPED.provinces) == 12
    assert len(NAMES) == 342


@given(st.sets(st.sampled_from(NAMES), min_size=1, max_size=40))
def test_joined_municipalities_cover_just_what_each_covers(some):
    assert total(some) == pytest.approx(sum(total([name]) for name in some))


def test_borders_within_an_area_fall_away():
    overijssel = SHIPPED.provinces["Overijssel"]
    assert sum(map(len, SHIPPED.outline(overijssel))) < sum(
        len(ring) for name in overijssel for ring in SHIPPED.outline([name])
    )
    assert SHIPPED.between([overijssel]) == []


def test_the_land_is_islands_and_a_mainland():
    assert len(SHIPPED.outline(["Texel", "Vlieland", "Terschelling"])) >= 3
    largest = max(SHIPPED.whole, key=len)
    assert any(point in SHIPPED.outline(["Maastricht"])[0] for point in largest)


def test_neighbours_have_a_border_with_each_other():
    beside = SHIPPED.neighbours({name: [name] for name in NAMES})
    assert beside["Losser"] == {"Enschede", "Oldenzaal", "Dinkelland"}
    assert all(one in beside[other] for one in NAMES for other in beside[one])


def test_an_area_that_is_not_on_the_map_is_left_out():
    assert SHIPPED.outline(["Bonaire"]) == []


def test_neighbours_differ_in_tone_and_the_tones_are_the_same_each_time():
    areas = {name: [name] for name in NAMES}
    chosen = tones(SHIPPED.neighbours(areas), 5)
    beside = SHIPPED.neighbours(areas)
    assert all(chosen[one] != chosen[other] for one in NAMES for other in beside[one])
    assert chosen == tones(SHIPPED.neighbours(dict(reversed(areas.items()))), 5)


def test_the_tool_makes_arcs_that_neighbours_share():
    from borders import topology

    def square(name, x):
        ring = [[x, 52.0], [x + 1, 52.0], [x + 1, 53.0], [x, 53.0], [x, 52.0]]
        return {"properties": {"statnaam": name}, "geometry": {"type": "Polygon", "coordinates": [ring]}}

    made = topology([square("A", 5), square("B", 6)], {"A": "P", "B": "Q"})
    both = Land(json.loads(json.dumps(made)))
    assert len(made["arcs"]) == 3
    assert both.between([["A"], ["B"]]) in ([((52.0, 6.0), (53.0, 6.0))], [((53.0, 6.0), (52.0, 6.0))])
    (outline,) = both.outline(["A", "B"])
    assert area(outline) == pytest.approx(area(both.outline(["A"])[0]) * 2)


def test_the_shipped_file_names_its_source():
    whole = json.loads((Path(__file__).parents[2] / "data" / "borders.json").read_text(encoding="utf-8"))
    assert "CC BY 4.0" in whole["source"]


@pytest.mark.parametrize("region", ["twente", "amsterdam", "regio-haaglanden", None])
def test_names_of_places_cover_no_school_and_name_the_largest_gaps(register, region):
    regions = tuple(register.regions.values())
    selection = select(register, [region] if region and region in register.regions else [])
    answer = gaps(register, date(2026, 11, 24), selection)
    schools = [gap.position.school for gap in answer.gaps]
    ground = ground_of(schools, answer.others, regions, selection)
    drawn = school_map("", [gap.position for gap in answer.gaps], ground, named=True)
    for label in drawn.labels:
        left, top, right, bottom = _box(label, ground.frame)
        assert not [dot for dot in drawn.dots if left <= dot.x <= right and top <= dot.y <= bottom]
    if not selection:
        most = Counter(school.town for school in schools).most_common(2)
        assert {town for town, _ in most} <= {label.name for label in drawn.labels}


def test_every_step_of_a_path_has_somewhere_to_go(register):
    everywhere = select(register)
    drawn = ground_of(list(register.schools.values()), (), list(register.regions.values()), everywhere).terrain
    for path in (drawn.water, drawn.land, *drawn.tones, drawn.provinces):
        assert not re.search(r"l(?:M|z|$)", path)
