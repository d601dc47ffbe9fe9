"""Own folders over the register, and everything that can be wrong with them."""

from __future__ import annotations

import json
import os
import zlib
from datetime import date
from pathlib import Path

import pytest

from sto_cli.errors import BrokenRegister, UnreadableFile
from sto_cli.register.load import load_register, read_register

HEAD = "as_of: 2026-11\nsource: own data\n"


@pytest.fixture
def own(tmp_path):
    """Write own files: `own(participation="- {school: …}")` gives the folder."""

    def write(**parts: str) -> Path:
        for kind, entries in parts.items():
            body = "\n".join(f"  {line}" for line in entries.splitlines())
            (tmp_path / f"{kind}.yaml").write_text(f"{HEAD}{kind}:\n{body}\n", encoding="utf-8")
        return tmp_path

    return write


def rules(folder: Path) -> list[tuple[str, int]]:
    _, findings = read_register([folder])
    return [(finding.rule, finding.place.line) for finding in findings]


def test_an_own_participation_replaces_the_shipped_one(own):
    folder = own(participation="- {school: 00AH17, region: twente, status: not_participating, as_of: 2026-10}")
    entry = load_register([folder]).participation_of("00AH17")
    assert (entry.status, entry.as_of, entry.layer) == ("not_participating", "2026-10", 1)
    assert str(entry.place) == f"{folder / 'participation.yaml'}:4"


def test_an_own_region_may_say_only_what_differs(own):
    folder = own(
        regions="- {id: twente, contact: {role: programme-manager, name: A. Voorbeeld, email: a@voorbeeld.test}}"
    )
    region = load_register([folder]).regions["twente"]
    assert region.name == "Techniekregio Twente"
    assert region.contact.name == "A. Voorbeeld"
    assert "Enschede" in region.municipalities


def test_a_later_folder_wins(tmp_path):
    folders = []
    for number, status in enumerate(("not_participating", "participating")):
        folder = tmp_path / str(number)
        folder.mkdir()
        entry = f"  - {{school: 00AH17, region: twente, status: {status}}}\n"
        (folder / "participation.yaml").write_text(f"{HEAD}participation:\n{entry}", encoding="utf-8")
        folders.append(folder)
    assert load_register(folders).participation_of("00AH17").layer == 2


def test_an_empty_list_is_fine(own):
    assert rules(own(participation="")) == []


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ("- {school: 00ZZ99, region: twente, status: participating}", [("unknown-school", 4)]),
        ("- {school: 00AH17, region: twnte, status: participating}", [("unknown-region", 4)]),
        ("- {school: 00AH17, region: twente}", [("missing-key", 4)]),
        ("- {school: 00AH17, region: twente, status: ja}", [("wrong-value", 4)]),
        ("- {school: 00AH17, region: twente, status: participating, sinds: 2020}", [("unknown-key", 4)]),
        ("- {school: 00AH17, region: twente, status: participating, since: 2025-13-40}", [("invalid-date", 4)]),
        (
            "- {school: 00AH17, region: twente, status: participating, since: 2025, until: 2024}",
            [("period-ends-before-start", 4)],
        ),
        (
            "- {school: 00AH17, region: twente, status: participating}\n"
            "- {school: 00AH17, region: twente, status: participating}",
            [("duplicate-id", 5)],
        ),
        ("- {school: [00AH17], region: twente, status: participating}", [("wrong-type", 4)]),
        ("- just text", [("wrong-type", 4)]),
    ],
)
def test_wrong_data_is_a_finding_with_its_line(own, entries, expected):
    assert rules(own(participation=entries)) == expected


def test_a_new_region_without_a_name_is_a_finding(own):
    assert rules(own(regions="- {id: nieuw}")) == [("missing-key", 4)]


def test_broken_yaml_is_a_finding_with_its_line(tmp_path):
    (tmp_path / "regions.yaml").write_text(f"{HEAD}regions:\n  - id: [x\n", encoding="utf-8")
    _, findings = read_register([tmp_path])
    assert [finding.rule for finding in findings] == ["yaml-syntax"]


def test_codes_that_look_like_numbers_stay_codes(own):
    folder = own(schools="- {id: 12E300, name: Proefschool}\n- {id: '000000', name: Nulschool}")
    assert {"12E300", "000000"} <= set(load_register([folder]).schools)


def test_loading_stops_where_data_is_wrong(own):
    with pytest.raises(BrokenRegister) as problem:
        load_register([own(participation="- {school: 00ZZ99, region: twente, status: participating}")])
    assert len(problem.value.findings) == 1


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\xe9 is not UTF-8"])
def test_a_file_that_is_no_text_is_one_sentence(tmp_path, content):
    (tmp_path / "regions.yaml").write_bytes(content)
    with pytest.raises(UnreadableFile):
        load_register([tmp_path])


def test_a_missing_folder_and_an_empty_one_are_sentences(tmp_path):
    with pytest.raises(UnreadableFile):
        load_register([tmp_path / "nowhere"])
    with pytest.raises(UnreadableFile):
        load_register([tmp_path])


