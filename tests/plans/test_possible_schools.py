"""What is said of a school that is not certain: only what is so for each school that may be meant."""

from __future__ import annotations

from datetime import date

import pytest

from sto_cli.plans.judging import judge_text

PLAN = """\
titel: Lichtlab
school: {school}
regio: {region}
profielen: {profiles}
doelen: [240 leerlingen volgen voor juli 2028 vier lessen robotica]
"""


def said(register, school, region="Techniekregio Twente", profiles="[]"):
    text = PLAN.format(school=school, region=region, profiles=profiles)
    findings = judge_text(text, "plan.yaml", register, date(2026, 11, 24)).findings
    return {(one.rule, one.severity) for one in findings if one.path.split(".")[0] in {"school", "regio", "profielen"}}


def test_two_codes_of_one_school_are_asked_as_a_tip(register):
    assert ("unknown-school", "tip") in said(register, "C.T. Stork College, Hengelo")


def test_none_of_the_schools_lies_in_the_region(register):
    assert ("region-mismatch", "warning") in said(register, "C.T. Stork College, Hengelo", "Zuid-Limburg")


@pytest.mark.parametrize(("profiles", "remarked"), [("[ZW, GR]", True), ("[ZW, PIE]", False)])
def test_none_of_the_schools_offers_the_profile(register, profiles, remarked):
    found = said(register, "C.T. Stork College, Hengelo", profiles=profiles)
    assert (("profile-not-offered", "warning") in found) is remarked


@pytest.mark.parametrize(
    ("school", "region", "profiles", "rules"),
    [
        ("25CL10 Stad en Esch beroepencollege", "Hoogeveen", "[PIE, MVI]", {"profile-not-offered", "region-mismatch"}),
        ("Hogeland College Uithuizen - 16ZKO2", "Noord-Groningen", "[PIE, BWI]", {"profile-not-offered"}),
        ("24TP02", "Gorinchem en Altena", "[BWI, PIE, MVI]", {"profile-not-offered"}),
        ("24TP02", "Gorinchem en Altena", "[BWI, PIE, ZW]", set()),
    ],
)
def test_beside_a_wrong_code_the_name_tells_which_schools(register, school, region, profiles, rules):
    found = said(register, school, region, profiles)
    assert {rule for rule, severity in found if severity == "warning"} == rules
    assert (("unknown-school", "error") in found) is (" " in school)


@pytest.mark.parametrize(
    ("vision", "other"),
    [
        ("De regio vraagt om meer techniek. Daarom wil het Lingecollege een Techlab inrichten.", True),
        ("Ook de docenten van Nehalennia volgen de scholing die de regio aanbiedt.", True),
        ("Leerlingen van het Etty Hillesum Lyceum doen ook examen in dit vak.", True),
        ("Een vakcollege past bij wat de regio vraagt, en het Stork College wil er een worden.", False),
        ("Wij zijn een school met veel techniek, en leerlingen van Hengelo kiezen daarvoor.", False),
        ("De docenten van Bouwen, Wonen en Interieur werken samen met Technasium en Toekomst.", False),
        ("Het Drenthe College leidt op voor het werk waar de regio om vraagt.", False),
    ],
)
def test_another_school_in_the_text(register, vision, other):
    text = PLAN.format(school="C.T. Stork College, Hengelo", region="twente", profiles="[ZW]")
    findings = judge_text(f"{text}regiovisie: {vision}\n", "plan.yaml", register, date(2026, 11, 24)).findings
    assert ("other-school-named" in {one.rule for one in findings}) is other
