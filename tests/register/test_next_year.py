"""The register brought to the next year, proved on a next-year file made from DUO's own sample."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from sto_cli.errors import UsageProblem
from sto_cli.files.history import former_files
from sto_cli.files.tables import read_csv
from sto_cli.files.yaml.reader import read_yaml
from sto_cli.register.imports.duo import update_schools
from sto_cli.register.imports.write import part_text
from sto_cli.register.load import load_register, read_register
from sto_cli.register.part_file import read_part

DUO = Path(__file__).parent / "duo"
NAME, CODE, PLACE = "INSTELLINGSNAAM VESTIGING", "VESTIGINGSCODE", "GEMEENTENAAM VESTIGING"


@pytest.fixture
def former(tmp_path):
    """The register of this year: the sample with the addresses, written and read as the program does."""
    update = update_schools([read_csv(DUO / "exams.csv"), read_csv(DUO / "establishments.csv")])
    folder = tmp_path / "data"
    folder.mkdir()
    for entry in update.entries:
        if entry["municipality"] == "Enschede":
            entry["labour_market_region"] = "Twente"
        if entry["id"] == "00AH17":
            entry |= {
                "address": {"street": "Wethouder Beversstraat 195", "postcode": "7543BK", "place": "Enschede"},
                "coordinates": [52.2, 6.9],
                "aliases": ["Het Stedelijk Alpha vmbo"],
            }
    (folder / "schools.yaml").write_text(part_text("schools", update.entries, "2025-09", "DUO"), encoding="utf-8")
    return folder


def rows() -> list[dict[str, str]]:
    text = (DUO / "exams.csv").read_text("utf-8")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


@pytest.fixture
def next_year(tmp_path, former):
    """Make the file of the next year: `next_year(lambda row: …)` changes rows, None drops them."""

    def make(change, *more: dict[str, str]):
        changed = [change(dict(row)) for row in rows()]
        path = tmp_path / "exams-2026.csv"
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, list(rows()[0]), delimiter=";", quoting=csv.QUOTE_ALL)
            writer.writeheader()
            writer.writerows([row for row in (*changed, *more) if row is not None])
        return path

    return make


@pytest.fixture
def update(former):
    def run(*files: Path):
        part = read_part("schools", former / "schools.yaml", "schools.yaml")
        return update_schools(map(read_csv, files), part)

    return run


def kinds(found) -> list[tuple[str, str]]:
    return [(change.kind, change.id) for change in found.changes]


def entry(found, code: str) -> dict[str, object]:
    return next(entry for entry in found.entries if entry["id"] == code)


def for_school(code: str, **changes: str):
    def change(row):
        return {**row, **changes} if row[CODE] == code else row

    return change


def test_the_same_year_again_changes_nothing(update, next_year):
    found = update(next_year(lambda row: row))
    assert found.changes == []
    assert entry(found, "00AH17")["coordinates"] == [52.2, 6.9]


def test_what_the_files_do_not_tell_is_kept(update, next_year):
    found = update(next_year(lambda row: row))
    alpha = entry(found, "00AH17")
    assert alpha["address"]["street"] == "Wethouder Beversstraat 195"
    assert alpha["aliases"] == ["Het Stedelijk Alpha vmbo"]
    assert found.kept["coordinates"] == 1


def test_a_school_that_closed_is_remembered(update, next_year):
    found = update(next_year(lambda row: None if row[CODE] == "19IW04" else row))
    assert kinds(found) == [("closed", "19IW04")]
    assert found.left == [
        {"id": "19IW04", "name": "RSG Wolfsbos", "municipality": "Hoogeveen", "last": "2025",
         "former_names": ["Regionale Schiolengemeenschap Wolfsbos"]},
    ]  # fmt: skip


def test_a_school_without_vmbo_candidates_left_too(update, next_year):
    found = update(next_year(for_school("19IW04", EXAMENKANDIDATEN="0")))
    assert kinds(found) == [("closed", "19IW04")]


def test_a_new_school_gets_the_labour_market_region_of_its_municipality(update, next_year):
    new = {**next(row for row in rows() if row[CODE] == "00AH17" and row["LEERWEG VMBO"] == "KL"), CODE: "00AH99"}
    found = update(next_year(lambda row: row, {**new, NAME: "Het Stedelijk Omega"}))
    assert kinds(found) == [("opened", "00AH99")]
    assert entry(found, "00AH99")["labour_market_region"] == "Twente"
    assert "00AH99" in found.without_address


def test_a_name_that_changed_becomes_a_former_name(update, next_year):
    found = update(next_year(for_school("00AH17", **{NAME: "Twents Vakcollege"})))
    assert kinds(found) == [("renamed", "00AH17")]
    alpha = entry(found, "00AH17")
    assert alpha["name"] == "Twents Vakcollege"
    assert alpha["former_names"][0] == {"name": "Het Stedelijk Alpha", "until": "2025"}


def test_other_capitals_are_no_other_name(update, next_year):
    assert kinds(update(next_year(for_school("00AH17", **{NAME: "HET STEDELIJK ALPHA"})))) == []


def test_a_school_that_moved_loses_what_no_longer_holds(update, next_year):
    found = update(next_year(for_school("00AH17", **{PLACE: "HENGELO"})))
    assert ("moved", "00AH17") in kinds(found)
    alpha = entry(found, "00AH17")
    assert "address" not in alpha
    assert "coordinates" not in alpha
    assert "00AH17" in found.without_address


def test_a_municipality_that_merged_is_no_move(update, next_year):
    def merged(row):
        return {**row, PLACE: "TWENTESTAD"} if row[PLACE] == "ENSCHEDE" else row

    found = update(next_year(merged))
    assert {kind for kind, code in kinds(found) if code == "00AH17"} == {"merged"}
    assert entry(found, "00AH17")["coordinates"]


def test_a_merger_that_a_file_tells_is_understood(update, next_year, tmp_path):
    changes = tmp_path / "changes.csv"
    changes.write_text("oude_code,oude_naam,nieuwe_naam\nGM0118,HOOGEVEEN,De Wolden\n", encoding="utf-8")
    found = update(next_year(for_school("19IW04", **{PLACE: "DE WOLDEN"})), changes)
    assert kinds(found) == [("merged", "19IW04")]
    assert entry(found, "19IW04")["address"]


def test_an_old_name_of_a_municipality_becomes_the_present_one(update, next_year):
    found = update(next_year(for_school("19IW04", **{PLACE: "HEERHUGOWAARD"})))
    assert entry(found, "19IW04")["municipality"] == "Dijk en Waard"


def test_profiles_that_changed(update, next_year):
    found = update(next_year(lambda row: None if (row[CODE], row["AFDELING"]) == ("00AH17", "BWI") else row))
    (change,) = found.changes
    assert (change.kind, change.id) == ("profiles", "00AH17")
    assert "BWI" in change.before
    assert "BWI" not in change.after


def test_a_programme_that_is_not_known_is_said(update, next_year):
    found = update(next_year(for_school("00AH17", AFDELING="QQ")))
    assert found.unknown_programmes == {"QQ": ["00AH17"]}


def test_two_years_of_exams_are_not_mixed(update, next_year):
    with pytest.raises(UsageProblem, match="both hold exam results"):
        update(next_year(lambda row: row), DUO / "exams.csv")


def test_half_a_file_looks_suspicious(update, next_year):
    found = update(next_year(lambda row: row if row[CODE] == "00AH17" else None))
    assert found.suspicious


class TestCommand:
    def run(self, sto, path: Path, folder: Path, *more: str):
        return sto("data", "import", "duo", path, "--as-of", "2026-09", "--output", folder, *more)

    def change(self, next_year):
        new = {
            **rows()[-1],
            CODE: "00AH99",
            NAME: "Omega",
            "ONDERWIJSTYPE VO": "VMBO",
            "LEERWEG VMBO": "TL",
            "EXAMENKANDIDATEN": "12",
        }

        def change(row):
            if row[CODE] == "19IW04":
                return None
            return for_school("00AH17", **{NAME: "Twents Vakcollege"})(row)

        return next_year(change, new)

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_what_people_see(self, sto, golden, next_year, former, monkeypatch, language):
        monkeypatch.chdir(former.parent)
        path = self.change(next_year)
        run = sto(
            "--lang", language, "data", "import", "duo", path.name, "--as-of", "2026-09", "--output", "data", "--yes"
        )
        golden(f"next-year.{language}.txt", f"{run.out}---\n{run.err}")

    def test_nothing_is_written_silently(self, sto, next_year, former):
        before = (former / "schools.yaml").read_bytes()
        run = self.run(sto, self.change(next_year), former)
        assert run.code == 1
        assert "Omega" in run.out
        assert (former / "schools.yaml").read_bytes() == before

    def test_with_consent_it_is_written_and_the_former_file_kept(self, sto, next_year, former):
        before = (former / "schools.yaml").read_bytes()
        assert self.run(sto, self.change(next_year), former, "--yes").code == 0
        assert former_files(former, 1)["schools.yaml"] == before
        written = read_yaml((former / "schools.yaml").read_text("utf-8"), "schools.yaml").data
        assert written["as_of"] == "2026-09"
        assert written["source"] == "DUO"
        assert [entry["id"] for entry in written["left"]] == ["19IW04"]
        assert load_register([former], shipped=False).left["19IW04"].name == "RSG Wolfsbos"

    def test_an_incomplete_file_is_refused_unless_forced(self, sto, next_year, former):
        path = next_year(lambda row: row if row[CODE] == "00AH17" else None)
        run = self.run(sto, path, former, "--yes")
        assert run.code == 2
        assert "--force" in run.err
        assert self.run(sto, path, former, "--force").code == 0

    def test_json(self, sto, next_year, former):
        answer = json.loads(self.run(sto, self.change(next_year), former, "--yes", "--format", "json").out)
        assert answer["summary"]["closed"] == 1
        assert {change["change"] for change in answer["changes"]} >= {"opened", "closed", "renamed"}

    def test_against_the_shipped_register_a_sample_is_incomplete(self, sto, tmp_path):
        run = self.run(sto, DUO / "exams.csv", tmp_path / "new", "--yes")
        assert run.code == 2
        assert "onvolledig" in run.err


def test_an_own_file_keeps_working_when_a_school_leaves(tmp_path):
    """27ZJ01 is in none of DUO's newest files; the shipped register remembers it."""
    (tmp_path / "participation.yaml").write_text(
        "as_of: 2026\nsource: own\nparticipation:\n"
        "  - {school: 27ZJ01, region: twente, status: participating}\n"
        "  - {school: 00AH17, region: twente, status: not_participating}\n",
        encoding="utf-8",
    )
    register, findings = read_register([tmp_path])
    assert [(finding.rule, finding.severity, finding.place.line) for finding in findings] == [
        ("school-left", "warning", 4)
    ]
    assert register.participation_of("00AH17").status == "not_participating"
    assert load_register([tmp_path]).participation_of("27ZJ01") is None
