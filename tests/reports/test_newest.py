"""Which of several files is the newest version of one plan, and what is a version of one plan at all."""

from __future__ import annotations

import pytest

from sto_cli.register.model import School
from sto_cli.reports.plan_summary import PlanSummary
from sto_cli.reports.versions import newest_of

SCHOOL, OTHER = School("01AA01", "De Wilgenhof"), School("02BB02", "Het Baken")


def says(*statements):
    """Return the digest of a plan that says so: four bytes for each statement."""
    return b"".join(statement.encode().ljust(4) for statement in statements)


def plan(path, statements="abcd", modified=None, title=None, **more):
    values = {"readable": True, "schools": (SCHOOL,)} | more
    return PlanSummary(path, findings={}, statements=says(*statements), modified=modified, title=title, **values)


def told(plans):
    """Return how the newest of one plan was told, and the files by what they are."""
    _, [one] = newest_of(plans)
    return one.told_by, one.newest.path, [copy.path for copy in one.copies], [older.path for older in one.older]


def count(*plans):
    return [one.path for one in newest_of(plans)[0]]


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("plan.docx", "plan versie 2.docx"),
        ("plan versie 2.docx", "plan versie 10.docx"),
        ("plan version 1.docx", "plan version 2.docx"),
        ("plan-v1.docx", "plan-v2.docx"),
        ("plan v1.docx", "plan v2.docx"),
        ("plan_v1.docx", "plan.v2.docx"),
        ("plan (1).docx", "plan (2).docx"),
        ("plan.docx", "plan (1).docx"),
        ("plan_1.docx", "plan_2.docx"),
        ("plan 1.docx", "plan 2.docx"),
        ("plan v2.docx", "PLAN VERSIE 3.docx"),
        ("plan versie.3.docx", "plan versie 4 (concept).docx"),
        ("plan 2026 versie 2.docx", "plan 2025 versie 3.docx"),
        ("99/plan v1.docx", "1/plan v2.docx"),
    ],
)
def test_the_higher_number_in_the_name_is_newer_whenever_the_file_was_written(older, newer):
    files = [plan(newer, "abcd", modified=1), plan(older, "abce", modified=2)]
    for some in (files, files[::-1]):
        assert told(some) == ("number", newer, [], [older])


@pytest.mark.parametrize("name", ["plan 2026", "plan 123", "plan vmbo 3a b", "plan gv2"])
def test_what_is_no_number_of_a_version_leaves_it_to_the_time(name):
    assert told([plan(f"{name}.docx", modified=1), plan("plan.docx", "abce", modified=2)])[:2] == ("time", "plan.docx")


@pytest.mark.parametrize(
    "name", ["plan definitief", "plan_def", "plan-final", "Eindversie plan", "definitieve plan", "PLAN DEFINITIEF"]
)
def test_of_numbered_versions_the_one_that_is_called_final_is_newest(name):
    files = [plan("plan v1.docx", modified=3), plan(f"{name}.docx", "abce", modified=1), plan("plan v2.docx", "abcf")]
    assert told(files)[:2] == ("final", f"{name}.docx")


@pytest.mark.parametrize("name", ["plan defensie", "plan finale", "plan eindversies"])
def test_a_word_that_only_begins_like_final_is_not(name):
    assert told([plan("plan v1.docx"), plan(f"{name}.docx", "abce")])[:2] == ("number", "plan v1.docx")


def test_where_two_are_called_final_their_number_tells():
    files = [plan("plan v1 definitief.docx"), plan("plan v2 definitief.docx", "abce"), plan("plan v3.docx", "abcf")]
    assert told(files)[:2] == ("number", "plan v3.docx")


def test_of_one_number_the_later_file_is_newest():
    files = [
        plan("a v2.docx", modified=5),
        plan("b v2.docx", "abce", modified=6),
        plan("c v1.docx", "abcf", modified=9),
    ]
    assert told(files)[:2] == ("number", "b v2.docx")
    assert told(files[::-1])[:2] == ("number", "b v2.docx")
    unknown = [plan("a v2.docx"), plan("b v2.docx", "abce", modified=1), plan("c v1.docx", "abcf")]
    assert told(unknown)[:2] == ("number", "b v2.docx")


@pytest.mark.parametrize(("times", "newest"), [((1, 2), "b.docx"), ((2, 1), "a.docx"), ((None, 1), "b.docx")])
def test_without_numbers_the_later_file_is_newest(times, newest):
    files = [plan("a.docx", modified=times[0]), plan("b.docx", "abce", modified=times[1])]
    assert told(files)[:2] == ("time", newest)


