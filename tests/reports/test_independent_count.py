"""Every figure of the coverage tables of the shipped register, counted again from its files by other code."""

from __future__ import annotations

import json
from collections import Counter, defaultdict

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
    """Per vocational school: kind, standing, age of what is known, and its regions, profiles and places."""
    entries = defaultdict(list)
    for entry in files["participation"]:
        assert entry["status"] == "participating"
        assert not {"since", "until"} & set(entry)
        entries[entry["school"]].append(entry)
    area = defaultdict(set)
    for region in files["regions"]:
        for municipality in region.get("municipalities", ()):
            area[municipality].add(region["id"])
    return [fact(school, entries[school["id"]], area) for school in files["schools"] if school.get("profiles")]


def fact(school, entries, area):
    believed = [entry for entry in entries if "against" not in entry]
    sure = [entry for entry in believed if entry.get("certainty") != "likely"]
    regions = {entry["region"] for entry in entries} or area[school.get("municipality")]
    shared = not entries and len(regions) > 1
    return {
        "kind": "technical" if TECHNICAL & set(school["profiles"]) else "non_technical",
        "standing": "participating" if sure else "likely" if believed else "unknown",
        "age": age((sure or believed)[0]) if believed else None,
        "region": set() if shared else regions or {None},
        "shared": regions if shared else set(),
        "province": {school["province"]},
        "municipality": {school["municipality"]},
        "labour-market-region": {school["labour_market_region"]},
        "profile": set(school["profiles"]),
    }


def age(entry):
    year = str(entry.get("as_of", ""))[:4]
    return "undated" if not year else "this_period" if int(year) >= 2025 else "earlier"


def figures(schools):
    number = Counter(school["standing"] for school in schools)
    ages = Counter(school["age"] for school in schools if school["age"])
    all_take_part = schools and number["participating"] == len(schools)
    return {
        "schools": len(schools),
        "participating": number["participating"],
        "likely": number["likely"],
        "in_talks": 0,
        "not_participating": 0,
        "unknown": number["unknown"],
        "rate": 1.0 if all_take_part else None,
        "rate_low": number["participating"] / len(schools) if schools else None,
        "rate_high": 1.0 if schools else None,
        "evidence": {name: ages[name] for name in ("this_period", "earlier", "undated")},
        "known_later": 0,
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


def test_shared_schools_are_counted_apart_in_each_of_their_regions(sto, facts):
    answer = json.loads(sto("report", "coverage", "--by", "region", "--format", "json").out)
    expected = Counter(region for one in facts for region in one["shared"])
    assert max(expected.values()) >= 20
    assert {row["id"]: row["shared"] for row in answer["rows"] if row.get("shared")} == dict(expected)
    for region, number in expected.items():
        asked = json.loads(sto("report", "coverage", "--region", region, "--format", "json").out)
        [row] = [one for one in answer["rows"] if one["id"] == region]
        assert (asked["shared"], asked["total"]["all"]) == (number, row["all"])


def test_the_figures_of_the_sentence_are_those_of_the_count(sto, facts):
    said = " ".join(sto("--lang", "en", "report", "coverage").out.split())
    for kind, words in (("technical", "technical schools"), ("non_technical", "non-technical schools")):
        mine = figures([one for one in facts if one["kind"] == kind])
        assert f"Of the {mine['schools']} {words} {mine['participating']} certainly take part" in said
        assert f"{mine['likely']} likely take part and of {mine['unknown']} it is not known" in said
    ages = figures(facts)["evidence"]
    assert f"of {ages['this_period']} from the present period" in said
    assert f"of {ages['undated']} without a date" in said


def test_gaps_are_exactly_the_schools_that_are_not_known_to_take_part(sto, files, facts):
    answer = json.loads(sto("report", "gaps", "--format", "json").out)
    assert len(answer["rows"]) == sum(one["standing"] == "unknown" for one in facts)
    believed = {entry["school"] for entry in files["participation"] if "against" not in entry}
    assert not believed & {row["id"] for row in answer["rows"]}
