"""`sto data check`, `diff` and `sources`."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from sto_cli.register.checks.checking import CHECKS, check_folders
from sto_cli.register.compare import compare

TODAY = date(2026, 11, 24)
HEAD = "as_of: 2026-11\nsource: own data\n"


@pytest.fixture
def folder(tmp_path):
    """Write files of a register: `folder(regions="- {id: …}")` gives the folder."""

    def write(head: str = HEAD, name: str = "own", **parts: str) -> Path:
        place = tmp_path / name
        place.mkdir(exist_ok=True)
        for kind, entries in parts.items():
            body = "\n".join(f"  {line}" for line in entries.splitlines())
            (place / f"{kind}.yaml").write_text(f"{head}{kind}:\n{body}\n", encoding="utf-8")
        return place

    return write


SCHOOLS = "\n".join(
    f"- {{id: {code}, name: {name}, address: {{street: A 1, postcode: 1234AB, place: {town}}}, municipality: {town}, "
    f"coordinates: [53.0, 6.5], profiles: {{{profile}: [bl]}}}}"
    for code, name, town, profile in (("00AA00", "Een", "Assen", "PIE"), ("00AA01", "Twee", "Emmen", "DP"))
)
REGIONS = """\
- {id: een, name: Regio Een, municipalities: [Assen], page: 'https://voorbeeld.test/een'}
- {id: twee, name: Regio Twee, municipalities: [Emmen], page: 'https://voorbeeld.test/twee'}"""
PARTICIPATION = "- {school: 00AA00, region: een, status: participating, as_of: 2026}"


def rules(place: Path, today: date = TODAY, *, public: bool = False) -> list[tuple[str, str, str]]:
    whole = (place / "schools.yaml").exists()
    _, findings = check_folders([place], today, shipped=not whole, public=[place] if public else [])
    own = [finding for finding in findings if finding.place.path.startswith(str(place))]
    return [(finding.rule, finding.severity, Path(finding.place.path).stem) for finding in own]


def whole(folder, **changes: str) -> Path:
    parts = {"schools": SCHOOLS, "regions": REGIONS, "participation": PARTICIPATION}
    return folder(**{**parts, **changes})


class TestCheck:
    def test_the_shipped_register_passes(self, sto):
        run = sto("data", "check")
        assert run.code == 0
        assert run.out.splitlines()[-1].startswith("Gevonden: 0 fouten, 0 waarschuwingen")

    def test_the_projects_own_folder_passes_as_public(self, sto, root):
        assert sto("data", "check", root / "data", "--public").code == 0

    def test_a_register_in_order_has_nothing(self, folder):
        assert rules(whole(folder)) == []

    @pytest.mark.parametrize(
        ("part", "before", "after", "expected"),
        [
            ("regions", "[Emmen]", "[]", [("municipality-without-region", "tip", "schools")]),
            ("regions", "[Emmen]", "[Emmen, Assen]", [("municipality-in-several-regions", "tip", "regions")]),
            ("regions", "[Emmen]", "[Emmen, Weesp]", [("former-municipality", "warning", "regions")]),
            ("schools", "coordinates: [53.0, 6.5], ", "", [("incomplete-school", "tip", "schools")]),
            ("regions", ", page: 'https://voorbeeld.test/een'", "", [("region-without-contact", "tip", "regions")]),
            ("participation", "as_of: 2026", "as_of: 2019", [("old-participation", "tip", "participation")]),
            ("participation", ", as_of: 2026", "", [("undated-participation", "tip", "participation")]),
            ("participation", "as_of: 2026", "as_of: 2024-07", [("old-participation", "tip", "participation")]),
            ("participation", "as_of: 2026", "as_of: 2024-08", []),
            ("participation", "2026", "2026, source: 'https://www.voorbeeld.test/een/'", []),
            ("participation", "2026", "2026, source: een krant", []),
            ("participation", "2026", "2026, source: 'https://voorbeeld.test/twee'",
             [("page-of-another-region", "warning", "participation")]),
            ("participation", "2026", "2026, source: 'https://elders.test/'",
             [("page-not-of-region", "tip", "participation")]),
            ("regions", "[Assen]", "[Assen], schools_named: [{count: 2, words: 2 vmbo}]",
             [("count-differs", "tip", "regions")]),
            ("regions", "[Assen]", "[Assen], schools_named: [{count: 2}, {count: 1}]", []),
            ("participation", "00AA00", "00ZZ00", [("unknown-school", "error", "participation")]),
            ("participation", "region: een", "region: drie", [("unknown-region", "error", "participation")]),
        ],
    )  # fmt: skip
    def test_one_flaw_gives_one_finding(self, folder, part, before, after, expected):
        parts = {"schools": SCHOOLS, "regions": REGIONS, "participation": PARTICIPATION}
        assert before in parts[part]
        assert rules(whole(folder, **{part: parts[part].replace(before, after)})) == expected

    def test_a_misspelt_municipality(self, folder):
        third = (
            SCHOOLS.splitlines()[0]
            .replace("00AA00", "00AA02")
            .replace("municipality: Assen", "municipality: Hoogeveen")
        )
        regions = REGIONS.replace("[Assen]", "[Assen, Hogeveen]")
        found = rules(whole(folder, regions=regions, schools=f"{SCHOOLS}\n{third}"))
        assert ("misspelt-municipality", "warning", "regions") in found

    def test_a_school_in_two_regions(self, folder):
        both = f"{PARTICIPATION}\n{PARTICIPATION.replace('een', 'twee')}"
        assert rules(whole(folder, participation=both)) == [("school-in-two-regions", "tip", "participation")]

    def test_old_files(self, folder):
        found = rules(whole(folder), date(2029, 1, 1))
        assert {name for rule, _, name in found if rule == "stale-source"} == {"schools", "regions", "participation"}

    @pytest.mark.parametrize(
        "text", ["a@voorbeeld.test", "bel 053-1234567", "bel 06 12345678", "tel +31 53 123 45 67", "0031531234567"]
    )
    def test_personal_data_in_files_for_everyone(self, folder, text):
        place = whole(folder, participation=PARTICIPATION.replace("}", f", note: '{text}'}}"))
        assert rules(place) == []
        assert rules(place, public=True) == [("personal-data", "error", "participation")]

    @pytest.mark.parametrize("contact", ["{role: school-contact, name: A. Voorbeeld}", "\n    role: x"])
    def test_names_of_contacts_in_files_for_everyone(self, folder, contact):
        if "role: x" in contact:
            contact = "{name: A. Voorbeeld, role: school-contact}"
        place = whole(folder, participation=PARTICIPATION.replace("}", f", contact: {contact}}}"))
        assert rules(place, public=True) == [("personal-data", "error", "participation")]

    @pytest.mark.parametrize("text", ["postcode 7543BK", "NL12 0123", "52.20244, 6.89778", "2025-09-01", "00AH17"])
    def test_other_numbers_are_no_personal_data(self, folder, text):
        place = whole(folder, participation=PARTICIPATION.replace("}", f", note: '{text}'}}"))
        assert rules(place, public=True) == []

    def test_an_own_folder_is_laid_over_the_register(self, sto, folder):
        place = folder(participation="- {school: 00ZZ99, region: twente, status: participating}")
        run = sto("--lang", "en", "data", "check", place)
        assert run.code == 1
        assert "[unknown-school]" in run.out
        assert "participation.yaml:4" in run.out

    def test_own_findings_come_without_the_tips_on_the_register_until_those_are_asked_for(self, sto, folder):
        place = folder(participation="- {school: 00AH17, region: kampen, status: participating}")
        run = sto("data", "check", place)
        named = [line.split()[0] for line in run.out.splitlines() if ".yaml:" in line]
        assert named == [f"{place / 'participation.yaml'}:4"] * len(named)
        assert "[undated-participation]" in run.out
        assert "tips over het register zelf; --all toont ze." in run.err
        whole = sto("data", "check", place, "--all")
        assert "[municipality-without-region]" in whole.out
        assert whole.err == ""
        assert whole.out.index(str(place)) < whole.out.index("  regions.yaml:")

    def test_a_school_in_two_regions_is_told_at_the_users_own_entry(self, sto, folder, register):
        twice = next(entry for entry in register.participations if entry.region == "twente")
        place = folder(
            participation=f"- {{school: {twice.school}, region: kampen, status: participating, as_of: 2026}}"
        )
        (file,) = [one for one in _files(sto, place) if one["path"].startswith(str(place))]
        assert [one["rule"] for one in file["findings"]] == ["school-in-two-regions"]

    def test_json_leaves_the_tips_on_the_register_out_too(self, sto, folder):
        place = folder(participation="- {school: 00AH17, region: twente, status: participating, as_of: 2026}")
        assert sum(len(one["findings"]) for one in _files(sto, place)) == 0
        assert sum(len(one["findings"]) for one in _files(sto, place, "--all")) > 10

    def test_json_has_the_shape_of_all_findings(self, sto, folder):
        place = whole(folder, regions=REGIONS.replace("[Emmen]", "[]"))
        answer = json.loads(sto("data", "check", place, "--format", "json").out)
        assert answer["format"] == 1
        assert [(Path(file["path"]).name, file["valid"]) for file in answer["files"]] == [
            ("regions.yaml", True), ("schools.yaml", True), ("participation.yaml", True),
        ]  # fmt: skip
        assert answer["files"][1]["findings"][0]["rule"] == "municipality-without-region"
        assert answer["summary"]["tips"] == 1

    def test_tips_are_shown_by_kind_until_all_are_asked_for(self, sto):
        assert "… en nog" in sto("data", "check").out
        assert "… en nog" not in sto("data", "check", "--all").out

    def test_a_missing_folder_is_a_sentence(self, sto):
        assert sto("data", "check", "nergens").code == 2

    @pytest.mark.parametrize(
        ("one", "other", "overlap"),
        [
            ("since: 2020", "since: 2022-08", True),
            ("until: 2024", "since: 2024", True),
            ("since: 2020, until: 2023", "since: 2024", False),
            ("until: 2024-07-31", "since: 2024-08-01", False),
        ],
    )
    def test_periods_of_one_school_and_region(self, folder, one, other, overlap):
        said = [
            f"- {{school: 00AA00, region: een, status: participating, as_of: 2026, {when}}}" for when in (one, other)
        ]
        found = rules(whole(folder, participation="\n".join(said)))
        assert found == ([("overlapping-periods", "warning", "participation")] if overlap else [])

    @pytest.mark.parametrize(
        ("written", "hint"),
        [("1-8-2020", "Schrijf 2020-08-01."), ("8/2020", "Schrijf 2020-08."), ("ooit", "Schrijf een jaar")],
    )
    def test_a_date_in_the_dutch_order_is_mended_in_words(self, sto, folder, written, hint):
        place = whole(folder, participation=PARTICIPATION.replace("as_of: 2026", f"since: {written}"))
        run = sto("data", "check", place)
        assert run.code == 1
        assert hint in run.out

    def test_an_empty_file_is_said_to_be_empty(self, sto, folder):
        place = whole(folder)
        (place / "participation.yaml").write_text("", encoding="utf-8")
        run = sto("data", "check", place)
        assert "Dit bestand is leeg" in run.out
        assert "None" not in run.out

    def test_a_word_without_a_value_is_said_to_be_empty(self, sto, folder):
        run = sto(
            "data", "check", whole(folder, participation=PARTICIPATION.replace("status: participating", "status:"))
        )
        assert "None" not in run.out

    def test_a_file_in_the_place_of_a_folder(self, sto, folder):
        path = whole(folder) / "participation.yaml"
        for arguments in (
            ("--data", path, "find-region", "alpha"),
            ("data", "check", path),
            ("data", "diff", path, path),
        ):
            run = sto(*arguments)
            assert run.code == 2
            assert "is een bestand en geen map" in run.err
            assert str(path.parent) in run.err

    def test_every_check_is_tried_here(self):
        assert {check.__name__ for check in CHECKS} == {
            "misnamed", "stale_files", "in_two_regions", "in_several_regions", "without_region", "members_that_left",
            "overlapping_periods",
            "incomplete_schools", "regions_without_contact", "old_participations", "undated_participations",
            "pages_of_others", "counts_that_differ",
        }  # fmt: skip

    def test_members_that_left_are_found_in_the_shipped_register(self):
        _, findings = check_folders([], TODAY)
        assert any(finding.rule == "member-left" for finding in findings)


class TestDiff:
    def test_two_folders(self, sto, golden, folder):
        before = whole(folder)
        after = folder(
            name="later",
            schools=SCHOOLS.splitlines()[0].replace("Een,", "Uno,").replace("PIE: [bl]", "PIE: [bl, kl]")
            + "\n- {id: 00AA02, name: Drie, municipality: Emmen, profiles: {}}",
            regions=REGIONS.replace("[Emmen]", "[Emmen, Coevorden]").replace("Regio Een", "STO Een"),
            participation=PARTICIPATION.replace("participating", "not_participating").replace("2026", "2027"),
        )
        run = sto("data", "diff", before, after)
        assert run.code == 0
        golden("diff.nl.txt", run.out)
        answer = json.loads(sto("data", "diff", before, after, "--format", "json").out)
        assert [(change["part"], change["change"], change["id"]) for change in answer["changes"]] == [
            ("regions", "renamed", "een"),
            ("regions", "municipalities", "twee"),
            ("schools", "opened", "00AA02"),
            ("schools", "closed", "00AA01"),
            ("schools", "renamed", "00AA00"),
            ("schools", "profiles", "00AA00"),
            ("participation", "status", "00AA00"),
            ("participation", "details", "00AA00"),
        ]

    def test_of_entries_with_another_source_only_the_number_is_said(self, sto, folder):
        one = whole(folder, participation=PARTICIPATION)
        other = folder(name="later", participation=PARTICIPATION.replace("as_of: 2026", "as_of: 2027, source: b.xlsx"))
        assert sto("data", "diff", one, other).out.split("\n\n")[0] == (
            "Van 1 deelname is alleen de bron of de datum ervan anders."
        )

    def test_the_same_folder_has_no_changes(self, sto, root):
        assert sto("data", "diff", root / "data", root / "data").out.strip() == "Er is niets veranderd."

    def test_only_parts_that_both_have_are_compared(self, sto, folder):
        one, other = whole(folder), folder(name="later", participation=PARTICIPATION)
        run = sto("data", "diff", one, other)
        assert "schools.yaml staat maar in een" in run.err
        assert run.code == 0

    def test_nothing_in_common_is_a_sentence(self, sto, folder):
        one, other = folder(schools=SCHOOLS), folder(name="later", participation=PARTICIPATION)
        assert sto("data", "diff", one, other).code == 2

    def test_history_of_one_school_and_region(self):
        before = [{"school": "00AA00", "region": "een", "status": "participating", "since": "2020"}]
        after = [{**before[0], "until": "2024"}, {**before[0], "status": "not_participating", "since": "2025"}]
        assert [(change.kind, change.key) for change in compare("participation", before, after)] == [
            ("added", ""), ("period", "period"),
        ]  # fmt: skip


class TestSources:
    def test_text_names_what_a_reader_needs(self, sto):
        out = sto("data", "sources").out
        for said in (
            "schools.yaml",
            "oktober 2026 (minder dan een maand oud)",
            "CC0",
            "https://duo.nl/",
            "sto data import duo",
        ):
            assert said in out

    def test_own_data_are_among_them(self, sto, folder):
        place = folder(participation=PARTICIPATION.replace("00AA00", "00AH17").replace("een", "twente"))
        out = sto("--data", place, "data", "sources").out
        assert str(place / "participation.yaml") in out.replace("\n", "")
        assert "uw eigen gegevens" in out

    def test_old_parts_are_said_to_be_old(self, sto, monkeypatch):
        monkeypatch.setenv("STO_TODAY", "2028-09-01")
        answer = json.loads(sto("data", "sources", "--format", "json").out)
        assert [part["stale"] for part in answer["parts"]] == [False, True, True]  # regions, schools, participation
        assert "Dit is oud" in sto("data", "sources").out

    def test_the_age_of_the_facts_stands_there_by_region(self, sto):
        answer = json.loads(sto("data", "sources", "--format", "json").out)
        (dordrecht,) = [one for one in answer["regions"] if one["region"] == "barendrechtenridderkerk"]
        assert (dordrecht["facts"], dordrecht["exact"], dordrecht["oldest"]) == (6, 3, "2019-12-17")
        out = sto("--lang", "en", "data", "sources").out
        assert "How old the facts are" in out
        assert sum(one["facts"] for one in answer["regions"]) == 359


def _files(sto, place, *more):
    return json.loads(sto("data", "check", place, "--format", "json", *more).out)["files"]
