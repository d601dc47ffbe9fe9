"""Schools without a known region stand under the region that lies nearest, and keep it from saying "all"."""

from __future__ import annotations

from datetime import date

import pytest

from sto_cli.messages import Translator
from sto_cli.register.belonging import belonging
from sto_cli.register.load import load_register
from sto_cli.reports.coverage import coverage
from sto_cli.reports.gaps import gaps
from sto_cli.reports.headline import gaps_headline, headline
from sto_cli.reports.nearby import nearby_unknown
from sto_cli.reports.selection import Selection, select
from sto_cli.reports.standing import positions

DAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def register():
    return load_register()


def said(sentences):
    translator = Translator("en")
    return " ".join(map(translator.say, sentences))


def test_each_stands_where_the_suggestion_of_a_single_school_begins(register):
    found = nearby_unknown(register, positions(register, DAY, Selection()), DAY)
    assert found
    for region, some in found.items():
        for one in some:
            first = belonging(register, one.position.school, DAY).options[0]
            assert (first.region.id, first.distance_km) == (region, one.distance_km)
            assert list(some) == sorted(some, key=lambda each: each.distance_km)


def test_every_school_without_a_region_is_counted_once(register):
    answer = coverage(register, DAY, "region")
    (nowhere,) = [row for row in answer.rows if row.id is None]
    undrawn = sum(not one.regions and one.school.coordinates is None for one in answer.schools)
    assert sum(row.nearby_unknown or 0 for row in answer.rows) == nowhere.groups.all.schools - undrawn
    assert nowhere.nearby_unknown is None


def test_a_region_with_a_school_nearby_of_which_nothing_is_known_never_says_all(register):
    twente = select(register, ["twente"])
    answer = coverage(register, DAY, selection=twente)
    assert "Raalte" in [one.position.school.town for one in answer.nearby]
    sentences = said(headline(answer.total, answer.nearby))
    assert "that certainly lie here all take part" in sentences
    assert "(Raalte)" in sentences
    assert "there are no white spots" not in said(gaps_headline(gaps(register, DAY, twente).total, answer.nearby))


@pytest.mark.parametrize("by", ["none", "province", "municipality", "profile"])
def test_only_figures_of_regions_speak_of_it(register, by):
    answer = coverage(register, DAY, by)
    assert answer.nearby == ()
    assert {row.nearby_unknown for row in answer.rows} <= {None}
