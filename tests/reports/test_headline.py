"""The sentences that open a report, word for word, in every case that there is."""

from __future__ import annotations

from datetime import date

import pytest

from sto_cli.messages import Translator
from sto_cli.register.model import Address, Region, School
from sto_cli.reports.count import Count, Groups
from sto_cli.reports.headline import (
    elsewhere_sentences,
    evidence_sentences,
    gaps_headline,
    headline,
    outside,
    schools_of,
    trend_headline,
)
from sto_cli.reports.selection import Selection
from sto_cli.reports.standing import Nearby, Position
from sto_cli.reports.trend_changes import TrendChange, TrendPoint

TECHNICAL, CARE = {"BWI": ("bl",)}, {"ZW": ("bl",)}
REGION = Region("r", "R")


def position(code="01AA01", town="Oostdorp", profiles=None, municipality="Oost", name="De Es"):
    address = Address(place=town)
    school = School(code, name, address=address, municipality=municipality, profiles=profiles or TECHNICAL)
    return Position(school, "unknown", None, (REGION,), "area")


def near(**more):
    one = position(**more)
    return Nearby(one, REGION, one.school, 1.0)


def said(sentences):
    return [Translator("en").say(one) for one in sentences]


@pytest.mark.parametrize(
    ("groups", "nearby", "shared", "sentences"),
    [
        (Groups(Count(1), Count(0, 1)), 0, 0, [
            "There is 1 technical school; it takes part.", "There is 1 non-technical school; it does not take part.",
        ]),
        (Groups(Count(2), Count()), 0, 0, [
            "All 2 technical schools take part.", "There are no non-technical schools here.",
        ]),
        (Groups(Count(2), Count()), 1, 0, [
            "The 2 technical schools that certainly lie here all take part.",
            "There are no non-technical schools here.",
            "Of 1 school nearby no region is known: it may belong here too (Oostdorp).",
        ]),
        (Groups(Count(), Count(2)), 0, 1, [
            "We know of no technical school that lies here.", "All 2 non-technical schools take part.",
            "1 more school lies in a municipality that regions share: it belongs here or to one of the others (Oost).",
        ]),
        (Groups(Count(), Count(), Count()), 0, 0, [
            "There are no technical schools here.", "There are no non-technical schools here.",
            "There are no theoretical schools here.",
        ]),
        (Groups(Count(likely=1), Count(in_talks=1), Count(unknown=1)), 0, 0, [
            "There is 1 technical school; it likely takes part.", "There is 1 non-technical school; it is in talks.",
            "There is 1 theoretical school; whether it takes part is not known.",
        ]),
        (Groups(Count(likely=2), Count(0, 2)), 0, 0, [
            "Of the 2 technical schools 2 likely take part.", "None of the 2 non-technical schools takes part.",
        ]),
        (Groups(Count(1, 1, in_talks=1), Count(1, 1, likely=1)), 0, 0, [
            "Of the 3 technical schools 1 takes part (33%), 1 is in talks and 1 does not take part.",
            "Of the 3 non-technical schools 1 certainly takes part (33%), 1 likely takes part and 1 does not take "
            "part. So the share that takes part lies between 33% and 67%.",
        ]),
        (Groups(known=False), 0, 0, ["We do not know which schools belong to this region."]),
        (Groups(known=False), 2, 2, [
            "We do not know which schools belong to this region.",
            "2 more schools lie in a municipality that regions share: they belong here or to one of the others (Oost).",
            "Of 2 schools nearby no region is known: they may belong here too (Oostdorp).",
        ]),
    ],
)  # fmt: skip
def test_the_headline_says_it_of_each_kind_and_of_schools_elsewhere(groups, nearby, shared, sentences):
    assert said(headline(groups, [near()] * nearby, [position()] * shared)) == sentences


@pytest.mark.parametrize(
    ("groups", "elsewhere", "sentences"),
    [
        (Groups(), False, ["There are no schools here."]),
        (Groups(), True, ["We know of no school that lies here."]),
        (Groups(Count(2), Count(1)), False, ["All 3 schools take part: there are no white spots."]),
        (Groups(Count(2), Count(1)), True, ["The 3 schools that certainly lie here all take part."]),
        (Groups(Count(2, likely=1)), False, ["Of the 3 schools all take part, 1 of them likely: check that with it."]),
        (Groups(Count(2, likely=2)), True, [
            "Of the 4 schools all take part, 2 of them likely: check that with them.",
        ]),
        (Groups(Count(1, unknown=1)), False, [
            "Of 1 of the 2 schools it is not known whether it takes part: 1 technical school.",
            "No source says that they do not take part: ask first.",
            "Nearly all technical schools take part, the programme says: a technical school here stands out.",
        ]),
        (Groups(Count(1), Count(unknown=2, likely=1)), False, [
            "Of 2 of the 4 schools it is not known whether they take part: 2 non-technical schools.",
            "No source says that they do not take part: ask first.",
            "1 school likely takes part and is not in this list: check that with it.",
            "Non-technical schools have been expressly welcome since 2025: every pupil should get to know technology.",
        ]),
        (Groups(Count(0, 1, likely=2), Count(in_talks=1), Count(1, 1)), False, [
            "Of the 6 schools 1 is in talks and 2 do not take part: together 1 technical school, 1 non-technical "
            "school and 1 theoretical school.",
            "Of all of them a source says so.",
            "2 schools likely take part and are not in this list: check that with them.",
            "Non-technical schools have been expressly welcome since 2025: every pupil should get to know technology.",
            "Nearly all technical schools take part, the programme says: a technical school here stands out.",
        ]),
        (Groups(Count(0, 1, 1)), False, [
            "Of the 2 schools 1 does not take part and of 1 it is not known: together 2 technical schools.",
            "Ask the schools of which it is not known first.",
            "Nearly all technical schools take part, the programme says: a technical school here stands out.",
        ]),
        (Groups(known=False), False, ["We do not know which schools belong to this region."]),
    ],
)  # fmt: skip
def test_white_spots_in_sentences(groups, elsewhere, sentences):
    more = said(elsewhere_sentences([near()], [])) if elsewhere else []
    found = said(gaps_headline(groups, [near()] if elsewhere else []))
    assert found == sentences + more


