"""The answer of `sto find-region` as a mail to hand on, and what it says of schools that are no usual vmbo school."""

from __future__ import annotations

import json

import pytest

SIX = ("Regiovisie", "doelen", "activiteiten", "mijlpalen", "samengewerkt", "middelen")


def mail(sto, tmp_path, code: str, ending: str = "md", *before: str) -> str:
    path = tmp_path / f"antwoord.{ending}"
    run = sto(*before, "find-region", code, "--output", path)
    assert run.code == 0
    assert run.out == ""
    return path.read_text("utf-8")


def test_it_says_all_that_a_teacher_needs(sto, tmp_path):
    text = mail(sto, tmp_path, "02NZ01")
    assert text.startswith("# Sterk Techniekonderwijs: de regio van Metzo College")
    for said in ("Beste collega", "regios-in-beeld", "Stap 1", "Stap 4", "https://platformdenp.nl/", *SIX):
        assert said in text
    assert "sto plan new" not in text  # who gets the mail has no such command


def test_a_school_without_a_technical_profile_reads_of_the_budget(sto, tmp_path):
    assert "geen apart budget" in " ".join(mail(sto, tmp_path, "00AH07", "txt").split())
    assert "no budget of its own" in mail(sto, tmp_path, "00AH08", "html", "--lang", "en")


def test_since_when_a_participation_is_known_is_said(sto, tmp_path):
    assert "De school doet al mee (volgens een openbare pagina van 2022)" in mail(sto, tmp_path, "02PA00")


def test_word_too_and_never_over_a_file_that_is_there(sto, tmp_path):
    path = tmp_path / "antwoord.docx"
    assert sto("find-region", "00AH17", "--output", path).code == 0
    before = path.read_bytes()
    assert before.startswith(b"PK")
    assert sto("find-region", "00AH07", "--output", path).code == 2
    assert path.read_bytes() == before


@pytest.mark.parametrize(("query", "code"), [("Pius X", 1), ("nergensbekend", 1)])
def test_where_it_is_not_clear_which_school_is_meant_nothing_is_written(sto, tmp_path, query, code):
    path = tmp_path / "antwoord.docx"
    run = sto("find-region", query, "--output", path)
    assert (run.code, path.exists()) == (code, False)
    assert "niet duidelijk welke school" in run.err


def test_another_kind_of_file_is_refused(sto, tmp_path):
    run = sto("find-region", "00AH17", "--output", tmp_path / "antwoord.xlsx")
    assert run.code == 2
    assert ".docx" in run.err


def test_names_of_the_users_own_data_are_not_handed_on(sto, tmp_path):
    own = tmp_path / "own"
    own.mkdir()
    (own / "participation.yaml").write_text(
        "as_of: 2026\nsource: Lijst van Voorbeeld\nparticipation:\n"
        "  - {school: 00AH17, region: twente, status: participating, "
        "contact: {role: school-contact, name: A. Voorbeeld, email: a@voorbeeld.test}}\n",
        encoding="utf-8",
    )
    text = mail(sto, tmp_path, "00AH17", "md", "--data", str(own))
    assert "A. Voorbeeld" not in text
    assert "@" not in text
    assert "volgens onze eigen gegevens" in text


@pytest.mark.parametrize(
    ("code", "kind", "said"),
    [
        ("18BR01", "practical", "deze school heeft geen vmbo"),
        ("02EB00", "havo_vwo", "deze school heeft geen vmbo"),
        ("20LO10", "lower_years", "alleen brugklassen"),
        ("00AH00", "lower_years", "al noemt de lijst van DUO ook vmbo"),
        ("28DH00", "non_technical", "Daarvoor in de plaats: Montessori Lyceum Terra Nova (16PS21)"),
        ("20CS04", "technical", "In hetzelfde gebouw, met een eigen code: C.T. Stork College (19HG10)"),
    ],
)
def test_what_a_school_is_to_the_programme_is_said(sto, code, kind, said):
    answer = json.loads(sto("find-region", code, "--format", "json").out)
    assert answer["school"]["kind"] == kind
    assert answer["region"]["name"]
    assert said in " ".join(answer["remarks"])


def test_a_joint_school_has_all_its_codes(sto):
    answer = json.loads(sto("find-region", "Alma College", "--format", "json").out)
    assert {one["id"] for one in answer["candidates"]} == {"02DO01", "02EK01", "04HR04"}
    assert all(one["profiles"] for one in answer["candidates"])


def test_a_region_of_which_no_member_is_known_is_offered_too(sto, register):
    offered = {region.id for regions in register.likely_regions.values() for region in regions}
    empty = {region.id for region in register.regions.values() if not region.municipalities}
    empty -= {entry.region for entry in register.participations}
    assert empty & offered
