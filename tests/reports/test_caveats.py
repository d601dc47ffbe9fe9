"""What a reader must know of a figure: each remark where it holds, and not one case further."""

from __future__ import annotations

from datetime import date

import pytest

from sto_cli.messages import Translator
from sto_cli.plans.reading.budget import Budget
from sto_cli.plans.talk import Costs
from sto_cli.register.model import Participation, Region, School
from sto_cli.register.register import Register
from sto_cli.reports.caveats import caveats, is_odd, plan_caveats
from sto_cli.reports.plan_summary import PlanSummary
from sto_cli.reports.selection import Selection
from sto_cli.reports.standing import Position

TODAY = date(2026, 11, 24)
EAST, WEST = Region("east", "Oost"), Region("west", "West")
SCHOOL = School("01AA01", "De Es", province="Gelderland", municipality="Oost", profiles={"BWI": ("bl",)})

NO_SOURCE = (
    "No source says of a school that it does not take part. So the figures tell how many schools take part for "
    "certain, not how many there are at most."
)
PROFILES = "A school counts under each profile that it offers, so the rows add up to more than the total."
IN_PART = "Of regions that reach further, only the schools in this area count."
NEVER = (
    "None of the entries says since when a school takes part: each counts from the day of its source on. Add “since” "
    "and “until” to your own participation.yaml."
)


def position(standing="participating", entry=None, regions=(EAST,), basis="recorded"):
    return Position(SCHOOL, standing, entry, regions, basis)


def register(*entries, schools=(SCHOOL,)):
    facts = {f"{number}": entry for number, entry in enumerate(entries)}
    return Register({"east": EAST, "west": WEST}, {school.id: school for school in schools}, facts)


def said(remarks):
    return [Translator("en").say(one) for one in remarks]


def remarks(schools=(), selection=Selection(), by="none", on=None, known=None):  # noqa: B008 - frozen
    return said(caveats(known or register(), schools, selection, by, on))


@pytest.mark.parametrize(
    ("standings", "holds"),
    [
        (["participating", "unknown"], True),
        (["participating", "unknown", "likely", "in_talks"], True),
        (["participating", "unknown", "not_participating"], False),
        (["participating"], False),
        (["unknown"], False),
        (["not_participating"], False),
        (["participating", "not_participating"], False),
        ([], False),
    ],
)
def test_a_share_without_anybody_who_declined_is_no_share_of_all(standings, holds):
    assert remarks([position(one) for one in standings]) == ([NO_SOURCE] if holds else [])


BOTH = position(regions=(EAST, WEST))
SHARED = position("not_participating", regions=(EAST, WEST), basis="area")


@pytest.mark.parametrize(
    ("by", "schools", "sentences"),
    [
        ("profile", [position()], [PROFILES]),
        ("profile", [], [PROFILES]),
        ("region", [position(), SHARED], []),
        ("region", [BOTH, position()], [
            "1 school counts in more than one region, because these regions both name it. So the rows add up to more "
            "than the total.",
        ]),
        ("region", [BOTH, BOTH, SHARED], [
            "2 schools count in more than one region, because these regions both name them. So the rows add up to more "
            "than the total.",
        ]),
        ("province", [BOTH], []),
        ("none", [BOTH, SHARED], []),
    ],
)  # fmt: skip
def test_a_school_in_several_rows_is_said_where_there_are_rows(by, schools, sentences):
    assert remarks(schools, by=by) == sentences


@pytest.mark.parametrize(
    ("by", "selection", "schools", "number"),
    [
        ("gaps", Selection(), [SHARED, BOTH], "1 school lies"),
        ("gaps", Selection(), [SHARED, SHARED], "2 schools lie"),
        ("gaps", Selection(provinces=("Gelderland",)), [SHARED], "1 school lies"),
        ("gaps", Selection(), [BOTH], None),
        ("gaps", Selection((EAST,)), [SHARED], None),
        ("none", Selection(), [SHARED], None),
    ],
)
def test_a_list_to_call_says_of_how_many_the_region_is_to_be_looked_up(by, selection, schools, number):
    found = remarks(schools, selection, by)
    assert [line.partition(" in a municipality that regions share; see on the map")[0] for line in found] == (
        [number] if number else []
    )


@pytest.mark.parametrize(
    ("by", "selection", "holds"),
    [
        ("region", Selection(provinces=("Gelderland",)), True),
        ("region", Selection(municipalities=("Oost",)), True),
        ("region", Selection((EAST,), ("Gelderland",)), True),
        ("region", Selection((EAST,)), False),
        ("region", Selection(), False),
        ("province", Selection(provinces=("Gelderland",)), False),
    ],
)
def test_regions_that_reach_further_than_the_area_are_counted_in_part(by, selection, holds):
    assert remarks([], selection, by) == ([IN_PART] if holds else [])


AGAINST = Participation("01AA01", "east", "participating", against="https://voorbeeld.test/")


@pytest.mark.parametrize(
    ("schools", "begins"),
    [
        ([position("unknown", AGAINST)], "1 school counts as not known, because one page says that it takes part"),
        ([position("unknown", AGAINST)] * 2, "2 schools count as not known, because one page says that they take part"),
        ([position("unknown")], None),
        ([position("in_talks", AGAINST)], None),
    ],
)
def test_a_fact_that_a_page_speaks_against_is_said(schools, begins):
    found = remarks(schools)
    assert len(found) == bool(begins)
    assert all(line.startswith(begins) for line in found)


def entry(level="location", **more):
    return Participation("01AA01", "east", "participating", level=level, **more)


