"""White spots and trend of a small register, and of the shipped one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sto_cli.messages import Translator
from sto_cli.register.load import load_register
from sto_cli.register.model import Participation, Region, School
from sto_cli.register.register import Register
from sto_cli.reports.gaps import gaps
from sto_cli.reports.selection import select
from sto_cli.reports.trend import days_of_change, trend

SMALL = Path(__file__).parent / "small"
NOVEMBER = date(2026, 11, 24)
MAP = "https://www.sterktechniekonderwijs.nl/regios-in-beeld/"


@pytest.fixture(scope="module")
def small():
    return load_register([SMALL], shipped=False)


def by_code(answer):
    return {gap.position.school.id: gap for gap in answer.gaps}


def test_gaps_are_all_that_do_not_take_part_or_are_not_known_to(small):
    answer = gaps(small, NOVEMBER)
    assert {code: gap.position.standing for code, gap in by_code(answer).items()} == {
        "01AA01": "not_participating",
        "01AA02": "unknown",
        "03CC00": "unknown",
        "03CC01": "unknown",
        "04DD00": "unknown",
    }
    assert len(answer.gaps) == answer.total.all.open


def test_a_school_of_several_regions_stands_in_one_group_that_names_them(small):
    groups = [tuple(region.id for region in group.regions) for group in gaps(small, NOVEMBER).groups]
    assert sorted(groups) == [(), ("east",), ("east", "west")]
    assert groups[-1] == ()


def test_asking_for_one_region_puts_its_shared_schools_apart(small):
    answer = gaps(small, NOVEMBER, select(small, regions=["west"]))
    assert answer.groups == ()
    assert [gap.position.school.id for gap in answer.shared] == ["03CC00", "03CC01"]
    assert any("2 more schools lie in a municipality that regions share" in Translator("en").say(one)
               for one in answer.headline)  # fmt: skip
    both = gaps(small, NOVEMBER, select(small, regions=["west", "east"]))
    assert both.shared == ()
    assert {"03CC00", "03CC01"} < set(by_code(both))


def test_reasons_say_why_a_school_matters(small):
    found = {code: gap.reasons for code, gap in by_code(gaps(small, NOVEMBER)).items()}
    assert found["01AA01"] == ("non_technical", "neighbour")
    assert found["01AA02"] == ("non_technical",)
    assert found["03CC01"] == ("technical", "alone_in_municipality")


def test_the_nearest_that_takes_part_has_its_distance_and_region(small):
    near = by_code(gaps(small, NOVEMBER))["01AA02"].nearest
    assert near is not None
    assert (near.school.id, near.distance_km) == ("01AA00", 11.1)  # a tenth of a degree of latitude
    assert near.region is not None
    assert near.region.id == "east"
    assert by_code(gaps(small, NOVEMBER))["03CC00"].nearest is None  # it has no coordinates


def test_the_contact_follows_the_step_plan(small):
    found = by_code(gaps(small, NOVEMBER))
    assert found["01AA01"].contact.url == "https://voorbeeld.test/oost"
    assert found["03CC00"].contact.url == MAP  # which of two regions is not certain
    assert found["04DD00"].contact.url == MAP
    asked = gaps(small, NOVEMBER, select(small, regions=["east"]))
    assert {gap.contact.url for gap in asked.shared} == {MAP}


def test_no_region_of_the_shipped_register_lacks_a_contact(register):
    assert all(gap.contact.url for gap in gaps(register, NOVEMBER).gaps)


def test_the_trend_says_who_joined_and_who_left(small):
    answer = trend(small, [date(2023, 10, 1), date(2025, 10, 1), NOVEMBER])
    assert [point.groups.all.participating for point in answer.points] == [3, 3, 3]
    first, second = answer.changes
    assert [(move.position.school.id, move.was, move.now) for move in first.joined] == [
        ("02BB00", "unknown", "participating")
    ]
    assert [move.position.school.id for move in first.left] == ["03CC01"]
    assert [(move.position.school.id, move.was, move.now) for move in second.joined] == [
        ("02BB02", "unknown", "participating")
    ]
    assert [(move.position.school.id, move.now) for move in second.left] == [("01AA01", "not_participating")]


def test_dates_come_in_order_and_once(small):
    answer = trend(small, [NOVEMBER, date(2024, 1, 1), NOVEMBER])
    assert [point.on for point in answer.points] == [date(2024, 1, 1), NOVEMBER]


def test_without_dates_the_periods_choose_them(small):
    assert days_of_change(small, NOVEMBER) == (
        date(2021, 10, 1),
        date(2022, 10, 1),
        date(2023, 10, 1),
        date(2024, 10, 1),
        date(2025, 10, 1),
        date(2026, 10, 1),
        NOVEMBER,
    )


@pytest.mark.parametrize(
    ("period", "years"),
    [
        ({"since": "2024"}, [2023, 2024]),
        ({"until": "2024"}, [2023, 2024]),
        ({"since": "2022", "until": "2024"}, [2021, 2022, 2023, 2024]),
        ({"since": "2026"}, [2025, 2026]),
        ({"since": "2027"}, [2026]),
        ({}, []),
    ],
)
def test_a_period_is_shown_from_the_year_before_it_begins_or_ends(period, years):
    facts = {"1": Participation("01AA01", "r", "participating", **period)}
    days = days_of_change(Register({"r": Region("r", "R")}, {}, facts), NOVEMBER)
    assert days == (*(date(year, 10, 1) for year in years), NOVEMBER)


def test_entries_without_a_period_are_said_to_show_no_trend(small, register):
    def said(one):
        return [Translator("en").say(caveat) for caveat in trend(one, [NOVEMBER]).caveats]

    assert any(text.startswith("None of the entries says since when") for text in said(register))
    assert any(text.startswith("2 of the 8 entries do not say since when") for text in said(small))


def test_only_who_did_not_take_part_before_has_newly_declined(small, register):
    for every in (small, register):
        for change in trend(every, [date(2023, 10, 1), date(2025, 10, 1), NOVEMBER]).changes:
            declined = {move.position.school.id for move in change.declined}
            assert {(move.was, move.now) for move in change.declined} <= {("unknown", "not_participating")}
            assert not declined & {move.position.school.id for move in (*change.left, *change.joined)}


def test_a_school_that_is_said_not_to_take_part_for_the_first_time_declined():
    schools = {"01AA01": School("01AA01", "De Wilgenhof", profiles={"ZW": ("bl",)})}
    region = Region("r", "R")
    facts = {one.id: one for one in [Participation("01AA01", "r", "not_participating", since="2025")]}
    (change,) = trend(Register({"r": region}, schools, facts), [date(2024, 10, 1), date(2025, 10, 1)]).changes
    assert [(move.was, move.now) for move in change.declined] == [("unknown", "not_participating")]
