"""Plans side by side: in which order, which of them belong here, what they come to, and what is due."""

from __future__ import annotations

from datetime import date

import pytest

from sto_cli.plans.language.dates import When
from sto_cli.plans.reading.budget import Budget
from sto_cli.plans.talk import Costs
from sto_cli.register.model import Address, Region, School
from sto_cli.reports.plan_summary import PlannedMilestone, PlanSummary
from sto_cli.reports.portfolio import Counting, JointCosts, portfolio
from sto_cli.reports.progress import HowFar
from sto_cli.reports.selection import Selection

TODAY = date(2026, 11, 24)
EAST, WEST = Region("east", "Oost"), Region("west", "West")


def school(code, town="Oostdorp", name="De Es", profiles="BWI", **more):
    return School(code, name, address=Address(place=town), profiles={profiles: ("bl",)}, **more)


ES, BAKEN = school("01AA01"), school("02BB02", "Westdorp", "Het Baken", "ZW", province="Utrecht", municipality="West")


def costs(total=None, cofinancing=None, unpriced=0, **payers):
    return Costs(None, cofinancing, None, unpriced, Budget(total=total, payers=payers))


def plan(path="a.yaml", **more):
    return PlanSummary(
        path,
        **(
            {
                "readable": True,
                "findings": {},
                "schools": (ES,),
                "region": EAST,
                "statements": path.encode().ljust(4)[:4],
            }
            | more
        ),
    )


def totals(*plans):
    return portfolio(plans, TODAY).totals


def paths(plans):
    return [one.path for one in plans]


def test_plans_stand_by_region_place_and_name_and_those_without_last():
    plans = [
        plan("9", schools=(), region=None, title="Zonder"),
        plan("8", schools=(), region=None, title="alleen"),
        plan("7", region=None),
        plan("6", schools=(), title="Lab"),
        plan("5", region=None, region_written="west elders"),
        plan("4", region=WEST),
        plan("3b"),
        plan("3a"),
        plan("2", schools=(school("03CC03", "Oostdorp", "de aak"),)),
        plan("1", schools=(school("04DD04", "aalten", "Zon"),)),
    ]
    assert paths(portfolio(plans, TODAY).plans) == ["1", "2", "3a", "3b", "6", "4", "5", "7", "8", "9"]
    assert paths(portfolio(plans[::-1], TODAY).plans) == ["1", "2", "3a", "3b", "6", "4", "5", "7", "8", "9"]


HERE = plan("here")
UNKNOWN = plan("unknown", region=None)
ELSEWHERE = plan("elsewhere", region=WEST, schools=(BAKEN,))
NO_SCHOOL = plan("no school", schools=())
BROKEN = plan("broken", readable=False, region=None, schools=())
BOTH = plan("both", schools=(ES, BAKEN))


@pytest.mark.parametrize(
    ("selection", "here", "elsewhere", "adrift"),
    [
        (Selection((EAST,)), ["both", "here", "no school"], ["elsewhere"], ["unknown"]),
        (Selection((WEST,)), ["elsewhere"], ["here", "no school", "both"], ["unknown"]),
        (Selection((EAST, WEST)), ["both", "here", "no school", "elsewhere"], [], ["unknown"]),
        (Selection(provinces=("Utrecht",)), ["both", "elsewhere"], ["here", "unknown"], ["no school"]),
        (Selection(municipalities=("West",)), ["both", "elsewhere"], ["here", "unknown"], ["no school"]),
        (Selection((EAST,), ("Utrecht",)), ["both"], ["here", "elsewhere"], ["unknown", "no school"]),
        (Selection(provinces=("Drenthe",)), [], ["here", "unknown", "elsewhere", "both"], ["no school"]),
    ],
)
def test_a_plan_is_here_elsewhere_or_adrift_and_unknown_is_not_elsewhere(selection, here, elsewhere, adrift):
    answer = portfolio([HERE, UNKNOWN, ELSEWHERE, NO_SCHOOL, BROKEN, BOTH], TODAY, selection=selection)
    assert sorted(paths(answer.plans)) == sorted(here)
    assert paths(answer.left_out.elsewhere) == elsewhere
    assert paths(answer.left_out.adrift) == adrift
    assert paths(answer.left_out.unreadable) == ["broken"]
    assert answer.left_out
    assert answer.totals.plans == len(here)


