"""Coverage of a small register of which every figure can be counted by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sto_cli.errors import UsageProblem
from sto_cli.messages import Translator
from sto_cli.register.load import load_register
from sto_cli.register.model import Part, Participation, Region, School
from sto_cli.register.register import Register
from sto_cli.reports.count import Count, Groups
from sto_cli.reports.coverage import Target, coverage
from sto_cli.reports.headline import gaps_headline, headline
from sto_cli.reports.selection import Selection, select

SMALL = Path(__file__).parent / "small"
NOVEMBER = date(2026, 11, 24)


@pytest.fixture(scope="module")
def small():
    return load_register([SMALL], shipped=False)


def standings(count):
    """Return a count without the age of what is known."""
    return count._replace(this_period=0, earlier=0, undated=0)


def rows(answer):
    return {row.id: (standings(row.groups.technical), standings(row.groups.non_technical)) for row in answer.rows}


def test_national_figures_count_every_school_once(small):
    total = coverage(small, NOVEMBER).total
    assert standings(total.technical) == Count(participating=2, not_participating=0, unknown=1)
    assert standings(total.non_technical) == Count(participating=1, not_participating=1, unknown=3)
    assert total.theoretical is None
    assert standings(total.all) == Count(3, 1, 4)
    assert total.all.evidence == {"this_period": 2, "earlier": 2, "undated": 0}


def test_a_region_counts_its_schools_and_those_of_a_shared_municipality_apart(small):
    answer = coverage(small, NOVEMBER, "region")
    assert rows(answer) == {
        "east": (Count(1, 0, 0), Count(0, 1, 1)),  # two of its own, and Groen Oost
        "west": (Count(1, 0, 0), Count(1, 0, 0)),
        "empty": (Count(), Count()),
        None: (Count(), Count(0, 0, 1)),
    }
    assert {row.id: row.shared for row in answer.rows} == {"east": 2, "west": 2, "empty": 0, None: None}
    assert answer.total.all.schools == sum(row.groups.all.schools for row in answer.rows) + 2


def test_what_is_shared_by_all_regions_that_were_asked_for_surely_belongs_to_them(small):
    one, both = (coverage(small, NOVEMBER, selection=select(small, names)) for names in (["east"], ["east", "west"]))
    assert (one.total.all.schools, len(one.shared)) == (3, 2)
    assert (both.total.all.schools, len(both.shared)) == (7, 0)


def test_a_school_that_takes_part_elsewhere_is_no_gap_of_the_region_that_says_no(small):
    answer = coverage(small, NOVEMBER, "region")
    [school] = [one for one in answer.schools if one.school.id == "02BB02"]
    assert school.standing == "participating"
    assert [region.id for region in school.regions] == ["west"]


@pytest.mark.parametrize(
    ("day", "participating", "declined"),
    [
        (date(2018, 12, 31), 0, 0),  # an entry without a period says nothing of the days before its file
        (date(2019, 1, 1), 1, 0),  # since: 2019 begins on 1 January
        (date(2021, 7, 31), 2, 0),
        (date(2021, 8, 1), 3, 0),  # since: 2021-08
        (date(2023, 12, 31), 3, 0),
        (date(2024, 1, 1), 3, 0),  # until: 2023 has ended, since: 2024 has begun
        (date(2025, 12, 31), 3, 0),
        (date(2026, 1, 1), 2, 1),  # one school stopped, and says so
        (date(2026, 8, 1), 3, 1),  # the one that said no in one region takes part in another
    ],
)
def test_periods_decide_who_takes_part_on_a_day(small, day, participating, declined):
    every = coverage(small, day).total.all
    assert (every.participating, every.not_participating) == (participating, declined)


def test_an_ended_participation_is_unknown_and_not_no(small):
    [school] = [one for one in coverage(small, NOVEMBER).schools if one.school.id == "03CC01"]
    assert (school.standing, school.entry) == ("unknown", None)


def test_theoretical_schools_count_only_when_asked_for(small):
    without, asked = coverage(small, NOVEMBER), coverage(small, NOVEMBER, selection=Selection(theoretical=True))
    assert standings(asked.total.theoretical) == Count(participating=1)
    assert asked.total.all.schools == without.total.all.schools + 1


def test_schools_whose_profiles_are_not_known_are_left_out_and_said(small):
    answer = coverage(small, NOVEMBER)
    assert "05EE00" not in {one.school.id for one in answer.schools}
    assert any("profiles are not known" in Translator("en").say(caveat) for caveat in answer.caveats)


def test_by_profile_a_school_counts_under_each_profile_it_offers(small):
    found = rows(coverage(small, NOVEMBER, "profile"))
    assert found["ZW"] == (Count(1, 0, 0), Count(0, 1, 0))
    assert found["BWI"] == (Count(1, 0, 0), Count())
    assert found["HBR"] == (Count(), Count())
    assert len(found) == 10


@pytest.mark.parametrize(
    ("by", "names"),
    [
        ("province", ["Gelderland", "Utrecht", None]),
        ("labour-market-region", ["Midden", None]),
        ("municipality", ["Elders", "Middenstad", "Oostdorp", "Westdorp"]),
    ],
)
def test_rows_by_what_a_school_belongs_to(small, by, names):
    found = rows(coverage(small, NOVEMBER, by))
    assert sorted(found, key=lambda name: (name is None, name)) == names


def test_most_schools_to_win_come_first_and_nowhere_last(small):
    answer = coverage(small, NOVEMBER, "region")
    assert [row.id for row in answer.rows] == ["east", "empty", "west", None]


def test_selection_of_a_region_keeps_its_shared_schools_apart_and_no_other_row(small):
    answer = coverage(small, NOVEMBER, "region", select(small, regions=["STO West"]))
    assert [row.id for row in answer.rows] == ["west"]
    assert answer.total.all == answer.rows[0].groups.all
    assert standings(answer.total.all) == Count(2, 0, 0)
    assert len(answer.shared) == answer.rows[0].shared == 2


def test_selection_by_province_and_municipality(small):
    assert coverage(small, NOVEMBER, selection=select(small, provinces=["gelderland"])).total.all.schools == 3
    assert coverage(small, NOVEMBER, selection=select(small, municipalities=["MIDDENSTAD"])).total.all.schools == 2
    both = coverage(small, NOVEMBER, selection=select(small, regions=["east"], municipalities=["Middenstad"]))
    assert (both.total.all.schools, len(both.shared)) == (0, 2)


@pytest.mark.parametrize(
    ("names", "sentence", "hint"),
    [
        ({"regions": ["STO Oots"]}, "There is no region “STO Oots”.", "STO Oost (east)"),
        ({"provinces": ["Utrect"]}, "There is no province “Utrect”.", "Did you mean Utrecht?"),
        ({"provinces": ["x"]}, "There is no province “x”.", "Possible: Gelderland, Utrecht."),
        (
            {"municipalities": ["Oostdrop"]},
            "There is no municipality “Oostdrop” with a vmbo school.",
            "Did you mean Oostdorp",
        ),
    ],
)
def test_a_name_that_does_not_exist_is_refused_with_what_comes_near(small, names, sentence, hint):
    with pytest.raises(UsageProblem) as problem:
        select(small, **names)
    say = Translator("en").say
    assert say(problem.value.message) == sentence
    assert problem.value.hint is not None
    assert hint in say(problem.value.hint)


@pytest.mark.parametrize(
    ("target", "outcome"),
    [(0.25, "reached"), (3 / 8, "reached"), (0.38, "undecided"), (7 / 8, "undecided"), (0.88, "missed")],
)
def test_a_target_is_reached_only_when_that_is_certain(small, target, outcome):
    answer = coverage(small, NOVEMBER, targets={"all": target})
    assert [one.outcome for one in answer.targets] == [outcome]
    assert answer.missed == (outcome != "reached")


def test_a_target_for_schools_that_do_not_exist_does_not_apply(small):
    answer = coverage(small, NOVEMBER, "none", select(small, municipalities=["Elders"]), {"technical": 1.0})
    assert [one.outcome for one in answer.targets] == ["not_applicable"]
    assert not answer.missed


@pytest.mark.parametrize(
    ("count", "english", "dutch"),
    [
        (Count(), "There are no technical schools here.", "Er zijn hier geen technische scholen."),
        (Count(1), "There is 1 technical school; it takes part.", "Er is 1 technische school; die doet mee."),
        (
            Count(0, 1),
            "There is 1 technical school; it does not take part.",
            "Er is 1 technische school; die doet niet mee.",
        ),
        (
            Count(0, 0, 1),
            "There is 1 technical school; whether it takes part is not known.",
            "Er is 1 technische school; of die meedoet is niet bekend.",
        ),
        (Count(7), "All 7 technical schools take part.", "Alle 7 technische scholen doen mee."),
        (Count(0, 7), "None of the 7 technical schools takes part.", "Geen van de 7 technische scholen doet mee."),
        (
            Count(0, 0, 7),
            "Of none of the 7 technical schools is it known whether it takes part.",
            "Van alle 7 technische scholen is onbekend of ze meedoen.",
        ),
        (
            Count(6, 1),
            "Of the 7 technical schools 6 take part (86%) and 1 does not take part.",
            "Van de 7 technische scholen doen er 6 mee (86%) en doet er 1 niet mee.",
        ),
        (
            Count(171, 0, 85),
            "Of the 256 technical schools 171 certainly take part (67%) and of 85 it is not known.",
            "Van de 256 technische scholen doen er 171 zeker mee (67%) en is het van 85 niet bekend.",
        ),
        (
            Count(1, 0, 1),
            "Of the 2 technical schools 1 certainly takes part (50%) and of 1 it is not known.",
            "Van de 2 technische scholen doet er 1 zeker mee (50%) en is het van 1 niet bekend.",
        ),
        (
            Count(150, 10, 90),
            "Of the 250 technical schools 150 certainly take part (60%), 10 do not take part and of 90 it is "
            "not known. So the share that takes part lies between 60% and 96%.",
            "Van de 250 technische scholen doen er 150 zeker mee (60%), doen er 10 niet mee en is het van 90 niet "
            "bekend. Het aandeel dat meedoet ligt dus tussen 60% en 96%.",
        ),
        (
            Count(5, 0, 2, likely=1, in_talks=2),
            "Of the 10 technical schools 5 certainly take part (50%), 1 likely takes part, 2 are in talks and of 2 it "
            "is not known.",
            "Van de 10 technische scholen doen er 5 zeker mee (50%), doet er 1 waarschijnlijk mee, zijn er 2 in "
            "gesprek en is het van 2 niet bekend.",
        ),
    ],
)
def test_the_main_sentence_says_what_is_known_and_no_more(count, english, dutch):
    sentence = headline(Groups(technical=count))[0]
    assert Translator("en").say(sentence) == english
    assert Translator("nl").say(sentence) == dutch


@pytest.mark.parametrize(("target", "english"), [(0.125, "12.5%"), (0.5, "50%"), (1.0, "100%"), (0.999999, "99.9999%")])
def test_a_target_is_said_as_it_was_given(target, english):
    assert english in Translator("en").say(Target("technical", target, "missed").sentence)


@pytest.mark.parametrize(
    ("count", "english"),
    [
        (Count(0, 2, 0), "Of the 2 schools 2 do not take part: together 2"),
        (Count(1, 1, 1), "1 does not take part and of 1 it is not known: together 2"),
    ],
)
def test_the_sentence_on_gaps_keeps_no_apart_from_unknown(count, english):
    sentences = " ".join(map(Translator("en").say, gaps_headline(Groups(technical=count))))
    assert english in sentences
    assert ("not known" in sentences) is bool(count.unknown)


@pytest.mark.parametrize(
    ("entry", "day", "standing"),
    [
        ({"as_of": "2021-10"}, date(2021, 9, 30), "unknown"),
        ({"as_of": "2021-10"}, date(2021, 10, 1), "participating"),
        ({"since": "2020", "as_of": "2021-10"}, date(2020, 1, 1), "participating"),
        ({}, date(2026, 9, 30), "unknown"),  # the day of the file
        ({}, date(2026, 10, 1), "participating"),
        ({"until": "2025-07", "as_of": "2026-10"}, date(2018, 6, 1), "unknown"),
        ({"until": "2025-07", "as_of": "2026-10"}, date(2025, 7, 31), "participating"),
        ({"status": "in_talks"}, date(2024, 6, 1), "unknown"),
        ({"status": "not_participating", "as_of": "2026"}, date(2024, 6, 1), "unknown"),
        ({"as_of": "2027"}, NOVEMBER, "participating"),  # of today it counts, whatever its date
    ],
)
def test_a_fact_without_a_beginning_says_nothing_of_the_days_before_its_source(entry, day, standing):
    fact = Participation(**{"school": "01AA01", "region": "r", "status": "participating", **entry})
    part = Part("participation", "participation.yaml", "2026-10", "made up", 1, 0)
    school = School("01AA01", "De Wilgenhof", profiles={"ZW": ("bl",)})
    register = Register({"r": Region("r", "R")}, {school.id: school}, {fact.id: fact}, [part])
    answer = coverage(register, day, selection=Selection(today=NOVEMBER))
    assert answer.schools[0].standing == standing
    assert answer.total.all.known_later == (standing == "unknown")
    assert sum(answer.total.all.evidence.values()) == (standing != "unknown")
