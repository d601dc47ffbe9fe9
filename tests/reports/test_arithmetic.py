"""The arithmetic of coverage for any numbers: counts stay apart, rates lie between bounds, percentages are honest."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_cli.messages import Translator
from sto_cli.register.belonging import Nearest, distance_km
from sto_cli.register.model import Participation, Region, School
from sto_cli.register.register import Register
from sto_cli.render.document.csv import document_csv
from sto_cli.render.document.model import Column, Document, Table
from sto_cli.render.formats import Look
from sto_cli.render.reports.coverage_document import coverage_data
from sto_cli.render.terminal.document import shares_of
from sto_cli.reports.count import Count, share
from sto_cli.reports.coverage import coverage, judge

NUMBER = st.integers(0, 200_000)
COUNTS = st.builds(Count, NUMBER, NUMBER, NUMBER, NUMBER, NUMBER)


@given(COUNTS)
def test_rates_lie_between_their_bounds(count):
    certain = count.participating + count.not_participating
    assert count.schools == certain + count.likely + count.in_talks + count.unknown
    if count.rate is not None:
        assert count.rate == count.participating / certain
    else:
        assert not count.schools or (not count.not_participating and count.participating < count.schools)
    assert (count.rate_low is None) == (count.rate_high is None) == (count.schools == 0)
    if count.rate_low is not None and count.rate_high is not None:
        assert 0 <= count.rate_low <= count.rate_high <= 1
        assert (count.rate_low == count.rate_high) == (certain == count.schools)
        if count.rate is not None:
            assert count.rate_low <= count.rate <= count.rate_high


@given(COUNTS, COUNTS)
def test_counts_add_up(one, other):
    both = one + other
    assert both.schools == one.schools + other.schools
    assert both.open == one.open + other.open


@given(NUMBER, NUMBER)
def test_a_percentage_is_none_or_all_only_when_it_is_exactly_so(part, rest):
    whole = part + rest
    said = Translator("nl").say(share(part / whole if whole else None))
    assert (said == "0%") == (whole > 0 and part == 0)
    assert (said == "100%") == (whole > 0 and rest == 0)
    assert (said == "n.v.t.") == (whole == 0)
    if re.fullmatch(r"\d+%", said):
        assert abs(int(said[:-1]) - 100 * part / whole) <= 0.5 + 1e-6


@given(NUMBER, st.integers(1, 200_000))
def test_csv_has_no_false_percentages_either(part, rest):
    whole = part + rest
    table = Table("x", (Column("x", "percent"),), [(part / whole,)])
    text = document_csv(Document("x", [table]), Look(Translator("nl"))).splitlines()[1]
    assert (text == "0%") == (part == 0)
    assert not text.startswith("100")
    assert re.fullmatch(r"0%|\d{1,2},\d\d%", text)


@given(st.integers(0, 100), st.integers(0, 100), st.integers(0, 100), st.integers(0, 40))
def test_a_bar_shows_every_part_and_has_its_length(one, two, three, length):
    cells = shares_of(length, (one, two, three))
    parts = sum(number > 0 for number in (one, two, three))
    if parts and length >= parts:
        assert sum(cells) == length
        assert [cell > 0 for cell in cells] == [number > 0 for number in (one, two, three)]
    if not parts:
        assert sum(cells) == 0


@given(COUNTS, st.integers(0, 100))
def test_a_target_is_judged_as_counting_would(count, percentage):
    outcome = judge("all", percentage / 100, count).outcome
    worst, best = 100 * count.participating, 100 * (count.schools - count.not_participating)
    needed = percentage * count.schools
    expected = "reached" if worst >= needed else "missed" if best < needed else "undecided"
    assert outcome == (expected if count.schools else "not_applicable")


REGIONS = {name: Region(name, name, municipalities=(name, "shared")) for name in ("a", "b", "c")}
PROFILES = st.sampled_from([{"BWI": ("bl",)}, {"ZW": ("kl",)}, {"ZW": ("bl",), "MT": ("gl",)}, {}, None])
DATES = st.sampled_from([None, "2020", "2022-06", "2024-01-15"])


@st.composite
def registers(draw):
    ids = [f"{number:02d}AA00" for number in range(draw(st.integers(0, 12)))]
    schools = {
        code: School(
            code,
            code,
            municipality=draw(st.sampled_from(["a", "b", "shared", "elsewhere", None])),
            profiles=draw(PROFILES),
        )
        for code in ids
    }
    entries = st.builds(
        Participation,
        st.sampled_from(ids or ["x"]),
        st.sampled_from(sorted(REGIONS)),
        st.sampled_from(["participating", "not_participating"]),
        since=DATES,
        until=DATES,
    )
    participations = draw(st.lists(entries, max_size=10)) if ids else []
    return Register(REGIONS, schools, {entry.id: entry for entry in participations})


@given(registers(), st.dates(date(2019, 1, 1), date(2027, 1, 1)))
def test_rows_cover_the_total_whatever_the_register(register, day):
    vocational = sum(school.vocational for school in register.schools.values())
    for by in ("none", "region", "province", "municipality", "labour-market-region", "profile"):
        answer = coverage(register, day, by)
        assert answer.total.all.schools == vocational == len(answer.schools)
        for row in answer.rows:
            assert row.groups.all.schools <= vocational
        if by in {"municipality", "province", "labour-market-region"}:
            assert sum(row.groups.all.schools for row in answer.rows) == vocational
        elif by != "none":
            assert sum(row.groups.all.schools + (row.shared or 0) for row in answer.rows) >= vocational
        json.dumps(coverage_data(answer, Translator("nl")))


POINTS = st.tuples(st.floats(50.5, 53.7), st.floats(3.2, 7.3)) | st.tuples(st.floats(12, 18), st.floats(-69, -62))


@given(st.lists(POINTS, max_size=30), POINTS)
def test_the_nearest_is_the_nearest_of_all(points, here):
    found = Nearest(points, lambda point: point).to(here)
    distances = [distance_km(here, point) for point in points]
    assert (found is None) == (not points)
    if found is not None:
        assert found[1] == min(distances)


@given(st.lists(POINTS, max_size=30, unique=True), POINTS)
def test_outwards_come_all_things_in_the_order_of_their_distance(points, here):
    found = list(Nearest(points, lambda point: point).outwards(here))
    assert found == sorted(((point, distance_km(here, point)) for point in points), key=lambda pair: pair[1])


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (57, 200, "29%"),
        (1, 200, "1%"),
        (143, 200, "72%"),
        (199, 200, ">99%"),
        (1, 201, "<1%"),
        (0, 9, "0%"),
        (9, 9, "100%"),
    ],
)
def test_halves_are_rounded_up_as_at_school(part, whole, said):
    """57 of 200 is 28.5%, which a computer holds as 28.499999999999996."""
    assert Translator("en").say(share(part / whole)) == said