class TestDerivedCopies:
    def test_a_copy_gives_the_same_register(self, tmp_path, register):
        load_register([], tmp_path)
        again = load_register([], tmp_path)
        assert len(list(tmp_path.glob("*.copy"))) == 3
        assert again.schools == register.schools
        assert again.regions == register.regions
        assert again.participations == register.participations
        assert again.schools["00AH17"].place == register.schools["00AH17"].place

    def test_a_damaged_copy_is_made_anew(self, tmp_path, register):
        load_register([], tmp_path)
        for copy in tmp_path.glob("*.copy"):
            copy.write_bytes(copy.read_bytes().replace(b"Enschede", b"Nergens"))
        assert load_register([], tmp_path).schools == register.schools

    @pytest.mark.parametrize("rubbish", [b"", b"\n", b"\xff\xff", b"sto-0.1.0-1 x y\n{}", b"[" * 100_000])
    def test_rubbish_in_the_cache_hurts_nothing(self, tmp_path, register, rubbish):
        load_register([], tmp_path)
        for copy in tmp_path.glob("*.copy"):
            copy.write_bytes(rubbish)
        assert load_register([], tmp_path).schools == register.schools

    def test_a_changed_file_is_read_anew(self, own, tmp_path_factory):
        cache = tmp_path_factory.mktemp("cache")
        folder = own(participation="- {school: 00AH17, region: twente, status: participating}")
        load_register([folder], cache)
        own(participation="- {school: 00AH17, region: twente, status: not_participating}")
        assert load_register([folder], cache).participation_of("00AH17").status == "not_participating"

    def test_a_folder_that_cannot_be_made_hurts_nothing(self, tmp_path, register):
        blocked = tmp_path / "file"
        blocked.write_text("no folder")
        assert load_register([], blocked / "cache").schools == register.schools

    def test_wrong_data_is_not_kept(self, own, tmp_path_factory):
        cache = tmp_path_factory.mktemp("cache")
        folder = own(participation="- {school: 00ZZ99, region: twente, status: x}")
        for _ in range(2):
            assert [finding.rule for finding in read_register([folder], cache)[1]] == ["wrong-value"]

    def test_copies_hold_plain_text(self, tmp_path):
        load_register([], tmp_path)
        for copy in tmp_path.glob("*.copy"):
            _, head, *lines = copy.read_text("utf-8").split("\n")
            assert isinstance(json.loads(head), list)
            assert all(isinstance(json.loads(line.split("\t")[3]), dict) for line in lines)

    @pytest.mark.skipif(not hasattr(os, "getuid"), reason="files have no owner's number here")
    def test_a_copy_of_another_user_is_not_believed(self, tmp_path, register, monkeypatch):
        load_register([], tmp_path)
        for copy in tmp_path.glob("*.copy"):
            head, _, body = copy.read_bytes().partition(b"\n")
            forged = body.replace(b"Enschede", b"Nergens!")
            copy.write_bytes(head[:-8] + f"{zlib.crc32(forged):08x}".encode() + b"\n" + forged)
        other = os.getuid() + 1
        monkeypatch.setattr(os, "getuid", lambda: other)
        assert load_register([], tmp_path).schools == register.schools


class TestOwnPeriods:
    """What a folder says of a school in a region replaces all that the register says of it."""

    def test_a_period_that_ended_leaves_it_unknown(self, own):
        folder = own(participation="- {school: 00AH17, region: twente, status: participating, until: 2025-07-31}")
        register = load_register([folder])
        assert register.participation_of("00AH17", date(2025, 6, 1)).layer == 1
        assert register.participation_of("00AH17", date(2026, 6, 1)) is None

    def test_a_start_makes_the_time_before_it_unknown(self, own):
        folder = own(participation="- {school: 00AH17, region: twente, status: participating, since: 2024-08-01}")
        register = load_register([folder])
        assert register.participation_of("00AH17", date(2023, 6, 1)) is None
        assert register.participation_of("00AH17", date(2026, 6, 1)).since == "2024-08-01"

    def test_several_periods_stand_beside_each_other(self, own):
        folder = own(
            participation="- {school: 00AH17, region: twente, status: participating, since: 2020, until: 2023}\n"
            "- {school: 00AH17, region: twente, status: not_participating, since: 2024}"
        )
        register = load_register([folder])
        days = {year: register.participation_of("00AH17", date(year, 6, 1)) for year in (2019, 2021, 2025)}
        assert [entry and entry.status for entry in days.values()] == [None, "participating", "not_participating"]

    def test_nothing_of_the_register_leaks_into_an_own_entry(self, own):
        folder = own(participation="- {school: 31JC04, region: twente, status: participating}")
        entry = load_register([folder]).participation_of("31JC04")
        assert (entry.certainty, entry.source, entry.as_of) == ("certain", None, None)

    def test_another_region_of_the_same_school_stays(self, own):
        folder = own(participation="- {school: 01OE37, region: utrecht, status: participating, since: 2024}")
        assert {entry.region for entry in load_register([folder]).entries_of("01OE37")} == {
            "utrecht",
            "debiltwijkbijduurstedeenzeist",
        }