def test_without_a_selection_nothing_is_left_out():
    answer = portfolio([HERE, UNKNOWN, ELSEWHERE, NO_SCHOOL, BROKEN, BOTH], TODAY)
    assert (len(answer.plans), bool(answer.left_out)) == (6, False)
    assert answer.sources == ()


@pytest.mark.parametrize(
    ("left", "some"),
    [("elsewhere", [ELSEWHERE]), ("adrift", [UNKNOWN]), ("unreadable", [BROKEN])],
)
def test_one_plan_that_is_left_out_is_enough_to_say_so(left, some):
    answer = portfolio(some, TODAY, selection=Selection((EAST,)))
    assert bool(answer.left_out) is True
    assert paths(getattr(answer.left_out, left)) == paths(some)


def when(first, last=None):
    return When(date.fromisoformat(first), date.fromisoformat(last or first), first)


def steps(*whens):
    return tuple(PlannedMilestone(f"step {number}", one) for number, one in enumerate(whens))


@pytest.mark.parametrize(
    ("step", "due"),
    [
        (when("2026-11-23"), False),
        (when("2026-11-24"), True),
        (when("2026-12-24"), True),
        (when("2026-12-25"), False),
        (when("2026-10-01", "2026-11-23"), False),
        (when("2026-10-01", "2026-11-24"), True),
        (when("2026-12-24", "2027-06-30"), True),
        (when("2026-12-25", "2027-06-30"), False),
        (None, False),
    ],
)
def test_due_is_what_is_not_over_and_begins_in_time(step, due):
    answer = portfolio([plan(steps=steps(step))], TODAY, months=1)
    assert bool([one for one in answer.due if one.step]) is due
    assert answer.undated == (step is None)
    assert [one.when for one in answer.calendar if one.step] == ([step] if step else [])


def test_the_calendar_is_by_the_last_day_then_by_the_first():
    some = [when("2026-12-01", "2026-12-31"), when("2026-12-31"), when("2026-11-30"), when("2026-11-01", "2026-12-31")]
    found = [one.when.first.isoformat() for one in portfolio([plan(steps=steps(*some))], TODAY).calendar if one.step]
    assert found == ["2026-11-30", "2026-11-01", "2026-12-01", "2026-12-31"]


def test_the_last_day_of_the_calendar_is_no_fault():
    assert portfolio([], date(9999, 12, 30), months=1).until == date.max
    assert portfolio([], date(9998, 12, 31), months=12).until == date.max


def test_counts_of_plans():
    found = totals(
        plan("a", findings={"error": 2, "tip": 1}, open_questions=(1,), forms=("elective",), partners={"mbo": 2}),
        plan("b", findings={"warning": 3}, schools=(BAKEN, ES), forms=("elective", "lower-years"),
             own_forms=("x", "y")),
        plan("c", schools=(BAKEN,), partners={"mbo": 1, None: 1}, themes=frozenset({"girls"})),
        plan("d", readable=False, findings={"error": 1}, schools=(school("09ZZ09"),), forms=("elective",),
             partners={"po": 4}, came=HowFar(reached=9)),
    )  # fmt: skip
    assert (found.plans, found.readable, found.complete, found.without_errors, found.schools) == (4, 3, 2, 2, 2)
    assert found.findings == {"error": 3, "warning": 3, "tip": 1}
    assert found.kinds == {"technical": 1, "unknown": 1, "non_technical": 1}
    assert found.forms == {"elective": 2, "lower-years": 1, "own": 1, None: 1}
    assert list(found.forms) == ["elective", "lower-years", "own", None]
    assert found.partners == {"mbo": 3, None: 1}
    assert found.with_partner == {"po": 0, "vo": 0, "mbo": 2, "company": 0, "other": 0}
    assert found.lacking == ("po", "vo", "company")
    assert found.themes == {"sustainability": 0, "girls": 1, "staff": 0}
    assert found.came == HowFar()


