"""Schools without a known region stand under the region that lies nearest, and keep it from saying "all"."""

from __future__ import annotations

from datetime import date

import pytest

from sto_cli.messages import Translator
from sto_cli.register.belonging import suggested_region
from sto_cli.reports.coverage import coverage
from sto_cli.reports.gaps import gaps
from sto_cli.reports.headline import gaps_headline, headline
from sto_cli.reports.selection import Selection, select
from sto_cli.reports.standing import nearby_unknown, positions

DAY = date(2026, 11, 24)


def said(sentences):
    translator = Translator("en")
    return " ".join(map(translator.say, sentences))


def test_each_stands_where_the_suggestion_of_a_single_school_begins(register):
    found = nearby_unknown(register, positions(register, DAY, Selection()), DAY)
    assert found
    for region, some in found.items():
        for one in some:
            first = suggested_region(register, one.position.school, DAY)
            assert (first.region.id, first.distance_km) == (region, one.distance_km)
            assert list(some) == sorted(some, key=lambda each: each.distance_km)


def test_every_school_without_a_region_is_counted_once(register):
    answer = coverage(register, DAY, "region")
    (nowhere,) = [row for row in answer.rows if row.id is None]
    undrawn = sum(not one.regions and one.school.coordinates is None for one in answer.schools)
    assert sum(row.nearby_unknown or 0 for row in answer.rows) == nowhere.groups.all.schools - undrawn
    assert nowhere.nearby_unknown is None


def test_a_region_with_a_school_nearby_of_which_nothing_is_known_never_says_all(register):
    full = next(
        row for row in coverage(register, DAY, "region").rows
        if row.nearby_unknown and row.groups.all.participating == row.groups.all.schools > 1
    )  # fmt: skip
    region = select(register, [full.id])
    answer = coverage(register, DAY, selection=region)
    sentences = said(headline(answer.total, answer.nearby))
    assert "that certainly lie here all take part" in sentences
    assert answer.nearby[0].position.school.town in sentences
    assert "there are no white spots" not in said(gaps_headline(gaps(register, DAY, region).total, answer.nearby))


@pytest.mark.parametrize("by", ["none", "province", "municipality", "profile"])
def test_only_figures_of_regions_speak_of_it(register, by):
    answer = coverage(register, DAY, by)
    assert answer.nearby == ()
    assert {row.nearby_unknown for row in answer.rows} <= {None}


@pytest.fixture
def nowhere(register):
    """A region of which the register knows no school and no municipality."""
    answer = coverage(register, DAY, "region")
    return next(row for row in answer.rows if row.id and not row.groups.known)


def test_a_region_of_which_nothing_is_known_has_a_share_that_is_not_known(sto, register, nowhere):
    for other in coverage(register, DAY, "region").rows:
        assert other.groups.known or not (other.groups.all.schools or register.regions[other.id].municipalities)
    for form in ("text", "csv", "markdown"):
        assert "n.v.t." not in sto("report", "coverage", "--region", nowhere.id, "--format", form).out
    run = sto("report", "coverage", "--by", "region", "--region", nowhere.id)
    assert "Wij weten niet welke scholen bij deze regio horen." in run.out
    assert "n.v.t." not in run.out
    assert "Er zijn hier geen" not in run.out
    csv = sto("report", "coverage", "--by", "region", "--region", nowhere.id, "--format", "csv").out
    assert "niet bekend" in csv.splitlines()[1]
    assert "n.v.t." not in csv.splitlines()[1]


@pytest.mark.parametrize("report", [["gaps", "--region"], ["region"], ["coverage", "--region"]])
def test_no_report_says_that_such_a_region_has_no_schools(sto, nowhere, report):
    run = sto("report", *report, nowhere.id)
    assert "Wij weten niet welke scholen" in run.out
    assert "geen witte vlekken" not in run.out


def test_a_region_with_a_municipality_but_without_schools_has_nothing_to_divide(tmp_path, sto):
    (tmp_path / "regions.yaml").write_text(
        "as_of: 2026-01\nsource: x\nregions:\n  - {id: stil, name: Stil, municipalities: [Rozendaal]}\n", "utf-8"
    )
    run = sto("--data", tmp_path, "report", "coverage", "--by", "region", "--region", "stil")
    assert "n.v.t." in run.out
    assert "Er zijn hier geen technische scholen." in run.out


def test_the_schools_nearby_have_a_column_in_the_table_the_list_and_the_page(sto, register, tmp_path):
    row = next(one for one in coverage(register, DAY, "region").rows if (one.nearby_unknown or 0) > 1)
    out = sto("report", "coverage", "--by", "region", "--region", row.id).out
    assert "buurt" in out
    assert [line for line in out.splitlines() if line.endswith(f"   {row.nearby_unknown}")]
    table = sto("report", "coverage", "--by", "region", "--region", row.id, "--format", "csv").out.splitlines()
    assert table[0].endswith("in de buurt, regio niet bekend")
    assert table[1].endswith(f";{row.nearby_unknown}")
    sto("report", "coverage", "--by", "region", "--region", row.id, "--output", tmp_path / "p.html")
    assert f'data-label="buurt">{row.nearby_unknown}</td>' in (tmp_path / "p.html").read_text("utf-8")