def test_where_nothing_tells_the_last_name_is_taken_and_that_is_said():
    assert told([plan("b.docx"), plan("a.docx", "abce")]) == ("name", "b.docx", [], ["a.docx"])


@pytest.mark.parametrize(
    "name", ["plan (1)", "plan (123)", "Kopie van plan", "plan - kopie", "copy_plan", "plan copie", "plan conflict"]
)
def test_of_equal_files_the_one_that_is_no_copy_counts(name):
    files = [plan("plan.docx", modified=1), plan(f"{name}.docx", modified=2)]
    assert told(files) == ("copy", "plan.docx", [f"{name}.docx"], [])


@pytest.mark.parametrize("name", ["plan (1234)", "plan copyright", "plan (1) b"])
def test_what_is_not_called_a_copy_may_count(name):
    files = [plan("plan.docx", modified=1), plan(f"{name}.docx", modified=2)]
    assert told(files)[1] == f"{name}.docx"


def test_where_all_are_called_copies_one_counts():
    assert told([plan("kopie a.docx", modified=1), plan("kopie b.docx", modified=2)])[1] == "kopie b.docx"


def test_copies_of_the_newest_stand_apart_from_older_versions():
    files = [
        plan("oud.docx", "abce", modified=1), plan("nieuw.docx", modified=3), plan("kopie van nieuw.docx", modified=4),
        plan("ouder.docx", "abcf", modified=0),
    ]  # fmt: skip
    assert told(files) == ("time", "nieuw.docx", ["kopie van nieuw.docx"], ["oud.docx", "ouder.docx"])
    assert count(*files) == ["nieuw.docx"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("abcd", "abcd", True),
        ("abcdef", "abcdgh", True),  # 4 of 8 in common
        ("abcdefg", "abcdxyz", False),  # 4 of 10
        ("abcde", "abcxy", False),  # 3 of 7
        ("abc", "abc", True),  # a plan that is hardly begun is a copy of what says exactly the same
        ("abc", "abd", False),  # and no version of what says half of it
        ("abcd", "abc", False),
    ],
)
def test_half_of_the_statements_in_common_is_one_plan(one, other, same):
    assert (len(count(plan("a.docx", one), plan("b.docx", other))) == 1) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Technieklab klas 2", "technieklab, klas 2", True),
        ("Technieklab versie 1", "Technieklab versie 2 definitief", True),
        ("Technieklab concept", "Technieklab", True),
        ("Technieklab v1", "Technieklab v.2", True),
        ("abcdefghijklmnopq000", "abcdefghijklmnopq111", True),  # 85 of 100 alike
        ("abcdefghijklmnop0000", "abcdefghijklmnop1111", False),  # 80
        ("Technieklab", "Groene kas", False),
        ("Technieklab", None, False),
        (None, "Technieklab", False),
        (None, None, False),
        ("", "", False),
    ],
)
def test_plans_of_one_school_with_one_title_are_one(one, other, same):
    files = plan("a.docx", "abcd", title=one), plan("b.docx", "wxyz", title=other)
    assert (len(count(*files)) == 1) is same


def test_a_plan_is_a_version_of_any_of_the_versions():
    chain = [plan("a.docx", "abcdef"), plan("b.docx", "abcdgh"), plan("c.docx", "abghij")]
    assert count(*chain) == ["c.docx"]
    assert count(*chain[::2]) == ["a.docx", "c.docx"]


def test_plans_of_two_schools_are_two_and_keep_their_order():
    assert count(plan("b.docx"), plan("a.docx", schools=(OTHER,))) == ["b.docx", "a.docx"]
    assert count(plan("b.docx"), plan("a.docx", schools=(SCHOOL, OTHER))) == ["b.docx", "a.docx"]


def test_without_a_school_only_what_is_equal_is_one_plan():
    assert count(plan("a.docx", schools=()), plan("b.docx", schools=())) == ["b.docx"]
    assert count(plan("a.docx", "abcde", schools=()), plan("b.docx", "abcdf", schools=())) == ["a.docx", "b.docx"]


def test_a_file_that_is_no_plan_is_no_version():
    assert count(plan("a.docx", readable=False), plan("b.docx", readable=False)) == ["a.docx", "b.docx"]
    assert newest_of([]) == ([], [])