def test_places_of_schools_elsewhere_are_named_once_and_a_school_without_one_by_its_name():
    nearby = [near(), near(town="Westdorp"), near(), near(town=None, municipality=None, name="Het Baken")]
    shared = [position(municipality="Midden"), position(municipality=None, name="De Kas"), position()]
    assert said(elsewhere_sentences(nearby, shared)) == [
        "3 more schools lie in a municipality that regions share: they belong here or to one of the others (Midden, De "
        "Kas, Oost).",
        "Of 4 schools nearby no region is known: they may belong here too (Oostdorp, Westdorp, Het Baken).",
    ]
    assert elsewhere_sentences([], []) == ()


def test_only_the_kind_of_the_schools_elsewhere_is_not_called_complete():
    care = [near(profiles=CARE)]
    assert said(headline(Groups(Count(2), Count(2)), care))[:2] == [
        "All 2 technical schools take part.",
        "The 2 non-technical schools that certainly lie here all take part.",
    ]


@pytest.mark.parametrize(
    ("day", "today", "sentences"),
    [
        (date(2017, 12, 31), None, ["Nothing is known of 31 December 2017: the programme was not there before 2018."]),
        (date(2018, 1, 1), None, []),
        (date(2018, 1, 1), date(2026, 11, 24), []),
        (date(2026, 11, 24), date(2026, 11, 24), []),
        (date(2026, 11, 25), date(2026, 11, 24), [
            "25 November 2026 is still to come: only what is recorded for that day counts.",
        ]),
        (date(2026, 11, 25), None, []),
    ],
)  # fmt: skip
def test_a_day_outside_what_can_be_known_is_said(day, today, sentences):
    assert said(outside(day, Selection(today=today))) == sentences


@pytest.mark.parametrize(
    ("count", "since", "sentences"),
    [
        (Count(), None, []),
        (Count(), 2025, ["Only what is known from 2025 on counts."]),
        (Count(1, undated=1), None, ["Of 1 school something is known: of 1 without a date."]),
        (Count(3, this_period=1, earlier=2), 2025, [
            "Only what is known from 2025 on counts.",
            "Of 3 schools something is known: of 1 from the present period (from 2025 on) and of 2 from an earlier "
            "period.",
        ]),
    ],
)  # fmt: skip
def test_from_when_the_knowledge_is(count, since, sentences):
    assert said(evidence_sentences(count, since)) == sentences


def test_since_stands_in_both_headlines():
    for make in (headline, gaps_headline):
        assert "Only what is known from 2025 on counts." in said(make(Groups(Count(1, 1)), since=2025))
        assert "Only what is known from 2025 on counts." not in said(make(Groups(Count(1, 1))))


@pytest.mark.parametrize(
    ("group", "one", "two"),
    [
        ("technical", "1 technical school", "2 technical schools"),
        ("non_technical", "1 non-technical school", "2 non-technical schools"),
        ("theoretical", "1 theoretical school", "2 theoretical schools"),
        ("all", "1 school", "2 schools"),
    ],
)
def test_schools_are_named_by_their_group(group, one, two):
    assert said([schools_of(group, 1), schools_of(group, 2)]) == [one, two]


def test_a_trend_is_told_from_its_first_to_its_last_point():
    first = TrendPoint(date(2024, 10, 1), Groups(Count(1), Count(0, 0, 2)))
    last = TrendPoint(date(2026, 10, 1), Groups(Count(1), Count(2, 0, 1)))
    one = position()
    change = TrendChange(first.on, last.on, joined=(one, one), left=(one,), declined=())
    assert said(trend_headline([first, first, last], [change, change])) == [
        "On 1 October 2024 1 of the 3 schools is known to take part, on 1 October 2026 3 of the 4 schools.",
        "In between 4 schools joined and 2 schools left.",
    ]
    assert said(trend_headline([last], [])) == said(headline(last.groups))