@pytest.mark.parametrize(
    ("schools", "sentences"),
    [
        ([position(entry=entry("school"))], [
            "Of 1 school the source names the school, but not this very location.",
        ]),
        ([position(entry=entry("school"))] * 2, [
            "Of 2 schools the source names the school, but not this very location.",
        ]),
        ([position(entry=entry("location"))], []),
        ([position("likely", entry("school"))], []),
        ([position()], []),
    ],
)  # fmt: skip
def test_a_source_that_names_the_school_and_not_the_location_is_said(schools, sentences):
    assert remarks(schools) == sentences


@pytest.mark.parametrize(
    ("selection", "number"),
    [
        (Selection(), "2 schools are left out, because their profiles are not known."),
        (Selection(provinces=("Utrecht",)), "1 school is left out, because its profiles are not known."),
        (Selection(provinces=("Drenthe",)), None),
        (Selection((EAST,)), None),
    ],
)
def test_schools_without_profiles_are_said_to_be_left_out(selection, number):
    schools = [SCHOOL, School("02BB02", "A", province="Utrecht"), School("03CC03", "B", province="Gelderland")]
    assert remarks(selection=selection, known=register(schools=schools)) == ([number] if number else [])


DATED, UNDATED = entry(since="2025"), entry()


@pytest.mark.parametrize(
    ("entries", "sentences"),
    [
        ([], []),
        ([UNDATED], [NEVER]),
        ([UNDATED, UNDATED], [NEVER]),
        ([DATED], []),
        ([DATED, entry(until="2025")], []),
        ([DATED, UNDATED], [
            "1 of the 2 entries does not say since when it holds, and counts from the day of its source on.",
        ]),
        ([DATED, UNDATED, UNDATED], [
            "2 of the 3 entries do not say since when they hold, and count from the day of their source on.",
        ]),
    ],
)  # fmt: skip
def test_entries_without_a_period_are_said_of_a_trend(entries, sentences):
    assert remarks(by="trend", known=register(*entries)) == sentences
    assert remarks(selection=Selection((WEST,)), by="trend", known=register(*entries)) == []
    assert remarks(selection=Selection((EAST,)), by="trend", known=register(*entries)) == sentences


@pytest.mark.parametrize(
    ("on", "today", "said_of"),
    [
        (None, TODAY, False),
        (date(2017, 12, 31), TODAY, False),
        (date(2018, 1, 1), TODAY, True),
        (date(2026, 11, 23), TODAY, True),
        (date(2026, 11, 24), TODAY, False),
        (date(2026, 11, 25), TODAY, False),
        (date(2030, 1, 1), None, True),
    ],
)
def test_entries_without_a_period_are_said_of_a_day_that_is_past(on, today, said_of):
    assert remarks(selection=Selection(today=today), on=on, known=register(UNDATED)) == ([NEVER] if said_of else [])


# Of plans


def costs(total=None, **more):
    values = {"listed": None, "cofinancing": None, "stated": None, "unpriced": 0} | more
    return Costs(**values, budget=Budget(total=total))


def plan(path="a.yaml", money=None, **more):
    values = {"readable": True, "schools": (SCHOOL,), "costs": costs(100) if money is None else money} | more
    return PlanSummary(path, findings={}, **values)


OTHER = School("02BB02", "Het Baken")


@pytest.mark.parametrize(
    ("plans", "sentences"),
    [
        ([], []),
        ([plan()], []),
        ([plan(readable=False)], ["1 more file cannot be read as a plan; only its errors are counted."]),
        ([plan(), plan(readable=False), plan(readable=False)], [
            "2 more files cannot be read as plans; only their errors are counted.",
        ]),
        ([plan(money=costs())], ["1 plan names no costs, so the total is too low."]),
        ([plan(money=costs(0))], []),
        ([plan(money=costs(100, cofinancing=101))], [
            "1 plan states cofinancing that is more than its costs, or no costs beside it: that is not counted.",
        ]),
        ([plan(money=costs(100, cofinancing=100))], []),
        ([plan(money=costs(100, unpriced=1))], ["1 plan has items without an amount, so the total is too low."]),
        ([plan(money=costs(100, unpriced=1, stated=100))], []),
        ([plan(schools=(), several_schools=True)], [
            "Of 1 plan it is not clear which school or location it is of, so its kind of school is not known.",
        ]),
        ([plan(schools=())], ["1 plan names no school that the register knows, so its kind of school is not known."]),
        ([plan(), plan()], [
            "1 school has more than one plan: perhaps one of them is an older version, and its costs count twice.",
        ]),
        ([plan(schools=(SCHOOL, OTHER)), plan(), plan(schools=(OTHER,))], [
            "2 schools have more than one plan: perhaps some are older versions, and their costs count twice.",
        ]),
        ([plan(), plan(schools=(OTHER,))], []),
        ([plan(), plan(readable=False)], ["1 more file cannot be read as a plan; only its errors are counted."]),
    ],
)  # fmt: skip
def test_what_is_not_known_of_plans_is_said_with_of_how_many(plans, sentences):
    assert said(plan_caveats(plans)) == sentences


@pytest.mark.parametrize(
    ("money", "odd"),
    [
        (costs(), False),
        (costs(100), False),
        (costs(100, cofinancing=0), False),
        (costs(cofinancing=0), False),
        (costs(cofinancing=1), True),
        (costs(0, cofinancing=1), True),
        (costs(100, cofinancing=99), False),
        (costs(100, cofinancing=101), True),
    ],
)
def test_cofinancing_that_cannot_be_held_against_costs_is_odd(money, odd):
    assert is_odd(money) is odd
