"""Participations cite the page that names the school, with its level and date; what is contradicted is marked."""

from __future__ import annotations

from datetime import date

import pytest
from named_pages import NamedPages, with_facts

TODAY = date(2026, 11, 24)
PAGE = "https://voorbeeld.test/nieuws"
KEY = ("twente", "00AH17")


@pytest.fixture
def named():
    """Participations of one region, as the links told them."""
    before = {KEY: {"school": "00AH17", "region": "twente", "status": "participating", "source": "https://oud.test/"}}
    return NamedPages(before, {"00AH17", "00AH08"}, {"twente"}, TODAY)


def rows(**changes: str):
    row = {"region": "twente", "school": "00AH17", "source": PAGE, "level": "exact", "as_of": "2021-03", "note": ""}
    return [("pages.csv", 2, {**row, **changes})]


def test_a_participation_cites_the_page_that_names_the_school(named):
    named.take_pages(rows())
    assert named.found[KEY] == {
        "school": "00AH17", "region": "twente", "status": "participating", "as_of": "2021-03", "source": PAGE,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("level", "said"), [("exact", {}), ("school", {"level": "school"}), ("likely", {"certainty": "likely"})]
)
def test_how_near_the_page_names_it_is_kept(named, level, said):
    named.take_pages(rows(level=level))
    assert {key: named.found[KEY].get(key) for key in said} == said
    assert ("certainty" in named.found[KEY]) == (level == "likely")


def test_what_no_page_names_is_taken_out(named):
    named.take_pages(rows(level="not_found", source="", as_of=""))
    assert named.found == {}
    assert named.wrong == []


def test_a_further_member_is_added_and_a_known_one_only_named_nearer(named):
    named.take_pages(rows(level="school"))
    named.take_members(rows(status="participating", level="likely", source="https://ver.test/"))
    assert named.found[KEY]["source"] == PAGE
    named.take_members(rows(status="participating", source="https://dicht.test/"))
    assert named.found[KEY]["source"] == "https://dicht.test/"
    named.take_members(rows(status="participating", school="00AH08"))
    named.take_members(rows(status="joining", school="00AH08", source="https://straks.test/"))
    assert named.found["twente", "00AH08"]["source"] == PAGE


def test_what_a_page_contradicts_is_marked_unless_it_was_judged_to_be_none(named):
    against = rows(source="https://tegen.test/", problem="not on the list")
    named.take_contradictions(against, {KEY: "none"})
    assert "against" not in named.found[KEY]
    named.take_contradictions(against, {})
    assert named.found[KEY]["certainty"] == "likely"
    assert named.found[KEY]["against"] == "https://tegen.test/"


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"school": "99ZZ00"}, "unknown-school"),
        ({"region": "nergens"}, "unknown-region"),
        ({"as_of": "2031"}, "future-date"),
        ({"as_of": "toen"}, "no-date"),
        ({"source": "www.voorbeeld.test"}, "no-address"),
        ({"source": "een krant"}, "no-address"),
        ({"level": "zeker"}, "no-level"),
    ],
)
def test_a_row_that_cannot_be_is_left_out_and_named(named, changes, wrong):
    before = dict(named.found)
    named.take_pages(rows(**changes))
    assert [(one.wrong, one.row) for one in named.wrong] == [(wrong, 2)]
    assert named.found == before


def fact(field: str, value: str, year: str = "2020-09"):
    return {"region": "twente", "field": field, "value": value, "source": PAGE, "year": year}


REGION = {"id": "twente", "name": "Twente", "municipalities": ["Almelo"], "sources": ["https://oud.test/"]}


def test_facts_fill_what_is_not_known():
    found = with_facts(REGION, [fact("lead", "RSG de Borgen (received the grant, 8 mln)"), fact("lead", "Een ander")])
    assert found["lead"] == "RSG de Borgen"
    assert found["sources"] == ["https://oud.test/", PAGE]


def test_a_project_of_a_school_does_not_make_it_the_lead():
    assert with_facts(REGION, [fact("lead", "Pieter Zandt (project of)")]) == REGION


def test_a_count_that_a_page_names_is_a_figure():
    found = with_facts(REGION, [fact("number of schools", "30 vmbo, 6 pro/so"), fact("number of schools", "veel", "")])
    assert found["schools_named"] == [{"count": 30, "words": "30 vmbo, 6 pro/so", "as_of": "2020-09", "source": PAGE}]


def test_municipalities_that_a_page_lists_are_added():
    found = with_facts(REGION, [fact("municipalities at the start", "Hengelo, Almelo (without Borne)")])
    assert found["municipalities"] == ["Almelo", "Hengelo"]


def test_the_shipped_participations_each_cite_a_page_of_their_region(register):
    for entry in register.participations:
        assert entry.source.startswith("http")
        assert entry.source in register.regions[entry.region].sources
