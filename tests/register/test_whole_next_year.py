"""The whole shipped register brought to a next year: what DUO tells changes, and nothing else is lost."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from sto_cli.files.tables import read_csv
from sto_cli.register.imports.duo import SchoolsUpdate, update_schools
from sto_cli.register.imports.spelling import letters_of, seen_before
from sto_cli.register.imports.write import part_text
from sto_cli.register.load import load_register, shipped_folder
from sto_cli.register.part_file import PartFile, read_part
from sto_cli.register.profiles import PROFILES

HEADINGS = [
    "VESTIGINGSCODE", "INSTELLINGSNAAM VESTIGING", "GEMEENTENAAM VESTIGING", "PROVINCIE VESTIGING",
    "ONDERWIJSTYPE VO", "LEERWEG VMBO", "AFDELING", "EXAMENKANDIDATEN",
]  # fmt: skip
RENAMED, ENDED, BACK = "16RT00", "02LB00", "27ZJ01"
"""One with a name in use, one with former names that its sister bears too, and one that left."""


def shipped() -> PartFile:
    return read_part("schools", shipped_folder() / "schools.yaml", "schools.yaml")


def exam_rows(entry: dict[str, Any], name: str) -> list[list[str]]:
    """A school's exams as DUO's file of a year has them (`HENGELO`, `BERGEN (NH.)`); one with only tl has one row."""
    pairs = [(path, code) for code, paths in (entry.get("profiles") or {}).items() for path in paths] or [("tl", "")]
    full = entry["municipality"]
    municipality = full if full.startswith("Bergen") else full.partition(" (")[0]
    where = [municipality.upper(), entry.get("province", ""), "VMBO"]
    return [[entry["id"], name, *where, path.upper(), code, "12"] for path, code in pairs]


@pytest.fixture(scope="module")
def next_year(tmp_path_factory) -> Path:
    """DUO's file of the next year: all as they are, but for one renamed, one without exams and one that came back."""
    part = shipped()
    left = next(entry for entry in part.left if entry["id"] == BACK)
    path = tmp_path_factory.mktemp("duo") / "exams-2026.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";", quoting=csv.QUOTE_ALL)
        writer.writerow(HEADINGS)
        for entry in [*(entry for entry in part.entries if "profiles" in entry), left]:
            if entry["id"] != ENDED:
                writer.writerows(exam_rows(entry, "De Nieuwe Naam" if entry["id"] == RENAMED else entry["name"]))
    return path


@pytest.fixture(scope="module")
def update(next_year) -> SchoolsUpdate:
    return update_schools([read_csv(next_year)], shipped(), "2026-09")


def names(entry: dict[str, Any]) -> set[str]:
    """All names of an entry, by their letters."""
    used = [one["name"] for one in entry.get("names_in_use") or ()]
    return set(map(letters_of, [entry["name"], *entry.get("aliases", ()), *(n for n, _ in seen_before(entry)), *used]))


def test_only_what_duo_tells_changes(update):
    assert {(change.kind, change.id) for change in update.changes} == {
        ("renamed", RENAMED), ("ended", ENDED), ("opened", BACK),
    }  # fmt: skip
    assert not update.suspicious
    assert update.unknown_programmes == {}
    assert all(code in PROFILES for entry in update.entries for code in entry.get("profiles", ()))


def test_no_name_and_no_year_of_a_name_is_lost(update):
    part = shipped()
    after = {entry["id"]: entry for entry in (*update.entries, *update.left)}
    for entry in (*part.entries, *part.left):
        assert names(entry) <= names(after[entry["id"]]), entry["id"]
        years = {letters_of(name): until for name, until in seen_before(entry)}
        kept = {letters_of(name): until for name, until in seen_before(after[entry["id"]])}
        assert {letters: kept.get(letters, until) for letters, until in years.items()} == years, entry["id"]


def test_no_other_fact_is_lost(update):
    after = {entry["id"]: entry for entry in update.entries}
    for entry in shipped().entries:
        if entry["id"] not in {RENAMED, ENDED}:
            assert after[entry["id"]] == entry


def test_a_school_that_was_renamed_keeps_the_names_that_people_use(update):
    renamed = next(entry for entry in update.entries if entry["id"] == RENAMED)
    before = next(entry for entry in shipped().entries if entry["id"] == RENAMED)
    assert renamed["name"] == "De Nieuwe Naam"
    assert {"name": before["name"], "until": "2026"} in renamed["former_names"]
    assert renamed["names_in_use"] == before["names_in_use"]


def test_a_school_without_exams_stays_and_one_that_came_back_has_its_names(update):
    ended = next(entry for entry in update.entries if entry["id"] == ENDED)
    assert {"name": "Nieuw Zuid OSG", "until": "2019"} in ended["former_names"]
    assert ended["last_exams"] == "2026"
    assert "profiles" not in ended
    back = next(entry for entry in update.entries if entry["id"] == BACK)
    before = next(entry for entry in shipped().left if entry["id"] == BACK)
    assert names(before) <= names(back)


def test_the_file_is_read_back_and_compared(sto, update, tmp_path):
    folder = tmp_path / "next"
    folder.mkdir()
    (folder / "schools.yaml").write_text(
        part_text("schools", update.entries, "2026-09", "DUO", update.left), encoding="utf-8"
    )
    register = load_register([folder])
    assert register.schools[RENAMED].name == "De Nieuwe Naam"
    answer = json.loads(sto("data", "diff", shipped_folder(), folder, "--format", "json").out)
    assert {(change["change"], change["id"]) for change in answer["changes"]} == {
        ("renamed", RENAMED), ("ended", ENDED), ("opened", BACK),
    }  # fmt: skip


def test_a_second_time_changes_nothing(next_year, update):
    part = PartFile("schools", "schools.yaml", "2026-09", "DUO", update.entries, update.left)
    again = update_schools([read_csv(next_year)], part, "2026-09")
    assert again.changes == []
    assert (again.entries, again.left) == (update.entries, update.left)
