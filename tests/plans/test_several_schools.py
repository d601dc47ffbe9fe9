"""A plan of several schools: by their codes, by their names, as a list."""

from __future__ import annotations

from datetime import date

import pytest

from sto_cli.plans.judging import judge_text
from sto_cli.plans.reading.schools import school_meant
from sto_cli.plans.talk import talk_about

TODAY = date(2026, 12, 2)


@pytest.mark.parametrize(
    "written",
    [
        "00AH17 en 02DO02",
        "00AH17/02DO02",
        "[00AH17, 02DO02]",
        "00AH17 (Het Stedelijk Alpha) en 02DO02 (Het Noordik)",
        "Het Stedelijk Alpha en Het Noordik Vriezenveen",
        "[Het Stedelijk Alpha Enschede, Het Noordik Vriezenveen]",
        "[{naam: Het Stedelijk Alpha, plaats: Enschede}, {naam: PC SGM Het Noordik, plaats: Vriezenveen}]",
        '["Het Stedelijk Alpha, Enschede", "Het Noordik, Vriezenveen"]',
    ],
)
def test_several_schools_are_found(register, written):
    judgement = judge_text(f"titel: Lab\nschool: {written}\nregio: twente\n", "plan.yaml", register, TODAY)
    assert not [one for one in judgement.findings if one.rule in {"unknown-school", "region-mismatch"}]
    assert [one.id for one in talk_about(judgement, judgement.plan, register, TODAY).schools] == ["00AH17", "02DO02"]


def test_schools_of_a_list_are_found(register):
    text = "titel: Lab\nscholen:\n  - Het Stedelijk Alpha, Enschede\n  - 02DO02\n"
    plan = judge_text(text, "plan.yaml", register, TODAY).plan
    assert [one.id for one in school_meant(register, plan, TODAY).together] == ["00AH17", "02DO02"]


@pytest.mark.parametrize(
    "written", ["Het Stedelijk Alpha en Nergens College", "[Het Stedelijk Alpha, Nergens College]"]
)
def test_a_second_school_that_is_not_known_is_not_dropped(register, written):
    judgement = judge_text(f"titel: Lab\nschool: {written}\n", "plan.yaml", register, TODAY)
    assert "unknown-school" in {one.rule for one in judgement.findings}
    assert not talk_about(judgement, judgement.plan, register, TODAY).schools


@pytest.mark.parametrize("written", ["[Casparus College, Weesp]", "[Pius X College, Rijssen]"])
def test_a_list_of_a_name_and_its_place_is_one_school(register, written):
    plan = judge_text(f"titel: Lab\nschool: {written}\n", "plan.yaml", register, TODAY).plan
    assert school_meant(register, plan, TODAY).school is not None


def test_the_code_that_no_school_has_is_named(register):
    judgement = judge_text("titel: Lab\nschool: 00AH17 en 99ZZ99\n", "plan.yaml", register, TODAY)
    [found] = [one for one in judgement.findings if one.rule == "unknown-school"]
    assert found.message.values["code"] == "“99ZZ99”"


def test_a_school_that_is_not_found_leaves_a_point_open(sto, tmp_path):
    (tmp_path / "plan.yaml").write_text("titel: Lab\nschool: [a, b]\n", "utf-8")
    run = sto("validate", str(tmp_path / "plan.yaml"), "--strict")
    assert "klaar voor het gesprek" not in run.out


@pytest.mark.slow
def test_no_name_of_the_register_is_read_as_several(register):
    for school in register.schools.values():
        plan = judge_text(f'school: "{school.name}, {school.town}"', "p.yaml").plan
        assert plan is not None
        assert not school_meant(register, plan, TODAY).together, school.name


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("Pius X College Almelo en Rijssen", {"02EK00", "02EK01", "02EK02"}),
        ("Het Noordik Almelo, Vroomshoop", {"02DO00", "02DO01", "02DO03"}),
    ],
)
def test_of_a_part_that_may_be_two_schools_it_is_asked_which(register, written, codes):
    plan = judge_text(f"titel: Lab\nschool: {written}\n", "plan.yaml", register, TODAY).plan
    meant = school_meant(register, plan, TODAY)
    assert (meant.school, {school.id for school in meant.possible}) == (None, codes)


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("Technieklab op Het Stedelijk Alpha en RK SGM Canisius Tubbergen", ["00AH17", "16VI01"]),
        ("Joint plan of Het Stedelijk Alpha and Twents Carmel College Oldenzaal", ["00AH17", "05AV00"]),
        ("Plan van Het Stedelijk Alpha & het Twents Carmel College Oldenzaal", ["00AH17", "05AV00"]),
        ("Plan van Het Stedelijk Alpha en de basisscholen in Enschede", ["00AH17"]),
        ("Plan van Pius X College Almelo en Rijssen", []),
        ("Plan van Het Stedelijk Alpha en het Bonhoeffer College in Enschede", []),
        ("Plan van Het Noordik Almelo, Vroomshoop en Vriezenveen", []),
    ],
)
def test_a_title_of_two_schools_is_a_plan_of_both(register, title, codes):
    text = (
        f"# {title}\n\n## 1. Hoe sluit het plan aan bij de Regiovisie?\nWij doen mee.\n\n## 2. Doelen\nMeer techniek.\n"
    )
    judgement = judge_text(text, "plan.md", register, TODAY)
    talk = talk_about(judgement, judgement.plan, register, TODAY)
    assert [one.id for one in talk.schools or ([talk.school] if talk.school else [])] == codes
    assert bool(codes) == ("unknown-school" not in {one.rule for one in judgement.findings})