def test_progress_adds_up():
    assert totals(plan(came=HowFar(reached=1, spent=5)), plan("b", came=HowFar(late=2))).came == HowFar(1, 2, spent=5)


@pytest.mark.parametrize(
    ("some", "together"),
    [
        ([], JointCosts()),
        ([costs()], JointCosts()),
        ([costs(0)], JointCosts(priced=1)),
        ([costs(100)], JointCosts(100, 1)),
        ([costs(100, 0)], JointCosts(100, 1, stated=1, cofinanced=100, without=1)),
        ([costs(100, 40), costs(60)], JointCosts(160, 2, 40, 1, 100, kinds={"not_said": 40})),
        ([costs(100, 100)], JointCosts(100, 1, 100, 1, 100, kinds={"not_said": 100})),
        ([costs(100, 101)], JointCosts(100, 1)),
        ([costs(None, 5)], JointCosts()),
        ([costs(None, 0)], JointCosts(stated=1, without=1)),
        ([costs(100, 40, company=30, school=10), costs(10, 5, company=5)],
         JointCosts(110, 2, 45, 2, 110, kinds={"companies_and_others": 35, "school": 10})),
    ],
)  # fmt: skip
def test_costs_of_plans_come_together(some, together):
    found = totals(*(plan(str(number), costs=one) for number, one in enumerate(some))).money
    assert found == together
    assert found.share == (together.cofinancing / together.cofinanced if together.cofinanced else None)


def rules(*pairs):
    return frozenset(pairs)


COMMON = [
    plan("a", rules=rules(("no-title", "tip"), ("short-answer", "warning"), ("read-as", "tip"), ("b", "error"))),
    plan("b", rules=rules(("no-title", "tip"), ("short-answer", "warning"), ("not-judged", "error"), ("a", "error"))),
    plan("c", rules=rules(("no-title", "tip"))),
]


@pytest.mark.parametrize(
    ("level", "found"),
    [
        ("tip", [("no-title", 3), ("short-answer", 2), ("a", 1), ("b", 1)]),
        ("warning", [("short-answer", 2), ("a", 1), ("b", 1)]),
        ("error", [("a", 1), ("b", 1)]),
    ],
)
def test_what_plans_have_in_common_is_counted_from_a_weight_on_most_plans_first(level, found):
    answer = portfolio(COMMON, TODAY, counting=Counting(every_file=True, level=level))
    assert [(one.rule, one.plans) for one in answer.remarks] == found


def same(path, modified, **more):
    return plan(path, statements=b"aaaabbbbccccdddd", modified=modified, **more)


def test_of_a_plan_in_several_files_the_newest_counts_unless_every_file_is_asked_for():
    files = [same("old.yaml", 1), same("new.yaml", 2)]
    answer = portfolio(files, TODAY)
    assert (paths(answer.plans), [one.newest.path for one in answer.versions]) == (["new.yaml"], ["new.yaml"])
    every = portfolio(files, TODAY, counting=Counting(every_file=True))
    assert (len(every.plans), every.versions) == (2, ())


def test_versions_of_plans_elsewhere_are_not_told():
    files = [same("old.yaml", 1, region=WEST), same("new.yaml", 2, region=WEST)]
    assert portfolio(files, TODAY, selection=Selection((EAST,))).versions == ()
    assert len(portfolio(files, TODAY, selection=Selection((WEST,))).versions) == 1
