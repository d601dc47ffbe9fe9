"""Every figure of the coverage tables of the shipped register, counted again from its files by other code."""

from __future__ import annotations

import json
from collections import defaultdict

import pytest
import yaml

TECHNICAL = {"BWI", "PIE", "MT", "MVI", "MAT", "BP", "BPM"}


@pytest.fixture(scope="module")
def files(request):
    data = request.config.rootpath / "data"
    return {
        name: yaml.load((data / f"{name}.yaml").read_text("utf-8"), yaml.CBaseLoader)[name]
        for name in ("regions", "schools", "participation")
    }


@pytest.fixture(scope="module")
def facts(files):
    """Per vocational school: kind, whether it takes part, and its regions, profiles and places."""
    named = defaultdict(set)
    for entry in files["participation"]:
        assert entry["status"] == "participating"
        assert not {"since", "until"} & set(entry)
        named[entry["school"]].add(entry["region"])
    area = defaultdict(set)
    for region in files["regions"]:
        for municipality in region.get("municipalities", ()):
            area[municipality].add(region["id"])
    return [
        {
            "kind": "technical" if TECHNICAL & set(school.get("profiles", {})) else "non_technical",
            "participating": school["id"] in named,
            "region": named[school["id"]] or area[school.get("municipality")] or {None},
            "province": {school["province"]},
            "municipality": {school["municipality"]},
            "labour-market-region": {school["labour_market_region"]},
            "profile": set(school.get("profiles", {})),
        }
        for school in files["schools"]
        if school.get("profiles", {})
    ]


def figures(schools):
    participating = sum(school["participating"] for school in schools)
    return {
        "schools": len(schools),
        "participating": participating,
        "not_participating": 0,
        "unknown": len(schools) - participating,
        "rate": 1.0 if participating else None,
        "rate_low": participating / len(schools) if schools else None,
        "rate_high": 1.0 if schools else None,
    }


def groups(schools):
    kinds = {kind: [one for one in schools if one["kind"] == kind] for kind in ("technical", "non_technical")}
    return {kind: figures(members) for kind, members in {**kinds, "all": schools}.items()}


@pytest.mark.parametrize("by", ["region", "province", "municipality", "labour-market-region", "profile"])
def test_every_figure_is_what_another_count_gives(sto, files, facts, by):
    run = sto("report", "coverage", "--by", by, "--format", "json")
    answer = json.loads(run.out)
    expected = {key: [one for one in facts if key in one[by]] for one in facts for key in one[by]}
    if by == "region":
        expected |= {region["id"]: expected.get(region["id"], []) for region in files["regions"]}
    assert {
        row["id"]: {group: row[group] for group in ("technical", "non_technical", "all")} for row in answer["rows"]
    } == {key: groups(schools) for key, schools in expected.items()}
    assert answer["total"] == groups(facts)
    assert run.code == 0


def test_the_figures_of_the_sentence_are_those_of_the_count(sto, facts):
    said = " ".join(sto("--lang", "en", "report", "coverage").out.split())
    for kind, words in (("technical", "technical schools"), ("non_technical", "non-technical schools")):
        mine = figures([one for one in facts if one["kind"] == kind])
        assert f"{mine['participating']} of the {mine['schools']} {words} certainly" in said
        assert f"of the other {mine['unknown']} it is not known" in said


def test_gaps_are_exactly_the_schools_that_are_not_known_to_take_part(sto, files, facts):
    answer = json.loads(sto("report", "gaps", "--format", "json").out)
    named = {entry["school"] for entry in files["participation"]}
    wanted = {school["id"] for school in files["schools"] if school.get("profiles", {}) and school["id"] not in named}
    assert sorted(row["id"] for row in answer["rows"]) == sorted(wanted)
